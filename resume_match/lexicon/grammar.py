"""The small words that shape a resume statement, read from data/lexicon/en/grammar.toml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from resume_match.lexicon import read_table


@dataclass(frozen=True, slots=True)
class Grammar:
    """Each field is a list of the file: single words as a set, sequences of words by their first word."""

    openers: frozenset[str]
    stops: frozenset[str]
    abbreviated_names: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    scope_prepositions: frozenset[str]
    be: frozenset[str]
    time_prepositions: frozenset[str]
    adverbs: frozenset[str]
    have: frozenset[str]
    clause_openers: frozenset[str]
    clause_subjects: frozenset[str]
    fields_in_ing: frozenset[str]
    nouns_in_ing: frozenset[str]
    introductions: frozenset[str]
    gerund_openers: frozenset[str]
    helping_verbs: frozenset[str]
    verb_prefixes: frozenset[str]
    noun_verbs: frozenset[str]
    schooling_verbs: frozenset[str]
    participles: frozenset[str]
    adjective_endings: frozenset[str]
    modals: frozenset[str]
    subjects: frozenset[str]
    first_persons: frozenset[str]
    negators: frozenset[str]
    not_negation: frozenset[str]
    left_unfinished: frozenset[str]
    lesson_openers: frozenset[str]
    not_learning: frozenset[str]
    employer_nouns: frozenset[str]
    other_subjects: frozenset[str]
    things_in_s: frozenset[str]
    school_words: frozenset[str]
    named_after_of: frozenset[str]
    kinds_of_university: frozenset[str]
    company_suffixes: frozenset[str]
    stop_words: frozenset[str]
    title_words: frozenset[str]
    hedges: frozenset[str]
    states: frozenset[str]
    numbers: frozenset[str]
    noun_prepositions: frozenset[str]
    employer_nouns_of: frozenset[str]
    absence_ends: frozenset[str]
    counting_prepositions: frozenset[str]
    opening_wishes: dict[str, tuple[tuple[str, ...], ...]]
    wishes: dict[str, tuple[tuple[str, ...], ...]]
    not_wishes: dict[str, tuple[tuple[str, ...], ...]]
    learning: dict[str, tuple[tuple[str, ...], ...]]
    begun_degrees: dict[str, tuple[tuple[str, ...], ...]]
    others_acting: dict[str, tuple[tuple[str, ...], ...]]
    result_openers: dict[str, tuple[tuple[str, ...], ...]]
    outcome_openers: dict[str, tuple[tuple[str, ...], ...]]
    adjectives: dict[str, tuple[tuple[str, ...], ...]]


@cache
def grammar() -> Grammar:
    """The small words of English resumes."""
    table = read_table("grammar")
    values: dict[str, Any] = {
        field.name: (frozenset if str(field.type).startswith("frozenset") else _sequences)(table[field.name]) for field in fields(Grammar)
    }
    return Grammar(**values)


def _sequences(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found
