"""The telling words of a requirement's text: how requirements that nobody curated are matched, and how near a miss came.

Each content word is a unit of some weight that is met by the word itself, by a concept that the text names there, or, for a verb, by its
family: "Manage a budget" is met by "owned the P&L". A phrase matches by the share of the weight that it holds; words that many
requirements share weigh less, and a verb alone meets nothing ("managed budgets" does not touch "manage a team").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resume_match.extraction import Extractor
from resume_match.extraction.pipeline import analyze
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import families_of_verb
from resume_match.model import Mention, Requirement, RoleProfile, Strength
from resume_match.patterns import literals


@dataclass(frozen=True, slots=True)
class Unit:
    """One telling word: its weight, the facts that meet it, and whether it is an action."""

    word: str
    weight: float
    facts: frozenset[str]
    action: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """The telling words of one requirement; `curated` where the profile has patterns or terms for it."""

    requirement_id: str
    units: tuple[Unit, ...]
    curated: bool


def profile_phrases(profile: RoleProfile) -> tuple[str, ...]:
    """The words and phrases that a vocabulary needs beyond the lexicon's to read this profile, each once, in order."""
    phrases: list[str] = []
    for requirement in profile.requirements:
        phrases.extend(requirement.terms)
        phrases.extend(literals((*requirement.explicit, *requirement.partial)))
        phrases.extend(_content_words(requirement.text))
    return tuple(dict.fromkeys(phrases))


def _content_words(text: str) -> list[str]:
    known = grammar()
    return [word for word in re.findall(r"[^\W\d_][\w+#.]*[\w+#]|[A-Z]", text) if word.lower() not in known.stop_words]


def compile_wordings(profile: RoleProfile, extractor: Extractor) -> tuple[Wording, ...]:
    """The wording of every requirement of a profile, in its order."""
    return tuple(
        Wording(requirement.id, _units(requirement, extractor), bool(requirement.terms or requirement.explicit or requirement.partial))
        for requirement in profile.requirements
    )


def _units(requirement: Requirement, extractor: Extractor) -> tuple[Unit, ...]:
    known = calibration()
    words, forms, pieces = analyze(extractor.nlp, requirement.text, listed=False)
    acting = {index for piece in pieces if piece.action and not piece.action.noun for index in range(piece.action.first, piece.action.last)}
    wanted = frozenset(_content_words(requirement.text))
    units: dict[str, Unit] = {}
    for index, word in enumerate(words):
        if word.text not in wanted or word.lower in units:
            continue
        facts = {f'"{word.text}"', *(form.id for form in forms if not form.verb and form.first <= index < form.last)}
        action = index in acting
        if action:
            facts |= {family for verb in word.verbs for family in families_of_verb().get(verb.lemma, ())}
        weight = known.verb_weight if action else 1.0
        if word.lower in known.generic_words or any(key in known.generic_words for key in word.keys):
            weight *= known.generic_weight
        units[word.lower] = Unit(word.text, weight, frozenset(facts), action)
    return tuple(units.values())


def match_wording(wording: Wording, mention: Mention) -> tuple[float, tuple[str, ...]]:
    """The share (0 to 1) of a wording's weight that a phrase holds, and the words that it meets; 0 where it meets only a verb."""
    facts = frozenset((*mention.concepts, *mention.verbs))
    met = [unit for unit in wording.units if facts & unit.facts]
    total = sum(unit.weight for unit in wording.units)
    if not total or all(unit.action for unit in met):
        return 0.0, ()
    return sum(unit.weight for unit in met) / total, tuple(unit.word for unit in met)


def strength_of(share: float) -> Strength | None:
    """What a share of the telling words is worth."""
    known = calibration()
    if share >= known.wording_explicit:
        return Strength.EXPLICIT
    return Strength.PARTIAL if share >= known.wording_partial else None


def nearest_mention(wording: Wording, mentions: Iterable[Mention]) -> tuple[Mention, tuple[str, ...]] | None:
    """The phrase that holds the largest share of a wording, the first of equals, and the words that it holds; None where none holds any."""
    best: tuple[float, Mention, tuple[str, ...]] | None = None
    for mention in mentions:
        share, met = match_wording(wording, mention)
        if share > 0 and (best is None or share > best[0]):
            best = (share, mention, met)
    return (best[1], best[2]) if best else None
