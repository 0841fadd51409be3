"""Verb forms: what a draft's verb becomes in each tense, and which verb stands behind a word of a resume."""

from __future__ import annotations

import pytest

from resume_match.suggestions.verbs import Tense, base_of, inflect, tenses_of


@pytest.mark.parametrize(
    ("base", "past", "third", "gerund"),
    [
        ("manage", "managed", "manages", "managing"),
        ("lead", "led", "leads", "leading"),
        ("plan", "planned", "plans", "planning"),
        ("apply", "applied", "applies", "applying"),
        ("survey", "surveyed", "surveys", "surveying"),
        ("launch", "launched", "launches", "launching"),
        ("set", "set", "sets", "setting"),
        ("run", "ran", "runs", "running"),
        ("write", "wrote", "writes", "writing"),
        ("oversee", "oversaw", "oversees", "overseeing"),
        ("guide", "guided", "guides", "guiding"),
        ("win", "won", "wins", "winning"),
        ("build", "built", "builds", "building"),
        ("program", "programmed", "programs", "programming"),
        ("develop", "developed", "develops", "developing"),
        ("begin", "began", "begins", "beginning"),
        ("show", "showed", "shows", "showing"),
        ("have", "had", "has", "having"),
    ],
)
def test_a_verb_takes_the_form_of_the_tense(base: str, past: str, third: str, gerund: str) -> None:
    assert (inflect(base, Tense.PAST), inflect(base, Tense.THIRD_PERSON), inflect(base, Tense.GERUND)) == (past, third, gerund)
    assert inflect(base, Tense.PRESENT) == base


@pytest.mark.parametrize(
    ("word", "base"),
    [("Led", "lead"), ("manages", "manage"), ("Planning", "plan"), ("ran", "run"), ("Oversaw", "oversee"), ("the", None)],
)
def test_the_base_form_is_found_behind_any_form(word: str, base: str | None) -> None:
    assert base_of(word) == base


def test_a_form_that_two_tenses_share_is_both() -> None:
    assert tenses_of("set") == (Tense.PRESENT, Tense.PAST)
    assert tenses_of("Led") == (Tense.PAST,)
    assert tenses_of("roadmap") == ()


def test_an_unknown_verb_is_taken_for_a_regular_one() -> None:
    assert [inflect("defragment", tense) for tense in Tense] == ["defragment", "defragmented", "defragments", "defragmenting"]
