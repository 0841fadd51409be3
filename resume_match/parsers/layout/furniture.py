"""Page furniture: page numbers and the running headers and footers that repeat from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

MARGIN = 0.1
"""The share of the page's height, at its top and at its bottom, where furniture stands."""
EXTREME = 0.08
LONGEST_NUMBER = 60

_NUMBER = re.compile(
    r"[-–—•|(\[ ]*(?:(?:page|seite|pagina|página|p\.?|pg\.?)[ \t]*)?\d{1,3}(?:[ \t]*(?:/|of|de|von|sur|di|\|)[ \t]*\d{1,3})?[-–—•|)\] ]*",
    re.IGNORECASE,
)
_NAMED_NUMBER = re.compile(
    r"(?:\bpage|\bpg\.?|\bp\.)[ \t]*\d{1,3}\b|\b\d{1,2}[ \t]*(?:/|of)[ \t]*\d{1,2}[ \t)\]|–—-]*$|\bcontinued\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


class Placed(NamedTuple):
    """A line as furniture is told by: its page (from 1), its upper and lower edge as shares of the page's height, and its text."""

    page: int
    top: float
    bottom: float
    text: str


def find_furniture(lines: Sequence[Placed]) -> list[bool]:
    """For each line, whether it is furniture.

    Page numbers are, at the very edge of a page and with nothing beyond them; so is what stands in the margin of several pages, numbers
    aside. A header's first occurrence stays in the text: it is most often the name and the address.
    """
    pages = {line.page for line in lines}
    edges: dict[int, tuple[float, float]] = {}
    for line in lines:
        top, bottom = edges.get(line.page, (1.0, 0.0))
        edges[line.page] = (min(top, line.top), max(bottom, line.bottom))
    repeated = Counter(key for _, key in {(line.page, _key(line)) for line in lines if _in_margin(line)})
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        first.setdefault(_key(line), line.page)
    result = []
    for line in lines:
        top, bottom = edges[line.page]
        outermost = line.top <= top + 0.001 or line.bottom >= bottom - 0.001
        result.append(_is_number(line, outermost, len(pages)) or _is_running(line, repeated, first))
    return result


def _in_margin(line: Placed) -> bool:
    return line.bottom <= MARGIN or line.top >= 1 - MARGIN


def _key(line: Placed) -> tuple[str, str]:
    return ("top" if line.bottom <= 0.5 else "bottom", _DIGITS.sub("#", " ".join(line.text.split())).casefold())


def _is_number(line: Placed, outermost: bool, pages: int) -> bool:
    if not (outermost and (line.bottom <= EXTREME or line.top >= 1 - EXTREME)):
        return False
    text = line.text.strip()
    if _NUMBER.fullmatch(text):
        return True
    return pages > 1 and len(text) <= LONGEST_NUMBER and _NAMED_NUMBER.search(text) is not None and (line.page > 1 or line.top > 0.5)


def _is_running(line: Placed, repeated: Counter[tuple[str, str]], first: dict[tuple[str, str], int]) -> bool:
    key = _key(line)
    if not _in_margin(line) or repeated[key] < 2:
        return False
    return key[0] == "bottom" or line.page > first[key]
