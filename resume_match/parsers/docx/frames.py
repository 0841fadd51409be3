"""Where the boxes, shapes and frames of a Word document stand, and whether that is on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

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
        if self.left is not None:
            left = self.left + (0.0 if self.across == "page" else page.left)
            if left >= page.width or left + (self.width or 0.0) <= 0.0:
                return "in a box off the page"
        if self.top is not None and self.down in ("page", "margin"):
            top = self.top + (0.0 if self.down == "page" else page.top)
            if top >= page.height or top + (self.height or 0.0) <= 0.0:
                return "in a box off the page"
        return None


def too_small_to_see(frame: Frame) -> Frame:
    """The frame, marked as hidden where one of its sides is under two points."""
    sides = [side for side in (frame.width, frame.height) if side is not None]
    if frame.hidden is None and sides and min(sides) < _SMALLEST_SIDE:
        return replace(frame, hidden="in a box too small to see")
    return frame


def frame_of_anchor(anchor: Element) -> Frame:
    """The frame of a `wp:anchor` or `wp:inline`."""
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


def within_group(frame: Frame, properties: Element | None) -> Frame:
    """The frame of one shape of a group, near enough to tell which of them comes first."""
    offset, extent = child(properties, "a:xfrm", "a:off"), child(properties, "a:xfrm", "a:ext")
    if offset is None or extent is None:
        return frame
    left, top = _emu(attribute(offset, "x")) or 0.0, _emu(attribute(offset, "y")) or 0.0
    # Shapes of a group have units of their own: a small side says nothing about what is seen.
    return replace(frame, left=(frame.left or 0.0) + left, top=(frame.top or 0.0) + top, width=None, height=None)


def frame_of_style(shape: Element, frame: Frame) -> Frame:
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


def frame_of_position(element: Element | None, prefix: str) -> Frame | None:
    """The frame of a paragraph's `w:framePr` (prefix "") or a table's `w:tblpPr` ("tblp"); None where the element is absent."""
    if element is None:
        return None
    anchors = ("w:hAnchor", "w:vAnchor") if not prefix else ("w:horzAnchor", "w:vertAnchor")
    left, top = (number(attribute(element, f"w:{prefix}{axis}")) for axis in (("x", "y") if not prefix else ("X", "Y")))
    width = number(attribute(element, "w:w"))
    across, down = (attribute(element, name) or "text" for name in anchors)
    return Frame(
        left=None if left is None else left / TWIPS,
        top=None if top is None else top / TWIPS,
        width=72.0 if width is None else width / TWIPS,
        height=72.0,
        across=across,
        down={"text": "paragraph"}.get(down, down),
    )


def backdrops_reach(frames: Iterable[Frame]) -> float:
    """How far down from its anchor the lowest of these shapes reaches, in points."""
    return max((max(0.0, frame.top or 0.0) + (frame.height or 0.0) for frame in frames if frame.floating), default=0.0)
