"""The phrasebook: every draft shows its requirement, and an edit that breaks it is told all its faults."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

import resume_match as rm
from resume_match.lexicon import read_table
from resume_match.lexicon.phrasebook import FEWEST_DRAFTS, VERB_GROUP, Draft, faults_of, phrasebook, read_phrasebook
from resume_match.suggestions import fill
from resume_match.suggestions.style import Style
from resume_match.suggestions.verbs import Tense
from resume_match.suggestions.wording import join_clause, write_line

PROFILE = rm.load_profile()
MATCHER = rm.ResumeMatcher()
JOB = rm.EntryHeading(rm.EntryKind.EXPERIENCE, "Manager", "Alder & Finch", "2019-03", "present", rm.Span(0, 1))
SECTIONS = {
    "degree": rm.SectionKind.EDUCATION,
    "product-management-certification": rm.SectionKind.CERTIFICATIONS,
    "product-management-experience": rm.SectionKind.SUMMARY,
}
OWN_WORDS: tuple[dict[str, tuple[str, ...]], ...] = (
    {},
    {"audience": ("patients",), "functions": ("sales", "engineering"), "product": ("the claims portal",)},
)
SMALL_WORDS = frozenset({"and", "of", "in", "with", "to", "from", "a", "on", "the", "e.g"})
IDS = [requirement.id for requirement in PROFILE.requirements]


def shown(text: str, requirement_id: str) -> bool:
    """True when the matcher takes the statement for explicit evidence of the requirement."""
    section = SECTIONS.get(requirement_id, rm.SectionKind.EXPERIENCE)
    entry = None if requirement_id in SECTIONS else JOB
    found = MATCHER.assess(text, section=section, entry=entry)
    return any(evidence.requirement_id == requirement_id and evidence.strength is rm.Strength.EXPLICIT for evidence in found)


def lines_of(draft: Draft) -> Iterator[str]:
    """The draft in both variants, in each tense, with each of its verbs and with and without words of a resume, its slots filled."""
    groups = [group.split("|") for group in VERB_GROUP.findall(draft.text + draft.plain)]
    for turn in range(max((len(group) for group in groups), default=1)):
        worn = Counter({verb: 0 if place == turn % len(group) else 9 for group in groups for place, verb in enumerate(group)})
        for tense in (Tense.PAST, Tense.PRESENT, Tense.THIRD_PERSON):
            for own in OWN_WORDS:
                line = write_line(draft, Style(tense), worn, own)
                yield fill(line.text, line.slots)
                yield fill(line.plain, line.slots)


def without_wording(text: str, requirement: rm.Requirement) -> str:
    """The text without any word of the requirement's own wording, in singular or plural."""
    for word in re.findall(r"[a-z]+(?:-[a-z]+)*", requirement.text.lower()):
        if word not in SMALL_WORDS and len(word) > 1:
            text = re.sub(rf"\b{re.escape(word.removesuffix('s'))}(?:s|es)?\b", "", text, flags=re.IGNORECASE)
    return " ".join(text.split())


@pytest.mark.parametrize("requirement_id", IDS)
def test_each_draft_with_its_slots_filled_is_explicit_evidence(requirement_id: str) -> None:
    drafts = phrasebook().drafts[requirement_id]
    assert len(drafts) >= FEWEST_DRAFTS
    assert [line for draft in drafts for line in lines_of(draft) if not shown(line, requirement_id)] == []


@pytest.mark.parametrize("requirement", [r for r in PROFILE.requirements if r.kind is rm.RequirementKind.DUTY], ids=lambda r: r.id)
def test_a_duty_draft_without_the_duty_s_own_words_is_still_explicit_evidence(requirement: rm.Requirement) -> None:
    stripped = [without_wording(line, requirement) for draft in phrasebook().drafts[requirement.id] for line in lines_of(draft)]
    assert [line for line in stripped if not shown(line, requirement.id)] == []


@pytest.mark.parametrize("requirement_id", [name for name in phrasebook().clauses if name != "measured-result"])
def test_each_clause_makes_a_neighbouring_line_explicit_evidence(requirement_id: str) -> None:
    hosts = ("Prepared {} for the regional office.", "Worked with the northern branch on {}", "Coordinates {} every week")
    failing = []
    for clause in phrasebook().clauses[requirement_id]:
        line = write_line(clause, Style(Tense.PAST), Counter(), {})
        for host in (host.format(word) for host in hosts for word in clause.lines):
            for variant in (line.text, line.plain):
                whole = fill(join_clause(host, variant[0].lower() + variant[1:]), line.slots)
                failing += [] if shown(whole, requirement_id) else [whole]
    assert failing == []


def test_no_draft_says_which_departments_or_roles_a_person_worked_with() -> None:
    departments = re.compile(
        rf"\b(?:{'|'.join(phrasebook().context['functions'].words)}|product managers|designers|developers|engineers)\b"
    )
    about = ("launch-collaboration", "team-management", "cross-functional-leadership")
    drafts = [draft for name in about for draft in (*phrasebook().drafts[name], *phrasebook().clauses.get(name, ()))]
    outside = [re.sub(r"\[[^\]]*\]|\{[^}]*\}", "", text) for draft in drafts for text in (draft.text, draft.plain)]
    company = re.compile(r"(?:with|from|of|align\S*|unite\S*) [a-z, ]*$")
    assert [text for text in outside if (found := departments.search(text)) and company.search(text[: found.start()])] == []


# What these slots ask for is itself what a requirement asks for.
FACTS = frozenset({"degree", "certification", "technology"})


@pytest.mark.parametrize("name", sorted(phrasebook().slots.keys() - FACTS))
def test_a_sample_shows_nothing_by_itself(name: str) -> None:
    sample = phrasebook().slots[name].sample
    for line in (sample, f"Used it for {sample}", f"Sorted letters, leading to {sample}"):
        found = MATCHER.assess(line, entry=JOB)
        assert [evidence.requirement_id for evidence in found if evidence.strength is rm.Strength.EXPLICIT] == [], line


def test_the_bundled_phrasebook_has_no_fault() -> None:
    assert faults_of(read_table("phrasebook"), PROFILE.requirements) == ()


# ------------------------------------------------------------------------------------------------------------- what a broken one says


def broken(**changes: Any) -> dict[str, Any]:
    """The bundled table with the first draft of product-strategy changed; None takes a key away."""
    table = copy.deepcopy(read_table("phrasebook"))
    draft = table["product-strategy"][0]
    for key, value in changes.items():
        key = "for" if key == "situations" else key
        draft.pop(key, None) if value is None else draft.update({key: value})
    return table


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"text": None}, "product-strategy, draft 1: the variant 'text' is missing"),
        ({"plain": ""}, "product-strategy, draft 1: the variant 'plain' is missing"),
        ({"plain": "{own} the plan for [gadget]"}, "product-strategy, draft 1, plain: unknown slot [gadget]"),
        ({"plain": "{own} [product] and [product]"}, "product-strategy, draft 1, plain: the slot [product] stands twice"),
        ({"plain": "{zap} the plan"}, "product-strategy, draft 1, plain: unknown verb 'zap'; add it to verbs.toml"),
        ({"plain": "the plan for [product]"}, "product-strategy, draft 1, plain: no verb; begin with one in braces, or with a slot"),
        ({"plain": "{own} the 3 plans"}, "product-strategy, draft 1, plain: a number stands outside slots"),
        ({"plain": "{own} two plans"}, "product-strategy, draft 1, plain: a number stands outside slots"),
        (
            {"plain": "{own} the plan in Jira"},
            "product-strategy, draft 1, plain: a capital letter stands outside slots; names belong into slots",
        ),
        ({"plain": "{own} the plan [product"}, "product-strategy, draft 1, plain: a bracket has no partner"),
        ({"plain": "{own} the plan for <weather>"}, "product-strategy, draft 1, plain: unknown context <weather>"),
        (
            {"plain": "{own} [number] plans"},
            "product-strategy, draft 1, plain: the measured slot [number] may not stand in the variant without numbers",
        ),
        ({"text": "{own} the plan"}, "product-strategy, draft 1, text: no measured slot"),
        ({"situations": ["asleep"]}, "product-strategy, draft 1: 'for' names no situation of situations.toml: 'asleep'"),
        ({"mood": "good"}, "product-strategy, draft 1: unknown key 'mood'"),
    ],
)
def test_a_broken_draft_is_named_with_its_fault(change: dict[str, Any], fault: str) -> None:
    assert faults_of(broken(**change)) == (fault,)


def test_all_faults_are_told_at_once() -> None:
    table = broken(text=None, plain="{zap} [gadget]")
    table["slots"]["number"] = {"hint": "how many", "sample": "some", "measured": True}
    table["no-such-requirement"] = table["negotiation"]
    del table["degree"]
    faults = faults_of(table, PROFILE.requirements)
    assert set(faults) == {
        "slots.number: the sample of a measured slot holds no number",
        "product-strategy, draft 1: the variant 'text' is missing",
        "product-strategy, draft 1, plain: unknown verb 'zap'; add it to verbs.toml",
        "product-strategy, draft 1, plain: unknown slot [gadget]",
        "no-such-requirement: the profile has no such requirement",
        "degree: the phrasebook has no drafts for this requirement",
    }


def test_too_few_drafts_and_none_for_every_job_are_faults() -> None:
    table = copy.deepcopy(read_table("phrasebook"))
    table["negotiation"] = table["negotiation"][:5]
    assert faults_of(table) == (
        "negotiation: 5 drafts, at least 6 are needed",
        "negotiation: no draft suits every job; give one of them an empty 'for'",
    )


def test_a_broken_general_pattern_is_named() -> None:
    table = copy.deepcopy(read_table("phrasebook"))
    table["general"]["skill"][0]["plain"] = "used {name} with [gadget]"
    del table["general"]["duty"]
    assert faults_of(table) == (
        "general.duty: write each pattern as [[general.duty]] with text and plain",
        "general.skill, pattern 1, plain: no verb; begin with one in braces, or with a slot",
        "general.skill, pattern 1, plain: unknown slot [gadget]",
    )


def test_a_missing_table_is_named() -> None:
    table = dict(read_table("phrasebook"))
    del table["slots"]
    assert faults_of(table) == ("slots: this table is missing",)


def test_a_broken_phrasebook_is_not_read() -> None:
    with pytest.raises(rm.DataError) as caught:
        read_phrasebook(broken(text=None))
    assert caught.value.faults == ("product-strategy, draft 1: the variant 'text' is missing",)
