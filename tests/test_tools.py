"""Tools by name: that they are found as people write them, and that everyday words are not taken for them."""

from __future__ import annotations

import pytest
import spacy

import resume_match as rm
from resume_match.extraction.statements import Statement
from resume_match.lexicon import concepts as lexicon
from resume_match.lexicon.concepts import concepts


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def named(matcher: rm.ResumeMatcher, text: str, kind: rm.StatementKind = rm.StatementKind.PROSE) -> set[str]:
    """The concepts that the phrases of a statement name."""
    statement = Statement(rm.Span(0, len(text)), kind, rm.SectionKind.EXPERIENCE)
    return {concept for mention in matcher.extractor.read(text, statement) for concept in mention.concepts}


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Wrote device tests in C# for a year", "c-language"),
        ("Wrote device tests in c#, then moved on", "c-language"),
        ("Wrote pricing rules in F#", "f#"),
        ("Wrote C#-based tools", "c-language"),
        ("Knows Perl,C#|Kotlin", "c-language"),
        ("Knows C++,Perl", "c-language"),
        ("Ported forms to .NET", "dotnet"),
        ("Built ASP.NET pages", "dotnet"),
        ("Kept VB.NET modules alive", "dotnet"),
        ("Moved services to .NET Core", ".net-core"),
        ("Tuned ClickHouse queries", "clickhouse"),
        ("Programmed Allen-Bradley controllers", "allen-bradley"),
        ("Wrote gRPC and REST endpoints", "rest"),
    ],
)
def test_tools_are_found_as_they_are_written(matcher: rm.ResumeMatcher, text: str, tool: str) -> None:
    assert {tool, "technology"} <= named(matcher, text)


@pytest.mark.parametrize(
    "text",
    [
        "Grew net sales by 12%",
        "Took a rest day",
        "Mended a fishing net",
        "Kept minutes in C",
        "Booked travel as part of the rest of the team",
    ],
)
def test_everyday_words_are_no_tools(matcher: rm.ResumeMatcher, text: str) -> None:
    assert "technology" not in named(matcher, text)


def test_two_tools_of_one_kind_make_a_stack_and_one_does_not(matcher: rm.ResumeMatcher) -> None:
    def strength(text: str) -> rm.Strength | None:
        found = {evidence.requirement_id: evidence.strength for evidence in matcher.assess(text, section="skills")}
        return found.get("technical-background")

    assert strength("MariaDB") is rm.Strength.PARTIAL
    assert strength("MariaDB, SQLite") is rm.Strength.EXPLICIT


def test_a_trained_pipeline_keeps_the_signs_of_tools_too() -> None:
    own = rm.ResumeMatcher(nlp=spacy.blank("en"))
    assert {"c-language", "dotnet"} <= named(own, "Wrote C# on ASP.NET")


def test_each_form_is_a_concept_of_its_own_under_the_one_that_lists_it() -> None:
    by_id = {concept.id: concept for concept in concepts()}
    assert by_id["mariadb"].forms == (("mariadb",),)
    assert by_id["mariadb"].broader == ("database-tool", "technology")
    assert by_id["database-tool"].forms == ()


def test_a_form_listed_twice_under_each_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"vessel": {"each": ["copper kettle", "Copper-Kettle", "mash tun"]}, "mash-tun": {"forms": ["tun"]}}
    monkeypatch.setattr(lexicon, "read_table", lambda name: table)
    with pytest.raises(rm.DataError) as fault:
        concepts.__wrapped__()
    assert "'copper-kettle' is listed under each, and is a concept already" in str(fault.value)
    assert "'mash-tun' is listed under each, and is a concept already" in str(fault.value)


def test_a_matcher_says_when_it_is_made_that_its_pipeline_is_missing() -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        rm.ResumeMatcher(nlp="no_such_pipeline")
