"""Text boxes and shapes: what they hold, where they stand, and what ground they lay under text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resume_match.parsers.docx.colors import UNKNOWN, Palette, plain_color
from resume_match.parsers.docx.frames import Frame, frame_of_anchor, frame_of_style, too_small_to_see, within_group
from resume_match.parsers.docx.xml import Element, attribute, child, number, tag


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
                self._shapes(inner, frame_of_anchor(inner), False, found)
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
            inside = replace(frame_of_style(element, frame), hidden=frame.hidden) if name == "v:group" else frame
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
            frame = within_group(frame, properties)
        content = child(shape, "wps:txbx", "w:txbxContent")
        if content is not None:
            found.boxes.append(TextBox(content, too_small_to_see(frame), _ground(fill, grouped)))
        if fill not in (None, "auto", "FFFFFF"):
            found.backdrops.append(frame)

    def _vml(self, shape: Element, frame: Frame, grouped: bool, found: Drawing) -> None:
        if tag(shape) in ("v:shapetype", "v:fill", "v:stroke", "v:imagedata", "v:textbox", "v:path"):
            return
        frame = frame if grouped else frame_of_style(shape, frame)
        fill = self._vml_fill(shape)
        for inner in shape:
            if tag(inner) == "v:textpath" and attribute(inner, "string"):
                found.boxes.append(TextBox(inner, frame, None, attribute(inner, "string")))
            if tag(inner) == "v:textbox":
                content = child(inner, "w:txbxContent")
                if content is not None:
                    found.boxes.append(TextBox(content, too_small_to_see(frame), _ground(fill, grouped)))
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


def in_reading_order(boxes: list[TextBox]) -> list[TextBox]:
    """Boxes anchored at one place, column by column where a vertical gap parts them and from top to bottom elsewhere."""
    if len(boxes) < 2 or any(box.frame.left is None or box.frame.top is None for box in boxes):
        return boxes
    for across in (True, False):
        parts = _parted(boxes, across)
        if len(parts) > 1 and not across:
            parts = _rejoined(parts)
        if len(parts) > 1:
            return [box for part in parts for box in in_reading_order(part)]
    return sorted(boxes, key=lambda box: (box.frame.top or 0.0, box.frame.left or 0.0))


def _rejoined(bands: list[list[TextBox]]) -> list[list[TextBox]]:
    """Bands that follow each other and are parted by one gap from top to bottom, as one: columns, not lines."""
    found: list[list[TextBox]] = []
    for band in bands:
        if found and len(band) > 1 and len(found[-1]) > 1 and len(_parted(found[-1] + band, True)) > 1:
            found[-1] = found[-1] + band
        else:
            found.append(band)
    return found


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
