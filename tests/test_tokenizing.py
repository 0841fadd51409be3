"""The tokenizer passes over words of letters only; this must never change what it makes of a text."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokenizer import Tokenizer

from resume_match.extraction.tokenizing import blank_english
from resume_match.lexicon import read_table
from resume_match.lexicon.concepts import concepts
from resume_match.lexicon.verbs import inflected_verbs

TEXT = """Led U.S. and U.K. launches (5km, $3.2M,20% up)--see www.quayside.example/x or mail a.reed@quayside.example; can't wait...
•Owned roadmap,P&L|pricing. Wrote C#/.NET at 9a.m.! don't 3years "quoted" SELECTED-works "half-open e.g. Jan.2019–Present PYTHON- 60
Naïve café's œuvre ﬁnished İstanbul ªº x.Y aB.Cd 10:30pm 100kg :) http://a.b lead/owner A.B.C. o'clock ÂLed ïled"""


@pytest.fixture(scope="module")
def plain() -> Tokenizer:
    """The same tokenizer with patterns that look everywhere."""
    sparing = blank_english().tokenizer
    whole = {
        name: re.compile(getattr(sparing, name).__self__.pattern)
        for name in ("prefix_search", "suffix_search", "infix_finditer", "url_match")
    }
    return Tokenizer(
        sparing.vocab,
        rules=sparing.rules,
        prefix_search=whole["prefix_search"].search,
        suffix_search=whole["suffix_search"].search,
        infix_finditer=whole["infix_finditer"].finditer,
        url_match=whole["url_match"].match,
    )


def test_a_text_full_of_signs_falls_into_the_same_tokens(plain: Tokenizer) -> None:
    told = [(token.text, token.idx) for token in blank_english().make_doc(TEXT)]
    assert told == [(token.text, token.idx) for token in plain(TEXT)]
    assert {"•", "C#", ".NET", "Present", "do", "a.reed@quayside.example"} <= {text for text, _ in told}


def test_the_patterns_find_nothing_in_any_word_of_letters(plain: Tokenizer) -> None:
    known = {word for concept in concepts() for form in concept.forms for word in form} | set(inflected_verbs())
    known |= set(read_table("known_words")["words"])
    words = {spelled for word in known if word.isascii() and word.isalpha() for spelled in (word, word.upper(), word.title(), f"x{word}Y")}
    assert len(words) > 40_000
    for word in words:
        found = plain.prefix_search(word) or plain.suffix_search(word) or list(plain.infix_finditer(word)) or plain.url_match(word)
        assert not found, word


def test_the_tokenizer_is_saved_and_loaded() -> None:
    nlp = blank_english()
    loaded = spacy.blank("en").from_bytes(nlp.to_bytes())
    assert [token.text for token in loaded.make_doc(TEXT)] == [token.text for token in nlp.make_doc(TEXT)]
