"""The pattern notation of profiles, read into values.

A pattern says which words of one phrase make evidence. A phrase is one action with its object ("collected and documented
business requirements"), or one skill phrase ("excellent negotiator"). Atoms are separated by spaces and must all hold:

    roadmap                     the concept is named in the phrase
    roadmap|product-plan        one of them is
    "voice of the customer"     the quoted words are named (inflected as they come)
    define|write:requirements   an action of one of the verb families, acting on one of the concepts
    manage>engineers            the concept is the direct object ("managed engineers", not "managed tools for engineers")
    manage:*                    an action of the family, whatever it acts on
    function>=2                 at least two different narrower concepts of `function` are named
    !insurance                  not named in the phrase; also !support:* for an action that must not be
    @listed                     only where the phrase stands in a list; also @prose @title @education @certification

Without a context atom a pattern holds in prose, in lists and in certification lines; titles and education lines are judged only by
patterns that name them. ` + ` joins parts that must hold in the same statement, each in a phrase of its own or in the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from resume_match.lexicon.concepts import concept_ids
from resume_match.lexicon.verbs import family_ids
from resume_match.model import StatementKind

DEFAULT_CONTEXTS = (StatementKind.PROSE, StatementKind.LISTED, StatementKind.CERTIFICATION)

_PIECE = re.compile(r'(?:"[^"]*"|[^\s"])+')
_ATOM = re.compile(r"(?P<no>!)?(?:(?P<verbs>[a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)*)(?P<sign>:|>(?!=)))?(?P<rest>.+)", re.DOTALL)
_NAME = r'(?:"[^"]+"|[a-z][a-z0-9-]*)'
_REST = re.compile(rf"(?P<names>\*|{_NAME}(?:\|{_NAME})*)(?:>=(?P<least>[2-9]))?")


@dataclass(frozen=True, slots=True)
class Atom:
    """One condition on a phrase: any of `families` acting (if given), on any of `concepts` (if given), `least` different ones of them.

    `direct` asks for the concept in the direct object.
    """

    families: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    least: int = 1
    direct: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Conditions that one phrase must meet, and what it may stand in."""

    atoms: tuple[Atom, ...]
    contexts: tuple[StatementKind, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts that must all hold within one statement; `source` is the notation that it was read from."""

    source: str
    parts: tuple[Part, ...]


def literals(patterns: Iterable[str]) -> tuple[str, ...]:
    """The quoted words of the patterns, without their quotes, each once, in order."""
    return tuple(dict.fromkeys(found for pattern in patterns for found in re.findall(r'"([^"]+)"', pattern)))


def parse_pattern(pattern: str) -> Pattern:
    """The pattern as a value; ValueError, listing every fault, where it is not one."""
    faults = pattern_faults(pattern)
    if faults:
        raise ValueError(f"{pattern!r}: {'; '.join(faults)}")
    return _read(pattern)[0]


def pattern_faults(pattern: str) -> tuple[str, ...]:
    """Every fault of a pattern, each with what to write instead; empty where there is none."""
    return _read(pattern)[1]


@lru_cache(maxsize=4096)
def _read(pattern: str) -> tuple[Pattern, tuple[str, ...]]:
    faults: list[str] = []
    parts = []
    for text in re.split(r"\s\+\s", pattern.strip()):
        atoms: list[Atom] = []
        contexts: list[StatementKind] = []
        for piece in _PIECE.findall(text):
            if piece.startswith("@"):
                contexts.extend(_context(piece, faults))
            else:
                atoms.extend(_atom(piece, faults))
        if not any(not atom.negated for atom in atoms):
            faults.append(f"'{text}' names nothing to find: name a concept, a verb family or quoted words")
        parts.append(Part(tuple(atoms), tuple(contexts) or DEFAULT_CONTEXTS))
    return Pattern(pattern, tuple(parts)), tuple(faults)


def _context(piece: str, faults: list[str]) -> list[StatementKind]:
    try:
        return [StatementKind(name) for name in piece[1:].split("|")]
    except ValueError:
        faults.append(f"'{piece}' is no place that a phrase stands in: write one of {', '.join('@' + kind for kind in StatementKind)}")
        return []


def _atom(piece: str, faults: list[str]) -> list[Atom]:
    match = _ATOM.fullmatch(piece)
    rest = _REST.fullmatch(match["rest"]) if match else None
    if match is None or rest is None:
        faults.append(f"'{piece}' cannot be read: write a concept, family:concept, family:* or \"quoted words\", joined by |")
        return []
    families = tuple(match["verbs"].split("|")) if match["verbs"] else ()
    names = () if rest["names"] == "*" else tuple(re.findall(_NAME, rest["names"]))
    if not families and not names:
        faults.append("'*' stands only after a verb family: write family:*")
    faults.extend(_unknown(families, family_ids(), "verb family"))
    faults.extend(_unknown(tuple(name for name in names if not name.startswith('"')), concept_ids(), "concept"))
    return [Atom(families, names, int(rest["least"] or 1), match["sign"] == ">", bool(match["no"]))]


def _unknown(names: tuple[str, ...], known: frozenset[str], noun: str) -> list[str]:
    faults = []
    for name in names:
        if name not in known:
            near = get_close_matches(name, sorted(known), 1)
            meant = f"did you mean '{near[0]}'?" if near else 'put words that are no concept in "quotes"'
            faults.append(f"there is no {noun} '{name}': {meant}")
    return faults
