"""A laid-out line as text: pieces joined by spaces or tabs, bullet signs and ligatures made plain."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from resume_match.parsers.cleaning import clean, compose
from resume_match.parsers.layout.glyphs import UNMAPPED, LaidLine, Word
from resume_match.parsers.layout.words import BULLETS, TAB_GAP, UNLIKE

BULLET = "• "
HALF_LINE = 0.6
SOFT_HYPHEN = "\u00ad"
_DASH_BULLETS = frozenset("-–—*o+»>")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] +\S")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_LOST = re.compile(r"\(cid:\d+\)")
_ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "¨": "\u0308", "¸": "\u0327", "˚": "\u030a", "ˇ": "\u030c"}
_STRAY_ACCENT = re.compile(r"([´`ˆ˜¨¸˚ˇ])([A-Za-zı])")


class LineText(NamedTuple):
    """The text of a line, the ranges of it that are bold, whether a bullet sign opens it, and what was dropped.

    `controls` counts control characters, `unmapped` characters without text other than a bullet sign.

    A soft hyphen at the very end is kept, for the word to be put together by it.
    """

    text: str
    bold: tuple[tuple[int, int], ...]
    list_item: bool
    controls: int
    unmapped: int


def line_text(line: LaidLine) -> LineText:
    """The line as text."""
    words = [word for piece in line.pieces for word in piece.words]
    first_of_piece = {id(piece.words[0]) for piece in line.pieces}
    opens = len(words) > 1 and _opens_list(words[0], words[1])
    parts: list[str] = [BULLET] if opens else []
    bold: list[tuple[int, int]] = []
    length = len(BULLET) if opens else 0
    dropped = 0
    list_item = opens
    last: Word | None = None
    for index, word in enumerate(words[1:] if opens else words):
        text, lost = _plain(word.text)
        dropped += lost
        if index == 0 and not opens and len(text) > 1 and text[0] in BULLETS and text[1].isalnum():
            text, list_item = BULLET + text[1:], True
        if not text:
            continue
        if last is not None:
            apart = word.left - last.right
            moved = id(word) in first_of_piece and abs(word.baseline - last.baseline) > HALF_LINE * word.size  # a note lifted from below
            unlike = id(word) in first_of_piece and max(last.size, word.size) > UNLIKE * min(last.size, word.size) > 0
            parts.append("\t" if moved or unlike or apart > TAB_GAP * max(last.size, word.size) else " ")
            length += 1
        if word.bold:
            start = length
            if bold and bold[-1][1] == length - 1 and parts[-1] == " ":
                start, _ = bold.pop()
            bold.append((start, length + len(text)))
        parts.append(text)
        length += len(text)
        last = word
    text = "".join(parts)
    unmapped = sum(word.text.count(UNMAPPED) for word in words[opens:])
    return LineText(text, tuple(bold), list_item or _NUMBERED.match(text) is not None, dropped, unmapped)


def _plain(text: str) -> tuple[str, int]:
    """A word's text made plain, and how many control characters that took; signs without a character of their own are left out."""
    if text.isascii() and text.isprintable():
        return (_LOST.sub("", text) if "(cid:" in text else text), 0
    broken = text.endswith(SOFT_HYPHEN)
    text = _STRAY_ACCENT.sub(lambda match: unicodedata.normalize("NFC", match[2].replace("ı", "i") + _ACCENTS[match[1]]), text)
    cleaned = clean(_PRIVATE.sub("", _LOST.sub("", text)))
    return compose(" ".join(cleaned.text.split())) + (SOFT_HYPHEN if broken else ""), cleaned.dropped


def _opens_list(sign: Word, following: Word) -> bool:
    text = sign.text
    if len(text) != 1 or text == "\ufffc":
        return False
    if text in BULLETS or text == UNMAPPED or unicodedata.category(text) == "Co":
        return True
    return text in _DASH_BULLETS and following.left - sign.right < 4 * sign.size and not (text == "o" and following.text[:1].islower())
