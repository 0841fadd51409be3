"""Reports of one profile in order, by what they show of it and by nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from resume_match.model import CoverageReport, Figures, Status


@dataclass(frozen=True, slots=True)
class Ranked:
    """A report and its place among the others; places are shared by reports that show as much.

    `position` counts from 1 by what could be read; `position_at_best` is where the report would stand if all that could not be read in
    it were covered (the same where all could be). `reason` is one sentence: what the place stands on, and with how many it is shared.
    """

    position: int
    position_at_best: int
    report: CoverageReport
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class _Standing:
    """What counts, in this order; the figure in whole percents, as readers see it, so that no place rests on a difference not shown."""

    essential_covered: int
    essential_partial: int
    percent: int


def rank(reports: Iterable[CoverageReport]) -> tuple[Ranked, ...]:
    """The reports, best first: by essential requirements covered, then partly covered, then the overall figure in whole percents.

    Reports that are equal in all three share a position and stay in the order in which they were given. Nothing else is looked at: no
    name, school, age, address, or gap between jobs. An order of evidence, never a hiring decision. ValueError where the reports were not
    made with the same profile, engine and day, as their figures do not compare.
    """
    given = tuple(reports)
    if len({(report.profile, report.engine, report.as_of) for report in given}) > 1:
        raise ValueError("reports of different profiles, engines or days do not compare: match all with one ResumeMatcher")
    standings = [_standing(report, report.figures) for report in given]
    at_best = [_standing(report, report.figures_at_most, unreadable=Status.COVERED) for report in given]
    order = sorted(range(len(given)), key=lambda place: standings[place], reverse=True)  # stable, so that equals keep their order
    return tuple(
        Ranked(
            position=_position(standings[place], standings),
            position_at_best=_position(at_best[place], [*standings[:place], *standings[place + 1 :]]),
            report=given[place],
            reason=_reason(given[place], standings[place], standings.count(standings[place]) - 1),
        )
        for place in order
    )


def _standing(report: CoverageReport, figures: Figures, unreadable: Status = Status.UNREADABLE) -> _Standing:
    essential = [coverage.status for coverage in report.coverages if coverage.requirement.essential]
    statuses = [unreadable if status is Status.UNREADABLE else status for status in essential]
    return _Standing(statuses.count(Status.COVERED), statuses.count(Status.PARTIAL), round(100 * (figures.overall or 0.0)))


def _position(standing: _Standing, others: list[_Standing]) -> int:
    return 1 + sum(other > standing for other in others)


def _reason(report: CoverageReport, standing: _Standing, equals: int) -> str:
    """The sentence on what a place stands on."""
    essential = sum(coverage.requirement.essential for coverage in report.coverages)
    asked = f"{standing.essential_covered} of {essential} essential requirements covered" if essential else "no requirement is essential"
    partly = f", {standing.essential_partial} in part" if standing.essential_partial else ""
    unread = f"; {len(report.unreadable)} requirements could not be judged" if report.unreadable else ""
    others = "another report" if equals == 1 else f"{equals} others"
    shared = f"; equal to {others} in all that counts, so the place is shared and says nothing between them" if equals else ""
    return f"{asked[0].upper()}{asked[1:]}{partly}; overall {standing.percent}%{unread}{shared}."
