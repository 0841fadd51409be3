"""What can stand above an entry's text: short lines with dates or names, set apart, and no statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resume_match.lexicon.headings import is_duty_label
from resume_match.lexicon.naming import degree_score, is_remark, opens_with_degree, title_score
from resume_match.model import SectionKind
from resume_match.segmentation.blocks import Block
from resume_match.segmentation.parts import STUDIED, WORKED, heading_parts
from resume_match.segmentation.rows import Body
from resume_match.segmentation.wrapping import opens_with_past

_LONGEST_HEADING = 18  # words; longer lines are text
_TOOLS = re.compile(
    r"(?:key )?(?:technologies|tech(?:nology)? stack|environment|tools|stack|skills)(?: used)?\s*:\s*\S", re.IGNORECASE
)  # of a job

# What stands before a lone date.
_DATED_BY = re.compile(r"\b(?:in(?: the year)?|year|batch of|graduat\w*|class of)\s*:?\s*$", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "the", "for", "&", "at", "in"})  # words of a name that are written small


@dataclass(frozen=True, slots=True)
class Setting:
    """What grouping needs to know beside the blocks: the kind of section and how running text is set."""

    kind: SectionKind
    body: Body

    @property
    def education(self) -> bool:
        """True where the entries are degrees."""
        return self.kind is SectionKind.EDUCATION


def headinglike(block: Block) -> bool:
    """True for a block that could be a line of an entry's heading: short, unmarked, no sentence."""
    if block.bullet or len(block.rows) > 3 or is_duty_label(block.text):
        return False
    words = block.words
    if opens_with_degree(block.text) and words <= 45:
        return True
    if _tells_where(block):
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
    if not block.ranges and _TOOLS.match(block.text):
        return False
    limit = _LONGEST_HEADING + (8 if block.ranges else 0)
    return words <= limit


def _tells_where(block: Block) -> bool:
    """True for a dated sentence that says no more than where somebody worked or learned: "Worked as Buyer in Acme from 2015 to 2018."."""
    if not block.ranges or block.words > _LONGEST_HEADING + 8:
        return False
    worked = WORKED.match(block.text) is not None and any(not found.lone for found in block.ranges)
    return worked or (STUDIED.match(block.text) is not None and degree_score(block.text) >= 1.8)


def dated(block: Block, setting: Setting) -> bool:
    """True for a heading-like block with the dates of an entry: a range, or a lone date where entries have only one."""
    if not headinglike(block) or not block.ranges or re.match(r"(?i)(?:last )?updated\b", block.text):
        return False
    if setting.education and remark_alone(block):
        return False
    if setting.kind is SectionKind.OTHER and re.search(r"[%$€£]", block.text):
        return False  # a figure reached
    joined = block.layout
    for found in block.ranges:
        before, after = joined[: found.span.start], joined[found.span.end :]
        apart = bool(re.search(r"[\t|(,·•–—/:-]\s*$", before)) or bool(re.match(r" *\t", after))
        at_edge = apart or not re.search(r"\w", before) or not re.search(r"\w", after)
        wordy = len((before + after).split())
        if not found.lone and (at_edge or wordy <= 10):
            return True
        if found.lone and (at_edge or _DATED_BY.search(before)) and wordy <= 14:
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


def look_of(block: Block) -> tuple[object, ...]:
    """How the beginning of a block's first line is set."""
    row = block.first
    size, heading = row.style.size, row.style.heading
    slanted, capitals = row.style.italic and not row.bold_spans, row.text.split("\t")[0].isupper()
    return (None if size is None else round(size * 2) / 2, row.starts_bold, slanted, capitals, heading)


def tells(block: Block) -> bool:
    """True for a line that says what was done rather than names something: it opens with a verb in the past or ends as a sentence."""
    words = block.text.split()
    if opens_with_degree(block.text):
        return False
    if re.search(r"[a-z]{2}\.$", block.text) and opens_with_past(block.text):
        return True
    if len(words) < 4:
        return False
    # "Marketing Manager, Acme", "Certified Nurse Assistant", "Applied Materials of Larchfield"
    called = all(word[:1].isupper() or word in _SMALL for word in words)
    named = words[1][:1].isupper() and (title_score(block.text) >= 1.2 or called)
    return (
        (bool(re.match(r"[A-Z][a-z]+(?:ed|ing)\b", words[0])) and not named)
        or (bool(re.search(r"[a-z]\.$", block.text)) and len(words) > 5)
        or len(words) > 12
    )
