"""Where somebody acts: verbs in verb position, and action nouns ("management of", "budget planning")."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.extraction.finding import Found, sequences_at
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, families_of_noun, families_of_verb


@dataclass(frozen=True, slots=True)
class Action:
    """An action at words `first` to `last` (exclusive), the families it belongs to, and how it is put.

    `noun` marks an action noun, whose object may stand before it; `passive` a participle after a form of "be", whose object does.
    """

    first: int
    last: int
    families: tuple[str, ...]
    form: VerbForm | None
    noun: bool = False
    passive: bool = False


def find_actions(words: tuple[Word, ...], first: int, last: int, verbs: tuple[Found, ...]) -> tuple[Action, ...]:
    """The actions among words `first` to `last` (one clause run without a full stop), in order; `verbs` are the multiword verbs found."""
    actions: list[Action] = []
    at = first
    while at < last:
        action = (
            _skip_adjective(words, at)
            or _multiword(words, at, first, verbs, actions)
            or _verb(words, at, first, actions)
            or _noun(words, at, first, last)
        )
        if isinstance(action, Action):
            actions.append(action)
            at = action.last
        else:
            at += action or 1
    return tuple(actions)


def _skip_adjective(words: tuple[Word, ...], at: int) -> int:
    return sequences_at(words, at, grammar().adjectives)


def _multiword(words: tuple[Word, ...], at: int, first: int, verbs: tuple[Found, ...], before: list[Action]) -> Action | None:
    found = max((verb for verb in verbs if verb.first == at), key=lambda verb: verb.last, default=None)
    if found is None:
        return None
    form = words[at].verbs[0].form if words[at].verbs else None
    if form is not None and not _opens(words, at, first, form, before):
        return None
    return Action(at, found.last, families_of_verb()[found.id], form)


def _verb(words: tuple[Word, ...], at: int, first: int, before: list[Action]) -> Action | None:
    for verb in words[at].verbs:
        families = families_of_verb().get(verb.lemma)
        if families and _opens(words, at, first, verb.form, before):
            passive = verb.form is VerbForm.PAST and _after_be(words, at, first)
            return Action(at, at + 1, families, verb.form, passive=passive)
    return None


def _noun(words: tuple[Word, ...], at: int, first: int, last: int) -> Action | None:
    word = words[at]
    families = next((families for key in (word.lower, *_own_keys(word)) if (families := families_of_noun().get(key))), ())
    if not families and any(verb.form is VerbForm.ING for verb in word.verbs):
        families = families_of_verb().get(word.verbs[0].lemma, ())
    if not families:
        return None
    return Action(at, at + 1, families, None, noun=True)


def _own_keys(word: Word) -> tuple[str, ...]:
    """The keys that are the word itself or its singular: "launched" is no launch."""
    return tuple(key for key in word.keys if word.corrected or word.lower in {key, key + "s", key + "es", key[:-1] + "ies"})


def _opens(words: tuple[Word, ...], at: int, first: int, form: VerbForm, before: list[Action]) -> bool:
    """Whether a verb of this form may stand here: at a start, after a comma or conjunction, after "to", a preposition, a form of "be"..."""
    if at == first:
        return True
    known = grammar()
    previous = words[at - 1].lower
    if previous in known.adverbs or (previous.endswith("ly") and previous.isalpha()):
        return at - 1 == first or _opens(words, at - 1, first, form, before)
    if previous in known.subjects:
        return form is not VerbForm.ING
    if form is VerbForm.BASE:
        if previous in known.modals:
            return True
        return previous in known.openers and (previous in {":", "(", "*", "\t", "-", "–", "—"} or _last_form(before) is VerbForm.BASE)
    if form is VerbForm.THIRD:
        return previous in known.openers and (previous in {":", "(", "*", "\t"} or _last_form(before) is VerbForm.THIRD)
    if form is VerbForm.PAST:
        if previous in {"and", "or", "&"}:  # "verbal and written communication" is no deed
            return _last_form(before) is not None
        return previous in known.openers or previous in known.be or previous in known.have or _follows_subject(words, at, first, before)
    return (
        previous in known.openers
        or previous in known.prepositions
        or previous in known.be
        or previous in {"to", "not", "experience", "experienced", "skilled"}
    )


def _last_form(before: list[Action]) -> VerbForm | None:
    """The form of the verb before, which a bare verb after a conjunction must share ("research, design and test")."""
    return next((action.form for action in reversed(before) if not action.noun), None)


def _follows_subject(words: tuple[Word, ...], at: int, first: int, before: list[Action]) -> bool:
    """Whether a noun phrase that opens the sentence is the subject of this verb: "My work reduced returns"."""
    known = grammar()
    opens = words[first].lower in known.determiners
    return opens and not before and at - first >= 2 and not any(word.lower in known.prepositions for word in words[first:at])


def _after_be(words: tuple[Word, ...], at: int, first: int) -> bool:
    at -= 1
    while at > first and words[at].lower.endswith("ly"):
        at -= 1
    return at >= first and words[at].lower in grammar().be
