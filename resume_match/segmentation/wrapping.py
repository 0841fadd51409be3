"""Whether a line goes on with the one before it: by its signs and words, its style, the blank space above it and the room left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resume_match.dates import find_ranges
from resume_match.lexicon.headings import is_duty_label
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.model import DocumentFormat
from resume_match.segmentation.rows import Body, Row, is_margin

_TELLING = (VerbForm.PAST, VerbForm.ING)


_CONNECTING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "over",
        "per",
        "than",
        "that",
        "the",
        "their",
        "through",
        "to",
        "under",
        "using",
        "via",
        "was",
        "were",
        "which",
        "while",
        "with",
    ]
)


_OPEN_DATES = re.compile(r"\d\s*[-–—]\s*$|[-–—]\s*\w+\.?\s*$|\d\s+(?:to|until|till|bis|au|à)\s*$|\([^\W\d_]{3,9}\.?\s*$", re.IGNORECASE)
# What a date on the next line goes on with: "from", "Feb".
_HANGING = re.compile(
    r"(?:[(,–-]|\b(?:from|since|to|until|till|in|of|during|between)|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)$",
    re.IGNORECASE,
)
_LONGEST_DATED = 16  # words of a line that ends in its date
# "Frameworks: Django, Flask" begins something new wherever it stands.
_LABELLED = re.compile(r"[A-Z][\w&/.+'’-]*(?:\s[\w&/.+'’-]+){0,3}\s?:\s+\S")


@dataclass(frozen=True, slots=True)
class Paper:
    """What wrapping depends on beside the lines: how running text is set, the kind of file, and whether the section lists (skills, say)."""

    body: Body
    source: DocumentFormat
    listing: bool = False


def continues(group: list[Row], row: Row, paper: Paper) -> bool:
    """True when the row goes on with the sentence or list of the rows before it."""
    previous = group[-1]
    if row.span.start < previous.span.start:
        return False  # a margin's line, moved here to what it stands beside
    if not row.bullet and previous.line.region == row.line.region and dates_wrap(previous.text, row.text):
        return True
    if row.bullet:
        return False
    if _breaks_off(previous.text) and row.words <= 6 and previous.line.region == row.line.region and not row.ranges:
        return True
    if _closes_bracket(previous, row):
        return True
    if row.style.heading != group[0].style.heading or _differs(previous, row) or _opens_anew(group, row):
        return False
    if is_duty_label(row.text):
        return False
    if _LABELLED.match(row.text) and (paper.listing or _complete(previous.text) or _LABELLED.match(previous.text)):
        return False
    if paper.listing and not (
        re.search(r"[,;/&(–-]$|\band$", previous.text)
        or row.text[:1].islower()
        or (previous.words > 4 and (row.words > 4 or previous.text.count(",") > 1))
    ):
        return False
    if _dates_part(previous, row, paper.body):
        return False
    if paper.source is DocumentFormat.DOCX:
        same = (previous.line.anchor.part, previous.line.anchor.paragraph) == (row.line.anchor.part, row.line.anchor.paragraph)
        return same and bool(row.text[:1].islower()) and not re.search(r"[.:;!?]$", previous.text)
    if row.line.region != previous.line.region:
        turned = row.line.page != previous.line.page
        return turned and row.text[:1].islower() and not re.search(r"[.:;!?]$", previous.text) and previous.words > 3
    if row.box is None or previous.box is None:
        return _continues_plain(group, row, paper.body)
    return _continues_on_page(group, row, paper.body)


def _closes_bracket(previous: Row, row: Row) -> bool:
    """True where a short line closes the bracket that the line above it leaves open: "German (Native or" above "Bilingual)"."""
    if previous.line.region != row.line.region or previous.look != row.look or "\t" in previous.text or "\t" in row.text:
        return False
    opened, _, rest = previous.text.rpartition("(")
    return bool(opened) and ")" not in rest and row.words <= 4 and row.text.endswith(")") and "(" not in row.text


def dates_wrap(upper: str, lower: str) -> bool:
    """True where dates at the right of one line end at the right of the next: "Director\tMay 2021 –" above "CA\tPresent"."""
    if not _OPEN_DATES.search(upper) or len(upper.split()) > 24 or len(lower.split()) > 10:
        return False
    first, second = upper.rpartition("\t")[2], lower.rpartition("\t")[2]
    joined = f"{first}\n{second}"
    return any(
        not found.lone and found.span.start < len(first) < found.span.end and is_margin(joined[found.span.end :])
        for found in find_ranges(joined)
    )


def _breaks_off(text: str) -> bool:
    """True for a line with dates at its right whose left part stops at a comma or in brackets: "Acme, San Jose,\tMay 2021 –"."""
    left, tab, _ = text.partition("\t")
    return bool(tab) and bool(re.search(r"\([^()]*$|,\s*$", left))


def _dates_part(previous: Row, row: Row, body: Body) -> bool:
    """True where dates at the end of one line or at the beginning of the next show that an entry's heading ends or begins there."""
    ahead = row.ranges
    if ahead and not ahead[0].lone and ahead[0].span.start <= 1 and not _HANGING.search(previous.text):
        return True
    if _ends_dated(previous) and _ends_dated(row) and not previous.bullet and not row.text[:1].islower():
        return True
    wraps = not is_margin(row.text) and _closer(previous, row) and fills(previous, row, body)
    if wraps or re.search(r"\b(?:of|and|for)$", previous.text):
        return False  # the name goes on: "University of" above "Leeds, 2009 – 2012"
    within = row.ranges if previous.words <= 12 and row.words <= 10 and not previous.bullet else ()
    if (
        within
        and not within[-1].lone
        and not re.search(r"\w|\.$", row.text[within[-1].span.end :])
        and not re.search(r"[(,–-]$", previous.text)
    ):
        return True
    if previous.bullet or previous.words > 20 or row.text[:1].islower() or not row.text[:1].isalnum():
        return False
    behind = previous.ranges
    return bool(behind) and not behind[-1].lone and not re.search(r"\w", previous.text[behind[-1].span.end :])


def _ends_dated(row: Row) -> bool:
    """True for a line that ends in a date, as every degree of a list may."""
    return row.words <= _LONGEST_DATED and bool(row.ranges) and not re.search(r"\w", row.text[row.ranges[-1].span.end :])


def _differs(previous: Row, row: Row) -> bool:
    """True when the two are set so differently that they cannot be one sentence."""
    one, two = previous.style.size, row.style.size
    if one is not None and two is not None and abs(one - two) > 0.8:
        return True
    ends_bold = previous.bold or any(span.end == previous.span.end for span in previous.bold_spans)
    return (previous.bold and not row.starts_bold and previous.words < 8) or (row.bold and not ends_bold)


def _opens_anew(group: list[Row], row: Row) -> bool:
    """True for a line that begins in bold after one that does not end so: at a list's edge, or where the group began in bold too."""
    previous, first = group[-1], group[0]
    if not row.bold_spans or not row.starts_bold or previous.bold or not row.text[:1].isupper():
        return False
    if any(span.end == previous.span.end for span in previous.bold_spans):
        return False
    if first.bullet:
        return row.box is not None and first.box is not None and row.box.left <= _sign_left(first) + 3
    return first.starts_bold and not first.bold and bool(first.ranges) == bool(row.ranges)


def fills(previous: Row, row: Row, body: Body, *, indented: bool = True) -> bool:
    """True where the row's first word found no room at the end of the line before; `indented` where a line set further in has more."""
    if previous.box is None or row.box is None:
        return False
    width = (previous.box.right - previous.box.left) / max(len(previous.text), 1)
    room = max(body.edges.get(row.line.region, 0.0), previous.box.right) - previous.box.right
    room += max(0.0, previous.box.left - row.box.left if indented else 0.0)
    return width * (len(row.text.split()[0]) + 2.5) > room


def _closer(previous: Row, row: Row) -> bool:
    """True where the row stands nearer to the one above than that one to what stands above it, as lines of one paragraph do."""
    above, below = previous.style.gap, row.style.gap
    if above is None or below is None or previous.box is None or row.box is None or "\t" in previous.text or above < below + 0.1:
        return False
    return abs(previous.box.left - row.box.left) <= 2 and not row.starts_bold


def _continues_plain(group: list[Row], row: Row, body: Body) -> bool:
    """The same for plain text, where only the lengths of lines and blank lines tell."""
    previous = group[-1]
    if row.style.gap is not None and row.style.gap > 0.5:
        return False
    indented = group[0].bullet and row.span.start - row.line.span.start >= 2
    wide = body.longest >= 66  # shorter texts hold no line that was wrapped
    full = wide and len(previous.text) + len(row.text.split()[0]) >= min(body.longest, 110) - 2 and len(previous.text) >= 50
    if row.text[:1].islower() and not re.search(r"[.:!?]$", previous.text) and (indented or len(previous.text) >= 40):
        return True
    return full or (indented and not re.search(r"[.:!?]$", previous.text))


def _continues_on_page(group: list[Row], row: Row, body: Body) -> bool:
    """The same for a page, by the blank space above, the indentation and whether the line before was full."""
    previous, first = group[-1], group[0]
    if row.box is None or previous.box is None or first.box is None:
        return False
    height = max(previous.box.bottom - previous.box.top, 1.0)
    if row.style.gap is not None and row.style.gap > body.gap + 0.2:
        return False
    if row.box.top < previous.box.top - height:
        return False
    width = (previous.box.right - previous.box.left) / max(len(previous.text), 1)
    word = row.text.split()[0]
    edge = max(body.edges.get(row.line.region, 0.0), previous.box.right)
    full = fills(previous, row, body, indented=not first.bullet)
    unfinished = not re.search(r"[.:;!?]$", previous.text)
    if "\t" in previous.text and not first.bullet:
        label = previous.text.split("\t")[0]
        beside_label = bool(find_ranges(label)) and is_margin(label) and row.box.left > previous.box.left + 3 * height
        return beside_label and full and unfinished and not row.ranges and "\t" not in row.text and row.words <= 4
    if first.bullet:
        if row.box.left < first.box.left - 2 or "\t" in row.text:
            return False
        hanging = row.box.left > _sign_left(first) + 3
        nearly = previous.box.right + width * (len(word) + 1) > edge - 0.2 * (edge - first.box.left)
        return full or (hanging and nearly) or (unfinished and row.text[:1].islower())
    if abs(row.box.left - previous.box.left) > 2 * height and len(group) > 1:
        return False
    if row.text[:1].islower() and unfinished and previous.words > 2:
        return True
    if re.search(r"[,&]$|\b(?:of|and|for|in)$", previous.text) and row.look == previous.look and "\t" not in row.text:
        return True
    if unfinished and opens_statement(row.text) and _complete(previous.text):
        return False
    return full and "\t" not in row.text and (previous.words >= 4 or len(previous.text) >= 30 or _closer(previous, row))


def opens_statement(text: str) -> bool:
    """True when the text opens as statements of resumes do: with a capitalized verb, and no further name after it."""
    words = text.split()
    if len(words) < 3 or not re.fullmatch(r"[A-Z][a-z-]+", words[0]) or words[1][:1].isupper():
        return False
    return any(verb.form in _TELLING for verb in inflected_verbs().get(words[0].casefold(), ()))


def opens_with_past(text: str) -> bool:
    """True when the first word is a verb in the past tense: something was done."""
    word = text.split()[0].casefold() if text.split() else ""
    return any(verb.form is VerbForm.PAST for verb in inflected_verbs().get(word, ()))


def _complete(text: str) -> bool:
    """False when the text ends where no statement can: at a comma, a dash, a bracket, a small connecting word, or within a name."""
    last = text.split()[-1]
    return not (re.search(r"[,&/(–—-]$", last) or last.casefold() in _CONNECTING or (last[:1].isupper() and not last.isupper()))


def _sign_left(row: Row) -> float:
    """Where a bullet's sign stands: the line's left edge."""
    return row.box.left if row.box is not None else 0.0
