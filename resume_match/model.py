"""The nouns of the library: frozen values, from a file's text to a coverage report.

Read this first. A `Document` is a file's text with its lines; a `Resume` is that text as understood; a `RoleProfile` holds the
`Requirement`s of a role; a `Mention` is a phrase found and not yet judged; `Evidence` is a passage judged for one requirement;
`Coverage` is a requirement with its status and evidence; a `CoverageReport` is all of that for one resume.

Every offset is into `Document.text` of the document it speaks of, and `text[span.start:span.end]` is the quote that is shown.
Every score runs from 0.0 to 1.0.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import prod
from typing import NewType

Score = NewType("Score", float)


# ---------------------------------------------------------------------------------------------------------------- a file's text


class DocumentFormat(StrEnum):
    """What a file is, by its content."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `start` to `end`, of one document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when every character of `other` is one of this span's."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the page's top left corner as it is read."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """The way back into the file: `page` (from 1) and `box` in a PDF; story `part` and `paragraph` (from 0) elsewhere.

    Parts of a Word document are named by what they are: `body`, `header1`, `footer1`, `footnotes`, `endnotes`; `paragraph` counts
    the part's paragraphs in document order, those in tables and text boxes included. A text file is one part `text`, counted in lines.
    """

    page: int | None = None
    box: Box | None = None
    part: str | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is set: what tells a heading from a bullet where the words do not.

    `size` is in points, None where the file does not say. `bold` and `italic` hold when the whole line is. `list_item` marks the first
    line of a bulleted or numbered paragraph, `level` its nesting from 0. `heading` is the level (from 1) of a heading or title style.
    `gap` is the blank space above the line in units of its height, None where unknown (first line of a column; formats without pages).
    `furniture` marks page numbers and running headers and footers, which stand behind the body text.
    """

    size: float | None = None
    bold: bool = False
    italic: bool = False
    list_item: bool = False
    level: int = 0
    heading: int | None = None
    gap: float | None = None
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or one paragraph (or one part of it between line breaks) of a format without pages.

    `region` numbers the column, table cell or text box that the line stands in, in reading order: lines of different regions never
    continue each other. `bold_spans` are the parts set in bold. Pieces far apart on one line are separated by a tab.
    """

    span: Span
    anchor: Anchor
    style: LineStyle = LineStyle()
    region: int = 0
    bold_spans: tuple[Span, ...] = ()

    @property
    def page(self) -> int | None:
        """The page from 1, or None in a format without pages."""
        return self.anchor.page


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the characters it is set on (None where it covers no text) and its target as written (mailto:, https:)."""

    span: Span | None
    target: str


class DiagnosticCode(StrEnum):
    """What is worth knowing about a file that could be read."""

    HIDDEN_TEXT = "hidden_text"
    PARTIAL_TEXT = "partial_text"
    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    UNMAPPED_GLYPHS = "unmapped_glyphs"
    CONTROL_CHARS = "control_chars"
    ENCODING = "encoding"
    FORMAT_MISMATCH = "format_mismatch"
    MACROS = "macros"
    EXTERNAL_REFERENCE = "external_reference"
    UNSUPPORTED_CONTENT = "unsupported_content"
    OCR_LAYER = "ocr_layer"
    TRACKED_CHANGES = "tracked_changes"
    COMMENTS = "comments"
    RESTRICTED = "restricted"
    INSTRUCTION_TEXT = "instruction_text"
    KEYWORD_STUFFING = "keyword_stuffing"
    SUSPICIOUS_TEXT = "suspicious_text"
    NOT_ENGLISH = "not_english"
    UNDATED_ENTRY = "undated_entry"
    NO_EXPERIENCE_SECTION = "no_experience_section"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something worth knowing about a file: a stable code, a sentence, and where.

    `span` points into the document's text; text that was kept out of it stands in `quote`. `lost` is how many characters could
    not be read: 0 where nothing is missing, None where their number is unknown or nothing could be.
    """

    code: DiagnosticCode
    message: str
    span: Span | None = None
    page: int | None = None
    quote: str | None = None
    lost: int | None = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file's visible text in reading order, before anything is understood. `source` is the file's base name."""

    source: str
    format: DocumentFormat
    sha256: str
    text: str
    lines: tuple[Line, ...]
    pages: int | None = None
    links: tuple[Link, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def quote(self, span: Span) -> str:
        """The characters of a span, as they stand in the text."""
        return self.text[span.start : span.end]


# ------------------------------------------------------------------------------------------------------------ a resume understood


class SectionKind(StrEnum):
    """What a headed part of a resume holds."""

    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    PROJECTS = "projects"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    VOLUNTEER = "volunteer"
    REFERENCES = "references"
    OTHER = "other"


class EntryKind(StrEnum):
    """What an entry is."""

    EXPERIENCE = "experience"
    EDUCATION = "education"
    PROJECT = "project"
    VOLUNTEER = "volunteer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Bullet:
    """One statement: a bullet, or a sentence of a paragraph; wrapped lines joined by single spaces, the bullet sign left out."""

    text: str
    span: Span
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class EntryHeading:
    """What stands above an entry's bullets; enough to name the entry in a report."""

    kind: EntryKind
    title: str | None
    organization: str | None
    start: str | None
    end: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One position, degree, project or the like, as printed.

    Of education the title is the degree and the organization the school. Dates are `YYYY-MM`, `YYYY` or None; an end may be `present`.
    A lone graduation year is the end.
    """

    kind: EntryKind
    title: str | None
    organization: str | None
    start: str | None
    end: str | None
    span: Span
    bullets: tuple[Bullet, ...] = ()

    @property
    def heading(self) -> EntryHeading:
        """The entry without its bullets."""
        return EntryHeading(self.kind, self.title, self.organization, self.start, self.end, self.span)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a resume. `bullets` are the statements outside any entry; `heading` is None where none is printed."""

    kind: SectionKind
    heading: str | None
    span: Span
    entries: tuple[Entry, ...] = ()
    bullets: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Who the resume is of and how to reach them, as printed. Never used in scoring."""

    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """A document as understood. `skills` are the listed skills one by one; `diagnostics` are those found in understanding it."""

    document: Document
    contact: Contact
    sections: tuple[Section, ...]
    skills: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sections, in reading order."""
        return tuple(entry for section in self.sections for entry in section.entries)


# ------------------------------------------------------------------------------------------------------------- what a role asks


class RequirementKind(StrEnum):
    """A duty is what one does, a skill what one can, a qualification what one holds."""

    DUTY = "duty"
    SKILL = "skill"
    QUALIFICATION = "qualification"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One scored line of a profile.

    `terms` are phrases whose mention is explicit evidence; `explicit` and `partial` are patterns over concepts and verbs (README,
    "Writing a profile"). All three may be empty: then the content phrases of `text` are matched. `weight` is at least 0 and counts
    within the requirement's kind. `years` is the experience asked for, where a number is given. `origins` are the spans of the posting
    that ask for the requirement, empty in a profile that no posting shaped.
    """

    id: str
    kind: RequirementKind
    text: str
    weight: float = 1.0
    essential: bool = False
    terms: tuple[str, ...] = ()
    explicit: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    years: float | None = None
    origins: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a role asks. `source` says where the wording comes from."""

    id: str
    title: str
    version: str
    source: str
    requirements: tuple[Requirement, ...]

    def requirement(self, requirement_id: str) -> Requirement:
        """The requirement of that id; KeyError if there is none."""
        for requirement in self.requirements:
            if requirement.id == requirement_id:
                return requirement
        raise KeyError(requirement_id)


# ------------------------------------------------------------------------------------------------------------ phrases and evidence


class MentionKind(StrEnum):
    """A skill phrase names an ability; an experience phrase says what somebody did."""

    SKILL = "skill"
    EXPERIENCE = "experience"


class Actor(StrEnum):
    """Who acts in an experience phrase: the applicant, or somebody whose deeds are no evidence."""

    APPLICANT = "applicant"
    EMPLOYER = "employer"
    OTHER = "other"


class StatementKind(StrEnum):
    """What a phrase stands in; each is judged by rules of its own."""

    PROSE = "prose"
    LISTED = "listed"
    TITLE = "title"
    EDUCATION = "education"
    CERTIFICATION = "certification"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a document and where they stand."""

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase found, not yet judged.

    `span` covers the phrase; `statement` the bullet, sentence or line that it stands in. Of an experience phrase `action` is the verb or
    action noun, `object` what is acted on, `scope` where, for whom or with whom, `result` the measured outcome; each None where the
    phrase does not say. `concepts` and `verbs` are the ids of the lexicon's concepts and verb families that it names, most specific
    first; `acted_on` are the concepts of the object alone. `wished` marks what is wanted or only being learned, `assisting` an action
    that helps with somebody else's ("assisted in planning"), `corrected` the words that were read as misspellings of known ones.
    """

    kind: MentionKind
    span: Span
    statement: Span
    stands_in: StatementKind
    section: SectionKind
    entry: EntryHeading | None = None
    action: Phrase | None = None
    object: Phrase | None = None
    scope: Phrase | None = None
    result: Phrase | None = None
    concepts: tuple[str, ...] = ()
    acted_on: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    actor: Actor = Actor.APPLICANT
    negated: bool = False
    wished: bool = False
    assisting: bool = False
    corrected: tuple[str, ...] = ()


class EvidenceSource(StrEnum):
    """The document that evidence stands in."""

    RESUME = "resume"
    COVER_LETTER = "cover_letter"


class Strength(StrEnum):
    """How well a passage shows a requirement, by the labelling guideline."""

    EXPLICIT = "explicit"
    PARTIAL = "partial"


class Support(StrEnum):
    """What stands behind a passage: a dated entry, a claim in prose, or a list."""

    DEMONSTRATED = "demonstrated"
    CLAIMED = "claimed"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Factor:
    """One named reason of a score, from 0.0 to 1.0 (`value`), with the words that it rests on."""

    name: str
    value: Score
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage judged for one requirement. `score` is the product of its factors' values."""

    requirement_id: str
    source: EvidenceSource
    span: Span
    quote: str
    strength: Strength
    score: Score
    support: Support
    section: SectionKind
    entry: EntryHeading | None
    factors: tuple[Factor, ...]

    @staticmethod
    def score_of(factors: Iterable[Factor]) -> Score:
        """The product of the factors' values, rounded to six places so that it is the same on every machine."""
        return Score(round(prod(factor.value for factor in factors), 6))


# ------------------------------------------------------------------------------------------------------------ coverage and report


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
    """Which engine made a report: the library's version, the hash of its lexicon and calibration, and the spaCy pipeline used."""

    version: str
    lexicon_sha256: str
    pipeline: str


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
        """The requirements that cannot be judged, because part of the file could not be read."""
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
