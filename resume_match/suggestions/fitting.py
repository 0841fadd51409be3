"""What holds of the jobs of a resume, which drafts suit one, and which words of its own a draft may use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from resume_match.lexicon.phrasebook import Context, Draft, phrasebook
from resume_match.model import Entry, EntryKind, Mention, Requirement, Resume
from resume_match.suggestions.verbs import base_of

_TOKEN = re.compile(r"[A-Za-z&][\w&'’/+-]*")


# How far an entry of each kind may hold a line of work at all; a school never may.
KINDS = {EntryKind.EXPERIENCE: 1.0, EntryKind.PROJECT: 0.3, EntryKind.VOLUNTEER: 0.25, EntryKind.OTHER: 0.1}
TITLE, _LINES = 2.0, 1.0
_FIELDS = ("product", "engineering", "marketing")


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
    entries = [entry for entry in resume.entries if entry.kind in KINDS and (entry.title or entry.organization)]
    by_date = sorted(entries, key=_latest, reverse=True)
    concepts = _concepts_by_entry(mentions)
    return tuple(
        Job(
            entry,
            situations_of(entry),
            Counter(tokens(_text_of(entry))),
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


def tokens(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [token.lower() for token in _TOKEN.findall(text)]


# ---------------------------------------------------------------------------------------------------------------- what holds


def situations_of(entry: Entry) -> dict[str, float]:
    """What holds of a job by the words of its title (2.0) or of its lines (1.0): senior, product, marketing and so on."""
    title = (entry.title or "").lower()
    lines = " ".join(bullet.text for bullet in entry.bullets).lower()
    found: dict[str, float] = {}
    for name, situation in phrasebook().situations.items():
        if _any_word(situation.title).search(title):
            found[name] = TITLE
        elif situation.lines and len({hit.group() for hit in _any_word(situation.lines).finditer(lines)}) >= situation.least:
            found[name] = _LINES
    if any(found.get(field) == TITLE for field in _FIELDS):
        # What the title says a job is, its lines do not change: an engineer who writes user stories is an engineer.
        found = {name: weight for name, weight in found.items() if weight == TITLE or name not in _FIELDS}
    if "junior" in found:
        found.pop("senior", None)
        found.pop("managing", None)
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


# ------------------------------------------------------------------------------------------------------------- how near it is


def near_words(requirement: Requirement) -> frozenset[str]:
    """The words beside which a requirement is believable; those of its own text where the phrasebook names none."""
    return frozenset(phrasebook().near.get(requirement.id) or tokens(" ".join((requirement.text, *requirement.terms))))


def nearness(line: str, requirement: Requirement) -> int:
    """How many of the words near a requirement stand in a line."""
    return len(near_words(requirement).intersection(tokens(line)))


# ------------------------------------------------------------------------------------------------------------- the resume's own words


def own_words_of(entry: Entry) -> dict[str, tuple[str, ...]]:
    """The job's own words for each context of the phrasebook: whom it serves, with whom it works, what it builds.

    They come from the job alone: a line may not carry the customers or the product of one employer to another.
    """
    own, titled = _text_of(entry), tokens(entry.title or "")
    contexts = phrasebook().context
    return {name: _products(entry) if context.heads else _commonest(own, _of_others(context, titled)) for name, context in contexts.items()}


def _of_others(context: Context, titled: list[str]) -> tuple[str, ...]:
    """The words of a context but the field of the job's own title: an engineer works with others than engineering."""
    letters = context.own
    return tuple(word for word in context.words if not (letters and any(part[:letters] == word[:letters] for part in titled)))


def _commonest(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    counts = Counter(hit.group() for hit in _any_word(words).finditer(text.lower()))
    return tuple(sorted(counts, key=lambda word: (-counts[word], words.index(word))))


def _makes(line: str, place: int) -> bool:
    """True where a verb of making or running stands before the place ("Built and launched the") with no word of a place behind it."""
    context = phrasebook().context["product"]
    words = tokens(line[:place])
    made = [number for number, word in enumerate(words) if base_of(word) in context.verbs]
    return bool(made) and frozenset(context.places).isdisjoint(words[made[-1] :])


@cache
def _product_phrase() -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in phrasebook().context["product"].heads)
    return re.compile(rf"\b(?:the|our|a|an|its)\s+((?:[A-Za-z][\w'’-]*\s+){{0,2}}[A-Za-z][\w'’-]*\s+(?:{heads}))(?![\w-])", re.IGNORECASE)


def _products(entry: Entry) -> tuple[str, ...]:
    """What the job built or ran, as its lines name it; what it only used ("posted jobs on the LinkedIn platform") is another's."""
    stop = frozenset(phrasebook().context["product"].stop)
    text = "\n".join(bullet.text for bullet in entry.bullets)
    found_in = (
        found for bullet in entry.bullets for found in _product_phrase().finditer(bullet.text) if _makes(bullet.text, found.start())
    )
    phrases = (found.group(1) for found in found_in if not re.search(r"\d", found.group(1)))
    found = Counter(phrase for phrase in phrases if stop.isdisjoint(phrase.lower().split()))
    return tuple(f"the {phrase}" for phrase in sorted(found, key=lambda phrase: (-found[phrase], text.index(phrase))))
