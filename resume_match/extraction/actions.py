"""Where somebody acts: verbs in verb position, and action nouns ("management of", "budget planning")."""

from __future__ import annotations

from typing import NamedTuple

from resume_match.extraction.finding import Found, sequences_at
from resume_match.extraction.positions import after_be, may_act
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, families_of_verb


class Action(NamedTuple):
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
    forms: tuple[VerbForm, ...] = ()
    known = grammar()
    at = first
    while at < last:
        word = words[at]
        if word.lower in known.adjectives or word.lower in known.outcome_openers:
            skipped = sequences_at(words, at, known.adjectives) or sequences_at(words, at, known.outcome_openers)
            if skipped:
                at += skipped
                continue
        begun = [verb for verb in verbs if verb.first == at] if verbs else []
        action = _multiword(words, at, first, begun=begun, before=forms) if begun else None
        if action is None and word.verbs:
            action = _verb(words, at, first, forms)
        if action is None and word.noun:
            action = Action(at, at + 1, word.noun, None, noun=True)
        if action is not None:
            actions.append(action)
            forms += (action.form,) if action.form is not None else ()
        at = at + 1 if action is None else action.last
    return tuple(actions)


def _multiword(words: tuple[Word, ...], at: int, first: int, *, begun: list[Found], before: tuple[VerbForm, ...]) -> Action | None:
    found = max(begun, key=lambda verb: verb.last)
    form = words[at].verbs[0].form if words[at].verbs else None
    if form is not None and not may_act(words, at, first, form=form, before=before):
        return None
    return Action(at, found.last, families_of_verb()[found.id], form)


def _verb(words: tuple[Word, ...], at: int, first: int, before: tuple[VerbForm, ...]) -> Action | None:
    for verb in words[at].verbs:
        families = families_of_verb().get(verb.lemma)
        if families and may_act(words, at, first, form=verb.form, before=before):
            passive = verb.form is VerbForm.PAST and after_be(words, at, first)
            return Action(at, at + 1, families, verb.form, passive=passive)
    return None
