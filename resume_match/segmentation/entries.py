"""A section's blocks as entries: title, organization, dates and bullets."""

from __future__ import annotations

import re
from dataclasses import replace

from resume_match.dates import PRESENT, DateRange
from resume_match.lexicon.headings import is_duty_label
from resume_match.lexicon.naming import degree_score, is_place, is_remark, names_break, organization_score, title_score
from resume_match.model import Bullet, Document, Entry, EntryKind, SectionKind, Span
from resume_match.segmentation.blocks import Block
from resume_match.segmentation.degrees import education_readings
from resume_match.segmentation.grouping import Group, group
from resume_match.segmentation.headlines import Setting, headinglike, remark_alone, tells
from resume_match.segmentation.parts import Part, header_dates, heading_parts
from resume_match.segmentation.roles import Reading, best_reading, custom_of, reading_in_text
from resume_match.segmentation.rows import Body
from resume_match.segmentation.statements import statements

# "Client: Acme | Location: Austin, TX": facts about an engagement, no statement.
_FACTS = re.compile(
    r"(?:client|location|team size|industry|reporting to|reports to|domain|hours(?: per week)?|salary|supervisor|pay (?:plan|grade)|series"
    r"|(?:employment|job|contract) type|reason for leaving)\s*:",
    re.IGNORECASE,
)

_TITLE_WORDS = 7  # of a title on a line of its own

KINDS = {
    SectionKind.EXPERIENCE: EntryKind.EXPERIENCE,
    SectionKind.EDUCATION: EntryKind.EDUCATION,
    SectionKind.PROJECTS: EntryKind.PROJECT,
    SectionKind.VOLUNTEER: EntryKind.VOLUNTEER,
    SectionKind.OTHER: EntryKind.OTHER,
}


def entries_of(
    blocks: tuple[Block, ...], kind: SectionKind, body: Body, document: Document
) -> tuple[tuple[Bullet, ...], tuple[Entry, ...]]:
    """The statements before the first entry, and the entries, of a section of that kind."""
    setting = Setting(kind, body)
    intro, groups = group(blocks, setting)
    if kind is SectionKind.OTHER and sum(bool(header_dates(one.head)) for one in groups) * 2 <= len(groups):
        return bullets_of(blocks, document.text), ()
    parts = [heading_parts(one.head, education=setting.education) for one in groups]
    if any(not one.body and header_dates(one.head) is None and len(names) > 4 for one, names in zip(groups, parts, strict=True)):
        rows = zip(groups, parts, strict=True)  # names in a row, of clients or partners, head no entry
        loose = tuple(
            block for one, names in rows for block in one.head if not one.body and header_dates(one.head) is None and len(names) > 4
        )
        intro = intro + loose
        groups = tuple(one for one in groups if one.head[0] not in loose)
        parts = [heading_parts(one.head, education=setting.education) for one in groups]
    groups, parts, employers = _uncontained(groups, parts, setting)
    read = [
        one if employer is None or one is None else Reading(" – ".join(part.text for part in names[:1]), employer, one.score, one.pattern)
        for one, names, employer in zip(_readings(parts, setting, employers), parts, employers, strict=True)
    ]
    found = _inherited(list(zip(groups, _under_employers(read, parts), strict=True)), education=setting.education)
    return bullets_of(intro, document.text), tuple(_entry(one, reading, kind, document) for one, reading in found)


_Parts = list[tuple[Part, ...]]


def _uncontained(groups: tuple[Group, ...], parts: _Parts, setting: Setting) -> tuple[tuple[Group, ...], _Parts, list[str | None]]:
    """The groups without those that only name an employer over the roles held there, and the employer that each role got from one.

    Such a heading names no title and its dates span those of the roles under it, each of which names a title alone.
    """
    if setting.kind not in (SectionKind.EXPERIENCE, SectionKind.VOLUNTEER, SectionKind.OTHER):
        return groups, parts, [None] * len(groups)
    kept: list[Group] = []
    names: _Parts = []
    employers: list[str | None] = []
    over: tuple[DateRange, str, tuple[Block, ...]] | None = None
    for place, (one, mine) in enumerate(zip(groups, parts, strict=True)):
        dates = header_dates(one.head)
        if over is not None and len(mine) == 1 and dates is not None and _within(dates, over[0]):
            kept.append(replace(one, above=over[2]))
            names.append(mine)
            employers.append(over[1])
            over = (over[0], over[1], ())
            continue
        over = None
        following = header_dates(groups[place + 1].head) if place + 1 < len(groups) else None
        untitled = 0 < len(mine) <= 3 and all(title_score(part.text) < 1 for part in mine)
        if untitled and dates is not None and following is not None and not dates.lone:
            alone = len(parts[place + 1]) == 1 and title_score(parts[place + 1][0].text) >= 1
            if alone and _within(following, dates) and not any(block.bullet for block in one.body):
                over = (dates, mine[0].text, one.head + one.body)
                continue
        kept.append(one)
        names.append(mine)
        employers.append(None)
    return tuple(kept), names, employers


def _within(inner: DateRange, outer: DateRange) -> bool:
    """True when the inner dates lie in the outer ones, as far as years tell; "present" comes after every year."""
    starts, ends = (inner.start or inner.end, outer.start), (inner.end, outer.end)
    if any(date is None for date in (*starts, *ends)):
        return False
    first = [str(date)[:4] for date in starts]
    last = ["9999" if date == PRESENT else str(date)[:4] for date in ends]
    return first[0] >= first[1] and last[0] <= last[1]


def bullets_of(blocks: tuple[Block, ...], source: str, *, split: bool = False) -> tuple[Bullet, ...]:
    """The blocks as statements; labels ("Key achievements:") are none."""
    return tuple(
        bullet
        for block in blocks
        if re.search(r"[^\W\d_]{2}|[^\W\d_]\W*[+#]", block.text) and not _label(block)
        for bullet in statements(block, source, split=split)
    )


def _label(block: Block) -> bool:
    return (block.text.endswith(":") and block.words <= 5) or is_duty_label(block.text)


def _readings(parts: _Parts, setting: Setting, employers: list[str | None]) -> list[Reading | None]:
    """The best reading of each heading; titles below an employer's own line, and breaks, say nothing of how the others are set."""
    if setting.education:
        return education_readings(parts)
    if setting.kind is SectionKind.PROJECTS:
        return [Reading(one[0].text, None, 0.0, ("title",)) if one else None for one in parts]
    voters = [one for one, employer in zip(parts, employers, strict=True) if employer is None]
    custom = custom_of([one for one in voters if not any(names_break(part.text) for part in one)])
    return [best_reading(one, custom) for one in parts]


def _under_employers(read: list[Reading | None], parts: _Parts) -> list[Reading | None]:
    """The readings; below an employer on a line of its own "Manager – Search" is all title, unless its end is plainly an employer."""
    found: list[Reading | None] = []
    under = False
    for reading, names in zip(read, parts, strict=True):
        cut = reading is not None and len(names) == 1 and reading.pattern[1:2] in (("dash",), ("comma",))
        if cut and under and reading is not None and organization_score(reading.organization or "") < 2:
            reading = Reading(names[0].text, None, reading.score, ("title", 0))
        elif reading is not None and reading.organization is not None:
            under = reading.pattern[1:2] == ("parts",) and reading.pattern[4:5] == (False,)
        found.append(reading)
    return found


def _inherited(found: list[tuple[Group, Reading | None]], *, education: bool) -> list[tuple[Group, Reading | None]]:
    """The groups with an organization handed down to further roles or degrees under it; one that heads nothing else is no entry."""
    kept: list[tuple[Group, Reading | None]] = []
    current: str | None = None
    for place, (one, reading) in enumerate(found):
        following = found[place + 1][1] if place + 1 < len(found) else None
        if reading is not None and reading.organization is not None:
            current = reading.organization
            if (
                reading.title is None
                and not one.body
                and following is not None
                and following.title is not None
                and following.organization is None
            ):
                continue
        elif reading is not None and reading.title is not None and current is not None and _goes_on_there(reading.title, education):
            reading = replace(reading, organization=current)
        kept.append((one, reading))
    return kept


def _goes_on_there(title: str, education: bool) -> bool:
    """Whether what stands below an employer or a school belongs there: no break does, and a course is taken anywhere."""
    return degree_score(title) >= 0.9 if education else not names_break(title)


def _entry(one: Group, reading: Reading | None, kind: SectionKind, document: Document) -> Entry:
    blocks = one.above + one.head + one.body
    span = Span(min(block.span.start for block in blocks), max(block.span.end for block in blocks))
    dates = header_dates(tuple(block for block in one.head if kind is not SectionKind.EDUCATION or not remark_alone(block)))
    told = tuple(block for block in one.above if not headinglike(block))
    body = tuple(block for block in told + one.body if not _remark(block, kind))
    start, end = (dates.start, dates.end) if dates is not None else (None, None)
    if reading is None and body and kind is not SectionKind.EDUCATION:
        reading = reading_in_text(body[0].text)
    if reading is not None and reading.title is None and kind is SectionKind.EXPERIENCE and (title := _title_below(body)) is not None:
        reading, body = replace(reading, title=title.text), tuple(block for block in body if block is not title)
    return Entry(
        KINDS[kind],
        reading.title if reading else None,
        reading.organization if reading else None,
        start,
        end,
        span,
        bullets_of(body, document.text),
    )


def _title_below(body: tuple[Block, ...]) -> Block | None:
    """The line of the job title where a line about the employer parts the two: "Acme (2019 - 2021)", "Maker of valves", "Buyer"."""
    if len(body) < 3 or body[0].bullet or body[1].bullet or not body[2].bullet:
        return None
    about, title = body[:2]
    named = title.words <= _TITLE_WORDS and title_score(title.text) >= 2.2 and not tells(title)
    return title if named and title_score(about.text) < 1.2 else None


def _remark(block: Block, kind: SectionKind) -> bool:
    """True for an unmarked line that says a place, or of a degree its grade and honors: part of the entry, no statement."""
    if block.bullet:
        return False
    if is_place(block.text) or _FACTS.match(block.text):
        return True
    return kind is SectionKind.EDUCATION and (block.words <= 4 or (is_remark(block.text) and block.words <= 6))
