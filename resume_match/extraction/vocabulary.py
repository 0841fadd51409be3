"""Everything that extraction looks for: the concepts' forms, the verbs, and the literal words of a profile, in one trie.

A written word is known by keys: itself, its American spelling, its singular, its verb. The keys that exist are the words of the forms, so a
suffix is only ever taken off to arrive at a word that somebody put into the data ("marketing" stays marketing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from resume_match.extraction.trie import Node, opening_of, plant
from resume_match.extraction.words import Reading
from resume_match.lexicon import read_table
from resume_match.lexicon.abbreviations import abbreviations
from resume_match.lexicon.concepts import Concept, concept_words, concepts, key_of, split_words
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.remembering import LONGEST_WORD
from resume_match.lexicon.spelling import american_spellings
from resume_match.lexicon.verbs import Inflected, VerbForm, families_of_noun, families_of_verb, inflected_verbs, is_mere_deed

_CACHED_WORDS = 50_000
_TYPO_LETTERS = 6  # the shortest word that may be a misspelling (issue: six letters or more)


@dataclass(slots=True)
class Vocabulary:
    """The trie of forms, and how written words are known. Built once by `build_vocabulary`, then only read."""

    root: Node
    words: frozenset[str]
    broader: dict[str, tuple[str, ...]]
    hiding: frozenset[str]
    correct: Callable[[str], str | None]
    _readings: dict[str, Reading] = field(default_factory=dict)

    def read(self, text: str) -> Reading:
        """How a written word is known; the answer is remembered for the words met first."""
        reading = self._readings.get(text)
        if reading is None:
            reading = self._reading(text)
            if len(self._readings) < _CACHED_WORDS and len(text) <= LONGEST_WORD:
                self._readings[text] = reading
        return reading

    def _reading(self, written: str) -> Reading:
        if written == "&":  # as split_words has it in forms
            return self._read_as(written, ("and",), ())
        text = abbreviations().get(written.lower(), written)
        lower = text.lower().replace("’", "'")
        verbs = inflected_verbs().get(lower, ())
        keys = self._keys(lower, text)
        if keys or verbs or len(lower) < _TYPO_LETTERS or not lower.isalpha():
            return self._read_as(lower, keys, verbs or self._american_verbs(lower))
        american = self._american_verbs(lower)
        if american:
            return self._read_as(lower, keys, american)
        name = not text.isupper() and text[1:] != text[1:].lower()  # a capital within a word is meant: "ProductCon" is no slip
        meant = None if name else self.correct(lower)
        if meant is None:
            return self._read_as(lower, (), ())
        return self._read_as(lower, self._keys(meant, meant), inflected_verbs().get(meant, ()), meant)

    def _read_as(self, lower: str, keys: tuple[str, ...], verbs: tuple[Inflected, ...], corrected: str | None = None) -> Reading:
        return Reading(lower, keys, verbs, _noun_families(lower, keys, verbs, corrected), opening_of(self.root, keys), corrected)

    def _keys(self, lower: str, text: str) -> tuple[str, ...]:
        choices: dict[str, None] = {}
        for spelling in dict.fromkeys((lower, key_of(lower), *american_spellings(lower))):  # "ASP.NET" is aspnet
            choices.update(dict.fromkeys((spelling, *_singulars(spelling))))
            if spelling not in grammar().nouns_in_ing:  # "marketing" is a word of its own, and no form of "market"
                choices.update(dict.fromkeys((*(verb.lemma for verb in inflected_verbs().get(spelling, ())), *_verb_stems(spelling))))
        if key_of(text) != lower:  # capitals, and abbreviations with full stops
            choices.setdefault(key_of(text))
        elif len(text) > 2 and text[:-1].isupper() and text[-1] == "s":
            choices.setdefault(text[:-1])  # KPIs, PRDs
        return tuple(choice for choice in choices if choice in self.words)

    @staticmethod
    def _american_verbs(lower: str) -> tuple[Inflected, ...]:
        return next((found for spelling in american_spellings(lower) if (found := inflected_verbs().get(spelling))), ())


def build_vocabulary(correct: Callable[[frozenset[str]], Callable[[str], str | None]], phrases: Iterable[str] = ()) -> Vocabulary:
    """The vocabulary of the lexicon and of `phrases`, a profile's literal words, each known by the id `"its words"`.

    `correct` makes, from all known words, the function that finds the word which a misspelled one was meant to be.
    """
    own = [Concept(f'"{phrase}"', _either_case(split_words(phrase)), ()) for phrase in phrases]
    known = (*concepts(), *own)
    root = Node()
    for concept in known:
        for form in concept.forms:
            plant(root, form).ends += ((concept.id, False),)
    for verb in families_of_verb():
        parts = split_words(verb)
        if len(parts) > 1:
            plant(root, parts).ends += ((verb, True),)
    verb_words = [word for verb in (*families_of_verb(), *families_of_noun()) for word in split_words(verb)]
    words = concept_words().union(verb_words, *(form for concept in own for form in concept.forms))
    return Vocabulary(
        root,
        words,
        {concept.id: concept.broader for concept in known},
        frozenset(concept.id for concept in known if concept.hides),
        correct(frozenset(word for word in words if word.islower()) | frozenset(inflected_verbs())),
    )


def _noun_families(lower: str, keys: tuple[str, ...], verbs: tuple[Inflected, ...], corrected: str | None) -> tuple[str, ...]:
    """The families of an action noun: of one that the lexicon lists ("management"), or of a verb's -ing form that shows something.

    A listed one is the word itself or its singular: "launched" is no launch.
    """
    if lower in grammar().fields_in_ing:
        return ()
    own = (key for key in keys if corrected or lower in {key, key + "s", key + "es", key[:-1] + "ies"})
    families = next((families for key in (lower, *own) if (families := families_of_noun().get(key))), ())
    if not families and any(verb.form is VerbForm.ING and not is_mere_deed(verb.lemma) for verb in verbs):
        return families_of_verb().get(verbs[0].lemma, ())
    return families


def _either_case(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A profile's phrase as written and in lower case: unlike the lexicon's forms it does not insist on capitals."""
    return tuple(dict.fromkeys((words, tuple(word.lower() for word in words))))


def _singulars(word: str) -> list[str]:
    """What a plural may be the plural of; the word list decides."""
    irregular = read_table("grammar")["irregular_plurals"].get(word)
    if irregular is not None:
        return [irregular]
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return []
    found = [word[:-1]]
    if word.endswith("es"):
        found.append(word[:-2])
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("ves"):
        found.append(word[:-3] + "f")
    return found


def _verb_stems(word: str) -> list[str]:
    """What an -ing or -ed form may be made from where the verb is no verb of the lexicon; the word list decides."""
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) > len(suffix) + 3:
            stem = word.removesuffix(suffix)
            return [stem, stem + "e", stem[:-1]] if stem[-1:] == stem[-2:-1] else [stem, stem + "e"]
    return []
