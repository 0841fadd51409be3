"""Which blocks of a section are the headings of its entries and which the text under them."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.lexicon.naming import degree_score, is_place, is_remark, organization_score, school_score, title_score
from resume_match.model import SectionKind
from resume_match.segmentation.blocks import Block
from resume_match.segmentation.headlines import Setting, dated, headinglike, look_of, prominent, tells
from resume_match.segmentation.heads import heads_of, one_per_heading
from resume_match.segmentation.marks import unmarked
from resume_match.segmentation.parts import heading_parts
from resume_match.segmentation.roles import best_reading


@dataclass(frozen=True, slots=True)
class Group:
    """An entry before it is read: the blocks of its heading and those under it; `above` names the employer of several roles."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    above: tuple[Block, ...] = ()


def unheaded_start(blocks: tuple[Block, ...], setting: Setting) -> int:
    """Where entries begin that no heading announces: at a dated heading with text under it; the number of blocks where there are none."""
    for place, block in enumerate(blocks):
        if place and dated(block, setting) and any(not found.lone for found in block.ranges) and place + 1 < len(blocks):
            lead = 0
            while (
                lead < 2
                and place - lead > 1
                and _names_role(blocks[place - lead - 1])
                and best_reading(heading_parts((block,), education=False)) is None
            ):
                lead += 1
            if any(one.bullet or one.words > 8 for one in blocks[place + 1 : place + 4]):
                return place - lead
    return len(blocks)


def _names_role(block: Block) -> bool:
    """True for a heading-like line that names a title or an organization."""
    return headinglike(block) and "@" not in block.text and max(title_score(block.text), organization_score(block.text)) >= 1.2


def group(blocks: tuple[Block, ...], setting: Setting) -> tuple[tuple[Block, ...], tuple[Group, ...]]:
    """The blocks before the first entry, and the entries."""
    blocks = unmarked(blocks, setting)
    dates = [place for place, block in enumerate(blocks) if dated(block, setting)]
    dates = one_per_heading(blocks, dates, setting)
    if not dates:
        return _undated(blocks, setting)
    heads = heads_of(blocks, dates, setting)
    ends = [start for start, _ in heads[1:]] + [len(blocks)]
    intro = blocks[: heads[0][0]]
    groups: list[Group] = []
    looks = {look_of(blocks[start]) for start, _ in heads if prominent(blocks[start], setting)}
    before, early = _split_undated(intro, looks, setting) if intro else ((), ())
    groups += early
    for (start, stop), end in zip(heads, ends, strict=True):
        body, extra = _split_undated(blocks[stop:end], looks, setting)
        groups.append(Group(blocks[start:stop], body))
        groups += extra
    return before, tuple(groups)


def _split_undated(
    blocks: tuple[Block, ...], looks: set[tuple[object, ...]], setting: Setting
) -> tuple[tuple[Block, ...], tuple[Group, ...]]:
    """The text of a dated entry, and the entries without dates that stand among it, told by the look of a heading."""
    starts: list[int] = []
    for place, block in enumerate(blocks):
        if not headinglike(block) or block.words > 12 or look_of(block) not in looks or tells(block):
            continue
        after_text = place == 0 or not headinglike(blocks[place - 1]) or (starts and place - starts[-1] > 2)
        text_next = place + 1 < len(blocks) and not (headinglike(blocks[place + 1]) and look_of(blocks[place + 1]) == look_of(block))
        if (after_text or not starts) and (text_next or setting.kind is SectionKind.PROJECTS):
            starts.append(place)
    if not starts:
        return blocks, ()
    groups = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        stop = start + 1
        while stop < end and stop - start < 2 and headinglike(blocks[stop]) and not tells(blocks[stop]) and blocks[stop].words <= 8:
            stop += 1
        groups.append(Group(blocks[start:stop], blocks[stop:end]))
    return blocks[: starts[0]], tuple(groups)


def _undated(blocks: tuple[Block, ...], setting: Setting) -> tuple[tuple[Block, ...], tuple[Group, ...]]:
    """The entries of a section without any dates: a run of heading-like blocks opens one."""
    groups: list[Group] = []
    head: list[Block] = []
    body: list[Block] = []
    intro: list[Block] = []
    for block in blocks:
        opens = headinglike(block) and not tells(block)
        if setting.education and (is_remark(block.text) or is_place(block.text)):
            opens = opens and not head
        elif not setting.education:
            opens = opens and (prominent(block, setting) or (bool(body) and body[-1].bullet))
        if not opens:
            (body if head else intro).append(block)
            continue
        if head and (body or _full(head, block, setting)):
            groups.append(Group(tuple(head), tuple(body)))
            head, body = [], []
        head.append(block)
    if head:
        groups.append(Group(tuple(head), tuple(body)))
    return tuple(intro), tuple(groups)


def _full(head: list[Block], block: Block, setting: Setting) -> bool:
    """True when the heading so far already names what the block names."""
    if setting.education:
        if degree_score(block.text) >= 1.8:
            return any(degree_score(one.text) >= 1.8 for one in head)
        return school_score(block.text) >= 2 and any(school_score(one.text) >= 2 for one in head)
    if setting.kind is SectionKind.PROJECTS:
        return block.first.look == head[0].first.look
    return len(head) >= 2 and block.first.look == head[0].first.look
