"""A report as comments in the applicant's own Word file, at the lines and entries that they speak of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from resume_match.errors import SourceMismatchError, UnsupportedFormatError
from resume_match.model import CoverageReport, Document, DocumentFormat, EntryHeading, EvidenceSource, SectionKind, Span, SuggestionKind
from resume_match.parsers.docx.annotate import Note, add_comments
from resume_match.renderers.outline import Advice
from resume_match.renderers.outlining import outline

# Where a suggestion that belongs under no entry would be written.
_SECTIONS = {
    SuggestionKind.NAME_IT: (SectionKind.SKILLS,),
    SuggestionKind.ADD_CREDENTIAL: (SectionKind.CERTIFICATIONS, SectionKind.EDUCATION),
    SuggestionKind.STATE_IT: (SectionKind.SUMMARY,),
}


def annotate_docx(
    report: CoverageReport, source: str | os.PathLike[str] | bytes | BinaryIO, target: str | os.PathLike[str] | BinaryIO
) -> int:
    """Write a copy of the resume's own DOCX with the report as comments to `target`; the number of comments written.

    Nothing else in the file changes. SourceMismatchError where `source` is not the file that the report was made from,
    UnsupportedFormatError where that was no Word document (`to_html` or `to_docx` is the answer then), ValueError where `target` is it.
    """
    resume = report.documents.resume
    if resume.format is not DocumentFormat.DOCX:
        remedy = "Write the HTML report, or a Word report of its own with to_docx"
        raise UnsupportedFormatError(resume.source, "comments can only be written into a Word document", remedy)
    data = _read(source)
    found = hashlib.sha256(data).hexdigest()
    if found != resume.sha256:
        raise SourceMismatchError(resume.source, resume.sha256, found)
    if (
        isinstance(source, (str, os.PathLike))
        and isinstance(target, (str, os.PathLike))
        and Path(source).resolve() == Path(target).resolve()
    ):
        raise ValueError("write the comments to another file: the report speaks of this one as it is")
    notes = tuple(_notes(report))
    annotated = add_comments(data, resume.source, notes, report.as_of)
    if isinstance(target, (str, os.PathLike)):
        Path(target).write_bytes(annotated)
    else:
        target.write(annotated)
    return len(notes)


def _read(source: str | os.PathLike[str] | bytes | BinaryIO) -> bytes:
    if isinstance(source, bytes):
        return source
    return Path(source).read_bytes() if isinstance(source, (str, os.PathLike)) else source.read()


def _notes(report: CoverageReport) -> Iterator[Note]:
    """The report as a whole, then what is worth knowing about lines of the file, then the suggestions by gain."""
    said, resume = outline(report), report.documents.resume
    findings = tuple(finding for finding in said.findings if finding.source is EvidenceSource.RESUME)
    told = tuple(f"{finding.name}: {finding.message}{_quoted(finding.quote)}" for finding in findings if finding.span is None)
    yield Note(None, "", (said.title, said.summary, *told, said.disclaimer))
    for finding in findings:
        if finding.span is not None:
            yield _note(resume, finding.span, (f"{finding.name}: {finding.message}",))
    by_rank = (advice for group in said.advice for advice in group.advice)
    for advice, suggestion in zip(by_rank, sorted(report.suggestions, key=lambda suggestion: -suggestion.gain), strict=True):
        span = suggestion.based_on or _place(report, suggestion.target, suggestion.kind)
        yield _note(resume, span, tuple(_lines(advice)))


def _quoted(quote: str | None) -> str:
    return f" “{quote}”" if quote else ""


def _lines(advice: Advice) -> Iterator[str]:
    yield f"{advice.rank}. {advice.kind} ({advice.gain}), for: {advice.requirement}"
    yield f"Draft: {advice.text}"
    if advice.plain:
        yield f"Without numbers: {advice.plain}"
    yield from advice.hints
    yield advice.reason


def _place(report: CoverageReport, target: EntryHeading | None, kind: SuggestionKind) -> Span | None:
    """The first line of the entry, or of the section that such a suggestion would stand in; None where there is neither."""
    if target is not None:
        return next((line.span for line in report.documents.resume.lines if line.span.end > target.span.start), None)
    wanted = _SECTIONS.get(kind, ())
    return next((mention.statement for section in wanted for mention in report.mentions if mention.section is section), None)


def _note(resume: Document, span: Span | None, lines: tuple[str, ...]) -> Note:
    """A note at the paragraph where the span begins, on the words of the span there."""
    at = next((line for line in resume.lines if span is not None and line.span.overlaps(span)), None)
    if at is None or span is None:
        return Note(None, "", lines)
    words = (
        resume.text[max(line.span.start, span.start) : min(line.span.end, span.end)]
        for line in resume.lines
        if line.anchor == at.anchor and line.span.overlaps(span)
    )
    return Note(at.anchor, " ".join(" ".join(words).split()), lines)
