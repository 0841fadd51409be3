"""The verbs that career offices hand out as beginnings of bullets are read as deeds."""

from __future__ import annotations

import pytest

import resume_match as rm
from resume_match.extraction.statements import Statement

VERBS = [
    "Adapted",
    "Advanced",
    "Amended",
    "Attracted",
    "Augmented",
    "Authorized",
    "Categorized",
    "Curated",
    "Curtailed",
    "Deduced",
    "Designated",
    "Diversified",
    "Embedded",
    "Encouraged",
    "Extended",
    "Extracted",
    "Fabricated",
    "Fortified",
    "Fostered",
    "Honed",
    "Illustrated",
    "Incorporated",
    "Innovated",
    "Itemized",
    "Justified",
    "Lessened",
    "Navigated",
    "Normalized",
    "Predicted",
    "Probed",
    "Protected",
    "Realigned",
    "Reconstructed",
    "Refocused",
    "Regulated",
    "Reinforced",
    "Reinvented",
    "Rejuvenated",
    "Repositioned",
    "Repurposed",
    "Rescued",
    "Reshaped",
    "Restored",
    "Retrieved",
    "Safeguarded",
    "Scrutinized",
    "Solidified",
    "Stimulated",
    "Systematized",
    "Tweaked",
    "Unearthed",
    "Validated",
    "Widened",
]


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


@pytest.mark.parametrize("verb", VERBS)
def test_a_bullet_that_begins_with_the_verb_tells_a_deed_and_what_it_acts_on(matcher: rm.ResumeMatcher, verb: str) -> None:
    text = f"{verb} the orchard plan"
    statement = Statement(rm.Span(0, len(text)), rm.StatementKind.PROSE, rm.SectionKind.EXPERIENCE)
    (mention,) = matcher.extractor.read(text, statement)
    assert (str(mention.action), str(mention.object)) == (verb, "the orchard plan")
