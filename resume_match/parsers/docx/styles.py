"""How paragraphs and runs are set once styles, their ancestors and the document's defaults are taken together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from resume_match.parsers.docx.settings import SILENT_PARAGRAPH, SILENT_RUN, ParagraphSetting, RunSetting, SettingReader
from resume_match.parsers.docx.xml import Element, attribute, child, children, tag, value

_MAXIMUM_ANCESTORS = 30
_HEADING_NAME = re.compile(r"^heading (\d)$", re.IGNORECASE)
_LIST_NAME = re.compile(r"^list (?:bullet|number)(?: (\d))?$", re.IGNORECASE)
_Setting = TypeVar("_Setting", RunSetting, ParagraphSetting)


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the style sheet as written; `fills` are the grounds that a table style paints, by the part of the table."""

    name: str
    based_on: str | None
    run: RunSetting
    paragraph: ParagraphSetting
    fills: tuple[tuple[str, str], ...] = ()


class StyleSheet:
    """The styles of a document with its defaults, each read when it is first asked for: a style sheet holds hundreds that no text uses.

    Ancestors are followed once, loops are cut.
    """

    def __init__(self, root: Element | None, reader: SettingReader) -> None:
        self.reader = reader
        self.default_paragraph_style: str | None = None
        self._elements: dict[str, Element] = {}
        defaults = child(root, "w:docDefaults")
        self._run_defaults = reader.run(child(defaults, "w:rPrDefault", "w:rPr"))
        self._paragraph_defaults = reader.paragraph(child(defaults, "w:pPrDefault", "w:pPr"))
        for element in children(root):
            if tag(element) == "w:style" and (key := attribute(element, "w:styleId")) is not None:
                self._elements[key] = element
                if _kind_of(element) == "paragraph" and (attribute(element, "w:default") or "0").lower() in ("1", "true", "on"):
                    self.default_paragraph_style = key
        self._style = lru_cache(maxsize=1024)(self._read_style)
        self._run_of = lru_cache(maxsize=1024)(self._resolve_run)
        self.paragraph_of = lru_cache(maxsize=1024)(self._resolve_paragraph)
        self.styled_run = lru_cache(maxsize=4096)(self._resolve_styled_run)

    def _read_style(self, key: str) -> Style:
        element = self._elements[key]
        return Style(
            value(element, "w:name") or key,
            value(element, "w:basedOn"),
            self.reader.run(child(element, "w:rPr")),
            self.reader.paragraph(child(element, "w:pPr")),
            tuple(self._table_fills(element)) if _kind_of(element) == "table" else (),
        )

    def _table_fills(self, element: Element) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for owner in (element, *(inner for inner in element if tag(inner) == "w:tblStylePr")):
            where = "wholeTable" if owner is element else attribute(owner, "w:type") or ""
            for path in (("w:tcPr", "w:shd"), ("w:tblPr", "w:shd"), ("w:pPr", "w:shd")):
                fill = self.reader.palette.shading(child(owner, *path))
                if fill not in (None, "auto"):
                    found.append((where, str(fill)))
                    break
        return found

    def chain(self, key: str | None) -> tuple[Style, ...]:
        """The style and its ancestors, nearest first."""
        chain: list[Style] = []
        seen: list[str] = []
        while key is not None and key in self._elements and key not in seen and len(chain) < _MAXIMUM_ANCESTORS:
            seen.append(key)
            chain.append(self._style(key))
            key = chain[-1].based_on
        return tuple(chain)

    def _resolve(self, key: str | None, part: Callable[[Style], _Setting], silent: _Setting) -> _Setting:
        setting = silent
        for style in self.chain(key):
            setting = completed(setting, part(style))
        return setting

    def _resolve_run(self, key: str | None) -> RunSetting:
        return self._resolve(key, lambda style: style.run, SILENT_RUN)

    def _resolve_paragraph(self, key: str | None) -> ParagraphSetting:
        setting = self._resolve(key, lambda style: style.paragraph, SILENT_PARAGRAPH)
        return completed(setting, self._paragraph_defaults)

    def _resolve_styled_run(self, character: str | None, paragraph: str | None) -> RunSetting:
        """What styles say of a run. Switches set by both its character and its paragraph style cancel out (ISO 29500-1, 17.7.3)."""
        inner, outer = self._run_of(character), self._run_of(paragraph)
        setting = completed(completed(inner, outer), self._run_defaults)
        return replace(
            setting,
            bold=setting.bold and not (inner.bold and outer.bold),
            italic=setting.italic and not (inner.italic and outer.italic),
            vanish=setting.vanish and not (inner.vanish and outer.vanish),
        )

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
        """The level from 0 of Word's own bullet and number styles; None for others. `List Paragraph` only indents and is none."""
        for style in self.chain(key):
            if match := _LIST_NAME.match(style.name):
                return int(match.group(1) or 1) - 1
        return None

    def table_fills(self, key: str | None) -> dict[str, str]:
        """The grounds that a table style and its ancestors paint, by the part of the table ("wholeTable", "firstRow", "band1Horz")."""
        fills: dict[str, str] = {}
        for style in reversed(self.chain(key)):
            fills.update(style.fills)
        return fills


def _kind_of(element: Element) -> str:
    return attribute(element, "w:type") or "paragraph"


def completed(setting: _Setting, base: _Setting) -> _Setting:
    """The setting, with what it is silent on taken from `base`."""
    if setting is SILENT_RUN or setting is SILENT_PARAGRAPH:
        return base
    found: _Setting = _completed(setting, base)
    return found


@lru_cache(maxsize=4096)
def _completed(setting: Any, base: Any) -> Any:
    """The same; a document says the same of most of its runs."""
    missing = {field.name: getattr(base, field.name) for field in fields(setting) if getattr(setting, field.name) is None}
    return replace(setting, **missing) if missing else setting
