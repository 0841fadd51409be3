"""Why a suggestion is made, said to the person in the words of phrasebook/reasons.toml."""

from __future__ import annotations

from resume_match.lexicon.phrasebook import phrasebook
from resume_match.model import Coverage, EntryHeading, EntryKind, Evidence, EvidenceSource, Status, Strength, SuggestionKind


def reason_for(kind: SuggestionKind, coverage: Coverage, target: EntryHeading | None, name: str = "") -> str:
    """The reason of a suggestion of that kind under that entry; `name` is that of a reason of its own, which goes before the kind's."""
    reasons = phrasebook().reasons
    letter = _claimed_by_letter(kind, coverage)
    partial = f"{kind}-partial" if coverage.status is Status.PARTIAL else ""
    touched = f"{kind}-touched" if any(_touches(evidence) for evidence in coverage.evidence) else ""
    nowhere = f"{kind}-nowhere" if target is None else ""
    of_kind = f"{kind}-{coverage.requirement.kind}"
    template = next(reasons[key] for key in (name, letter, touched, partial, nowhere, of_kind, str(kind)) if key in reasons)
    return template.replace("{requirement}", coverage.requirement.phrase).replace("{entry}", named(target))


def _touches(evidence: Evidence) -> bool:
    """True for a line of work that shows a part."""
    of_work = evidence.entry is not None and evidence.entry.kind is not EntryKind.EDUCATION
    return evidence.source is EvidenceSource.RESUME and evidence.strength is Strength.PARTIAL and of_work


def _claimed_by_letter(kind: SuggestionKind, coverage: Coverage) -> str:
    """The name of the reason where the cover letter alone says what the suggestion is about; "" where the resume says it, or nobody."""
    resume = [evidence for evidence in coverage.evidence if evidence.source is EvidenceSource.RESUME]
    if coverage.evidence and not resume:
        return f"{kind}-letter"
    if kind is SuggestionKind.DEMONSTRATE and not any(evidence.strength is Strength.EXPLICIT for evidence in resume):
        return f"{kind}-letter-partial"
    return ""


def named(target: EntryHeading | None) -> str:
    """An entry as one says it: "Product Manager at Acme"; the part that is printed where only one is."""
    if target is None:
        return "part of your work"
    if target.title and target.organization:
        return f"{target.title} at {target.organization}"
    return target.title or f"part of your work at {target.organization}"
