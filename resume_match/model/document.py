"""A file's text: spans, lines with their style and place, diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
