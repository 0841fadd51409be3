"""Text that everybody can see and that still wants a look: words to a machine, stuffing, look-alike letters, another language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from resume_match.lexicon import read_table
from resume_match.model import Diagnostic, DiagnosticCode, Document, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_LATIN_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST_FLAGS = 20
_MOST_WORDS = 60_000
"""Words that are looked at for stuffing: those of some 150 pages."""


@dataclass(frozen=True, slots=True)
class _Stuffing:
    least_repeats: int
    least_share: float
    block_words: int
    block_repeats: int
    heap_words: int
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Languages:
    least_words: int
    least_foreign_share: float
    least_ratio: float
    least_latin_share: float
    english: frozenset[str]
    foreign: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    instructions: tuple[re.Pattern[str], ...]
    stuffing: _Stuffing
    lookalikes: frozenset[str]
    languages: _Languages


@cache
def _rules() -> _Rules:
    table = read_table("screening")
    stuffing, language = table["stuffing"], table["language"]
    foreign = tuple((name, frozenset(words)) for name, words in sorted(language["foreign"].items()))
    return _Rules(
        tuple(re.compile(pattern) for pattern in table["instructions"]["patterns"]),
        _Stuffing(**{**stuffing, "common": frozenset(stuffing["common"])}),
        frozenset(table["suspicious"]["lookalikes"]),
        _Languages(
            **{key: found for key, found in language.items() if key not in ("english", "foreign")},
            english=frozenset(language["english"]),
            foreign=foreign,
        ),
    )


def screen(document: Document) -> tuple[Diagnostic, ...]:
    """The diagnostics of a document's visible text, in the order of their kinds; nothing is taken out of the text."""
    return (*_instructions(document), *_stuffing(document), *_lookalikes(document), *_language(document))


def _instructions(document: Document) -> Iterator[Diagnostic]:
    """Flags for words addressed to a machine; each stretch of text once."""
    # Line breaks and tabs become blanks one for one, so that places stay the same.
    text = document.text.translate({10: " ", 9: " "}).lower()
    if len(text) != len(document.text):  # a letter whose small form is longer
        text = "".join(character if len(character.lower()) != 1 else character.lower() for character in document.text)
        text = text.translate({10: " ", 9: " "})
    found = sorted(Span(match.start(), match.end()) for pattern in _rules().instructions for match in pattern.finditer(text))
    last: Span | None = None
    for span in found[:_MOST_FLAGS]:
        if last is not None and last.overlaps(span):
            continue
        last = span
        yield Diagnostic(
            DiagnosticCode.INSTRUCTION_TEXT,
            "These words are addressed to a machine that reads the resume, not to a person; they change nothing here.",
            span=span,
            quote=document.quote(span),
        )


def _stuffing(document: Document) -> Iterator[Diagnostic]:
    """Flags for a phrase or a block of words repeated beyond what a text needs, and for heaps of words."""
    rules = _rules().stuffing
    words = [(match.group().lower(), match.start(), match.end()) for match in islice(_WORD.finditer(document.text), _MOST_WORDS)]
    phrase = _commonest_phrase(words, rules)
    if phrase is not None:
        (count, span), total = phrase, len(words)
        message = f"One phrase stands {count} times among {total} words; repeats add no credit."
        yield Diagnostic(DiagnosticCode.KEYWORD_STUFFING, message, span=span, quote=document.quote(span))
    block = _repeated_block(words, rules)
    if block is not None:
        count, span = block
        message = f"The same {rules.block_words} words in a row stand {count} times; repeats add no credit."
        yield Diagnostic(DiagnosticCode.KEYWORD_STUFFING, message, span=span, quote=document.quote(span))
    for line in document.lines:
        text = document.quote(line.span)
        if len(text) >= 4 * rules.heap_words and _is_heap(text, rules):
            message = "A line of many words without a sentence or a comma reads like a heap of keywords."
            yield Diagnostic(DiagnosticCode.KEYWORD_STUFFING, message, span=line.span)
            return


def _commonest_phrase(words: list[tuple[str, int, int]], rules: _Stuffing) -> tuple[int, Span] | None:
    """How often the phrase that fills most of the text stands there, and its first place; None where none fills too much."""
    best: tuple[float, int, Span] | None = None
    texts = ["" if word in rules.common or word.isdigit() else word for word, _, _ in words]
    for length in (1, 2, 3):
        counts = Counter(key for key in zip(*(texts[start:] for start in range(length)), strict=False) if all(key))
        telling = ((key, count) for key, count in counts.most_common() if len(set(key)) == length and len("".join(key)) >= 3)
        for key, count in islice(telling, 3):
            share = count * length / len(words)
            if count >= rules.least_repeats and share >= rules.least_share and (best is None or share > best[0]):
                first = next(index for index in range(len(texts)) if tuple(texts[index : index + length]) == key)
                best = (share, count, Span(words[first][1], words[first + length - 1][2]))
    return None if best is None else best[1:]


def _repeated_block(words: list[tuple[str, int, int]], rules: _Stuffing) -> tuple[int, Span] | None:
    """How often the most repeated block of words stands, and its first place; None where none stands too often."""
    size = rules.block_words
    texts = [word for word, _, _ in words]
    counts = Counter(zip(*(texts[start:] for start in range(size)), strict=False))
    if max(counts.values(), default=0) < rules.block_repeats:
        return None
    starts: dict[tuple[str, ...], list[int]] = {}
    for index in range(len(words) - size + 1):
        places = starts.setdefault(tuple(word for word, _, _ in words[index : index + size]), [])
        if not places or index >= places[-1] + size:
            places.append(index)
    most = max(starts.values(), key=len, default=[])
    if len(most) < rules.block_repeats:
        return None
    return len(most), Span(words[most[0]][1], words[most[0] + size - 1][2])


def _is_heap(text: str, rules: _Stuffing) -> bool:
    """True where a long run of words has neither a sign between them nor a small word among them."""
    run = 0
    for part in text.split():
        word = part.strip("()\"'“”").lower()
        if not word or word in rules.common or not part[-1].isalnum() or not part[0].isalnum():
            run = 0
            continue
        run += 1
        if run >= rules.heap_words:
            return True
    return False


def _lookalikes(document: Document) -> Iterator[Diagnostic]:
    """A flag for the first word that mixes Latin letters with letters of another script that look the same."""
    text = document.text
    if text.isascii():
        return
    lookalikes = _rules().lookalikes
    mixed = [
        match.span()
        for match in _LATIN_WORD.finditer(text)
        if any(letter in lookalikes for letter in match.group()) and any(letter.isascii() for letter in match.group())
    ]
    if mixed:
        message = f"Words that mix Latin letters with look-alikes of another script: {len(mixed)}. Such words match nothing."
        span = Span(*mixed[0])
        yield Diagnostic(DiagnosticCode.SUSPICIOUS_TEXT, message, span=span, quote=document.quote(span))


def _language(document: Document) -> Iterator[Diagnostic]:
    """The diagnostic that a text is not English; its whole length counts as lost."""
    rules = _rules().languages
    letters = sum(map(str.isalpha, document.text))
    foreign_letters = [] if document.text.isascii() else [sign for sign in document.text if sign >= "\u0250" and sign.isalpha()]
    latin = letters - len(foreign_letters)
    if letters >= rules.least_words and latin < rules.least_latin_share * letters:
        yield _not_english(document, "most of its letters are not Latin")
        return
    words = [match.group().lower() for match in _WORD.finditer(document.text) if not match.group().isdigit()]
    words = [part for word in words for part in re.split("['’]", word)]
    if len(words) < rules.least_words:
        return
    english = sum(1 for word in words if word in rules.english) / len(words)
    shares = [(sum(1 for word in words if word in small) / len(words), name) for name, small in rules.foreign]
    foreign, name = max(shares)
    if foreign >= rules.least_foreign_share and foreign >= rules.least_ratio * english:
        yield _not_english(document, f"it reads like {name.capitalize()}")


def _not_english(document: Document, reason: str) -> Diagnostic:
    message = f"The text is not English: {reason}. Only English can be judged."
    return Diagnostic(DiagnosticCode.NOT_ENGLISH, message, lost=len(document.text))
