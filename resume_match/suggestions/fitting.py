"""Which entry a suggestion belongs under, what holds of that job, and which words of its own a draft may use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon.phrasebook import Draft, phrasebook
from resume_match.model import Coverage, Entry, EntryKind, Mention, Requirement, Resume

_TOKEN = re.compile(r"[A-Za-z&][\w&'’/+-]*")


# How far an entry of each kind may hold a line of work at all; a school never may.
_KIND = {EntryKind.EXPERIENCE: 1.0, EntryKind.PROJECT: 0.3, EntryKind.VOLUNTEER: 0.25, EntryKind.OTHER: 0.1}
_TITLE, _LINES = 2.0, 1.0
_FIELDS = ("product", "engineering", "marketing")
# What a job's field adds, by its rank for the requirement: enough that an old job of the field comes before a new one of another.
_KIN = (1.4, 1.0, 0.85)


@dataclass(frozen=True, slots=True)
class Job:
    """An entry that may hold a line of work: what holds of it (with 2.0 where its title says so, 1.0 where its lines do) and its words."""

    entry: Entry
    situations: dict[str, float]
    words: Counter[str]
    concepts: frozenset[str]
    recency: float
    own_words: dict[str, tuple[str, ...]]


def jobs_of(resume: Resume, mentions: Iterable[Mention]) -> tuple[Job, ...]:
    """The entries of a resume that may hold a line of work, in reading order; degrees are none."""
    entries = [entry for entry in resume.entries if entry.kind in _KIND and (entry.title or entry.organization)]
    by_date = sorted(entries, key=_latest, reverse=True)
    concepts = _concepts_by_entry(mentions)
    return tuple(
        Job(
            entry,
            situations_of(entry),
            Counter(_tokens(_text_of(entry))),
            concepts.get(entry.span.start, frozenset()),
            1.0 - by_date.index(entry) / max(len(entries), 1),
            own_words_of(entry),
        )
        for entry in entries
    )


def _latest(entry: Entry) -> tuple[str, str]:
    end = "9999" if entry.end == "present" else entry.end or entry.start or ""
    return end, entry.start or ""


def _concepts_by_entry(mentions: Iterable[Mention]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.entry is not None:
            found.setdefault(mention.entry.span.start, set()).update(mention.concepts)
    return {start: frozenset(ids) for start, ids in found.items()}


def _text_of(entry: Entry) -> str:
    return " ".join((entry.title or "", *(bullet.text for bullet in entry.bullets)))


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text)]


# ---------------------------------------------------------------------------------------------------------------- what holds


def situations_of(entry: Entry) -> dict[str, float]:
    """What holds of a job by the words of its title (2.0) or of its lines (1.0): senior, product, marketing and so on."""
    title = (entry.title or "").lower()
    lines = " ".join(bullet.text for bullet in entry.bullets).lower()
    found: dict[str, float] = {}
    for name, situation in phrasebook().situations.items():
        if _any_word(situation.title).search(title):
            found[name] = _TITLE
        elif situation.lines and len({hit.group() for hit in _any_word(situation.lines).finditer(lines)}) >= situation.least:
            found[name] = _LINES
    if any(found.get(field) == _TITLE for field in _FIELDS):
        # What the title says a job is, its lines do not change: an engineer who writes user stories is an engineer.
        found = {name: weight for name, weight in found.items() if weight == _TITLE or name not in _FIELDS}
    if "junior" in found:
        found.pop("senior", None)
    return found


@cache
def _any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def drafts_for(drafts: Iterable[Draft], job: Job | None, length: float | None) -> tuple[Draft, ...]:
    """The drafts whose situations all hold of the job, the closest first; of equally close ones that of the more usual length."""
    held = {} if job is None else job.situations
    suiting = [draft for draft in drafts if all(tag in held for tag in draft.situations)]

    def closeness(draft: Draft) -> tuple[float, float]:
        return -sum(held[tag] for tag in draft.situations), abs(len(draft.text) - length) if length else 0.0

    return tuple(sorted(suiting, key=closeness))


# ------------------------------------------------------------------------------------------------------------- which job it fits


def near_words(requirement: Requirement) -> frozenset[str]:
    """The words beside which a requirement is believable; those of its own text where the phrasebook names none."""
    return frozenset(phrasebook().near.get(requirement.id) or _tokens(" ".join((requirement.text, *requirement.terms))))


def nearness(line: str, requirement: Requirement) -> int:
    """How many of the words near a requirement stand in a line."""
    return len(near_words(requirement).intersection(_tokens(line)))


def best_job(requirement: Requirement, jobs: tuple[Job, ...], coverage: Coverage, placed: Counter[int]) -> Job | None:
    """The job under which a line for this requirement is most believable, or None where the resume has none.

    A job of the role's own field comes before one of a neighbouring field and that before an unrelated one; within a field decide what
    its lines already speak of, its recency, and how many suggestions it holds already.
    """
    if not jobs:
        return None
    near = near_words(requirement)
    patterns = frozenset(re.findall(r"[a-z][a-z_-]+", " ".join((*requirement.explicit, *requirement.partial))))
    touched = {evidence.entry.span.start for evidence in coverage.evidence if evidence.entry is not None}

    def fit(job: Job) -> float:
        entry = job.entry
        hits = sum(1 for word in near if job.words[word])
        return (
            _KIND[entry.kind]
            + _kinship(requirement, job)
            + 0.3 * min(hits, 4) / 4
            + 0.2 * min(len(patterns & job.concepts), 2) / 2
            + (0.2 if entry.span.start in touched else 0.0)
            + 0.5 * job.recency
            + 0.15 * ("senior" in job.situations)
            - 0.35 * ("junior" in job.situations)
            - (0.0 if entry.start or entry.end else 0.6)
            - 0.05 * min(placed[entry.span.start], 4)
        )

    # Of equally fitting jobs the first in reading order.
    return max(jobs, key=fit)


def _kinship(requirement: Requirement, job: Job) -> float:
    # The field of a job weighs more than its setting (a service, an internal tool), and its title more than its lines.
    fields = phrasebook().kinship.get(requirement.id, phrasebook().kinship["default"])
    kin = [_KIN[rank] * job.situations.get(field, 0.0) / _TITLE for rank, field in enumerate(fields)]
    setting = max(job.situations.get(name, 0.0) for name in ("service", "internal")) / _TITLE
    return max(*kin, 0.1 * setting)


# ------------------------------------------------------------------------------------------------------------- the resume's own words


def own_words_of(entry: Entry) -> dict[str, tuple[str, ...]]:
    """The job's own words for each context of the phrasebook: whom it serves, with whom it works, what it builds.

    They come from the job alone: a line may not carry the customers or the product of one employer to another.
    """
    own = _text_of(entry)
    contexts = phrasebook().context
    return {name: _products(own) if context.heads else _commonest(own, context.words) for name, context in contexts.items()}


def _commonest(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    counts = Counter(hit.group() for hit in _any_word(words).finditer(text.lower()))
    return tuple(sorted(counts, key=lambda word: (-counts[word], words.index(word))))


@cache
def _product_phrase() -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in phrasebook().context["product"].heads)
    return re.compile(rf"\b(?:the|our|a|an|its)\s+((?:[A-Za-z][\w'’-]*\s+){{0,2}}[A-Za-z][\w'’-]*\s+(?:{heads}))(?![\w-])", re.IGNORECASE)


def _products(text: str) -> tuple[str, ...]:
    stop = frozenset(phrasebook().context["product"].stop)
    phrases = (phrase for phrase in _product_phrase().findall(text) if not re.search(r"\d", phrase))
    found = Counter(phrase for phrase in phrases if stop.isdisjoint(phrase.lower().split()))
    return tuple(f"the {phrase}" for phrase in sorted(found, key=lambda phrase: (-found[phrase], text.index(phrase))))
