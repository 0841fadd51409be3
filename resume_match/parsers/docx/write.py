"""A plain Word document made of headings, paragraphs, list lines and one kind of table; the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import docx

_EPOCH = (1980, 1, 1, 0, 0, 0)


class Style(StrEnum):
    """How a block is set: the names of Word's own styles, so that the reader's template decides the look."""

    TITLE = "Title"
    HEADING = "Heading 1"
    SUBHEADING = "Heading 2"
    BODY = "Normal"
    LIST = "List Bullet"
    SUBLIST = "List Bullet 2"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is set in bold before its text."""

    style: Style
    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table, its first row the headings."""

    cells: tuple[tuple[str, ...], ...]


def write_document(title: str, blocks: Iterable[Paragraph | Rows]) -> bytes:
    """The DOCX of the blocks in order. Their text must be free of characters that XML does not take."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "resume-match", ""
    for block in blocks:
        if isinstance(block, Rows):
            table = document.add_table(rows=0, cols=len(block.cells[0]), style="Light Grid Accent 1")
            for row in block.cells:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            continue
        paragraph = document.add_paragraph(style=block.style.value)
        if block.lead:
            paragraph.add_run(block.lead).bold = True
        paragraph.add_run(block.text)
    saved = io.BytesIO()
    document.save(saved)
    return _undated(saved.getvalue())


def _undated(data: bytes) -> bytes:
    """The same package with one fixed date on every member: python-docx writes the time of saving."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            dated = zipfile.ZipInfo(member.filename, _EPOCH)
            dated.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(dated, old.read(member))
    return target.getvalue()
