"""Role profiles: bundled ones by name, a user's own as files, every fault of a file at once."""

from __future__ import annotations

from pathlib import Path

import pytest

import resume_match as rm
from resume_match.profile_fields import slug
from resume_match.profiles import parse_profile, profile_record, unique_id

BUNDLED = "director-of-product-management"


def kinds(toml: str) -> list[tuple[str, str, str]]:
    """Id, kind and text of each requirement of a profile file."""
    profile = parse_profile(toml.encode("utf-8"), "own.toml")
    return [(requirement.id, requirement.kind.value, requirement.text) for requirement in profile.requirements]


def faults(toml: str | bytes) -> tuple[str, ...]:
    """What is told of a faulty profile file."""
    with pytest.raises(rm.DataError) as raised:
        parse_profile(toml if isinstance(toml, bytes) else toml.encode("utf-8"), "own.toml")
    assert raised.value.file == "own.toml"
    return raised.value.faults


def test_none_is_the_bundled_profile_with_9_duties_11_skills_and_5_qualifications() -> None:
    assert rm.load_profile() == rm.load_profile(BUNDLED)
    found = [requirement.kind.value for requirement in rm.load_profile().requirements]
    assert [found.count(kind) for kind in ("duty", "skill", "qualification")] == [9, 11, 5]
    assert BUNDLED in rm.list_profiles()


def test_a_profile_needs_no_more_than_texts() -> None:
    toml = "".join(f'[[requirement]]\ntext = "{text}"\n' for text in ("Define the roadmap", "Design thinking", "Define the roadmap"))
    assert kinds(toml) == [
        ("define-the-roadmap", "duty", "Define the roadmap"),
        ("design-thinking", "skill", "Design thinking"),
        ("define-the-roadmap-2", "duty", "Define the roadmap"),
    ]


def test_an_unknown_name_lists_those_that_exist_and_a_missing_path_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(rm.ProfileNotFoundError, match="did you mean 'director-of-product-management'"):
        rm.load_profile("director-of-product-managment")
    with pytest.raises(FileNotFoundError):
        rm.load_profile(tmp_path / "none.toml")
    with pytest.raises(FileNotFoundError):
        rm.load_profile("none.toml")


def test_every_fault_of_a_file_is_told_with_its_key_and_a_remedy() -> None:
    toml = """
        titel = "A role"
        version = 1
        [[requirement]]
        text = " "
        [[requirement]]
        id = "a"
        kind = "dutty"
        text = "Lead"
        weight = -1
        essential = "yes"
        terms = "one"
        explicit = ["no-such-concept-at-all"]
        [[requirement]]
        id = "a"
        text = "Follow"
        years = true
        origins = [[5, 2]]
    """
    assert [fault.split(";")[0].split("(did")[0].strip() for fault in faults(toml)] == [
        "titel: unknown key",
        "version: must be text, not a number",
        "requirement 1, text: is empty",
        "requirement 2 (a), kind: unknown kind 'dutty'",
        "requirement 2 (a), weight: is -1",
        "requirement 2 (a), essential: must be true or false, not text",
        "requirement 2 (a), terms: must be a list of texts, not text",
        "requirement 2 (a), explicit, number 1: there is no concept 'no-such-concept-at-all': put words that are no concept in \"quotes\"",
        "requirement 3 (a), id: 'a' is also the id of requirement 2 (a)",
        "requirement 3 (a), years: must be a number, not true or false",
        "requirement 3 (a), origins, number 1: is no span of a posting",
    ]


def test_a_pattern_is_numbered_as_it_stands_in_the_file() -> None:
    explicit = '["roadmap", "strategy", "", 7, "no-such-concept"]'
    toml = f'[[requirement]]\ntext = "Lead"\nexplicit = {explicit}\npartial = ["roadmap", "none-such"]\n'
    assert [fault.split(": ")[0] for fault in faults(toml)] == [
        "requirement 1, explicit, number 3",
        "requirement 1, explicit, number 4",
        "requirement 1, explicit, number 5",
        "requirement 1, partial, number 2",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a = ", "not TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"x = " + b"[" * 5000, "nested too deep"),
        (b"", "there is none"),
        (b"requirement = 3", "must be tables"),
    ],
)
def test_what_is_no_profile_is_a_fault_and_not_a_crash(content: bytes, told: str) -> None:
    assert any(told in fault for fault in faults(content))


def test_a_saved_profile_is_read_back_equal_and_the_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text("old", encoding="utf-8")
    requirement = rm.Requirement(
        "roadmap",
        rm.RequirementKind.DUTY,
        'Own the "roadmap"\nof ÄÖ',
        weight=1.25,
        essential=True,
        terms=("plan",),
        years=8.0,
        origins=(rm.Span(3, 9), rm.Span(12, 20)),
    )
    profile = rm.RoleProfile("role", "A role", "2", "my own", (requirement,))
    rm.save_profile(profile, path)
    assert rm.load_profile(path) == profile
    assert [file.name for file in tmp_path.iterdir()] == ["role.toml"]


def test_the_bundled_profile_survives_saving(tmp_path: Path) -> None:
    rm.save_profile(rm.load_profile(), tmp_path / "copy.toml")
    assert rm.load_profile(tmp_path / "copy.toml") == rm.load_profile()


def test_a_profile_that_could_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    profile = rm.RoleProfile("r", "R", "1", "own", (rm.Requirement("a", rm.RequirementKind.SKILL, "A", weight=float("nan")),))
    with pytest.raises(rm.DataError, match="weight"):
        rm.save_profile(profile, tmp_path / "role.toml")
    assert list(tmp_path.iterdir()) == []


def test_the_record_changes_with_any_content_and_with_nothing_else() -> None:
    profile = rm.load_profile()
    again = profile_record(rm.load_profile())
    assert profile_record(profile) == again
    heavier = rm.RoleProfile(profile.id, profile.title, profile.version, profile.source, profile.requirements[:-1])
    assert profile_record(heavier).sha256 != again.sha256


def test_ids_are_made_of_words_and_numbered_where_taken() -> None:
    assert slug("Ability to négotiate, under pressure!") == "ability-to-negotiate-under-pressure"
    assert slug("日本語") == "requirement"
    assert len(slug("word " * 40)) <= 48
    assert unique_id("Negotiate", ["negotiate", "negotiate-2"]) == "negotiate-3"
