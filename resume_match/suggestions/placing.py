"""Under which job of a resume a draft for a requirement is most believable; the figures stand in the phrasebook's placing.toml."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

from resume_match.dates import months
from resume_match.lexicon.phrasebook import phrasebook
from resume_match.model import Coverage, Entry, EntryKind, Requirement
from resume_match.suggestions.fitting import KINDS, TITLE, Job, near_words, tokens


def best_job(requirement: Requirement, jobs: tuple[Job, ...], coverage: Coverage, placed: Counter[int]) -> Job | None:
    """The job under which a line for this requirement is most believable, or None where the resume has none.

    A job of the role's own field comes before one of a neighbouring field and that before an unrelated one, for a craft more than for
    what any work may show; then decide what its lines speak of, its recency and its rank, and how many suggestions it holds already.
    Leading, strategy and budget go under no junior job where the resume has one that leads, and under no internship where it has any other.
    """
    near = near_words(requirement)
    patterns = frozenset(re.findall(r"[a-z][a-z_-]+", " ".join((*requirement.explicit, *requirement.partial))))
    touched = {evidence.entry.span.start for evidence in coverage.evidence if evidence.entry is not None}
    weights = phrasebook().placing

    def fit(job: Job) -> float:
        entry = job.entry
        hits = sum(1 for word in near if job.words[word])
        return float(
            KINDS[entry.kind]
            + _kinship(requirement, job)
            + weights["words"] * min(hits, 4) / 4
            + weights["concepts"] * min(len(patterns & job.concepts), 2) / 2
            + weights["touched"] * (entry.span.start in touched)
            + weights["recent"] * job.recency
            + weights["senior"] * ("senior" in job.situations)
            + weights["junior"] * ("junior" in job.situations)
            + weights["brief"] * _is_brief(entry)
            + weights["undated"] * (not (entry.start or entry.end))
            + weights["crowded"] * min(placed[entry.span.start], 4)
        )

    # Of equally fitting jobs the first in reading order.
    return max(_able(requirement, jobs), key=fit, default=None)


def _able(requirement: Requirement, jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """The jobs that may hold the requirement at all."""
    if not _is_leading(requirement):
        return jobs
    grown = [job for job in jobs if job.entry.kind is EntryKind.EXPERIENCE and "junior" not in job.situations]
    leads = any("senior" in job.situations or "managing" in job.situations for job in grown)
    return tuple(job for job in jobs if "junior" not in job.situations or not (leads or (grown and _is_brief(job.entry))))


def _is_leading(requirement: Requirement) -> bool:
    weights = phrasebook().placing
    if requirement.id in phrasebook().drafts:
        return requirement.id in weights["leading"]
    return not frozenset(weights["leading_words"]).isdisjoint(tokens(requirement.text))


def _is_brief(entry: Entry) -> bool:
    length = months(entry, date.max)  # what goes on today may last
    return length is not None and length < phrasebook().placing["brief_months"]


def _kinship(requirement: Requirement, job: Job) -> float:
    # The field of a job weighs more than its setting (a service, an internal tool), and its title more than its lines.
    weights: dict[str, Any] = dict(phrasebook().placing)
    fields = phrasebook().kinship.get(requirement.id, phrasebook().kinship["default"])
    kin = [weight * job.situations.get(field, 0.0) / TITLE for weight, field in zip(weights["fields"], fields, strict=True)]
    setting = weights["setting"] * max(job.situations.get(name, 0.0) for name in ("service", "internal")) / TITLE
    rank = weights["senior_field"] if "senior" in job.situations else 0.0
    found = max(*kin, setting, rank) * (weights["junior_field"] if "junior" in job.situations else 1.0)
    return float(found * (weights["any_field_share"] if requirement.id in weights["any_field"] else 1.0))
