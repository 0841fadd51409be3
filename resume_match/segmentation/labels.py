"""Lines inside a job that look like headings: an employer's name set as one, and labels ("Key achievements:") over its bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from resume_match.model import SectionKind
from resume_match.segmentation.rows import Row

if TYPE_CHECKING:
    from resume_match.segmentation.headings import Heading

_HEAD_WORDS = 16  # of a line that heads an entry
_SHORT = 14  # words of a line between an employer's name and the dates
_TEXT_WORDS = 12  # more are running text
_NO_LABELS = (SectionKind.EXPERIENCE, SectionKind.EDUCATION)


def heads_a_job(following: Sequence[Row]) -> bool:
    """Whether a line set as a heading is the head of a job: the lines that follow are short, and one of them has dates."""
    for row in following:
        if row.bullet or row.words > _SHORT:
            return False
        if _dated(row):
            return True
    return False


def without_labels(headings: Sequence[Heading], rows: Sequence[Row]) -> list[Heading]:
    """The headings without labels inside a job.

    Text follows a label at once, and further down, before the next heading, stand lines that are set as those that head the jobs above; or
    it ends in a colon and comes again.
    """
    times = Counter(heading.text.casefold() for heading in headings)
    kept: list[Heading] = []
    heads: set[tuple[object, ...]] = set()
    for heading, under in _with_what_follows(headings, rows):
        inside = bool(kept) and kept[-1].kind is SectionKind.EXPERIENCE and heading.kind not in _NO_LABELS and not heading.inline
        if inside and heads and under and (under[0].bullet or under[0].words > _TEXT_WORDS):
            again = heading.text.endswith(":") and times[heading.text.casefold()] > 1
            if again or any(_heads_entry(row) and row.look in heads for row in under[1:]):
                continue
        kept.append(heading)
        if heading.kind is SectionKind.EXPERIENCE:
            heads |= {row.look for row in under if _heads_entry(row)}
    return kept


def _with_what_follows(headings: Sequence[Heading], rows: Sequence[Row]) -> Iterator[tuple[Heading, Sequence[Row]]]:
    """Each heading with the rows up to the next one."""
    places = {row.order: place for place, row in enumerate(rows)}
    starts = [*(places[heading.row.order] for heading in headings), len(rows)]
    for heading, (start, end) in zip(headings, pairwise(starts), strict=True):
        yield heading, rows[start + 1 : end]


def _heads_entry(row: Row) -> bool:
    return not row.bullet and row.words <= _HEAD_WORDS and _dated(row)


def _dated(row: Row) -> bool:
    return any(not found.lone for found in row.ranges)
