"""Scorecards: how much each sign of a statement speaks for a requirement, read from data/lexicon/en/scorecards, one file each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from resume_match.lexicon import read_table
from resume_match.model import Strength


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What a statement starts from, what it gets for a pattern that holds in it and for each sign that stands in it.

    Points are log-odds: the sum is 0 where a careful reader ticks the requirement as often as not, and 1.1 where three times as often.
    """

    base: float
    patterns: dict[Strength, float]
    points: dict[str, float]


@cache
def scorecards() -> dict[str, Scorecard]:
    """The scorecards by name, which is the id of the bundled profile's requirement that each was made for."""
    return {
        name: Scorecard(
            base=table["base"],
            patterns={strength: table["patterns"][strength] for strength in Strength},
            points=dict(table["points"]),
        )
        for name, table in read_table("scorecards").items()
    }
