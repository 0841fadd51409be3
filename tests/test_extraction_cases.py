"""`rm.extract` finds what a careful reader finds, in the literal cases of `extraction_cases`."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from extraction_cases import CASES, Case, Did, Skill

import resume_match as rm


def resume_of(statement: str, section: str) -> rm.Resume:
    """A resume that holds nothing but the statement, as a bullet of that section."""
    span, anchor = rm.Span(0, len(statement)), rm.Anchor(part="text", paragraph=0)
    digest = sha256(statement.encode()).hexdigest()
    document = rm.Document("literal.txt", rm.DocumentFormat.TEXT, digest, statement, (rm.Line(span, anchor),))
    bullet = rm.Bullet(statement, span, anchor)
    return rm.Resume(document, rm.Contact(), (rm.Section(rm.SectionKind(section), None, span, bullets=(bullet,)),))


def words(text: object) -> list[str]:
    """The words of a phrase, without case, articles and punctuation at their edges."""
    bare = (word.strip("•-.,;:()") for word in str(text).casefold().replace("/", " ").split())
    return [word for word in bare if word and word not in {"the", "a", "an"}]


def holds(found: object, expected: str | None) -> bool:
    """Whether the phrase found is the expected one, or holds it with at most three words more; None expects none."""
    if expected is None or found is None:
        return expected is None and found is None
    wanted, got = words(expected), words(found)
    inside = any(got[at : at + len(wanted)] == wanted for at in range(len(got) - len(wanted) + 1))
    return inside and len(got) - len(wanted) <= 3


def is_it(mention: rm.Mention, expected: Did | Skill, text: str) -> bool:
    """Whether a mention is the expected phrase."""
    flags = (mention.actor is rm.Actor.APPLICANT, mention.negated, mention.wished)
    if flags != (expected.actor == "applicant", expected.negated, expected.wished):
        return False
    if isinstance(expected, Skill):
        return holds(text[mention.span.start : mention.span.end], expected.phrase)
    parts = ((mention.object, expected.object), (mention.scope, expected.scope), (mention.result, expected.result))
    return holds(mention.action, expected.action) and all(holds(found, wanted) for found, wanted in parts)


def test_there_are_at_least_ninety_different_cases() -> None:
    assert len({case.statement for case in CASES}) == len(CASES) >= 90


@pytest.mark.parametrize("case", CASES, ids=lambda case: re.sub(r"\W+", "-", case.statement)[:60])
def test_extract_finds_the_phrases_of_the_statement(case: Case) -> None:
    mentions = rm.extract(resume_of(case.statement, case.section))
    for expected in case.expected:
        told = [(str(m.action), str(m.object), str(m.scope), str(m.result), m.actor.value, m.negated, m.wished) for m in mentions]
        assert any(is_it(mention, expected, case.statement) for mention in mentions), f"{expected} not among {told}"
