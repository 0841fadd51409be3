"""A reason quotes whole words and whole groups of words, without what only joins them to others."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.scoring.quoting import quoted


@pytest.mark.parametrize(
    ("statement", "phrase", "shown"),
    [
        ("$2M saved: Launched the ticket app from beta to sale", ": Launched the ticket app", "Launched the ticket app from beta to sale"),
        ("Hired, coached and led crews of nine ferries", "and led crews", "led crews of nine ferries"),
        ("Strong in cross-functional pilot leadership, and in tides", "functional pilot leadership", "cross-functional pilot leadership"),
        ("Ran surveys informing tariffs and berth plans", "Ran surveys informing tariffs", "Ran surveys informing tariffs and berth plans"),
        ("Met owners to agree tariffs, then moved house", "to agree tariffs", "agree tariffs"),
        ("Planned repairs (hull, mast) of six ferries in the winter yard of Alder", "repairs (hull, mast", "repairs (hull, mast)"),
        ("Used jobs-to-be-done in surveys of the yard of the old harbor", "jobs-to", "jobs-to-be-done"),
        ("My role is to monitor the tides", "is to monitor the tides", "monitor the tides"),
        ("Wrote the tide tables", "Wrote the tide tables", "Wrote the tide tables"),
    ],
)
def test_a_phrase_is_quoted_whole(statement: str, phrase: str, shown: str) -> None:
    start = statement.index(phrase)
    assert quoted(statement, rm.Span(start, start + len(phrase)), rm.Span(0, len(statement))) == shown


def test_the_next_statement_is_not_quoted_with_it() -> None:
    text = "Led crews of\nnine ferries"
    assert quoted(text, rm.Span(0, 9), rm.Span(0, 12)) == "Led crews of"
