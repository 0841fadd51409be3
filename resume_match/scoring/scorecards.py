"""Passages x scorecards -> points: how far the words of a statement speak for each requirement, beside the patterns that hold in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.scorecards import Scorecards, grade_scorecards, scorecards
from resume_match.model import Mention, RoleProfile, Strength
from resume_match.scoring.signs import BEGINNINGS, BESIDE, FIRST, MORE, Keeper, Passage, keeper, lemma_of

_TOLD = 4  # signs that a reason names


@dataclass(frozen=True, slots=True)
class Weigher:
    """The scorecards of a profile, and beside each in the same order the card that tells the whole of its requirement from a part.

    The cards of grades know the first signs of the others, so that a row is the same sign in both. `helped` are the requirements that
    helping with a deed can show in full. `kept` keeps signs as rows of the cards.
    """

    cards: Scorecards
    grades: Scorecards
    helped: frozenset[str]
    kept: Keeper[int]

    def lost(self, column: int, passage: Passage[int]) -> int:
        """What a passage that shows the requirement of a column loses, in hundredths: 0, or less where it tells of a part only."""
        return min(0, int(self.grades.base[column]) + self.grades.total(column, passage.signs))

    def reason(self, requirement_id: str, passage: Passage[int], *, of_grade: bool = False, against: bool = False) -> str:
        """The signs of a passage that speak most for a requirement, or against it; `of_grade` for the whole of it, or for a part only."""
        cards = self.grades if of_grade else self.cards
        given = cards.given(cards.names.index(requirement_id), passage.signs)
        return strongest_signs(given, passage.words, against=against)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The most points that a passage of a statement gives a requirement, in log-odds, that passage, and what they make of it.

    `in_part`: it has points enough to be explicit, but for what it loses since it tells of a part only.
    """

    points: float
    passage: Passage[int]
    strength: Strength
    in_part: bool = False


def compile_scorecards(profile: RoleProfile) -> Weigher:
    """The scorecards that a profile's requirements name, each under the id of its requirement."""
    columns = [(requirement.id, requirement.scorecard) for requirement in profile.requirements if requirement.scorecard]
    helped = frozenset(name for name, card in columns if card in calibration().scorecard_helping)
    cards = scorecards().under(columns)
    return Weigher(cards, grade_scorecards().under(columns), helped, keeper(cards.rows_of))


def weigh(weigher: Weigher, passages: Sequence[Passage[int]], patterns: Mapping[str, Strength]) -> dict[str, Weighed]:
    """Requirement id -> the most points that a passage gives it, of equal ones the first; without those that have too few to be evidence.

    A stretch of a sentence has to say more than a sentence, since much stands beside it that is left out of it.
    `patterns` are the strongest patterns that hold in the statement. 0.0 and more is what a careful reader would tick.
    """
    cards, known = weigher.cards, calibration()
    if not passages or not cards.names:
        return {}
    by_passage = cards.of_passages([passage.signs for passage in passages])
    for row, passage in zip(by_passage, passages, strict=True):
        if passage.stretch:
            row -= round(100 * known.scorecard_passage)
    best = by_passage.argmax(axis=0).tolist()
    totals = (by_passage.max(axis=0) + cards.base).tolist()
    least = round(100 * known.scorecard_partial)  # for what no pattern speaks
    weighed = {}
    for column, (requirement_id, total) in enumerate(zip(cards.names, totals, strict=True)):
        pattern = patterns.get(requirement_id)
        if pattern is None and total < least:
            continue
        points = total + round(100 * known.scorecard_patterns[pattern]) if pattern else total
        strength = judged(points / 100, pattern)
        if strength is None:
            continue
        passage, in_part = passages[best[column]], False
        if strength is Strength.EXPLICIT:
            lost = weigher.lost(column, passage)
            points += lost
            in_part = points < 0 or lost <= round(100 * known.scorecard_part_only)
        weighed[requirement_id] = Weighed(points / 100, passage, Strength.PARTIAL if in_part else strength, in_part)
    return weighed


def judged(points: float, pattern: Strength | None) -> Strength | None:
    """The strength of evidence with so many points, where the strongest pattern that holds is `pattern`."""
    if points >= 0.0:
        return Strength.EXPLICIT
    known = calibration()
    if points >= (known.scorecard_partial_with_pattern if pattern else known.scorecard_partial):
        return Strength.PARTIAL
    return None


def strongest_signs(given: Mapping[str, int], words: Iterable[str], *, against: bool = False) -> str:
    """The signs that are given most points, or against: fewest, as a reason names them: '"streamline" +0.9, process +0.5'.

    `words` are those of the passage. What the beginning of a word gives is counted to the word, what a word gives to the family or concept
    of its name, and what a deed gives because it comes first, or beside a word, to the deed.
    """
    sense = -1 if against else 1
    begun = {word[:letters]: word for word in sorted({word.lower() for word in words}, reverse=True) for letters in BEGINNINGS}
    points: dict[str, int] = defaultdict(int)
    for sign, number in given.items():
        if number:
            word, name = _begun_by(sign, begun) if sign.endswith(MORE) else _deed_or_word(sign)
            points[name if name in given else word] += number
    told = sorted([(-sense * number, sign) for sign, number in points.items() if sense * number > 0])[:_TOLD]
    return ", ".join([f"{sign.replace('-', ' ').replace('>', ' ')} {-sense * number / 100:+.1f}" for number, sign in told])


def _begun_by(sign: str, begun: Mapping[str, str]) -> tuple[str, str]:
    """The word that begins so, of several the first in the alphabet, and its name: '"negotiate"' and 'negotiate' for '"nego...'."""
    beginning = sign[1 : -len(MORE)]
    word = lemma_of(begun[beginning]) if beginning in begun else f"{beginning}…"
    return f'"{word}"', word


@cache  # of signs that a card knows, which are no more than its table has
def _deed_or_word(sign: str) -> tuple[str, str]:
    """What a sign of whole words is counted to, and the family or concept that it may be the name of."""
    deed = sign.removeprefix(FIRST).partition(BESIDE)[0]
    return deed, deed.strip('"')


def telling_phrase(cards: Scorecards, requirement_id: str, passage: Passage[int]) -> Mention:
    """The phrase of a passage whose deed and concepts have most points; of equal ones the first."""
    points = cards.points[:, cards.names.index(requirement_id)]
    return max(passage.phrases, key=lambda mention: sum([points[row] for row in cards.rows_of((*mention.concepts, *mention.verbs))]))
