"""Role profiles in and out: bundled ones by name, a user's own as TOML files, each fault of a file reported at once.

    id title version source       of the profile, all text
    [[requirement]]               once for each requirement
    text                          what is asked, the only field that must be there
    id                            unique in the file, by default made from the text
    kind                          "duty", "skill" or "qualification"; by default "duty" where the text begins with a verb, else "skill"
    weight essential              0 or more, 1.0 by default; true or false
    terms explicit partial        lists of phrases and patterns (README, "Writing a profile")
    years                         years of experience asked for
    origins                       [[start, end], ...], spans of the posting that asks for it
"""

from __future__ import annotations

import difflib
import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from importlib.resources import files
from itertools import count
from math import isfinite
from pathlib import Path
from typing import Any
from unicodedata import normalize

import tomli_w

from resume_match.errors import DataError, ProfileNotFoundError
from resume_match.lexicon.postings import opens_with_verb
from resume_match.model import ProfileRecord, Requirement, RequirementKind, RoleProfile, Span
from resume_match.patterns import pattern_faults

DEFAULT_PROFILE = "director-of-product-management"
_BUNDLED = files("resume_match") / "data" / "profiles"
_ID_LENGTH = 48
_ID_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
_PROFILE_KEYS = ("id", "title", "version", "source", "requirement")
_REQUIREMENT_KEYS = tuple(field.name for field in fields(Requirement))


def list_profiles() -> tuple[str, ...]:
    """The names of the bundled profiles, sorted."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _BUNDLED.iterdir() if file.name.endswith(".toml")))


def load_profile(source: str | os.PathLike[str] | None = None) -> RoleProfile:
    """The profile of that bundled name or TOML file; None is the bundled Director of Product Management.

    Raises DataError with every fault of a faulty file, ProfileNotFoundError for a name that neither a bundled profile nor a file has, and
    FileNotFoundError for a path at which nothing stands.
    """
    if source is None:
        source = DEFAULT_PROFILE
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"load_profile takes a name or a path, not {type(source).__name__}")
    name = os.fspath(source)
    if isinstance(source, str) and name in list_profiles():
        return parse_profile((_BUNDLED / f"{name}.toml").read_bytes(), f"{name}.toml")
    path = Path(name)
    if isinstance(source, str) and not _is_path(name) and not path.exists():
        names = list_profiles()
        raise ProfileNotFoundError(name, (f"no profile or file of this name{_did_you_mean(name, names)}; bundled: {', '.join(names)}",))
    return parse_profile(path.read_bytes(), path.name)


def save_profile(profile: RoleProfile, path: str | os.PathLike[str]) -> None:
    """Writes the profile as TOML that `load_profile` reads back equal; an existing file is replaced whole or not at all.

    Raises DataError, and writes nothing, where the profile could not be read back.
    """
    target = Path(path)
    content = tomli_w.dumps(_table_of(profile)).encode("utf-8")
    parse_profile(content, target.name)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def profile_record(profile: RoleProfile) -> ProfileRecord:
    """The profile's name card, with the SHA-256 of everything that it holds: equal for equal profiles, on every machine."""
    content = json.dumps(asdict(profile), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return ProfileRecord(profile.id, profile.title, profile.version, sha256(content.encode("utf-8", "surrogatepass")).hexdigest())


def parse_profile(content: bytes, file: str) -> RoleProfile:
    """The profile that the bytes of a TOML file hold; DataError, naming `file`, with every fault found in it."""
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError(file, (f"byte {error.start}: not UTF-8 text; save the file as UTF-8",)) from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, (f"not TOML: {error}; put texts into double quotes and one key on a line",)) from error
    except RecursionError as error:
        raise DataError(file, ("not a profile: nested too deep; a requirement holds texts, numbers and flat lists",)) from error
    reader = _Reader("", table)
    reader.refuse_unknown(_PROFILE_KEYS)
    title = reader.text("title")
    identity = reader.identity() or slug(title or file.removesuffix(".toml"))
    version, source = reader.text("version") or "1", reader.text("source") or file
    requirements = _requirements(reader)
    if reader.faults:
        raise DataError(file, tuple(reader.faults))
    return RoleProfile(identity, title or identity, version, source, requirements)


def slug(text: str) -> str:
    """An id made of a text's words: lower-case letters, digits and hyphens, at most 48 characters; "requirement" where none are left."""
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower().replace("'", "")
    words = "".join(letter if letter in _ID_SIGNS and letter.isalnum() else " " for letter in letters).split()
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > _ID_LENGTH:
            break
        made = f"{made}-{word}" if made else word[:_ID_LENGTH]
    return made or "requirement"


def unique_id(text: str, taken: Iterable[str]) -> str:
    """The slug of a text, numbered from 2 where an id of that name is already taken."""
    made, known = slug(text), frozenset(taken)
    return next(name for number in count(1) if (name := made if number == 1 else f"{made}-{number}") not in known)


def _is_path(name: str) -> bool:
    return name.endswith(".toml") or any(separator in name for separator in ("/", os.sep))


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    return next((f" (did you mean '{close}'?)" for close in difflib.get_close_matches(word, tuple(known), n=1)), "")


def _table_of(profile: RoleProfile) -> dict[str, Any]:
    """The profile as TOML tables: what is empty is left out, what a person is likely to edit always stands there."""
    requirements = []
    for requirement in profile.requirements:
        table: dict[str, Any] = {"id": requirement.id, "kind": requirement.kind.value, "text": requirement.text}
        table |= {"weight": requirement.weight, "essential": requirement.essential}
        phrases = {name: list(getattr(requirement, name)) for name in ("terms", "explicit", "partial")}
        table |= {name: listed for name, listed in phrases.items() if listed}
        if requirement.years is not None:
            table["years"] = requirement.years
        if requirement.origins:
            table["origins"] = [[span.start, span.end] for span in requirement.origins]
        requirements.append(table)
    head = {"id": profile.id, "title": profile.title, "version": profile.version, "source": profile.source}
    return {**head, "requirement": requirements}


def _requirements(profile: _Reader) -> tuple[Requirement, ...]:
    """The requirements of a profile's table; what is wrong with them is added to the profile's faults."""
    tables = profile.table.get("requirement", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        profile.fault("requirement", "must be tables", "write [[requirement]], in double brackets, above each requirement")
        return ()
    if not tables:
        profile.fault("requirement", "there is none", 'write [[requirement]] and below it text = "..." for each requirement')
    names = [f" ({table['id']})" if isinstance(table.get("id"), str) else "" for table in tables]
    readers = [_Reader(f"requirement {number}{name}", table) for number, (name, table) in enumerate(zip(names, tables, strict=True), 1)]
    taken: dict[str, str] = {}
    for reader in readers:
        identity = reader.identity()
        if identity and identity in taken:
            reader.fault("id", f"'{identity}' is also the id of {taken[identity]}", "give each requirement an id of its own")
        elif identity:
            taken[identity] = reader.place
    read: list[Requirement] = []
    for reader in readers:
        read.append(_requirement(reader, taken))
        taken.setdefault(read[-1].id, reader.place)
        profile.faults.extend(reader.faults)
    return tuple(read)


def _requirement(reader: _Reader, taken: Mapping[str, str]) -> Requirement:
    reader.refuse_unknown(_REQUIREMENT_KEYS)
    text = reader.text("text")
    if "text" not in reader.table:
        reader.fault("text", "is left out", "say in one line what is asked")
    given = reader.table.get("id")
    identity = given if isinstance(given, str) and given else unique_id(text, taken)
    return Requirement(
        id=identity,
        kind=reader.kind(text),
        text=text,
        weight=1.0 if (weight := reader.number("weight")) is None else weight,
        essential=reader.flag("essential"),
        terms=reader.phrases("terms"),
        explicit=reader.patterns("explicit"),
        partial=reader.patterns("partial"),
        years=reader.number("years"),
        origins=reader.spans("origins"),
    )


class _Reader:
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
                self.fault(key, f"unknown key{_did_you_mean(key, known)}", f"known here: {', '.join(known)}")

    def identity(self) -> str:
        """The id, "" where none is given or it is no text."""
        given = self.text("id") if "id" in self.table else ""
        if given and not set(given) <= _ID_SIGNS:
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
            self.fault("kind", f"unknown kind {given!r}{_did_you_mean(str(given), known)}", f"write one of {', '.join(known)}")
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
        given = self.table.get(key, [])
        if not isinstance(given, list):
            self.fault(key, f"must be a list of texts, not {_kind_of(given)}", f'write {key} = ["...", "..."]')
            return ()
        for number, phrase in enumerate(given, 1):
            if not isinstance(phrase, str):
                self.fault(f"{key}, number {number}", f"must be text, not {_kind_of(phrase)}", "put it into double quotes")
            elif not phrase.strip():
                self.fault(f"{key}, number {number}", "is empty", "write a phrase or take it out")
        return tuple(phrase for phrase in given if isinstance(phrase, str) and phrase.strip())

    def patterns(self, key: str) -> tuple[str, ...]:
        given = self.phrases(key)
        for number, pattern in enumerate(given, 1):
            self.faults.extend(f"{self.place}, {key}, number {number}: {fault}" for fault in pattern_faults(pattern))
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
