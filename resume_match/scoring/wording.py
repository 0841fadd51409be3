"""The telling words of a requirement's text: how requirements that nobody curated are matched, and how near a miss came.

Each content word is a unit of some weight that is met by the word itself, by a concept that the text names there, or, for a verb, by its
family: "Manage a budget" is met by "owned the P&L". A phrase matches by the share of the weight that it holds; words that many
requirements share weigh less, and a verb alone meets nothing ("managed budgets" does not touch "manage a team").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resume_match.extraction import Extractor
from resume_match.extraction.finding import Found
from resume_match.extraction.pieces import Piece, Range
from resume_match.extraction.pipeline import analyze
from resume_match.extraction.words import Word
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import families_of_verb, first_verbs
from resume_match.model import Mention, Requirement, RequirementKind, RoleProfile, StatementKind, Strength
from resume_match.patterns import literals

_STEM = 5  # letters that two words of one family share


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
    """The telling words of one requirement; `curated` where the profile has patterns or terms for it."""

    requirement_id: str
    kind: RequirementKind
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
    """The words of a text that carry meaning, each in its singular."""
    return [_singular(word) for word in _written_words(text)]


def _written_words(text: str) -> list[str]:
    """The words of a text that carry meaning, as they stand there."""
    known = grammar()
    return [word for word in re.findall(r"[^\W\d_][\w+#.]*[\w+#]|[A-Z]", text) if word.lower() not in known.stop_words]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "sis", "us")) else word


def compile_wordings(profile: RoleProfile, extractor: Extractor) -> tuple[Wording, ...]:
    """The wording of every requirement of a profile, in its order."""
    return tuple(
        Wording(
            requirement.id,
            requirement.kind,
            _units(requirement, extractor),
            bool(requirement.terms or requirement.explicit or requirement.partial),
        )
        for requirement in profile.requirements
    )


def _units(requirement: Requirement, extractor: Extractor) -> tuple[Unit, ...]:
    """The phrases that the lexicon knows, whole, and the other content words, one by one; what is acted on first weighs most."""
    read = analyze(extractor.nlp, requirement.text, StatementKind.PROSE)
    words, forms, pieces = read.words, read.forms, read.pieces
    actions = [piece for piece in pieces if piece.action and not piece.action.noun]
    acting = {index for piece in actions if piece.action for index in range(piece.action.first, piece.action.last)}
    head = _head(pieces, words) - _bracketed(words)
    units: dict[str, Unit] = {}
    for first, last in _phrases(words, forms):
        phrase = words[first:last]
        name = " ".join(word.lower for word in phrase)
        content = [literal for word in phrase for literal in _content_words(word.text)]
        if not content or name in units:
            continue
        facts = {form.id for form in forms if (form.first, form.last) == (first, last) and not form.verb and _stands_for(form.id, phrase)}
        if last - first == 1:
            facts |= {f'"{content[0]}"'} | (_families(phrase[0]) if first in acting else set())
        units[name] = _unit(name, frozenset(facts), action=first in acting and last - first == 1, in_head=first in head)
    return tuple(units.values())


def _unit(name: str, facts: frozenset[str], *, action: bool, in_head: bool) -> Unit:
    known = calibration()
    generic = name in known.generic_words or name.removesuffix("s") in known.generic_words or name.removesuffix("es") in known.generic_words
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
    """Whether a concept that the text names here is what it means: its id shares a telling word's stem ("engineers", "engineering")."""
    telling = [word for word in phrase if word.lower not in calibration().generic_words] or phrase
    return any(part.startswith(word.lower[:_STEM]) for word in telling for part in concept_id.split("-"))


def _families(word: Word) -> set[str]:
    """The verb families that a verb stands for: those it is among the first to be named in."""
    return {family for verb in word.verbs for family in families_of_verb().get(verb.lemma, ()) if verb.lemma in first_verbs(family)}


def match_wording(wording: Wording, mention: Mention) -> tuple[float, tuple[str, ...]]:
    """The share (0 to 1) of a wording's weight that a phrase holds, and the words that it meets; 0 where it meets only a verb.

    Titles and education lines are no deeds and no skills: they meet qualifications only.
    """
    if mention.stands_in in (StatementKind.TITLE, StatementKind.EDUCATION) and wording.kind is not RequirementKind.QUALIFICATION:
        return 0.0, ()
    met = _met(wording, mention)
    share = _share(wording, met)
    return share, tuple(unit.word for unit in met) if share else ()


def _met(wording: Wording, mention: Mention) -> list[Unit]:
    """The units that a phrase meets. It tells one deed, so of several verbs ("define, execute and prioritize") it meets the weightiest."""
    facts = frozenset((*mention.concepts, *mention.verbs))
    met = [unit for unit in wording.units if facts & unit.facts]
    deed = max((unit for unit in met if unit.action), key=lambda unit: unit.weight, default=None)
    return [unit for unit in met if not unit.action or unit is deed]


def _share(wording: Wording, met: Sequence[Unit]) -> float:
    """The share of a wording's weight that the met units have; 0 where only verbs are met, or only words that many requirements share."""
    total = sum(unit.weight for unit in wording.units)
    things = [unit for unit in wording.units if not unit.action]
    telling = [unit for unit in things if not unit.generic]
    if not total or any(asked and not any(unit in met for unit in asked) for asked in (things, telling)):
        return 0.0
    return sum(unit.weight for unit in met) / total


def strength_of(wording: Wording, share: float, words: Sequence[str]) -> Strength | None:
    """What a share of the telling words is worth; the share and the words are those of `match_wording`.

    One word of a sentence is no more than a touch of it ("consistency" of "consistency and quality in the user experience"), and so is all
    that does not hold what is acted on first: "features" of "Define the roadmap and prioritize features".
    """
    known = calibration()
    if share < known.wording_partial:
        return None
    acted_on = [unit for unit in wording.units if not unit.action and unit.weight == 1.0]
    touches = len(words) == 1 and len(wording.units) >= known.wording_sentence
    aside = bool(acted_on) and not any(unit.word in words for unit in acted_on)
    return Strength.PARTIAL if touches or aside or share < known.wording_explicit else Strength.EXPLICIT


def nearest_mention(wording: Wording, mentions: Iterable[Mention], text: str) -> tuple[Mention, tuple[str, ...]] | None:
    """The phrase of `text` that shares most with a wording, the first of equals, and the words shared, as they stand there; or None.

    Only what a reader can see counts: a word that is met by a concept alone ("record" by "validation") would look like no likeness.
    """
    best: tuple[float, Mention, tuple[str, ...]] | None = None
    for mention in mentions:
        least = calibration().nearest if best is None else best[0]
        if match_wording(wording, mention)[0] < least:
            continue
        said = _each_once(_written_words(text[mention.span.start : mention.span.end]))
        seen = {unit: found for unit in _met(wording, mention) if (found := _standing_in(unit, said))}
        share = _share(wording, tuple(seen))
        if share >= least and (best is None or share > best[0]):
            shared = frozenset(word for found in seen.values() for word in found)
            best = (share, mention, tuple(word for word in said if word in shared))
    return (best[1], best[2]) if best else None


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    """The words in order, the first of those that differ only in case or number ("Product", "products")."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(_singular(word.lower()), word)
    return tuple(first.values())


def _standing_in(unit: Unit, said: Iterable[str]) -> tuple[str, ...]:
    """Those words of a phrase that are words of a unit, or of their family ("analyses" and "analysis")."""
    asked = [word.lower() for word in _content_words(unit.word)]
    return tuple(word for word in said if any(_are_family(_singular(word.lower()), other) for other in asked))


def _are_family(word: str, other: str) -> bool:
    return word == other or (len(word) >= _STEM and word[:_STEM] == other[:_STEM])
