"""Phrases found, and passages judged for a requirement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import NewType

from resume_match.model.document import Span
from resume_match.model.resume import EntryHeading, SectionKind

Score = NewType("Score", float)


class MentionKind(StrEnum):
    """A skill phrase names an ability; an experience phrase says what somebody did."""

    SKILL = "skill"
    EXPERIENCE = "experience"


class Actor(StrEnum):
    """Who acts in an experience phrase: the applicant, or somebody whose deeds are no evidence."""

    APPLICANT = "applicant"
    EMPLOYER = "employer"
    OTHER = "other"


class StatementKind(StrEnum):
    """What a phrase stands in; each is judged by rules of its own."""

    PROSE = "prose"
    LISTED = "listed"
    TITLE = "title"
    EDUCATION = "education"
    CERTIFICATION = "certification"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a document and where they stand."""

    text: str
    span: Span

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase found, not yet judged.

    `span` covers the phrase; `statement` the bullet, sentence or line that it stands in. Of an experience phrase `action` is the verb or
    action noun, `object` what is acted on, `scope` where, for whom or with whom, `result` the measured outcome; each None where the
    phrase does not say. `concepts` and `verbs` are the ids of the lexicon's concepts and verb families that it names, most specific
    first; `acted_on` are the concepts of the object alone. `wished` marks what is wanted or only being learned, `assisting` an action
    that helps with somebody else's ("assisted in planning"), `corrected` the words that were read as misspellings of known ones.
    """

    kind: MentionKind
    span: Span
    statement: Span
    stands_in: StatementKind
    section: SectionKind
    entry: EntryHeading | None = None
    action: Phrase | None = None
    object: Phrase | None = None
    scope: Phrase | None = None
    result: Phrase | None = None
    concepts: tuple[str, ...] = ()
    acted_on: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    actor: Actor = Actor.APPLICANT
    negated: bool = False
    wished: bool = False
    assisting: bool = False
    corrected: tuple[str, ...] = ()


class EvidenceSource(StrEnum):
    """The document that evidence stands in."""

    RESUME = "resume"
    COVER_LETTER = "cover_letter"


class Strength(StrEnum):
    """How well a passage shows a requirement, by the labelling guideline."""

    EXPLICIT = "explicit"
    PARTIAL = "partial"


class Support(StrEnum):
    """What stands behind a passage: a dated entry, a claim in prose, or a list."""

    DEMONSTRATED = "demonstrated"
    CLAIMED = "claimed"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Factor:
    """One named reason of a score, from 0.0 to 1.0 (`value`), with the words that it rests on."""

    name: str
    value: Score
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage judged for one requirement. `score` is the product of its factors' values."""

    requirement_id: str
    source: EvidenceSource
    span: Span
    quote: str
    strength: Strength
    score: Score
    support: Support
    section: SectionKind
    entry: EntryHeading | None
    factors: tuple[Factor, ...]

    @staticmethod
    def score_of(factors: Iterable[Factor]) -> Score:
        """The product of the factors' values, rounded to six places so that it is the same on every machine."""
        return Score(round(prod(factor.value for factor in factors), 6))
