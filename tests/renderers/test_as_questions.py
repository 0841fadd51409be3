"""Interview questions as they are written out."""

from __future__ import annotations

import json

from resume_match.renderers.as_questions import questions_to_json, questions_to_markdown
from tests.renderers.reports import LINES, hostile_report, report


def test_each_question_stands_with_the_passages_to_answer_from() -> None:
    written = questions_to_markdown(report())
    assert written.startswith("# Interview questions for Director of Product Management\n\nvale.pdf\n")
    assert f"- Answer from: “{LINES[2]}”" in written
    assert "(Asked: Conduct market research and analysis)" in written


def test_it_says_what_it_is() -> None:
    said = "A draft aid: it predicts no applicant-tracking system and makes no hiring decision."
    assert said in questions_to_markdown(report())
    assert json.loads(questions_to_json(report()))["disclaimer"] == said


def test_a_hostile_resume_makes_no_markup() -> None:
    written = questions_to_markdown(hostile_report())
    assert "<script" not in written
    assert "{{" not in written


def test_equal_reports_give_equal_bytes() -> None:
    assert questions_to_json(report()) == questions_to_json(report())
