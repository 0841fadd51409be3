"""What is remembered of the texts met: the last ones, none that is long, and never another answer."""

from __future__ import annotations

from resume_match.extraction import build_vocabulary
from resume_match.lexicon.remembering import LONGEST_WORD, remembered
from resume_match.scoring.similarity import spelling_corrector


def test_what_was_asked_last_is_answered_from_memory() -> None:
    asked: list[str] = []

    def shout(text: str) -> str:
        asked.append(text)
        return text.upper()

    loud = remembered(shout, answers=2, longest=5)
    assert [loud(text) for text in ("oak", "oak", "elm", "oak", "fir", "elm")] == ["OAK", "OAK", "ELM", "OAK", "FIR", "ELM"]
    assert asked == ["oak", "elm", "fir", "elm"]  # of three the one that was not asked for longest was forgotten
    assert loud("larches") == loud("larches") == "LARCHES"
    assert asked[4:] == ["larches", "larches"]


def test_the_vocabulary_keeps_no_endless_word_of_a_stranger() -> None:
    vocabulary = build_vocabulary(spelling_corrector)
    endless = "x" * (LONGEST_WORD + 1)
    assert vocabulary.read(endless) == vocabulary.read(endless)
    assert vocabulary.read(endless) is not vocabulary.read(endless)
    assert vocabulary.read(endless[1:]) is vocabulary.read(endless[1:])
