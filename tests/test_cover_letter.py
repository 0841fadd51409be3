"""What a cover letter leaves out that the resume could back, and what it claims alone."""

from __future__ import annotations

from datetime import date

import pytest

import resume_match as rm
from resume_match.cover_letter import letter_body

MATCHER = rm.ResumeMatcher(as_of=date(2026, 11, 1))
RESUME = """Ines Calder

Experience

Product Manager, Harbour Lane
2019 - 2024
- Negotiated a two-year contract with three carriers
- Conducted market research with 40 customers
"""
LETTER = """Dear Ms Vale,

I conducted market research with customers in six countries. I set the product strategy and roadmap of two products.
"""


def findings(letter: str | None) -> rm.LetterFindings | None:
    """The findings on a letter beside the resume."""
    report = MATCHER.match(RESUME.encode("utf-8"), cover_letter=letter.encode("utf-8") if letter else None, suggest=False)
    return rm.letter_findings(report)


def test_without_a_letter_there_is_nothing_to_find() -> None:
    assert findings(None) is None


def test_what_the_resume_shows_and_the_letter_does_not_say_is_left_out() -> None:
    found = findings(LETTER)
    assert found is not None
    left_out = {finding.requirement.id: finding for finding in found.left_out}
    assert "negotiation" in left_out
    assert left_out["negotiation"].resume is not None
    assert "Negotiated a two-year contract" in left_out["negotiation"].resume.quote
    assert left_out["negotiation"].letter is None
    assert "market-research" not in left_out


def test_what_only_the_letter_claims_is_unsupported() -> None:
    found = findings(LETTER)
    assert found is not None
    unsupported = {finding.requirement.id: finding for finding in found.unsupported}
    assert "product-strategy" in unsupported
    assert "market-research" not in unsupported
    letter = unsupported["product-strategy"].letter
    assert letter is not None and letter.source is rm.EvidenceSource.COVER_LETTER


FRAMED = """Ines Calder, Director of Product Strategy
Harbour Lane

Dear product strategy and market research team,

I fed the fish.

Best regards,
Ines Calder
Negotiated contracts and owned the product roadmap
"""


def body(letter: str) -> list[str]:
    """The lines of a letter's body."""
    document = rm.read_document(letter.encode("utf-8"), name="letter.txt")
    return [document.quote(span) for span in letter_body(document)]


def test_letterhead_salutation_closing_and_signature_are_no_evidence() -> None:
    report = MATCHER.match(RESUME.encode("utf-8"), cover_letter=FRAMED.encode("utf-8"), suggest=False)
    assert [e.quote for c in report.coverages for e in c.evidence if e.source is rm.EvidenceSource.COVER_LETTER] == []
    assert body(FRAMED) == ["I fed the fish."]


@pytest.mark.parametrize(
    ("letter", "lines"),
    [
        ("Dear Ms Vale, I ran two depots.\nSincerely, Ines", ["I ran two depots."]),
        ("To whom it may concern:\nHired 12 pilots\nYours sincerely,\nIves", ["Hired 12 pilots"]),
        ("High tides, and\nbest practices of mooring", ["High tides, and", "best practices of mooring"]),
    ],
)
def test_the_body_of_a_letter_stands_between_salutation_and_closing(letter: str, lines: list[str]) -> None:
    assert body(letter) == lines
