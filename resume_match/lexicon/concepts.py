"""Concepts: what resumes speak of, each with the surface forms that people write. Read from data/lexicon/en/concepts/*.toml.

A form is words in dictionary form. `(a|b)` are alternatives, `word?` may be left out; a word in capitals is matched in capitals only.
`is` names the broader concepts that are implied; `hides = true` marks a phrase whose words mean nothing else (vision insurance).
Under `each`, instead of `forms`, every form is a concept of its own, narrower than the one that lists it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from resume_match.errors import DataError
from resume_match.lexicon import read_table

_GROUP = re.compile(r"\(([^()]*)\)(\?)?|(\S+)")
_PLAIN = re.compile(r"[a-z ]+")
_DIVIDES = re.compile(r"[-/‐‑–]")
_WORD = re.compile(r"(?:(?<!\S)\.(?=[A-Za-z]))?[^\W_][\w.+#]*(?:'\w+)?|&")  # ".NET" begins with its full stop


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: `forms` are word sequences, `broader` all concepts that it implies, nearest first."""

    id: str
    forms: tuple[tuple[str, ...], ...]
    broader: tuple[str, ...]
    hides: bool = False


@cache
def concepts() -> tuple[Concept, ...]:
    """All concepts, in the order of their files. DataError lists every fault of the files."""
    table = read_table("concepts")
    faults = [
        f"[{key}] is = '{name}': there is no such concept"
        for key, value in table.items()
        for name in value.get("is", ())
        if name not in table
    ]
    faults += [
        f"[{key}] has no key '{name}': write forms or each, is, hides"
        for key, value in table.items()
        for name in value.keys() - {"forms", "each", "is", "hides"}
    ]
    each = Counter(_name_of(form) for value in table.values() for form in value.get("each", ()))
    faults += [f"'{name}' is listed under each, and is a concept already" for name, times in each.items() if times > 1 or name in table]
    if faults:
        raise DataError("lexicon/en/concepts", tuple(sorted(faults)))
    found = []
    for key, value in table.items():
        broader = _broader(key, table)
        found.append(Concept(key, _expanded(value.get("forms", ())), broader, bool(value.get("hides"))))
        found.extend(Concept(_name_of(form), _expanded([form]), (key, *broader)) for form in value.get("each", ()))
    return tuple(found)


def _name_of(form: str) -> str:
    return "-".join(split_words(form)).lower()


def _expanded(forms: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(sequence for form in forms for sequence in expand(form)))


@cache
def concept_ids() -> frozenset[str]:
    """The ids that patterns may name."""
    return frozenset(read_table("concepts"))


@cache
def _broader_by_id() -> dict[str, tuple[str, ...]]:
    return {concept.id: concept.broader for concept in concepts()}


def broader_of(concept_id: str) -> tuple[str, ...]:
    """The concepts that a concept implies, nearest first; none for the literal words of a profile."""
    return _broader_by_id().get(concept_id, ())


@cache
def concept_words() -> frozenset[str]:
    """The words of the forms of all concepts."""
    return frozenset([word for concept in concepts() for form in concept.forms for word in form])


@cache
def _forms_by_id() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {concept.id: concept.forms for concept in concepts()}


def forms_of(concept_id: str) -> tuple[tuple[str, ...], ...]:
    """The word sequences of a concept; none for the literal words of a profile."""
    return _forms_by_id().get(concept_id, ())


def expand(form: str) -> list[tuple[str, ...]]:
    """The word sequences that a form stands for: "(market|user) research report?" gives four."""
    if "(" not in form and "?" not in form:
        return [split_words(form)]  # as most forms are
    slots: list[list[tuple[str, ...]]] = []
    for group, optional, word in _GROUP.findall(form):
        if word:
            optional = "?" if word.endswith("?") and len(word) > 1 else ""
            group = word.removesuffix("?")
        slots.append([split_words(choice) for choice in group.split("|")] + ([()] if optional else []))
    return [sequence for choice in product(*slots) if (sequence := tuple(word for words in choice for word in words))]


@lru_cache(maxsize=1 << 13)  # the forms of the lexicon hold few different words
def split_words(text: str) -> tuple[str, ...]:
    """The words of a form, as keys: hyphens and slashes divide, an ampersand is "and"; see `key_of`."""
    if _PLAIN.fullmatch(text):
        return tuple(text.split())  # as most are
    return tuple("and" if word == "&" else key_of(word) for word in _WORD.findall(_DIVIDES.sub(" ", text)))


def key_of(word: str) -> str:
    """A word as the vocabulary keeps it: lower case unless all of it is capitals, and without inner full stops ("Ph.D." is phd)."""
    plain = word[0] + word[1:].replace(".", "")
    return plain if plain.isupper() and len(plain) > 1 else plain.lower()


def _broader(key: str, table: dict[str, dict[str, list[str]]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    queue = list(table[key].get("is", ()))
    while queue:
        name = queue.pop(0)
        if name not in found and name != key:
            found[name] = None
            queue.extend(table[name].get("is", ()))
    return tuple(found)
