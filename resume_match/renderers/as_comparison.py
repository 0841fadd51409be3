"""A comparison of two reports, as Markdown for reading and as JSON for machines."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from resume_match.comparison import Comparison, RequirementChange
from resume_match.model import Evidence, Figures
from resume_match.renderers.as_markdown import escape
from resume_match.renderers.wording import DISCLAIMER, SUPPORTS, percent, shown, status_name

COMPARISON_SCHEMA = "resume-match/comparison/1"
_SHOWN = 3


def comparison_to_markdown(comparison: Comparison) -> str:
    """The comparison as Markdown: the figures, what got better, what got worse, and the sentences that did it."""
    before, after = comparison.sources
    lines = [f"# {_plain(before)} and {_plain(after)} compared", ""]
    lines += [f"Profile: {_plain(comparison.profile.title)} ({_plain(comparison.profile.version)}). {_days(comparison)}", ""]
    lines += ["| | before | after | change |", "| --- | ---: | ---: | ---: |"]
    for name in ("duties", "skills", "overall"):
        lines.append(_figure_row(name, comparison.before, comparison.after))
    lines.append("")
    level = tuple(change for change in comparison.changes if not change.better and not change.worse)
    for heading, changes in (("Better", comparison.improved), ("Worse", comparison.worsened), ("Other evidence, same standing", level)):
        lines += _section(heading, changes)
    lines += [f"{comparison.unchanged} requirements did not change.", "", f"_{DISCLAIMER}_", ""]
    return "\n".join(lines)


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON, byte for byte the same for the same reports."""
    changes = [
        {
            "requirement_id": change.requirement.id,
            "text": change.requirement.text,
            "kind": change.requirement.kind.value,
            "direction": _direction(change),
            "status": {"before": change.before.status.value, "after": change.after.status.value},
            "credit": {"before": change.before.credit, "after": change.after.credit, "change": change.credit_change},
            "reason": change.after.reason,
            "gained": [asdict(evidence) for evidence in change.gained],
            "lost": [asdict(evidence) for evidence in change.lost],
        }
        for change in comparison.changes
    ]
    table: dict[str, Any] = {
        "schema": COMPARISON_SCHEMA,
        "notice": DISCLAIMER,
        "sources": {"before": comparison.sources[0], "after": comparison.sources[1]},
        "as_of": {"before": comparison.as_of[0], "after": comparison.as_of[1]},
        "profile": asdict(comparison.profile),
        "engine": asdict(comparison.engine),
        "figures": {"before": asdict(comparison.before), "after": asdict(comparison.after)},
        "changes": changes,
        "unchanged": comparison.unchanged,
    }
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def _days(comparison: Comparison) -> str:
    before, after = comparison.as_of
    return f"As of {before}." if before == after else f"As of {before} and {after}: time alone may have added months."


def _figure_row(name: str, before: Figures, after: Figures) -> str:
    earlier, later = getattr(before, name), getattr(after, name)
    change = "" if earlier is None or later is None else f"{(later - earlier) * 100:+.0f} points"
    return f"| {name} | {percent(earlier)} | {percent(later)} | {change} |"


def _section(heading: str, changes: tuple[RequirementChange, ...]) -> list[str]:
    if not changes:
        return []
    lines = [f"## {heading}", ""]
    for change in changes:
        kind = change.requirement.kind
        standing = f"{status_name(change.before.status, kind)} → {status_name(change.after.status, kind)}"
        credit = f"credit {change.before.credit:.2f} → {change.after.credit:.2f}"
        lines.append(f"- **{_plain(change.requirement.phrase)}**: {standing}, {credit}")
        lines += [_quoted("new", evidence) for evidence in change.gained[:_SHOWN]]
        lines += [_quoted("gone", evidence) for evidence in change.lost[:_SHOWN]]
    return [*lines, ""]


def _quoted(which: str, evidence: Evidence) -> str:
    return f"  - {which}: “{_plain(evidence.quote)}” ({evidence.strength.value}, {SUPPORTS[evidence.support]})"


def _direction(change: RequirementChange) -> str:
    return "better" if change.better else "worse" if change.worse else "level"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return escape(shown(text))
