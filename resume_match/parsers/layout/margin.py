"""What stands in the margin of a text: notes at the right of an entry (dates and places beside its bullets), headings at its left.

Read row by row, a note would cut through the bullets; it belongs to the line that it begins beside, which names the entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume_match.parsers.layout.cells import heads_columns
from resume_match.parsers.layout.glyphs import LaidLine, Piece
from resume_match.parsers.layout.sides import DATE, SURE, HeadingRank
from resume_match.parsers.layout.words import TAB_GAP, is_bullet

LONGEST_NOTE = 30
LINE_STEP = 1.8
SAME_EDGE = 2.0


def lift_notes(lines: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines of a region with the notes beside bullets moved behind the line above the bullets, one tab each."""
    result: list[LaidLine] = []
    head: int | None = None
    among_bullets = False
    last_note: Piece | None = None
    for line in lines:
        note = _note(line)
        opens_list = _opens_list(line)
        continues = note is not None and last_note is not None and _beneath(last_note, note)
        among_bullets = (among_bullets or opens_list) and continues
        if note is None or not continues:
            head = len(result) if note is not None and not opens_list else None
            result.append(line)
        elif head is not None and among_bullets:
            result[head] = LaidLine((*result[head].pieces, note), line.region)
            result.append(LaidLine(line.pieces[:-1], line.region))
        else:
            head = head if among_bullets else len(result)
            result.append(line)
        last_note = note
    return result


def lift_dates(lines: Sequence[LaidLine], rank: HeadingRank) -> list[LaidLine]:
    """The lines of a region with the further lines of a cell at the left that begins with a date (a place, a duration) moved up to it.

    The heading of the next section may stand where such a line would; it is none.
    """
    result: list[LaidLine] = []
    head: int | None = None
    last: Piece | None = None
    for line in lines:
        label = line.pieces[0]
        alone = len(line.pieces) == 1
        near = head is not None and last is not None and _continues(last, label) and not rank(label.text)
        if head is not None and near and (alone or _far(label, line.pieces[1])):
            first, *rest = result[head].pieces
            result[head] = LaidLine((first, label, *rest), line.region)
            if not alone:
                result.append(LaidLine(line.pieces[1:], line.region))
            last = label
            continue
        dated = not alone and len(label.text) <= LONGEST_NOTE and DATE.search(label.text) is not None and _far(label, line.pieces[1])
        head, last = (len(result), label) if dated else (head, last) if head is not None and not alone else (None, None)
        result.append(line)
    return result


def _continues(upper: Piece, label: Piece) -> bool:
    """True for a short undated line right below, with the same left edge."""
    short = len(label.text) <= LONGEST_NOTE and DATE.search(label.text) is None
    return short and abs(upper.left - label.left) < SAME_EDGE and _beneath(upper, label) and not is_bullet(label.words[0].text)


def _opens_list(line: LaidLine) -> bool:
    return is_bullet(line.pieces[0].words[0].text)


def _note(line: LaidLine) -> Piece | None:
    """The short last piece of a line, set apart from what stands before it."""
    if len(line.pieces) < 2:
        return None
    before, last = line.pieces[-2:]
    return last if _far(before, last) and len(last.text) <= LONGEST_NOTE else None


def _beneath(upper: Piece, lower: Piece) -> bool:
    near = lower.baseline - upper.baseline <= LINE_STEP * max(upper.size, lower.size)
    return near and lower.left < upper.right and lower.right > upper.left


def part_labels(lines: Sequence[LaidLine], rank: HeadingRank) -> list[LaidLine]:
    """The lines, with a section's heading that stands at the left of the section's first line, or lines, made a line of its own before.

    Where the wording tells two such headings, others that are set like them are headings too.
    """
    labels = _Labels(rank, frozenset(_looks_of_labels(lines, rank)))
    result: list[LaidLine] = []
    place = 0
    while place < len(lines):
        line, following = lines[place], lines[place + 1] if place + 1 < len(lines) else None
        label, beside = line.pieces[0], line.pieces[1:]
        place += 1
        in_table = following is not None and heads_columns(line, following)
        if not beside or not _far(label, beside[0]) or not label.words[0].text[:1].isupper() or in_table:
            result.append(line)
        elif following is not None and labels.wrap(label, following):
            lower, rest = following.pieces[0], following.pieces[1:]
            heading = replace(label, words=(*label.words, *lower.words), right=max(label.right, lower.right))
            result += [LaidLine(pieces, line.region) for pieces in ((heading,), beside, rest) if pieces]
            place += 1
        elif labels.heads(label):
            result += [LaidLine((label,), line.region), LaidLine(beside, line.region)]
        else:
            result.append(line)
    return result


@dataclass(frozen=True, slots=True)
class _Labels:
    """What tells a heading at the left of its section: its wording, or that it is set as those that their wording tells."""

    rank: HeadingRank
    looks: frozenset[tuple[object, ...]]

    def heads(self, label: Piece) -> bool:
        """True for such a heading."""
        return self.rank(label.text) == SURE or _label_look(label) in self.looks

    def wrap(self, upper: Piece, following: LaidLine) -> bool:
        """True when a label and the one below it are one heading ("Technical", "Skills")."""
        lower, alone = following.pieces[0], len(following.pieces) == 1
        if abs(upper.left - lower.left) >= SAME_EDGE or not _beneath(upper, lower) or not (alone or _far(*following.pieces[:2])):
            return False
        alike = _label_look(upper) == _label_look(lower) and _label_look(upper) in self.looks
        if alike and SURE not in (self.rank(upper.text), self.rank(lower.text)):
            return True
        return (alike or not alone) and self.rank(f"{upper.text} {lower.text}") == SURE


def _looks_of_labels(lines: Sequence[LaidLine], rank: HeadingRank) -> set[tuple[object, ...]]:
    """How the headings at the left of their sections are set, where at least two are told by wording and few others look like them."""
    labels = [line.pieces[0] for line in lines if len(line.pieces) > 1 and _far(*line.pieces[:2]) and _unlike(*line.pieces[:2])]
    sure = Counter(_label_look(label) for label in labels if rank(label.text) == SURE)
    others = Counter(_label_look(label) for label in labels if rank(label.text) != SURE)
    dated = {_label_look(label) for label in labels if DATE.search(label.text)}
    return {look for look, count in sure.items() if count >= 2 and others[look] <= count and look not in dated}


def _label_look(label: Piece) -> tuple[object, ...]:
    return (round(label.left / SAME_EDGE), round(label.size, 1), label.words[0].bold, label.text.isupper())


def _unlike(label: Piece, beside: Piece) -> bool:
    """True where the label is set otherwise than what stands beside it."""
    return _label_look(label)[1:] != _label_look(beside)[1:]


def _far(before: Piece, after: Piece) -> bool:
    return after.left - before.right > TAB_GAP * max(before.size, after.size)
