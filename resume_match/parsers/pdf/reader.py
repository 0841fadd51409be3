"""A PDF file's bytes to a Document: the one place where the steps of reading are joined."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, radians, sin

from resume_match.errors import CorruptDocumentError, NoTextError
from resume_match.lexicon.headings import heading_sense
from resume_match.model import Box, Document, DocumentFormat
from resume_match.parsers.layout import Glyph, LaidLine, lay_out
from resume_match.parsers.layout.marks import Mark, bullets_before
from resume_match.parsers.limits import Limits, PdfSource
from resume_match.parsers.pdf.annotations import read_annotations
from resume_match.parsers.pdf.assembly import PageText, assemble
from resume_match.parsers.pdf.canvas import Canvas
from resume_match.parsers.pdf.damage import RAISED_BY_DAMAGE
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.findings import Findings
from resume_match.parsers.pdf.frame import FontShelf, Sheet
from resume_match.parsers.pdf.guard import Guard
from resume_match.parsers.pdf.interpreter import Interpreter
from resume_match.parsers.pdf.layers import Layers
from resume_match.parsers.pdf.pages import Page, find_pages, reading_matrix, visible_box
from resume_match.parsers.pdf.pdfium import PdfiumFile
from resume_match.parsers.pdf.visibility import sort_out

LONGEST_HEADING = 60


def read_pdf(data: bytes, source: str, limits: Limits, pdf_source: PdfSource = PdfSource.OWN) -> Document:
    """The document in a PDF file's bytes; raises a DocumentError where it gives none.

    With `PdfSource.PDFIUM` pdfium reads the pages, where it finds the same ones and no layer is switched off.
    """
    if pdf_source is PdfSource.OWN:
        return _read(data, source, limits, None)
    pdfium = PdfiumFile(data, source)
    try:
        return _read(data, source, limits, pdfium)
    finally:
        pdfium.close()


def _read(data: bytes, source: str, limits: Limits, pdfium: PdfiumFile | None) -> Document:
    guard = Guard(source, limits)
    try:
        file = PdfFile(data, guard)
        listed = find_pages(file)
    except (*RAISED_BY_DAMAGE, MemoryError) as error:
        raise _corrupt(source, "its structure is damaged beyond reading") from error
    if not listed.pages:
        raise _corrupt(source, "no page was found in it")
    findings = Findings()
    layers = Layers(file)
    if pdfium is not None and (pdfium.pages != len(listed.pages) or layers.any_off):
        pdfium = None
    reading = _Reading(file, FontShelf(file), layers, findings, pdfium)
    pages = [reading.page(number, page) for number, page in enumerate(listed.pages, 1)]
    findings.take_file(file, listed.rebuilt)
    assembled = assemble([page for page in pages if page is not None])
    guard.count_characters(len(assembled.text))
    findings.unmapped = assembled.unmapped
    if not any(sign.isalnum() for sign in assembled.text):
        raise _no_text(source, findings)
    diagnostics = findings.diagnostics(assembled.text, assembled.controls)
    digest = hashlib.sha256(data).hexdigest()
    return Document(source, DocumentFormat.PDF, digest, assembled.text, assembled.lines, len(pages), assembled.links, diagnostics)


def _corrupt(source: str, fault: str) -> CorruptDocumentError:
    return CorruptDocumentError(source, fault, "Open it in a PDF viewer and save or print it as a new PDF, or offer the DOCX")


def _no_text(source: str, findings: Findings) -> NoTextError:
    if findings.images and not findings.unmapped:
        return NoTextError(source, "it holds pictures but no text, as scans do", "Run OCR on it first, or offer the file it was made from")
    if findings.unmapped:
        return NoTextError(source, "its fonts do not say which letters they draw", "Run OCR on it first, or save it anew from its program")
    if findings.hidden:
        return NoTextError(source, "it holds no text that a reader could see", "Save it from its original program again")
    if findings.unread:
        return NoTextError(source, "none of its pages could be read", "Print it from a PDF viewer as a new PDF, or offer the DOCX")
    return NoTextError(source, "it holds no text", "If it is a scan or a picture, run OCR first")


@dataclass(slots=True)
class _Reading:
    """What the pages of one file share while they are read."""

    file: PdfFile
    shelf: FontShelf
    layers: Layers
    findings: Findings
    pdfium: PdfiumFile | None
    characters: int = field(default=0)

    def page(self, number: int, page: Page | None) -> PageText | None:
        """The lines of one page; None, and a finding, where it could not be read."""
        if page is None:
            self.findings.miss_page(number)
            return None
        try:
            return self._page(number, page)
        except RAISED_BY_DAMAGE:
            self.findings.miss_page(number)
            return None

    def _page(self, number: int, page: Page) -> PageText:
        file = self.file
        file.guard.check_time()
        box = visible_box(file, page)
        matrix, width, height = reading_matrix(file, page, box)
        canvas = Canvas(width, height)
        sheet = Sheet(file, self.shelf, self.layers, canvas)
        interpreter = Interpreter(sheet)
        if self.pdfium is None or not self.pdfium.draw(number - 1, matrix, sheet):
            contents = page.attributes.get("Contents")
            streams = file.array(contents) or ([] if contents is None else [contents])
            interpreter.draw(streams, file.dictionary(page.attributes.get("Resources")), matrix)
        noted = read_annotations(page, matrix, interpreter)
        self.characters += canvas.characters
        if self.characters > 2 * file.guard.limits.characters:
            file.guard.count_characters(self.characters)
        sorted_out = sort_out(canvas, file.guard.check_time)
        self.findings.take_page(number, canvas, sorted_out, noted.comments)
        upright = sorted_out.visible.get(0)
        if upright:
            marks = [Mark(*fill.area) for fill in canvas.fills if fill.color is not None]
            upright.extend(bullets_before(upright, marks, file.guard.check_time))
        lines = list(self._laid_out(sorted_out.visible))
        return PageText(number, max(height, 1.0), lines, noted.links)

    def _laid_out(self, by_angle: dict[int, list[Glyph]]) -> Iterator[tuple[LaidLine, Box]]:
        """The lines of a page: those of the commonest direction of writing, then the turned ones, each with its box on the page."""
        region = 0
        for angle in sorted(by_angle, key=lambda angle: (-len(by_angle[angle]), abs(angle), angle)):
            lines = lay_out(by_angle[angle], self.file.guard.check_time, _heading_rank)
            for line in lines:
                yield LaidLine(line.pieces, line.region + region), _box(line, angle)
            region += 1 + max((line.region for line in lines), default=0)


def _heading_rank(text: str) -> int:
    """How surely a text heads a section: 2 surely, 1 perhaps, 0 not."""
    sense = heading_sense(text) if len(text) < LONGEST_HEADING else None
    return 0 if sense is None or not sense.listed else 1 if sense.weak else 2


def _box(line: LaidLine, angle: int) -> Box:
    corners = [(x, y) for x in (line.left, line.right) for y in (line.top, line.bottom)]
    if angle:
        turn = radians(angle)
        corners = [(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for x, y in corners]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1))
