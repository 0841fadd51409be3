"""Coverage, suggestions and the report that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from resume_match.model.document import Diagnostic, Document, Span
from resume_match.model.evidence import Evidence, Mention, Score
from resume_match.model.profile import Requirement, RequirementKind
from resume_match.model.resume import EntryHeading


class Status(StrEnum):
    """How far a requirement is met, worst first: nothing found; cannot tell; something related; shown."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    PARTIAL = "partial"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that came closest without sufficing, and why it does not suffice."""

    span: Span
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """A requirement with its status, its credit and its evidence, best first. `reason` is one sentence for a reader."""

    requirement: Requirement
    status: Status
    credit: Score
    evidence: tuple[Evidence, ...]
    nearest: Nearest | None
    reason: str


class SuggestionKind(StrEnum):
    """What a suggestion asks for."""

    ADD_BULLET = "add-bullet"
    STRENGTHEN_BULLET = "strengthen-bullet"
    DEMONSTRATE = "demonstrate"
    NAME_IT = "name-it"
    ADD_CREDENTIAL = "add-credential"
    STATE_IT = "state-it"


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact that only the person knows: `[name]` in the suggestion's text, a hint of what to put in, and a sample value."""

    name: str
    hint: str
    sample: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A draft to be made true or dropped.

    `text` holds its unknown facts as `[slots]`, measured where a number would help; `plain` is the same without numbers. `target` is the
    entry it belongs under (None: its own section, or the file itself). `based_on` is the span of the line that it rewrites. `gain` is the
    measured change of the figure of its requirement's kind, 0.0 to 1.0.
    """

    requirement_id: str
    kind: SuggestionKind
    text: str
    plain: str
    slots: tuple[Slot, ...]
    target: EntryHeading | None
    based_on: Span | None
    gain: Score
    reason: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Coverage figures: weight x credit / sum of weights over duties, over skills, and over both; None where a kind is absent."""

    duties: Score | None
    skills: Score | None
    overall: Score | None


@dataclass(frozen=True, slots=True)
class Projection:
    """The figures once the suggestions are true: the best three of them, and all."""

    best_three: Figures
    all: Figures


@dataclass(frozen=True, slots=True)
class Documents:
    """The files that a report speaks of."""

    resume: Document
    cover_letter: Document | None = None
    posting: Document | None = None


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """Which profile a report was made with; `sha256` is that of its canonical content."""

    id: str
    title: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class EngineRecord:
    """Which engine made a report: the version, the hash of lexicon and calibration, the spaCy pipeline, and who read PDF pages."""

    version: str
    lexicon_sha256: str
    pipeline: str
    pdf_source: str = "own"


def figures_of(coverages: Iterable[Coverage]) -> Figures:
    """The coverage figures of duties, of skills and of both together (DESIGN, "Credit")."""
    coverages = tuple(coverages)

    def share(kinds: tuple[RequirementKind, ...]) -> Score | None:
        asked = [coverage for coverage in coverages if coverage.requirement.kind in kinds]
        weight = sum(coverage.requirement.weight for coverage in asked)
        if not weight:
            return None
        return Score(round(sum(coverage.requirement.weight * coverage.credit for coverage in asked) / weight, 6))

    duty, skill = RequirementKind.DUTY, RequirementKind.SKILL
    return Figures(share((duty,)), share((skill,)), share((duty, skill)))


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What a resume shows of what a role asks. A draft aid: it predicts no applicant-tracking system and makes no hiring decision.

    `as_of` is the day (YYYY-MM-DD) that "present" was read as.
    """

    documents: Documents
    profile: ProfileRecord
    engine: EngineRecord
    as_of: str
    coverages: tuple[Coverage, ...]
    mentions: tuple[Mention, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    projection: Projection | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def figures(self) -> Figures:
        """Duties, skills and overall, from 0.0 to 1.0; unreadable requirements count as nothing found."""
        return figures_of(self.coverages)

    @property
    def figures_at_most(self) -> Figures:
        """The same figures if everything unreadable turned out to be covered: the upper end of the range."""
        full = Score(1.0)
        return figures_of(replace(c, credit=full) if c.status is Status.UNREADABLE else c for c in self.coverages)

    @property
    def duties(self) -> Score:
        """The figure of the duties; 0.0 where the profile has none."""
        return self.figures.duties or Score(0.0)

    @property
    def skills(self) -> Score:
        """The figure of the skills; 0.0 where the profile has none."""
        return self.figures.skills or Score(0.0)

    @property
    def overall(self) -> Score:
        """The figure over duties and skills together; 0.0 where the profile has neither."""
        return self.figures.overall or Score(0.0)

    @property
    def qualifications(self) -> tuple[Coverage, ...]:
        """The qualifications one by one: never blended into a figure."""
        return tuple(c for c in self.coverages if c.requirement.kind is RequirementKind.QUALIFICATION)

    @property
    def covered(self) -> tuple[Coverage, ...]:
        """The requirements that the resume shows."""
        return self._with(Status.COVERED)

    @property
    def partial(self) -> tuple[Coverage, ...]:
        """The requirements of which the resume shows something."""
        return self._with(Status.PARTIAL)

    @property
    def missing(self) -> tuple[Coverage, ...]:
        """The requirements of which nothing was found."""
        return self._with(Status.MISSING)

    @property
    def unreadable(self) -> tuple[Coverage, ...]:
        """The requirements that cannot be judged, because part of the file could not be read or it is not English."""
        return self._with(Status.UNREADABLE)

    def coverage(self, requirement_id: str) -> Coverage:
        """The coverage of one requirement; KeyError if the profile has none of that id."""
        for coverage in self.coverages:
            if coverage.requirement.id == requirement_id:
                return coverage
        raise KeyError(requirement_id)

    def _with(self, status: Status) -> tuple[Coverage, ...]:
        return tuple(coverage for coverage in self.coverages if coverage.status is status)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no report: its name and the error, one for one with the sources of a batch."""

    source: str
    error: Exception
