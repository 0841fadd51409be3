"""How well lines of real postings are found and mapped: guards a little under what was measured, over labels of other makers."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import resume_match as rm

FOLDER = Path(__file__).parents[2] / "shared" / "postings"
SCRIPT = FOLDER / "evaluate_postings.py"


def tally() -> Any:
    """The figures over all labelled postings together."""
    spec = importlib.util.spec_from_file_location("evaluate_postings", SCRIPT)
    assert spec is not None and spec.loader is not None
    evaluation = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(evaluation)
    known = {requirement.id for requirement in rm.load_profile().requirements}
    overall = evaluation.Tally()
    for name, lines in evaluation.read_labels(FOLDER / "labels.jsonl").items():
        posting = rm.read_posting(FOLDER / name)
        requirements = rm.tailor(rm.load_profile(), posting).requirements
        overall.add(evaluation.judge(lines, posting.text, requirements, known, defaultdict(list)))
    return overall


@pytest.mark.skipif(not SCRIPT.exists(), reason="the labelled postings of ../shared are not here")
def test_real_postings_are_read_as_well_as_measured() -> None:
    found = tally()
    assert found.reached / found.asked >= 0.90
    assert found.good / found.origins >= 0.98
    assert len(found.leaks) <= 1
    assert 2 * found.right / (2 * found.right + found.wrong + found.lost) >= 0.75
    assert found.agreed / found.essential >= 0.85
