"""Coverage of requirements that ask for years or seniority: judged by the dated positions, not by what a sentence says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from resume_match.lexicon.calibration import calibration
from resume_match.model import (
    Coverage,
    Evidence,
    EvidenceSource,
    Factor,
    Requirement,
    RequirementKind,
    Resume,
    Score,
    SectionKind,
    Status,
    Strength,
    Support,
)
from resume_match.scoring.experience import ExperienceJudgement, judge_seniority, judge_years


def with_tenure(coverages: Iterable[Coverage], resume: Resume, as_of: date) -> tuple[Coverage, ...]:
    """The coverages, those of years and seniority asked for as the dated positions of the resume show them.

    Years count for every requirement that gives a number, seniority for qualifications that nobody curated.
    """
    return tuple(_judged(coverage, resume, as_of) for coverage in coverages)


def _judged(coverage: Coverage, resume: Resume, as_of: date) -> Coverage:
    requirement = coverage.requirement
    judgement = judge_years(requirement, resume, as_of)
    curated = requirement.terms or requirement.explicit or requirement.partial
    if judgement is None and requirement.kind is RequirementKind.QUALIFICATION and not curated:
        judgement = judge_seniority(requirement, resume)
    if judgement is None:
        return coverage
    evidence = tuple(_evidence(requirement, judgement, index, resume) for index in range(len(judgement.spans)))
    known = calibration()
    credit = 0.0
    if judgement.status is Status.COVERED:
        credit = known.credit[judgement.support or Support.CLAIMED]
    elif judgement.status is Status.PARTIAL:
        credit = known.partial_credit
    return replace(coverage, status=judgement.status, credit=Score(credit), evidence=evidence, nearest=None, reason=judgement.reason)


def _evidence(requirement: Requirement, judgement: ExperienceJudgement, index: int, resume: Resume) -> Evidence:
    known = calibration()
    span = judgement.spans[index]
    support = judgement.support or Support.CLAIMED
    strength = Strength.EXPLICIT if judgement.status is Status.COVERED else Strength.PARTIAL
    factors = (
        Factor("strength", Score(known.strength[strength]), judgement.reason),
        Factor(
            "support",
            Score(known.credit[support]),
            "counted from the dates of the position" if support is Support.DEMONSTRATED else "claimed in prose",
        ),
    )
    return Evidence(
        requirement_id=requirement.id,
        source=EvidenceSource.RESUME,
        span=span,
        quote=resume.document.quote(span),
        strength=strength,
        score=Evidence.score_of(factors),
        support=support,
        section=next((section.kind for section in resume.sections if section.span.contains(span)), SectionKind.EXPERIENCE),
        entry=judgement.entries[index] if index < len(judgement.entries) else None,
        factors=factors,
    )
