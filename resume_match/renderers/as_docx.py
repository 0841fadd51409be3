"""A report as a plain Word document of its own: for whoever reads in Word what came as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from resume_match.model import CoverageReport
from resume_match.parsers.docx.write import Block, Rows, Style, write_document
from resume_match.renderers import wording
from resume_match.renderers.outline import Advice, Figure, Outline, Passage, Verdict, outline


def to_docx(report: CoverageReport) -> bytes:
    """The report as DOCX, in the order and the words of the Markdown report; the same bytes for equal reports."""
    said = outline(report)
    return write_document(said.title, _blocks(said))


def _blocks(said: Outline) -> Iterator[Block | Rows]:
    yield from (Block(Style.TITLE, said.title), Block(Style.BODY, said.source), Block(Style.BODY, said.disclaimer))
    yield _figures(said.figures)
    for group in said.groups:
        yield Block(Style.HEADING, f"{group.name}: {group.tally}")
        for verdict in group.verdicts:
            yield from _verdict(verdict)
    if said.missing:
        yield Block(Style.HEADING, "What is missing")
        for verdict in said.missing:
            yield from _missing(verdict)
    if said.findings:
        yield Block(Style.HEADING, "Worth knowing about the file")
        for finding in said.findings:
            where, quote = f" ({finding.where})" if finding.where else "", f" “{finding.quote}”" if finding.quote else ""
            yield Block(Style.LIST, f"{where}: {finding.message}{quote}", lead=finding.name)
    if said.advice:
        yield Block(Style.HEADING, "Suggestions, in order of gain")
        yield Block(Style.BODY, "Drafts to be made true or dropped; [brackets] hold what only you know.")
        for advised in said.advice:
            yield Block(Style.SUBHEADING, f"Under {advised.where}")
            for advice in advised.advice:
                yield from _draft(advice)
    yield Block(Style.HEADING, "Record")
    yield from (Block(Style.LIST, value, lead=f"{name}: ") for name, value in said.record)


def _figures(figures: tuple[Figure, ...]) -> Rows:
    projected = any(figure.all is not None for figure in figures)
    head = ("Coverage", "Now", *(("With the best three suggestions", "With all") if projected else ()))
    rows = (
        (figure.name, figure.words, *((wording.percent(figure.best_three), wording.percent(figure.all)) if projected else ()))
        for figure in figures
    )
    return Rows((head, *rows))


def _verdict(verdict: Verdict) -> Iterator[Block]:
    essential = " (essential)" if verdict.essential else ""
    yield Block(Style.LIST, f": {verdict.text}{essential}. {verdict.reason}", lead=verdict.status_name)
    yield from (Block(Style.SUBLIST, f"“{asked}”", lead="Asked: ") for asked in verdict.asked)
    for passage in verdict.evidence[:1]:
        yield from _passage(passage)
    if len(verdict.evidence) > 1:
        others = len(verdict.evidence) - 1
        yield Block(Style.SUBLIST, f"and {others} more passage{'s' if others > 1 else ''}")


def _passage(passage: Passage) -> Iterator[Block]:
    yield Block(Style.SUBLIST, f"“{passage.quote}”")
    if passage.where:
        yield Block(Style.SUBLIST, passage.where, lead="Where: ")
    grounds = f" ({'; '.join(passage.grounds)})" if passage.grounds else ""
    yield Block(Style.SUBLIST, f"{passage.why}{grounds}", lead="Why: ")


def _missing(verdict: Verdict) -> Iterator[Block]:
    yield Block(Style.LIST, verdict.text)
    near = verdict.nearest
    if near is None:
        yield Block(Style.SUBLIST, "Nothing comes near.")
        return
    where = f" ({near.where})" if near.where else ""
    yield Block(Style.SUBLIST, f"“{near.quote}”{where}. {near.why}", lead="Nearest: ")


def _draft(advice: Advice) -> Iterator[Block]:
    yield Block(Style.LIST, f" ({advice.gain}), for: {advice.requirement}", lead=f"{advice.rank}. {advice.kind}")
    yield Block(Style.SUBLIST, advice.text, lead="Draft: ")
    if advice.plain:
        yield Block(Style.SUBLIST, advice.plain, lead="Without numbers: ")
    if advice.rewrites:
        yield Block(Style.SUBLIST, f"“{advice.rewrites}”", lead="Instead of: ")
    yield from (Block(Style.SUBLIST, hint) for hint in advice.hints)
    yield Block(Style.SUBLIST, advice.reason, lead="Why: ")
