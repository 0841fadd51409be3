"""Which blocks of a section are the headings of its entries and which the text under them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from resume_match.lexicon.naming import degree_score, is_place, is_remark, opens_with_degree, organization_score, school_score, title_score
from resume_match.model import SectionKind
from resume_match.segmentation.blocks import Block, opens_with_past
from resume_match.segmentation.parts import heading_parts
from resume_match.segmentation.roles import best_reading
from resume_match.segmentation.rows import Body

_LONGEST_HEADING = 18  # words; longer lines are text


@dataclass(frozen=True, slots=True)
class Group:
    """An entry before it is read: the blocks of its heading and those under it; `above` names the employer of several roles."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    above: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What grouping needs to know beside the blocks: the kind of section and how running text is set."""

    kind: SectionKind
    body: Body

    @property
    def education(self) -> bool:
        return self.kind is SectionKind.EDUCATION


def headinglike(block: Block) -> bool:
    """True for a block that could be a line of an entry's heading: short, unmarked, no sentence."""
    if block.bullet or len(block.rows) > 3:
        return False
    words = block.words
    if opens_with_degree(block.text) and words <= 40:
        return True
    margin = bool(block.ranges) and "\t" in block.layout
    if (
        not margin
        and re.search(r"[a-z)]\.$", block.text)
        and words > 6
        and not re.search(r"\b(?:Inc|Co|Corp|Ltd|Jr|Sr|etc|present)\.$", block.text)
    ):
        return False
    if not block.ranges and (re.search(r":$", block.text) or len(re.findall(r"\t|\s\|\s|, ", block.layout)) > 4):
        return False  # a label, or a row of keywords
    limit = _LONGEST_HEADING + (8 if block.ranges else 0)
    return words <= limit


def dated(block: Block, setting: Setting) -> bool:
    """True for a heading-like block with the dates of an entry: a range, or a lone date where entries have only one."""
    if not headinglike(block) or not block.ranges or re.match(r"(?i)(?:last )?updated\b", block.text):
        return False
    if setting.education and remark_alone(block):
        return False
    joined = block.layout
    for found in block.ranges:
        before, after = joined[: found.span.start], joined[found.span.end :]
        at_edge = not re.search(r"\w", before) or not re.search(r"\w", after) or bool(re.search(r"[\t|(,·•–—/:-]\s*$", before))
        wordy = len((before + after).split())
        if not found.lone and (at_edge or wordy <= 10):
            return True
        if found.lone and (at_edge or re.search(r"(?i)\b(?:in|graduat\w*|class of)\s*:?\s*$", before)) and wordy <= 14:
            return True
    return False


def remark_alone(block: Block) -> bool:
    """True for a line that only remarks on a degree ("GPA: 3.7 · Dean's List 2015–2017"); "Graduated: 2012 | Cum Laude" dates it."""
    if re.match(r"(?i)(?:graduat|grad\b|class of|expected|anticipated|conferred|completed)", block.text):
        return False
    parts = heading_parts((block,), education=False)
    return bool(parts) and all(is_remark(part.text) and degree_score(part.text) < 1.8 for part in parts)


def prominent(block: Block, setting: Setting) -> bool:
    """True for a block set apart from running text by weight, slant, size, capitals or level."""
    row, body = block.first, setting.body
    larger = body.size is not None and row.style.size is not None and row.style.size >= body.size * 1.04
    partly = bool(row.bold_spans) and row.bold_spans[0].start == row.span.start and len(row.bold_spans[0]) >= 3
    return (row.bold and not body.bold) or larger or row.style.heading is not None or row.capitals or row.style.italic or partly


def _look(block: Block) -> tuple[object, ...]:
    """How the beginning of a block's first line is set."""
    row = block.first
    size, heading = row.style.size, row.style.heading
    slanted, capitals = row.style.italic and not row.bold_spans, row.text.split("\t")[0].isupper()
    return (None if size is None else round(size * 2) / 2, row.starts_bold, slanted, capitals, heading)


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
    blocks = _unmarked(blocks, setting)
    dates = [place for place, block in enumerate(blocks) if dated(block, setting)]
    dates = _one_per_heading(blocks, dates, setting)
    if not dates:
        return _undated(blocks, setting)
    heads = _heads(blocks, dates, setting)
    ends = [start for start, _ in heads[1:]] + [len(blocks)]
    intro = blocks[: heads[0][0]]
    groups: list[Group] = []
    looks = {_look(blocks[start]) for start, _ in heads if prominent(blocks[start], setting)}
    before, early = _split_undated(intro, looks, setting) if intro else ((), ())
    groups += early
    for (start, stop), end in zip(heads, ends, strict=True):
        body, extra = _split_undated(blocks[stop:end], looks, setting)
        groups.append(Group(blocks[start:stop], body))
        groups += extra
    return before, tuple(groups)


def _unmarked(blocks: tuple[Block, ...], setting: Setting) -> tuple[Block, ...]:
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


def _one_per_heading(blocks: tuple[Block, ...], dates: list[int], setting: Setting) -> list[int]:
    """The dated blocks without lone dates that only remark on a neighbour with a range ("Promoted 2019")."""
    ranged = [place for place in dates if any(not found.lone for found in blocks[place].ranges)]
    if not ranged or setting.education:
        return dates
    kept = []
    for place in dates:
        if (
            place in ranged
            or (blocks[place].words <= 8 and prominent(blocks[place], setting) and not any(abs(place - other) == 1 for other in ranged))
            or "\t" in blocks[place].first.text
            or setting.kind is SectionKind.PROJECTS
        ):
            kept.append(place)
    return kept


def _heads(blocks: tuple[Block, ...], dates: list[int], setting: Setting) -> list[tuple[int, int]]:
    """Where the heading of each dated block begins and ends."""
    lead = _lead_before(blocks, dates[0], 0, setting)
    usual = lead
    heads: list[tuple[int, int]] = []
    previous = 0
    first_looks = {blocks[place].first.look for place in range(dates[0] - lead, dates[0] + 1)}
    for number, place in enumerate(dates):
        if number == 0:
            start = place - lead
        else:
            available = _lead_before(blocks, place, previous, setting)
            start = place - _lead(blocks, place, available, usual, first_looks, setting, touching=place - available == previous)
        if heads and start < heads[-1][1]:
            start = heads[-1][1]
        limit = dates[number + 1] if number + 1 < len(dates) else len(blocks)
        stop = _tail(blocks, start, place, limit, usual if number + 1 < len(dates) else 0, setting)
        heads.append((start, stop))
        previous = stop
    return heads


def _lead_before(blocks: tuple[Block, ...], place: int, floor: int, setting: Setting) -> int:
    """How many heading-like blocks stand directly before the dated one, three at most."""
    count = 0
    while count < 3 and place - count - 1 >= floor and headinglike(blocks[place - count - 1]):
        if setting.education and remark_alone(blocks[place - count - 1]):
            break
        count += 1
    return count


def _lead(
    blocks: tuple[Block, ...], place: int, available: int, usual: int, looks: set[tuple[object, ...]], setting: Setting, *, touching: bool
) -> int:
    """How many of the heading-like blocks before a later date belong to its heading."""
    if touching and available <= usual:
        return available
    wanted = min(usual, available)
    if available == 0:
        return 0
    after_bullets = place - available - 1 >= 0 and blocks[place - available - 1].bullet
    if after_bullets and not touching:
        return min(available, max(usual, 2))
    while wanted < min(available, 2):
        block = blocks[place - wanted - 1]
        if not (prominent(block, setting) and block.first.look in looks and block.words <= 9):
            break
        wanted += 1
    while wanted > 0 and usual > 0 and not touching:
        block = blocks[place - wanted]
        if block.first.look in looks or prominent(block, setting) or block.words <= 8:
            break
        wanted -= 1
    return wanted


def _tail(blocks: tuple[Block, ...], start: int, place: int, limit: int, reserved: int, setting: Setting) -> int:
    """Where the heading ends: after the lines below the dates that still name title, organization or place."""
    stop = place + 1
    text_follows = any(not headinglike(block) for block in blocks[stop:limit])
    last = limit if text_follows or limit == len(blocks) else limit - reserved
    if (
        stop < limit
        and blocks[stop].bullet
        and not heading_parts(blocks[start:stop], education=setting.education)
        and _role_alone(blocks[stop], setting)
    ):
        return stop + 1  # dates stand as a heading, the role is the first bullet under them
    while stop < last and stop - place <= 3 and headinglike(blocks[stop]) and not _statement(blocks[stop]):
        if not _belongs(blocks, start, stop, setting):
            break
        stop += 1
    return stop


def _role_alone(block: Block, setting: Setting) -> bool:
    """True for a bullet that names a role or degree and says nothing of what was done."""
    if setting.education:
        return block.words <= 16 and (degree_score(block.text) >= 1.8 or school_score(block.text) >= 2)
    return block.words <= 12 and title_score(block.text) >= 2.2 and not _statement(block)


def _statement(block: Block) -> bool:
    """True for a line that says what was done rather than names something: it opens with a verb in the past or ends as a sentence."""
    words = block.text.split()
    if opens_with_degree(block.text):
        return False
    if re.search(r"[a-z]{2}\.$", block.text) and opens_with_past(block.text):
        return True
    if len(words) < 4:
        return False
    return (
        bool(re.match(r"[A-Z][a-z]+(?:ed|ing)\b", words[0]))
        or (bool(re.search(r"[a-z]\.$", block.text)) and len(words) > 5)
        or len(words) > 12
    )


def _belongs(blocks: tuple[Block, ...], start: int, place: int, setting: Setting) -> bool:
    """True when the block after a heading's lines still names something that the heading lacks."""
    block = blocks[place]
    if is_place(block.text) or (setting.education and is_remark(block.text)):
        return True
    if setting.education and re.search(r"[a-z]{3}\.$", block.text):
        return False
    head = blocks[start:place]
    parts = heading_parts(head, education=setting.education)
    if setting.education:
        text = " ".join(part.text for part in parts)
        lacks_degree, lacks_school = (
            degree_score(text) < 1.8 and not any(degree_score(p.text) >= 1.8 for p in parts),
            school_score(text) < 2,
        )
        return (
            (lacks_degree and degree_score(block.text) >= 0.9)
            or (lacks_school and block.words <= 9)
            or (len(parts) < 2 and block.words <= 8)
        )
    if not parts:
        return block.words <= 12
    if setting.kind is SectionKind.PROJECTS:
        return place == start + 1 and block.words <= 5 and title_score(block.text) >= 1.2
    if block.words > 10 or re.search(r"[%$€£]|\d{3}", block.text):
        return False
    reading = best_reading(parts)
    if reading is None:
        return True
    if reading.title is not None and reading.organization is not None and reading.pattern[1] in ("parts", "known", "at"):
        return False
    more = best_reading(heading_parts((*head, block), education=False))
    if more is None or more.pattern[1] != "parts" or more.score - reading.score < 0.6:
        return False
    mine = title_score(block.text), organization_score(block.text)
    if reading.pattern[1] in ("dash", "comma", "bracket"):
        return (prominent(block, setting) or title_score(reading.title or "") < 1) and max(mine) >= 1.0
    return max(mine) > 0.25 or prominent(block, setting)


def _split_undated(
    blocks: tuple[Block, ...], looks: set[tuple[object, ...]], setting: Setting
) -> tuple[tuple[Block, ...], tuple[Group, ...]]:
    """The text of a dated entry, and the entries without dates that stand among it, told by the look of a heading."""
    starts: list[int] = []
    for place, block in enumerate(blocks):
        if not headinglike(block) or block.words > 12 or _look(block) not in looks or _statement(block):
            continue
        after_text = place == 0 or not headinglike(blocks[place - 1]) or (starts and place - starts[-1] > 2)
        text_next = place + 1 < len(blocks) and not (headinglike(blocks[place + 1]) and _look(blocks[place + 1]) == _look(block))
        if (after_text or not starts) and (text_next or setting.kind is SectionKind.PROJECTS):
            starts.append(place)
    if not starts:
        return blocks, ()
    groups = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        stop = start + 1
        while stop < end and stop - start < 2 and headinglike(blocks[stop]) and not _statement(blocks[stop]) and blocks[stop].words <= 8:
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
        opens = headinglike(block) and not _statement(block)
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
