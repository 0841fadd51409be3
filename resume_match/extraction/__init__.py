"""Resume -> mentions: the skill phrases and experience phrases in it, found and not yet judged. The door to spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import itemgetter

from spacy.language import Language

from resume_match.extraction.finding import sequences_at
from resume_match.extraction.pieces import Piece, Range
from resume_match.extraction.pipeline import Analysis, analyze, build_pipeline, pipeline_name
from resume_match.extraction.statements import Statement, kind_of, statements
from resume_match.extraction.titles_within import parts_of
from resume_match.extraction.vocabulary import Vocabulary, build_vocabulary
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import MERE_DEED
from resume_match.model import Actor, Mention, MentionKind, Phrase, Resume, Span, StatementKind

__all__ = ["Extractor", "Statement", "build_pipeline", "build_vocabulary", "kind_of", "pipeline_name", "statements"]

_SUPPORT = "support"  # the verb family whose actions only help with somebody else's
_HELPING = {_SUPPORT, "meet"}  # "assist" is both: who assists customers meets them
_WHOLE = (StatementKind.TITLE, StatementKind.EDUCATION)  # read as one phrase: nobody acts in them


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a statement read, where it begins in the text, and what it is."""

    read: Analysis
    start: int
    kind: StatementKind
    statement: Statement


@dataclass(frozen=True, slots=True)
class Extractor:
    """A pipeline and the vocabulary that it reads with."""

    nlp: Language
    vocabulary: Vocabulary

    def extract(self, resume: Resume) -> tuple[Mention, ...]:
        """The mentions of a resume, statement by statement in the order of its sections."""
        organizations = tuple(sorted({_name(entry.organization) for entry in resume.entries if entry.organization}))
        text = resume.document.text
        return tuple(mention for statement in statements(resume) for mention in self.read(text, statement, organizations))

    def read(self, text: str, statement: Statement, organizations: Iterable[tuple[str, ...]] = ()) -> Iterator[Mention]:
        """The mentions of one statement of `text`, in order. A job title within a sentence is read as a title."""
        for span, kind in parts_of(text, statement.span, statement.kind):
            read = analyze(self.nlp, text[span.start : span.end], kind, organizations)
            part = _Part(read, span.start, kind, statement)
            pieces = read.pieces
            if kind in _WHOLE and read.words:
                excluded = dict.fromkeys(region for piece in pieces for region in piece.excluded if not _is_begun_degree(part, region))
                pieces = (Piece(((0, len(read.words)),), excluded=tuple(excluded)),)
            for piece in pieces:
                yield self._mention(part, piece)

    def _mention(self, part: _Part, piece: Piece) -> Mention:
        read, base, statement = part.read, part.start, part.statement
        words = read.words

        def phrase(region: Range | None) -> Phrase | None:
            if region is None:
                return None
            start, end = words[region[0]].start, words[region[1] - 1].end
            return Phrase(" ".join(read.text[start:end].split()), Span(base + start, base + end))

        action = piece.action
        families = action.families if action else ()
        return Mention(
            kind=MentionKind.EXPERIENCE if action else MentionKind.SKILL,
            span=Span(base + words[piece.first].start, base + words[piece.last - 1].end),
            statement=statement.span,
            stands_in=part.kind,
            section=statement.section,
            entry=statement.entry,
            action=phrase((action.first, action.last)) if action else None,
            object=phrase(piece.object),
            scope=phrase(piece.scope),
            result=phrase(piece.result),
            concepts=self._concepts(read, piece.regions, piece.excluded),
            acted_on=self._concepts(read, (piece.object,), piece.excluded) if piece.object else (),
            verbs=() if families == (MERE_DEED,) else families,
            actor=Actor.OTHER if piece.others else Actor.APPLICANT,
            negated=piece.negated,
            wished=piece.wished,
            assisting=_SUPPORT in piece.governed or (_SUPPORT in families and _HELPING.issuperset(families)),
            corrected=_corrections(words, piece),
        )

    def _concepts(self, read: Analysis, regions: tuple[Range, ...], without: tuple[Range, ...]) -> tuple[str, ...]:
        near = read.concepts_in(*_reach(regions))
        if near and (without or _has_gap(regions)):
            covered = {index for start, end in regions for index in range(start, end)}
            covered.difference_update(*(range(start, end) for start, end in without))
            near = [form for form in near if not covered.isdisjoint(range(form.first, form.last))]
        if not near:
            return ()
        direct = dict.fromkeys([form.id for form in near])
        broader = self.vocabulary.broader
        return tuple(dict.fromkeys(chain(direct, *[broader[name] for name in direct])))


def _is_begun_degree(part: _Part, region: Range) -> bool:
    """Whether what a line of education wants or learns is its degree: not finished is partial evidence (guideline), not none."""
    return part.kind is StatementKind.EDUCATION and sequences_at(part.read.words, region[0], grammar().begun_degrees) > 0


def _reach(regions: tuple[Range, ...]) -> Range:
    """From the first word of the regions of a phrase to the last."""
    if len(regions) == 1:
        return regions[0]
    return min(regions)[0], max(map(itemgetter(1), regions))


def _has_gap(regions: tuple[Range, ...]) -> bool:
    """Whether words stand between the regions of a phrase that are none of it."""
    if len(regions) < 2 or (len(regions) == 2 and regions[0][1] == regions[1][0]):  # mostly a deed, and right behind it what it acts on
        return False
    return any(one[1] < two[0] for one, two in pairwise(sorted(regions)))


def _corrections(words: tuple[Word, ...], piece: Piece) -> tuple[str, ...]:
    told = [f"{word.text} = {word.corrected}" for start, end in piece.regions for word in words[start:end] if word.corrected]
    return tuple(dict.fromkeys(told))


def _name(organization: str) -> tuple[str, ...]:
    """An employer's name as the words that it is recognized by in prose."""
    return tuple(re.findall(r"[\w.]+|&", organization.lower()))
