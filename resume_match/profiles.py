"""Role profiles in and out: bundled ones by name, a user's own as TOML files, each fault of a file reported at once.

    id title version source       of the profile, all text
    [[requirement]]               once for each requirement
    text                          what is asked, the only field that must be there
    id                            unique in the file, by default made from the text
    kind                          "duty", "skill" or "qualification"; by default "duty" where the text begins with a verb, else "skill"
    weight essential              0 or more, 1.0 by default; true or false
    terms explicit partial        lists of phrases and patterns (README, "Writing a profile")
scorecard                     the name of a scorecard of the lexicon, which weighs the other words of a statement beside the patterns
    years                         years of experience asked for
    origins                       [[start, end], ...], spans of the posting that asks for it
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any

import tomli_w

from resume_match.errors import DataError, ProfileNotFoundError
from resume_match.files import base_name, write_whole
from resume_match.model import ProfileRecord, Requirement, RoleProfile
from resume_match.profile_fields import FieldReader, did_you_mean, slug

DEFAULT_PROFILE = "director-of-product-management"
_BUNDLED = files("resume_match") / "data" / "profiles"
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
        raise ProfileNotFoundError(name, (f"no profile or file of this name{did_you_mean(name, names)}; bundled: {', '.join(names)}",))
    return parse_profile(path.read_bytes(), base_name(path))


def save_profile(profile: RoleProfile, path: str | os.PathLike[str]) -> None:
    """Writes the profile as TOML that `load_profile` reads back equal; an existing file is replaced whole or not at all, and a
    pipe or a device is written into.

    Raises DataError, and writes nothing, where the profile could not be read back.
    """
    content = tomli_w.dumps(_table_of(profile)).encode("utf-8")
    parse_profile(content, base_name(path))
    write_whole(path, (content,))


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
    reader = FieldReader("", table)
    reader.refuse_unknown(_PROFILE_KEYS)
    title = reader.text("title")
    identity = reader.identity() or slug(title or file.removesuffix(".toml"))
    version, source = reader.text("version") or "1", reader.text("source") or file
    requirements = _requirements(reader)
    if reader.faults:
        raise DataError(file, tuple(reader.faults))
    return RoleProfile(identity, title or identity, version, source, requirements)


def unique_id(text: str, taken: Iterable[str]) -> str:
    """The slug of a text, numbered from 2 where an id of that name is already taken."""
    made, known = slug(text), frozenset(taken)
    return next(name for number in count(1) if (name := made if number == 1 else f"{made}-{number}") not in known)


def _is_path(name: str) -> bool:
    return name.endswith(".toml") or any(separator in name for separator in ("/", os.sep))


def _table_of(profile: RoleProfile) -> dict[str, Any]:
    """The profile as TOML tables: what is empty is left out, what a person is likely to edit always stands there."""
    requirements = []
    for requirement in profile.requirements:
        table: dict[str, Any] = {"id": requirement.id, "kind": requirement.kind.value, "text": requirement.text}
        table |= {"weight": requirement.weight, "essential": requirement.essential}
        phrases = {name: list(getattr(requirement, name)) for name in ("terms", "explicit", "partial")}
        table |= {name: listed for name, listed in phrases.items() if listed}
        if requirement.scorecard:
            table["scorecard"] = requirement.scorecard
        if requirement.years is not None:
            table["years"] = requirement.years
        if requirement.origins:
            table["origins"] = [[span.start, span.end] for span in requirement.origins]
        requirements.append(table)
    head = {"id": profile.id, "title": profile.title, "version": profile.version, "source": profile.source}
    return {**head, "requirement": requirements}


def _requirements(profile: FieldReader) -> tuple[Requirement, ...]:
    """The requirements of a profile's table; what is wrong with them is added to the profile's faults."""
    tables = profile.table.get("requirement", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        profile.fault("requirement", "must be tables", "write [[requirement]], in double brackets, above each requirement")
        return ()
    if not tables:
        profile.fault("requirement", "there is none", 'write [[requirement]] and below it text = "..." for each requirement')
    names = [f" ({table['id']})" if isinstance(table.get("id"), str) else "" for table in tables]
    readers = [FieldReader(f"requirement {number}{name}", table) for number, (name, table) in enumerate(zip(names, tables, strict=True), 1)]
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


def _requirement(reader: FieldReader, taken: Mapping[str, str]) -> Requirement:
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
        scorecard=reader.scorecard(),
        years=reader.number("years"),
        origins=reader.spans("origins"),
    )
