"""Words as people shorten them, read from data/lexicon/en/abbreviations.toml."""

from __future__ import annotations

from functools import cache

from resume_match.lexicon import read_table


@cache
def abbreviations() -> dict[str, str]:
    """The shortened word, in lower case and without its full stop -> what it stands for."""
    return {short: str(meant) for short, meant in read_table("abbreviations").items()}
