"""A document's text cut into pieces at every mark, so that passages that overlap can be highlighted and linked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from resume_match.model import CoverageReport, Document, EvidenceSource, Span, Status, Strength
from resume_match.renderers.outline import Outline
from resume_match.renderers.wording import seen

# A list's own sign or number, as PDF and plain text print it; a quotation, a bracket or a currency opens words instead.
_PRINTED_SIGN = re.compile(r"""\s*([^\w\s"'“‘«(\[{<$€£#@]|\d+[.)])""")


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to highlight: why (`explicit`, `partial`, `nearest`, `rewrite`, `flag`), its own id, and the id that it leads back to."""

    span: Span
    reason: str
    id: str
    back: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two boundaries: the marks over it, those that begin and end with it, the page that begins with it, and how it is set."""

    text: str
    over: tuple[Mark, ...]
    begin: tuple[Mark, ...]
    end: tuple[Mark, ...]
    page: int | None
    heading: bool
    bullet: bool


def pieces(document: Document, marks: tuple[Mark, ...]) -> tuple[Piece, ...]:
    """The whole text in order. Marks of no length, or beyond the text, are left out; acting characters are not shown."""
    size = len(document.text)
    marks = tuple(mark for mark in marks if mark.span.start < mark.span.end <= size)
    pages = _page_starts(document)
    lines = tuple(line for line in document.lines if line.span.end <= size)
    headings = tuple(line.span for line in lines if line.style.heading is not None or line.style.bold)
    listed = (line.span.start for line in lines if line.style.list_item)
    bullets = frozenset(start for start in listed if not _PRINTED_SIGN.match(document.text, start))
    spans = (*headings, *(mark.span for mark in marks))
    edges = sorted({0, size, *pages, *bullets, *(edge for span in spans for edge in (span.start, span.end))})
    return tuple(
        Piece(
            text=seen(document.text[start:end]),
            over=tuple(mark for mark in marks if mark.span.start <= start and end <= mark.span.end),
            begin=tuple(mark for mark in marks if mark.span.start == start),
            end=tuple(mark for mark in marks if mark.span.end == end),
            page=pages.get(start),
            heading=any(span.start <= start and end <= span.end for span in headings),
            bullet=start in bullets,
        )
        for start, end in pairwise(edges)
    )


def marks_of(report: CoverageReport, said: Outline, source: EvidenceSource) -> tuple[Mark, ...]:
    """Every passage of that document that the report speaks of: evidence, nearest passages, lines to rewrite, flagged text."""
    return (*_evidence(report, said, source), *_others(report, said, source))


def _evidence(report: CoverageReport, said: Outline, source: EvidenceSource) -> Iterator[Mark]:
    for group in said.groups:
        for verdict in group.verdicts:
            for number, evidence in enumerate(report.coverage(verdict.requirement_id).evidence, start=1):
                if evidence.source is source:
                    reason = "explicit" if evidence.strength is Strength.EXPLICIT else "partial"
                    yield Mark(evidence.span, reason, f"{verdict.code}-{number}", verdict.code, f"{verdict.code}: {verdict.text}")


def _others(report: CoverageReport, said: Outline, source: EvidenceSource) -> Iterator[Mark]:
    if source is EvidenceSource.RESUME:
        for verdict in (verdict for group in said.groups for verdict in group.verdicts):
            if verdict.nearest is not None and verdict.status is not Status.COVERED:
                label = f"{verdict.code}: nearest to {verdict.text}"
                yield Mark(verdict.nearest.span, "nearest", f"{verdict.code}-near", verdict.code, label)
        for advice in (advice for group in said.advice for advice in group.advice):
            if advice.based_on is not None:
                yield Mark(advice.based_on, "rewrite", f"A{advice.rank}-line", f"A{advice.rank}", f"Suggestion {advice.rank}")
    for number, finding in enumerate(said.findings, start=1):
        if finding.source is source and finding.span is not None:
            yield Mark(finding.span, "flag", f"F{number}-text", f"F{number}", finding.name)


def _page_starts(document: Document) -> dict[int, int]:
    """Where each page begins in the text."""
    starts: dict[int, int] = {}
    last = None
    for line in document.lines:
        if line.page is not None and line.page != last and line.span.start < len(document.text):
            starts[line.span.start] = last = line.page
    return starts
