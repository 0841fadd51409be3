"""Two versions of a resume, side by side: which requirement changed, which sentence did it, and what got worse."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from resume_match.model import (
    Coverage,
    CoverageReport,
    EngineRecord,
    Evidence,
    EvidenceSource,
    Figures,
    ProfileRecord,
    Requirement,
    Status,
    Strength,
    Support,
)

_RANK = {status: rank for rank, status in enumerate(Status)}  # Status is defined worst first


@dataclass(frozen=True, slots=True)
class RequirementChange:
    """One requirement that the two reports judge differently.

    `gained` is the evidence that only the later report has, `lost` what only the earlier one had, both best first: the first of each is
    the sentence that did it. Their spans are into the documents of their own report.
    """

    before: Coverage
    after: Coverage
    gained: tuple[Evidence, ...]
    lost: tuple[Evidence, ...]

    @property
    def requirement(self) -> Requirement:
        """The requirement that changed."""
        return self.after.requirement

    @property
    def credit_change(self) -> float:
        """The later credit less the earlier one, from -1.0 to 1.0."""
        return round(self.after.credit - self.before.credit, 6)

    @property
    def better(self) -> bool:
        """True where the status rose, or where it stayed and the credit rose."""
        return _standing(self.after) > _standing(self.before)

    @property
    def worse(self) -> bool:
        """True where the status fell, or where it stayed and the credit fell."""
        return _standing(self.after) < _standing(self.before)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a resume between two reports of the same profile and engine.

    `changes` are the requirements whose status, credit or evidence differ, in the profile's order; `unchanged` counts the others.
    """

    sources: tuple[str, str]
    as_of: tuple[str, str]
    profile: ProfileRecord
    engine: EngineRecord
    before: Figures
    after: Figures
    changes: tuple[RequirementChange, ...]
    unchanged: int

    @property
    def improved(self) -> tuple[RequirementChange, ...]:
        """The requirements that are better met than before."""
        return tuple(change for change in self.changes if change.better)

    @property
    def worsened(self) -> tuple[RequirementChange, ...]:
        """The requirements that are less well met than before."""
        return tuple(change for change in self.changes if change.worse)


def compare(before: CoverageReport, after: CoverageReport) -> Comparison:
    """What changed from one report to the next; ValueError where they were made with different profiles or engines."""
    _refuse_unlike(before, after)
    changes = []
    for later in after.coverages:
        earlier = before.coverage(later.requirement.id)
        change = RequirementChange(earlier, later, _only_in(later, earlier), _only_in(earlier, later))
        if change.better or change.worse or change.gained or change.lost:
            changes.append(change)
    return Comparison(
        sources=(before.documents.resume.source, after.documents.resume.source),
        as_of=(before.as_of, after.as_of),
        profile=after.profile,
        engine=after.engine,
        before=before.figures,
        after=after.figures,
        changes=tuple(changes),
        unchanged=len(after.coverages) - len(changes),
    )


def _refuse_unlike(before: CoverageReport, after: CoverageReport) -> None:
    if before.profile != after.profile:
        first, second = before.profile, after.profile
        raise ValueError(
            f"the reports were made with different profiles: {first.id} {first.version} ({first.sha256[:12]}) and "
            f"{second.id} {second.version} ({second.sha256[:12]}); match both resumes with the same profile"
        )
    if before.engine != after.engine:
        one, two = before.engine, after.engine
        raise ValueError(
            f"reports of different engines: {one.version} ({one.lexicon_sha256[:12]}, {one.pipeline}, {one.pdf_source}) and "
            f"{two.version} ({two.lexicon_sha256[:12]}, {two.pipeline}, {two.pdf_source}); match both resumes again with one of them"
        )


def _standing(coverage: Coverage) -> tuple[int, float]:
    return _RANK[coverage.status], coverage.credit


def _only_in(coverage: Coverage, other: Coverage) -> tuple[Evidence, ...]:
    """The evidence that the other coverage lacks. Places shift between two files, so evidence is known by its words and its worth."""
    there = Counter(_words_and_worth(evidence) for evidence in other.evidence)
    only = []
    for evidence in coverage.evidence:
        key = _words_and_worth(evidence)
        if there[key]:
            there[key] -= 1
        else:
            only.append(evidence)
    return tuple(only)


def _words_and_worth(evidence: Evidence) -> tuple[EvidenceSource, str, Strength, Support]:
    return evidence.source, " ".join(evidence.quote.casefold().split()), evidence.strength, evidence.support
