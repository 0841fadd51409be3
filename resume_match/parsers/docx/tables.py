"""Tables in the order in which they are read: data rows as lines, layout cells as columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resume_match.parsers.assembly import REVISION, Draft, Piece, starts_with_bullet
from resume_match.parsers.docx.colors import UNKNOWN
from resume_match.parsers.docx.xml import Element, attribute, child, is_on, number, tag

_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent", "mc:Choice"})
_LABEL = 200
_SHORT_LABEL = 40
_LOWEST_ROW = 40
"""Two points, in twips."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{2,4}\b|\b(?:present|current|today|ongoing|now)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table cell holds: its paragraphs, and those of them with a letter or digit that can be seen."""

    drafts: tuple[Draft, ...]
    filled: tuple[Draft, ...]

    @classmethod
    def of(cls, drafts: Iterable[Draft]) -> Cell:
        """The cell with these paragraphs."""
        drafts = tuple(drafts)
        return cls(drafts, tuple(filter(_shows, drafts)))

    @property
    def glyph(self) -> str:
        """The sign that is all the cell holds; "" for any other cell."""
        text = "".join(text_of(draft) for draft in self.drafts).strip()
        return text if text and not self.filled else ""

    @property
    def is_label(self) -> bool:
        """True for one short paragraph on one line that is no bullet."""
        if len(self.filled) != 1:
            return False
        text = text_of(self.filled[0]).strip()
        return len(text) <= _LABEL and "\n" not in text and not is_bullet(self.filled[0])

    @property
    def is_aside(self) -> bool:
        """True for a few short lines, the first a date or set to the right: they belong beside the first lines of the next cell."""
        texts = [line for draft in self.filled for line in text_of(draft).strip().split("\n")]
        if not 0 < len(texts) <= 3 or any(len(text) > _SHORT_LABEL for text in texts) or any(map(is_bullet, self.filled)):
            return False
        return bool(_DATE.search(texts[0])) or all(draft.aligned in ("right", "end") for draft in self.filled)


def text_of(draft: Draft) -> str:
    """The visible text of a paragraph."""
    return "".join(piece.text for piece in draft.pieces if piece.hidden is None)


def is_bullet(draft: Draft) -> bool:
    """True for a paragraph that Word or its author marks as a list item."""
    return draft.style.list_item or starts_with_bullet(text_of(draft))


def read_rows(table: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each row with its cells, wrappers seen through; the continuation of a merged cell is left out."""
    for row in _through(table, "w:tr"):
        yield row, [cell for cell in _through(row, "w:tc") if not _continues(cell)]


def _through(parent: Element, name: str) -> Iterator[Element]:
    for element in parent:
        found = tag(element)
        if found == name:
            yield element
        elif found in _WRAPPERS:
            yield from _through(element, name)


def _continues(cell: Element) -> bool:
    properties = child(cell, "w:tcPr")
    merges = (child(properties, name) for name in ("w:vMerge", "w:hMerge"))
    return any(merge is not None and (attribute(merge, "w:val") or "continue") == "continue" for merge in merges)


def why_row_unseen(row: Element) -> str | None:
    """The reason why nobody can see a row: deleted, set as hidden, or of a fixed height under two points; None where one can."""
    properties = child(row, "w:trPr")
    if child(properties, "w:del") is not None:
        return REVISION
    if is_on(child(properties, "w:hidden")):
        return "set as hidden text"
    height = child(properties, "w:trHeight")
    if height is None or attribute(height, "w:hRule") != "exact":
        return None
    return "in a row too low to see" if (number(attribute(height, "w:val")) or 0.0) < _LOWEST_ROW else None


def row_ground(fills: dict[str, str], look: Element | None, row: int, cell: int) -> str | None:
    """The ground that a table style paints in a cell: None where it paints none, UNKNOWN where bands or last rows may paint it."""

    def asked(name: str, bit: int) -> bool:
        if look is None:
            return True
        flag = attribute(look, f"w:{name}")
        if flag is not None:
            return flag.lower() in ("1", "true", "on")
        try:
            return bool(int(attribute(look, "w:val") or "0", 16) & bit)
        except ValueError:
            return True

    if row == 0 and "firstRow" in fills and asked("firstRow", 0x20):
        return fills["firstRow"]
    if cell == 0 and "firstCol" in fills and asked("firstColumn", 0x80):
        return fills["firstCol"]
    if any(part not in ("wholeTable", "firstRow", "firstCol") for part in fills):
        return UNKNOWN
    return fills.get("wholeTable")


def in_reading_order(rows: Sequence[Sequence[Cell]]) -> Iterator[Draft]:
    """The paragraphs of a table: a row of short cells is one line with tabs, other rows are read cell after cell."""
    headed = _has_label_column(rows)
    for row in rows:
        yield from _row(_without_signs(row), headed)


def _has_label_column(rows: Sequence[Sequence[Cell]]) -> bool:
    """True when the first column names what the second tells at length: "EXPERIENCE" beside a whole section."""
    pairs = [cells for row in rows if len(cells := [cell for cell in row if cell.filled]) == 2]
    named = [pair for pair in pairs if pair[0].is_label and len(text_of(pair[0].filled[0])) <= _SHORT_LABEL and not pair[0].is_aside]
    return len(pairs) > 1 and len(named) >= 0.8 * len(pairs) and any(len(pair[1].filled) > 2 for pair in named)


def _without_signs(row: Sequence[Cell]) -> list[Cell]:
    """The row without cells that hold a sign alone, the marks of a time line or a list; such a sign makes a lone paragraph a bullet."""
    kept: list[Cell] = []
    sign = ""
    for cell in row:
        if cell.glyph:
            sign = cell.glyph
            continue
        if sign and len(cell.filled) == 1 and starts_with_bullet(f"{sign} x"):
            only = cell.filled[0]
            cell = Cell.of((replace(only, style=replace(only.style, list_item=True)),))
        kept.append(cell)
        sign = ""
    return kept


def _row(cells: Sequence[Cell], headed: bool) -> Iterator[Draft]:
    filled = [cell for cell in cells if cell.filled]
    beside = len(filled) == 2 and any(cell.is_aside for cell in filled)
    if len(filled) > 1 and all(cell.is_label for cell in filled) and (beside or not headed):
        yield _joined([cell.filled[0] for cell in filled])
        yield from (draft for cell in cells for draft in _unfilled(cell))
    elif beside and not all(cell.is_aside for cell in filled):
        yield from _zipped(filled[0], filled[1])
    else:
        for cell in cells:
            yield from cell.drafts


def _zipped(left: Cell, right: Cell) -> Iterator[Draft]:
    """Two cells, one of them an aside: its lines stand beside the first lines of the other."""
    aside, main = (left, right) if left.is_aside else (right, left)
    waiting = [line for draft in aside.filled for line in _lines(draft)]
    for draft in main.drafts:
        if is_bullet(draft):
            yield from waiting  # it belongs to the heading above the bullets
            waiting = []
        for line in _lines(draft) if waiting else (draft,):
            if waiting and _shows(line):
                pair = (waiting.pop(0), line)
                line = _joined(pair if aside is left else pair[::-1])
            yield line
    yield from waiting
    yield from _unfilled(aside)


def _lines(draft: Draft) -> list[Draft]:
    """A paragraph as one draft for each of its lines."""
    lines: list[list[Piece]] = [[]]
    for piece in draft.pieces:
        head, *rest = piece.text.split("\n")
        lines[-1].append(replace(piece, text=head))
        lines.extend([replace(piece, text=part)] for part in rest)
    return [replace(draft, pieces=tuple(pieces)) for pieces in lines]


def _shows(draft: Draft) -> bool:
    return any(character.isalnum() for character in text_of(draft))


def _unfilled(cell: Cell) -> list[Draft]:
    """The paragraphs of a cell that show nothing, but may hold hidden text."""
    return [draft for draft in cell.drafts if all(draft is not filled for filled in cell.filled)]


def _joined(drafts: Sequence[Draft]) -> Draft:
    """The paragraphs as one line, in the region and with the anchor of the first."""
    pieces: list[Piece] = []
    for draft in drafts:
        if pieces:
            pieces.append(Piece("\t"))
        pieces.extend(draft.pieces)
    return replace(drafts[0], pieces=tuple(pieces))
