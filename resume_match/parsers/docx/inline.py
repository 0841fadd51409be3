"""The text of one paragraph: its runs in order, through links, fields, content controls, changes and drawings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from resume_match.parsers.assembly import REVISION, Piece
from resume_match.parsers.docx.colors import Palette
from resume_match.parsers.docx.drawings import Drawing, DrawingReader, chosen
from resume_match.parsers.docx.settings import RunSetting
from resume_match.parsers.docx.xml import Element, attribute, child, tag

WRAPPERS = frozenset({"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdt", "w:sdtContent", "w:dir", "w:bdo", "w:rubyBase"})
"""Elements whose content counts as if they were not there: insertions, moves, tags, content controls."""
DELETED = frozenset({"w:del", "w:moveFrom"})
_PLAIN_DRAWINGS = DrawingReader(Palette())
_CHARACTERS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}
_SIGN_FONTS = ("wingdings", "webdings", "zapf dingbats", "zapfdingbats")
_SIGN = re.compile(r"\S")
_LONGEST_CODE = 5_000
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)
_PAGE_FIELD = re.compile(r"^\s*(?:NUM|SECTION)?PAGES?\b", re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A complex field that is open: its code so far, whether that is over, and the link that it makes."""

    code: str = ""
    in_code: bool = True
    link: str | None = None


@dataclass(slots=True)
class Inline:
    """What a paragraph holds. `fields` are those open, which may reach in from the paragraph before."""

    fields: list[Field] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    has_page_field: bool = False

    @property
    def boxes(self) -> list[Element]:
        """The `w:txbxContent` elements anchored here."""
        return [box.content for drawing in self.drawings for box in drawing.boxes if box.words is None]


@dataclass(frozen=True, slots=True)
class RunReader:
    """How runs are judged: `setting` gives the effective settings of a run, `hidden` why it cannot be seen, `target` that of a link."""

    setting: Callable[[Element], RunSetting]
    hidden: Callable[[RunSetting], str | None]
    target: Callable[[Element], str | None]
    drawings: DrawingReader = _PLAIN_DRAWINGS

    def read(self, paragraph: Element, inline: Inline) -> None:
        """Add what the paragraph holds to `inline`."""
        self._walk(paragraph, inline, None, None)

    def _walk(self, parent: Element, inline: Inline, link: str | None, gone: str | None) -> None:
        for element in parent:
            name = tag(element)
            if name == "w:r":
                if len(element):
                    self._run(element, inline, link, gone)
            elif name == "w:hyperlink":
                self._walk(element, inline, self.target(element) or link, gone)
            elif name == "w:fldSimple":
                code = attribute(element, "w:instr") or ""
                inline.has_page_field |= bool(_PAGE_FIELD.match(code))
                self._walk(element, inline, _link_of(code) or link, gone)
            elif name in WRAPPERS:
                self._walk(element, inline, link, gone)
            elif name in DELETED:
                self._walk(element, inline, link, REVISION)
            elif name == "w:ruby":
                self._base(element, inline, link, gone)
            elif name == "mc:AlternateContent":
                self._walk(chosen(element), inline, link, gone)
            elif name in ("m:oMath", "m:oMathPara"):
                text = "".join(inner.text or "" for inner in element.iter() if tag(inner) == "m:t")
                inline.pieces.append(Piece(text, hidden=gone))

    def _base(self, ruby: Element, inline: Inline, link: str | None, gone: str | None) -> None:
        """Read the base text of a ruby annotation, which is what the line says."""
        base = child(ruby, "w:rubyBase")
        if base is not None:
            self._walk(base, inline, link, gone)

    def _run(self, run: Element, inline: Inline, link: str | None, gone: str | None) -> None:
        setting = self.setting(run)
        reason = gone or self.hidden(setting)
        form = Piece("", bool(setting.bold), bool(setting.italic), setting.size, link, reason)
        self._content(run, inline, form, lambda text: _as_printed(text, setting))

    def _content(self, run: Element, inline: Inline, form: Piece, printed: Callable[[str], str]) -> None:
        for element in run:
            name = tag(element)
            if name in ("w:t", "w:delText"):
                _add(printed(element.text or ""), inline, form)
            elif name in _CHARACTERS:
                _add(_CHARACTERS[name], inline, form)
            elif name == "w:instrText":
                if inline.fields and inline.fields[-1].in_code and len(inline.fields[-1].code) < _LONGEST_CODE:
                    inline.fields[-1].code += element.text or ""
            elif name == "w:fldChar":
                _field(attribute(element, "w:fldCharType"), inline)
            elif name == "w:sym":
                _add(_symbol(element), inline, form)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                inline.notes.append((name, attribute(element, "w:id") or ""))
            elif name == "w:ruby":
                self._base(element, inline, form.link, form.hidden)
            elif name == "mc:AlternateContent":
                self._content(chosen(element), inline, form, printed)
            elif name in ("w:drawing", "w:pict", "w:object"):
                inline.drawings.append(self.drawings.read(element))


def _as_printed(text: str, setting: RunSetting) -> str:
    """The text as it stands on paper: in capitals where the run is set so, a bullet for each sign of a font of signs."""
    if setting.font is not None and (setting.font.startswith(_SIGN_FONTS) or (setting.font == "symbol" and text.strip() == "·")):
        return _SIGN.sub("•", text)
    return text.upper() if setting.caps else text


def _add(text: str, inline: Inline, form: Piece) -> None:
    """Add text set like `form`, unless the code of a field is being read."""
    if any(open_field.in_code for open_field in inline.fields):
        return
    link = form.link or next((open_field.link for open_field in reversed(inline.fields) if open_field.link), None)
    inline.pieces.append(Piece(text, form.bold, form.italic, form.size, link, form.hidden))


def _field(kind: str | None, inline: Inline) -> None:
    if kind == "begin":
        inline.fields.append(Field())
    elif kind == "separate" and inline.fields:
        current = inline.fields[-1]
        current.in_code = False
        current.link = _link_of(current.code)
        inline.has_page_field |= bool(_PAGE_FIELD.match(current.code))
    elif kind == "end" and inline.fields:
        inline.has_page_field |= bool(_PAGE_FIELD.match(inline.fields.pop().code))


def _link_of(code: str) -> str | None:
    match = _HYPERLINK.match(code)
    return None if match is None else match.group(1)


def _symbol(element: Element) -> str:
    """The character of a `w:sym`; those of symbol fonts, which are dingbats at private code points, as a bullet."""
    try:
        code = int(attribute(element, "w:char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return "•"
    return chr(code) if 0x20 <= code < 0xD800 else ""
