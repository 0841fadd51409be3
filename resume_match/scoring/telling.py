"""The telling words of a requirement's text, by which requirements that nobody curated are matched.

Each content word is a unit of some weight that is met by the word itself, by a concept that the text names there, or, for a verb, by its
family: "Manage a budget" is met by "owned the P&L". A phrase matches by the share of the weight that it holds; words that many
requirements share weigh less, and a verb alone meets nothing ("managed budgets" does not touch "manage a team").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resume_match.extraction import Extractor
from resume_match.extraction.finding import Found
from resume_match.extraction.pieces import Piece, Range
from resume_match.extraction.pipeline import analyze
from resume_match.extraction.words import Word
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.concepts import forms_of
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import families_of_verb, first_verbs
from resume_match.model import Requirement, RequirementKind, RoleProfile, StatementKind
from resume_match.patterns import literals
from resume_match.scoring.lists import names_a_credential, read_lists

STEM = 5  # letters that two words of one family share


@dataclass(frozen=True, slots=True)
class Unit:
    """One content word: its weight, the facts that meet it, whether it is an action, and whether many requirements share it."""

    word: str
    weight: float
    facts: frozenset[str]
    action: bool
    generic: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """The telling words of one requirement; `curated` where the profile has patterns or terms for it.

    `named` are the units of a list that is all asked for ("SQL and Python"): the whole file has to show them, one alone is a part.
    `joined` are pairs of units that make one thing ("risk assessment"): one of them alone is a part.
    """

    requirement_id: str
    kind: RequirementKind
    units: tuple[Unit, ...]
    curated: bool
    named: frozenset[str] = frozenset()
    joined: tuple[frozenset[str], ...] = ()


def profile_phrases(profile: RoleProfile) -> tuple[str, ...]:
    """The words and phrases that a vocabulary needs beyond the lexicon's to read this profile, each once, in order."""
    phrases: list[str] = []
    for requirement in profile.requirements:
        phrases.extend(requirement.terms)
        phrases.extend(literals((*requirement.explicit, *requirement.partial)))
        phrases.extend(content_words(requirement.text))
        phrases.extend(re.findall(r"(?<= )\d+\b", requirement.text))
    return tuple(dict.fromkeys(phrases))


def content_words(text: str) -> list[str]:
    """The words of a text that carry meaning, each in its singular."""
    return [singular(word) for word in written_words(text)]


def written_words(text: str) -> list[str]:
    """The words of a text that carry meaning, as they stand there."""
    known = grammar()
    return [word for word in re.findall(r"[^\W\d_][\w+#.]*[\w+#]|[A-Z]", text) if word.lower() not in known.stop_words]


def singular(word: str) -> str:
    """A plural in -s without it; other words as they are."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "sis", "us")) else word


def compile_wordings(profile: RoleProfile, extractor: Extractor) -> tuple[Wording, ...]:
    """The wording of every requirement of a profile, in its order."""
    return tuple(_wording(requirement, extractor) for requirement in profile.requirements)


def _wording(requirement: Requirement, extractor: Extractor) -> Wording:
    """The phrases that the lexicon knows, whole, and the other content words, one by one; what is acted on first weighs most."""
    read = analyze(extractor.nlp, requirement.text, StatementKind.PROSE)
    words, forms, pieces = read.words, read.forms, read.pieces
    actions = [piece for piece in pieces if piece.action and not piece.action.noun]
    acting = frozenset(index for piece in actions if piece.action for index in range(piece.action.first, piece.action.last))
    head = _head(pieces, words) - _bracketed(words)
    units: dict[str, Unit] = {}
    places: dict[Range, str] = {}
    for first, last in _phrases(words, forms):
        phrase = words[first:last]
        name = " ".join(word.lower for word in phrase)
        content = [literal for word in phrase for literal in content_words(word.text)] or _number_of(words, first)
        if not content:
            continue
        places[first, last] = name
        if name in units:
            continue
        facts = {form.id for form in forms if (form.first, form.last) == (first, last) and not form.verb and _stands_for(form.id, phrase)}
        if last - first == 1:
            facts |= {f'"{content[0]}"'} | (_families(phrase[0]) if first in acting else set())
        units[name] = _unit(name, frozenset(facts), action=first in acting and last - first == 1, in_head=first in head)
    if names_a_credential(words, tuple(places), forms):
        units = {name: _as_generic(unit) if name in calibration().wording_credentials else unit for name, unit in units.items()}
    listed = read_lists(words, tuple(place for place, name in places.items() if not units[name].generic), forms, acting)
    for one_of, names in listed.enough:
        enough = frozenset[str]().union(*(units[places[place]].facts for place in one_of))
        units.update({places[place]: replace(units[places[place]], facts=units[places[place]].facts | enough) for place in names})
    does = any(unit.action and not unit.generic for unit in units.values())
    named = frozenset(places[place] for place in listed.all) if not does else frozenset[str]()
    return Wording(
        requirement.id,
        requirement.kind,
        tuple(unit for unit in units.values() if not named or unit.word in named),
        bool(requirement.terms or requirement.explicit or requirement.partial),
        named,
        _joined(units, places, head) if not named else (),
    )


def _as_generic(unit: Unit) -> Unit:
    return replace(unit, weight=unit.weight * calibration().generic_weight, generic=True)


def _joined(units: Mapping[str, Unit], places: Mapping[Range, str], head: frozenset[int]) -> tuple[frozenset[str], ...]:
    """The pairs of telling words of what is acted on first that stand side by side."""
    telling = {place: name for place, name in places.items() if place[0] in head and not units[name].action and not units[name].generic}
    return tuple(frozenset((one, two)) for at, one in telling.items() for to, two in telling.items() if at[1] == to[0])


def _number_of(words: tuple[Word, ...], at: int) -> list[str]:
    """A number that belongs to the name before it: "ISO 14001", "Level 7"."""
    before = words[at - 1].text if at else ""
    return [words[at].text] if words[at].text.isdigit() and (before.isupper() or before.lower() in calibration().wording_numbered) else []


def _unit(name: str, facts: frozenset[str], *, action: bool, in_head: bool) -> Unit:
    known = calibration()
    generic = _is_generic(name)
    weight = (known.verb_weight if action else 1.0) * (known.generic_weight if generic else 1.0) * (1.0 if in_head else known.tail_weight)
    return Unit(name, weight, facts, action, generic)


def _head(pieces: tuple[Piece, ...], words: tuple[Word, ...]) -> frozenset[int]:
    """The words of the first action and what it acts on; all words where nobody acts. What follows says where, with whom or to what end.

    "Work with pilots to plan berths" asks for planning berths.
    """
    actions = [(piece, piece.action) for piece in pieces if piece.action and not piece.action.noun]
    if not actions:
        return frozenset(range(len(words)))
    telling = ((piece, action) for piece, action in actions if words[action.first].lower not in calibration().preparing_verbs)
    piece, first = next(telling, actions[0])
    acted_on = piece.object or piece.scope or (first.last, len(words))
    return frozenset((*range(first.first, first.last), *range(*acted_on)))


def _bracketed(words: tuple[Word, ...]) -> frozenset[int]:
    """The words in brackets: examples, which say less than what they exemplify."""
    depth, found = 0, []
    for index, word in enumerate(words):
        depth += (word.text == "(") - (word.text == ")")
        if depth > 0:
            found.append(index)
    return frozenset(found)


def _phrases(words: tuple[Word, ...], forms: tuple[Found, ...]) -> list[Range]:
    """The text cut into the longest phrases that the lexicon knows, and single words between them."""
    cuts: list[Range] = []
    at = 0
    while at < len(words):
        longest = max((form.last for form in forms if form.first == at and not form.verb and _is_whole(words, form)), default=at + 1)
        cuts.append((at, longest))
        at = longest
    return cuts


def _is_whole(words: tuple[Word, ...], form: Found) -> bool:
    """Whether a form is what its words mean, and neither begins nor ends in a small word ("from concept to")."""
    small = grammar().stop_words | grammar().prepositions
    whole = words[form.first].lower not in small and words[form.last - 1].lower not in small
    return whole and _stands_for(form.id, words[form.first : form.last])


def _stands_for(concept_id: str, phrase: Sequence[Word]) -> bool:
    """Whether a concept that the text names here is what it means: its id shares a telling word's stem ("engineers", "engineering").

    None that the end of the phrase names as well: "analysis" is more than "data analysis" asks for.
    """
    telling = [word for word in phrase if not _is_generic(word.lower)] or phrase
    if not any(part.startswith(word.lower[:STEM]) for word in telling for part in concept_id.split("-")):
        return False
    return not any(_leaves_out(telling, form) for form in forms_of(concept_id))


def _leaves_out(words: Sequence[Word], form: tuple[str, ...]) -> bool:
    """Whether a form is the end of these words, and leaves out a telling one."""
    size = len(form)
    ends = 0 < size < len(words) and all(key in word.keys for word, key in zip(words[-size:], form, strict=True))
    return ends and not all(_is_generic(word.lower) for word in words[:-size])


def _is_generic(word: str) -> bool:
    """Whether many requirements share a word."""
    return not calibration().generic_words.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})


def _families(word: Word) -> set[str]:
    """The verb families that a verb stands for: those it is among the first to be named in."""
    return {family for verb in word.verbs for family in families_of_verb().get(verb.lemma, ()) if verb.lemma in first_verbs(family)}
