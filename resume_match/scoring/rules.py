"""The patterns of a profile, indexed by what they name, so that cost does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from resume_match.lexicon.concepts import broader_of
from resume_match.model import Actor, Mention, Requirement, RoleProfile, StatementKind, Strength
from resume_match.patterns import DEFAULT_CONTEXTS, Atom, Part, Pattern, parse_pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of one requirement, and the strength of the evidence that it makes."""

    requirement_id: str
    strength: Strength
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a profile: `by_name` leads from a concept or family to the rules that cannot hold without it."""

    by_name: dict[str, tuple[Rule, ...]]


def compile_rules(profile: RoleProfile) -> RuleBook:
    """The rules of a profile's terms and patterns; ValueError where a pattern cannot be read (load_profile has checked them)."""
    by_name: dict[str, list[Rule]] = defaultdict(list)
    for requirement in profile.requirements:
        for rule in _rules(requirement):
            for name in _anchors(rule.pattern.parts[0]):
                by_name[name].append(rule)
    return RuleBook({name: tuple(rules) for name, rules in by_name.items()})


def _rules(requirement: Requirement) -> Iterable[Rule]:
    for term in requirement.terms:
        words = (Atom(concepts=(f'"{term}"',)),)
        yield Rule(
            requirement.id,
            Strength.EXPLICIT,
            Pattern(f'"{term}"', (Part(words, (*DEFAULT_CONTEXTS, StatementKind.TITLE, StatementKind.EDUCATION)),)),
        )
    for strength, patterns in ((Strength.EXPLICIT, requirement.explicit), (Strength.PARTIAL, requirement.partial)):
        for pattern in patterns:
            yield Rule(requirement.id, strength, parse_pattern(pattern))


def _anchors(part: Part) -> tuple[str, ...]:
    """The names of the first condition that a phrase must meet: one of them is always among its facts."""
    wanted = [atom for atom in part.atoms if not atom.negated]
    named = next((atom for atom in wanted if atom.concepts), wanted[0])
    return named.concepts or named.families


def matching_rules(book: RuleBook, mention: Mention, statement: tuple[Mention, ...]) -> list[Rule]:
    """The rules that a phrase meets, with the other phrases of its statement for patterns of several parts and for counts in lists."""
    tried = dict.fromkeys(rule for name in (*mention.concepts, *mention.verbs) for rule in book.by_name.get(name, ()))
    if not tried:
        return []
    listed = _listed_concepts(mention, statement)
    return [
        rule
        for rule in tried
        if _holds(rule.pattern.parts[0], mention, listed) and all(_anywhere(part, statement) for part in rule.pattern.parts[1:])
    ]


def counts(mention: Mention) -> bool:
    """Whether a phrase can be evidence at all: not absent, not wished for, and the applicant's own."""
    return not (mention.negated or mention.wished or mention.actor is not Actor.APPLICANT)


def _listed_concepts(mention: Mention, statement: tuple[Mention, ...]) -> tuple[str, ...]:
    """What counts towards "at least two": the phrase's own concepts; in a list, whose commas part its phrases, those of the whole list."""
    if mention.stands_in is not StatementKind.LISTED:
        return mention.concepts
    return tuple(concept for other in statement if counts(other) for concept in other.concepts)


def _anywhere(part: Part, statement: tuple[Mention, ...]) -> bool:
    return any(_holds(part, mention, mention.concepts) for mention in statement if counts(mention))


def _holds(part: Part, mention: Mention, countable: tuple[str, ...]) -> bool:
    return mention.stands_in in part.contexts and all(_meets(atom, mention, countable) is not atom.negated for atom in part.atoms)


def _meets(atom: Atom, mention: Mention, countable: tuple[str, ...]) -> bool:
    if atom.families and not any(family in mention.verbs for family in atom.families):
        return False
    if not atom.concepts:
        return True
    if atom.least == 1:
        return any(concept in mention.concepts or concept in mention.verbs for concept in atom.concepts)
    return len({name for name in countable if any(broad in broader_of(name) for broad in atom.concepts)}) >= atom.least
