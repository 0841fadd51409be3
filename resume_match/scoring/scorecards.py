"""Passages x scorecards -> points: how far the words of a statement speak for each requirement, beside the patterns that hold in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.scorecards import Scorecard, scorecards
from resume_match.model import Mention, RoleProfile, Strength
from resume_match.scoring.signs import Passage

_TOLD = 4  # signs that a reason names


@dataclass(frozen=True, slots=True)
class ScoreBook:
    """The scorecards of a profile's requirements; `by_sign` leads from a sign to the hundredths of points that it gives.

    Hundredths are whole numbers: their sum does not depend on the order, and is the same on every machine.
    """

    cards: dict[str, Scorecard]
    by_sign: dict[str, tuple[tuple[str, int], ...]]


def compile_scorecards(profile: RoleProfile) -> ScoreBook:
    """The scorecards that a profile's requirements name, indexed by sign."""
    cards = {requirement.id: scorecards()[requirement.scorecard] for requirement in profile.requirements if requirement.scorecard}
    by_sign: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for requirement_id, card in cards.items():
        for sign, points in card.points.items():
            by_sign[sign].append((requirement_id, _hundredths(points)))
    return ScoreBook(cards, {sign: tuple(given) for sign, given in by_sign.items()})


def weigh(book: ScoreBook, passages: Iterable[Passage], patterns: Mapping[str, Strength]) -> dict[str, tuple[float, Passage]]:
    """Requirement id -> the most points that a passage gives it, and that passage; of equal ones the first.

    `patterns` are the strongest patterns that hold in the statement. 0.0 and more is what a careful reader would tick.
    """
    best: dict[str, tuple[int, Passage]] = {}
    for passage in passages:
        totals = dict.fromkeys(book.cards, 0)
        for sign in passage.signs:
            for requirement_id, points in book.by_sign.get(sign, ()):
                totals[requirement_id] += points
        for requirement_id, total in totals.items():
            if requirement_id not in best or total > best[requirement_id][0]:
                best[requirement_id] = total, passage
    return {
        requirement_id: ((total + _given(book.cards[requirement_id], patterns.get(requirement_id))) / 100, passage)
        for requirement_id, (total, passage) in best.items()
    }


def _given(card: Scorecard, pattern: Strength | None) -> int:
    """What a statement starts from, in hundredths, with what it gets for a pattern."""
    return _hundredths(card.base) + (_hundredths(card.patterns[pattern]) if pattern else 0)


def _hundredths(points: float) -> int:
    return round(points * 100)


def judged(points: float, pattern: Strength | None) -> Strength | None:
    """The strength of evidence with so many points, where the strongest pattern that holds is `pattern`."""
    if points >= 0.0:
        return Strength.EXPLICIT
    if pattern is not None or points >= calibration().scorecard_partial:
        return Strength.PARTIAL
    return None


def strongest_signs(card: Scorecard, signs: frozenset[str], *, against: bool = False) -> str:
    """The signs that speak most for a requirement, or against it, as a reason names them: '"streamline" +0.9, process +0.5'."""
    sense = -1.0 if against else 1.0
    given = sorted((-sense * card.points[sign], sign) for sign in signs if sense * card.points.get(sign, 0.0) > 0)
    return ", ".join(f"{sign.replace('-', ' ')} {-sense * points:+.1f}" for points, sign in given[:_TOLD])


def telling_phrase(card: Scorecard, passage: Passage) -> Mention:
    """The phrase of a passage whose deed and concepts have most points; of equal ones the first."""
    return max(passage.phrases, key=lambda mention: sum(card.points.get(name, 0.0) for name in (*mention.concepts, *mention.verbs)))
