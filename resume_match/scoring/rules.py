"""The patterns of a profile, indexed by what they name, so that cost does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from resume_match.lexicon.concepts import broader_of
from resume_match.lexicon.verbs import families_of_verb, inflected_verbs
from resume_match.model import Actor, Mention, Requirement, RoleProfile, StatementKind, Strength
from resume_match.patterns import DEFAULT_CONTEXTS, Atom, Part, Pattern, parse_pattern


@dataclass(frozen=True, slots=True)
class Check:
    """An atom made ready: names to meet, as sets."""

    families: frozenset[str]
    concepts: frozenset[str]
    least: int
    direct: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A part made ready: its checks, what the phrase may stand in, and names of which it has one where it meets the part at all."""

    checks: tuple[Check, ...]
    contexts: frozenset[StatementKind]
    names: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pattern of one requirement, as written and made ready, and the strength of the evidence that it makes. Compared by identity.

    `families` are those of the first deed that it asks for: a phrase without any of them needs no closer look.
    """

    requirement_id: str
    strength: Strength
    source: str
    clauses: tuple[Clause, ...]
    families: frozenset[str]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a profile: `by_name` leads from what a phrase stands in, and a concept or family, to the rules that need both."""

    by_name: dict[StatementKind, dict[str, tuple[Rule, ...]]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a phrase says, as sets; `beside` are the concepts of all phrases of its list, whose commas part them, else its own."""

    mention: Mention
    concepts: frozenset[str]
    families: frozenset[str]
    acted_on: frozenset[str]
    beside: frozenset[str]


class Told(NamedTuple):
    """The phrases of a statement that count, and all that they name together."""

    phrases: tuple[Facts, ...] = ()
    names: frozenset[str] = frozenset()


def compile_rules(profile: RoleProfile) -> RuleBook:
    """The rules of a profile's terms and patterns; ValueError where a pattern cannot be read (load_profile has checked them)."""
    by_name: dict[StatementKind, dict[str, list[Rule]]] = {kind: defaultdict(list) for kind in StatementKind}
    for requirement in profile.requirements:
        for strength, pattern in _patterns(requirement):
            clauses = tuple(_clause(part) for part in pattern.parts)
            families = next((check.families for check in clauses[0].checks if check.families and not check.negated), frozenset())
            rule = Rule(requirement.id, strength, pattern.source, clauses, families)
            for kind in rule.clauses[0].contexts:
                for name in _anchors(pattern.parts[0]):
                    by_name[kind][name].append(rule)
    return RuleBook({kind: {name: tuple(rules) for name, rules in named.items()} for kind, named in by_name.items()})


def _patterns(requirement: Requirement) -> Iterable[tuple[Strength, Pattern]]:
    anywhere = (*DEFAULT_CONTEXTS, StatementKind.TITLE, StatementKind.EDUCATION)
    for term in requirement.terms:
        yield Strength.EXPLICIT, Pattern(f'"{term}"', (Part((Atom(concepts=(f'"{term}"',)),), anywhere),))
    for strength, patterns in ((Strength.EXPLICIT, requirement.explicit), (Strength.PARTIAL, requirement.partial)):
        for pattern in patterns:
            yield strength, parse_pattern(pattern)


def _clause(part: Part) -> Clause:
    checks = (Check(frozenset(atom.families), frozenset(atom.concepts), atom.least, atom.direct, atom.negated) for atom in part.atoms)
    return Clause(tuple(checks), frozenset(part.contexts), frozenset(_anchors(part)))


def _anchors(part: Part) -> tuple[str, ...]:
    """The names of the first condition that a phrase must meet: one of them is always among its facts."""
    wanted = [atom for atom in part.atoms if not atom.negated]
    named = next((atom for atom in wanted if atom.concepts), wanted[0])
    return named.concepts or named.families


def facts_of(mention: Mention, listed: frozenset[str] = frozenset()) -> Facts:
    """What a phrase says, made ready for matching; `listed` are the concepts of the list that it may be an entry of."""
    families, concepts = frozenset(mention.verbs), frozenset(mention.concepts)
    beside = concepts | listed if mention.stands_in is StatementKind.LISTED else concepts
    return Facts(mention, concepts | families, families, frozenset(mention.acted_on), beside)


def listed_in(counting: Iterable[Mention]) -> frozenset[str]:
    """The concepts of all entries of a list, of those phrases of a statement that count."""
    return frozenset([name for one in counting if one.stands_in is StatementKind.LISTED for name in one.concepts])


def matching_rules(
    book: RuleBook, facts: Facts, statement: Told, known: Mapping[str, Strength], *, held: dict[Rule, bool]
) -> list[Rule]:
    """The rules that a phrase meets, with what its `statement` tells beside it for patterns of several parts.

    A rule that adds nothing to the strongest evidence `known` of its requirement is not tried. `held` keeps, for the phrases of one
    statement, of which rules the further parts hold in it.
    """
    mention = facts.mention
    named = book.by_name[mention.stands_in]
    called = dict.fromkeys(chain.from_iterable([named[name] for name in (*mention.concepts, *mention.verbs) if name in named]))
    return [
        rule
        for rule in called
        if not (rule.families and rule.families.isdisjoint(facts.families))
        and adds(rule.strength, known.get(rule.requirement_id))
        and _holds(rule.clauses[0], facts)
        and (len(rule.clauses) == 1 or _rest_holds(rule, statement, held))
    ]


def adds(strength: Strength, known: Strength | None) -> bool:
    """Whether evidence of a strength adds to the strongest that is known."""
    return known is None or (known is Strength.PARTIAL and strength is Strength.EXPLICIT)


def told(rule: Rule, facts: Facts) -> str:
    """What a phrase names of a rule, in words: "own product plan"; "function, twice or more"; "decide; evidence first" of two parts."""
    said = []
    for check in rule.clauses[0].checks:
        if check.negated:
            continue
        family = _deed_meant(facts.mention, check.families)
        concept = next((name for name in (*facts.mention.concepts, *facts.mention.verbs) if name in check.concepts), "")
        words = " ".join(name.replace("-", " ") for name in (family, concept) if name)
        said.append(f"{words or ', '.join(sorted(check.concepts))}{', twice or more' if check.least > 1 else ''}")
    asked = (check for clause in rule.clauses[1:] for check in clause.checks if not check.negated and len(check.concepts) == 1)
    said += [name.replace("-", " ") for check in asked for name in check.concepts]
    return "; ".join(dict.fromkeys(said))


def _deed_meant(mention: Mention, families: frozenset[str]) -> str:
    """The deed as the phrase has it ("establish"), where it is of one of the families; a family's name where it is told by a noun."""
    held = next((name for name in mention.verbs if name in families), "")
    words = mention.action.text.lower().split() if held and mention.action else []
    lemmas = (verb.lemma for word in words for verb in inflected_verbs().get(word, ()))
    return next((lemma for lemma in lemmas if not families.isdisjoint(families_of_verb().get(lemma, ()))), held)


def counts(mention: Mention) -> bool:
    """Whether a phrase can be evidence at all: not absent, not wished for, and the applicant's own."""
    return not (mention.negated or mention.wished or mention.actor is not Actor.APPLICANT)


def _rest_holds(rule: Rule, statement: Told, held: dict[Rule, bool]) -> bool:
    if rule not in held:
        held[rule] = all(_anywhere(clause, statement) for clause in rule.clauses[1:])
    return held[rule]


def _anywhere(clause: Clause, statement: Told) -> bool:
    return not clause.names.isdisjoint(statement.names) and any(_holds(clause, facts) for facts in statement.phrases)


def _holds(clause: Clause, facts: Facts) -> bool:
    if facts.mention.stands_in not in clause.contexts:
        return False
    for check in clause.checks:  # a plain loop: this runs for every phrase and every rule that its words call up
        met = not (check.families and check.families.isdisjoint(facts.families)) and not (
            check.concepts and check.concepts.isdisjoint(facts.acted_on if check.direct else facts.concepts)
        )
        if met and check.least > 1:
            met = _narrower(check.concepts, facts) >= check.least
        if met is check.negated:
            return False
    return True


def _narrower(broad: frozenset[str], facts: Facts) -> int:
    """How many different concepts that imply one of `broad` the phrase names; in a list the whole list.

    What another named concept implies is not counted beside it: "product managers" are not a team as well.
    """
    found = {name for name in facts.beside if not broad.isdisjoint(broader_of(name))}
    return len(found - {broader for name in found for broader in broader_of(name)})
