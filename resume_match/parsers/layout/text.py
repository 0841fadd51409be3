"""A laid-out line as text: pieces joined by spaces or tabs, bullet signs and ligatures made plain, broken words joined."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from resume_match.parsers.layout.glyphs import LaidLine
from resume_match.parsers.layout.words import BULLETS, TAB_GAP

BULLET = "• "
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ŉ": "'n"})
_DASH_BULLETS = frozenset("-–—*o")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ")
_SPACES = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


class LineText(NamedTuple):
    """The text of a line, the ranges of it that are bold, and whether a bullet sign opens it."""

    text: str
    bold: tuple[tuple[int, int], ...]
    list_item: bool


def clean(text: str) -> str:
    """The text in NFC, with ligatures folded and without soft hyphens, controls, zero-width and direction marks, private-use signs."""
    if text.isascii() and text.isprintable():
        return text
    text = _SPACES.sub(" ", text.translate(_LIGATURES))
    text = "".join(char for char in text if char == "\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
    return unicodedata.normalize("NFC", text)


def line_text(line: LaidLine) -> LineText:
    """The line as text."""
    parts: list[str] = []
    bold: list[tuple[int, int]] = []
    length = 0
    list_item = False
    last_right, last_size = None, 1.0
    words = [word for piece in line.pieces for word in piece.words]
    for index, word in enumerate(words):
        if index == 0 and len(words) > 1 and _opens_list(word.text, words[1].left - word.right, word.size):
            parts.append(BULLET)
            length = len(BULLET)
            list_item = True
            continue
        text = clean(word.text)
        if index == 0 and len(text) > 1 and text[0] in BULLETS and text[0] != "·":
            text, list_item = BULLET + text[1:].lstrip(), True
        if not text:
            continue
        if last_right is not None:
            separator = "\t" if word.left - last_right > TAB_GAP * max(last_size, word.size) else " "
            parts.append(separator)
            length += 1
        if word.bold:
            if bold and bold[-1][1] == length - 1:
                bold[-1] = (bold[-1][0], length + len(text))
            else:
                bold.append((length, length + len(text)))
        parts.append(text)
        length += len(text)
        last_right, last_size = word.right, word.size
    text = "".join(parts)
    return LineText(text, tuple(bold), list_item or bool(_NUMBERED.match(text)))


def _opens_list(sign: str, gap: float, size: float) -> bool:
    if len(sign) != 1:
        return False
    if sign in BULLETS or unicodedata.category(sign) == "Co":
        return True
    return sign in _DASH_BULLETS and gap < 4 * size
