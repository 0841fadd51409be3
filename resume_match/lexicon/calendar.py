"""The words for dates: month names with their numbers, seasons, words for an end that has not come, words between two dates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from resume_match.lexicon import read_table


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of data/lexicon/en/calendar.toml, lower case; `months` maps each month's names to 1..12."""

    months: dict[str, int]
    seasons: tuple[str, ...]
    present: tuple[str, ...]
    until: tuple[str, ...]
    since: tuple[str, ...]


@cache
def calendar() -> Calendar:
    """The words for dates, read once."""
    table = read_table("calendar")
    words = table["words"]
    months = {name: int(number) for number, names in table["months"].items() for name in names}
    return Calendar(months, tuple(words["seasons"]), tuple(words["present"]), tuple(words["until"]), tuple(words["since"]))
