"""A story of a Word document (body, header, note) as paragraphs in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from resume_match.model import Anchor, LineStyle
from resume_match.parsers.assembly import Draft, Piece
from resume_match.parsers.docx.colors import UNKNOWN
from resume_match.parsers.docx.drawings import DrawingReader, TextBox, chosen, in_reading_order
from resume_match.parsers.docx.frames import Frame, Page, backdrops_reach, frame_of_position
from resume_match.parsers.docx.inline import Field, Inline, RunReader
from resume_match.parsers.docx.numbering import Numbering
from resume_match.parsers.docx.package import Part
from resume_match.parsers.docx.settings import ParagraphSetting, RunSetting
from resume_match.parsers.docx.styles import StyleSheet, completed
from resume_match.parsers.docx.tables import Cell, read_rows, row_ground, text_of, why_row_unseen
from resume_match.parsers.docx.tables import in_reading_order as table_in_order
from resume_match.parsers.docx.visibility import is_off_page, why_hidden
from resume_match.parsers.docx.xml import Element, attribute, child, named, paragraphs_of, tag, value
from resume_match.parsers.limits import Budget

BLOCK_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"})
_USUAL_SIZE = 11.0
_LINE_HEIGHT = 1.2
_EMPTY_HEIGHT = _USUAL_SIZE * _LINE_HEIGHT
_NARROW = 0.45
_FULL_PAGE = 0.5
_FIRST_PARAGRAPHS = 60
"""About a page: a banner at its top may be anchored in any of them."""
_SIDEBAR_LINES = 4
_LINE_BOX_TOP = 6.0


class Regions:
    """Numbers for the columns, cells and text boxes of a document, in reading order."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """A number that no other region has."""
        self._last += 1
        return self._last


def _column_turn(paragraph: Element) -> str | None:
    """Whether a new column or section begins "before" or "after" the words of a paragraph, or None where none does."""
    if child(paragraph, "w:pPr", "w:sectPr") is not None:
        return "after"
    for element in named(paragraph, "t", "br"):
        if tag(element) == "w:br" and attribute(element, "w:type") == "column":
            return "before"
        if tag(element) == "w:t" and (element.text or "").strip():
            break
    turns = any(attribute(element, "w:type") == "column" for element in named(paragraph, "br"))
    return "after" if turns else None


def _runs_on(properties: Element | None) -> bool:
    """True for a paragraph that is one with the next: its end was deleted, or it is a large first letter in a frame of its own."""
    frame = child(properties, "w:framePr")
    dropped = frame is not None and (attribute(frame, "w:dropCap") or "none") != "none"
    return dropped or child(properties, "w:rPr", "w:del") is not None


def _begins_above(frame: Frame) -> bool:
    """True for a shape that may begin above the paragraph that it is anchored in."""
    return frame.down in ("page", "margin") or (frame.top or 0.0) < -_EMPTY_HEIGHT


def _from_the_top(frame: Frame, index: int) -> Frame:
    """The shape as if it were anchored in the first paragraph."""
    if frame.down in ("page", "margin"):
        return frame
    return replace(frame, top=0.0, height=(frame.height or 0.0) + index * _EMPTY_HEIGHT)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all stories of a document share."""

    sheet: StyleSheet
    numbering: Numbering
    drawings: DrawingReader
    page: Page
    ground: str | None
    regions: Regions
    budget: Budget


@dataclass(frozen=True, slots=True)
class Place:
    """Where paragraphs stand: their region, the ground behind them (None: the page), and why nobody can see them."""

    region: int
    ground: str | None = None
    unseen: str | None = None


class StoryReader:
    """Reads the paragraphs of one part; `notes` are the references to notes that it met, in order."""

    def __init__(self, part: Part, name: str, setting: Setting) -> None:
        self._part = part
        self._name = name
        self._setting = setting
        self._numbers = {element: index for index, element in enumerate(paragraphs_of(part.root)) if len(element)}
        self._fields: list[Field] = []
        self._blank = 0.0
        self._carried: list[Piece] = []
        self._aside: list[TextBox] = []
        self._has_text = False
        self.notes: list[tuple[str, str]] = []
        self.backdrop = 0.0
        for index, paragraph in enumerate(islice(self._numbers, _FIRST_PARAGRAPHS)):
            for drawing in named(paragraph, "drawing", "pict"):
                self._lay([_from_the_top(frame, index) for frame in setting.drawings.read(drawing).backdrops if _begins_above(frame)])
        """How much further down, in points, a picture or filled shape may lie under the text."""
        self.page_fields: list[int] = []
        """The paragraphs that hold a page number."""

    def read(self, container: Element, place: Place) -> Iterator[Draft]:
        """The paragraphs of a container, tables and text boxes where they stand; tall boxes beside the text come last."""
        yield from self._blocks(container, place)
        while self._aside:
            yield from self._box(self._aside.pop(0), place)

    def _blocks(self, container: Element, place: Place) -> Iterator[Draft]:
        for element in container:
            name = tag(element)
            if name == "w:p" and not len(element):
                self._setting.budget.check_time()
                self._blank += _EMPTY_HEIGHT
                self.backdrop -= _EMPTY_HEIGHT
            elif name == "w:p":
                turn = _column_turn(element)
                if turn == "before":
                    place = replace(place, region=self._setting.regions.next())
                yield from self._paragraph(element, place)
                if turn == "after":
                    place = replace(place, region=self._setting.regions.next())
            elif name == "w:tbl":
                yield from self._table(element, place)
                place = replace(place, region=self._setting.regions.next())
            elif name in BLOCK_WRAPPERS:
                yield from self._blocks(element, place)
            elif name == "mc:AlternateContent":
                yield from self._blocks(chosen(element), place)

    def _paragraph(self, element: Element, place: Place) -> Iterator[Draft]:
        self._setting.budget.check_time()
        properties = child(element, "w:pPr")
        key = value(properties, "w:pStyle") or self._setting.sheet.default_paragraph_style
        setting = completed(self._setting.sheet.reader.paragraph(properties), self._setting.sheet.paragraph_of(key))
        inline = self._inline(element, key, setting, place)
        if _runs_on(properties):
            self._carried = inline.pieces
            return
        draft = Draft(tuple(inline.pieces), self._anchor(element), self._style(key, setting), place.region, setting.align)
        if inline.has_page_field:
            self.page_fields.append(self._numbers[element])
        before, after = self._placed(inline, bool(text_of(draft).strip()))
        yield from (line for box in before for line in self._box(box, place))
        yield self._spaced(draft, setting)
        yield from (line for box in after for line in self._box(box, place))

    def _inline(self, element: Element, key: str | None, setting: ParagraphSetting, place: Place) -> Inline:
        inline = Inline(self._fields, self._carried)
        self._carried = []
        # What a drawing lays under the text must be known before the runs beside it are judged.
        for drawing in named(element, "drawing", "pict"):
            self._lay(self._setting.drawings.read(drawing).backdrops)
        unseen = place.unseen or self._why_off_page(child(element, "w:pPr", "w:framePr"), "")
        if unseen is None and is_off_page(setting, self._setting.page):
            unseen = "indented off the page"

        def hidden(run: RunSetting) -> str | None:
            return unseen or why_hidden(run, setting, self._ground(place))

        RunReader(lambda run: self._run(run, key), hidden, self._target, self._setting.drawings).read(element, inline)
        self.notes.extend(inline.notes)
        return inline

    def _why_off_page(self, position: Element | None, prefix: str) -> str | None:
        frame = frame_of_position(position, prefix)
        return None if frame is None else frame.why_unseen(self._setting.page)

    def _ground(self, place: Place) -> str | None:
        if place.ground is not None:
            return place.ground
        return UNKNOWN if self.backdrop > 0 else self._setting.ground

    def _run(self, run: Element, paragraph_style: str | None) -> RunSetting:
        self._setting.budget.check_time()  # one paragraph may hold a million runs
        properties = child(run, "w:rPr")
        styled = self._setting.sheet.styled_run(value(properties, "w:rStyle"), paragraph_style)
        return completed(self._setting.sheet.reader.run(properties), styled)

    def _anchor(self, element: Element) -> Anchor:
        return Anchor(part=self._name, paragraph=self._numbers.get(element))

    def _style(self, key: str | None, setting: ParagraphSetting) -> LineStyle:
        sheet, numbering = self._setting.sheet, self._setting.numbering
        heading = sheet.heading_level(key)
        if heading is None and setting.outline is not None and 0 <= setting.outline < 9:
            heading = setting.outline + 1
        listed = sheet.list_level(key)
        if setting.number_id is None:
            return LineStyle(list_item=listed is not None and heading is None, level=listed or 0, heading=heading)
        level = numbering.level_of(setting.number_id, key) if setting.number_level is None else setting.number_level
        shown = numbering.shows(setting.number_id, level)
        return LineStyle(list_item=shown and heading is None, level=max(level, listed or 0) if shown else 0, heading=heading)

    def _target(self, hyperlink: Element) -> str | None:
        relationship = self._part.relationships.get(attribute(hyperlink, "r:id") or "")
        return relationship.target if relationship is not None and relationship.external else None

    def _spaced(self, draft: Draft, setting: ParagraphSetting) -> Draft:
        """The paragraph with the blank space above it, counted in lines of its height."""
        text = text_of(draft)
        if not any(character.isalnum() for character in text):
            self._skip(setting, text)
            return draft
        size = next((piece.size for piece in draft.pieces if piece.size and piece.text.strip()), _USUAL_SIZE)
        gap = self._blank + (setting.before or 0.0)
        self._blank = setting.after or 0.0
        self._has_text = True
        lines = max(1.0, len(text) * size * 0.5 / max(72.0, self._setting.page.width - self._setting.page.left - self._setting.page.right))
        self.backdrop -= size * _LINE_HEIGHT * lines + gap
        return replace(draft, style=replace(draft.style, gap=round(gap / (size * _LINE_HEIGHT), 2)))

    def _skip(self, setting: ParagraphSetting, text: str) -> None:
        """Count an empty paragraph as blank space."""
        height = _EMPTY_HEIGHT * (1 + text.count("\n")) + (setting.before or 0.0) + (setting.after or 0.0)
        self._blank += height
        self.backdrop -= height

    def _lay(self, frames: list[Frame]) -> None:
        """Take note of pictures and filled shapes that may lie under the text from here on."""
        reach = backdrops_reach(frames)
        # One that fills the page is on every page, as far as can be told.
        self.backdrop = float("inf") if reach > _FULL_PAGE * self._setting.page.height else max(self.backdrop, reach)

    def _placed(self, inline: Inline, has_text: bool) -> tuple[list[TextBox], list[TextBox]]:
        """The text boxes anchored in a paragraph: those read before its text and those after. Sidebars wait for the end."""
        boxes = in_reading_order([box for drawing in inline.drawings for box in drawing.boxes])
        before: list[TextBox] = []
        after: list[TextBox] = []
        for box in boxes:
            frame = box.frame
            above = frame.down in ("paragraph", "line") and frame.top is not None
            if (has_text or self._has_text) and self._is_sidebar(box):
                self._aside.append(box)
            elif above and has_text and ((frame.top or 0.0) < -2.0 or (frame.pushes_text and (frame.top or 0.0) < _LINE_BOX_TOP)):
                before.append(box)
            else:
                after.append(box)
        return before, after

    def _is_sidebar(self, box: TextBox) -> bool:
        narrow = box.frame.width is not None and box.frame.width < _NARROW * self._setting.page.width
        return box.frame.floating and narrow and sum(1 for paragraph in named(box.content, "p") if len(paragraph)) >= _SIDEBAR_LINES

    def _box(self, box: TextBox, place: Place) -> Iterator[Draft]:
        unseen = place.unseen or box.frame.why_unseen(self._setting.page)
        inner = Place(self._setting.regions.next(), box.ground or place.ground, unseen)
        if box.words is not None:
            yield Draft((Piece(box.words, hidden=unseen),), Anchor(part=self._name), region=inner.region)
            return
        backdrop, blank = self.backdrop, self._blank
        if box.frame.floating and box.ground is None:
            self.backdrop = max(backdrop, 1.0) if backdrop > 0 else 0.0
        yield from self._blocks(box.content, inner)
        self.backdrop, self._blank = backdrop, blank

    def _table(self, table: Element, place: Place) -> Iterator[Draft]:
        properties = child(table, "w:tblPr")
        fills = self._setting.sheet.table_fills(value(properties, "w:tblStyle"))
        own = self._setting.sheet.reader.palette.shading(child(properties, "w:shd"))
        look = child(properties, "w:tblLook")
        off_page = self._why_off_page(child(properties, "w:tblpPr"), "tblp")
        rows: list[list[Cell]] = []
        for index, (row, cells) in enumerate(read_rows(table)):
            unseen = place.unseen or off_page or why_row_unseen(row)
            read: list[Cell] = []
            for number, cell in enumerate(cells):
                shade = self._setting.sheet.reader.palette.shading(child(cell, "w:tcPr", "w:shd"))
                layers = (shade, row_ground(fills, look, index, number), own, place.ground)
                ground = next((layer for layer in layers if layer is not None and layer != "auto"), None)
                read.append(Cell.of(self._blocks(cell, Place(self._setting.regions.next(), ground, unseen))))
            rows.append(read)
        yield from table_in_order(rows)
