"""Recombine the statements of tests/gold into new ones that nobody wrote: what a word means is told by the many places where it can stand.

    python benchmarks/recombine.py

prints some. The parts of a statement are what its commas, small words and dashes divide ("Negotiated rates | with 14 carriers | for the
winter peak"). A part may be replaced by one of another statement that begins alike, a run of parts may stand alone, and the beginning of
one statement may go on as another does. So most make sense, and some are as odd as what a scanner leaves of a page; fit_scorecards.py
learns from what a teacher (teach_scorecards.py) makes of them. The same statements give the same ones, in the same order, on every machine.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path

GOLD = Path(__file__).parents[1] / "tests" / "gold"
FILES = ("statements", "trades", "everyday", "unread", "plain_words", "near_misses", "resumes", "usual_words")
"""Those that the scorecards are fitted on; the held-out ones are not among them."""

_JOINS = (
    "and|or|to|for|with|by|from|in|on|at|of|across|through|into|including|using|while|which|that|as|within|under|against|between|after"
    "|before|so|who|than|over|during|via|per"
)
_CUT = re.compile(rf"(?<=[,;:.])\s+|\s+(?=(?:{_JOINS})\b)|\s+(?=[-–—|/&]\s)")
_JOIN = re.compile(_JOINS)
_STOPS = re.compile(r"[,;:.]*$")
_LENGTH = range(8, 421)  # characters
_SEED = 20


def recombined(gold: dict[str, list[dict]], counts: dict[str, int]) -> Iterator[dict]:
    """New statements, {"section", "text"}, without end. Of a hundred 55 have a third of their parts replaced and 15 most of them,
    15 are a run of parts, and 15 are two statements in one. They are made of the first `counts` statements of each file, so that what is
    written later changes none of them.
    """
    statements = [statement for name in FILES for statement in gold[name][: counts[name]]]
    chance = random.Random(_SEED).random  # of this generator alone the sequence is the same in every version of Python

    def one_of(things):
        return things[int(chance() * len(things))]

    divided = [(statement, parts, kinds_of(parts)) for statement in statements if (parts := parts_of(statement["text"]))]
    alike = defaultdict(list)
    for _, parts, kinds in divided:
        for part, kind in zip(parts, kinds, strict=True):
            alike[kind].append(part)
    while True:
        statement, parts, kinds = one_of(divided)
        way = chance()
        if way < 0.55 or way >= 0.85:
            share = 0.35 if way < 0.55 else 0.7
            chosen = [ended_as(part, one_of(alike[kind])) if chance() < share else part for part, kind in zip(parts, kinds, strict=True)]
        elif way < 0.7:
            first = int(chance() * len(parts))
            chosen = parts[first : first + 1 + int(chance() * 4)]
        else:
            _, others, _ = one_of(divided)
            chosen = parts[: 1 + int(chance() * len(parts))] + others[int(chance() * len(others)) :]
        text = " ".join(chosen).strip(" ,;:")
        if len(text) in _LENGTH and text != statement["text"]:
            yield {"section": statement["section"], "text": text[0].upper() + text[1:]}


def parts_of(text: str) -> list[str]:
    """The parts of a statement, in order."""
    return [part for part in _CUT.split(text) if part]


def kinds_of(parts: list[str]) -> list[str]:
    """What each part may be replaced by: parts that begin with the same small word and like ending, as a sentence does or not."""
    kinds = []
    for part, before in zip(parts, [".", *parts], strict=False):
        first, then, *_ = [*re.split(r"\W+", part.strip().lower()), "", ""]
        if before.endswith("."):
            kinds.append(f"first {_ending(first)}")
        elif _JOIN.fullmatch(first):
            kinds.append(f"{first} {_ending(then)}")
        else:
            kinds.append(_ending(first))
    return kinds


def _ending(word: str) -> str:
    return next((ending for ending in ("ed", "ing") if word.endswith(ending)), "")


def ended_as(part: str, other: str) -> str:
    """Another part with the comma or full stop of this one."""
    return _STOPS.sub("", other) + _STOPS.search(part)[0]


def read_gold() -> dict[str, list[dict]]:
    """Our own statements that the scorecards are fitted on, by file."""
    return {name: read_statements([GOLD / f"{name}.jsonl"]) for name in FILES}


def read_statements(paths: Iterable[Path | str]) -> list[dict]:
    """The labelled statements of the files, in order."""
    return [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def counts_of(labels: Mapping) -> dict[str, int]:
    """How many statements of each file a teacher's judgements are about; of files that came later none."""
    return dict.fromkeys(FILES, 0) | dict(zip(FILES, map(int, labels["counts"]), strict=False))


def digest_of(statements: Iterable[dict]) -> str:
    """What tells whether statements are those that a teacher judged."""
    return sha256("".join(f"{statement['section']}\t{statement['text']}\n" for statement in statements).encode()).hexdigest()[:16]


if __name__ == "__main__":
    known = read_gold()
    for new in islice(recombined(known, {name: len(those) for name, those in known.items()}), 20):
        print(f"{new['section']}: {new['text']}")
