"""The outline: the words that every renderer shares, where the report has gaps as well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resume_match.model import (
    Anchor,
    CoverageReport,
    Diagnostic,
    DiagnosticCode,
    EntryHeading,
    EntryKind,
    Line,
    Nearest,
    RequirementKind,
    Score,
    Span,
    Status,
)
from resume_match.renderers import to_markdown, to_text
from resume_match.renderers.outlining import outline
from resume_match.renderers.wording import entry_name, percent, place_name, points, shown, status_name
from tests.renderers.reports import LINES, Asked, missing, report, span, unreadable


def test_white_space_is_folded_and_acting_characters_are_dropped() -> None:
    assert shown("Led\u00a0 the\n\troadmap\u202e\x1b[0m\u200b \U000e0041") == "Led the roadmap[0m "


def test_letters_that_need_joiners_keep_them() -> None:
    assert shown("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("title", "organization", "start", "end", "name"),
    [
        ("Director", "Acorn", "2019-01", "present", "Director, Acorn (Jan 2019 to present)"),
        ("Director", None, None, "2019", "Director (2019)"),
        (None, "Acorn", "2019-13", None, "Acorn (2019-13)"),
        (None, None, None, None, "an untitled project entry"),
    ],
)
def test_an_entry_is_named_by_what_the_resume_gives(
    title: str | None, organization: str | None, start: str | None, end: str | None, name: str
) -> None:
    assert entry_name(EntryHeading(EntryKind.PROJECT, title, organization, start, end, Span(0, 1))) == name


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        (Anchor(page=3), "page 3"),
        (Anchor(part="body", paragraph=0), "paragraph 1"),
        (Anchor(part="text", paragraph=11), "line 12"),
        (Anchor(part="header1", paragraph=1), "header, paragraph 2"),
        (Anchor(part="footnotes", paragraph=4), "footnotes, paragraph 5"),
        (Anchor(), ""),
    ],
)
def test_a_place_is_named_by_page_or_paragraph(anchor: Anchor, name: str) -> None:
    assert place_name(Line(Span(0, 1), anchor)) == name


@pytest.mark.parametrize(("share", "words"), [(None, "none asked"), (0.0, "0%"), (0.425, "42%"), (0.996, "100%"), (1.0, "100%")])
def test_a_figure_is_a_whole_percentage(share: float | None, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize(("gain", "words"), [(0.01, "1 point"), (0.111111, "11.1 points"), (0.2, "20 points")])
def test_a_gain_is_in_percentage_points(gain: float, words: str) -> None:
    assert points(gain) == words


def test_a_qualification_that_is_not_found_is_no_failure() -> None:
    assert status_name(Status.MISSING, RequirementKind.QUALIFICATION) == "nothing found"
    assert status_name(Status.MISSING, RequirementKind.DUTY) == "missing"


def with_coverages(*coverages: object) -> CoverageReport:
    """The report with those coverages alone and no suggestions."""
    return replace(report(), coverages=coverages, suggestions=(), projection=None)


def test_unreadable_requirements_make_a_figure_a_range() -> None:
    made = with_coverages(report().coverages[0], missing(Asked.research), unreadable(Asked.reporting))
    assert [figure.words for figure in outline(made).figures] == ["33% to 67%", "none asked", "33% to 67%"]


def test_a_resume_of_which_nothing_could_be_judged_has_no_figure() -> None:
    made = with_coverages(unreadable(Asked.research), unreadable(Asked.negotiation))
    assert outline(made).summary == "Duties cannot tell · Skills cannot tell · Overall cannot tell"


def test_a_profile_without_requirements_is_reported_as_asking_for_nothing() -> None:
    assert outline(with_coverages()).summary == "Duties none asked · Skills none asked · Overall none asked"
    assert "| Duties | none asked |" in to_markdown(with_coverages())
    assert "Duties   none asked" in to_text(with_coverages())


def test_the_nearest_passage_stands_in_the_entry_of_its_mention() -> None:
    resume = report().documents.resume
    made = with_coverages(missing(Asked.research, Nearest(span(resume, "three-year roadmap"), "three-year roadmap", "No market.")))
    nearest = outline(made).missing[0].nearest
    assert nearest is not None
    assert nearest.where == "Experience, Senior Product Manager, Larkspur Freight (Jan 2019 to present), page 1"


def test_the_better_suggestion_comes_first_with_its_entry() -> None:
    best_last = tuple(reversed(report().suggestions))
    groups = outline(replace(report(), suggestions=best_last)).advice
    assert [(group.heading, [advice.rank for advice in group.advice]) for group in groups] == [
        ("Under Senior Product Manager, Larkspur Freight (Jan 2019 to present)", [1, 2]),
        ("For the resume as a whole", [3]),
    ]


def test_suggestions_are_printed_in_order_of_gain_even_where_entries_alternate() -> None:
    first, second, third = report().suggestions
    made = replace(report(), suggestions=(first, replace(third, gain=Score(0.25)), second))
    groups = outline(made).advice
    assert [(group.heading[:9], [advice.rank for advice in group.advice]) for group in groups] == [
        ("Under Sen", [1]),
        ("For the r", [2]),
        ("Under Sen", [3]),
    ]


def test_diagnostics_of_the_files_are_told_once_and_by_file() -> None:
    made = report()
    found = Diagnostic(DiagnosticCode.COMMENTS, "Comments were left out.")
    letter = Diagnostic(DiagnosticCode.MACROS, "Macros were not run.")
    assert made.documents.cover_letter is not None
    documents = replace(
        made.documents,
        resume=replace(made.documents.resume, diagnostics=(found,)),
        cover_letter=replace(made.documents.cover_letter, diagnostics=(letter,)),
    )
    findings = outline(replace(made, documents=documents, diagnostics=(found,))).findings
    assert [(finding.name, finding.where) for finding in findings] == [("Comments", ""), ("Macros", "Cover letter")]


def test_a_report_without_its_texts_is_still_readable() -> None:
    made = report()
    bare = replace(made, documents=replace(made.documents, resume=replace(made.documents.resume, text="")))
    assert LINES[2] in to_markdown(bare)
    assert "Instead of" not in to_markdown(bare)


def test_an_essential_requirement_says_so() -> None:
    essential = replace(missing(Asked.research), requirement=replace(Asked.research, essential=True))
    assert "(essential)" in to_markdown(with_coverages(essential))
    assert "(essential)" in to_text(with_coverages(essential))


def test_text_keeps_to_its_width() -> None:
    for width in (40, 60, 100):
        assert max(map(len, to_text(report(), width=width).splitlines())) <= width


def test_text_draws_the_unreadable_share_of_a_figure_apart() -> None:
    made = with_coverages(report().coverages[0], unreadable(Asked.reporting))
    assert "Duties   [##########??????????] 50% to 100%" in to_text(made)


def test_every_rendering_says_what_it_is() -> None:
    said = "A draft aid: it predicts no applicant-tracking system and makes no hiring decision."
    assert said in to_markdown(report())
    assert said in to_text(report())


def test_the_before_and_after_figures_stand_side_by_side() -> None:
    assert "| Duties | 47% | 80% | 80% |" in to_markdown(report())
    assert "47%, 80% with the best three suggestions, 80% with all" in to_text(report())


def test_scores_are_named_by_their_factors() -> None:
    passage = outline(report()).groups[0].verdicts[0].evidence[0]
    assert passage.grounds == ('says "roadmap" with an owning verb',)
    assert Score(1.0) == report().coverages[0].credit


def test_a_letter_is_told_by_what_it_leaves_out_and_what_it_claims_alone() -> None:
    letter = outline(report()).letter
    assert [(point.code, point.passage.quote) for point in letter.left_out] == [("D1", LINES[2])]
    assert [(point.code, point.passage.where) for point in letter.unsupported] == [("S2", "Cover letter, line 2")]


@pytest.mark.parametrize("text", ["Plan efficient routes.", "Plan efficient routes;", "Plan efficient routes"])
def test_a_requirement_stands_in_a_sentence_without_the_mark_that_it_ends_in(text: str) -> None:
    asked = replace(Asked.research, text=text)
    written = to_markdown(with_coverages(missing(asked), missing(replace(asked, id="b", essential=True))))
    assert "- **missing**: Plan efficient routes. No passage speaks of it.\n" in written
    assert "- **missing**: Plan efficient routes (essential). No passage speaks of it.\n" in written


def test_what_a_letter_claims_alone_is_said_with_one_full_stop() -> None:
    made = report()
    coverages = tuple(replace(c, requirement=replace(c.requirement, text=f"{c.requirement.text}.")) for c in made.coverages)
    assert ".. " not in to_markdown(replace(made, coverages=coverages))
