"""The lines above an entry's bullets, taken apart: dates and places set aside, what is left in parts that name one thing each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from resume_match.dates import DURATION, DateRange, find_ranges
from resume_match.lexicon.naming import is_city, is_doubtful_place, is_place, is_remark, place_at_end, set_apart
from resume_match.segmentation.blocks import Block

_HARD = re.compile(r"\s*(?:\t|\||‖|¦|\s[·•∙●▪◆♦*]\s|[·•∙](?=\s)|\s{2,}|\s//\s|ï¼\S*|：)\s*")
_DATE_WORDS = (
    r"de|du|von|ab|in(?: the)?(?: year)?|passed(?: out)?|year of passing|batch(?: of)?|expected|anticipated|graduated|graduation|graduating"
    r"|grad\.?|class of|completed|conferred|awarded|dates?|year(?=\s*:)|since|from|in progress|duration"
)
_DATE_LABEL = re.compile(rf"\b(?:{_DATE_WORDS})(?:\s+(?:on|in|date|graduation))?\s*[:.]?\s*$", re.IGNORECASE)
_EMPLOYER = r"(?:company|employer|organi[sz]ation|institut(?:e|ion))"
_LABELS = (
    r"location|client|role|(?:job )?title|position(?: held)?|post(?: held)?|designation|degree|course|qualification|school|college"
    rf"|university|{_EMPLOYER}(?: name)?|name of (?:the )?{_EMPLOYER}"
)
_LABEL = re.compile(
    rf"^(?:(?:(?:earlier|previous|prior|other) (?:roles?|positions?|experience)|{_LABELS})\s*:-?\s*|designation\s*[–—-]\s*)", re.IGNORECASE
)
_LEGAL_FORM = re.compile(r"\b(?:inc|llc|llp|ltd|limited|corp|plc|gmbh|ag|a\.?s|ab|b\.?v|s\.?a)\.?,\s+([^,]+)$", re.IGNORECASE)
# "Working as Buyer in ...", "Associated with ... as Buyer": what says no more than that somebody was there.
WORKED = re.compile(
    r"^(?:(?:currently|presently)\s+)?(?:work(?:ed|ing)|employed|serv(?:ed|ing)|associated|joined|designated)\s+(as|with|at|in|for)\s+"
    r"(?:(?:an?|the)\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
# "Completed MCA from ...", "Pursuing a degree in ...": what says no more than that somebody learned there.
STUDIED = re.compile(
    r"^(?:(?:successfully|currently|presently)\s+)?(?:complet(?:ed|ing)|pursu(?:ed|ing)|passed(?: out)?|obtained|earned|received|did|done"
    r"|doing)\s+(?:(?:an?|my|the)\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s(?:in|with|for)\s(?=[A-Z])")
# The grade at the end of a degree: "with 66%", "securing 7.8 CGPA", "(71%)", "with distinction". What joins it stays for `trimmed`, since a
# pattern that begins with a run of dashes would look through a stranger's endless run once for each of them.
_GRADED = re.compile(
    r"(?:\b(?:with|secur(?:ed|ing)|scor(?:ed|ing)|obtain(?:ed|ing))\b[^,]{0,30}?\s)?"
    r"\d{1,2}(?:\.\d+)?\s?(?:%|percent\b|c?gpa\b|/\s?10\b).*$"
    r"|\bwith\s(?:first|second|distinction|merit)\b(?!\sin\b).*$"
    r"|\((?:first|second|upper|lower|third)\b[^()]*\)",
    re.IGNORECASE,
)
# "**Acme**, Annecy — Buyer": where the employer is, whatever town that may be.
_PLACE_BETWEEN = re.compile(r"^\s*,\s+[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,2}(?:,\s*[A-Z]{2})?\s+[–—-]\s+(?=[A-Z])")
_EDGE = " \t,;:|–—-·•∙/\u200b*"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an entry's heading, how it is set, and the number of the block it stands in.

    `place` when it may be no more than a place; `sited` when a place follows it on the line, as it follows an employer.
    """

    text: str
    block: int
    bold: bool
    italic: bool
    place: bool = False
    sited: bool = False


def trimmed(text: str) -> str:
    """The text without separators at its edges and without brackets that close nothing."""
    text = re.sub(r"\(\s*[,–—-]?\s*\)|\[\s*\]", "", text).strip(_EDGE)
    text = re.sub(r"\s+", " ", text)
    if text.count("(") < text.count(")") and text.endswith(")"):
        text = text[:-1]
    if text.count("(") > text.count(")") and (text.endswith("(") or text.startswith("(")):
        text = text.strip("(")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return text.strip(_EDGE)


def heading_parts(blocks: tuple[Block, ...], *, education: bool) -> tuple[Part, ...]:
    """The parts of the blocks in reading order, without dates, durations and places."""
    found: list[Part] = []
    for number, block in enumerate(blocks):
        for text, bold in _runs(block):
            if found and not education:
                text = _PLACE_BETWEEN.sub("\t", text, count=1)
            pieces = [trimmed(piece) for piece in _HARD.split(set_apart(text))]
            for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
                names = _names(piece, education=education)
                sited = bool(following) and is_place(following)
                found += [Part(name, number, bold, block.first.style.italic, is_place(name), sited) for name in names]
    return tuple(found)


def _runs(block: Block) -> list[tuple[str, bool]]:
    """The block's text with its dates blanked out by tabs, cut where bold begins or ends between words."""
    masked = _without_dates(block.layout, block.ranges).replace("\n", " ")
    edges = [0]
    for place in range(1, len(masked)):
        if block.bold[place] != block.bold[place - 1] and not (masked[place].isalnum() and masked[place - 1].isalnum()):
            edges.append(place)
    edges.append(len(masked))
    runs = [(masked[one:two], block.bold[one]) for one, two in pairwise(edges)]
    found: list[tuple[str, bool]] = []
    for text, bold in runs:
        if found and not re.search(r"\w", text):
            found[-1] = (found[-1][0] + text, found[-1][1])
        elif found and found[-1][1] == bold:
            found[-1] = (found[-1][0] + text, bold)
        else:
            found.append((text, bold))
    return found


def _without_dates(text: str, ranges: tuple[DateRange, ...]) -> str:
    """The text, each date and its label ("Graduated:") overwritten by tabs, so that offsets stay."""
    masked = text
    for found in _telling(ranges):
        start, end = found.span.start, found.span.end
        label = _DATE_LABEL.search(masked, 0, start)
        start = label.start() if label else start
        while end < len(masked) and masked[end] in ")]":
            end += 1
        while start and masked[start - 1] in "([":
            start -= 1
        masked = masked[:start] + "\t" * (end - start) + masked[end:]
    return DURATION.sub(lambda match: "\t" * len(match.group()), masked)


def _telling(ranges: tuple[DateRange, ...]) -> tuple[DateRange, ...]:
    """The ranges; without any, the first lone date. Further years belong to a name ("Class of 1999 Reunion", "Fusion 2015")."""
    return tuple(found for found in ranges if not found.lone) or ranges[:1]


def _names(text: str, *, education: bool) -> list[str]:
    """The part without its place; in two, where the place stands in the middle."""
    text = _LABEL.sub("", text)
    if not education and (worked := WORKED.match(text)):
        text = text[worked.end() :]
        text = _WHERE.sub(" at ", text, count=1) if worked.group(1).lower() == "as" else text
    if not re.search(r"\w", text) or (is_place(text) and (education or not is_doubtful_place(text))):
        return []
    if is_place(text):
        return [text]
    ahead = re.match(r"([^,]+,\s*[A-Z]{2})\s*,\s*(?=\S)|([^–—-]+)\s[–—-]\s+(?=\S)", text)
    if ahead and is_place(ahead.group(1) or ahead.group(2)):
        return [trimmed(text[ahead.end() :])]
    for match in re.finditer(r",\s*([^,]+,\s*[A-Z]{2})\s*(?:,|\s[–—-]+\s)\s*(?=\S)", text):
        if is_place(match.group(1)):
            return [trimmed(text[: match.start()]), trimmed(text[match.end() :])]
    legal = _LEGAL_FORM.search(text)
    if legal and not education and is_city(legal.group(1)):
        text = trimmed(text[: legal.start(1)])  # "Gower Bakeries Ltd, Abertawe": where it is, whatever town that may be
    cut = place_at_end(text)
    if cut is not None:
        place = text[cut:]
        if not education or "," in place or not re.search(r",\s*$", text[:cut]):
            text = trimmed(text[:cut])
    if education:
        text = trimmed(_GRADED.sub("", STUDIED.sub("", text)))
    if education and not re.search(r"[^\W\d_]", text):
        return []  # a grade
    if education and is_remark(text) and not re.search(r"(?i)\b(?:university|college|school)\b", text):
        return []
    return [text] if text else []


def header_dates(blocks: tuple[Block, ...]) -> DateRange | None:
    """The dates of an entry's heading: its first range, or else its first lone date."""
    ranges = find_ranges("\n".join(block.layout for block in blocks))
    return next((one for one in ranges if not one.lone), ranges[0] if ranges else None)
