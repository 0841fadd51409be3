"""What job postings are made of: headings, cues and the verbs that duties open with, from data/lexicon/en/postings.toml."""

from __future__ import annotations

import re
from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.verbs import families_of_verb

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@cache
def _openers() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = read_table("postings")["openers"]
    return frozenset(table["verbs"]) | frozenset(families_of_verb()), frozenset(table["also_nouns"]), frozenset(table["followers"])


def opens_with_verb(text: str) -> bool:
    """True where a line begins as duties do: "Define product requirements", "Design and build ...", but not "Design thinking"."""
    verbs, also_nouns, followers = _openers()
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    if words and words[0].endswith("ly") and len(words) > 1:  # "Proactively identify ..."
        words = words[1:]
    if not words or words[0] not in verbs:
        return False
    return words[0] not in also_nouns or (len(words) > 1 and (words[1] in followers or words[1] in verbs - also_nouns)) or len(words) > 4
