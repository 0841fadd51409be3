"""The text of one paragraph: its runs in order, through links, fields, content controls, changes and drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from resume_match.parsers.assembly import Piece
from resume_match.parsers.docx.styles import RunSetting
from resume_match.parsers.docx.xml import Element, attribute, child, tag

TRANSPARENT = frozenset({"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:fldSimple", "w:dir", "w:bdo", "w:rubyBase"})
"""Wrappers whose content counts as if they were not there: insertions, moves, tags, content controls, fields."""
DELETED = frozenset({"w:del", "w:moveFrom"})
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}


@dataclass(slots=True)
class Inline:
    """What a paragraph holds: its pieces, the text boxes anchored in it, and the field codes open while it is read."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    """One entry per open complex field: True while its code is read, False once its result is."""


@dataclass(frozen=True, slots=True)
class RunReader:
    """How runs are judged: `setting` gives the effective settings of a run, `hidden` the reason why it cannot be seen."""

    setting: Callable[[Element], RunSetting]
    hidden: Callable[[RunSetting], str | None]
    target: Callable[[Element], str | None]

    def read(self, paragraph: Element, inline: Inline) -> None:
        """Add what the paragraph holds to `inline`, whose open fields may reach in from the paragraph before."""
        self._walk(paragraph, inline, None, None)

    def _walk(self, parent: Element, inline: Inline, link: str | None, gone: str | None) -> None:
        for element in parent:
            name = tag(element)
            if name == "w:r":
                self._run(element, inline, link, gone)
            elif name == "w:hyperlink":
                self._walk(element, inline, self.target(element) or link, gone)
            elif name in TRANSPARENT:
                self._walk(element, inline, link, gone)
            elif name in DELETED:
                self._walk(element, inline, link, "a deletion that was tracked")
            elif name == "w:ruby":
                base = child(element, "w:rubyBase")
                if base is not None:
                    self._walk(base, inline, link, gone)
            elif name == "mc:AlternateContent":
                self._walk(chosen(element), inline, link, gone)
            elif name in ("m:oMath", "m:oMathPara"):
                text = "".join(inner.text or "" for inner in element.iter() if tag(inner) == "m:t")
                inline.pieces.append(Piece(text, hidden=gone))

    def _run(self, run: Element, inline: Inline, link: str | None, gone: str | None) -> None:
        setting = self.setting(run)
        reason = gone or self.hidden(setting)

        def add(text: str) -> None:
            if not (inline.fields and inline.fields[-1]):
                inline.pieces.append(Piece(text, bool(setting.bold), bool(setting.italic), setting.size, link, reason))

        self._content(run, inline, add)

    def _content(self, run: Element, inline: Inline, add: Callable[[str], None]) -> None:
        for element in run:
            name = tag(element)
            if name in ("w:t", "w:delText"):
                add(element.text or "")
            elif name in _BREAKS:
                add(_BREAKS[name])
            elif name == "w:fldChar":
                _field(attribute(element, "w:fldCharType"), inline)
            elif name == "w:sym":
                add(_symbol(element))
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                inline.notes.append((name, attribute(element, "w:id") or ""))
            elif name == "w:ruby":
                for inner in child(element, "w:rubyBase") or ():
                    if tag(inner) == "w:r":
                        self._content(inner, inline, add)
            elif name == "mc:AlternateContent":
                self._content(chosen(element), inline, add)
            elif name in ("w:drawing", "w:pict", "w:object"):
                inline.boxes.extend(text_boxes(element))


def chosen(alternate: Element) -> Element:
    """The branch of an `mc:AlternateContent` that is read: the first choice that holds something, else the fallback."""
    branches = [branch for branch in alternate if tag(branch) in ("mc:Choice", "mc:Fallback")]
    for branch in branches:
        if len(branch):
            return branch
    return alternate


def text_boxes(drawing: Element) -> list[Element]:
    """The outermost `w:txbxContent` elements of a drawing, in order, each once."""
    found: list[Element] = []
    stack = [drawing]
    while stack:
        element = stack.pop()
        name = tag(element)
        if name == "w:txbxContent":
            found.append(element)
            continue
        if name == "mc:AlternateContent":
            stack.append(chosen(element))
            continue
        stack.extend(reversed(element))
    return found


def _field(kind: str | None, inline: Inline) -> None:
    if kind == "begin":
        inline.fields.append(True)
    elif kind == "separate" and inline.fields:
        inline.fields[-1] = False
    elif kind == "end" and inline.fields:
        inline.fields.pop()


def _symbol(element: Element) -> str:
    code = attribute(element, "w:char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF or not 0x20 <= number < 0x110000 or 0xD800 <= number <= 0xDFFF:
        return "•"
    return chr(number)
