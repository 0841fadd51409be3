"""Evidence -> coverage: the status and credit of every requirement, and the passage that came nearest where nothing was found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from resume_match.lexicon.calibration import calibration
from resume_match.model import (
    Coverage,
    Diagnostic,
    DiagnosticCode,
    Document,
    Evidence,
    EvidenceSource,
    Mention,
    Nearest,
    Requirement,
    Score,
    Span,
    Status,
    Strength,
    Support,
)
from resume_match.scoring.evidence import Judge, is_by_signs, would_show
from resume_match.scoring.wording import nearest_mention

_STEM = 5  # letters
_BY_CHANCE = 2  # words
_LONG = 25  # words

_UNREAD = (
    DiagnosticCode.PARTIAL_TEXT,
    DiagnosticCode.DAMAGED,
    DiagnosticCode.TRUNCATED,
    DiagnosticCode.UNMAPPED_GLYPHS,
)


def credit_of(evidence: Evidence) -> Score:
    """What one piece of evidence is worth to its requirement (calibration, "credit")."""
    known = calibration()
    return Score(known.credit[evidence.support] if evidence.strength is Strength.EXPLICIT else known.partial_credit)


def cover(requirements: Iterable[Requirement], evidence: Iterable[Evidence], *, unread: str = "") -> tuple[Coverage, ...]:
    """The coverage of each requirement, in their order, without `nearest`. `unread`: why what has no evidence cannot be judged."""
    by_requirement: dict[str, list[Evidence]] = defaultdict(list)
    for found in evidence:
        by_requirement[found.requirement_id].append(found)
    return tuple(_coverage(requirement, by_requirement.get(requirement.id, []), unread) for requirement in requirements)


def _coverage(requirement: Requirement, found: list[Evidence], unread: str) -> Coverage:
    best_first = tuple(sorted(found, key=lambda e: _order(requirement, e)))
    credit = credit_of(best_first[0]) if best_first else Score(0.0)
    status = _status(requirement, best_first, credit, unread)
    return Coverage(requirement, status, credit, best_first, None, _reason(status, best_first, unread))


def _order(requirement: Requirement, evidence: Evidence) -> tuple[float, float, bool, bool, float, Span]:
    """What is worth most first; of equals what a pattern names, then what says the requirement in its own words, then what stands first.

    A word in common may be chance, and a long passage holds many. Titles stand in their order, the newest first.
    """
    titled = evidence.entry is not None and evidence.quote == evidence.entry.title
    alike = 0 if titled else len(_beginnings(requirement.text) & _beginnings(evidence.quote))
    said = alike // _BY_CHANCE - len(evidence.quote.split()) // _LONG
    letter = evidence.source is EvidenceSource.COVER_LETTER
    return -credit_of(evidence), -evidence.score, letter, is_by_signs(evidence), -said, evidence.span


@lru_cache(maxsize=1 << 10)  # the passages of a resume are put in order again for each draft that is tried
def _beginnings(text: str) -> frozenset[str]:
    """The beginnings of its longer words, by which forms of a word are alike ("developed" and "development")."""
    return frozenset(word[:_STEM].lower() for word in re.findall(rf"[^\W\d_]{{{_STEM},}}", text))


def _status(requirement: Requirement, best_first: tuple[Evidence, ...], credit: Score, unread: str) -> Status:
    if not best_first:
        return Status.UNREADABLE if unread else Status.MISSING
    explicit = best_first[0].strength is Strength.EXPLICIT
    return Status.COVERED if explicit and credit >= calibration().covered[requirement.kind] else Status.PARTIAL


def _reason(status: Status, best_first: tuple[Evidence, ...], unread: str) -> str:
    if status is Status.MISSING:
        return "Nothing in the resume shows it."
    if status is Status.UNREADABLE:
        return unread
    best = best_first[0]
    if best.strength is Strength.PARTIAL:
        return "Related, but not convincing alone."
    claimed_in = "the cover letter" if best.source is EvidenceSource.COVER_LETTER else "prose"
    where = {
        Support.DEMONSTRATED: "Shown in a dated entry",
        Support.CLAIMED: f"Claimed in {claimed_in}, not shown in a dated entry",
        Support.LISTED: "Only listed, never shown",
    }[best.support]
    said = best.strength, best.support, best.source
    # A passage that stands in the file twice is one passage.
    alike = len({" ".join(found.quote.split()) for found in best_first if (found.strength, found.support, found.source) == said})
    return f"{where}, {alike} passage{'s' if alike != 1 else ''}."


def why_unread(document: Document, diagnostics: Iterable[Diagnostic] = ()) -> str:
    """Why what has no evidence cannot be judged: the text is not English, or a page, or so much text that it matters (calibration,
    "unreadable"), could not be read. "" where neither is so.
    """
    limit = calibration().unreadable_characters
    lost = {found.code for found in (*document.diagnostics, *diagnostics) if found.lost is None or found.lost >= limit}
    if DiagnosticCode.NOT_ENGLISH in lost:
        return "Cannot tell: the resume is not in English, and only English can be judged."
    if not lost.isdisjoint(_UNREAD):
        return "Cannot tell: part of the file could not be read, and what could be read does not show it."
    return ""


def with_nearest(coverages: Iterable[Coverage], judge: Judge, mentions: tuple[Mention, ...], text: str) -> tuple[Coverage, ...]:
    """The coverages, those without evidence with the passage that came nearest and why it does not suffice."""
    wordings = {wording.requirement_id: wording for wording in judge.wordings}
    ruled_out = would_show(judge, mentions)
    found = []
    for coverage in coverages:
        if coverage.evidence:
            found.append(coverage)
            continue
        near = ruled_out.get(coverage.requirement.id)
        if near is None and (close := nearest_mention(wordings[coverage.requirement.id], mentions, text)) is not None:
            near = (close[0], f"It shares only: {', '.join(close[1])}.")
        nearest = Nearest(near[0].statement, text[near[0].statement.start : near[0].statement.end], near[1]) if near else None
        found.append(Coverage(coverage.requirement, coverage.status, coverage.credit, (), nearest, coverage.reason))
    return tuple(found)
