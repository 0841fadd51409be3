"""Thresholds and weights of scoring, read from data/lexicon/en/calibration.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from resume_match.lexicon import read_table
from resume_match.model import RequirementKind, Strength, Support


@dataclass(frozen=True, slots=True)
class Calibration:
    """The figures of the file; its comments say where each comes from."""

    credit: dict[Support, float]
    partial_credit: float
    covered: dict[RequirementKind, float]
    strength: dict[Strength, float]
    named_only: float
    corrected_word: float
    cover_letter: float
    unreadable_characters: int
    wording_explicit: float
    wording_partial: float
    wording_sentence: int
    wording_numbered: frozenset[str]
    wording_credentials: frozenset[str]
    wording_alike: frozenset[str]
    wording_examples: frozenset[str]
    verb_weight: float
    generic_weight: float
    generic_words: frozenset[str]
    tail_weight: float
    preparing_verbs: frozenset[str]
    nearest: float
    scorecard_partial: float
    scorecard_partial_with_pattern: float
    scorecard_patterns: dict[Strength, float]
    scorecard_passage: float
    scorecard_silenced_by: frozenset[str]
    scorecard_unheard: frozenset[str]
    scorecard_helping: frozenset[str]
    scorecard_part_only: float


@cache
def calibration() -> Calibration:
    """The figures of scoring."""
    table = read_table("calibration")
    factors, wording = table["factors"], table["wording"]
    return Calibration(
        credit={support: table["credit"][support] for support in Support},
        partial_credit=table["credit"]["partial"],
        covered={kind: table["covered"][kind] for kind in RequirementKind},
        strength={strength: factors[strength] for strength in Strength},
        named_only=factors["named_only"],
        corrected_word=factors["corrected_word"],
        cover_letter=factors["cover_letter"],
        unreadable_characters=table["unreadable"]["characters"],
        wording_explicit=wording["explicit"],
        wording_partial=wording["partial"],
        wording_sentence=wording["sentence"],
        wording_numbered=frozenset(wording["numbered"]),
        wording_credentials=frozenset(wording["credentials"]),
        wording_alike=frozenset(wording["alike"]),
        wording_examples=frozenset(wording["examples"]),
        verb_weight=wording["verb_weight"],
        generic_weight=wording["generic_weight"],
        generic_words=frozenset(wording["generic_words"]),
        tail_weight=wording["tail_weight"],
        preparing_verbs=frozenset(wording["preparing_verbs"]),
        nearest=wording["nearest"],
        scorecard_partial=table["scorecard"]["partial"],
        scorecard_partial_with_pattern=table["scorecard"]["partial_with_pattern"],
        scorecard_patterns={strength: table["scorecard"][f"{strength}_pattern"] for strength in Strength},
        scorecard_passage=table["scorecard"]["passage"],
        scorecard_silenced_by=frozenset(table["scorecard"]["silenced_by"]),
        scorecard_unheard=frozenset(table["scorecard"]["unheard"]),
        scorecard_helping=frozenset(table["scorecard"]["helping"]),
        scorecard_part_only=table["scorecard"]["part_only"],
    )
