"""A report as a plain Word document of its own: for whoever reads in Word what came as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from resume_match.model import CoverageReport
from resume_match.parsers.docx.write import Paragraph, Rows, Style, write_document
from resume_match.renderers import wording
from resume_match.renderers.blocks import Block, Figures, Level, blocks
from resume_match.renderers.outline import Outline
from resume_match.renderers.outlining import outline

_STYLES = {
    Level.TITLE: Style.TITLE,
    Level.HEADING: Style.HEADING,
    Level.SUBHEADING: Style.SUBHEADING,
    Level.BODY: Style.BODY,
    Level.POINT: Style.LIST,
    Level.DETAIL: Style.SUBLIST,
}


def to_docx(report: CoverageReport) -> bytes:
    """The report as DOCX, in the order and the words of the Markdown report; the same bytes for equal reports."""
    said = outline(report)
    return write_document(said.title, _set(said))


def _set(said: Outline) -> Iterator[Paragraph | Rows]:
    for block in blocks(said):
        if isinstance(block, Block):
            yield Paragraph(_STYLES[block.level], block.text, f"{block.lead}: " if block.lead else "")
        else:
            yield _table(block)


def _table(figures: Figures) -> Rows:
    projected = any(figure.all is not None for figure in figures)
    head = ("Coverage", "Now", *(("With the best three suggestions", "With all") if projected else ()))
    rows = (
        (figure.name, figure.words, *((wording.percent(figure.best_three), wording.percent(figure.all)) if projected else ()))
        for figure in figures
    )
    return Rows((head, *rows))
