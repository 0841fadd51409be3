"""The security page names tests that exist, and the limits that the code has."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from resume_match.parsers.limits import Limits
from tests.parsers.hostile_docx import CASES

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "SECURITY.md").read_text(encoding="utf-8")


def test_every_test_that_the_page_names_exists() -> None:
    named = re.findall(r"`(?:(\w+\.py))?::(test_\w+)`", PAGE)
    assert len(named) >= 15
    file = ""
    for given, test in named:
        file = given or file
        assert f"def {test}(" in (HERE / file).read_text(encoding="utf-8"), (file, test)
    for path in re.findall(r"`(test_\w+\.py)`", PAGE):
        assert (HERE / path).is_file(), path


def test_every_case_that_the_page_names_exists() -> None:
    names = [case.name for case in CASES]
    rows = [row for row in PAGE.splitlines() if re.search(r"\bcases? \"|test_docx_hostile.py` \"", row)]
    quoted = [name for row in rows for name in re.findall(r"\"([^\"]+)\"", row)]
    assert len(quoted) > 8
    for name in quoted:
        assert any(known.startswith(name.rstrip(" …")) for known in names), name


def test_the_page_names_every_limit() -> None:
    assert [field.name for field in fields(Limits) if f"`{field.name}`" not in PAGE] == []
