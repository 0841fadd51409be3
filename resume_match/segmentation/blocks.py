"""Lines put together again to what was one before the page wrapped it: a bullet, a paragraph, a line of an entry's heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from resume_match.dates import DateRange, find_ranges
from resume_match.lexicon.hyphenation import is_compound
from resume_match.model import Anchor, Span
from resume_match.segmentation.rows import Row, is_margin
from resume_match.segmentation.wrapping import Paper, continues, dates_wrap

# Text of more words heads nothing, so that its layout and dates do not matter.
_LONGEST_HEADING = 45


# How well a language is known, which stands apart from its name.
_PROFICIENCY = re.compile(
    r"(?:native|bilingual|fluent|conversational|(?:full |limited )?professional|proficient|advanced|intermediate|elementary|basic|beginner"
    r"|mother tongue|[ABC][12]\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Block:
    """Rows that belong together; `text` is what they say with the wraps undone, `span` covers them all.

    `layout` is the same with tabs and line ends kept, `ranges` the dates in it; `bold` says of each of its characters whether it is bold.
    """

    rows: tuple[Row, ...]
    text: str
    layout: str
    bold: tuple[bool, ...]
    ranges: tuple[DateRange, ...]

    @property
    def first(self) -> Row:
        """The first of the rows."""
        return self.rows[0]

    @property
    def span(self) -> Span:
        """From the first to the last character of the rows."""
        return Span(min(row.span.start for row in self.rows), max(row.span.end for row in self.rows))

    @property
    def bullet(self) -> bool:
        """True where a bullet sign opens the block."""
        return self.first.bullet

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @property
    def anchor(self) -> Anchor:
        """Where the first row stands in the file."""
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
    if (
        len(parts) < 2
        or _PROFICIENCY.match(parts[1])
        or parts[0].endswith(":")
        or any("," in part for part in parts)
        or find_ranges(row.text)
    ):
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


def blocks_of(rows: tuple[Row, ...], paper: Paper) -> tuple[Block, ...]:
    """The rows in blocks, in order; in a listing (of skills, say) short lines stand each for itself."""
    groups: list[list[Row]] = []
    pieces = [piece for row in rows for piece in _pieces(row)] if paper.listing else list(rows)
    for row in pieces:
        if groups and continues(groups[-1], row, paper):
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
        if cut >= 0 and len(rows) > 1 and (margin or dates_wrap(text, rows[1].text) or is_margin(text[cut + 1 :])):
            margin.append((text[cut:], flags[cut:]))
            text, flags = text[:cut], flags[:cut]
        if found:
            found.append(("\n", (False,)))
        found.append((text, flags))
    return found + margin


def _bold_flags(row: Row) -> tuple[bool, ...]:
    """Of each character of the row, whether it is bold."""
    if row.style.bold or not row.bold_spans:
        return (row.style.bold,) * len(row.text)
    flags = [False] * len(row.text)
    for span in row.bold_spans:
        for at in range(max(0, span.start - row.span.start), min(len(flags), span.end - row.span.start)):
            flags[at] = True
    return tuple(flags)
