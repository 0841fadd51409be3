"""A cover letter held against the resume: what it leaves out that the resume could back, and what it claims alone."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.lexicon.personal import closes_letter, salutation
from resume_match.model import (
    Coverage,
    CoverageReport,
    Document,
    Evidence,
    EvidenceSource,
    Requirement,
    RequirementKind,
    Span,
    Strength,
    Support,
)

_SIGNATURE = 7  # the closing and the lines below it: a name, a title, addresses


@dataclass(frozen=True, slots=True)
class LetterFinding:
    """One requirement on which letter and resume differ.

    Of what is left out, `resume` is the passage worth telling and `letter` is None or says only part of it. Of what the resume does not
    show, `letter` is the claim and `resume` is None or shows only part of it. `reason` is one sentence for a reader.
    """

    requirement: Requirement
    letter: Evidence | None
    resume: Evidence | None
    reason: str


@dataclass(frozen=True, slots=True)
class LetterFindings:
    """What a letter leaves out and what it claims alone; essential requirements first, then the heavier, then in the profile's order."""

    left_out: tuple[LetterFinding, ...]
    unsupported: tuple[LetterFinding, ...]


def letter_findings(report: CoverageReport) -> LetterFindings | None:
    """How the letter of a report stands to its resume; None where the report has no letter.

    Only what the resume shows explicitly, and in prose or a dated entry, counts as left out: a listed word is nothing to tell.
    Qualifications are left to the resume unless they are essential, since a letter need not repeat degrees.
    """
    if report.documents.cover_letter is None:
        return None
    left_out, unsupported = [], []
    for coverage in _by_importance(report.coverages):
        letter = _best(coverage, EvidenceSource.COVER_LETTER)
        resume = _best(coverage, EvidenceSource.RESUME)
        if _worth_telling(coverage, resume) and not _is_explicit(letter):
            left_out.append(LetterFinding(coverage.requirement, letter, resume, _left_out_reason(resume, letter)))
        elif letter is not None and (resume is None or (_is_explicit(letter) and not _is_explicit(resume))):
            unsupported.append(LetterFinding(coverage.requirement, letter, resume, _unsupported_reason(resume)))
    return LetterFindings(tuple(left_out), tuple(unsupported))


def letter_body(letter: Document) -> tuple[Span, ...]:
    """The lines of a letter that say something of the applicant: those from behind the salutation to before the closing.

    A letter without a salutation begins at its first line, one without a closing ends at its last.
    """
    lines = [letter.quote(line.span) for line in letter.lines]
    opening = next((place for place, line in enumerate(lines) if salutation(line)), None)
    closing = _closing(lines)
    body = []
    for place, line in enumerate(letter.lines[:closing]):
        behind = len(lines[place][salutation(lines[place]) :].lstrip()) if place == opening else len(lines[place])
        if behind and (opening is None or place >= opening):
            body.append(Span(line.span.end - behind, line.span.end))
    return tuple(body)


def _closing(lines: list[str]) -> int:
    """The place of the last line that closes the letter, with no more than a signature below; their number where none does.

    A line that goes on with the sentence of the one above it ("... the / best practices of") closes nothing.
    """
    told = [place for place, line in enumerate(lines) if line.strip()]
    for above, place in reversed(list(zip([None, *told], told, strict=False))[-_SIGNATURE:]):
        line = lines[place].strip()
        fresh = above is None or lines[above].rstrip().endswith((".", "!", "?", ":", ",")) or line.endswith(",")
        if fresh and closes_letter(line):
            return place
    return len(lines)


def _by_importance(coverages: tuple[Coverage, ...]) -> list[Coverage]:
    return sorted(coverages, key=lambda coverage: (not coverage.requirement.essential, -coverage.requirement.weight))


def _best(coverage: Coverage, source: EvidenceSource) -> Evidence | None:
    """The first evidence of that source: evidence stands best first."""
    return next((evidence for evidence in coverage.evidence if evidence.source is source), None)


def _is_explicit(evidence: Evidence | None) -> bool:
    return evidence is not None and evidence.strength is Strength.EXPLICIT


def _worth_telling(coverage: Coverage, resume: Evidence | None) -> bool:
    if resume is None or not _is_explicit(resume) or resume.support is Support.LISTED:
        return False
    return coverage.requirement.kind is not RequirementKind.QUALIFICATION or coverage.requirement.essential


def _left_out_reason(resume: Evidence | None, letter: Evidence | None) -> str:
    where = "in a dated position" if resume is not None and resume.support is Support.DEMONSTRATED else "in its prose"
    said = "does not mention it" if letter is None else "only touches on it"
    return f"The resume shows this {where}; the letter {said}."


def _unsupported_reason(resume: Evidence | None) -> str:
    if resume is None:
        return "The letter claims this; nothing in the resume shows it."
    return "The letter claims this; the resume shows only part of it."
