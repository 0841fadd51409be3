"""Markdown: everything a reader needs, in order, and nothing that a resume could smuggle in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from resume_match.model import DocumentFormat
from resume_match.renderers import to_markdown
from resume_match.renderers.as_markdown import escape
from tests.renderers.reports import HOSTILE, Asked, hostile_report, missing, report


def test_the_report_is_in_reading_order() -> None:
    headings = [line for line in to_markdown(report()).splitlines() if line.startswith("#")]
    assert headings == [
        "# Coverage of Director of Product Management",
        "## Duties: 1 covered, 1 partial, 1 missing",
        "## Skills: 2 covered",
        "## Qualifications: 1 cannot tell, 1 nothing found",
        "## What is missing",
        "## What the cover letter leaves out",
        "## What the cover letter claims and the resume does not show",
        "## Worth knowing about the file",
        "## Suggestions, in order of gain",
        "### Under Senior Product Manager, Larkspur Freight (Jan 2019 to present)",
        "### For the resume as a whole",
        "## Record",
    ]


def test_a_passage_that_stands_in_the_file_twice_is_told_once() -> None:
    made = report()
    place = next(place for place, coverage in enumerate(made.coverages) if coverage.evidence)
    first = made.coverages[place]
    again = replace(first, evidence=(first.evidence[0], *first.evidence))
    told = to_markdown(replace(made, coverages=(*made.coverages[:place], again, *made.coverages[place + 1 :])))
    assert told.count("Also:") == to_markdown(made).count("Also:")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("C# and C++", "C# and C++"),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a_b *c* `d`", "a\\_b \\*c\\* \\`d\\`"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("x | y", "x \\| y"),
        ("{{ 7*7 }}", "\\{\\{ 7\\*7 \\}\\}"),
        ("https://a.example", "https\\://a.example"),
        ("www.a.example", "www\\.a.example"),
        ("Zoë@a.example", "Zoë\\@a.example"),
    ],
)
def test_what_markdown_would_act_on_is_escaped(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize("text", [HOSTILE, "# a", "+ b", "=", "3) c", "~~d~~ $e$", "![i](j)", "\\<k>", "| l |", "&copy; &#42;", "    m"])
def test_a_markdown_reader_gives_back_the_text_and_no_markup(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse("> " + escape(text.strip()))
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens] == ["blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"]
    children = inline[0].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == text.strip().replace("\x00", "\ufffd")


def test_a_hostile_resume_makes_no_markup() -> None:
    written = to_markdown(hostile_report())
    kinds = {child.type for token in MarkdownIt("commonmark").enable("table").parse(written) for child in token.children or ()}
    assert kinds <= {"text", "softbreak", "strong_open", "strong_close"}
    assert "<script" not in written
    assert "{{" not in written
    assert not {"\x1b", "\u202e", "\x00"} & set(written)


def test_evidence_is_quoted_with_its_place_and_its_reasons() -> None:
    assert (
        "- **covered**: Develop product strategy and roadmap. Shown in a dated entry.\n"
        "  - “Owned the three-year roadmap and aligned it with the company's objectives”\n"
        "  - **Where**: Experience, Senior Product Manager, Larkspur Freight (Jan 2019 to present), page 1\n"
        '  - **Why**: explicit evidence, demonstrated in a dated entry: says "roadmap" with an owning verb\n'
    ) in to_markdown(report())


@pytest.mark.parametrize(
    ("form", "place"), [(DocumentFormat.PDF, "page 1"), (DocumentFormat.DOCX, "paragraph 3"), (DocumentFormat.TEXT, "line 3")]
)
def test_the_place_is_the_page_or_the_paragraph_counted_from_one(form: DocumentFormat, place: str) -> None:
    assert f"(Jan 2019 to present), {place}\n" in to_markdown(report(form))


def test_what_is_missing_stands_with_the_nearest_passage() -> None:
    assert (
        "- Conduct market research and analysis\n"
        "  - **Nearest**: “Reported adoption and churn to the board each quarter” (page 2). "
        "It reports figures and does not study a market.\n"
    ) in to_markdown(report())


def test_what_nothing_comes_near_stands_together() -> None:
    far = (missing(Asked.strategy), missing(Asked.negotiation))
    made = replace(report(), coverages=(far[0], report().coverages[0], far[1]), suggestions=(), projection=None)
    said = to_markdown(made)
    assert "- Nothing comes near these:\n  - Develop product strategy and roadmap\n  - Negotiation\n" in said
    assert said.count("Nothing comes near") == 1


def test_a_suggestion_names_its_gain_its_draft_its_hints_and_the_line_it_rewrites() -> None:
    assert (
        "- **2. Strengthen a bullet (duties +20 points)**: for “Prepare reports on product performance and KPIs”\n"
        "  - **Draft**: Reported adoption, churn and \\[KPI\\] to the board each quarter\n"
        "  - **Instead of**: “Reported adoption and churn to the board each quarter”\n"
        "  - \\[KPI\\]: a product figure you reported, e.g. retention\n"
    ) in to_markdown(report())


def test_hidden_text_is_named_quoted_and_placed() -> None:
    assert "- **Hidden text (page 2)**: White text was left out. “director director”\n" in to_markdown(report())
