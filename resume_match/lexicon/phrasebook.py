"""The phrasebook: drafts of resume lines by requirement, with their slots, verbs and situations, read from data/lexicon/en/phrasebook."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from resume_match.errors import DataError
from resume_match.lexicon import read_table
from resume_match.lexicon.verbs import families_of_verb
from resume_match.model import Requirement, RequirementKind, Slot

# The tables of the folder that are no requirements.
_SUBJECTS = frozenset(
    {"slots", "verbs", "situations", "kinship", "near", "context", "clauses", "results", "general", "reasons", "limits", "placing"}
)
FEWEST_DRAFTS = 6
_WORK_PATTERNS = ("duty", "noun-duty", "skill")
_PATTERNS = (*_WORK_PATTERNS, "degree", "certification", "years", "qualification")

VERB_GROUP = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"\[([^\[\]]*)\]")
CONTEXT = re.compile(r"<([^<>]*)>")
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand|million|billion|double|triple)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-Z]")
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A line with open facts: `text` is measured, `plain` holds no number; `situations` must hold of the job it is placed under.

    A clause is joined only to a line with one of `lines`, if there are any, and none of `unless`. `slots` are those of this draft alone.
    """

    text: str
    plain: str
    situations: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotWord:
    """A slot as the phrasebook knows it; `measured` when it takes a number."""

    hint: str
    sample: str
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """How to tell that something holds of a job: words of its title, or at least `least` of its words in the lines under it."""

    title: tuple[str, ...]
    lines: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True)
class Context:
    """Where a word of the resume's own comes from, and what stands (`otherwise`) where it has none (context.toml)."""

    words: tuple[str, ...]
    heads: tuple[str, ...]
    stop: tuple[str, ...]
    otherwise: str
    most: int
    own: int
    verbs: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All drafts with what they are written in.

    `past` maps a verb's base form to its past form; `measurable` are the requirements whose lines end in a result, `told` the words
    with which a line already tells one, `assisting` the verbs that only help with a deed.
    """

    drafts: Mapping[str, tuple[Draft, ...]]
    clauses: Mapping[str, tuple[Draft, ...]]
    slots: Mapping[str, SlotWord]
    past: Mapping[str, str]
    doubled: frozenset[str]
    situations: Mapping[str, Situation]
    kinship: Mapping[str, tuple[str, ...]]
    near: Mapping[str, tuple[str, ...]]
    context: Mapping[str, Context]
    measurable: frozenset[str]
    told: tuple[str, ...]
    assisting: frozenset[str]
    general: Mapping[str, Any]
    reasons: Mapping[str, str]
    limits: Mapping[str, float]
    placing: Mapping[str, Any]


@cache
def phrasebook() -> Phrasebook:
    """The bundled phrasebook. Raises DataError with every fault if an edit has broken it."""
    return read_phrasebook(read_table("phrasebook"))


def read_phrasebook(table: Mapping[str, Any]) -> Phrasebook:
    """The phrasebook that a table holds. Raises DataError with every fault."""
    found = faults_of(table)
    if found:
        raise DataError("phrasebook", found)
    return Phrasebook(
        drafts={name: _drafts(rows) for name, rows in table.items() if name not in _SUBJECTS},
        clauses={name: _drafts(rows) for name, rows in table["clauses"].items()},
        slots={name: SlotWord(row["hint"], row["sample"], row.get("measured", False)) for name, row in table["slots"].items()},
        past=_past_forms(table["verbs"]),
        doubled=frozenset(table["verbs"]["doubled"]),
        situations={
            name: Situation(tuple(row["title"]), tuple(row.get("lines", ())), row.get("least", 1))
            for name, row in table["situations"].items()
        },
        kinship={name: tuple(fields) for name, fields in table["kinship"].items()},
        near={name: tuple(words) for name, words in table["near"].items()},
        context={name: _context(row) for name, row in table["context"].items()},
        measurable=frozenset(table["results"]["measurable"]),
        told=tuple(table["results"]["told"]),
        assisting=frozenset(table["results"]["assisting"]),
        general=table["general"],
        reasons=table["reasons"],
        limits=table["limits"],
        placing=table["placing"],
    )


def _context(row: Mapping[str, Any]) -> Context:
    words, heads, stop, verbs, places = (tuple(row.get(key, ())) for key in ("words", "heads", "stop", "verbs", "places"))
    return Context(words, heads, stop, row["otherwise"], row.get("most", 1), row.get("own", 0), verbs, places)


def _drafts(rows: Iterable[Mapping[str, Any]]) -> tuple[Draft, ...]:
    return tuple(
        Draft(row["text"], row["plain"], tuple(row.get("for", ())), *(tuple(row.get(key, ())) for key in ("lines", "unless")))
        for row in rows
    )


def doubles(base: str, doubled: Collection[str]) -> bool:
    """True for a verb that doubles its last letter before an ending: short ones with one vowel (plan, cut) and those of `doubled`."""
    return base in doubled or _SHORT.fullmatch(base) is not None


def past_form(base: str, doubled: Collection[str]) -> str:
    """The regular past form of a verb: plan, planned; apply, applied; size, sized; launch, launched."""
    if doubles(base, doubled):
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _past_forms(verbs: Mapping[str, Any]) -> dict[str, str]:
    doubled = frozenset(verbs["doubled"])
    own = {base: past_form(base, doubled) for base in (*verbs["regular"], *verbs["doubled"])} | dict(verbs["irregular"])
    # Lines of resumes and requirements of own profiles use more verbs than drafts do: those of the matcher, and British spellings.
    irregular = read_table("irregular_verbs")
    known = (verb for verb in families_of_verb() if verb.isalpha() and verb not in own)
    own |= {verb: irregular[verb][0] if verb in irregular else past_form(verb, doubled) for verb in known}
    return {british: f"{british}d" for base in own if base.endswith(("ize", "yze")) and (british := f"{base[:-2]}se") not in own} | own


# ------------------------------------------------------------------------------------------------------------------- validation


def faults_of(table: Mapping[str, Any], requirements: Iterable[Requirement] = ()) -> tuple[str, ...]:
    """Every fault of a phrasebook's table, each with its key and remedy; none if it can be used.

    With the requirements of a profile it also names the requirement ids that the profile does not know, and the requirements for
    which there are too few drafts.
    """
    missing = tuple(f"{subject}: this table is missing" for subject in sorted(_SUBJECTS - set(table)))
    if missing:
        return missing
    faults = [*_slot_faults(table["slots"]), *_verb_faults(table["verbs"])]
    rows = {name: rows for name, rows in table.items() if name not in _SUBJECTS}
    for name, drafts in rows.items():
        faults += _draft_list_faults(name, drafts, table)
        if len(drafts) < FEWEST_DRAFTS:
            faults.append(f"{name}: {len(drafts)} drafts, at least {FEWEST_DRAFTS} are needed")
        if not any(isinstance(draft, dict) and not draft.get("for") for draft in drafts):
            faults.append(f"{name}: no draft suits every job; give one of them an empty 'for'")
    for name, clauses in table["clauses"].items():
        faults += _draft_list_faults(f"clauses.{name}", clauses, table, clause=True)
    faults += _general_faults(table)
    known = {requirement.id: requirement for requirement in requirements}
    return (*faults, *(_profile_faults(rows, table["clauses"], known) if known else ()))


def _draft_list_faults(name: str, rows: object, table: Mapping[str, Any], clause: bool = False) -> Iterator[str]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        yield f"{name}: write each draft as [[{name}]] with text and plain"
        return
    texts = [row.get("text") for row in rows]
    for number, row in enumerate(rows, start=1):
        where = f"{name}, draft {number}"
        known = ("text", "plain", "lines", "unless") if clause else ("text", "plain", "for", "statement")
        yield from (f"{where}: unknown key '{key}'" for key in row if key not in known)
        yield from (
            f"{where}: 'for' names no situation of situations.toml: '{tag}'" for tag in row.get("for", ()) if tag not in table["situations"]
        )
        for variant in ("text", "plain"):
            if not isinstance(row.get(variant), str) or not row[variant].strip():
                yield f"{where}: the variant '{variant}' is missing"
                continue
            yield from _wording_faults(f"{where}, {variant}", row[variant], table, bare=clause or bool(row.get("statement")))
            yield from _measure_faults(f"{where}, {variant}", variant, row[variant], table["slots"])
        if texts.count(row.get("text")) > 1:
            yield f"{where}: the same text stands in another draft"


def _general_faults(table: Mapping[str, Any]) -> Iterator[str]:
    """The faults of the general patterns, tried on a requirement's words."""
    for name in _PATTERNS:
        rows = table["general"].get(name)
        if not isinstance(rows, list):
            yield f"general.{name}: write each pattern as [[general.{name}]] with text and plain"
            continue
        for number, row in enumerate(rows, start=1):
            for variant in ("text", "plain"):
                tried = str(row.get(variant, "")).replace("{verb} {rest}", "{manage} it").replace("{name}", "it")
                yield from _wording_faults(f"general.{name}, pattern {number}, {variant}", tried, table, bare=name not in _WORK_PATTERNS)
                yield from _measure_faults(f"general.{name}, pattern {number}, {variant}", variant, tried, table["slots"])


def _wording_faults(where: str, text: str, table: Mapping[str, Any], bare: bool) -> Iterator[str]:
    outside = CONTEXT.sub("", VERB_GROUP.sub("", SLOT.sub("", text)))
    if re.search(r"[\[\]{}<>]", outside):
        yield f"{where}: a bracket has no partner"
    if NUMBER.search(outside):
        yield f"{where}: a number stands outside slots"
    if _CAPITAL.search(outside[1:] if bare else outside):
        yield f"{where}: a capital letter stands outside slots; names belong into slots"
    if not bare and not re.match(r"[\[{]", text):
        yield f"{where}: no verb; begin with one in braces, or with a slot"
    slots = SLOT.findall(text)
    yield from (f"{where}: unknown slot [{name}]" for name in slots if name not in table["slots"])
    yield from (f"{where}: the slot [{name}] stands twice" for name in dict.fromkeys(slots) if slots.count(name) > 1)
    yield from (f"{where}: unknown context <{name}>" for name in CONTEXT.findall(text) if name not in table["context"])
    verbs = {*table["verbs"].get("regular", ()), *table["verbs"].get("doubled", ()), *table["verbs"].get("irregular", ())}
    for group in VERB_GROUP.findall(text):
        yield from (f"{where}: unknown verb '{verb}'; add it to verbs.toml" for verb in group.split("|") if verb not in verbs)


def _measure_faults(where: str, variant: str, text: str, slots: Mapping[str, Any]) -> Iterator[str]:
    measured = [name for name in SLOT.findall(text) if slots.get(name, {}).get("measured")]
    if variant == "plain" and measured:
        yield f"{where}: the measured slot [{measured[0]}] may not stand in the variant without numbers"
    if variant == "text" and not measured:
        yield f"{where}: no measured slot"


def _slot_faults(slots: Mapping[str, Any]) -> Iterator[str]:
    for name, row in slots.items():
        for key in ("hint", "sample"):
            if not isinstance(row.get(key), str) or not row[key].strip():
                yield f"slots.{name}: '{key}' is missing"
        if row.get("measured") and not NUMBER.search(str(row.get("sample"))):
            yield f"slots.{name}: the sample of a measured slot holds no number"


def _verb_faults(verbs: Mapping[str, Any]) -> Iterator[str]:
    absent = [key for key in ("regular", "doubled", "irregular") if key not in verbs]
    yield from (f"verbs.{key}: this list is missing" for key in absent)
    if not absent:
        bases = [*verbs["regular"], *verbs["doubled"], *verbs["irregular"]]
        yield from (f"verbs: '{base}' stands in two lists" for base in dict.fromkeys(bases) if bases.count(base) > 1)


def _profile_faults(
    rows: Mapping[str, list[dict[str, Any]]], clauses: Mapping[str, Any], known: Mapping[str, Requirement]
) -> Iterator[str]:
    yield from (f"{name}: the profile has no such requirement" for name in rows if name not in known)
    yield from (f"clauses.{name}: the profile has no such requirement" for name in clauses if name not in {*known, "measured-result"})
    yield from (f"{name}: the phrasebook has no drafts for this requirement" for name in known if name not in rows)
    for name, requirement in known.items():
        if requirement.kind is not RequirementKind.QUALIFICATION:
            yield from (
                f"{name}, draft {number}: no verb begins it"
                for number, row in enumerate(rows.get(name, ()), start=1)
                if not str(row.get("text", "{")).startswith("{")
            )
