"""The fields of a profile's TOML tables, read one by one so that every fault is told at once, each with its remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any
from unicodedata import normalize

from resume_match.lexicon.postings import opens_with_verb
from resume_match.lexicon.scorecards import scorecards
from resume_match.model import RequirementKind, Span
from resume_match.patterns import pattern_faults

_ID_LENGTH = 48
ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


class FieldReader:
    """Reads one TOML table field by field and notes each fault with its key and remedy, so that all of a file can be told at once."""

    def __init__(self, place: str, table: Mapping[str, Any]) -> None:
        self.place = place
        self.table = table
        self.faults: list[str] = []

    def fault(self, key: str, wrong: str, remedy: str) -> None:
        where = f"{self.place}, {key}" if self.place else key
        self.faults.append(f"{where}: {wrong}; {remedy}")

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        for key in self.table:
            if key not in known:
                self.fault(key, f"unknown key{did_you_mean(key, known)}", f"known here: {', '.join(known)}")

    def identity(self) -> str:
        """The id, "" where none is given or it is no text."""
        given = self.text("id") if "id" in self.table else ""
        if given and not set(given) <= ID_SIGNS:
            self.fault("id", "holds other signs than letters, digits, '-', '_' and '.'", f"for example '{slug(given)}'")
        return given

    def text(self, key: str) -> str:
        """The text under a key, "" where none is given; an empty one is a fault."""
        given = self.table.get(key)
        if given is None:
            return ""
        if not isinstance(given, str):
            self.fault(key, f"must be text, not {_kind_of(given)}", f'write {key} = "..."')
            return ""
        if not given.strip():
            self.fault(key, "is empty", "write a text or leave the key out" if key != "text" else "say in one line what is asked")
            return ""
        return given

    def kind(self, text: str) -> RequirementKind:
        given = self.table.get("kind")
        known = tuple(kind.value for kind in RequirementKind)
        if given in known:
            return RequirementKind(given)
        if given is not None:
            self.fault("kind", f"unknown kind {given!r}{did_you_mean(str(given), known)}", f"write one of {', '.join(known)}")
        return RequirementKind.DUTY if opens_with_verb(text) else RequirementKind.SKILL

    def number(self, key: str) -> float | None:
        """The number under a key, None where none is given."""
        given = self.table.get(key)
        if given is None:
            return None
        if isinstance(given, bool) or not isinstance(given, int | float):
            self.fault(key, f"must be a number, not {_kind_of(given)}", f"write {key} = 1.0, without quotes")
            return None
        if not isfinite(given) or given < 0:
            self.fault(key, f"is {given}", "write 0 or more")
            return None
        return float(given)

    def flag(self, key: str) -> bool:
        given = self.table.get(key, False)
        if not isinstance(given, bool):
            self.fault(key, f"must be true or false, not {_kind_of(given)}", f"write {key} = true, without quotes")
            return False
        return given

    def phrases(self, key: str) -> tuple[str, ...]:
        return tuple(phrase for _, phrase in self._numbered(key))

    def patterns(self, key: str) -> tuple[str, ...]:
        given = self._numbered(key)
        for number, pattern in given:
            self.faults.extend(f"{self.place}, {key}, number {number}: {fault}" for fault in pattern_faults(pattern))
        return tuple(pattern for _, pattern in given)

    def _numbered(self, key: str) -> tuple[tuple[int, str], ...]:
        """The phrases of a list, each with its number in the file, which those that are left out as faulty count in too."""
        given = self.table.get(key, [])
        if not isinstance(given, list):
            self.fault(key, f"must be a list of texts, not {_kind_of(given)}", f'write {key} = ["...", "..."]')
            return ()
        for number, phrase in enumerate(given, 1):
            if not isinstance(phrase, str):
                self.fault(f"{key}, number {number}", f"must be text, not {_kind_of(phrase)}", "put it into double quotes")
            elif not phrase.strip():
                self.fault(f"{key}, number {number}", "is empty", "write a phrase or take it out")
        return tuple((number, phrase) for number, phrase in enumerate(given, 1) if isinstance(phrase, str) and phrase.strip())

    def scorecard(self) -> str:
        """The name of a scorecard of the lexicon, "" where none is given."""
        given = self.text("scorecard")
        if given and given not in (known := scorecards().names):
            self.fault("scorecard", f"there is none of the name '{given}'{did_you_mean(given, known)}", f"known: {', '.join(known)}")
        return given

    def spans(self, key: str) -> tuple[Span, ...]:
        given, spans = self.table.get(key, []), []
        for number, pair in enumerate(given if isinstance(given, list) else [given], 1):
            whole = isinstance(pair, list) and len(pair) == 2 and all(isinstance(end, int) and not isinstance(end, bool) for end in pair)
            if whole and 0 <= pair[0] < pair[1]:
                spans.append(Span(pair[0], pair[1]))
            else:
                self.fault(f"{key}, number {number}", "is no span of a posting", f"write {key} = [[start, end], ...] or leave it out")
        return tuple(spans)


def _kind_of(found: object) -> str:
    names = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(found), "a date or time")


def slug(text: str) -> str:
    """An id made of a text's words: lower-case letters, digits and hyphens, at most 48 characters; "requirement" where none are left."""
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower().replace("'", "")
    words = "".join(letter if letter in ID_SIGNS and letter.isalnum() else " " for letter in letters).split()
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > _ID_LENGTH:
            break
        made = f"{made}-{word}" if made else word[:_ID_LENGTH]
    return made or "requirement"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A bracket with the known word that comes nearest, "" where none does."""
    return next((f" (did you mean '{close}'?)" for close in difflib.get_close_matches(word, tuple(known), n=1)), "")
