"""Text boxes and shapes: what they hold, where they stand, and what ground they lay under text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from resume_match.parsers.docx.colors import UNKNOWN, Palette, plain_color
from resume_match.parsers.docx.settings import TWIPS
from resume_match.parsers.docx.xml import Element, attribute, child, number, tag

_EMU = 12_700
_SMALLEST_SIDE = 2.0
_VML_MEASURE = re.compile(r"^(-?[\d.]+)(pt|in|cm|mm|px|)$")
_VML_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "": 0.75}


@dataclass(frozen=True, slots=True)
class Page:
    """The size of the paper and its margins, in points."""

    width: float = 612.0
    height: float = 792.0
    left: float = 72.0
    right: float = 72.0
    top: float = 72.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a drawing stands: `left` and `top` in points from the edges named by `across` and `down`; None where it is in the line."""

    left: float | None = None
    top: float | None = None
    width: float | None = None
    height: float | None = None
    across: str = "column"
    down: str = "paragraph"
    pushes_text: bool = False
    hidden: str | None = None

    @property
    def floating(self) -> bool:
        """True for a drawing that is placed by itself instead of standing in the line."""
        return self.left is not None or self.top is not None

    def why_unseen(self, page: Page) -> str | None:
        """The reason why nobody can see what stands here, or None."""
        if self.hidden is not None:
            return self.hidden
        if self._is_off(self.left, self.width, page.width, self.across, page.left):
            return "in a box off the page"
        if self.down in ("page", "margin") and self._is_off(self.top, self.height, page.height, self.down, page.top):
            return "in a box off the page"
        return None

    @staticmethod
    def _is_off(start: float | None, length: float | None, extent: float, origin: str, margin: float) -> bool:
        if start is None:
            return False
        begin = start + (0.0 if origin == "page" else margin)
        return begin >= extent or begin + (length or 0.0) <= 0.0


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box with text of its own; `ground` is RRGGBB, UNKNOWN, or None where what lies behind shows through."""

    content: Element
    frame: Frame
    ground: str | None
    words: str | None = None
    """The text of word art, which has no paragraphs."""


@dataclass(slots=True)
class Drawing:
    """What a drawing holds. `backdrops` are the frames of pictures and filled shapes that may lie under text."""

    boxes: list[TextBox]
    backdrops: list[Frame]


@dataclass(frozen=True, slots=True)
class DrawingReader:
    """Reads drawings with a document's colours."""

    palette: Palette

    def read(self, element: Element) -> Drawing:
        """What a `w:drawing`, `w:pict` or `w:object` holds, each box once."""
        found = Drawing([], [])
        for inner in element:
            name = tag(inner)
            if name in ("wp:anchor", "wp:inline"):
                self._shapes(inner, _frame_of_anchor(inner), False, found)
            else:
                self._shapes_within(inner, Frame(), False, found)
        return found

    def _shapes_within(self, element: Element, frame: Frame, grouped: bool, found: Drawing) -> None:
        name = tag(element)
        if name == "wps:wsp":
            self._shape(element, frame, grouped, found)
        elif name.startswith("v:") and name != "v:group":
            self._vml(element, frame, grouped, found)
        elif name.endswith(":pic"):
            found.backdrops.append(frame)
        elif name == "mc:AlternateContent":
            self._shapes(chosen(element), frame, grouped, found)
        else:
            inside = replace(_frame_of_style(element, frame), hidden=frame.hidden) if name == "v:group" else frame
            self._shapes(element, inside, grouped or name in ("wpg:wgp", "wpg:grpSp", "v:group"), found)

    def _shapes(self, parent: Element, frame: Frame, grouped: bool, found: Drawing) -> None:
        for element in parent:
            self._shapes_within(element, frame, grouped, found)

    def _shape(self, shape: Element, frame: Frame, grouped: bool, found: Drawing) -> None:
        properties = child(shape, "wps:spPr")
        fill = self.palette.shape_fill(properties)
        if fill is None:
            reference = child(shape, "wps:style", "a:fillRef")
            if reference is not None and (number(attribute(reference, "idx")) or 0) > 0:
                fill = next((self.palette.shape_color(color) for color in reference), UNKNOWN)
        if grouped:
            frame = _within_group(frame, properties)
        content = child(shape, "wps:txbx", "w:txbxContent")
        if content is not None:
            found.boxes.append(TextBox(content, _too_small(frame), _ground(fill, grouped)))
        if fill not in (None, "auto", "FFFFFF"):
            found.backdrops.append(frame)

    def _vml(self, shape: Element, frame: Frame, grouped: bool, found: Drawing) -> None:
        if tag(shape) in ("v:shapetype", "v:fill", "v:stroke", "v:imagedata", "v:textbox", "v:path"):
            return
        frame = frame if grouped else _frame_of_style(shape, frame)
        fill = self._vml_fill(shape)
        for inner in shape:
            if tag(inner) == "v:textpath" and attribute(inner, "string"):
                found.boxes.append(TextBox(inner, frame, None, attribute(inner, "string")))
            if tag(inner) == "v:textbox":
                content = child(inner, "w:txbxContent")
                if content is not None:
                    found.boxes.append(TextBox(content, _too_small(frame), _ground(fill, grouped)))
            if tag(inner) == "v:imagedata":
                found.backdrops.append(frame)
        if fill not in ("auto", "FFFFFF"):
            found.backdrops.append(frame)

    def _vml_fill(self, shape: Element) -> str:
        if (attribute(shape, "filled") or "t").lower() in ("f", "false", "0"):
            return "auto"
        pattern = child(shape, "v:fill")
        if pattern is not None and (attribute(pattern, "type") or "solid") != "solid":
            return UNKNOWN
        written = attribute(shape, "fillcolor")
        return "FFFFFF" if written is None else plain_color(written) or UNKNOWN


def chosen(alternate: Element) -> Element:
    """The branch of an `mc:AlternateContent` that is read: the first choice that holds something, else the fallback."""
    for branch in alternate:
        if tag(branch) in ("mc:Choice", "mc:Fallback") and len(branch):
            return branch
    return next(iter(alternate), alternate)


def _ground(fill: str | None, grouped: bool) -> str | None:
    """The ground of a text box; in a group another shape may lie behind a box without a fill of its own."""
    if fill is None or fill == "auto":
        return UNKNOWN if grouped else None
    return fill


def _too_small(frame: Frame) -> Frame:
    sides = [side for side in (frame.width, frame.height) if side is not None]
    if frame.hidden is None and sides and min(sides) < _SMALLEST_SIDE:
        return replace(frame, hidden="in a box too small to see")
    return frame


def _frame_of_anchor(anchor: Element) -> Frame:
    extent = child(anchor, "wp:extent")
    width, height = (_emu(None if extent is None else attribute(extent, name)) for name in ("cx", "cy"))
    properties = child(anchor, "wp:docPr")
    hidden = properties is not None and (attribute(properties, "hidden") or "0").lower() in ("1", "true")
    unseen = "in a hidden drawing" if hidden else None
    if tag(anchor) == "wp:inline":
        # A box in the line grows with its text, so its height says nothing.
        return Frame(width=width, hidden=unseen)
    across, down = child(anchor, "wp:positionH"), child(anchor, "wp:positionV")
    return Frame(
        left=_offset(across),
        top=_offset(down),
        width=width,
        height=height,
        across=("column" if across is None else attribute(across, "relativeFrom") or "column"),
        down=("paragraph" if down is None else attribute(down, "relativeFrom") or "paragraph"),
        pushes_text=child(anchor, "wp:wrapTopAndBottom") is not None,
        hidden=unseen,
    )


def _offset(position: Element | None) -> float | None:
    found = child(position, "wp:posOffset")
    return None if found is None else _emu((found.text or "").strip())


def _emu(text: str | None) -> float | None:
    measure = number(text)
    return None if measure is None else measure / _EMU


def _within_group(frame: Frame, properties: Element | None) -> Frame:
    """The frame of one shape of a group, near enough to tell which of them comes first."""
    offset, extent = child(properties, "a:xfrm", "a:off"), child(properties, "a:xfrm", "a:ext")
    if offset is None or extent is None:
        return frame
    left, top = _emu(attribute(offset, "x")) or 0.0, _emu(attribute(offset, "y")) or 0.0
    # Shapes of a group have units of their own: a small side says nothing about what is seen.
    return replace(frame, left=(frame.left or 0.0) + left, top=(frame.top or 0.0) + top, width=None, height=None)


def _frame_of_style(shape: Element, frame: Frame) -> Frame:
    """The frame of a VML shape, from its style attribute."""
    style: dict[str, str] = {}
    for declaration in (attribute(shape, "style") or "").split(";"):
        name, _, setting = declaration.partition(":")
        style[name.strip().lower()] = setting.strip().lower()
    hidden = "in a hidden drawing" if style.get("visibility") == "hidden" else frame.hidden
    width, height = _vml_points(style.get("width")), _vml_points(style.get("height"))
    if style.get("position") != "absolute":
        return replace(frame, width=width, hidden=hidden)
    return Frame(
        left=_vml_points(style.get("margin-left") or style.get("left")),
        top=_vml_points(style.get("margin-top") or style.get("top")),
        width=width,
        height=height,
        across={"page": "page"}.get(style.get("mso-position-horizontal-relative", ""), "column"),
        down={"page": "page", "margin": "margin"}.get(style.get("mso-position-vertical-relative", ""), "paragraph"),
        hidden=hidden,
    )


def _vml_points(text: str | None) -> float | None:
    match = _VML_MEASURE.match(text or "")
    if match is None:
        return None
    measure = number(match.group(1))
    return None if measure is None else measure * _VML_POINTS[match.group(2)]


def page_of(section: Element | None) -> Page:
    """The page that a `w:sectPr` asks for; US Letter with margins of an inch where it is silent."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")

    def points(element: Element | None, name: str, default: float) -> float:
        measure = None if element is None else number(attribute(element, name))
        return default if measure is None else measure / TWIPS

    usual = Page()
    return Page(
        points(size, "w:w", usual.width),
        points(size, "w:h", usual.height),
        points(margins, "w:left", usual.left),
        points(margins, "w:right", usual.right),
        points(margins, "w:top", usual.top),
    )


def in_reading_order(boxes: list[TextBox]) -> list[TextBox]:
    """Boxes anchored at one place, column by column where a vertical gap parts them and from top to bottom elsewhere."""
    if len(boxes) < 2 or any(box.frame.left is None or box.frame.top is None for box in boxes):
        return boxes
    for across in (True, False):
        parts = _parted(boxes, across)
        if len(parts) > 1:
            return [box for part in parts for box in in_reading_order(part)]
    return sorted(boxes, key=lambda box: (box.frame.top or 0.0, box.frame.left or 0.0))


def _parted(boxes: list[TextBox], across: bool) -> list[list[TextBox]]:
    def extent(box: TextBox) -> tuple[float, float]:
        start = (box.frame.left if across else box.frame.top) or 0.0
        return start, start + ((box.frame.width if across else box.frame.height) or 1.0)

    parts: list[list[TextBox]] = []
    reach = float("-inf")
    for box in sorted(boxes, key=extent):
        start, end = extent(box)
        if start >= reach - 2.0:
            parts.append([])
        parts[-1].append(box)
        reach = max(reach, end)
    return parts


def backdrops_reach(frames: Iterable[Frame]) -> float:
    """How far down from its anchor the lowest of these shapes reaches, in points."""
    return max((max(0.0, frame.top or 0.0) + (frame.height or 0.0) for frame in frames if frame.floating), default=0.0)
