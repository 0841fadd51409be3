"""A posting cut into statements, each with the part of the posting that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from resume_match.dates import find_ranges
from resume_match.lexicon.postings import Cue, Part, has_cue, heads_what_must_be, joint_of_two, names_only_a_part, part_named
from resume_match.lexicon.work import folded
from resume_match.model import Document, DocumentFormat, Line, LineStyle, Span
from resume_match.tailoring.front_matter import front_matter, front_value

# A heading is a few words. A lead-in ("In your first year you will:") may be longer; a label ("Location: Lyon") is shorter.
HEADING_WORDS = 10
LEAD_IN_WORDS = 24
SHORT_LEAD_IN_WORDS = 6
LABEL_WORDS = 4
_FRAGMENT_WORDS = 3
_UNSTYLED_WORDS = 7

# In units of line height: more blank space than this between two lines of a page parts two paragraphs.
_PARAGRAPH_GAP = 0.8
_HARD_WRAPPED_UP_TO = 120
_SLACK = 0.12
_CONTINUED_FROM = 20  # characters; what follows a shorter line in small letters may be a list without signs

# A resume names at least two stretches of time, and seldom "you".
_RESUME_POSITIONS = 2
_TO_THE_READER = re.compile(r"\b(?:you|your|you[’']ll|candidates?|applicants?)\b", re.IGNORECASE)

# Here an item of a list is taken whole; elsewhere each sentence of it is looked at by itself.
ASKED_PARTS = (Part.DUTIES, Part.REQUIREMENTS, Part.DESIRABLE, Part.KNOCKOUTS)

_BULLET = re.compile(r"\s*(?:[•‣◦⁃∙●○■□▪▫▶►▸➢➤➔→❖◆◇★✓✔✦·*–—-]|o(?=\s)|\(?\d{1,2}[.)]|\(?[a-z][.)])?\s*")
_PICTURE = re.compile(r"^[^\w\s\x00-\x7f]+\s*")  # before a heading: "🔹 What you bring"
_LABEL = re.compile(r"\s*([^:.!?\n]{2,48}):\s+\S")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|incl|approx|Inc|Ltd|Co|Corp|St|Dr|Mr|Ms|No|U\.S|U\.K|Sr|Jr)|\b[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a list item or a paragraph, its wrapped lines taken together; the span leaves the bullet sign out."""

    span: Span
    style: LineStyle
    text: str

    @property
    def listed(self) -> bool:
        """True for an item of a list."""
        return self.style.list_item

    @property
    def words(self) -> int:
        """How many words the block has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Statement:
    """One list item, or one sentence of prose; a line that is no sentence counts as listed.

    `must` holds where the heading says that what follows is required; `under` numbers the headings, so that two lists are told apart.
    """

    span: Span
    text: str
    part: Part
    listed: bool
    must: bool = False
    under: int = 0


def statements_of(posting: Document) -> tuple[Statement, ...]:
    """The statements of a posting in reading order, its headings, front matter and one-line labels left out."""
    return tuple(_statements(posting, _blocks(posting)))


def reads_as_a_resume(document: Document) -> bool:
    """True where positions with their dates stand in a text that never speaks to a reader, as in a resume."""
    positions = sum(found.start is not None for line in document.lines for found in find_ranges(document.quote(line.span)))
    return positions >= _RESUME_POSITIONS and len(_TO_THE_READER.findall(document.text)) < positions


def title_of(posting: Document) -> str | None:
    """What the posting calls the job: the `title` of its front matter, or its first line where that is short; None where neither is."""
    titled = front_value(posting, "title")
    if titled:
        return titled
    first = next(iter(_blocks(posting)), None)
    if first is None or first.words > HEADING_WORDS or first.text.endswith((".", ":", "!", "?")):
        return None
    return None if first.words <= _FRAGMENT_WORDS and part_named(folded(first.text)) else first.text


def _blocks(posting: Document) -> list[Block]:
    body = posting.lines[len(front_matter(posting)) :]
    lines = [line for line in body if not line.style.furniture and posting.quote(line.span).strip()]
    wrapped_at = _wrapped_at(posting, lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(posting, groups[-1][-1], line, wrapped_at):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(posting, group) for group in groups]


def _block(posting: Document, lines: list[Line]) -> Block:
    start, end = lines[0].span.start, lines[-1].span.end
    text = posting.text[start:end]
    if lines[0].style.list_item:
        sign = _BULLET.match(text)
        start += sign.end() if sign else 0
    text = posting.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
    return Block(Span(start, max(start, end)), lines[0].style, " ".join(text.split()))


def _wrapped_at(posting: Document, lines: Sequence[Line]) -> int:
    """The number of characters at which the file breaks its lines; 0 where a line is a whole paragraph."""
    longest = max((len(line.span) for line in lines), default=0)
    plain = posting.format in (DocumentFormat.TEXT, DocumentFormat.MARKDOWN) and longest <= _HARD_WRAPPED_UP_TO
    return longest if plain or posting.format is DocumentFormat.PDF else 0


def _continues(posting: Document, before: Line, line: Line, wrapped_at: int) -> bool:
    """True where a line goes on with the paragraph above: the break stands there because the next word found no room."""
    style, above = line.style, before.style
    if line.region != before.region or style.list_item or style.heading or above.heading or style.bold != above.bold:
        return False
    gap = line.style.gap or 0.0
    if gap > (_PARAGRAPH_GAP if posting.format is DocumentFormat.PDF else 0.0) or posting.format is DocumentFormat.DOCX:
        return False
    text = posting.quote(line.span).strip()
    if text[:1].islower():
        return len(before.span) >= _CONTINUED_FROM
    return bool(wrapped_at) and len(before.span) + 1 + len(text.split()[0]) > wrapped_at * (1 - _SLACK)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reading stands: the part, the level of the heading that named it, and whether it heads what is required."""

    part: Part = Part.UNKNOWN
    level: int = 0
    must: bool = False
    number: int = 0


def _statements(posting: Document, blocks: list[Block]) -> Iterator[Statement]:
    place = outer = _Place()
    headings = 0
    in_list = False  # True between a lead-in and the end of its list
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        level = _heading_level(replace(block, text=_PICTURE.sub("", block.text)), following)
        if in_list and not block.listed and level == 0:
            place, in_list = outer, False
        if level:
            if not in_list:
                outer = place
            headings += 1
            place = replace(_entered(outer if in_list else place, block, level), number=headings)
            in_list = following is not None and following.listed and _is_passing(block, level, place)
            outer = outer if in_list else place
        elif not _is_dropped_label(block, place.part):
            statements = tuple(_cut(posting, block, place))
            if statements[-1].text.endswith(":") and following is not None and following.listed and not block.listed:
                lead_in = replace(block, span=statements[-1].span, text=statements[-1].text)
                outer, place, in_list = place, _entered(place, lead_in, 8), True
                statements = statements[:-1]
            yield from statements


def _heading_level(block: Block, following: Block | None) -> int:
    """0 for what is no heading; else 1 to 6 for a styled one, 7 for one known by its words or weight, 8 for a lead-in."""
    opens_list = following is not None and following.listed and (not block.listed or following.style.level > block.style.level)
    text, words = block.text, block.words
    if text.endswith(("...", "…")) and words <= HEADING_WORDS and not block.listed:
        return 8
    if text.endswith(":") and (opens_list or words <= HEADING_WORDS) and words <= LEAD_IN_WORDS:
        return 8
    if block.listed:
        return 8 if text.endswith(":") and (following is None or not following.listed) and words <= LEAD_IN_WORDS else 0
    if block.style.heading and (words <= HEADING_WORDS or not text.endswith(".")):
        return min(block.style.heading, 6)
    if words > HEADING_WORDS or text.endswith((".", ";", ",")):
        return 0
    if block.style.bold or (text.isupper() and words > 1):
        return 7
    if words > _UNSTYLED_WORDS or part_named(folded(text)) is None:
        return 0
    return 7 if _is_capitalized(text) or _is_set_apart(block, following) else 0


def _is_set_apart(block: Block, following: Block | None) -> bool:
    """True for headings in small letters ("What you will do"): a list follows, or a blank line parts what has only words of headings."""
    if following is None or not block.text[:1].isupper() or _LABEL.match(block.text) or block.text.endswith("!"):
        return False
    parted = max(block.style.gap or 0.0, following.style.gap or 0.0) > _PARAGRAPH_GAP
    return following.listed or (parted and names_only_a_part(folded(block.text)))


def _is_capitalized(text: str) -> bool:
    """True for headings by their letters: one or two words, a question, or capitals on every longer word."""
    words = text.split()
    return text[:1].isupper() and (len(words) <= 2 or text.endswith("?") or all(word[:1].isupper() for word in words if len(word) > 3))


def _entered(place: _Place, block: Block, level: int) -> _Place:
    """The place that a heading leads to.

    One whose words say nothing keeps the part where it stands below that part's heading or heads a list.
    """
    heading = folded(block.text)
    named = part_named(heading) if level == 8 or block.words <= HEADING_WORDS else None
    if named is not None:
        return _Place(named, level, heads_what_must_be(heading))
    if level > place.level or level == 8:
        return place
    return _Place(Part.UNKNOWN, level)


def _is_passing(block: Block, level: int, place: _Place) -> bool:
    """True for a lead-in whose part ends with its list: a longer one, or one that names no part of its own."""
    return level == 8 and (block.words > SHORT_LEAD_IN_WORDS or place.level != level)


def _is_dropped_label(block: Block, part: Part) -> bool:
    """True for "Location: Lyon" and its like, which need no heading."""
    label = _LABEL.match(block.text)
    if label is None or len(label.group(1).split()) > LABEL_WORDS or (block.listed and part in (Part.DUTIES, Part.REQUIREMENTS)):
        return False
    return part_named(folded(label.group(1))) in (Part.BENEFITS, Part.LEGAL, Part.LOGISTICS)


def _cut(posting: Document, block: Block, place: _Place) -> Iterator[Statement]:
    fragment = not block.text.endswith((".", "!", "?", ".)", ":")) and _FRAGMENT_WORDS <= block.words <= LEAD_IN_WORDS
    statement = Statement(block.span, block.text, place.part, block.listed or fragment, place.must, place.number)
    sentences = tuple(_sentences(posting, statement))
    if block.listed and place.part in ASKED_PARTS and sentences:
        kept = 1 + sum(1 for _ in takewhile(lambda sentence: not _tells_of_us(sentence), sentences[1:]))
        span = Span(block.span.start, sentences[kept - 1].span.end)
        sentences = (replace(statement, span=span, text=" ".join(posting.quote(span).split())),)
    for sentence in sentences:
        yield from _by_years(posting, sentence)


def _by_years(posting: Document, statement: Statement) -> Iterator[Statement]:
    """The statement; in two where it names years of two kinds, or a degree and years: each is to be shown by itself."""
    joint = joint_of_two(posting.quote(statement.span))
    if joint is None:
        yield statement
        return
    first = Span(statement.span.start, statement.span.start + joint[0])
    for span in (first, Span(statement.span.start + joint[1], statement.span.end)):
        yield replace(statement, span=span, text=" ".join(posting.quote(span).split()))


def _tells_of_us(sentence: Statement) -> bool:
    """True for a sentence behind what a list item asks that goes on to speak of the company: "Own the roadmap. We ship weekly."."""
    line = folded(sentence.text)
    if line.split()[:1] in (["the"], ["these"]) and has_cue(line, Cue.ABOUT):
        return True  # "The platform teams are responsible for ..." asks nothing of the reader
    asks = has_cue(line, Cue.DUTY) or has_cue(line, Cue.REQUIREMENT)
    return not asks and (has_cue(line, Cue.ABOUT) or has_cue(line, Cue.ALSO_ABOUT))


def _sentences(posting: Document, block: Statement) -> Iterator[Statement]:
    start = block.span.start
    for end in _sentence_ends(posting.text[block.span.start : block.span.end]):
        stop = block.span.start + end
        text = posting.text[start:stop]
        lead = len(text) - len(text.lstrip())
        span = Span(start + lead, stop - (len(text) - len(text.rstrip()) if text.strip() else 0))
        if text.strip():
            yield replace(block, span=span, text=" ".join(text.split()))
        start = stop


def _sentence_ends(text: str) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text, 0, match.start()):
            yield match.start()
    yield len(text)
