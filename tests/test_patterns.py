"""The pattern notation of profiles: what is read, and every fault told with its remedy."""

from __future__ import annotations

import pytest

from resume_match.model import StatementKind
from resume_match.patterns import DEFAULT_CONTEXTS, Atom, Part, Pattern, literals, parse_pattern, pattern_faults


def test_an_action_on_a_concept_is_one_atom() -> None:
    part = Part((Atom(("define", "write"), ("requirements",)),), DEFAULT_CONTEXTS)
    assert parse_pattern("define|write:requirements") == Pattern("define|write:requirements", (part,))


def test_parts_joined_by_plus_stand_in_one_statement() -> None:
    pattern = parse_pattern("collaborate:* + roadmap !support:*")
    assert [part.atoms for part in pattern.parts] == [
        (Atom(("collaborate",)),),
        (Atom((), ("roadmap",)), Atom(("support",), negated=True)),
    ]


def test_a_count_asks_for_different_narrower_concepts() -> None:
    assert parse_pattern("function>=2").parts[0].atoms == (Atom((), ("function",), least=2),)


def test_a_place_restricts_where_the_phrase_stands() -> None:
    assert parse_pattern("@title|listed roadmap").parts[0].contexts == (StatementKind.TITLE, StatementKind.LISTED)


def test_quoted_words_stand_for_themselves() -> None:
    assert parse_pattern('lead:"guest experience"').parts[0].atoms == (Atom(("lead",), ('"guest experience"',)),)
    assert literals(['lead:"guest experience"', '"check in"|"guest experience"']) == ("guest experience", "check in")


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("roadmapp", "there is no concept 'roadmapp': did you mean 'roadmap'?"),
        ("defin:roadmap", "there is no verb family 'defin': did you mean 'define'?"),
        ("@skills roadmap", "'@skills' is no place that a phrase stands in"),
        ("!roadmap", "names nothing to find"),
        ("*", "'*' stands only after a verb family"),
        ("Roadmap;", "'Roadmap;' cannot be read"),
    ],
)
def test_a_fault_is_told_with_its_remedy(pattern: str, told: str) -> None:
    faults = pattern_faults(pattern)
    assert any(told in fault for fault in faults), faults
    with pytest.raises(ValueError, match=r"concept|family|place|names|stands|read"):
        parse_pattern(pattern)


def test_every_fault_of_a_pattern_is_told_at_once() -> None:
    assert len(pattern_faults("@nowhere defin:roadmapp")) == 3
