"""The laid-out lines of all pages to one text with its lines."""

from __future__ import annotations

from typing import NamedTuple

from resume_match.model import Anchor, Box, Line, LineStyle, Span
from resume_match.parsers.layout import LaidLine
from resume_match.parsers.layout.text import line_text


class PageLines(NamedTuple):
    """A page's number from 1 and its lines in reading order."""

    number: int
    lines: list[LaidLine]


def assemble(pages: list[PageLines]) -> tuple[str, tuple[Line, ...]]:
    """The text of the pages, one line each, and the lines."""
    lines: list[Line] = []
    parts: list[str] = []
    start = 0
    region_base = 0
    for page in pages:
        previous: LaidLine | None = None
        top_region = region_base
        for laid in page.lines:
            made = line_text(laid)
            if not made.text.strip():
                continue
            gap = None
            if previous is not None and previous.region == laid.region:
                gap = round(max(0.0, laid.top - previous.bottom) / laid.size, 2)
            letters = sum(len(word.text) for piece in laid.pieces for word in piece.words)
            bold = sum(len(word.text) for piece in laid.pieces for word in piece.words if word.bold)
            italic = sum(len(word.text) for piece in laid.pieces for word in piece.words if word.italic)
            style = LineStyle(
                size=round(laid.size, 1), bold=bold >= letters - 1 and bold > 0, italic=italic >= letters - 1 and italic > 0,
                list_item=made.list_item, gap=gap,
            )
            box = Box(round(laid.left, 1), round(laid.top, 1), round(laid.right, 1), round(laid.bottom, 1))
            top_region = region_base + laid.region
            lines.append(
                Line(
                    Span(start, start + len(made.text)), Anchor(page=page.number, box=box), style, top_region,
                    tuple(Span(start + a, start + b) for a, b in made.bold),
                )
            )
            parts.append(made.text)
            start += len(made.text) + 1
            previous = laid
        region_base = top_region + 1
    return "\n".join(parts), tuple(lines)
