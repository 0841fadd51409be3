"""A report without the person: contact block, names, pronouns, schools and particulars masked in every text of it.

Every character is masked by one character, so that all spans and anchors stay true; statuses, credits and scores are untouched. A name
that the resume does not tell as its owner's (a colleague in a bullet) is known only behind a title ("Ms. Vale").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from resume_match.lexicon.naming import is_field, is_place, school_score, title_score
from resume_match.lexicon.personal import closes_letter, either, graduates, opens_letter, personal_patterns
from resume_match.model import (
    Contact,
    Coverage,
    CoverageReport,
    Diagnostic,
    Document,
    Documents,
    EntryHeading,
    EntryKind,
    Evidence,
    EvidenceSource,
    Factor,
    Mention,
    Nearest,
    Phrase,
    Resume,
    Section,
    SectionKind,
    Span,
    Suggestion,
)
from resume_match.segmentation import segment
from resume_match.segmentation.telephones import digits_of, same_number, telephones_in_prose

_MASK = "█"
_SCHOOL, _TITLE = 2.0, 1.2  # the scores from which lexicon.naming takes a phrase for a school's name, and for a job title
_SHORTEST_NAME, _SHORTEST_SCHOOL, _SHORTEST_PHONE = 2, 3, 8
_PIECE = re.compile(r"[^\t\n,|•·;()]+?(?=\s+[–—-]\s+|[\t\n,|•·;()]|$)")


def redact(report: CoverageReport) -> CoverageReport:
    """The same report with what tells who the person is masked by "█": in the documents, all quotes, reasons and suggestions.

    Masked are the contact block and what it says wherever it is repeated, running headers, references, pronouns, names behind titles,
    schools, particulars such as a date of birth, and the opening and signature of a cover letter; file names are replaced and links
    dropped. No figure, status or span changes.
    """
    resume, letter = segment(report.documents.resume), report.documents.cover_letter
    contacts = [resume.contact] if letter is None else [resume.contact, segment(letter).contact]
    ink = _Ink(_words_of(contacts, resume))
    documents = Documents(
        ink.document(resume.document, _hidden_in(resume, report, ink), "resume"),
        None if letter is None else ink.document(letter, _around_letter(letter), "cover-letter"),
        report.documents.posting,
    )
    pen = _Pen(ink, documents)
    return replace(
        report,
        documents=documents,
        coverages=tuple(pen.coverage(coverage) for coverage in report.coverages),
        mentions=tuple(pen.mention(mention) for mention in report.mentions),
        suggestions=tuple(pen.suggestion(suggestion) for suggestion in report.suggestions),
        diagnostics=tuple(pen.diagnostic(diagnostic, report.documents) for diagnostic in report.diagnostics),
    )


def masked(text: str) -> str:
    """The text with everything but white space masked, of the same length."""
    return re.sub(r"\S", _MASK, text)


def _covered(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + masked(text[span.start : span.end]) + text[span.end :]
    return text


class _Ink:
    """Masks texts: the person's own words, and what is personal in any resume."""

    def __init__(self, words: tuple[re.Pattern[str], ...]) -> None:
        self._patterns = (*words, *personal_patterns())

    def over(self, text: str) -> str:
        """The text, of the same length, with what is personal masked."""
        for pattern in self._patterns:
            text = pattern.sub(lambda match: masked(match.group()), text)
        return _covered(text, telephones_in_prose(text))

    def document(self, document: Document, hidden: Iterable[Span], name: str) -> Document:
        """The document with these spans and what is personal masked, under a name that says nothing."""
        text = _covered(self.over(document.text), hidden)
        diagnostics = tuple(self.diagnostic(diagnostic, document, name) for diagnostic in document.diagnostics)
        return replace(document, source=_renamed(document, name), text=text, links=(), diagnostics=diagnostics)

    def diagnostic(self, diagnostic: Diagnostic, document: Document, name: str) -> Diagnostic:
        """The diagnostic without the file's name, its message and quote masked."""
        message = self.over(diagnostic.message.replace(document.source, _renamed(document, name)))
        return replace(diagnostic, message=message, quote=None if diagnostic.quote is None else self.over(diagnostic.quote))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the parts of a report anew, quoting from the masked documents."""

    ink: _Ink
    documents: Documents

    def coverage(self, coverage: Coverage) -> Coverage:
        """The coverage with masked evidence and reason."""
        nearest, resume = coverage.nearest, self.documents.resume
        return replace(
            coverage,
            evidence=tuple(self.evidence(evidence) for evidence in coverage.evidence),
            nearest=None if nearest is None else Nearest(nearest.span, resume.quote(nearest.span), self.ink.over(nearest.reason)),
            reason=self.ink.over(coverage.reason),
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        """The evidence, quoting the masked document."""
        letter = self.documents.cover_letter
        document = letter if evidence.source is EvidenceSource.COVER_LETTER and letter is not None else self.documents.resume
        factors = tuple(Factor(factor.name, factor.value, self.ink.over(factor.reason)) for factor in evidence.factors)
        return replace(evidence, quote=document.quote(evidence.span), entry=self.heading(evidence.entry), factors=factors)

    def heading(self, heading: EntryHeading | None) -> EntryHeading | None:
        """The heading of an entry; of education the school is masked whole."""
        if heading is None:
            return None
        school = masked if heading.kind is EntryKind.EDUCATION else self.ink.over
        organization = None if heading.organization is None else school(heading.organization)
        return replace(heading, title=None if heading.title is None else self.ink.over(heading.title), organization=organization)

    def mention(self, mention: Mention) -> Mention:
        """The mention with phrases from the masked document."""
        return replace(
            mention,
            entry=self.heading(mention.entry),
            action=self.phrase(mention.action),
            object=self.phrase(mention.object),
            scope=self.phrase(mention.scope),
            result=self.phrase(mention.result),
            corrected=tuple(self.ink.over(word) for word in mention.corrected),
        )

    def phrase(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase as the masked document has it."""
        return None if phrase is None else Phrase(" ".join(self.documents.resume.quote(phrase.span).split()), phrase.span)

    def suggestion(self, suggestion: Suggestion) -> Suggestion:
        """The suggestion without the person's words."""
        return replace(
            suggestion,
            text=self.ink.over(suggestion.text),
            plain=self.ink.over(suggestion.plain),
            target=self.heading(suggestion.target),
            reason=self.ink.over(suggestion.reason),
        )

    def diagnostic(self, diagnostic: Diagnostic, before: Documents) -> Diagnostic:
        """A diagnostic of the report, as its document has it."""
        return self.ink.diagnostic(diagnostic, before.resume, "resume")


def _renamed(document: Document, name: str) -> str:
    return name + PurePath(document.source).suffix.lower()


def _words_of(contacts: Iterable[Contact], resume: Resume) -> tuple[re.Pattern[str], ...]:
    """Patterns of the person's names, addresses and schools, as the resume and the letter print them."""
    whole: list[str] = []
    names: list[str] = []
    numbers: list[str] = []
    for contact in contacts:
        said = (contact.name, contact.place, *contact.emails, *contact.phones, *contact.links)
        whole.extend(text for text in said if text)
        numbers.extend(same_number(phone) for phone in contact.phones if len(digits_of(phone)) >= _SHORTEST_PHONE)
        parts = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", contact.name or "")
        names.extend(part for part in parts if len(part) >= _SHORTEST_NAME and not part.islower())
    taught = (entry.organization or "" for entry in resume.entries if entry.kind is EntryKind.EDUCATION)
    schools = [school for school in taught if len(school) >= _SHORTEST_SCHOOL]
    whole.extend(name for school in schools for name in (school, *_beginnings(school)))
    first = [school.split()[0] for school in schools if school[0].isupper()]
    spelled = [form for name in names for form in (name, name.capitalize(), name.title(), name.upper())]
    briefly = rf"(?:{either(first)})(?=\s+(?:{graduates()})\b)" if first else ""
    patterns = ((either(whole), re.IGNORECASE), (either(spelled), re.NOFLAG), ("|".join(numbers), re.NOFLAG), (briefly, re.NOFLAG))
    return tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags) for words, flags in patterns if words)


def _beginnings(school: str) -> Iterator[str]:
    """The beginnings by which a school is called for short ("Lakeshore State" of "Lakeshore State, North Campus"): two words or more.

    None ends in a small word, and none is a field of study or a place, which the work of others names too.
    """
    words = list(re.finditer(r"[^\s,;|()]+", school))
    for last in words[1:-1]:
        name = school[: last.end()].rstrip(".:–—-")
        if last.group()[0].isupper() and not (is_place(name) or is_field(name)):
            yield name


def _hidden_in(resume: Resume, report: CoverageReport, ink: _Ink) -> Iterator[Span]:
    """The spans that are masked whole: contact block, references, running headers, and pieces of education that name a school."""
    quoted = [evidence.span for coverage in report.coverages for evidence in coverage.evidence]
    for section in resume.sections:
        if section.kind is SectionKind.CONTACT:
            yield from _but(section.span, list(_headlines(section, quoted, ink)))
        elif section.kind is SectionKind.REFERENCES:
            yield section.span
        elif section.kind is SectionKind.EDUCATION:
            yield from _schools(resume.document, section.span)
    yield from (line.span for line in resume.document.lines if line.style.furniture)


def _headlines(section: Section, quoted: list[Span], ink: _Ink) -> Iterator[Span]:
    """The statements of a contact block that are evidence ("Senior Product Manager"); among addresses the titles alone."""
    for bullet in section.bullets:
        if not any(bullet.span.overlaps(span) for span in quoted):
            continue
        if ink.over(bullet.text) == bullet.text:
            yield bullet.span
        elif len(bullet.text) == len(bullet.span):  # printed on one line, so that its pieces can be placed
            for match in _PIECE.finditer(bullet.text):
                if title_score(match.group()) >= _TITLE:
                    yield Span(bullet.span.start + match.start(), bullet.span.start + match.end())


def _but(span: Span, kept: list[Span]) -> Iterator[Span]:
    """What is left of a span without those kept."""
    start = span.start
    for one in kept:
        yield Span(start, max(start, one.start))
        start = max(start, one.end)
    yield Span(start, max(start, span.end))


def _schools(document: Document, span: Span) -> Iterator[Span]:
    for match in _PIECE.finditer(document.text, span.start, span.end):
        if school_score(match.group().strip()) >= _SCHOOL:
            yield Span(*match.span())


def _around_letter(letter: Document) -> Iterator[Span]:
    """The lines above the salutation, it included, and those below the closing."""
    lines = [letter.quote(line.span) for line in letter.lines]
    first = next((place for place, line in enumerate(lines) if opens_letter(line)), -1)
    last = next((place for place, line in enumerate(lines) if place > first and closes_letter(line)), len(lines))
    yield from (line.span for place, line in enumerate(letter.lines) if place <= first or place > last)
