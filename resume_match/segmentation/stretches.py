"""The rows of a document under their headings, across columns and pages: a sidebar that goes on overleaf goes on with its own section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from resume_match.lexicon.headings import heading_sense
from resume_match.model import SectionKind, Span
from resume_match.segmentation.headings import Heading
from resume_match.segmentation.rows import Row

_DATED = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.VOLUNTEER})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading (None at the top of a document) and the rows under it."""

    heading: Heading | None
    kind: SectionKind
    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From the first to the last character; another column's text may stand between."""
        spans = [row.span for row in self.rows]
        if self.heading is not None:
            spans.append(self.heading.span)
        return Span(min(span.start for span in spans), max(span.end for span in spans))


@dataclass(slots=True)
class _Open:
    """A stretch while it is being filled."""

    heading: Heading | None
    kind: SectionKind
    rows: list[Row] = field(default_factory=list)
    regions: Counter[int] = field(default_factory=Counter)

    def take(self, row: Row) -> None:
        """Add a row."""
        self.rows.append(row)
        self.regions[row.line.region] += 1


def stretches_of(rows: tuple[Row, ...], headings: tuple[Heading, ...]) -> list[Stretch]:
    """The stretches in order of their headings."""
    by_order = {heading.row.order: heading for heading in headings}
    stretches = [_Open(None, SectionKind.CONTACT)]
    current = stretches[0]
    columns = _Columns(rows, by_order)
    region: int | None = None
    for row in rows:
        heading = by_order.get(row.order)
        if heading is not None:
            current = _Open(heading, heading.kind)
            stretches.append(current)
            rest = _after(heading) if heading.inline else None
            if rest is not None:
                current.take(rest)
        else:
            if region is not None and row.line.region != region:
                current = columns.owner(row, current, stretches)
            current.take(row)
        columns.enter(row, current)
        region = row.line.region
    return [Stretch(one.heading, one.kind, tuple(one.rows)) for one in stretches if one.heading is not None or one.rows]


def with_margins(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, those of a narrow column of dates or of section headings moved to the lines they stand beside.

    What stands left of its line goes ahead of it, what stands right behind.
    """
    regions: dict[tuple[int, int | None], list[Row]] = {}
    for row in rows:
        regions.setdefault((row.line.region, row.line.page), []).append(row)
    ahead: dict[int, list[Row]] = {}
    behind: dict[int, list[Row]] = {}
    taken: set[int] = set()
    kept: set[int] = set()  # rows that others were moved to stay where they are
    for key, column in regions.items():
        beside = _partners(column, rows, key)
        if not beside or any(row.order in kept for row in column) or any(partner.order in taken for partner in beside.values()):
            continue
        last = next(iter(beside.values()))
        for row in column:
            last = beside.get(row.order, last)
            left = row.box is not None and last.box is not None and row.box.right <= last.box.left
            (ahead if left else behind).setdefault(last.order, []).append(row)
        taken |= {row.order for row in column}
        kept |= {partner.order for partner in beside.values()}
    if not taken:
        return rows
    ordered = [one for row in rows if row.order not in taken for one in (*ahead.get(row.order, ()), row, *behind.get(row.order, ()))]
    settled = []
    for order, row in enumerate(ordered):
        line = replace(row.line, region=_home(ordered, order, taken)) if row.order in taken else row.line
        settled.append(replace(row, order=order, line=line))
    return tuple(settled)


def _partners(column: list[Row], rows: tuple[Row, ...], key: tuple[int, int | None]) -> dict[int, Row]:
    """The line that each row of a margin stands beside; empty where the column is no margin: not nearly all dates and headings."""
    if len(column) < 2 or any(row.box is None or row.words > 8 for row in column):
        return {}
    labels = [_labels(row) for row in column]
    near = [place for place in range(len(column)) if any(labels[max(0, place - 1) : place + 2])]  # an employer above its dates
    if sum(labels) < 0.4 * len(column) or len(near) < 0.8 * len(column):
        return {}
    beside = {row.order: partner for row in column if (partner := _level_with(row, rows, key)) is not None}
    if any(
        heading_sense(row.text) is not None and heading_sense(beside[row.order].text) is not None for row in column if row.order in beside
    ):
        return {}  # two headings side by side are those of two columns
    return beside if len(beside) * 3 >= 2 * len(column) else {}


def _labels(row: Row) -> bool:
    """True for what people set in a margin: dates, or a section's heading."""
    return (row.words <= 6 and bool(row.ranges)) or heading_sense(row.text) is not None


def _home(ordered: list[Row], order: int, taken: set[int]) -> int:
    """The region of the next row that was not moved, else of the last one before."""
    near = next((row for row in ordered[order:] if row.order not in taken), None) or next(
        row for row in reversed(ordered[:order]) if row.order not in taken
    )
    return near.line.region


def _level_with(row: Row, rows: tuple[Row, ...], key: tuple[int, int | None]) -> Row | None:
    """The row of another column whose first line stands on the same level."""
    for other in rows:
        if other.line.page != key[1] or other.line.region == key[0] or other.box is None or row.box is None:
            continue
        if abs(other.box.top - row.box.top) <= 3:
            return other
    return None


def _after(heading: Heading) -> Row | None:
    """What stands on the heading's line after it."""
    row = heading.row
    kept = row.text[heading.span.end - row.span.start :].lstrip(" \t:–—-")
    return replace(row, span=Span(row.span.end - len(kept), row.span.end), text=kept) if kept else None


class _Columns:
    """The regions passed so far: where each stands, and the stretch that was open when it was left."""

    def __init__(self, rows: tuple[Row, ...], headings: Mapping[int, Heading]) -> None:
        self._headings = headings
        self._rows: dict[int, list[Row]] = {}
        for row in rows:
            self._rows.setdefault(row.line.region, []).append(row)
        self._edges: dict[int, tuple[int | None, float, float]] = {}
        self._open: dict[int, _Open] = {}

    def enter(self, row: Row, current: _Open) -> None:
        """Note where a row stands and under which heading."""
        region = row.line.region
        self._open[region] = current
        if row.box is not None:
            _, left, right = self._edges.get(region, (None, row.box.left, row.box.right))
            self._edges[region] = (row.line.page, min(left, row.box.left), max(right, row.box.right))

    def owner(self, row: Row, current: _Open, stretches: list[_Open]) -> _Open:
        """The stretch that the first row of a region goes on with, no heading standing above it."""
        if row.box is None:
            return _by_look(row, current, stretches)
        width = row.box.right - row.box.left
        best: tuple[float, int] | None = None
        for region, (_, left, right) in self._edges.items():
            overlap = min(right, row.box.right) - max(left, row.box.left)
            share = overlap / max(min(right - left, width), 1.0)
            if share > 0.6 and abs(left - row.box.left) < 60 and (best is None or region >= best[1]):
                best = (share, region)
        if best is not None:
            return self._open[best[1]]
        listed = self._beside(row, stretches)
        if listed is not None:
            return listed
        beside = any(page == row.line.page and (right < row.box.left or left > row.box.right) for page, left, right in self._edges.values())
        return stretches[0] if beside and row.line.page == 1 and not self._goes_on(row, current) else current

    def _goes_on(self, row: Row, current: _Open) -> bool:
        """True where entries run on from the foot of one column to the head of the next: dates stand there before any heading."""
        if current.kind not in _DATED:
            return False
        for one in self._rows[row.line.region]:
            if one.order in self._headings:
                return False
            if any(not found.lone for found in one.ranges):
                return True
        return False

    def _beside(self, row: Row, stretches: list[_Open]) -> _Open | None:
        """The stretch whose lines stand level with those of the row's region: a list set in two columns under one heading."""
        mine = [one.box for one in self._rows[row.line.region] if one.box is not None]
        for stretch in reversed(stretches):
            theirs = [one.box for one in stretch.rows if one.box is not None and one.line.page == row.line.page]
            if stretch.heading is None or not theirs or not len(mine) <= 3 * len(theirs) <= 9 * len(mine):
                continue
            top, bottom = min(box.top for box in theirs), max(box.bottom for box in theirs)
            level = sum(top - 3 <= box.top <= bottom + (box.bottom - box.top) for box in mine)
            if level >= 0.8 * len(mine) and max(box.right for box in theirs) <= min(box.left for box in mine):
                return stretch
        return None


def _by_look(row: Row, current: _Open, stretches: list[_Open]) -> _Open:
    """The same without geometry (cells of a table): rows set as no row of this section, but as those of an earlier column, go on there."""
    if len(current.rows) < 3 or max(current.regions.values()) < 3 or any(_same(row, one) for one in current.rows):
        return current
    for stretch in reversed(stretches[1:]):
        if not stretch.rows and stretch is not current:
            return stretch  # its heading stood last in a column, its text in the column's next part
        alike = [one for one in stretch.rows if _same(row, one)]
        if stretch is not current and len(alike) >= 2 and max(stretch.regions.values()) >= 3:
            return stretch
    return current


def _same(row: Row, other: Row) -> bool:
    return row.look[:3] == other.look[:3] and row.bullet == other.bullet and bool(re.search(r"\w", other.text))
