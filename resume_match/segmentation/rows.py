"""The lines of a document as segmentation sees them: furniture and blank lines left out, bullet signs taken off, style beside the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from resume_match.dates import DURATION, DateRange, find_ranges
from resume_match.lexicon.naming import is_place
from resume_match.model import Box, Document, Line, LineStyle, Span

# A bullet sign at the start of a line. Letters and dashes count only before a blank, and "o" only where the file says list.
_SIGN = re.compile(r"\s*(?:[•▪▸·●◆✦✓✔✗‣◦○■□▫▶►➢➤❖❑⁃∙➔→⇒★☆»›\uf000-\uf0ff]+\s*|[-–—*+]\s+|[-–*](?=[A-Z][a-z]))(?=\S)")
_LIST_SIGN = re.compile(r"\s*(?:[o§¡¢]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)")
_BESIDE_BULLET = re.compile(r"([^\t•▪▸●◆◦○■□]{1,40})\t\s*[•▪▸●◆◦○■□]\s+(?=\S)")
# A page number that the reader did not tell from the text.
_PAGE = re.compile(r"(?:.{0,40}\s[-–|·]\s*)?(?:page\s*)?\d{1,2}\s*(?:/|of)\s*\d{1,2}|page\s*\d{1,2}", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One line of text: `span` covers it without bullet sign and outer blanks, `order` is its place among the rows.

    `numbered` where the sign was a number or letter ("2."), which opens lists and headings alike.
    """

    order: int
    span: Span
    text: str
    line: Line
    bullet: bool
    bold_spans: tuple[Span, ...] = ()
    numbered: bool = False

    @property
    def style(self) -> LineStyle:
        """How the line is set."""
        return self.line.style

    @property
    def box(self) -> Box | None:
        """Where the line stands on its page, None in a format without pages."""
        return self.line.anchor.box

    @cached_property
    def bold(self) -> bool:
        """True where (nearly) all of the text is bold."""
        return self.style.bold or sum(len(span) for span in self.bold_spans) >= 0.9 * len(self.span)

    @cached_property
    def starts_bold(self) -> bool:
        """True where at least the beginning is bold."""
        return self.bold or (bool(self.bold_spans) and self.bold_spans[0].start == self.span.start)

    @cached_property
    def capitals(self) -> bool:
        """True where the text has letters and all of them are capitals."""
        return self.text.isupper()

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @cached_property
    def ranges(self) -> tuple[DateRange, ...]:
        """The dates in the text."""
        return find_ranges(self.text)

    @cached_property
    def look(self) -> tuple[object, ...]:
        """What the eye compares: size, weight, slant, capitals, heading level."""
        size = None if self.style.size is None else round(self.style.size * 2) / 2
        return (size, self.bold, self.style.italic, self.capitals, self.style.heading)


_GAP = 0.3  # between the lines of a paragraph, in lines, where none tells


def _is_page_number(text: str) -> bool:
    """Whether a line counts pages ("Page 2 of 3", "2/3"); "09/17 – 05/19" is a time, and "24/7" no page."""
    if _PAGE.fullmatch(text) is None or any(not one.lone for one in find_ranges(text)):
        return False
    of = re.search(r"(\d{1,2})\s*(?:/|of)\s*(\d{1,2})$", text, re.IGNORECASE)
    return of is None or int(of.group(1)) <= int(of.group(2))


def rows_of(document: Document, *, furniture: bool = False) -> tuple[Row, ...]:
    """The rows of a document in reading order; a sign alone on its line marks the line after it as a bullet.

    With `furniture` the rows of running headers and footers instead, where some people keep their name and address.
    """
    rows: list[Row] = []
    sign_alone = False
    margin: int | None = None
    for line in document.lines:
        text = document.text[line.span.start : line.span.end]
        if line.style.furniture is not furniture or not text.strip() or _is_page_number(text.strip()):
            continue
        if _SIGN.fullmatch(text.strip() + "x", 0, len(text.strip()) + 1) and not re.search(r"\w", text):
            sign_alone = True
            continue
        sign = _SIGN.match(text) or (_LIST_SIGN.match(text) if line.style.list_item else None)
        start = line.span.start + (sign.end() if sign else len(text) - len(text.lstrip()))
        span = Span(start, line.span.start + len(text.rstrip()))
        bold = tuple(
            Span(max(start, one.start), min(span.end, one.end)) for one in line.bold_spans if one.end > start and one.start < span.end
        )
        body = document.text[span.start : span.end]
        bullet = bool(sign) or line.style.list_item or sign_alone
        if bullet and find_ranges(body) and is_margin(body):
            bullet = False  # the sign before nothing but dates is a small calendar
        row = Row(len(rows), span, body, line, bullet, bold, sign is not None and sign.group().strip()[-1:] in (".", ")"))
        parts = _without_margin(row)
        if len(parts) == 2 and margin is not None and len(rows) - margin <= 3:
            rows[margin + 1 : margin + 1] = [parts[0]]  # dates that wrap beside several lines of text stay together
            rows.append(parts[1])
            margin += 1
        else:
            margin = len(rows) if len(parts) == 2 else margin
            rows += parts
        sign_alone = False
    return tuple(replace(row, order=order) for order, row in enumerate(rows))


def _without_margin(row: Row) -> tuple[Row, ...]:
    """The row; where dates, a length of time or a place stand at the right of a line of text, they as a row of their own ahead of it.

    So does what stands at the left of a bullet. Pages print the dates of an entry beside the first lines of its text.
    """
    beside = None if row.bullet else _BESIDE_BULLET.match(row.text)
    if beside is not None and not find_ranges(beside.group(1)) and not is_margin(row.text[beside.end() :]):
        label, start = beside.group(1).rstrip(), row.span.start + beside.end()
        item = replace(row, order=row.order + 1, span=Span(start, row.span.end), text=row.text[beside.end() :], bullet=True)
        return replace(row, span=Span(row.span.start, row.span.start + len(label)), text=label), item
    head, tab, tail = row.text.rpartition("\t")
    if row.bold_spans and row.bold_spans[0].start == row.span.start and len(row.bold_spans[0]) >= len(head):
        return (row,)
    if not tab or not head.strip() or not ((row.bullet and not row.bold) or head[:1].islower()) or not is_margin(tail):
        return (row,)
    start = row.span.end - len(tail)
    margin = Row(row.order, Span(start, row.span.end), tail, row.line, False)
    text = head.rstrip()
    return margin, replace(row, order=row.order + 1, span=Span(row.span.start, row.span.start + len(text)), text=text)


def is_margin(text: str) -> bool:
    """True for nothing but dates, a length of time or a place."""
    rest = text
    for found in reversed(find_ranges(text)):
        rest = rest[: found.span.start] + rest[found.span.end :]
    rest = re.sub(r"\b(?:to|until|till|bis|au|à)\s*$", "", DURATION.sub("", rest), flags=re.IGNORECASE)
    return not re.search(r"\w", rest) or is_place(rest.strip(" \t,·|–-()"))


@dataclass(frozen=True, slots=True)
class Body:
    """How the running text of a document is set: the size most characters have, the usual blank space between wrapped lines, and the
    right edge of each region, the left edge of each page's text, whether most letters are bold, and the longest line's length."""

    size: float | None
    gap: float
    edges: dict[int, float]
    left_edges: dict[int | None, float]
    bold: bool
    longest: int


def body_of(rows: tuple[Row, ...]) -> Body:
    """The setting of the running text, by the characters set in it."""
    sizes: Counter[float] = Counter()
    bold = letters = 0
    for row in rows:
        letters += len(row.span)
        bold += len(row.span) if row.bold else 0
        if row.style.size is not None:
            sizes[round(row.style.size * 2) / 2] += len(row.span)
    wrapped = [row.style.gap for row in rows if row.style.gap is not None and row.text[:1].islower() and row.words > 2]
    spaced = wrapped if len(wrapped) >= 3 else [row.style.gap for row in rows if row.style.gap is not None]
    gap = min(median(one) for one in (spaced, wrapped) if one) if spaced else _GAP
    edges: dict[int, float] = {}
    left_edges: dict[int | None, float] = {}
    for row in rows:
        if row.box is not None:
            left_edges[row.line.page] = min(left_edges.get(row.line.page, row.box.left), row.box.left)
            edges[row.line.region] = max(edges.get(row.line.region, 0.0), row.box.right)
    size = max(sizes, key=lambda one: (sizes[one], -one)) if sizes else None
    longest = max((len(row.text) for row in rows), default=0)
    return Body(size, gap, edges, left_edges, bold > letters / 2, longest)
