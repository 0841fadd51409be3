"""Words broken at the end of a line, put together again."""

from __future__ import annotations

import re
from collections.abc import Callable

from resume_match.lexicon.hyphenation import is_compound

_BROKEN = re.compile(r"(?:^|(?<=[\s(/“\"'‘,;–—]))([^\s(“\"]*[\w+#])([-‐\u00ad])$")
_BEGINNING = re.compile(r"[a-z]+(?:['’][a-z]+)?[.,;:!?)\]]*(?=\s|$)|[^\s\t]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@/\\]|\.\w")

SOFT = "\u00ad"
Seen = Callable[[str], bool]
"""Whether a word, in small letters, stands in the document in one piece."""


def rejoined(upper: str, lower: str, seen: Seen) -> tuple[str, str] | None:
    """The upper line with its broken last word completed and what is left of the lower one; None where the upper ends whole.

    The hyphen goes where it only marks the break and stays where the word has it anyway ("cross-functional"): in compounds, before
    capitals and digits, in addresses, and wherever the document shows the word with it.
    """
    broken = _BROKEN.search(upper)
    rest = _BEGINNING.match(lower)
    if broken is None or rest is None:
        return None
    head, sign = broken[1], broken[2]
    tail = rest[0]
    start = broken.start(2)
    kept = "" if sign == SOFT or _is_one_word(head, tail, seen) else "-"
    return upper[:start] + kept + tail, lower[rest.end() :].lstrip(" ")


def _is_one_word(head: str, tail: str, seen: Seen) -> bool:
    tail_word = _LETTERS.match(tail)
    if tail_word is None or not tail_word[0].islower() or _ADDRESS.search(head) or _ADDRESS.search(tail.rstrip(".,;:!?)")):
        return False
    parts = _LETTERS.findall(head)
    if not parts or not head.endswith(parts[-1]) or "-" in head or len(tail_word[0]) < 2:
        return False
    before, after = parts[-1].lower(), tail_word[0].lower()
    if seen(before + after):
        return True
    if seen(f"{before}-{after}"):
        return False
    return not is_compound(before, after)
