"""Fonts of signs: what their codes stand for, since most files give none or the letter of the key that types the sign."""

from __future__ import annotations

import re

BULLET = "•"
_SYMBOL_FONT = re.compile(r"wingding|webding|dingbat|^symbol|symbolmt|zapfd", re.IGNORECASE)
_ICON_FONT = re.compile(r"awesome|icon|icomoon|material|glyphic|fontello|entypo|linea", re.IGNORECASE)
ICON = "\ufffc"
"""A little picture in a font of pictures (a telephone, a company's sign): no text, and no bullet either."""
_WINGDINGS_BULLETS = frozenset(b"lmnopqrstuvwxyz{|}~") | frozenset(
    (0x9E, 0x9F, 0xA0, 0xA1, 0xA7, 0xA8, 0xA4, 0xA2, 0xA3, 0xAA, 0xAB, 0xAC, 0xB0, 0xD8, 0xDC, 0xE0, 0xE8, 0xF0, 0xFC, 0xFE)
)
_SYMBOL_BULLETS = frozenset((0xB7, 0xA8, 0xD7))
_DINGBATS = {
    0x25: 0x260E, 0x2A: 0x261B, 0x2B: 0x261E, 0x48: 0x2605, 0x6C: 0x25CF, 0x6E: 0x25A0, 0x73: 0x25B2, 0x74: 0x25BC, 0x75: 0x25C6,
    0x77: 0x25D7,
}  # fmt: skip
_PRIVATE_SIGN = "\ue000"
_PRIVATE_ASCII = range(0xF020, 0xF07F)


def symbol_text(font: str, code: int, text: str | None) -> str | None:
    """The text of a sign, or None where the font holds ordinary characters and what the file says stands.

    Signs without a character of their own come as one of the private use area; they open a list line or are left out. A text font
    that maps its letters to U+F020..U+F07E (Microsoft's symbol encoding) gets them back.
    """
    if _ICON_FONT.search(font):
        return ICON
    if not _SYMBOL_FONT.search(font):
        private = text is not None and len(text) == 1 and ord(text) in _PRIVATE_ASCII
        return chr(ord(text) - 0xF000) if private and text else None
    if text is not None and not _may_be_a_key(text):
        return None
    low = ord(text) & 0xFF if text is not None else code & 0xFF
    if low == 0x20:
        return " "
    name = font.lower()
    if "dingbat" in name or "zapfd" in name:
        return chr(_DINGBATS.get(low, 0x2700 + low - 0x20)) if 0x21 <= low <= 0x7E else _PRIVATE_SIGN
    if name.startswith("symbol"):
        return BULLET if low in _SYMBOL_BULLETS else None
    return BULLET if low in _WINGDINGS_BULLETS else _PRIVATE_SIGN


def _may_be_a_key(text: str) -> bool:
    """True for what a font of signs maps a sign to when it only repeats the code of the key."""
    return len(text) == 1 and (text.isalnum() or ord(text) < 0x100 or 0xF000 <= ord(text) <= 0xF0FF)


_TEX_NAME = re.compile(r"a(\d{1,3})")
_TEX = {
    11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 21: "–", 22: "—", 27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 34: "”",
    92: "“", 123: "–", 124: "—", 136: BULLET,
}  # fmt: skip


def tex_text(name: str) -> str:
    """The text of a glyph in a bitmap font that TeX made, where names only repeat the code (a65): TeX's codes are ASCII but for a few."""
    match = _TEX_NAME.fullmatch(name)
    code = int(match[1]) if match else 0
    return _TEX.get(code) or (chr(code) if 0x20 <= code < 0x7F else "")
