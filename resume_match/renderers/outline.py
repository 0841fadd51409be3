"""What a report says, in words and in reading order: one outline, which every renderer sets in its own way.

Every string of an outline is safe to show as text (`wording.shown`) and still unescaped: escaping belongs to the format.
"""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.model import EvidenceSource, RequirementKind, Span, Status
from resume_match.renderers import wording


@dataclass(frozen=True, slots=True)
class Figure:
    """A coverage figure: its least and most (they differ where something was unreadable), and what it would be with the suggestions."""

    name: str
    least: float | None
    most: float | None
    best_three: float | None = None
    all: float | None = None

    @property
    def words(self) -> str:
        """`42%`, `42% to 55%`, `cannot tell`, or `none asked`."""
        if self.least == 0.0 and self.most == 1.0:
            return "cannot tell"
        low, high = wording.percent(self.least), wording.percent(self.most)
        return low if low == high else f"{low} to {high}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with where it stands and why it counts or does not suffice; `grounds` are its factors in words."""

    quote: str
    where: str
    why: str
    grounds: tuple[str, ...]
    source: EvidenceSource
    span: Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """One requirement as judged: evidence best first, and for what is not shown the nearest passage.

    `code` is a short name within the report (`D1` for the first duty); `phrase` is the text without the mark that it ends in; `asked`
    quotes where a posting asks for it.
    """

    code: str
    requirement_id: str
    text: str
    phrase: str
    asked: tuple[str, ...]
    status: Status
    status_name: str
    essential: bool
    credit: float
    reason: str
    evidence: tuple[Passage, ...]
    nearest: Passage | None


@dataclass(frozen=True, slots=True)
class Group:
    """The verdicts of one kind, with a count of their statuses: `3 covered, 1 partial, 2 missing`."""

    kind: RequirementKind
    name: str
    tally: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A suggestion in words; `rank` is its place, from 1, in the order of gain, `code` that of its requirement's verdict."""

    rank: int
    kind: str
    code: str
    requirement: str
    text: str
    plain: str | None
    hints: tuple[str, ...]
    rewrites: str | None
    gain: str
    gains: bool
    reason: str
    based_on: Span | None


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """Suggestions that follow each other by gain and belong under one entry of the resume; the heading names it."""

    heading: str
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic in words: what, where, and the text that it speaks of."""

    name: str
    message: str
    where: str
    quote: str | None
    source: EvidenceSource | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class LetterPoint:
    """A requirement on which cover letter and resume differ, with the passage that shows it; code and words are its verdict's."""

    code: str
    requirement: str
    reason: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Letter:
    """What a cover letter leaves out that the resume could back, and what it claims that the resume does not show."""

    left_out: tuple[LetterPoint, ...]
    unsupported: tuple[LetterPoint, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A report in words."""

    title: str
    source: str
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    missing: tuple[Verdict, ...]
    letter: Letter
    findings: tuple[Finding, ...]
    advice: tuple[AdviceGroup, ...]
    record: tuple[tuple[str, str], ...]
    disclaimer: str = wording.DISCLAIMER

    @property
    def summary(self) -> str:
        """The figures and the count of the qualifications in one line."""
        parts = [f"{figure.name} {figure.words}" for figure in self.figures]
        parts += [f"{group.name}: {group.tally}" for group in self.groups if group.kind is RequirementKind.QUALIFICATION]
        return " · ".join(parts)
