"""Which lines are headings: by wording, style, size, capitals, spacing and heading level together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from resume_match.lexicon.headings import HeadingSense, guessed_kind, heading_sense, is_duty_label
from resume_match.lexicon.naming import names_degree, title_score
from resume_match.model import SectionKind, Span
from resume_match.segmentation.labels import heads_a_job, without_labels
from resume_match.segmentation.rows import Body, Row
from resume_match.segmentation.wrapping import fills

_CLOSE = 0.3  # lines of blank space that a wrapped line has less above it than its first line
_LETTERSPACED = re.compile(r"(?:[^\W\d_] )+[^\W\d_]")  # "E D U C A T I O N" is one word


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the row it stands in, its own characters (a label may share its line with text), and what it announces."""

    row: Row
    span: Span
    text: str
    kind: SectionKind

    @property
    def inline(self) -> bool:
        """True where text of the section follows on the same line."""
        return self.span.end < self.row.span.end


def prominence(row: Row, body: Body) -> int:
    """In how many ways the row's letters are set apart from running text: 0 for none."""
    larger = body.size is not None and row.style.size is not None and row.style.size >= body.size * 1.07
    return (
        2 * (row.style.heading is not None)
        + 2 * larger
        + (row.bold and not body.bold)
        + (row.capitals and len(row.text) > 3)
        + (row.style.italic and row.bold)
    )


def spaced(row: Row, body: Body) -> bool:
    """True where there is more blank space above the row than between lines of running text."""
    return row.style.gap is not None and row.style.gap > body.gap + 0.35


def _could_be(row: Row) -> bool:
    """True for a short line without the marks of text: no bullet, no dates, no full stop, no address."""
    return (
        (row.words <= 6 or _LETTERSPACED.fullmatch(row.text) is not None)
        and len(row.text) <= 60
        and "\t" not in row.text
        and (not row.bullet or row.style.heading is not None or row.numbered)
        and not re.search(r"[.;,]$|@|https?:|www\.|\d{3}", row.text)
        and not row.ranges
    )


def _is_set_apart(row: Row, looks: _Looks) -> bool:
    """Whether a line whose words are no heading's is set as only headings are."""
    return row.look in looks.exclusive and _could_be(row) and re.search(r"[^\W\d]{3}", row.text) is not None


def _runs_on(above: Row, row: Row, body: Body) -> bool:
    """Whether a line set as headings are is the rest of the line above it, set alike: there was no room left, and it stands close below."""
    if above.look != row.look or above.line.region != row.line.region or row.style.gap is None or above.style.gap is None:
        return False
    return row.style.gap + _CLOSE < above.style.gap and fills(above, row, body)


def _heads_an_entry(row: Row, beside: tuple[Row, ...]) -> bool:
    """Whether a line that is set as headings are is a title or a degree: it reads as one, and dates stand right beside it."""
    return (title_score(row.text) >= 1.2 or names_degree(row.text)) and any(one.ranges for one in beside)


def _names_an_employer(following: tuple[Row, ...], found: list[Heading]) -> bool:
    """Whether dates stand below a line within the jobs: "IBM" is no section there."""
    return bool(found) and found[-1].kind is SectionKind.EXPERIENCE and heads_a_job(following)


def find_headings(rows: tuple[Row, ...], body: Body) -> tuple[Heading, ...]:
    """The headings among the rows, in order."""
    # "2. Education" is a heading where it is set as one, else an item of a numbered list.
    rows = tuple(row for row in rows if not (row.numbered and row.bullet) or row.style.heading is not None or prominence(row, body) > 1)
    listed = {row.order: sense for row in rows if _could_be(row) and (sense := heading_sense(row.text)) is not None}
    looks = _heading_looks(rows, listed, body)
    found: list[Heading] = []
    reached = False  # an address has been passed: what looks like a heading below it is no name
    for place, row in enumerate(rows):
        reached = reached or "@" in row.text
        if found and found[-1].kind is SectionKind.EXPERIENCE and is_duty_label(row.text):
            continue
        sense = listed.get(row.order)
        if sense is not None and _accepted(row, sense, looks, body):
            found.append(Heading(row, row.span, row.text, sense.kind))
        elif (
            sense is None
            and (found or reached)
            and _is_set_apart(row, looks)
            and not (place and _runs_on(rows[place - 1], row, body))
            and not _names_an_employer(rows[place + 1 : place + 3], found)
            and not _heads_an_entry(row, (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 3]))
        ):
            found.append(Heading(row, row.span, row.text, guessed_kind(row.text) or SectionKind.OTHER))
        elif sense is None and _could_be(row) and row.look in looks.all and (kind := guessed_kind(row.text)) and title_score(row.text) < 1:
            found.append(Heading(row, row.span, row.text, kind))
        else:
            label = _label(row, looks, body, others=any(heading.inline for heading in found) and found[-1].kind is not SectionKind.SKILLS)
            if label is not None:
                found.append(label)
    return _without_groups(without_labels(found, rows))


def _without_groups(headings: list[Heading]) -> tuple[Heading, ...]:
    """The headings without those of groups inside a section: where one follows a heading with nothing between ("SKILLS", "DESIGN"), it and
    those like it are groups, up to the next heading that can only be a section's."""
    kept: list[Heading] = []
    nested = False
    for place, heading in enumerate(headings):
        sense = heading_sense(heading.text)
        sure = sense is not None and not sense.weak
        if sure:
            nested = False
        elif place and not headings[place - 1].inline and headings[place - 1].row.order + 1 == heading.row.order:
            nested = nested or headings[place - 1].row.line.region == heading.row.line.region
        if not nested:
            kept.append(heading)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The looks that headings of this document have; `exclusive` are those that hardly any other line has; `strongest` is how much the
    plainest of the clear headings is set apart."""

    all: frozenset[tuple[object, ...]]
    exclusive: frozenset[tuple[object, ...]]
    strongest: int
    usual_size: float | None
    sizes: dict[int, float]


def _heading_looks(rows: tuple[Row, ...], listed: dict[int, HeadingSense], body: Body) -> _Looks:
    """Learn from the headings whose wording settles them how headings look in this document."""
    sure = [row for row in rows if row.order in listed and not listed[row.order].weak]
    counts = Counter(row.look for row in sure)
    looks = {look for look, count in counts.items() if count >= 2 or len(sure) < 4}
    looks = {look for look in looks if max(prominence(row, body) for row in sure if row.look == look) >= 1}
    others = Counter(row.look for row in rows if row.order not in listed and row.look in looks)
    exclusive = {
        look
        for look in looks
        if counts[look] >= 2
        and others[look] <= max(2, counts[look])
        and min(prominence(row, body) for row in sure if row.look == look) >= 1
    }
    usual = sorted(prominence(row, body) for row in sure if row.look in looks)
    set_in = [(row.line.region, row.style.size) for row in sure if row.look in looks and row.style.size is not None]
    sizes: dict[int, float] = {}
    for region, size in set_in:
        sizes[region] = max(size, sizes.get(region, 0.0))
    usual_size = median(size for _, size in set_in) if set_in else None
    return _Looks(frozenset(looks), frozenset(exclusive), usual[len(usual) // 2] if usual else 0, usual_size, sizes)


def _accepted(row: Row, sense: HeadingSense, looks: _Looks, body: Body) -> bool:
    """True where the wording is a heading's and the style does not speak against it."""
    if row.look in looks.all and (not sense.weak or looks.strongest):
        return True
    size = row.style.size or 0.0
    if looks.sizes.get(row.line.region, 0.0) > 1.25 * size > 0:
        return False  # the headings of this column are plainly larger
    if sense.weak and looks.usual_size is not None and size >= looks.usual_size and prominence(row, body) >= 2:
        return True
    if sense.weak and prominence(row, body) >= max(looks.strongest, 2):
        return True
    if not looks.all:
        return _accepted_plain(row, sense, body)
    return not sense.weak and prominence(row, body) + spaced(row, body) >= 1


def _accepted_plain(row: Row, sense: HeadingSense, body: Body) -> bool:
    """The same where headings have no style of their own: they begin with a capital, at the edge of the text, and weak ones below a gap."""
    if row.text[:1].islower() or row.bullet or (sense.weak and not (spaced(row, body) or prominence(row, body))):
        return False
    return row.box is None or row.box.left <= body.left_edges.get(row.line.page, 0.0) + 6 or prominence(row, body) + spaced(row, body) >= 1


_COLON = re.compile(r"([^\W\d_][\w &/,'’-]{2,40}?)\s*[:\t]\s*(?=\S)")


def _label(row: Row, looks: _Looks, body: Body, *, others: bool) -> Heading | None:
    """A heading that shares its line with text: set off by a tab in a label column, or by a colon where it is bold or in capitals.

    A plain word ("Languages:") is one where `others` stand so, but for the kinds of skills.
    """
    match = _COLON.match(row.text)
    if match is None or row.bullet:
        return None
    sense = heading_sense(match.group(1))
    if sense is None or match.group(1)[:1].islower():
        return None
    span = Span(row.span.start + match.start(1), row.span.start + match.end(1))
    bold = any(one.start <= span.start and one.end >= span.end for one in row.bold_spans) and not row.bold
    capitals = match.group(1).isupper() and not row.capitals
    tab = "\t" in match.group(0)
    sure = not sense.weak or (others and (bold or capitals))
    if tab and not sense.weak and (bold or capitals or looks.strongest == 0):
        return Heading(row, span, match.group(1), sense.kind)
    if not tab and sure and looks.strongest <= 2 and (bold or capitals or not looks.all):
        return Heading(row, span, match.group(1), sense.kind)
    return None
