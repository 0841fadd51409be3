"""A report as Markdown (CommonMark with tables): for sharing, and for reading as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resume_match.model import CoverageReport
from resume_match.renderers import wording
from resume_match.renderers.blocks import Block, Figures, Level, blocks
from resume_match.renderers.outlining import outline

# Everything that CommonMark, its tables, strikethrough, math and autolinks, or a site generator's {{ templates }} would act on.
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$@]")
_AUTOLINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(?=[#+=-])")
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKS = {Level.TITLE: "# ", Level.HEADING: "## ", Level.SUBHEADING: "### ", Level.BODY: "", Level.POINT: "- ", Level.DETAIL: "  - "}
_LISTED = (Level.POINT, Level.DETAIL)


def to_markdown(report: CoverageReport) -> str:
    """The report as Markdown: figures, verdicts with evidence, what is missing, diagnostics, suggestions by gain, and the record."""
    return "\n".join(_lines(report)) + "\n"


def escape(text: str) -> str:
    """The text with everything escaped that Markdown, or HTML inside Markdown, would act on, at the start of a line too."""
    return _NUMBERED.sub(r"\1\\", _BLOCK.sub(r"\\", _escape_within(text)))


def _escape_within(text: str) -> str:
    """The same for text that stands within a line."""
    marked = "".join(_HTML.get(character, character) for character in text)
    return _AUTOLINK.sub(lambda found: "\\" + found[0], _SPECIAL.sub(lambda found: "\\" + found[0], marked))


def _lines(report: CoverageReport) -> Iterator[str]:
    """The lines, an empty one before everything that is not part of the list before it."""
    before: Block | Figures | None = None
    for block in blocks(outline(report)):
        in_list = isinstance(before, Block) and before.level in _LISTED and isinstance(block, Block) and block.level in _LISTED
        if before is not None and not in_list:
            yield ""
        yield from (_set(block),) if isinstance(block, Block) else _table(block)
        before = block


def _set(block: Block) -> str:
    text = f"**{_escape_within(block.lead)}**: {_escape_within(block.text)}" if block.lead else escape(block.text)
    return f"{_MARKS[block.level]}{text}"


def _table(figures: Figures) -> Iterator[str]:
    projected = any(figure.all is not None for figure in figures)
    yield "| Coverage | Now |" + (" With the best three suggestions | With all |" if projected else "")
    yield "| --- | ---: |" + (" ---: | ---: |" if projected else "")
    for figure in figures:
        after = f" {wording.percent(figure.best_three)} | {wording.percent(figure.all)} |" if projected else ""
        yield f"| {figure.name} | {figure.words} |{after}"
