"""ResumeMatcher: load once, match many. The one place where the stages are joined."""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from resume_match.cover_letter import letter_body
from resume_match.extraction import Extractor, Statement, build_pipeline, build_vocabulary, kind_of, pipeline_name
from resume_match.model import (
    Coverage,
    CoverageReport,
    Document,
    Documents,
    EngineRecord,
    EntryHeading,
    Evidence,
    EvidenceSource,
    Mention,
    ProfileRecord,
    Requirement,
    Resume,
    RoleProfile,
    SectionKind,
    Span,
    StatementKind,
)
from resume_match.parsers import read_document
from resume_match.parsers.limits import DEFAULT_LIMITS, Limits, PdfSource
from resume_match.profiles import load_profile, profile_record
from resume_match.redaction import redact as redacted
from resume_match.scoring.coverage import cover, why_unread, with_nearest
from resume_match.scoring.evidence import Judge, compile_judge, find_evidence, placed_under
from resume_match.scoring.similarity import spelling_corrector
from resume_match.scoring.telling import profile_phrases
from resume_match.scoring.tenure import with_tenure
from resume_match.segmentation import segment
from resume_match.suggestions import suggest as suggest_bullets

if TYPE_CHECKING:
    from spacy.language import Language

_DRAFTS = 4096  # judgements of drafts that are remembered, 1.6 kB each; three of four drafts for 85 resumes had been judged before

Source = str | os.PathLike[str] | bytes | BinaryIO


@contextmanager
def _no_garbage() -> Iterator[None]:
    """While something is made that stays: a fifth of the time went into searching it, and all of spaCy, for garbage.

    Afterwards what is there counts as old, as if it had been searched: the first statements would pay for that. Not where the caller has
    frozen what he keeps.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if not gc.get_freeze_count():
                gc.freeze()  # moves all to a generation of its own,
                gc.unfreeze()  # and this moves that to the oldest one
            gc.enable()


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: the limits, whether in a worker process of their own, and who reads the characters of PDF pages.

    `pdf_source` is "own" or "pdfium", which takes less time and needs the extra `fast`.
    """

    limits: Limits = DEFAULT_LIMITS
    isolate: bool = False
    pdf_source: PdfSource | str = PdfSource.OWN


class ResumeMatcher:
    """Judges resumes against one role profile. Building one takes about a second; matching then takes milliseconds.

    `profile` is the bundled Director of Product Management profile unless given. `as_of` is the day that "present" is read as: today, taken
    once here, unless given; of a datetime its date. `nlp` is a trained spaCy pipeline (a Language, a package name or a path) to use instead
    of a blank English one. `reading` bounds what a file may cost. All is made here and then only read, but for words and drafts that it
    remembers (no answer depends on that), so that threads, and processes forked later, may share a matcher. It pickles small: only what it
    was made from. OSError where the name or path of `nlp` leads to none, TypeError where `profile` is no RoleProfile or `as_of` no date.

    `extractor` is the spaCy pipeline and its vocabulary, `judge` the profile made ready: its patterns, scorecards and wordings.
    """

    def __init__(
        self,
        profile: RoleProfile | None = None,
        *,
        as_of: datetime.date | None = None,
        nlp: Language | str | None = None,
        reading: Reading | None = None,
    ) -> None:
        _check_profile(profile)
        self.as_of = _day(as_of)
        self.reading = Reading() if reading is None else reading
        self._nlp = nlp
        with _no_garbage():
            self.profile = load_profile() if profile is None else profile
            vocabulary = build_vocabulary(spelling_corrector, profile_phrases(self.profile))
            self.extractor = Extractor(build_pipeline(vocabulary, nlp), vocabulary)
            self.judge = compile_judge(self.profile, self.extractor)
        self._of_draft = _remembering(self.extractor, self.judge)

    def __reduce__(self) -> tuple[Callable[..., ResumeMatcher], tuple[object, ...]]:
        return _rebuilt, (self.profile, self.as_of, self._nlp, self.reading)

    def match(self, source: Source, *, cover_letter: Source | None = None, suggest: bool = True, redact: bool = False) -> CoverageReport:
        """The coverage report of a resume file (a path, its bytes or a binary file), with suggestions unless `suggest` is False.

        Evidence from `cover_letter` is marked as such and counts as claimed. `redact` masks who the person is in all of the report.
        Raises a DocumentError where a file gives no text, and the OSError of a path that cannot be opened.
        """
        letter = None if cover_letter is None else self._read(cover_letter)
        return self.match_document(self._read(source), cover_letter=letter, suggest=suggest, redact=redact)

    def match_document(
        self, document: Document, *, cover_letter: Document | None = None, suggest: bool = True, redact: bool = False
    ) -> CoverageReport:
        """The coverage report of a document that was read already."""
        resume = segment(document)
        mentions = self.extractor.extract(resume)
        evidence = find_evidence(self.judge, mentions, document.text)
        if cover_letter is not None:
            evidence += self._letter_evidence(cover_letter)
        unread = why_unread(document, resume.diagnostics)
        assessor = Assessor(self, resume, unread)
        coverages = with_nearest(assessor.cover(evidence), self.judge, mentions, document.text)
        suggestions, projection = suggest_bullets(resume, self.profile, coverages, mentions, judge=assessor) if suggest else ((), None)
        report = CoverageReport(
            documents=Documents(document, cover_letter),
            profile=self._profile_record,
            engine=self.engine,
            as_of=self.as_of.isoformat(),
            coverages=coverages,
            mentions=mentions,
            suggestions=suggestions,
            projection=projection,
            diagnostics=(*document.diagnostics, *resume.diagnostics),
        )
        return redacted(report) if redact else report

    def assess(
        self, statement: str, *, section: SectionKind | str = SectionKind.EXPERIENCE, entry: EntryHeading | None = None
    ) -> tuple[Evidence, ...]:
        """The evidence that one statement would give, standing in `section` (and under `entry`): try a bullet first.

        Spans are into the statement. ValueError where there is no such section.
        """
        return _assess(self.extractor, self.judge, statement, SectionKind(section), entry=entry)

    def extract(self, resume: Resume) -> tuple[Mention, ...]:
        """The skill and experience phrases of a resume, found with this matcher's vocabulary."""
        return self.extractor.extract(resume)

    @cached_property
    def engine(self) -> EngineRecord:
        """What a report records of the engine."""
        pdf_source = PdfSource(self.reading.pdf_source)
        return EngineRecord(version("resume-match"), _lexicon_sha256(), pipeline_name(self.extractor.nlp), pdf_source.value)

    @cached_property
    def _profile_record(self) -> ProfileRecord:
        return profile_record(self.profile)

    def _read(self, source: Source) -> Document:
        return read_document(source, limits=self.reading.limits, isolate=self.reading.isolate, pdf_source=self.reading.pdf_source)

    def _letter_evidence(self, letter: Document) -> tuple[Evidence, ...]:
        lines = (Statement(span, StatementKind.PROSE, SectionKind.OTHER) for span in letter_body(letter))
        mentions = tuple(mention for line in lines for mention in self.extractor.read(letter.text, line))
        return find_evidence(self.judge, mentions, letter.text, EvidenceSource.COVER_LETTER)


@dataclass(frozen=True, slots=True)
class Assessor:
    """What suggestions measure their gain with: this matcher, for one resume."""

    matcher: ResumeMatcher
    resume: Resume
    unread: str

    def assess(self, text: str, section: SectionKind, entry: EntryHeading | None) -> tuple[Evidence, ...]:
        """The evidence that one prose statement gives, standing in `section` under `entry`."""
        return placed_under(entry, self.matcher._of_draft(text, section))

    def cover(self, evidence: tuple[Evidence, ...], requirements: Iterable[Requirement] | None = None) -> tuple[Coverage, ...]:
        """The coverage of every requirement by that evidence, or of those given."""
        asked = self.matcher.profile.requirements if requirements is None else requirements
        return with_tenure(cover(asked, evidence, unread=self.unread), self.resume, self.matcher.as_of)


def _assess(
    extractor: Extractor, judge: Judge, text: str, section: SectionKind, *, entry: EntryHeading | None = None
) -> tuple[Evidence, ...]:
    statement = Statement(Span(0, len(text)), kind_of(text, section), section, entry)
    return find_evidence(judge, extractor.read(text, statement), text)


def _remembering(extractor: Extractor, judge: Judge) -> Callable[[str, SectionKind], tuple[Evidence, ...]]:
    """Judges drafts, wherever they will stand, and remembers the last ones: the same are offered to many people."""
    return lru_cache(_DRAFTS)(lambda text, section: _assess(extractor, judge, text, section))


def _day(as_of: datetime.date | None) -> datetime.date:
    """The day given, of a datetime its date, or today. TypeError for what is no date, such as text."""
    if as_of is None:
        return datetime.date.today()
    if not isinstance(as_of, datetime.date):
        raise TypeError(f"as_of is a datetime.date, such as datetime.date(2026, 11, 1), not {type(as_of).__name__}")
    return as_of.date() if isinstance(as_of, datetime.datetime) else as_of


def _check_profile(profile: RoleProfile | None) -> None:
    """TypeError for what is no profile, such as its name or path."""
    if profile is not None and not isinstance(profile, RoleProfile):
        raise TypeError(f"profile is a RoleProfile, such as load_profile gives for a name or a path, not {type(profile).__name__}")


def _rebuilt(profile: RoleProfile, as_of: datetime.date, nlp: Language | str | None, reading: Reading) -> ResumeMatcher:
    return ResumeMatcher(profile, as_of=as_of, nlp=nlp, reading=reading)


@cache
def _lexicon_sha256() -> str:
    """The hash of every file of the lexicon, so that two reports tell whether the same knowledge made them."""
    digest = sha256()
    folders = [files("resume_match") / "data" / "lexicon" / "en"]
    while folders:
        folder = folders.pop(0)
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.is_dir():
                folders.append(file)
            else:
                digest.update(file.name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def _bundled_matcher(as_of: datetime.date) -> ResumeMatcher:
    return ResumeMatcher(as_of=as_of)


def match(
    source: Source,
    *,
    profile: RoleProfile | None = None,
    cover_letter: Source | None = None,
    as_of: datetime.date | None = None,
    suggest: bool = True,
    redact: bool = False,
) -> CoverageReport:
    """The coverage report of one resume file against `profile`, the bundled one unless given. See ResumeMatcher.match.

    The matcher of the bundled profile is made once; to match many files against another profile, keep a ResumeMatcher.
    """
    day = _day(as_of)
    matcher = _bundled_matcher(day) if profile is None else ResumeMatcher(profile, as_of=day)
    return matcher.match(source, cover_letter=cover_letter, suggest=suggest, redact=redact)


def read_resume(source: Source, *, reading: Reading | None = None) -> Resume:
    """The structure of a resume file: contact, sections, entries and bullets. Raises what `match` raises."""
    how = Reading() if reading is None else reading
    return segment(read_document(source, limits=how.limits, isolate=how.isolate, pdf_source=how.pdf_source))


def extract(resume: Resume) -> tuple[Mention, ...]:
    """The skill and experience phrases of a resume, found with the bundled vocabulary, in reading order."""
    return _bundled_extractor().extract(resume)


@cache
def _bundled_extractor() -> Extractor:
    vocabulary = build_vocabulary(spelling_corrector)
    return Extractor(build_pipeline(vocabulary), vocabulary)
