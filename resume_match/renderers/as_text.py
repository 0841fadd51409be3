"""A report as plain text of a given width: for terminals, pipes and mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from resume_match.model import CoverageReport
from resume_match.renderers import wording
from resume_match.renderers.outline import Advice, Figure, Finding, Outline, Passage, Verdict, outline

_BAR = 20


def to_text(report: CoverageReport, width: int = 100) -> str:
    """The report as plain text, wrapped to `width` columns (at least 40): the order and the words of the Markdown report."""
    width = max(width, 40)
    return "\n".join(line for text, indent in _paragraphs(outline(report)) for line in _wrapped(text, indent, width)) + "\n"


def _wrapped(text: str, indent: int, width: int) -> list[str]:
    """The paragraph's lines; those after the first hang two columns deeper."""
    first, later = " " * indent, " " * (indent + 2)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False) or [""]


def _paragraphs(said: Outline) -> Iterator[tuple[str, int]]:
    """The paragraphs in reading order, each with its indent."""
    yield from ((said.title, 0), (said.source, 0), (said.disclaimer, 0), ("", 0))
    yield from ((_figure(figure), 2) for figure in said.figures)
    for group in said.groups:
        yield from (("", 0), (f"{group.name.upper()}: {group.tally}", 0))
        for verdict in group.verdicts:
            yield from _verdict(verdict)
    if said.missing:
        yield from (("", 0), ("WHAT IS MISSING", 0))
        for verdict in said.missing:
            yield from _missing(verdict)
    if said.findings:
        yield from (("", 0), ("WORTH KNOWING ABOUT THE FILE", 0), *((_finding(finding), 2) for finding in said.findings))
    if said.advice:
        yield from (("", 0), ("SUGGESTIONS, IN ORDER OF GAIN", 0))
        yield "Drafts to be made true or dropped; [brackets] hold what only you know.", 0
        for advised in said.advice:
            yield f"Under {advised.where}", 2
            for advice in advised.advice:
                yield from _draft(advice)
    yield from (("", 0), ("RECORD", 0), *((f"{name}: {value}", 2) for name, value in said.record))


def _figure(figure: Figure) -> str:
    """`Duties   [########............] 42% to 55%, 67% with the best three suggestions, 80% with all`."""
    if figure.least is None:
        return f"{figure.name:<8} {figure.words}"
    full = round(figure.least * _BAR)
    bar = "#" * full + "?" * (round((figure.most or 0.0) * _BAR) - full)
    after = ""
    if figure.best_three is not None and figure.all is not None:
        after = f", {wording.percent(figure.best_three)} with the best three suggestions, {wording.percent(figure.all)} with all"
    return f"{figure.name:<8} [{bar:.<{_BAR}}] {figure.words}{after}"


def _verdict(verdict: Verdict) -> Iterator[tuple[str, int]]:
    essential = " (essential)" if verdict.essential else ""
    yield f"[{verdict.status_name}] {verdict.text}{essential}", 2
    yield verdict.reason, 6
    yield from ((f"Asked: “{asked}”", 6) for asked in verdict.asked)
    for passage in verdict.evidence[:1]:
        yield from _passage(passage)
    if len(verdict.evidence) > 1:
        others = len(verdict.evidence) - 1
        yield f"and {others} more passage{'s' if others > 1 else ''}", 6


def _passage(passage: Passage) -> Iterator[tuple[str, int]]:
    yield f"“{passage.quote}”", 6
    if passage.where:
        yield f"Where: {passage.where}", 6
    yield f"Why: {passage.why}" + (f" ({'; '.join(passage.grounds)})" if passage.grounds else ""), 6


def _missing(verdict: Verdict) -> Iterator[tuple[str, int]]:
    yield verdict.text, 2
    near = verdict.nearest
    if near is None:
        yield "Nothing comes near.", 6
        return
    yield f"Nearest: “{near.quote}”" + (f" ({near.where})" if near.where else ""), 6
    yield near.why, 6


def _finding(finding: Finding) -> str:
    where = f" ({finding.where})" if finding.where else ""
    quote = f" “{finding.quote}”" if finding.quote else ""
    return f"{finding.name}{where}: {finding.message}{quote}"


def _draft(advice: Advice) -> Iterator[tuple[str, int]]:
    yield f"{advice.rank}. {advice.kind} ({advice.gain}), for: {advice.requirement}", 4
    yield f"Draft: {advice.text}", 7
    if advice.plain:
        yield f"Without numbers: {advice.plain}", 7
    if advice.rewrites:
        yield f"Instead of: “{advice.rewrites}”", 7
    yield from ((hint, 9) for hint in advice.hints)
    yield f"Why: {advice.reason}", 7
