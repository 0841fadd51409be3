"""Words as people shorten them are read as what they stand for, and quoted as they are written."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction.statements import Statement
from resume_match.lexicon.abbreviations import abbreviations
from resume_match.scoring.signs import lemma_of


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def explicit(matcher: rm.ResumeMatcher, text: str, section: str = "experience") -> set[str]:
    """The requirements that a statement is explicit evidence of."""
    return {evidence.requirement_id for evidence in matcher.assess(text, section=section) if evidence.strength is rm.Strength.EXPLICIT}


@pytest.mark.parametrize(
    ("text", "section", "requirement"),
    [
        ("Proj. mgmt, budgets, scheduling", "skills", "project-management"),
        ("Product mgmt", "skills", "product-management-experience"),
        ("Wrote reqs and user stories for new features", "experience", "product-requirements"),
        ("Worked w/ sales, mktg and engineering to launch the app", "experience", "launch-collaboration"),
        ("P/L ownership", "skills", "business-acumen"),
        ("Mkt. research and surveys", "skills", "market-research"),
        ("E2E product lifecycle mgmt", "experience", "development-lifecycle"),
    ],
)
def test_shortened_words_count_as_what_they_stand_for(matcher: rm.ResumeMatcher, text: str, section: str, requirement: str) -> None:
    assert requirement in explicit(matcher, text, section)


def test_a_shortened_word_is_quoted_as_it_is_written(matcher: rm.ResumeMatcher) -> None:
    (evidence,) = (found for found in matcher.assess("Proj. mgmt", section="skills") if found.requirement_id == "project-management")
    assert evidence.quote == "Proj. mgmt"
    assert '"Proj. mgmt"' in evidence.factors[0].reason


def test_the_full_stop_of_a_sentence_still_ends_it(matcher: rm.ResumeMatcher) -> None:
    text = "Wrote proj. Mgmt was absent."
    statement = Statement(rm.Span(0, len(text)), rm.StatementKind.PROSE, rm.SectionKind.EXPERIENCE)
    first, *_ = (text[mention.span.start : mention.span.end] for mention in matcher.extractor.read(text, statement))
    assert first == "Wrote proj"


def test_a_shortened_word_has_the_sign_of_the_whole_one() -> None:
    assert lemma_of("mgrs") == lemma_of("manager") == "manager"


def test_no_abbreviation_is_a_word_of_its_own_or_leads_to_another() -> None:
    short = abbreviations()
    assert all(word == word.lower() and not word.endswith(".") for word in short)
    assert not set(short) & set(short.values())
