"""A report as Markdown (CommonMark with tables): for sharing, and for reading as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resume_match.model import CoverageReport
from resume_match.renderers import wording
from resume_match.renderers.outline import Advice, AdviceGroup, Figure, Finding, Outline, Passage, Verdict, outline

# Everything that CommonMark, its tables, strikethrough, math and autolinks, or a site generator's {{ templates }} would act on.
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$@]")
_AUTOLINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(?=[#+=-])")
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def to_markdown(report: CoverageReport) -> str:
    """The report as Markdown: figures, verdicts with evidence, what is missing, diagnostics, suggestions by gain, and the record."""
    return "\n".join(_lines(outline(report))) + "\n"


def escape(text: str) -> str:
    """The text with everything escaped that Markdown, or HTML inside Markdown, would act on."""
    marked = "".join(_HTML.get(character, character) for character in text)
    marked = _AUTOLINK.sub(lambda found: "\\" + found[0], _SPECIAL.sub(lambda found: "\\" + found[0], marked))
    return _NUMBERED.sub(r"\1\\", _BLOCK.sub(r"\\", marked))


def _lines(said: Outline) -> Iterator[str]:
    yield from (f"# {escape(said.title)}", "", f"{escape(said.source)}. {said.disclaimer}", "")
    yield from _figures(said.figures)
    for group in said.groups:
        yield from (f"## {group.name}: {group.tally}", "")
        for verdict in group.verdicts:
            yield from _verdict(verdict)
        yield ""
    if said.missing:
        yield from ("## What is missing", "")
        for verdict in said.missing:
            yield from _missing(verdict)
        yield ""
    if said.findings:
        yield from ("## Worth knowing about the file", "", *map(_finding, said.findings), "")
    if said.advice:
        yield from ("## Suggestions, in order of gain", "", "Drafts to be made true or dropped; [brackets] hold what only you know.", "")
        for advised in said.advice:
            yield from _advised(advised)
    yield from ("## Record", "", *(f"- {name}: {escape(value)}" for name, value in said.record), f"- {said.disclaimer}")


def _figures(figures: tuple[Figure, ...]) -> Iterator[str]:
    projected = any(figure.all is not None for figure in figures)
    yield "| Coverage | Now |" + (" With the best three suggestions | With all |" if projected else "")
    yield "| --- | ---: |" + (" ---: | ---: |" if projected else "")
    for figure in figures:
        after = f" {wording.percent(figure.best_three)} | {wording.percent(figure.all)} |" if projected else ""
        yield f"| {figure.name} | {figure.words} |{after}"
    yield ""


def _verdict(verdict: Verdict) -> Iterator[str]:
    essential = " (essential)" if verdict.essential else ""
    yield f"- **{verdict.status_name}**: {escape(verdict.text)}{essential}. {escape(verdict.reason)}"
    yield from (f"  - Asked: “{escape(asked)}”" for asked in verdict.asked)
    for passage in verdict.evidence[:1]:
        yield from _passage(passage)
    if len(verdict.evidence) > 1:
        others = len(verdict.evidence) - 1
        yield f"  - and {others} more passage{'s' if others > 1 else ''}"


def _passage(passage: Passage) -> Iterator[str]:
    yield f"  - “{escape(passage.quote)}”"
    yield from (f"  - Where: {escape(passage.where)}",) if passage.where else ()
    grounds = f" ({escape('; '.join(passage.grounds))})" if passage.grounds else ""
    yield f"  - Why: {escape(passage.why)}{grounds}"


def _missing(verdict: Verdict) -> Iterator[str]:
    yield f"- {escape(verdict.text)}"
    near = verdict.nearest
    if near is None:
        yield "  - Nothing comes near."
        return
    where = f" ({escape(near.where)})" if near.where else ""
    yield f"  - Nearest: “{escape(near.quote)}”{where}. {escape(near.why)}"


def _finding(finding: Finding) -> str:
    where = f" ({escape(finding.where)})" if finding.where else ""
    quote = f" “{escape(finding.quote)}”" if finding.quote else ""
    return f"- **{finding.name}**{where}: {escape(finding.message)}{quote}"


def _advised(advised: AdviceGroup) -> Iterator[str]:
    yield from (f"### {escape(advised.where)}", "")
    for advice in advised.advice:
        yield from _draft(advice)
    yield ""


def _draft(advice: Advice) -> Iterator[str]:
    yield f"- **{advice.rank}. {advice.kind}** ({escape(advice.gain)}), for: {escape(advice.requirement)}"
    yield f"  - Draft: {escape(advice.text)}"
    yield from (f"  - Without numbers: {escape(advice.plain)}",) if advice.plain else ()
    yield from (f"  - Instead of: “{escape(advice.rewrites)}”",) if advice.rewrites else ()
    yield from (f"  - {escape(hint)}" for hint in advice.hints)
    yield f"  - Why: {escape(advice.reason)}"
