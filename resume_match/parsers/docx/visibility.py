"""Why a reader cannot see a run: the reasons of hidden text that styles, sizes and colours give."""

from __future__ import annotations

from resume_match.parsers.docx.colors import LOWEST_CONTRAST, UNKNOWN, contrast, ground_under
from resume_match.parsers.docx.frames import Page
from resume_match.parsers.docx.settings import ParagraphSetting, RunSetting

SMALLEST_SIZE = 2.0
"""The size in points under which letters are dots."""


def why_hidden(run: RunSetting, paragraph: ParagraphSetting, ground: str | None) -> str | None:
    """The reason why a run cannot be seen on the ground behind its paragraph, or None where it can."""
    if run.vanish:
        return "set as hidden text"
    if run.transparent:
        return "set in letters without a filling"
    size = run.size
    if size is not None and size * min(1.0, run.width or 1.0) < SMALLEST_SIZE:
        return f"set at {size:g} points" + (f" and {run.width:.0%} width" if run.width is not None and run.width < 1 else "")
    if paragraph.exact_line is not None and paragraph.exact_line < SMALLEST_SIZE:
        return f"set in lines {paragraph.exact_line:g} points high"
    if run.color is None or run.color == "auto":
        return None
    behind = ground_under(run.fill, paragraph.fill, ground)
    if behind != UNKNOWN and contrast(run.color, behind) < LOWEST_CONTRAST:
        return f"set in colour {run.color} on {behind}"
    return None


def is_off_page(paragraph: ParagraphSetting, page: Page) -> bool:
    """True when a paragraph's indents push it off the paper."""
    left = page.left + (paragraph.left or 0.0)
    right = page.width - page.right - (paragraph.right or 0.0)
    return left >= page.width or right <= 0.0
