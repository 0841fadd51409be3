"""Characters made safe to pass on: what a reader sees stays, what only a machine sees goes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u061c\u180e\u034f\u115f\u1160\u3164\uffa0"
_TABLE: dict[int, str | None] = {
    **{ord(ligature): letters for ligature, letters in _LIGATURES.items()},
    **{ord(blank): " " for blank in _BLANKS},
    **{ord(invisible): None for invisible in _INVISIBLE},
    **dict.fromkeys(range(65024, 65040)),  # variation selectors
    ord("\u2011"): "-",  # the non-breaking hyphen is a hyphen
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
    ord("\u0085"): "\n",
    ord("\v"): "\n",
    ord("\f"): "\n",
}
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "\U000e0000-\U000e007f]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text fit to pass on, and how many characters that no file should hold were dropped from it."""

    text: str
    dropped: int


def clean(text: str) -> Cleaned:
    """The text without control characters, bidirectional overrides, surrogates and zero-width characters, ligatures spelled out.

    Blanks of every width become spaces; line separators become "\\n"; "\\t" and "\\n" stay; private-use characters, which are
    signs of symbol fonts, become "•". Nothing is normalised further: see `compose`.
    """
    if text.isascii() and text.isprintable():
        return Cleaned(text, 0)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept, dropped = _FORBIDDEN.subn("", text.translate(_TABLE))
    return Cleaned(_PRIVATE.sub("•", kept), dropped)


def compose(text: str) -> str:
    """The text in Unicode normal form C."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
