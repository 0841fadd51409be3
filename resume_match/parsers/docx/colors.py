"""Colours of a Word document resolved to RRGGBB, and whether one can be seen on another."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping

from resume_match.parsers.docx.xml import Element, attribute, child, children, number, tag

UNKNOWN = "?"
"""A ground that is there and cannot be told as one colour: a picture, a gradient, a pattern. Text on it counts as visible."""

LOWEST_CONTRAST = 1.2
"""The contrast ratio (WCAG 2, from 1 to 21) under which text cannot be seen on its ground."""

_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00",
    "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "lime": "00FF00", "blue": "0000FF", "yellow": "FFFF00", "aqua": "00FFFF",
    "fuchsia": "FF00FF", "gray": "808080", "grey": "808080", "silver": "C0C0C0", "maroon": "800000", "green": "008000", "navy": "000080",
    "olive": "808000", "purple": "800080", "teal": "008080",
}  # fmt: skip
_SCHEME = {"dk1": "000000", "lt1": "FFFFFF"}
_ROLES = {
    "text1": "dk1", "tx1": "dk1", "dark1": "dk1", "dk1": "dk1", "background1": "lt1", "bg1": "lt1", "light1": "lt1", "lt1": "lt1",
    "text2": "dk2", "tx2": "dk2", "dark2": "dk2", "dk2": "dk2", "background2": "lt2", "bg2": "lt2", "light2": "lt2", "lt2": "lt2",
    "hyperlink": "hlink", "followedhyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {"text1": "t1", "tx1": "t1", "text2": "t2", "tx2": "t2", "background1": "bg1", "background2": "bg2"}
"""The names that a document's colour mapping uses for the names that its text and shapes use."""
_HEX = re.compile(r"^#?([0-9A-Fa-f]{6})$")
_SHORT_HEX = re.compile(r"^#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])$")
_PERCENT_PATTERN = re.compile(r"^pct(\d+)$")


def plain_color(text: str | None) -> str | None:
    """RRGGBB of a colour written as hexadecimal or by name; None where it is neither."""
    if text is None:
        return None
    word = text.split("[")[0].strip()
    if match := _HEX.match(word):
        return match.group(1).upper()
    if match := _SHORT_HEX.match(word):
        return "".join(digit * 2 for digit in match.groups()).upper()
    return _NAMED.get(word.lower())


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2, from 1.0 (the same) to 21.0 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the first colour over the second."""
    return "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in zip(_channels(one), _channels(other), strict=True))


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[0:2], 16), int(color[2:4], 16), int(color[4:6], 16)


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _with_lightness(color: str, factor: float, offset: float) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in _channels(color)))
    channels = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness * factor + offset)), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)


class Palette:
    """The theme colours of a document, by the names that text and shapes use for them."""

    def __init__(self, theme: Element | None = None, mapping: Mapping[str, str] | None = None) -> None:
        self._colors = dict(_SCHEME)
        self._mapping = {role.lower(): target for role, target in (mapping or {}).items()}
        for entry in children(child(theme, "a:themeElements", "a:clrScheme")):
            for color in entry:
                found = plain_color(attribute(color, "lastClr") or attribute(color, "val"))
                if found is not None:
                    self._colors[tag(entry).removeprefix("a:")] = found

    def theme(self, name: str | None) -> str | None:
        """The colour of a theme name such as "accent1" or "background1"; None where the theme does not say."""
        if name is None:
            return None
        role = self._mapping.get(_MAPPED.get(name.lower(), name.lower()), name)
        return self._colors.get(_ROLES.get(role.lower(), role))

    def text_color(self, element: Element | None) -> str | None:
        """The colour of a `w:color`: RRGGBB, "auto", or None where it is absent or cannot be told."""
        if element is None:
            return None
        themed = self._tinted(element, "w:themeColor", "w:themeTint", "w:themeShade")
        written = attribute(element, "w:val")
        return themed or ("auto" if written == "auto" else plain_color(written))

    def shading(self, element: Element | None) -> str | None:
        """The ground that a `w:shd` paints: RRGGBB, UNKNOWN for a pattern, "auto" where it paints none, None where it is absent."""
        if element is None:
            return None
        pattern = attribute(element, "w:val") or "clear"
        fill = self._tinted(element, "w:themeFill", "w:themeFillTint", "w:themeFillShade") or plain_color(attribute(element, "w:fill"))
        written = plain_color(attribute(element, "w:color")) or "000000"
        front = self._tinted(element, "w:themeColor", "w:themeTint", "w:themeShade") or written
        if pattern in ("clear", "nil"):
            return fill or "auto"
        if pattern == "solid":
            return front
        if match := _PERCENT_PATTERN.match(pattern):
            return mixed(front, fill or "FFFFFF", min(100, int(match.group(1))) / 100)
        return UNKNOWN

    def _tinted(self, element: Element, name: str, tint: str, shade: str) -> str | None:
        color = self.theme(attribute(element, name))
        if color is None:
            return None
        lighter, darker = (_hexadecimal(attribute(element, wanted)) for wanted in (tint, shade))
        if lighter is not None:
            return _with_lightness(color, lighter, 1 - lighter)
        return _with_lightness(color, darker, 0) if darker is not None else color

    def shape_fill(self, properties: Element | None) -> str | None:
        """The fill of a DrawingML shape's properties: RRGGBB, UNKNOWN, "auto" for no fill, None where they do not say."""
        for element in children(properties):
            name = tag(element)
            if name == "a:noFill":
                return "auto"
            if name in ("a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"):
                return UNKNOWN
            if name == "a:solidFill":
                return next((self.shape_color(color) for color in element), UNKNOWN)
        return None

    def shape_color(self, color: Element) -> str:
        """RRGGBB of a DrawingML colour; UNKNOWN where it is see-through or cannot be told."""
        written = attribute(color, "lastClr") or attribute(color, "val")
        base = self.theme(written) if tag(color) == "a:schemeClr" else plain_color(written)
        if base is None:
            return UNKNOWN
        for change in color:
            share = (number(attribute(change, "val")) or 0) / 100_000
            name = tag(change)
            if name == "a:alpha" and share < 0.9:
                return UNKNOWN
            if name in ("a:lumMod", "a:shade"):
                base = _with_lightness(base, share, 0)
            elif name == "a:lumOff":
                base = _with_lightness(base, 1, share)
            elif name == "a:tint":
                base = _with_lightness(base, share, 1 - share)
        return base


def highlight(element: Element | None) -> str | None:
    """The ground of a `w:highlight`: RRGGBB, or None where there is none."""
    return None if element is None else _HIGHLIGHTS.get(attribute(element, "w:val") or "")


def _hexadecimal(text: str | None) -> float | None:
    try:
        return None if text is None else int(text, 16) / 255
    except ValueError:
        return None


def ground_under(*layers: str | None) -> str:
    """The ground that is seen: the first layer, nearest first, that paints one; white paper where none does."""
    return next((layer for layer in layers if layer is not None and layer != "auto"), "FFFFFF")
