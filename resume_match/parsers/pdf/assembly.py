"""The laid-out lines of all pages to one text with its lines: broken words joined, page furniture moved to the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resume_match.model import Anchor, Box, Line, LineStyle, Link, Span
from resume_match.parsers.layout import LaidLine
from resume_match.parsers.layout.furniture import Placed, find_furniture
from resume_match.parsers.layout.hyphens import rejoined
from resume_match.parsers.layout.text import SOFT_HYPHEN, line_text
from resume_match.parsers.pdf.annotations import PageLink

SAME_INDENT = 3.0
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class PageText:
    """A page's number (from 1), height, lines in reading order with the box of each, and links."""

    number: int
    height: float
    lines: list[tuple[LaidLine, Box]]
    links: list[PageLink]


@dataclass(slots=True)
class _Draft:
    """A line before the text is joined."""

    page: PageText
    laid: LaidLine
    box: Box
    region: int
    text: str
    bold: tuple[tuple[int, int], ...]
    list_item: bool
    level: int
    gap: float | None
    controls: int
    unmapped: int
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of all pages, its lines and links; how many control characters, and characters without text, were dropped."""

    text: str
    lines: tuple[Line, ...]
    links: tuple[Link, ...]
    controls: int
    unmapped: int


def assemble(pages: Sequence[PageText]) -> Assembled:
    """The text of the pages, one line each."""
    drafts: list[_Draft] = []
    region = 0
    for page in pages:
        made, region = _drafts_of(page, region)
        drafts.extend(made)
    placed = [Placed(d.page.number, d.box.top / d.page.height, d.box.bottom / d.page.height, d.text) for d in drafts]
    for draft, furniture in zip(drafts, find_furniture(placed), strict=True):
        draft.furniture = furniture
    ordered = [d for d in drafts if not d.furniture]
    _join_broken_words(ordered)
    controls, unmapped = sum(draft.controls for draft in drafts), sum(draft.unmapped for draft in drafts)
    ordered = [*ordered, *(draft for draft in drafts if draft.furniture)]
    ordered = [draft for draft in ordered if any(sign.isalnum() for sign in draft.text)]
    lines = tuple(_lines(ordered))
    return Assembled("\n".join(draft.text for draft in ordered), lines, tuple(_links(pages, ordered, lines)), controls, unmapped)


def _drafts_of(page: PageText, region: int) -> tuple[list[_Draft], int]:
    drafts: list[_Draft] = []
    previous: LaidLine | None = None
    indents: tuple[float, ...] = ()
    highest = -1
    for laid, box in page.lines:
        made = line_text(laid)
        gap = None
        if previous is not None and previous.region == laid.region:
            gap = round(max(0.0, laid.top - previous.bottom) / max(laid.size, 0.1), 2)
        number = region + laid.region
        indents = _indents(indents if number == region + highest else (), laid.left, made.list_item)
        level = max(0, len(indents) - 1) if made.list_item else 0
        drafts.append(_Draft(page, laid, box, number, made.text, made.bold, made.list_item, level, gap, made.controls, made.unmapped))
        highest = max(highest, laid.region)
        previous = laid
    return drafts, region + highest + 1


def _indents(before: tuple[float, ...], left: float, list_item: bool) -> tuple[float, ...]:
    """The left edges of the list items that a line stands under, its own included, outermost first; a line further left ends the list."""
    kept = tuple(edge for edge in before if edge <= left + SAME_INDENT)
    if not list_item or (kept and left - kept[-1] <= SAME_INDENT):
        return kept
    return (*kept, left)


def _join_broken_words(drafts: list[_Draft]) -> None:
    """Completes each line that ends inside a word by the beginning of the next of its column."""
    known: set[str] | None = None
    for upper, lower in pairwise(drafts):
        if upper.text[-1:] not in ("-", "‐", SOFT_HYPHEN) or lower.list_item or lower.region < upper.region:
            continue
        if lower.region != upper.region and lower.page is upper.page:
            continue
        if known is None:
            known = _words_inside(drafts)
        joined = rejoined(upper.text, lower.text, known.__contains__)
        if joined is None:
            continue
        taken = len(lower.text) - len(joined[1])
        if upper.bold and upper.bold[-1][1] >= len(upper.text):
            upper.bold = (*upper.bold[:-1], (upper.bold[-1][0], len(joined[0])))
        lower.bold = tuple((max(0, start - taken), end - taken) for start, end in lower.bold if end > taken)
        upper.text, lower.text = joined
    for draft in drafts:
        draft.text = draft.text.replace(SOFT_HYPHEN, "")


def _words_inside(drafts: Iterable[_Draft]) -> set[str]:
    """The words of the document in small letters, without those that a line's end may have cut."""
    known: set[str] = set()
    for draft in drafts:
        words = _WORD.findall(draft.text.casefold())
        known.update(words[1:-1])
    return known


def _lines(drafts: Sequence[_Draft]) -> Iterator[Line]:
    start = 0
    for draft in drafts:
        words = [word for piece in draft.laid.pieces for word in piece.words if any(sign.isalnum() for sign in word.text)]
        style = LineStyle(
            size=round(draft.laid.size, 1),
            bold=bool(words) and all(word.bold for word in words),
            italic=bool(words) and all(word.italic for word in words),
            list_item=draft.list_item,
            level=draft.level,
            gap=draft.gap,
            furniture=draft.furniture,
        )
        end = start + len(draft.text)
        bold = tuple(Span(start + low, start + min(high, len(draft.text))) for low, high in draft.bold if low < len(draft.text))
        yield Line(Span(start, end), Anchor(page=draft.page.number, box=draft.box), style, draft.region, bold)
        start = end + 1


def _links(pages: Sequence[PageText], drafts: Sequence[_Draft], lines: Sequence[Line]) -> Iterator[Link]:
    """The links of all pages, each with the characters of the one line that its rectangle covers best."""
    for page in pages:
        on_page = [(draft, line) for draft, line in zip(drafts, lines, strict=True) if draft.page is page]
        for link in page.links:
            best: tuple[float, Span] | None = None
            for draft, line in on_page:
                found = _covered(draft, line, link)
                if found is not None and (best is None or found[0] > best[0]):
                    best = found
            yield Link(best[1] if best else None, link.target)


def _covered(draft: _Draft, line: Line, link: PageLink) -> tuple[float, Span] | None:
    """How much of a line's words a link covers, with their span; None for none."""
    area = link.area
    if draft.box.bottom < area.top or draft.box.top > area.bottom:
        return None
    inside = [
        word
        for piece in draft.laid.pieces
        for word in piece.words
        if area.holds((word.left + word.right) / 2, word.baseline - 0.3 * word.size)
    ]
    texts = [text for word in inside if (text := word.text) in draft.text]
    if not texts:
        return None
    start = draft.text.find(texts[0])
    end = draft.text.find(texts[-1], start)
    end = (end if end >= 0 else start) + len(texts[-1])
    return sum(word.right - word.left for word in inside), Span(line.span.start + start, line.span.start + end)
