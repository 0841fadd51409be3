"""Where a passage stands: its section, its entry, and its page or paragraph."""

from __future__ import annotations

from resume_match.model import CoverageReport, Document, EntryHeading, SectionKind, Span
from resume_match.renderers import wording


def standing(report: CoverageReport, span: Span) -> tuple[SectionKind | None, EntryHeading | None]:
    """The section and entry that a passage of the resume stands in, as far as a mention of the same statement tells."""
    for mention in report.mentions:
        if mention.statement.overlaps(span):
            return mention.section, mention.entry
    return None, None


def where(document: Document, span: Span, section: SectionKind | None, entry: EntryHeading | None) -> str:
    """`Experience, Senior Product Manager, Larkspur Freight (Jan 2019 to present), page 1`, as far as known."""
    named = wording.section_name(section) if section else ""
    entered = wording.entry_name(entry) if entry else ""
    return ", ".join(filter(None, (named, entered, place(document, span))))


def place(document: Document, span: Span) -> str:
    """`page 2`, `paragraph 14`, or nothing where no line holds the span's first character."""
    for line in document.lines:
        if line.span.start <= span.start < line.span.end:
            return wording.place_name(line)
    return ""
