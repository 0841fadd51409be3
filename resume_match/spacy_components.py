"""The matcher as a spaCy component: `nlp.add_pipe("resume_match")` leaves the evidence of each document in `doc.spans`.

Registered as an entry point, so that no import is needed. Light to import, because spaCy loads it with every pipeline that it makes; the
matcher is loaded when the component is added.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from resume_match.model import Anchor, Coverage, Document, DocumentFormat, Evidence, Line, SectionKind
from resume_match.model import Span as Stretch

if TYPE_CHECKING:
    from resume_match.matcher import ResumeMatcher

SPANS_KEY = "resume_match"
"""The name of the component, and of its span group in `doc.spans` unless told otherwise."""


class ResumeMatchComponent:
    """Judges the text of each Doc against one role profile.

    `doc.spans[spans_key]` gets a span for each passage of evidence, in reading order, widened to whole tokens: `label_` is the
    requirement's id and `id_` the strength, explicit or partial. Its `attrs` are plain JSON and kept by `to_bytes`: `scores` and
    `support`, one of each span in the same order; `requirements`, from each id to its status and credit (empty where lines are read
    alone); `profile`; `as_of`.
    """

    def __init__(self, matcher: ResumeMatcher, section: SectionKind | None, spans_key: str) -> None:
        self._matcher = matcher
        self._section = section
        self._spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        found = self._statements(doc.text) if self._section else self._resume(doc)
        spans = [(self._span(doc, evidence), evidence) for evidence in sorted(found[1], key=_place)]
        attrs = {
            "scores": [float(evidence.score) for _, evidence in spans],
            "support": [evidence.support.value for _, evidence in spans],
            "requirements": {coverage.requirement.id: [coverage.status.value, float(coverage.credit)] for coverage in found[0]},
            "profile": self._matcher.profile.id,
            "as_of": self._matcher.as_of.isoformat(),
        }
        doc.spans[self._spans_key] = SpanGroup(doc, name=self._spans_key, attrs=attrs, spans=[span for span, _ in spans])
        return doc

    def _resume(self, doc: Doc) -> tuple[tuple[Coverage, ...], list[Evidence]]:
        """The coverages of the text of a whole resume, and its evidence."""
        if not any(token.is_alpha for token in doc):
            return (), []
        report = self._matcher.match_document(_document(doc.text), suggest=False)
        return report.coverages, [evidence for coverage in report.coverages for evidence in coverage.evidence]

    def _statements(self, text: str) -> tuple[tuple[Coverage, ...], list[Evidence]]:
        """The evidence of each line, standing in the component's section: nothing is known of a whole resume."""
        assert self._section is not None
        found = []
        for line in _lines(text):
            for evidence in self._matcher.assess(text[line.start : line.end], section=self._section):
                found.append(_moved(evidence, line.start))
        return (), found

    def _span(self, doc: Doc, evidence: Evidence) -> Span:
        span = doc.char_span(
            evidence.span.start,
            evidence.span.end,
            label=evidence.requirement_id,
            span_id=evidence.strength.value,
            alignment_mode="expand",
        )
        assert span is not None  # widening finds tokens for every stretch of the text
        return span


@Language.factory(
    "resume_match",
    assigns=["doc.spans"],
    default_config={"profile": None, "as_of": None, "section": None, "spans_key": SPANS_KEY},
)
def make_resume_match(
    nlp: Language,
    name: str,
    *,
    profile: str | None,
    as_of: str | None,
    section: str | None,
    spans_key: str,
) -> ResumeMatchComponent:
    """The component of a pipeline's config.

    `profile` is the name of a bundled profile or the path of a file, the bundled one unless given; `as_of` the day (YYYY-MM-DD) that
    "present" is read as, today unless given. A Doc is read as a whole resume, or with a `section` ("experience", "skills", ...) line by
    line as statements of such a section. Raises what `load_profile` raises, and ValueError for an unknown day or section.
    """
    from resume_match.matcher import ResumeMatcher
    from resume_match.profiles import load_profile

    day = None if as_of is None else datetime.date.fromisoformat(as_of)
    matcher = ResumeMatcher(None if profile is None else load_profile(profile), as_of=day)
    return ResumeMatchComponent(matcher, None if section is None else SectionKind(section), spans_key)


def _place(evidence: Evidence) -> tuple[int, int, str]:
    return evidence.span.start, evidence.span.end, evidence.requirement_id


def _moved(evidence: Evidence, by: int) -> Evidence:
    return replace(evidence, span=Stretch(evidence.span.start + by, evidence.span.end + by))


def _lines(text: str) -> list[Stretch]:
    """The lines of a text that hold more than white space, without it at their ends."""
    found, start = [], 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            first = start + line.index(inner)
            found.append(Stretch(first, first + len(inner)))
        start += len(line) + 1
    return found


def _document(text: str) -> Document:
    """The Doc's own text as a document, character by character: what a reader would clean stays, so that offsets are the Doc's."""
    lines = tuple(Line(span, Anchor(part="text", paragraph=number)) for number, span in enumerate(_lines(text)))
    return Document("text", DocumentFormat.TEXT, sha256(text.encode("utf-8", "replace")).hexdigest(), text, lines)
