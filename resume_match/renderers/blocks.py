"""A report as headings, paragraphs and points: the one order and the one wording of the Markdown, text and Word reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from resume_match.renderers.outline import Advice, Figure, Finding, LetterPoint, Outline, Passage, Verdict


class Level(Enum):
    """What a block is to a reader."""

    TITLE = auto()
    HEADING = auto()
    SUBHEADING = auto()
    BODY = auto()
    POINT = auto()
    DETAIL = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `lead` are the words that it opens with, set apart."""

    level: Level
    text: str
    lead: str = ""


Figures = tuple[Figure, ...]
_LONGEST_QUOTE, _AROUND = 320, 100  # characters
_TOLD = re.compile(r'"(.+?)", by ')
_PASSAGES = 3  # enough to show a pattern; the HTML report and the JSON hold them all


def blocks(said: Outline) -> Iterator[Block | Figures]:
    """The report in order: figures, verdicts, what is missing, the letter, the file, the suggestions by gain, the record."""
    yield from (Block(Level.TITLE, said.title), Block(Level.BODY, said.source), Block(Level.BODY, said.disclaimer), said.figures)
    for group in said.groups:
        yield Block(Level.HEADING, f"{group.name}: {group.tally}")
        for verdict in group.verdicts:
            yield from _verdict(verdict)
    if said.missing:
        yield Block(Level.HEADING, "What is missing")
        yield from _missing(said.missing)
    yield from _letter("What the cover letter leaves out", said.letter.left_out)
    yield from _letter("What the cover letter claims and the resume does not show", said.letter.unsupported)
    if said.findings:
        yield Block(Level.HEADING, "Worth knowing about the file")
        yield from map(_finding, said.findings)
    if said.advice:
        yield Block(Level.HEADING, "Suggestions, in order of gain")
        yield Block(Level.BODY, "Drafts to be made true or dropped; [brackets] hold what only you know.")
    for advised in said.advice:
        yield Block(Level.SUBHEADING, advised.heading)
        for advice in advised.advice:
            yield from _draft(advice)
    yield Block(Level.HEADING, "Record")
    yield from (Block(Level.POINT, value, lead=name) for name, value in said.record)


def _verdict(verdict: Verdict) -> Iterator[Block]:
    essential = " (essential)" if verdict.essential else ""
    yield Block(Level.POINT, f"{verdict.phrase}{essential}. {verdict.reason}", lead=verdict.status_name)
    yield from (Block(Level.DETAIL, f"“{asked}”", lead="Asked") for asked in verdict.asked)
    passages = _each_once(verdict.evidence)
    for passage in passages[:1]:
        yield from _passage(passage)
    for passage in passages[1:_PASSAGES]:
        where = f" ({passage.where})" if passage.where else ""
        yield Block(Level.DETAIL, f"“{_excerpt(passage)}”{where}", lead="Also")
    others = len(passages) - _PASSAGES
    if others > 0:
        yield Block(Level.DETAIL, f"and {others} more passage{'s' if others > 1 else ''}")


def _each_once(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages, of those that stand in the file twice the first: the second says nothing new."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.quote, passage)
    return tuple(first.values())


def _excerpt(passage: Passage) -> str:
    """The quote; of one that fills a paragraph what tells, with some words around it: the HTML report and the JSON hold it whole."""
    quote = passage.quote
    told = _TOLD.match(passage.grounds[0]) if passage.grounds else None
    if len(quote) <= _LONGEST_QUOTE or told is None or (at := quote.find(told[1])) < 0:
        return quote
    start = 0 if at <= _AROUND else quote.rfind(" ", 0, at - _AROUND) + 1
    stop = at + len(told[1]) + _AROUND
    end = quote.find(" ", stop) if stop < len(quote) else -1
    return f"{'… ' if start else ''}{quote[start : end if end > 0 else len(quote)]}{' …' if end > 0 else ''}"


def _passage(passage: Passage) -> Iterator[Block]:
    yield Block(Level.DETAIL, f"“{_excerpt(passage)}”")
    if passage.where:
        yield Block(Level.DETAIL, passage.where, lead="Where")
    grounds = f": {'; '.join(passage.grounds)}" if passage.grounds else ""
    yield Block(Level.DETAIL, f"{passage.why}{grounds}", lead="Why")


def _missing(verdicts: tuple[Verdict, ...]) -> Iterator[Block]:
    for verdict in verdicts:
        if near := verdict.nearest:
            where = f" ({near.where})" if near.where else ""
            stop = "" if not where and near.quote.endswith((".", "!", "?")) else "."
            yield Block(Level.POINT, verdict.text)
            yield Block(Level.DETAIL, f"“{near.quote}”{where}{stop} {near.why}", lead="Nearest")
    if far := [verdict for verdict in verdicts if verdict.nearest is None]:
        yield Block(Level.POINT, "Nothing comes near these:")
        yield from (Block(Level.DETAIL, verdict.text) for verdict in far)


def _letter(heading: str, points: tuple[LetterPoint, ...]) -> Iterator[Block]:
    if points:
        yield Block(Level.HEADING, heading)
    for point in points:
        where = f" ({point.passage.where})" if point.passage.where else ""
        yield Block(Level.POINT, f"{point.requirement}. {point.reason}")
        yield Block(Level.DETAIL, f"“{point.passage.quote}”{where}")


def _finding(finding: Finding) -> Block:
    where = f" ({finding.where})" if finding.where else ""
    quote = f" “{finding.quote}”" if finding.quote else ""
    return Block(Level.POINT, f"{finding.message}{quote}", lead=f"{finding.name}{where}")


def _draft(advice: Advice) -> Iterator[Block]:
    yield Block(Level.POINT, f"for “{advice.requirement}”", lead=f"{advice.rank}. {advice.kind} ({advice.gain})")
    yield Block(Level.DETAIL, advice.text, lead="Draft")
    if advice.plain:
        yield Block(Level.DETAIL, advice.plain, lead="Without numbers")
    if advice.rewrites:
        yield Block(Level.DETAIL, f"“{advice.rewrites}”", lead="Instead of")
    yield from (Block(Level.DETAIL, hint) for hint in advice.hints)
    yield Block(Level.DETAIL, advice.reason, lead="Why")
