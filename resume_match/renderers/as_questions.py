"""Interview questions as Markdown for reading and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from resume_match.interview import InterviewQuestion, interview_questions
from resume_match.model import CoverageReport
from resume_match.renderers.as_markdown import escape
from resume_match.renderers.wording import DISCLAIMER, shown

QUESTIONS_SCHEMA = "resume-match/interview-questions/1"


def questions_to_markdown(report: CoverageReport) -> str:
    """The questions to expect as Markdown, each with the passages to answer from."""
    heading = f"# Interview questions for {escape(shown(report.profile.title))}"
    lines = [heading, "", escape(shown(report.documents.resume.source)), "", DISCLAIMER]
    for question in interview_questions(report):
        lines += ["", *_question(question, shown(report.coverage(question.requirement_id).requirement.text))]
    return "\n".join(lines) + "\n"


def questions_to_json(report: CoverageReport) -> str:
    """The questions as JSON, byte for byte the same for equal reports."""
    questions = [asdict(question) for question in interview_questions(report)]
    table = {"schema": QUESTIONS_SCHEMA, "disclaimer": DISCLAIMER, "profile": asdict(report.profile), "questions": questions}
    return json.dumps(table, indent=2, ensure_ascii=False) + "\n"


def _question(question: InterviewQuestion, asked: str) -> Iterator[str]:
    yield from (f"## {escape(shown(question.question))}", "", f"{escape(shown(question.why))} (Asked: {escape(asked)})", "")
    for passage in question.passages:
        yield f"- Answer from: “{escape(shown(passage.quote))}”"
    if not question.passages:
        yield "- No passage of the resume helps here: have an answer ready."
