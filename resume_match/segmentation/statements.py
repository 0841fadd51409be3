"""Blocks as statements: whole where the writer marked one, sentence by sentence where several were run together."""

from __future__ import annotations

import re

from resume_match.model import Bullet, Span
from resume_match.segmentation.blocks import Block

# Longer unmarked paragraphs are statements run together; up to these bounds a paragraph is one statement of its writer.
_WHOLE_SENTENCES = 3


_WHOLE_LENGTH = 320


# Words whose full stop ends no sentence.
_ABBREVIATIONS = (
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Sr",
    "Jr",
    "St",
    "Inc",
    "Ltd",
    "Co",
    "Corp",
    "vs",
    "approx",
    "e.g",
    "i.e",
    "No",
    "Dept",
    "Univ",
)


_NO_END = "".join(rf"(?<!\b{re.escape(word)})" for word in _ABBREVIATIONS)


_SENTENCE = re.compile(rf"(?<!\b[A-Z]){_NO_END}[.!?][\"”’)]*\s+(?=[\"“(]?[A-Z0-9•])")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; abbreviations and initials end none."""
    found, start = [], 0
    for match in _SENTENCE.finditer(text):
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [one for one in found if one]


def statements(block: Block, source: str, *, split: bool) -> list[Bullet]:
    """The block as bullets: whole where it is marked as one or short, sentence by sentence where statements were run together.

    `source` is the document's text. With `split` every unmarked sentence stands alone.
    """
    parts = sentences(block.text)
    long = (len(parts) > _WHOLE_SENTENCES and len(block.text) > _WHOLE_LENGTH / 2) or len(block.text) > _WHOLE_LENGTH
    if len(parts) < 2 or not (split or long) or (block.bullet and not long):
        return [Bullet(block.text, block.span, block.anchor)]
    return _spanned(block, source, parts)


def _spanned(block: Block, source: str, parts: list[str]) -> list[Bullet]:
    """Each part with the characters of the document that it came from: the same letters, whatever blanks lie between."""
    found, place = [], 0
    offsets = [row.span.start + at for row in block.rows for at, letter in enumerate(row.text) if not letter.isspace()]
    for part in parts:
        passed = []
        for letter in part:
            if letter.isspace():
                continue
            while place + 1 < len(offsets) and source[offsets[place]] != letter:  # a hyphen that the joining dropped
                place += 1
            passed.append(offsets[place])
            place += 1
        row = next(row for row in reversed(block.rows) if row.span.start <= passed[0])
        found.append(Bullet(part, Span(passed[0], passed[-1] + 1), row.line.anchor))
    return found
