"""A report as plain text of a given width: for terminals, pipes and mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from resume_match.model import CoverageReport
from resume_match.renderers import wording
from resume_match.renderers.blocks import Block, Level, blocks
from resume_match.renderers.outline import Figure
from resume_match.renderers.outlining import outline

_BAR = 20
_INDENTS = {Level.TITLE: 0, Level.HEADING: 0, Level.SUBHEADING: 2, Level.BODY: 0, Level.POINT: 2, Level.DETAIL: 6}


def to_text(report: CoverageReport, width: int = 100) -> str:
    """The report as plain text, wrapped to `width` columns (at least 40): the order and the words of the Markdown report."""
    width = max(width, 40)
    return "\n".join(line for text, indent in _paragraphs(report) for line in _wrapped(text, indent, width)) + "\n"


def _wrapped(text: str, indent: int, width: int) -> list[str]:
    """The paragraph's lines; those after the first hang two columns deeper."""
    first, later = " " * indent, " " * (indent + 2)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False) or [""]


def _paragraphs(report: CoverageReport) -> Iterator[tuple[str, int]]:
    """The paragraphs in reading order, each with its indent; an empty one before each heading."""
    for block in blocks(outline(report)):
        if not isinstance(block, Block):
            yield from (("", 0), *((_figure(figure), 2) for figure in block))
            continue
        if block.level is Level.HEADING:
            yield from (("", 0), (block.text.upper(), 0))
            continue
        lead = f"{block.lead}: " if block.lead else ""
        yield f"{lead}{block.text}", _INDENTS[block.level]


def _figure(figure: Figure) -> str:
    """`Duties   [########????........] 42% to 55%, 67% with the best three suggestions, 80% with all`; `?` is what was unreadable."""
    if figure.least is None:
        return f"{figure.name:<8} {figure.words}"
    full = round(figure.least * _BAR)
    bar = "#" * full + "?" * (round((figure.most or 0.0) * _BAR) - full)
    after = ""
    if figure.best_three is not None and figure.all is not None:
        after = f", {wording.percent(figure.best_three)} with the best three suggestions, {wording.percent(figure.all)} with all"
    return f"{figure.name:<8} [{bar:.<{_BAR}}] {figure.words}{after}"
