"""What is worth knowing about a PDF file besides its text, gathered while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from resume_match.model import Diagnostic, DiagnosticCode
from resume_match.parsers.cleaning import clean, compose
from resume_match.parsers.layout import Glyph
from resume_match.parsers.layout.words import rows_of, words_of
from resume_match.parsers.pdf.canvas import Canvas
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.visibility import Sorted, is_pictured

HARDLY_ANY = 120
"""Letters of a page, fewer of which are the stamp or the running foot of a scan ("Scanned with ...", "Page 2 of 3")."""
LONGEST_QUOTE = 200
MOST_QUOTES = 50
_END = b"%%EOF"
_TAIL = 2_048


@dataclass(slots=True)
class Findings:
    """The running notes on one file."""

    hidden: list[Diagnostic] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    partial: list[int] = field(default_factory=list)
    ocr: list[int] = field(default_factory=list)
    pictured: list[int] = field(default_factory=list)
    unmapped: int = 0
    characters: int = 0
    images: int = 0
    comments: bool = False
    about_file: list[Diagnostic] = field(default_factory=list)

    def miss_page(self, number: int) -> None:
        """Notes a page that could not be read."""
        self.unread.append(number)

    def take_page(self, number: int, canvas: Canvas, sorted_out: Sorted, comments: bool) -> None:
        """Notes what one page holds besides its text."""
        self.characters += canvas.characters
        self.images += len(canvas.images)
        self.comments = self.comments or comments
        if canvas.damaged:
            self.partial.append(number)
        if sorted_out.ocr:
            self.ocr.append(number)
        elif is_pictured(canvas) and sum(map(len, sorted_out.visible.values())) < HARDLY_ANY:
            self.pictured.append(number)
        for reason, glyphs in sorted_out.hidden.items():
            quote = _quote(glyphs)
            if any(sign.isalnum() for sign in quote):
                message = f"Kept out of the text: {reason} (page {number})."
                self.hidden.append(Diagnostic(DiagnosticCode.HIDDEN_TEXT, message, page=number, quote=quote))

    def take_file(self, file: PdfFile, without_tree: bool) -> None:
        """Notes what holds of the whole file."""
        if file.rebuilt:
            lost = None if without_tree or self.unread or self.partial else 0
            if _END not in file.data[-_TAIL:]:
                message = "The file ends before its time; what was left of it was read."
                self.about_file.append(Diagnostic(DiagnosticCode.TRUNCATED, message, lost=lost))
            else:
                message = "The file's table of contents is wrong; its parts were found by searching."
                self.about_file.append(Diagnostic(DiagnosticCode.DAMAGED, message, lost=lost))
        elif file.damaged_streams and not self.partial:
            message = "A part of the file that is no page (a font or a table) is damaged."
            self.about_file.append(Diagnostic(DiagnosticCode.DAMAGED, message))
        self._take_catalog(file)

    def _take_catalog(self, file: PdfFile) -> None:
        catalog = file.catalog
        names = file.dictionary(catalog.get("Names"))
        if file.decryptor is not None and file.decryptor.restricted:
            message = "The file's owner asks readers not to extract its text."
            self.about_file.append(Diagnostic(DiagnosticCode.RESTRICTED, message))
        action = file.dictionary(catalog.get("OpenAction"))
        if "JavaScript" in names or file.name(action.get("S")) == "JavaScript":
            self.about_file.append(Diagnostic(DiagnosticCode.MACROS, "The file holds scripts; they were not run."))
        if file.dictionary(catalog.get("AcroForm")).get("XFA") is not None:
            message = "The file holds a dynamic form (XFA); only what its pages show was read."
            self.about_file.append(Diagnostic(DiagnosticCode.UNSUPPORTED_CONTENT, message, lost=None))
        if "EmbeddedFiles" in names:
            message = "The file carries other files inside; they were not read."
            self.about_file.append(Diagnostic(DiagnosticCode.UNSUPPORTED_CONTENT, message))

    def diagnostics(self, text: str, dropped: int) -> tuple[Diagnostic, ...]:
        """All findings as diagnostics; `dropped` is the number of control characters taken out of the text."""
        found: list[Diagnostic] = []
        for number in self.unread:
            found.append(Diagnostic(DiagnosticCode.PARTIAL_TEXT, f"Page {number} could not be read.", page=number, lost=None))
        for number in self.partial:
            message = f"Page {number} is damaged; part of it could not be read."
            found.append(Diagnostic(DiagnosticCode.PARTIAL_TEXT, message, page=number, lost=None))
        for number in self.pictured:
            message = f"Page {number} is a picture with hardly any text, as a scan is; what it shows was not read."
            found.append(Diagnostic(DiagnosticCode.PARTIAL_TEXT, message, page=number, lost=None))
        found.extend(self.about_file)
        if self.unmapped:
            share = self.unmapped / max(1, self.characters)
            message = f"{self.unmapped} characters ({share:.1%}) are drawn by fonts that do not say which letters they are."
            found.append(Diagnostic(DiagnosticCode.UNMAPPED_GLYPHS, message, lost=self.unmapped))
        if dropped:
            message = f"{dropped} control characters were dropped ({dropped / max(1, len(text) + dropped):.1%} of the text)."
            found.append(Diagnostic(DiagnosticCode.CONTROL_CHARS, message))
        if self.ocr:
            message = f"The text of {len(self.ocr)} scanned page{'s' if len(self.ocr) > 1 else ''} comes from character recognition."
            found.append(Diagnostic(DiagnosticCode.OCR_LAYER, message, page=self.ocr[0]))
        if self.comments:
            found.append(Diagnostic(DiagnosticCode.COMMENTS, "The pages carry comments; they were not read."))
        return (*found, *self._hidden_text())

    def _hidden_text(self) -> list[Diagnostic]:
        if len(self.hidden) <= MOST_QUOTES:
            return self.hidden
        rest = len(self.hidden) - MOST_QUOTES
        more = Diagnostic(DiagnosticCode.HIDDEN_TEXT, f"Kept out of the text: {rest} more passages like these.")
        return [*self.hidden[:MOST_QUOTES], more]


def _quote(glyphs: list[Glyph]) -> str:
    """Hidden characters as they would read, shortened."""
    words = [word.text for row in rows_of(glyphs) for word in words_of(row)]
    quote = " ".join(compose(clean(" ".join(words)).text).split())
    return quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rstrip() + "…"
