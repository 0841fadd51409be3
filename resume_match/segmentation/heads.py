"""Where the heading of each entry begins and ends, told from the lines that hold its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resume_match.lexicon.naming import (
    degree_score,
    is_place,
    is_remark,
    opens_with_degree,
    organization_score,
    place_at_end,
    school_score,
    title_score,
)
from resume_match.model import SectionKind
from resume_match.segmentation.blocks import Block
from resume_match.segmentation.headlines import Setting, headinglike, prominent, remark_alone, tells
from resume_match.segmentation.parts import Part, heading_parts
from resume_match.segmentation.roles import Reading, best_reading

_SURE_EMPLOYER, _WEAK_EMPLOYER = 2.0, 1.2  # scores
_BETTER = 0.5  # by how much a line has to look more like an employer than what stands behind a title's comma


def one_per_heading(blocks: tuple[Block, ...], dates: list[int], setting: Setting) -> list[int]:
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
            or (place and blocks[place - 1].bullet and _titles(blocks[place]))
        ):
            kept.append(place)
    return kept


@dataclass(frozen=True, slots=True)
class _Scene:
    """A section's blocks, and how its first heading is set: `usual` lines stand above its dates, and they have those looks.

    `marked` where its first line is set apart from running text.
    """

    blocks: tuple[Block, ...]
    setting: Setting
    usual: int = 0
    looks: frozenset[tuple[object, ...]] = frozenset()
    marked: bool = False


def heads_of(blocks: tuple[Block, ...], dates: list[int], setting: Setting) -> list[tuple[int, int]]:
    """Where the heading of each dated block begins and ends."""
    usual = _lead_before(_Scene(blocks, setting), dates[0], 0)
    first = blocks[dates[0] - usual : dates[0] + 1]
    scene = _Scene(blocks, setting, usual, frozenset(block.first.look for block in first), prominent(first[0], setting))
    heads: list[tuple[int, int]] = []
    for number, place in enumerate(dates):
        floor = heads[-1][1] if heads else 0
        start = max(floor, place - (_lead(scene, place, floor) if heads else usual))
        limit = dates[number + 1] if number + 1 < len(dates) else len(blocks)
        heads.append((start, _tail(scene, start, place, limit)))
    return heads


def _lead_before(scene: _Scene, place: int, floor: int) -> int:
    """How many heading-like blocks stand directly before the dated one, three at most."""
    count = 0
    while count < 3 and place - count - 1 >= floor and headinglike(scene.blocks[place - count - 1]):
        if scene.setting.education and remark_alone(scene.blocks[place - count - 1]):
            break
        count += 1
    return count


def _lead(scene: _Scene, place: int, floor: int) -> int:
    """How many of the heading-like blocks before a later date belong to its heading."""
    available = _lead_before(scene, place, floor)
    touching = place - available == floor
    if available == 0 or (touching and available <= scene.usual):
        return available
    if not touching and scene.blocks[place - available - 1].bullet:
        return min(available, max(scene.usual, 2))
    wanted = min(scene.usual, available)
    while wanted < min(available, 2):
        block = scene.blocks[place - wanted - 1]
        alike = prominent(block, scene.setting) and block.first.look in scene.looks and block.words <= 9
        if not alike and not (wanted == 0 and _titles(block) and not _titles(scene.blocks[place])):
            break
        wanted += 1
    while wanted > 0 and scene.marked and prominent(scene.blocks[place], scene.setting):
        if prominent(scene.blocks[place - wanted], scene.setting):
            break
        wanted -= 1  # what is set as running text stands under the entry before
    while wanted > 0 and scene.usual > 0 and not touching:
        block = scene.blocks[place - wanted]
        if block.first.look in scene.looks or prominent(block, scene.setting) or block.words <= 8:
            break
        wanted -= 1
    return wanted


def _titles(block: Block) -> bool:
    """True for a line with a job title in it."""
    return (
        block.words <= 12 and not tells(block) and any(title_score(part.text) >= 2.2 for part in heading_parts((block,), education=False))
    )


def _tail(scene: _Scene, start: int, place: int, limit: int) -> int:
    """Where the heading ends: after the lines below the dates that still name title, organization or place."""
    blocks, setting, stop = scene.blocks, scene.setting, place + 1
    if stop < limit and blocks[stop].bullet and not heading_parts(blocks[start:stop], education=setting.education):
        return stop + _role_alone(blocks[stop], setting)  # dates stand as a heading, the role is the first bullet under them
    text_follows = any(not headinglike(block) for block in blocks[stop:limit])
    last = limit if text_follows or limit == len(blocks) else limit - scene.usual
    while stop < last and stop - place <= 3 and headinglike(blocks[stop]) and not tells(blocks[stop]):
        if not _belongs(blocks, start, stop, setting):
            break
        stop += 1
    return stop


def _role_alone(block: Block, setting: Setting) -> bool:
    """True for a bullet that names a role or degree and says nothing of what was done."""
    if setting.education:
        return block.words <= 16 and (degree_score(block.text) >= 1.8 or school_score(block.text) >= 2)
    return block.words <= 12 and title_score(block.text) >= 2.2 and not tells(block)


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
        return _completes_education(block, parts)
    if not parts:
        return block.words <= 12 or opens_with_degree(block.text)
    if setting.kind is SectionKind.PROJECTS:
        return place == start + 1 and block.words <= 5 and title_score(block.text) >= 1.2
    if block.words > 10 or _is_measured(block.text, under_head=place == start + 1):
        return False
    reading = best_reading(parts)
    if reading is None:
        return True
    if reading.title is not None and reading.organization is not None and reading.pattern[1] in ("parts", "known", "at"):
        return False
    more = best_reading(heading_parts((*head, block), education=False))
    mine = title_score(block.text), organization_score(block.text)
    if len(head) == 1 and _is_better_employer(block.text, mine, reading):
        return True
    apart = (block.first.style.italic or block.first.bold) and block.first.look != head[0].first.look
    if more is None or more.pattern[1] != "parts" or more.score - reading.score < (0.2 if apart else 0.6):
        return False
    if reading.pattern[1] in ("dash", "comma", "bracket"):
        return (apart and max(mine) > 0.25) or ((prominent(block, setting) or title_score(reading.title or "") < 1) and max(mine) >= 1.0)
    return max(mine) > 0.25 or prominent(block, setting)


def _is_measured(text: str, *, under_head: bool) -> bool:
    """Whether a line holds a figure that no employer's name has; right under a title "Topeka USD 501" is a name."""
    if re.search(r"[%$€£]", text):
        return True
    return re.search(r"\d{3}", text) is not None and not (under_head and organization_score(text) > 0.25)


def _is_better_employer(text: str, scores: tuple[float, float], reading: Reading) -> bool:
    """Whether a line under "Plant Manager, Production" or "Director of Product – Platform" is the employer ("Acme Corp, Boise, ID").

    It is where it looks more like one than what the comma parts, or surely like one and that does not.
    """
    title, organization = scores
    parted = organization_score(reading.organization or "")
    if reading.pattern[:2] == ("title first", "comma") and title <= organization > parted + _BETTER:
        return True
    employs = organization >= _SURE_EMPLOYER or (place_at_end(text) or 0) > 0
    return reading.pattern[1] in ("dash", "comma", "bracket") and employs and title < 1 and parted < _WEAK_EMPLOYER


def _completes_education(block: Block, parts: tuple[Part, ...]) -> bool:
    """Whether a line names the degree or the school that the lines above it lack."""
    text = " ".join(part.text for part in parts)
    lacks_degree = degree_score(text) < 1.8 and not any(degree_score(part.text) >= 1.8 for part in parts)
    named = (lacks_degree and degree_score(block.text) >= 0.9) or (school_score(text) < 2 and block.words <= 9)
    return named or (len(parts) < 2 and block.words <= 8)
