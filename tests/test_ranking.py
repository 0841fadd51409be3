"""Ranking: by evidence and by nothing else, with shared places for what is equal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import matcher, report_on

import resume_match as rm

COVERED, PARTIAL, MISSING, UNREADABLE = rm.Status.COVERED, rm.Status.PARTIAL, rm.Status.MISSING, rm.Status.UNREADABLE
CREDIT = {COVERED: 1.0, PARTIAL: 0.4, MISSING: 0.0, UNREADABLE: 0.0}
BASE = report_on("# Robin Vale\nrobin.vale@example.com\n\n## Experience\n### Acme Tools\n*Buyer*\t*2019 - 2022*\n- Negotiated contracts\n")


def report(name: str, *statuses: rm.Status, essential: int = 1) -> rm.CoverageReport:
    """A report on so many skills, the first of them essential."""
    coverages = tuple(
        rm.Coverage(
            rm.Requirement(f"skill-{place}", rm.RequirementKind.SKILL, "A skill", essential=place < essential),
            status,
            CREDIT[status],
            (),
            None,
            "",
        )
        for place, status in enumerate(statuses)
    )
    document = replace(BASE.documents.resume, source=name)
    return replace(BASE, documents=rm.Documents(document), coverages=coverages)


def places(*reports: rm.CoverageReport) -> list[tuple[str, int, int]]:
    return [(one.report.documents.resume.source, one.position, one.position_at_best) for one in rm.rank(reports)]


def test_an_essential_requirement_comes_before_any_figure() -> None:
    assert places(report("wide", MISSING, COVERED, COVERED), report("narrow", COVERED, MISSING, MISSING)) == [
        ("narrow", 1, 1),
        ("wide", 2, 2),
    ]


def test_an_essential_requirement_in_part_comes_before_one_not_shown() -> None:
    assert places(report("none", MISSING, COVERED, COVERED), report("part", PARTIAL, MISSING, MISSING)) == [("part", 1, 1), ("none", 2, 2)]


def test_the_overall_figure_orders_what_is_alike_in_essentials() -> None:
    assert places(report("a", COVERED, MISSING), report("b", COVERED, COVERED)) == [("b", 1, 1), ("a", 2, 2)]


def test_equal_reports_share_a_place_in_the_order_given_and_say_so() -> None:
    ranked = rm.rank([report("z", COVERED, PARTIAL), report("a", COVERED, PARTIAL), report("m", COVERED, MISSING)])
    assert [(one.report.documents.resume.source, one.position) for one in ranked] == [("z", 1), ("a", 1), ("m", 3)]
    assert ranked[0].reason == (
        "1 of 1 essential requirements covered; overall 70%; equal to another report in all that counts, so the place is shared and says "
        "nothing between them."
    )
    assert ranked[2].reason == "1 of 1 essential requirements covered; overall 50%."


def test_what_could_not_be_read_is_a_range_of_places_and_no_zero() -> None:
    ranked = places(report("full", COVERED, PARTIAL), report("unread", UNREADABLE, UNREADABLE), report("less", MISSING, MISSING))
    assert ranked == [("full", 1, 1), ("unread", 2, 1), ("less", 2, 2)]


def test_reports_made_in_different_ways_are_refused() -> None:
    other = replace(BASE, as_of="2020-01-01")
    with pytest.raises(ValueError, match="do not compare"):
        rm.rank([BASE, other])
    assert rm.rank([]) == ()


def test_who_the_person_is_moves_no_place() -> None:
    text = (
        "# {}\n{} | {}@example.com\n\n## Experience\n### Acme Tools\n*Buyer*\t*2019 - 2022*\n"
        "- Negotiated contracts with carriers\n\n## Education\n### BA History\n*{}, {}*\n"
    )
    people = [
        ("Robin Vale", "Salem, OR", "robin", "Willamette Valley College", "2014"),
        ("Aisha Mbeki", "Lagos", "aisha", "Harvard University", "1987"),
    ]
    one, two = (matcher().match_document(rm.read_document(text.format(*person).encode()), suggest=False) for person in people)
    assert [ranked.position for ranked in rm.rank([one, two])] == [1, 1]
