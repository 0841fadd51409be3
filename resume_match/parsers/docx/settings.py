"""What one place of a Word document says of its paragraphs and runs, as written there."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.parsers.docx.colors import Palette, highlight
from resume_match.parsers.docx.xml import Element, attribute, child, children, is_on, number, tag

TWIPS = 20
"""Twentieths of a point, the unit of Word's measures, in a point."""


@dataclass(frozen=True, slots=True)
class RunSetting:
    """What is said of a run at one place; None where that place is silent.

    Sizes in points; `width` is the horizontal scale (1.0 = as designed); colours are RRGGBB or "auto"; `caps` prints all letters large.
    """

    bold: bool | None = None
    italic: bool | None = None
    vanish: bool | None = None
    size: float | None = None
    color: str | None = None
    fill: str | None = None
    width: float | None = None
    transparent: bool | None = None
    caps: bool | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphSetting:
    """What is said of a paragraph at one place; None where that place is silent. Measures in points."""

    number_id: str | None = None
    number_level: int | None = None
    outline: int | None = None
    fill: str | None = None
    align: str | None = None
    left: float | None = None
    right: float | None = None
    before: float | None = None
    after: float | None = None
    exact_line: float | None = None
    contextual: bool | None = None


SILENT_RUN = RunSetting()
SILENT_PARAGRAPH = ParagraphSetting()


@dataclass(frozen=True, slots=True)
class SettingReader:
    """Reads `w:rPr` and `w:pPr` elements with a document's colours."""

    palette: Palette

    def run(self, element: Element | None) -> RunSetting:
        """The settings of a `w:rPr`; all silent where it is None or empty."""
        if element is None or not len(element):
            return SILENT_RUN
        found = {tag(inner): inner for inner in element}
        size = _measure(found.get("w:sz"), "w:val")
        width = _measure(found.get("w:w"), "w:val")
        return RunSetting(
            bold=is_on(found.get("w:b")),
            italic=is_on(found.get("w:i")),
            vanish=is_on(found.get("w:vanish")),
            size=None if size is None else size / 2,
            color=self.palette.text_color(found.get("w:color")),
            fill=highlight(found.get("w:highlight")) or self.palette.shading(found.get("w:shd")),
            width=None if width is None else width / 100,
            transparent=_is_transparent(found),
            caps=is_on(found.get("w:caps")),
            font=_font(found.get("w:rFonts")),
        )

    def paragraph(self, element: Element | None) -> ParagraphSetting:
        """The settings of a `w:pPr`; all silent where it is None or empty."""
        if element is None or not len(element):
            return SILENT_PARAGRAPH
        found = {tag(inner): inner for inner in element}
        numbering, indent, spacing = found.get("w:numPr"), found.get("w:ind"), found.get("w:spacing")
        level = _measure(child(numbering, "w:ilvl"), "w:val")
        outline = _measure(found.get("w:outlineLvl"), "w:val")
        number_id = child(numbering, "w:numId")
        align = found.get("w:jc")
        exact = spacing is not None and attribute(spacing, "w:lineRule") == "exact"
        return ParagraphSetting(
            number_id=None if number_id is None else attribute(number_id, "w:val"),
            number_level=None if level is None else int(level),
            outline=None if outline is None else int(outline),
            fill=self.palette.shading(found.get("w:shd")),
            align=None if align is None else attribute(align, "w:val"),
            left=_points(indent, "w:left", "w:start"),
            right=_points(indent, "w:right", "w:end"),
            before=_points(spacing, "w:before"),
            after=_points(spacing, "w:after"),
            exact_line=_points(spacing, "w:line") if exact else None,
            contextual=is_on(found.get("w:contextualSpacing")),
        )


def _font(element: Element | None) -> str | None:
    """The font of Latin letters, in small letters; None where none is named."""
    name = None if element is None else attribute(element, "w:ascii") or attribute(element, "w:hAnsi")
    return None if name is None else name.lower()


def _measure(element: Element | None, name: str) -> float | None:
    return None if element is None else number(attribute(element, name))


def _points(element: Element | None, *names: str) -> float | None:
    """A measure in points from the first attribute present, which counts twips where it has no unit."""
    for name in names:
        text = None if element is None else attribute(element, name)
        if text is not None:
            measure = number(text)
            return None if measure is None else measure / TWIPS
    return None


def _is_transparent(found: dict[str, Element]) -> bool | None:
    """True when the letters are filled with nothing and have no outline; None where nothing is said of that."""
    fill = found.get("w14:textFill")
    if fill is None:
        return None
    outline = found.get("w14:textOutline")
    if outline is not None and child(outline, "w14:solidFill") is not None:
        return False
    if child(fill, "w14:noFill") is not None:
        return True
    for color in children(child(fill, "w14:solidFill")):
        alpha = child(color, "w14:alpha")
        if alpha is not None:
            # In this namespace alpha counts what is let through.
            return (number(attribute(alpha, "w14:val")) or 0) >= 99_000
    return False
