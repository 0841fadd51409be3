"""What the headings of resumes mean: the kind of section that a line of text announces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.remembering import remembered
from resume_match.model import SectionKind

_JOINTS = re.compile(r"\s*(?:&|\band\b|\bet\b|\bund\b|\by\b|/|\+|\||,|·|•)\s*", re.IGNORECASE)
_NOISE = re.compile(
    r"\([^()]*\)|\b(?:cont(?:inued|'d|’d|\.)|continued)|^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+|[^\w&/+|,·•'’\s-]|_", re.IGNORECASE
)
_COLUMN_WORDS, _CELL_WORDS = 4, 8  # of a column's name, of all in one cell
_LONGEST_COLUMNS = 200  # letters of a line of column names


@dataclass(frozen=True, slots=True)
class HeadingSense:
    """What a heading means; `listed` when the whole wording is known, `weak` when it is also a plain word of lists and labels."""

    kind: SectionKind
    listed: bool
    weak: bool = False


def _squash(text: str) -> str:
    """The letters and digits alone, so that "W O R K  EXPERIENCE", "Work Experience:" and "WORKEXPERIENCE" are one."""
    return re.sub(r"[\W_]+", "", text.casefold().replace("&", "and").replace("/", "and"))


@cache
def _headings() -> dict[str, SectionKind]:
    return {_squash(wording): SectionKind(kind) for kind, wordings in read_table("headings")["headings"].items() for wording in wordings}


def _singular(text: str) -> str:
    """A wording as `_squash` has it, but for the plurals in it: "Academic Qualification" is one of "academic qualifications"."""
    return _squash(re.sub(r"(?<=\w\w[^\W_s])s\b", "", text.casefold()))


@cache
def _singulars() -> dict[str, tuple[SectionKind, bool]]:
    """Wordings without their plurals -> what they mean, and whether a plain word is among them."""
    found: dict[str, tuple[SectionKind, bool]] = {}
    for kind, wordings in read_table("headings")["headings"].items():
        for wording in wordings:
            weak = _squash(wording) in _weak()
            found.setdefault(_singular(wording), (SectionKind(kind), weak))
    return found


@cache
def _words() -> dict[str, SectionKind]:
    return {word: SectionKind(kind) for kind, words in read_table("headings")["words"].items() for word in words}


@cache
def _weak() -> frozenset[str]:
    return frozenset(_squash(word) for word in read_table("headings")["weak"]["words"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(_squash(word) for word in read_table("headings")["labels"]["words"])


@remembered
def is_duty_label(text: str) -> bool:
    """Whether a line only says that the duties of a job follow: "Roles & Responsibilities:"."""
    return len(text) <= 60 and _squash(_NOISE.sub(" ", text)) in _labels()


@cache
def _columns() -> frozenset[str]:
    return frozenset(_squash(word) for word in read_table("headings")["columns"]["words"])


def names_columns(text: str) -> bool:
    """Whether the cells of a line, parted by tabs, all name what stands in the column below: "Degree/Course", "Year of passing", "%".

    Two names may have run into one cell ("Institute Year").
    """
    if "\t" not in text or len(text) > _LONGEST_COLUMNS:
        return False
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    named = [_NOISE.sub(" ", re.sub("[–—-]", "/", cell)) for cell in cells]
    # Of "(%)" nothing is left.
    telling = [words for one in named if (words := [word for part in _JOINTS.split(one) for word in part.split()])]
    return len(cells) > 1 and len(telling) > len(cells) / 2 and all(map(_are_columns, telling))


def _are_columns(words: list[str]) -> bool:
    """Whether words are names of columns, one after the other."""
    if not words:
        return True
    sizes = range(1, min(len(words), _COLUMN_WORDS) + 1)
    return len(words) <= _CELL_WORDS and any(_squash("".join(words[:size])) in _columns() and _are_columns(words[size:]) for size in sizes)


def heading_sense(text: str) -> HeadingSense | None:
    """What the text means as a heading by its listed wording, or part by part; None where any part is unknown."""
    plain = _NOISE.sub(" ", text).strip(" -–—")
    key = _squash(plain)
    if not key or len(plain) > 60:
        return None
    kind = _headings().get(key)
    if kind is not None:
        return HeadingSense(kind, listed=True, weak=key in _weak())
    if one := _singulars().get(_singular(plain)):
        return HeadingSense(one[0], listed=True, weak=one[1])
    parts = [part for part in (_squash(part) for part in _JOINTS.split(plain)) if part]
    kinds = [_headings().get(part) for part in parts]
    known = [kind for kind in kinds if kind is not None]
    if len(parts) > 1 and len(known) == len(parts) and not plain[:1].islower():
        return HeadingSense(_leading(known), listed=True, weak=all(part in _weak() for part in parts))
    return None


def _leading(kinds: list[SectionKind]) -> SectionKind:
    """The kind of a heading of several parts: the first that is more than "other"."""
    return next((kind for kind in kinds if kind is not SectionKind.OTHER), SectionKind.OTHER)


def guessed_kind(text: str) -> SectionKind | None:
    """The kind that an unlisted heading's parts or last word tell ("Payments Product Experience"); None where nothing does."""
    plain = _NOISE.sub(" ", text).strip(" -–—")
    parts = [part for part in _JOINTS.split(plain) if part.strip()]
    keys = [_squash(part) for part in parts]
    listed = [
        kind
        for key in keys
        if (kind := _headings().get(key)) is not None and (key not in _weak() or kind in (SectionKind.SKILLS, SectionKind.OTHER))
    ]
    if any(kind is not SectionKind.OTHER for kind in listed):
        return _leading(listed)
    for part in parts:
        words = re.findall(r"\w+", part.casefold())
        if words and words[-1] in _words():
            return _words()[words[-1]]
    for part in parts:
        for word in re.findall(r"\w+", part.casefold()):
            if word in _words():
                return _words()[word]
    return listed[0] if listed else None
