"""Two versions of a resume side by side: what changed, which sentence did it, and what got worse."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

import resume_match as rm

MATCHER = rm.ResumeMatcher(as_of=date(2026, 11, 1))
BEFORE = """Ines Calder

Experience

Product Manager, Harbour Lane
2019 - 2024
- Negotiated a two-year contract with three carriers
- Sorted the mail
"""
AFTER = BEFORE.replace("- Sorted the mail\n", "- Conducted market research with 40 customers\n")


def report(text: str) -> rm.CoverageReport:
    """The report on a resume's text."""
    return MATCHER.match(text.encode("utf-8"), suggest=False)


def test_an_added_sentence_is_named_as_what_covered_its_requirement() -> None:
    comparison = rm.compare(report(BEFORE), report(AFTER))
    (change,) = [change for change in comparison.improved if change.requirement.id == "market-research"]
    assert (change.before.status, change.after.status) == (rm.Status.MISSING, rm.Status.COVERED)
    assert "Conducted market research with 40 customers" in change.gained[0].quote
    assert change.lost == ()
    assert comparison.worsened == ()
    assert len(comparison.changes) + comparison.unchanged == 25


def test_taking_it_out_again_is_told_as_worse_with_the_sentence_that_is_gone() -> None:
    comparison = rm.compare(report(AFTER), report(BEFORE))
    (change,) = [change for change in comparison.worsened if change.requirement.id == "market-research"]
    assert "market research" in change.lost[0].quote
    assert change.credit_change == -1.0
    assert comparison.improved == ()


def test_a_report_compared_with_itself_has_no_change() -> None:
    one = report(BEFORE)
    assert rm.compare(one, one).changes == ()
    assert rm.compare(one, one).before == one.figures


def test_reports_of_other_profiles_or_engines_are_refused() -> None:
    one = report(BEFORE)
    with pytest.raises(ValueError, match="different profiles"):
        rm.compare(one, replace(one, profile=replace(one.profile, sha256="0" * 64)))
    with pytest.raises(ValueError, match="different engines"):
        rm.compare(one, replace(one, engine=replace(one.engine, version="0.0.0")))


def test_markdown_tells_figures_sentences_and_what_the_output_is() -> None:
    text = rm.comparison_to_markdown(rm.compare(report(BEFORE), report(AFTER)))
    assert "## Better" in text and "## Worse" not in text
    assert "new: “Conducted market research with 40 customers”" in text
    assert "predicts no applicant-tracking system" in text


def test_json_is_the_same_twice_and_holds_the_change() -> None:
    comparison = rm.compare(report(BEFORE), report(AFTER))
    text = rm.comparison_to_json(comparison)
    assert text == rm.comparison_to_json(rm.compare(report(BEFORE), report(AFTER)))
    (change,) = [change for change in json.loads(text)["changes"] if change["requirement_id"] == "market-research"]
    assert change["direction"] == "better"
    assert change["status"] == {"before": "missing", "after": "covered"}


def test_markup_in_a_resume_stays_text() -> None:
    marked = AFTER.replace("40 customers", "40 <b>customers</b> | _now_")
    text = rm.comparison_to_markdown(rm.compare(report(BEFORE), report(marked)))
    assert "<b>" not in text and "40 &lt;b&gt;customers&lt;/b&gt; \\| \\_now\\_" in text


def test_what_a_markdown_reader_would_act_on_is_escaped_as_in_the_report() -> None:
    marked = AFTER.replace("40 customers", "40 customers @quill of https://quill.example and www.quill.example & co for $4 or $5")
    text = rm.comparison_to_markdown(rm.compare(report(BEFORE), report(marked)))
    assert "\\@quill of https\\://quill.example and www\\.quill.example &amp; co for \\$4 or \\$5" in text
