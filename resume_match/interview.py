"""A coverage report in, the interview questions to expect out, each with the passages of the resume to answer from."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.lexicon import read_table
from resume_match.model import Coverage, CoverageReport, Evidence, Nearest, RequirementKind, Status, Strength, Support


@dataclass(frozen=True, slots=True)
class InterviewQuestion:
    """A question to expect about one requirement, why to expect it, and the passages to answer from, best first (none where none helps)."""

    requirement_id: str
    question: str
    why: str
    passages: tuple[Evidence | Nearest, ...]


def interview_questions(report: CoverageReport) -> tuple[InterviewQuestion, ...]:
    """The questions to expect: one for each gap, in profile order, then those about the strongest evidence, the strongest first.

    What could not be read is not asked about. Qualifications that are met are not, either.
    """
    gaps = tuple(_ask(coverage, _gap_side(coverage), turn) for turn, coverage in enumerate((*report.missing, *report.partial)))
    order = [coverage.requirement.id for coverage in report.coverages]
    strongest = sorted(_strong(report), key=_strength)[: read_table("interview")["limits"]["shown"]]
    shown = tuple(_ask(coverage, "shown", turn) for turn, coverage in enumerate(strongest))
    return (*sorted(gaps, key=lambda question: order.index(question.requirement_id)), *shown)


def _gap_side(coverage: Coverage) -> str:
    return "partial" if coverage.status is Status.PARTIAL else "missing"


def _strong(report: CoverageReport) -> tuple[Coverage, ...]:
    """What is shown in a dated entry, qualifications left out."""
    return tuple(
        coverage
        for coverage in report.covered
        if coverage.requirement.kind is not RequirementKind.QUALIFICATION
        and any(evidence.strength is Strength.EXPLICIT and evidence.support is Support.DEMONSTRATED for evidence in coverage.evidence)
    )


def _strength(coverage: Coverage) -> tuple[float, int]:
    explicit = sum(1 for evidence in coverage.evidence if evidence.strength is Strength.EXPLICIT)
    return -coverage.requirement.weight * coverage.credit, -explicit


def _ask(coverage: Coverage, side: str, turn: int) -> InterviewQuestion:
    table = read_table("interview")
    requirement = coverage.requirement
    questions = table["questions"].get(requirement.id) or table["general"][str(requirement.kind)]
    # Requirements take their variants in turn, so that a report does not ask every first one.
    wording = questions[side][turn % len(questions[side])]
    passages = _passages(coverage, table["limits"]["passages"])
    why = "nearest" if side == "missing" and passages else side
    return InterviewQuestion(requirement.id, wording.replace("{requirement}", requirement.phrase), table["why"][why], passages)


def _passages(coverage: Coverage, most: int) -> tuple[Evidence | Nearest, ...]:
    """The best evidence, each passage once; the nearest passage where there is none.

    A list is nothing to answer from, so it stands only where nothing better does; what is shown is answered from what shows it.
    """
    evidence = [found for found in coverage.evidence if found.support is not Support.LISTED] or list(coverage.evidence)
    if coverage.status is Status.COVERED:
        evidence = [found for found in evidence if found.strength is Strength.EXPLICIT] or evidence
    best = {(found.source, found.span): found for found in reversed(evidence)}
    passages = tuple(best[place] for place in dict.fromkeys((found.source, found.span) for found in evidence))
    if passages or coverage.nearest is None:
        return passages[:most]
    return (coverage.nearest,)
