"""A report as tables for a terminal: what is shown, what is missing, what to write next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from resume_match.model import CoverageReport, RequirementKind, Status
from resume_match.renderers.outline import Advice, Outline, Verdict
from resume_match.renderers.outlining import outline

if TYPE_CHECKING:
    from rich.console import RenderableType

_COLOURS = {Status.COVERED: "green", Status.PARTIAL: "yellow", Status.MISSING: "red", Status.UNREADABLE: "magenta"}
_BAR = 24


def to_table(report: CoverageReport) -> RenderableType:
    """The report in short, as rich prints it: figures, a line for each requirement, findings, and the suggestions by gain."""
    from rich.console import Group

    return Group(*_parts(outline(report)))


def _parts(said: Outline) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(f"{said.title}: {said.source}", style="bold")
    yield Text(said.disclaimer, style="dim")
    yield _figures(said)
    for group in said.groups:
        yield _verdicts(f"{group.name}: {group.tally}", group.verdicts, neutral=group.kind is RequirementKind.QUALIFICATION)
    for finding in said.findings:
        where = f" ({finding.where})" if finding.where else ""
        yield Text.assemble((finding.name, "bold magenta"), f"{where}: {finding.message}")
    if said.advice:
        yield _suggestions(said)


def _figures(said: Outline) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    for figure in said.figures:
        full = round((figure.least or 0.0) * _BAR)
        maybe = round((figure.most or 0.0) * _BAR) - full
        bar = Text.assemble(("━" * full, "cyan"), ("━" * maybe, "magenta"), ("━" * (_BAR - full - maybe), "bright_black"))
        after = "" if figure.all is None else f"{figure.best_three:.0%} with the best three suggestions, {figure.all:.0%} with all"
        table.add_row(Text(figure.name), bar, Text(figure.words, style="bold"), Text(after, style="dim"))
    return table


def _verdicts(title: str, verdicts: tuple[Verdict, ...], *, neutral: bool) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left", title_style="bold", expand=True, show_lines=False)
    table.add_column("", no_wrap=True)
    table.add_column("Requirement", ratio=2)
    table.add_column("Best evidence, or the nearest passage", ratio=3)
    table.add_column("Where", ratio=2)
    for verdict in verdicts:
        # A qualification that a resume does not name is no failure, so it is not red.
        colour = "default" if neutral and verdict.status is Status.MISSING else _COLOURS[verdict.status]
        found = verdict.evidence[0] if verdict.evidence else verdict.nearest
        quote = Text(f"“{found.quote}”" if found else verdict.reason, style="" if verdict.evidence else "dim")
        asked = verdict.text + (" (essential)" if verdict.essential else "")
        table.add_row(Text(verdict.status_name, style=colour), Text(asked), quote, Text(found.where if found else "", style="dim"))
    return table


def _suggestions(said: Outline) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    title = Text("Suggestions: drafts to be made true or dropped; [brackets] hold what only you know")
    table = Table(title=title, title_justify="left", title_style="bold", expand=True, show_lines=True)
    table.add_column("", no_wrap=True, justify="right")
    table.add_column("Where", ratio=1)
    table.add_column("Draft", ratio=3)
    table.add_column("Gain", ratio=1)
    placed = ((advice, group.heading) for group in said.advice for advice in group.advice)
    for advice, where in placed:
        table.add_row(
            Text(str(advice.rank)), Text(where, style="dim"), _draft(advice), Text(advice.gain, style="green" if advice.gains else "dim")
        )
    return table


def _draft(advice: Advice) -> RenderableType:
    from rich.text import Text

    rewrites = f"\nInstead of: “{advice.rewrites}”" if advice.rewrites else ""
    return Text.assemble((f"{advice.kind}: ", "bold"), advice.text, (rewrites, "dim"), (f"\nFor: {advice.requirement}", "dim"))
