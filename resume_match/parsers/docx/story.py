"""A story of a Word document (body, header, note, text box) as paragraphs in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from resume_match.model import Anchor, LineStyle
from resume_match.parsers.assembly import Draft, Piece
from resume_match.parsers.docx.inline import Inline, RunReader, chosen
from resume_match.parsers.docx.package import Part
from resume_match.parsers.docx.styles import ParagraphSetting, RunSetting, StyleSheet, read_paragraph_setting, read_run_setting
from resume_match.parsers.docx.tables import Cell, read_rows, side_by_side
from resume_match.parsers.docx.xml import Element, attribute, child, tag, value
from resume_match.parsers.limits import Budget

_BLOCK_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag", "w:body", "w:txbxContent"})
_SMALLEST_SIZE = 2.0


class Regions:
    """Numbers for the columns, cells and text boxes of a document, in reading order."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """A number that no other region has."""
        self.last += 1
        return self.last


class StoryReader:
    """Reads the paragraphs of one part."""

    def __init__(self, part: Part, name: str, sheet: StyleSheet, regions: Regions, budget: Budget) -> None:
        self._part = part
        self._name = name
        self._sheet = sheet
        self._regions = regions
        self._budget = budget
        self._paragraphs = 0
        self._fields: list[bool] = []
        self.notes: list[tuple[str, str]] = []

    def read(self, container: Element, region: int) -> Iterator[Draft]:
        """The paragraphs of a container, tables and text boxes where they stand."""
        for element in container:
            name = tag(element)
            if name == "w:p":
                yield from self._paragraph(element, region)
            elif name == "w:tbl":
                yield from self._table(element)
                region = self._regions.next()
            elif name in _BLOCK_WRAPPERS:
                yield from self.read(element, region)
            elif name == "mc:AlternateContent":
                yield from self.read(chosen(element), region)

    def _paragraph(self, element: Element, region: int) -> Iterator[Draft]:
        self._budget.check_time()
        anchor = Anchor(part=self._name, paragraph=self._paragraphs)
        self._paragraphs += 1
        properties = child(element, "w:pPr")
        key = value(properties, "w:pStyle") or self._sheet.default_paragraph_style
        setting = read_paragraph_setting(properties).over(self._sheet.paragraph_of(key)).over(self._sheet.paragraph_defaults)
        inline = Inline(fields=self._fields)
        RunReader(lambda run: self._run_setting(run, key), _hidden, self._target).read(element, inline)
        self.notes.extend(inline.notes)
        yield Draft(tuple(inline.pieces), anchor, self._style(key, setting), region)
        for box in inline.boxes:
            yield from self.read(box, self._regions.next())

    def _style(self, key: str | None, setting: ParagraphSetting) -> LineStyle:
        heading = self._sheet.heading_level(key)
        if heading is None and setting.outline is not None and 0 <= setting.outline < 9:
            heading = setting.outline + 1
        listed = self._sheet.list_level(key)
        numbered = setting.number_id not in (None, "0")
        level = setting.number_level if numbered and setting.number_level is not None else listed
        return LineStyle(list_item=(numbered or (listed is not None and setting.number_id != "0")) and heading is None, level=level or 0, heading=heading)

    def _run_setting(self, run: Element, paragraph_style: str | None) -> RunSetting:
        properties = child(run, "w:rPr")
        direct = read_run_setting(properties)
        character = self._sheet.run_of(value(properties, "w:rStyle"))
        return direct.over(character).over(self._sheet.run_of(paragraph_style)).over(self._sheet.run_defaults)

    def _target(self, hyperlink: Element) -> str | None:
        relationship = self._part.relationships.get(attribute(hyperlink, "r:id") or "")
        return relationship.target if relationship is not None and relationship.external else None

    def _table(self, table: Element) -> Iterator[Draft]:
        for row in read_rows(table):
            read = [Cell(tuple(self._cell(cell))) for cell in row]
            yield from side_by_side(read, self._regions)

    def _cell(self, cell: Element) -> Iterable[Draft]:
        return list(self.read(cell, self._regions.next()))


def _hidden(setting: RunSetting) -> str | None:
    if setting.vanish:
        return "set as hidden text"
    if setting.size is not None and setting.size < _SMALLEST_SIZE:
        return f"set at {setting.size:g} points"
    return None


def as_furniture(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The same paragraphs, marked as running headers or footers."""
    for draft in drafts:
        yield replace(draft, style=replace(draft.style, furniture=True))


def words_of(pieces: Iterable[Piece]) -> str:
    """The visible text of pieces, blanks collapsed."""
    return " ".join("".join(piece.text for piece in pieces if piece.hidden is None).split())
