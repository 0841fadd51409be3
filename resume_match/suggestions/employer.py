"""What only the employer of a posting can say: its figures, its people, the names of its things. None of it goes into a draft."""

from __future__ import annotations

import re
from functools import cache

from resume_match.lexicon.concepts import concepts
from resume_match.lexicon.grammar import grammar

_WORD = re.compile(r"[^\W_][\w.+#&/'’-]*")
_FIGURE = re.compile(r"[$€£]\s?\d|\d\s?%|(?<![\w/-])\d[\d,.]*[kKmMbB]?(?![\w/-])")
_VAGUE = frozenset({"one", "over", "approximately", "nearly"})  # numbers in phrases, which count nothing


def is_the_employers(text: str) -> bool:
    """Whether a requirement's text holds a figure, a number in words, or a name that the lexicon has not: "grow Ferryline to $9M"."""
    if _FIGURE.search(text) or any(word in grammar().numbers - _VAGUE for word in text.lower().split()):
        return True
    words = _WORD.findall(text)
    return any(_is_strange(word, opens=place == 0) for place, word in enumerate(words))


def _is_strange(word: str, *, opens: bool) -> bool:
    """Whether a word is a name that nobody but the employer need know; the word that opens a text has a capital anyway."""
    if not any(letter.isupper() for letter in (word[1:] if opens else word)):
        return False
    return not any(part.lower().rstrip("s") in _known() or part.lower() in _known() for part in re.split(r"[/&'’-]", word) if part)


@cache
def _known() -> frozenset[str]:
    """The words of the lexicon, in lower case."""
    return frozenset(word.lower() for concept in concepts() for form in concept.forms for word in form)
