"""How much of a requirement's telling words a phrase holds: how those that nobody curated are matched, and how near a miss came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resume_match.lexicon.calibration import calibration
from resume_match.model import Mention, RequirementKind, StatementKind, Strength
from resume_match.scoring.telling import STEM, Unit, Wording, content_words, singular, written_words


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
    met = [unit for unit in wording.units if not facts.isdisjoint(unit.facts)]
    deed = max((unit for unit in met if unit.action), key=lambda unit: unit.weight, default=None)
    return [unit for unit in met if not unit.action or unit is deed]


def _share(wording: Wording, met: Sequence[Unit]) -> float:
    """The share of a wording's weight that the met units have; 0 where only verbs are met, or only words that many requirements share."""
    if not met:
        return 0.0
    total = sum(unit.weight for unit in wording.units)
    things = [unit for unit in wording.units if not unit.action]
    telling = [unit for unit in things if not unit.generic]
    if not total or any(asked and not any(unit in met for unit in asked) for asked in (things, telling)):
        return 0.0
    return sum(unit.weight for unit in met) / total


def shown_in_full(wordings: Iterable[Wording], mentions: Iterable[Mention]) -> frozenset[str]:
    """The ids of the requirements that list names, all of which some phrase has."""
    listing = [wording for wording in wordings if wording.named]
    if not listing:
        return frozenset()
    facts = frozenset(name for mention in mentions for name in mention.concepts)
    return frozenset(wording.requirement_id for wording in listing if all(facts & unit.facts for unit in wording.units))


def strength_of(wording: Wording, share: float, words: Sequence[str]) -> Strength | None:
    """What a share of the telling words is worth; the share and the words are those of `match_wording`.

    One word of a sentence is no more than a touch of it ("consistency" of "consistency and quality in the user experience"), and so is all
    that does not hold what is acted on first: "features" of "Define the roadmap and prioritize features".
    """
    known = calibration()
    if wording.named:
        return Strength.PARTIAL if words else None
    if share < known.wording_partial:
        return None
    acted_on = [unit for unit in wording.units if not unit.action and unit.weight == 1.0]
    touches = len(words) == 1 and len(wording.units) >= known.wording_sentence
    aside = bool(acted_on) and not any(unit.word in words for unit in acted_on)
    halves = any(len(pair.intersection(words)) == 1 for pair in wording.joined)
    return Strength.PARTIAL if touches or aside or halves or share < known.wording_explicit else Strength.EXPLICIT


def nearest_mention(wording: Wording, mentions: Iterable[Mention], text: str) -> tuple[Mention, tuple[str, ...]] | None:
    """The phrase of `text` that shares most with a wording, the first of equals, and the words shared, as they stand there; or None.

    Only what a reader can see counts: a word that is met by a concept alone ("record" by "validation") would look like no likeness.
    """
    best: tuple[float, Mention, tuple[str, ...]] | None = None
    for mention in mentions:
        least = calibration().nearest if best is None else best[0]
        if match_wording(wording, mention)[0] < least:
            continue
        said = _each_once(written_words(text[mention.span.start : mention.span.end]))
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
        first.setdefault(singular(word.lower()), word)
    return tuple(first.values())


def _standing_in(unit: Unit, said: Iterable[str]) -> tuple[str, ...]:
    """Those words of a phrase that are words of a unit, or of their family ("analyses" and "analysis")."""
    asked = [word.lower() for word in content_words(unit.word)]
    return tuple(word for word in said if any(_are_family(singular(word.lower()), other) for other in asked))


def _are_family(word: str, other: str) -> bool:
    return word == other or (len(word) >= STEM and word[:STEM] == other[:STEM])
