"""Coverage in, suggestions out: draft lines with slots for what only the person knows, fitted to the resume and measured by the judge."""

from __future__ import annotations

from resume_match.model import (
    Coverage,
    Evidence,
    EvidenceSource,
    Figures,
    Mention,
    Projection,
    RequirementKind,
    Resume,
    RoleProfile,
    Score,
    Span,
    Suggestion,
    SuggestionKind,
    figures_of,
)
from resume_match.suggestions.coach import Coach, Proposal
from resume_match.suggestions.judge import Judge
from resume_match.suggestions.wording import fill

__all__ = ["Judge", "fill", "suggest"]

# Lines of work come first; what may gain nothing follows in profile order.
_MEASURED = frozenset({SuggestionKind.ADD_BULLET, SuggestionKind.STRENGTHEN_BULLET, SuggestionKind.DEMONSTRATE})
_KINDS = tuple(SuggestionKind)


def suggest(
    resume: Resume, profile: RoleProfile, coverages: tuple[Coverage, ...], mentions: tuple[Mention, ...], *, judge: Judge
) -> tuple[tuple[Suggestion, ...], Projection]:
    """The suggestions for a resume, the greatest gain first, and the figures once they are true.

    Each gain is the change of the figure of its requirement's kind, measured by judging the resume with that suggestion filled in by
    sample values and placed. Qualifications have no figure, so theirs is 0.0. Requirements that are unreadable get no suggestion.
    """
    order = {requirement.id: place for place, requirement in enumerate(profile.requirements)}
    before = figures_of(coverages)
    made: list[tuple[Suggestion, Proposal]] = []
    for proposal in Coach(resume, mentions, judge).proposals(coverages):
        after = figures_of(_once_true(coverages, (proposal,), judge))
        made.append((_suggestion(proposal, before, after), proposal))
    made.sort(key=lambda pair: (-pair[0].gain, pair[0].kind not in _MEASURED, order[pair[0].requirement_id], _KINDS.index(pair[0].kind)))
    best = tuple(proposal for _, proposal in made[:3])
    everything = tuple(proposal for _, proposal in made)
    projection = Projection(figures_of(_once_true(coverages, best, judge)), figures_of(_once_true(coverages, everything, judge)))
    return tuple(suggestion for suggestion, _ in made), projection


def _once_true(coverages: tuple[Coverage, ...], proposals: tuple[Proposal, ...], judge: Judge) -> tuple[Coverage, ...]:
    """The coverages once the proposals are part of the resume: anew for those requirements whose evidence they change.

    A rewritten line gives its new evidence in place of its old.
    """
    rewritten = [proposal.based_on for proposal in proposals if proposal.based_on is not None]
    present = [evidence for coverage in coverages for evidence in coverage.evidence]
    given = [evidence for proposal in proposals for evidence in proposal.evidence]
    replaced = [evidence for evidence in present if _stands_in(rewritten, evidence)] if rewritten else []
    changed = {evidence.requirement_id for evidence in (*given, *replaced)}
    kept = [evidence for evidence in present if evidence.requirement_id in changed and not _stands_in(rewritten, evidence)]
    asked = [coverage.requirement for coverage in coverages if coverage.requirement.id in changed]
    anew = {coverage.requirement.id: coverage for coverage in judge.cover((*kept, *given), asked)}
    return tuple(anew.get(coverage.requirement.id, coverage) for coverage in coverages)


def _stands_in(lines: list[Span], evidence: Evidence) -> bool:
    return evidence.source is EvidenceSource.RESUME and any(line.contains(evidence.span) for line in lines)


def _suggestion(proposal: Proposal, before: Figures, after: Figures) -> Suggestion:
    line = proposal.line
    gain = max(0.0, _figure(after, proposal.requirement.kind) - _figure(before, proposal.requirement.kind))
    return Suggestion(
        requirement_id=proposal.requirement.id,
        kind=proposal.kind,
        text=line.text,
        plain=line.plain,
        slots=line.slots,
        target=proposal.target,
        based_on=proposal.based_on,
        gain=Score(round(gain, 6)),
        reason=proposal.reason,
    )


def _figure(figures: Figures, kind: RequirementKind) -> float:
    if kind is RequirementKind.DUTY:
        return figures.duties or 0.0
    return (figures.skills or 0.0) if kind is RequirementKind.SKILL else 0.0
