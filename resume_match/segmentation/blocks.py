"""Lines put together again to what was one before the page wrapped it: a bullet, a paragraph, a line of an entry's heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from resume_match.dates import DateRange, find_ranges
from resume_match.lexicon.hyphenation import is_compound
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.model import Anchor, Bullet, DocumentFormat, Span
from resume_match.segmentation.rows import Body, Row, is_margin

# Longer unmarked paragraphs are statements run together; up to these bounds a paragraph is one statement of its writer.
_WHOLE_SENTENCES = 3
_WHOLE_LENGTH = 320
# Text of more words heads nothing, so that its layout and dates do not matter.
_LONGEST_HEADING = 45

# Words whose full stop ends no sentence.
_ABBREVIATIONS = (
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Sr",
    "Jr",
    "St",
    "Inc",
    "Ltd",
    "Co",
    "Corp",
    "vs",
    "approx",
    "e.g",
    "i.e",
    "No",
    "Dept",
    "Univ",
)
_NO_END = "".join(rf"(?<!\b{re.escape(word)})" for word in _ABBREVIATIONS)
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
# "Frameworks: Django, Flask" begins something new wherever it stands.
_LABELLED = re.compile(r"[A-Z][\w&/.+'’-]*(?:\s[\w&/.+'’-]+){0,3}\s?:\s+\S")
_SENTENCE = re.compile(rf"(?<!\b[A-Z]){_NO_END}[.!?][\"”’)]*\s+(?=[\"“(]?[A-Z0-9•])")


@dataclass(frozen=True)
class Block:
    """Rows that belong together; `text` is what they say with the wraps undone, `span` covers them all.

    `layout` is the same with tabs and line ends kept, `ranges` the dates in it, and `bold` says of each of its characters whether it is bold.
    """

    rows: tuple[Row, ...]
    text: str
    layout: str
    bold: tuple[bool, ...]
    ranges: tuple[DateRange, ...]

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def span(self) -> Span:
        return Span(min(row.span.start for row in self.rows), max(row.span.end for row in self.rows))

    @property
    def bullet(self) -> bool:
        return self.first.bullet

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def anchor(self) -> Anchor:
        return self.first.line.anchor


def join_rows(texts: list[str]) -> str:
    """The rows' texts as one: joined by single blanks, without a blank after a hyphen that broke a word or a compound."""
    joined = ""
    for text in texts:
        text = re.sub(r"\s+", " ", text.strip())
        if not joined:
            joined = text
        elif (broken := re.search(r"([^\W\d_]+)[-‐]$", joined)) and re.match(r"[^\W\d_]", text) and not re.match(r"(?:and|or|to)\b", text):
            joined = joined + text if _compound(joined, broken.group(1), text) else joined[:-1] + text
        else:
            joined += " " + text
    return joined


def _pieces(row: Row) -> tuple[Row, ...]:
    """The parts of a list's line that stand far apart; a label stays with what it labels, and so do dates."""
    cuts = [match.span() for match in re.finditer(r"[^\t\s][^\t]*(?<!\s)", row.text)]
    parts = [row.text[start:end] for start, end in cuts]
    if len(parts) < 2 or parts[0].endswith(":") or any("," in part for part in parts) or find_ranges(row.text):
        return (row,)
    return tuple(
        replace(row, span=Span(row.span.start + start, row.span.start + end), text=part, bullet=row.bullet or place > 0)
        for place, ((start, end), part) in enumerate(zip(cuts, parts, strict=True))
    )


def _compound(before: str, word: str, after: str) -> bool:
    """True where the hyphen at a line's end belongs to the word: in a compound, a name, an address."""
    if re.search(r"[-.@/]\S*$", before[:-1].rpartition(" ")[2]):
        return True
    return after[:1].isupper() or word.isupper() or is_compound(word.casefold(), re.split(r"[^\w]", after)[0].casefold())


def blocks_of(rows: tuple[Row, ...], body: Body, source: DocumentFormat, *, listing: bool = False) -> tuple[Block, ...]:
    """The rows in blocks, in order; in a `listing` (of skills, say) short lines stand each for itself."""
    groups: list[list[Row]] = []
    for row in (piece for row in rows for piece in (_pieces(row) if listing else (row,))):
        if groups and _continues(groups[-1], row, body, source, listing=listing):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(_block(tuple(group)) for group in groups)


def _block(rows: tuple[Row, ...]) -> Block:
    if sum(row.words for row in rows) > _LONGEST_HEADING:
        text = join_rows([row.text for row in rows])
        return Block(rows, text, text, (False,) * len(text), ())
    pieces = _woven(rows)
    layout = "".join(text for text, _ in pieces)
    bold = tuple(flag for _, flags in pieces for flag in flags)
    return Block(rows, join_rows([row.text for row in rows]), layout, bold, find_ranges(layout))


def _woven(rows: tuple[Row, ...]) -> list[tuple[str, tuple[bool, ...]]]:
    """The rows one after the other; dates at their right that wrap ("May 2021 –" above "Present") brought together."""
    found: list[tuple[str, tuple[bool, ...]]] = []
    margin: list[tuple[str, tuple[bool, ...]]] = []
    for row in rows:
        text = row.text
        flags = _bold_flags(row)
        cut = text.rfind("\t")
        if cut >= 0 and len(rows) > 1 and (margin or _dates_wrap(text, rows[1].text) or is_margin(text[cut + 1 :])):
            margin.append((text[cut:], flags[cut:]))
            text, flags = text[:cut], flags[:cut]
        if found:
            found.append(("\n", (False,)))
        found.append((text, flags))
    return found + margin


def _continues(group: list[Row], row: Row, body: Body, source: DocumentFormat, *, listing: bool) -> bool:
    """True when the row goes on with the sentence or list of the rows before it."""
    previous = group[-1]
    if not row.bullet and previous.line.region == row.line.region and _dates_wrap(previous.text, row.text):
        return True
    if row.bullet:
        return False
    if _breaks_off(previous.text) and row.words <= 6 and previous.line.region == row.line.region and not find_ranges(row.text):
        return True
    if row.style.heading != group[0].style.heading or _differs(previous, row):
        return False
    if _LABELLED.match(row.text) and (listing or _complete(previous.text)):
        return False
    if listing and not (
        re.search(r"[,;/&(–-]$|\band$", previous.text)
        or row.text[:1].islower()
        or (previous.words > 4 and (row.words > 4 or previous.text.count(",") > 1))
    ):
        return False
    if _dates_part(previous, row):
        return False
    if source is DocumentFormat.DOCX:
        same = (previous.line.anchor.part, previous.line.anchor.paragraph) == (row.line.anchor.part, row.line.anchor.paragraph)
        return same and bool(row.text[:1].islower()) and not re.search(r"[.:;!?]$", previous.text)
    if row.line.region != previous.line.region:
        turned = row.line.page != previous.line.page
        return turned and row.text[:1].islower() and not re.search(r"[.:;!?]$", previous.text) and previous.words > 3
    if row.box is None or previous.box is None:
        return _continues_plain(group, row, body)
    return _continues_on_page(group, row, body)


def _bold_flags(row: Row) -> tuple[bool, ...]:
    """Of each character of the row, whether it is bold."""
    if row.style.bold or not row.bold_spans:
        return (row.style.bold,) * len(row.text)
    flags = [False] * len(row.text)
    for span in row.bold_spans:
        for at in range(max(0, span.start - row.span.start), min(len(flags), span.end - row.span.start)):
            flags[at] = True
    return tuple(flags)


def _dates_wrap(upper: str, lower: str) -> bool:
    """True where dates at the right of one line end at the right of the next: "Director\tMay 2021 –" above "CA\tPresent"."""
    if not re.search(r"\d\s*[-–—]\s*$|[-–—]\s*\w+\.?\s*$", upper) or len(upper.split()) > 16 or len(lower.split()) > 10:
        return False
    first, second = upper.rpartition("\t")[2], lower.rpartition("\t")[2]
    joined = f"{first}\n{second}"
    return any(
        not found.lone and found.span.start < len(first) < found.span.end and found.span.end >= len(joined.rstrip(" )"))
        for found in find_ranges(joined)
    )


def _breaks_off(text: str) -> bool:
    """True for a heading's line with dates at its right whose left part stops at a comma or inside brackets: "Acme, San Jose,\tMay 2021 –"."""
    left, tab, _ = text.partition("\t")
    return bool(tab) and bool(re.search(r"\([^()]*$|,\s*$", left))


def _dates_part(previous: Row, row: Row) -> bool:
    """True where dates at the end of one line or at the beginning of the next show that an entry's heading ends or begins there."""
    ahead = find_ranges(row.text[:40])
    if ahead and not ahead[0].lone and ahead[0].span.start <= 1 and not re.search(r"[(,–-]$", previous.text):
        return True
    if previous.bullet or previous.words > 20 or row.text[:1].islower() or not row.text[:1].isalnum():
        return False
    behind = find_ranges(previous.text)
    return bool(behind) and not behind[-1].lone and not re.search(r"\w", previous.text[behind[-1].span.end :])


def _differs(previous: Row, row: Row) -> bool:
    """True when the two are set so differently that they cannot be one sentence."""
    one, two = previous.style.size, row.style.size
    if one is not None and two is not None and abs(one - two) > 0.8:
        return True
    ends_bold = previous.bold or any(span.end == previous.span.end for span in previous.bold_spans)
    return (previous.bold and not row.starts_bold and previous.words < 8) or (row.bold and not ends_bold)


def _continues_plain(group: list[Row], row: Row, body: Body) -> bool:
    """The same for plain text, where only the lengths of lines and blank lines tell."""
    previous = group[-1]
    if row.style.gap is not None and row.style.gap > 0.5:
        return False
    indented = group[0].bullet and row.span.start - row.line.span.start >= 2
    full = len(previous.text) + len(row.text.split()[0]) >= min(body.longest, 110) - 2 and len(previous.text) >= 50
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
    if "\t" in previous.text and not first.bullet:
        return False
    width = (previous.box.right - previous.box.left) / max(len(previous.text), 1)
    word = row.text.split()[0]
    edge = max(body.edges.get(row.line.region, 0.0), previous.box.right)
    room = edge - previous.box.right + max(0.0, previous.box.left - row.box.left if not first.bullet else 0.0)
    full = width * (len(word) + 2.5) > room
    unfinished = not re.search(r"[.:;!?]$", previous.text)
    if first.bullet:
        if row.box.left < first.box.left - 2 or "\t" in row.text:
            return False
        hanging = row.box.left > _sign_left(first) + 3
        nearly = previous.box.right + width * (len(word) + 1) > edge - 0.2 * (edge - first.box.left)
        return full or (hanging and (nearly or (unfinished and row.text[:1].islower())))
    if abs(row.box.left - previous.box.left) > 2 * height and len(group) > 1:
        return False
    if row.text[:1].islower() and unfinished and previous.words > 2:
        return True
    if re.search(r"[,&]$|\b(?:of|and|for|in)$", previous.text) and row.look == previous.look and "\t" not in row.text:
        return True
    if unfinished and opens_statement(row.text) and _complete(previous.text):
        return False
    return full and "\t" not in row.text and (previous.words >= 4 or len(previous.text) >= 30)


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


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; abbreviations and initials end none."""
    found, start = [], 0
    for match in _SENTENCE.finditer(text):
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [one for one in found if one]


def statements(block: Block, source: str, *, split: bool) -> list[Bullet]:
    """The block as bullets: whole where it is marked as one or short, sentence by sentence where statements were run together.

    `source` is the document's text. With `split` every unmarked sentence stands alone.
    """
    parts = sentences(block.text)
    long = (len(parts) > _WHOLE_SENTENCES and len(block.text) > _WHOLE_LENGTH / 2) or len(block.text) > _WHOLE_LENGTH
    if len(parts) < 2 or not (split or long) or (block.bullet and not long):
        return [Bullet(block.text, block.span, block.anchor)]
    return _spanned(block, source, parts)


def _spanned(block: Block, source: str, parts: list[str]) -> list[Bullet]:
    """Each part with the characters of the document that it came from: the same letters, whatever blanks lie between."""
    found, place = [], 0
    offsets = [row.span.start + at for row in block.rows for at, letter in enumerate(row.text) if not letter.isspace()]
    for part in parts:
        passed = []
        for letter in part:
            if letter.isspace():
                continue
            while place + 1 < len(offsets) and source[offsets[place]] != letter:  # a hyphen that the joining dropped
                place += 1
            passed.append(offsets[place])
            place += 1
        row = next(row for row in reversed(block.rows) if row.span.start <= passed[0])
        found.append(Bullet(part, Span(passed[0], passed[-1] + 1), row.line.anchor))
    return found
