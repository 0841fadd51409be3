"""Tables in the order in which they are read: data rows as lines, layout cells as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from resume_match.parsers.assembly import Draft, Piece
from resume_match.parsers.docx.xml import Element, attribute, child, tag

_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent", "mc:Choice"})
_SHORT = 200


class _Numbers(Protocol):
    def next(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table cell holds."""

    drafts: tuple[Draft, ...]

    @property
    def filled(self) -> tuple[Draft, ...]:
        """The paragraphs that hold something."""
        return tuple(draft for draft in self.drafts if any(piece.text.strip() for piece in draft.pieces))


def read_rows(table: Element) -> Iterator[list[Element]]:
    """The cells of each row, wrappers seen through; the continuation of a cell merged downward is left out."""
    for row in _through(table, "w:tr"):
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is not None:
            continue
        yield [cell for cell in _through(row, "w:tc") if not _continues(cell)]


def _through(parent: Element, name: str) -> Iterator[Element]:
    for element in parent:
        found = tag(element)
        if found == name:
            yield element
        elif found in _WRAPPERS:
            yield from _through(element, name)


def _continues(cell: Element) -> bool:
    merge = child(cell, "w:tcPr", "w:vMerge")
    return merge is not None and (attribute(merge, "w:val") or "continue") == "continue"


def side_by_side(cells: Sequence[Cell], regions: _Numbers) -> Iterator[Draft]:
    """The paragraphs of one row: one line where every cell holds one short paragraph, cell after cell otherwise."""
    filled = [cell for cell in cells if cell.filled]
    if len(filled) > 1 and all(_is_label(cell) for cell in filled):
        yield _joined([cell.filled[0] for cell in filled])
        return
    for cell in cells:
        yield from cell.drafts


def _is_label(cell: Cell) -> bool:
    if len(cell.filled) != 1:
        return False
    draft = cell.filled[0]
    text = "".join(piece.text for piece in draft.pieces)
    return len(text) <= _SHORT and "\n" not in text.strip() and not draft.style.list_item


def _joined(drafts: Sequence[Draft]) -> Draft:
    first = drafts[0]
    pieces: list[Piece] = []
    for draft in drafts:
        if pieces:
            pieces.append(Piece("\t"))
        pieces.extend(draft.pieces)
    return replace(first, pieces=tuple(pieces))
