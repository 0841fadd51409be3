"""Colours of a content stream as red, green and blue; None where a colour cannot be known without drawing (patterns, shadings)."""

from __future__ import annotations

from collections.abc import Sequence

from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.objects import Name, Stream
from resume_match.parsers.pdf.streams import UnsupportedFilterError

Rgb = tuple[float, float, float]
BLACK: Rgb = (0.0, 0.0, 0.0)
WHITE: Rgb = (1.0, 1.0, 1.0)
_BY_COUNT = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "CalGray": "DeviceGray", "CalRGB": "DeviceRGB", "I": "Indexed"}
MOST_HOPS = 8


def gray(values: Sequence[float]) -> Rgb:
    """A shade of grey, 0 black to 1 white."""
    level = _unit(values[0])
    return (level, level, level)


def rgb(values: Sequence[float]) -> Rgb:
    """Red, green and blue, held to 0..1."""
    return (_unit(values[0]), _unit(values[1]), _unit(values[2]))


def cmyk(values: Sequence[float]) -> Rgb:
    """Cyan, magenta, yellow and black."""
    cyan, magenta, yellow, key = (_unit(value) for value in values[:4])
    return ((1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key))


def _unit(value: float) -> float:
    return min(1.0, max(0.0, float(value)))


def luminance(color: Rgb) -> float:
    """The relative luminance of WCAG 2, 0 to 1."""
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2, from 1 (alike) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blended(color: Rgb, alpha: float, ground: Rgb) -> Rgb:
    """What a colour looks like over another at an opacity of 0 to 1."""
    red, green, blue = (alpha * top + (1 - alpha) * under for top, under in zip(color, ground, strict=True))
    return (red, green, blue)


class ColorSpaces:
    """The named colour spaces of one resource dictionary."""

    def __init__(self, file: PdfFile, resources: dict[str, object]) -> None:
        self._file = file
        self._named = file.dictionary(resources.get("ColorSpace"))

    def initial(self, space: object) -> Rgb | None:
        """The colour that a space begins with: black, or unknown for patterns and named inks."""
        kind = self._kind(space)[0]
        return BLACK if kind in ("DeviceGray", "DeviceRGB", "DeviceCMYK", "Lab", "Indexed") else None

    def color(self, space: object, values: Sequence[object]) -> Rgb | None:
        """The colour of components in a space, or None."""
        numbers = [float(value) for value in values if isinstance(value, int | float)]
        for _ in range(MOST_HOPS):
            kind, definition = self._kind(space)
            if kind in ("DeviceGray", "DeviceRGB", "DeviceCMYK"):
                return _device(kind, numbers)
            if kind == "Lab" and numbers:
                return gray([numbers[0] / 100])
            if kind == "Indexed" and numbers and len(definition) > 3:
                numbers = self._looked_up(definition, int(numbers[0]))
                space = definition[1]
            elif kind in ("Separation", "DeviceN") and numbers and len(definition) > 3:
                mixed = self._mixed(definition, numbers)
                if mixed is None:
                    return None
                space, numbers = definition[2], mixed
            else:
                return None
        return None

    def _kind(self, space: object) -> tuple[str, list[object]]:
        for _ in range(MOST_HOPS):
            value = self._file.value(space)
            if isinstance(value, Name):
                if value in self._named and self._named[value] is not space:
                    space = self._named[value]
                    if self._file.value(space) != value:
                        continue
                return _SHORT.get(value, str(value)), []
            if isinstance(value, list) and value:
                kind = self._file.name(value[0])
                if kind == "ICCBased" and len(value) > 1:
                    count = self._file.integer(self._file.dictionary(value[1]).get("N"), 3)
                    return _BY_COUNT.get(count, "Unknown"), value
                return _SHORT.get(kind, kind), value
            return "Unknown", []
        return "Unknown", []

    def _looked_up(self, definition: list[object], index: int) -> list[float]:
        base = self._kind(definition[1])[0]
        count = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}.get(base, 3)
        table = self._file.value(definition[3])
        if isinstance(table, Stream):
            try:
                table = self._file.decoded(table).data
            except UnsupportedFilterError:
                table = b""
        if not isinstance(table, bytes):
            return []
        return [byte / 255 for byte in table[index * count : (index + 1) * count]] if index >= 0 else []

    def _mixed(self, definition: list[object], inks: list[float]) -> list[float] | None:
        """The components of the alternate space: by an exponential function, else only for a black ink."""
        function = self._file.dictionary(definition[3])
        if self._file.integer(function.get("FunctionType"), -1) == 2 and len(inks) == 1:
            low = [self._file.number(value) for value in self._file.array(function.get("C0"))] or [0.0]
            high = [self._file.number(value) for value in self._file.array(function.get("C1"))] or [1.0]
            share = _unit(inks[0]) ** max(0.01, self._file.number(function.get("N"), 1.0))
            return [start + share * (end - start) for start, end in zip(low, high, strict=False)]
        return None


def _device(kind: str, numbers: list[float]) -> Rgb | None:
    if kind == "DeviceGray" and numbers:
        return gray(numbers)
    if kind == "DeviceRGB" and len(numbers) >= 3:
        return rgb(numbers)
    if kind == "DeviceCMYK" and len(numbers) >= 4:
        return cmyk(numbers)
    return None
