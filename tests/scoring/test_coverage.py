"""Status and credit of a requirement by its best evidence, and what cannot be read is not missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resume_match as rm
from resume_match.scoring.coverage import cover, why_unread

DUTY = rm.Requirement("duty", rm.RequirementKind.DUTY, "Do it")
SKILL = rm.Requirement("skill", rm.RequirementKind.SKILL, "Can do it")
PROFILE = rm.RoleProfile("p", "P", "1", "test", (DUTY, SKILL))


def evidence(requirement: str, strength: rm.Strength, support: rm.Support) -> rm.Evidence:
    factors = (rm.Factor("strength", 1.0, "said"),)
    return rm.Evidence(
        requirement, rm.EvidenceSource.RESUME, rm.Span(0, 2), "It", strength, 1.0, support, rm.SectionKind.EXPERIENCE, None, factors
    )


@pytest.mark.parametrize(
    ("requirement", "strength", "support", "status", "credit"),
    [
        ("duty", "explicit", "demonstrated", "covered", 1.0),
        ("duty", "explicit", "claimed", "covered", 0.8),
        ("duty", "explicit", "listed", "partial", 0.6),
        ("duty", "partial", "demonstrated", "partial", 0.4),
        ("skill", "explicit", "listed", "covered", 0.6),
        ("skill", "partial", "listed", "partial", 0.4),
    ],
)
def test_the_best_evidence_decides(requirement: str, strength: str, support: str, status: str, credit: float) -> None:
    found = cover(PROFILE.requirements, [evidence(requirement, rm.Strength(strength), rm.Support(support))])
    coverage = next(c for c in found if c.requirement.id == requirement)
    assert (coverage.status.value, coverage.credit) == (status, credit)


def test_repeating_weak_evidence_adds_no_credit() -> None:
    weak = evidence("duty", rm.Strength.PARTIAL, rm.Support.CLAIMED)
    assert cover(PROFILE.requirements, [weak])[0].credit == cover(PROFILE.requirements, [weak] * 9)[0].credit == 0.4


def test_only_passages_that_show_what_is_said_are_counted() -> None:
    shown = evidence("duty", rm.Strength.EXPLICIT, rm.Support.DEMONSTRATED)
    undated = evidence("duty", rm.Strength.EXPLICIT, rm.Support.CLAIMED)
    partial = evidence("duty", rm.Strength.PARTIAL, rm.Support.DEMONSTRATED)
    assert cover(PROFILE.requirements, [partial, undated, shown])[0].reason == "Shown in a dated entry, 1 passage."
    assert cover(PROFILE.requirements, [shown, partial, replace(shown, quote="Other")])[0].reason == "Shown in a dated entry, 2 passages."
    assert cover(PROFILE.requirements, [shown, replace(shown, span=rm.Span(9, 11))])[0].reason == "Shown in a dated entry, 1 passage."


def test_of_equal_passages_the_one_that_a_pattern_names_or_that_says_it_in_the_requirement_s_words_is_the_best() -> None:
    duty = rm.Requirement("duty", rm.RequirementKind.DUTY, "Oversee the repair of ferries from survey to sea trial")
    profile = rm.RoleProfile("p", "P", "1", "test", (duty,))
    first = evidence("duty", rm.Strength.EXPLICIT, rm.Support.DEMONSTRATED)
    weighed = replace(first, factors=(rm.Factor("strength", 1.0, '"Did it", by its signs repair +2.0'),))
    later = replace(first, span=rm.Span(5, 9), quote="Done")
    assert cover(profile.requirements, [weighed, later])[0].evidence == (later, weighed)
    in_its_words = replace(first, span=rm.Span(10, 40), quote="Repaired nine ferries, survey to sea trial")
    assert cover(profile.requirements, [first, in_its_words])[0].evidence == (in_its_words, first)


def test_titles_stay_in_their_order() -> None:
    skill = rm.Requirement("skill", rm.RequirementKind.SKILL, "Harbor pilot work")
    profile = rm.RoleProfile("p", "P", "1", "test", (skill,))
    held = []
    for place, title in enumerate(("Head of Pilotage", "Harbor Pilot")):
        heading = rm.EntryHeading(rm.EntryKind.EXPERIENCE, title, "Fen Ferries", "2019", "2022", rm.Span(place, place + 1))
        one = evidence("skill", rm.Strength.EXPLICIT, rm.Support.DEMONSTRATED)
        held.append(replace(one, span=rm.Span(place, place + 1), quote=title, entry=heading))
    assert cover(profile.requirements, held)[0].evidence == tuple(held)


def test_what_the_letter_alone_claims_is_said_to_be_claimed_there() -> None:
    letter = replace(evidence("duty", rm.Strength.EXPLICIT, rm.Support.CLAIMED), source=rm.EvidenceSource.COVER_LETTER)
    assert cover(PROFILE.requirements, [letter])[0].reason == "Claimed in the cover letter, not shown in a dated entry, 1 passage."


def test_without_evidence_it_is_missing_or_if_text_was_lost_unreadable() -> None:
    assert [c.status for c in cover(PROFILE.requirements, [])] == [rm.Status.MISSING] * 2
    assert [c.status for c in cover(PROFILE.requirements, [], unread="Cannot tell.")] == [rm.Status.UNREADABLE] * 2


@pytest.mark.parametrize(
    ("code", "lost", "unread"),
    [
        ("partial_text", None, True),
        ("damaged", 0, False),
        ("unmapped_glyphs", 199, False),
        ("unmapped_glyphs", 200, True),
        ("hidden_text", None, False),
        ("not_english", None, True),
    ],
)
def test_a_page_or_two_hundred_characters_lost_leave_requirements_undecided(code: str, lost: int | None, unread: bool) -> None:
    found = rm.Diagnostic(rm.DiagnosticCode(code), "told", lost=lost)
    document = rm.Document("a.pdf", rm.DocumentFormat.PDF, "0" * 64, "text", (), diagnostics=(found,))
    assert bool(why_unread(document)) is unread


def test_a_resume_that_is_not_english_says_so_and_not_that_it_could_not_be_read() -> None:
    german = (
        "Anna Beispiel\n\nBerufserfahrung\n\nLeiterin der Werkstatt, Hafenbetriebe Nord, 2015 bis 2022\n"
        "Ich habe mit dem Team die Wartung der Schiffe geplant und die Kosten für das Lager um ein Drittel gesenkt.\n"
        "Auch habe ich die Lehrlinge in der Werkstatt ausgebildet und mit den Lieferanten über die Preise verhandelt.\n"
    )
    report = rm.match((german * 3).encode(), suggest=False)
    assert {c.reason for c in report.unreadable} >= {"Cannot tell: the resume is not in English, and only English can be judged."}
    assert not any("could not be read" in c.reason for c in report.coverages)
