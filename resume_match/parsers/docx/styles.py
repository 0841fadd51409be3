"""How paragraphs and runs are set once styles, their ancestors and the document's defaults are taken together."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from resume_match.parsers.docx.xml import Element, attribute, child, is_on, number, tag, value

_MAXIMUM_ANCESTORS = 30
_HEADING_NAME = re.compile(r"^heading (\d)$", re.IGNORECASE)
_LIST_NAME = re.compile(r"^list(?: (?:bullet|number|paragraph))?(?: (\d))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RunSetting:
    """What is said of a run at one place; None where that place is silent. Sizes in points, colours as RRGGBB or "auto"."""

    bold: bool | None = None
    italic: bool | None = None
    vanish: bool | None = None
    size: float | None = None
    color: str | None = None
    fill: str | None = None
    transparent: bool | None = None

    def over(self, base: RunSetting) -> RunSetting:
        """These settings, completed by those of `base`."""
        if self is _SILENT_RUN:
            return base
        return RunSetting(*(getattr(base, f.name) if getattr(self, f.name) is None else getattr(self, f.name) for f in fields(RunSetting)))


_SILENT_RUN = RunSetting()


@dataclass(frozen=True, slots=True)
class ParagraphSetting:
    """What is said of a paragraph at one place; None where that place is silent."""

    number_id: str | None = None
    number_level: int | None = None
    outline: int | None = None
    fill: str | None = None
    align: str | None = None
    exact_line: float | None = None

    def over(self, base: ParagraphSetting) -> ParagraphSetting:
        """These settings, completed by those of `base`."""
        if self is _SILENT_PARAGRAPH:
            return base
        return ParagraphSetting(*(getattr(base, f.name) if getattr(self, f.name) is None else getattr(self, f.name) for f in fields(ParagraphSetting)))


_SILENT_PARAGRAPH = ParagraphSetting()


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the style sheet as written."""

    name: str
    kind: str
    based_on: str | None
    run: RunSetting
    paragraph: ParagraphSetting


def read_run_setting(element: Element | None) -> RunSetting:
    """The settings of a `w:rPr`; all silent where it is None."""
    if element is None or not len(element):
        return _SILENT_RUN
    found = {tag(inner): inner for inner in element}
    size = number(value(element, "w:sz")) if "w:sz" in found else None
    return RunSetting(
        bold=is_on(found.get("w:b")),
        italic=is_on(found.get("w:i")),
        vanish=is_on(found.get("w:vanish")),
        size=size / 2 if size is not None else None,
        color=_color(found.get("w:color")),
        fill=None,
    )


def _color(element: Element | None) -> str | None:
    if element is None:
        return None
    return attribute(element, "w:val")


def read_paragraph_setting(element: Element | None) -> ParagraphSetting:
    """The settings of a `w:pPr`; all silent where it is None."""
    if element is None or not len(element):
        return _SILENT_PARAGRAPH
    level = number(value(element, "w:numPr", "w:ilvl"))
    outline = number(value(element, "w:outlineLvl"))
    return ParagraphSetting(
        number_id=value(element, "w:numPr", "w:numId"),
        number_level=int(level) if level is not None else None,
        outline=int(outline) if outline is not None else None,
        align=value(element, "w:jc"),
    )


class StyleSheet:
    """The styles of a document with its defaults; ancestors are followed once, loops are cut."""

    def __init__(self, root: Element | None) -> None:
        self.styles: dict[str, Style] = {}
        self.default_paragraph_style: str | None = None
        defaults = child(root, "w:docDefaults")
        self.run_defaults = read_run_setting(child(defaults, "w:rPrDefault", "w:rPr"))
        self.paragraph_defaults = read_paragraph_setting(child(defaults, "w:pPrDefault", "w:pPr"))
        for element in root if root is not None else ():
            if tag(element) == "w:style":
                self._add(element)
        self.chain = lru_cache(maxsize=1024)(self._chain)

    def _add(self, element: Element) -> None:
        key = attribute(element, "w:styleId")
        if key is None:
            return
        kind = attribute(element, "w:type") or "paragraph"
        self.styles[key] = Style(
            value(element, "w:name") or key,
            kind,
            value(element, "w:basedOn"),
            read_run_setting(child(element, "w:rPr")),
            read_paragraph_setting(child(element, "w:pPr")),
        )
        if kind == "paragraph" and (attribute(element, "w:default") or "0").lower() in ("1", "true", "on"):
            self.default_paragraph_style = key

    def _chain(self, key: str | None) -> tuple[Style, ...]:
        """The style and its ancestors, nearest first."""
        chain: list[Style] = []
        seen: list[str] = []
        while key is not None and key in self.styles and key not in seen and len(chain) < _MAXIMUM_ANCESTORS:
            seen.append(key)
            chain.append(self.styles[key])
            key = self.styles[key].based_on
        return tuple(chain)

    def run_of(self, key: str | None) -> RunSetting:
        """What a style and its ancestors say of runs."""
        setting = _SILENT_RUN
        for style in self.chain(key):
            setting = setting.over(style.run)
        return setting

    def paragraph_of(self, key: str | None) -> ParagraphSetting:
        """What a style and its ancestors say of paragraphs."""
        setting = _SILENT_PARAGRAPH
        for style in self.chain(key):
            setting = setting.over(style.paragraph)
        return setting

    def heading_level(self, key: str | None) -> int | None:
        """The level from 1 of a heading or title style, or of one based on such a style; None for others."""
        for style in self.chain(key):
            match = _HEADING_NAME.match(style.name)
            if match:
                return int(match.group(1))
            if style.name.lower() == "title":
                return 1
        return None

    def list_level(self, key: str | None) -> int | None:
        """The level from 0 of Word's own list styles; None for others. `List Paragraph` only indents and is none."""
        for style in self.chain(key):
            match = _LIST_NAME.match(style.name)
            if match and style.name.lower() not in ("list", "list paragraph"):
                return int(match.group(1) or 1) - 1
        return None
