"""Entry headings that are set as bullets: their signs are overlooked."""

from __future__ import annotations

from dataclasses import replace

from resume_match.lexicon.naming import degree_score, school_score
from resume_match.model import SectionKind
from resume_match.segmentation.blocks import Block
from resume_match.segmentation.headlines import Setting, dated, prominent


def unmarked(blocks: tuple[Block, ...], setting: Setting) -> tuple[Block, ...]:
    """The blocks; where the headings of entries are set as bullets ("• MBA, Acme University, 2013"), those signs are overlooked."""
    first = next((block for block in blocks if block.bullet), None)
    if first is None or (setting.kind is SectionKind.PROJECTS and not prominent(first, setting)):
        return blocks
    plain = tuple(replace(block, rows=tuple(replace(row, bullet=False) for row in block.rows)) for block in blocks)
    outer = _outer(blocks)
    heads = [
        block.bullet and block.words <= 20 and (_names_entry(one, setting) or (outer[place] and prominent(one, setting)))
        for place, (block, one) in enumerate(zip(blocks, plain, strict=True))
    ]
    marked = sum(block.bullet for block in blocks)
    starts = blocks[0].bullet and heads[0] and not (setting.education and sum(heads) * 2 < marked)
    if not starts and not (any(outer) and all(head for head, top in zip(heads, outer, strict=True) if top)):
        return blocks
    return tuple(
        one if head or (setting.education and all(heads)) else block for block, one, head in zip(blocks, plain, heads, strict=True)
    )


def _outer(blocks: tuple[Block, ...]) -> list[bool]:
    """Which bullets stand further out than others of the section: the upper level where there are two."""
    indents = [
        (block.first.style.level, block.first.box.left if block.first.box is not None else 0.0) if block.bullet else None
        for block in blocks
    ]
    known = [indent for indent in indents if indent is not None]
    least = min(known)
    deeper = [indent for indent in known if indent[0] > least[0] or indent[1] > least[1] + 8]
    if not deeper:
        return [False] * len(blocks)
    return [indent is not None and indent[0] == least[0] and indent[1] <= least[1] + 4 for indent in indents]


def _names_entry(block: Block, setting: Setting) -> bool:
    """True for a line that could head an entry by itself: with a range of dates, or, in education, with a degree, school or year."""
    if setting.education:
        return dated(block, setting) or degree_score(block.text) >= 1.8 or school_score(block.text) >= 2
    return dated(block, setting) and any(not found.lone for found in block.ranges)
