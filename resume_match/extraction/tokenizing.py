"""Text -> tokens: spaCy's own tokenizer with what resumes write besides, and without what it looks for in vain.

Most words are letters only: no affix, no address, nothing to divide. The patterns that look for these are long and are asked about each new
word several times, so they pass over such words unread; and of a new word nothing is worked out that no stage asks for (its shape, whether
it looks like a number).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from spacy.lang.en import English
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

_WHOLE = ("C#", "c#", "F#", "S/W", "s/w", "H/W", "h/w")  # which blank English takes apart
# Bullets without a blank behind them, which blank English leaves on their word: signs, and those that a wrong encoding made of one.
_PREFIXES = (
    r"[-\u200b-\u200f‐-―\u2060~=|•-⁞←-➿⬀-⯿\ue000-\uf8ff\u00ad\ufeff°¤¨«]+(?=[^\W\d_])",
    r"[ïâÂÃ][^\x00-\x7f]*[^\x00-\x7f\w]",
    r"\d{1,2}[.)](?=[A-Z][a-z])",
)
_SUFFIXES = (r"[•‣◦▪●■➢➤►✓✔]", r"(?<=[A-Z+#])[-–—]")  # a bullet or, behind capitals, a dash glued to its word: "PYTHON- 60 months"
# Blank English keeps "C#/.NET" and "Excel,Word" as one token, and "2019-Present".
_INFIXES = (
    r"(?<=[A-Za-z0-9#+)])/(?=[A-Za-z0-9.(])",
    r"(?<=[A-Za-z0-9#+)]),(?=[A-Za-z(])",
    r"(?<=[A-Za-z0-9#+)])[–—](?=[A-Za-z0-9(])",
    r"(?<=[A-Za-z#+)])[;|•:&](?=[A-Za-z(])",
    r"(?<=[#+])-(?=[a-z])",
    r"(?<=[a-z])\.(?=[A-Z][a-z])",
    r"(?<=\w)\((?=\w)",
)


class _Sparing:
    """A compiled pattern that finds nothing in letters only, and so does not look there. `pattern` is what spaCy saves of it."""

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.pattern = compiled.pattern
        self._search, self._match, self._finditer = compiled.search, compiled.match, compiled.finditer

    def search(self, text: str) -> re.Match[str] | None:
        return None if text.isascii() and text.isalpha() else self._search(text)

    def match(self, text: str) -> re.Match[str] | None:
        return None if text.isascii() and text.isalpha() else self._match(text)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        return () if text.isascii() and text.isalpha() else self._finditer(text)


def blank_english() -> Language:
    """spaCy's blank English pipeline with our tokenizer, and a vocabulary that knows of a word only how it is written."""
    return English(Vocab(), create_tokenizer=_tokenizer_of)


def adapt_tokenizer(nlp: Language) -> None:
    """Teaches the tokenizer of a trained pipeline what resumes write besides."""
    tokenizer: Any = nlp.tokenizer  # compiled, without type hints
    tokenizer.infix_finditer = compile_infix_regex(_infixes_of(nlp)).finditer
    tokenizer.prefix_search = compile_prefix_regex(_prefixes_of(nlp)).search
    tokenizer.rules = _rules_of(tokenizer.rules)


def _tokenizer_of(nlp: Language) -> Tokenizer:
    """spaCy's own tokenizer of the language with our infixes; one that is told of them afterwards reads its special cases twice."""
    defaults = nlp.Defaults
    url: Any = defaults.url_match  # the method of a compiled pattern
    return Tokenizer(
        nlp.vocab,
        rules=_rules_of(defaults.tokenizer_exceptions),
        prefix_search=_Sparing(compile_prefix_regex(_prefixes_of(nlp))).search,
        suffix_search=_Sparing(compile_suffix_regex([*(defaults.suffixes or ()), *_SUFFIXES])).search,
        infix_finditer=_Sparing(compile_infix_regex(_infixes_of(nlp))).finditer,
        token_match=defaults.token_match,
        url_match=_Sparing(url.__self__).match,
    )


def _rules_of(rules: Mapping[str, list[dict[Any, str]]]) -> dict[str, list[dict[Any, str]]]:
    """The special cases of a language, without faces: in a resume "):" closes and introduces."""
    kept = {text: tokens for text, tokens in rules.items() if text not in emoticons}
    return kept | {word: [{"ORTH": word}] for word in _WHOLE}


def _prefixes_of(nlp: Language) -> tuple[Any, ...]:
    return *_PREFIXES, *(nlp.Defaults.prefixes or ())


def _infixes_of(nlp: Language) -> tuple[Any, ...]:
    return *(nlp.Defaults.infixes or ()), *_INFIXES
