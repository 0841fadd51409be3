"""What stands at the head of a posting for a machine: `key: value` lines, of which only the title is of use."""

from __future__ import annotations

import re
from itertools import takewhile

from resume_match.model import Document, DocumentFormat, Line

_PAIR = re.compile(r"([A-Za-z_][\w-]*):(?:\s+(.*))?$")
_WITHOUT_FENCES = 3  # so many pairs in a row are for a machine even where no fence says so
_BLOCK_SIGN = re.compile(r"[|>][+-]?\d?")
_COMMENT = re.compile(r"\s+#.*$|^#.*$")


def front_matter(posting: Document) -> tuple[Line, ...]:
    """The lines at the head of a posting that are for a machine: those between its fences, or three or more `key: value` lines in a row."""
    if posting.format not in (DocumentFormat.TEXT, DocumentFormat.MARKDOWN):
        return ()
    fenced = tuple(takewhile(lambda line: line.region == 0, posting.lines))
    if len(fenced) < len(posting.lines):
        return fenced
    pairs = tuple(takewhile(lambda line: _PAIR.match(posting.quote(line.span)), posting.lines))
    return pairs if len(pairs) >= _WITHOUT_FENCES else ()


def front_value(posting: Document, key: str) -> str | None:
    """The value of a key of the front matter as YAML reads it, without quotes and comments; None where the key is absent or has none."""
    lines = front_matter(posting)
    for place, line in enumerate(lines):
        pair = _PAIR.match(posting.quote(line.span))
        if pair is not None and line.style.level == 0 and pair.group(1).casefold() == key:
            value = (pair.group(2) or "").strip()
            below = takewhile(lambda other: other.style.level > 0, lines[place + 1 :])
            wrapped = " ".join(posting.quote(other.span) for other in below)
            return _unquoted(wrapped if _BLOCK_SIGN.fullmatch(value) else f"{value} {wrapped}".strip()) or None
    return None


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r'\\(["\\])', r"\1", value[1:-1]).strip()
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'").strip()
    return _COMMENT.sub("", value).strip()
