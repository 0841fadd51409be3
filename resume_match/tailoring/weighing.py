"""The lines that ask, turned into the requirements of a profile: base requirements weighed anew, the others added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from resume_match.lexicon import read_table
from resume_match.lexicon.postings import patterns_showing
from resume_match.lexicon.work import folded
from resume_match.model import Requirement, RequirementKind, RoleProfile
from resume_match.profiles import unique_id
from resume_match.tailoring.asking import Ask, AskKind

_KINDS = {
    AskKind.DUTY: RequirementKind.DUTY,
    AskKind.REQUIREMENT: RequirementKind.SKILL,
    AskKind.KNOCKOUT: RequirementKind.QUALIFICATION,
}
_DIGITS = 4  # of a weight


@dataclass(frozen=True, slots=True)
class MappedAsk:
    """A line that asks, with the ids of the base requirements that it asks for; none where it asks for something else.

    `named` is the short name that it begins with and explains ("UI design chops. You should ..."), if no base requirement is meant by that.
    """

    ask: Ask
    ids: tuple[str, ...]
    named: str = ""


def requirements_of(profile: RoleProfile, mapped: Iterable[MappedAsk]) -> tuple[Requirement, ...]:
    """The base requirements in their order, each weighed by the lines that ask for it, and after them those that only the posting has."""
    mapped = tuple(mapped)
    kinds = {requirement.id: requirement.kind for requirement in profile.requirements}
    asking = {identity: [one for one in mapped if identity in one.ids] for identity in kinds}
    weighed = tuple(_weighed(requirement, asking[requirement.id], kinds) for requirement in profile.requirements)
    unheld = [one for one in mapped if not one.ids or one.named or (one.ask.years is not None and _holder(one, kinds) is None)]
    own = [replace(one.ask, text=one.named) if one.named else one.ask for one in unheld]
    return (*weighed, *_added(own, set(kinds)))


def _holder(one: MappedAsk, kinds: dict[str, RequirementKind]) -> str | None:
    """The one qualification that a line's years belong to; None where the line asks for several or for none."""
    held = [identity for identity in one.ids if kinds[identity] is RequirementKind.QUALIFICATION]
    return held[0] if len(held) == 1 else None


def _weighed(requirement: Requirement, asking: list[MappedAsk], kinds: dict[str, RequirementKind]) -> Requirement:
    table = read_table("postings")["weights"]
    if not asking:
        return replace(requirement, weight=round(requirement.weight * table["unasked"], _DIGITS), origins=())
    asked = min(sum(_strength(one.ask) for one in asking), table["most"])
    held = [one.ask for one in asking if one.ask.years is not None and _holder(one, kinds) == requirement.id]
    years = [ask.years for ask in held if ask.essential and ask.years] or [ask.years for ask in held if ask.years]
    return replace(
        requirement,
        weight=round(requirement.weight * (1 + table["step"] * asked), _DIGITS),
        essential=requirement.essential or any(one.ask.essential for one in asking),
        years=max(years) if years else requirement.years,
        origins=tuple(sorted({one.ask.span for one in asking})),
    )


def _strength(ask: Ask) -> float:
    """How strongly a line asks: by its wording, or 1 where neither it nor its heading is worded. Years alone make no line stronger."""
    table = read_table("postings")["weights"]
    if ask.essential is False:
        return float(table["optional"])
    return float(table["essential"]) if ask.essential and ask.worded else 1.0


def _added(asks: Iterable[Ask], ids: set[str]) -> Iterator[Requirement]:
    """One requirement for each wording that is not the base profile's, in the posting's order."""
    table = read_table("postings")["weights"]
    by_wording: dict[str, list[Ask]] = {}
    for ask in asks:
        by_wording.setdefault(folded(ask.text), []).append(ask)
    taken = set(ids)
    for alike in by_wording.values():
        first = alike[0]
        identity = unique_id(first.text, taken)
        taken.add(identity)
        yield Requirement(
            id=identity,
            kind=_KINDS[first.kind],
            text=first.text,
            weight=round(table["added"] * max(_strength(ask) for ask in alike), _DIGITS),
            essential=any(ask.essential for ask in alike),
            years=max((ask.years for ask in alike if ask.years), default=None),
            explicit=patterns_showing(folded(first.text)),
            origins=tuple(ask.span for ask in alike),
        )
