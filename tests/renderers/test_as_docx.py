"""The plain Word report: the words of the Markdown report in Word's own styles, and nothing that a resume could smuggle in."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from resume_match.renderers import to_markdown
from resume_match.renderers.as_docx import to_docx
from tests.renderers.reports import hostile_report, report


def lines(data: bytes) -> list[str]:
    """The paragraphs of a Word document."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_it_has_the_headings_of_the_markdown_report() -> None:
    document = docx.Document(io.BytesIO(to_docx(report())))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith(("Title", "Heading"))]
    assert headings == [line.lstrip("# ") for line in to_markdown(report()).splitlines() if line.startswith("#")]


def test_the_figures_stand_in_a_table() -> None:
    table = docx.Document(io.BytesIO(to_docx(report()))).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Coverage", "Now", "With the best three suggestions", "With all"],
        ["Duties", "47%", "80%", "80%"],
        ["Skills", "60%", "60%", "60%"],
        ["Overall", "52%", "72%", "72%"],
    ]


def test_evidence_stands_under_its_requirement() -> None:
    found = lines(to_docx(report()))
    start = found.index("covered: Develop product strategy and roadmap. Shown in a dated entry.")
    assert found[start + 1 : start + 3] == [
        "“Owned the three-year roadmap and aligned it with the company's objectives”",
        "Where: Experience, Senior Product Manager, Larkspur Freight (Jan 2019 to present), page 1",
    ]


def test_equal_reports_have_equal_bytes() -> None:
    assert to_docx(report()) == to_docx(report())


def test_it_says_what_it_is() -> None:
    assert "A draft aid: it predicts no applicant-tracking system and makes no hiring decision." in lines(to_docx(report()))


def test_a_hostile_resume_is_text() -> None:
    assert any("<script>alert(1)</script> {{ 7*7 }}" in line for line in lines(to_docx(hostile_report())))


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine")
    (tmp_path / "report.docx").write_bytes(to_docx(report()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run = [office, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(tmp_path / "report.docx")]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    assert "Develop product strategy and roadmap" in (tmp_path / "report.txt").read_text(encoding="utf-8")
