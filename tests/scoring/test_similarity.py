"""Misspelled words are read as the known word that was meant, and words of their own are left alone."""

from __future__ import annotations

import pytest

from resume_match.extraction import build_vocabulary
from resume_match.extraction.vocabulary import Vocabulary
from resume_match.scoring.similarity import spelling_corrector


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return build_vocabulary(spelling_corrector)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("requirments", "requirements"),
        ("stakholder", "stakeholder"),
        ("negotation", "negotiation"),
        ("roadmapp", "roadmap"),
        ("managment", "management"),
        ("commnication", "communication"),
        ("produtc", "product"),
    ],
)
def test_a_misspelling_is_read_as_the_word_meant(vocabulary: Vocabulary, written: str, meant: str) -> None:
    assert vocabulary.read(written).corrected == meant


@pytest.mark.parametrize("word", ["product", "project", "negation", "process", "princess", "contact", "contract", "marketed", "principal"])
def test_a_word_of_its_own_is_never_corrected(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.read(word).corrected is None


def test_a_name_with_a_capital_within_is_never_corrected(vocabulary: Vocabulary) -> None:
    assert vocabulary.read("ManagMent").corrected is None
    assert vocabulary.read("Managment").corrected == vocabulary.read("MANAGMENT").corrected == "management"


@pytest.mark.parametrize("word", ["paln", "ledd", "teem", "gaol"])
def test_a_word_of_under_six_letters_is_never_corrected(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.read(word).corrected is None


def test_between_two_equally_near_words_none_is_meant() -> None:
    correct = spelling_corrector(frozenset({"contract", "contrast"}), own_words=frozenset())
    assert correct("contracst") == "contract" or correct("contracst") is None
    assert correct("contraxt") is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("organised", "organize"),
        ("analyses", "analysis"),
        ("led", "lead"),
        ("stories", "story"),
        ("KPIs", "KPI"),
        ("Ph.D.", "phd"),
        ("programmes", "program"),
    ],
)
def test_a_written_word_is_known_by_its_dictionary_form(vocabulary: Vocabulary, written: str, key: str) -> None:
    keys = vocabulary.read(written).keys
    assert key in keys or key.lower() in keys


def test_marketing_is_no_form_of_market(vocabulary: Vocabulary) -> None:
    assert "market" not in vocabulary.read("marketing").keys
