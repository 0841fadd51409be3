"""British spellings are the American ones that the lexicon knows, and no others."""

from __future__ import annotations

import pytest

from resume_match.lexicon.spelling import american_spellings, americanized
from resume_match.scoring.signs import lemma_of


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("optimised", "optimized"),
        ("organisation", "organization"),
        ("behaviour", "behavior"),
        ("centre", "center"),
        ("programme", "program"),
    ],
)
def test_a_british_word_is_read_as_the_american_one(british: str, american: str) -> None:
    assert americanized(british) == american


@pytest.mark.parametrize("word", ["advise", "supervised", "exercise", "expertise", "four", "hour", "tour", "raised", "merchandise"])
def test_what_only_looks_british_stays(word: str) -> None:
    assert americanized(word) == word


@pytest.mark.parametrize(("one", "other"), [("analysed", "analyze"), ("programmes", "program"), ("organisations", "organization")])
def test_words_are_weighed_alike_on_both_sides_of_the_sea(one: str, other: str) -> None:
    assert lemma_of(one) == lemma_of(other)


def test_a_word_may_be_british_in_several_ways() -> None:
    assert american_spellings("colourised") == ("colourized", "colorised")
