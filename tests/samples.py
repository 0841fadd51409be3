"""The resumes that the laws are tested over, each matched once: the samples of examples/ and, where they are, files of other makers."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import resume_match as rm

ROOT = Path(__file__).parents[1]
RESUMES = ROOT / "examples" / "resumes"
SHARED = ROOT.parent / "shared"
AS_OF = date(2026, 11, 1)

SAMPLES = tuple(sorted(path for kind in ("*.docx", "*.pdf") for path in RESUMES.glob(kind)))
SOURCES = tuple(sorted(RESUMES.glob("sources/*.md")))
PAIRS = tuple((path, path.with_suffix(".pdf")) for path in SAMPLES if path.suffix == ".docx" and path.with_suffix(".pdf") in SAMPLES)
FOLDERS = (SHARED / "benchmark" / "resumes", SHARED / "parsing" / "files")
OTHERS = tuple(sorted(path for folder in FOLDERS for kind in ("*.docx", "*.pdf") for path in folder.rglob(kind)))
OTHER_PAIRS = tuple(
    (word, pdf) for word in OTHERS for pdf in OTHERS if (word.suffix, pdf.suffix) == (".docx", ".pdf") and word.stem == pdf.stem
)
ORDER = (rm.Status.MISSING, rm.Status.UNREADABLE, rm.Status.PARTIAL, rm.Status.COVERED)


@cache
def matcher() -> rm.ResumeMatcher:
    """The matcher of the bundled profile as of a fixed day."""
    return rm.ResumeMatcher(as_of=AS_OF)


@cache
def report_of(path: Path) -> rm.CoverageReport:
    """The report on a file; raises what matching raises."""
    return matcher().match(path)


def report_on(text: str, name: str = "cv.md") -> rm.CoverageReport:
    """The report on a text, without suggestions."""
    return matcher().match_document(rm.read_document(text.encode("utf-8"), name=name), suggest=False)


def statuses(report: rm.CoverageReport) -> dict[str, str]:
    """The status of each requirement."""
    return {coverage.requirement.id: coverage.status.value for coverage in report.coverages}


def scores(report: rm.CoverageReport) -> dict[str, tuple[object, ...]]:
    """Status, credit and the evidence's scores of each requirement."""
    return {
        coverage.requirement.id: (coverage.status.value, coverage.credit, tuple(evidence.score for evidence in coverage.evidence))
        for coverage in report.coverages
    }
