"""A document understood as a resume: contact block, sections, entries with title, organization and dates, and statements."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.model import Diagnostic, DiagnosticCode, Document, Resume, Section, SectionKind, Span
from resume_match.segmentation.blocks import Block, blocks_of
from resume_match.segmentation.contact import contact_of, is_contact, plausible_name
from resume_match.segmentation.entries import KINDS, bullets_of, entries_of
from resume_match.segmentation.headings import Heading, find_headings
from resume_match.segmentation.rows import Body, Row, body_of, rows_of
from resume_match.segmentation.skills import skills_of

__all__ = ["segment"]

_LISTINGS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.CONTACT})
_PROSE_WORDS = 9  # an unheaded line of as many words, below name and address, is the beginning of a summary


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A heading (None at the top) and the rows under it."""

    heading: Heading | None
    kind: SectionKind
    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        spans = [row.span for row in self.rows]
        if self.heading is not None:
            spans.append(self.heading.span)
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def segment(document: Document) -> Resume:
    """The resume that the document holds; every line but page furniture belongs to one of its sections."""
    rows = rows_of(document)
    body = body_of(rows)
    stretches = _stretches(rows, find_headings(rows, body), body, document)
    preamble = tuple(row for one in stretches if one.kind is SectionKind.CONTACT for row in one.rows)
    sections = tuple(_section(one, body, document) for one in stretches)
    skills = tuple(
        skill
        for one in stretches
        if one.kind is SectionKind.SKILLS
        for skill in skills_of(blocks_of(one.rows, body, document.format, listing=True))
    )
    unique = tuple({skill.casefold(): skill for skill in reversed(skills)}.values())[::-1]
    return Resume(document, contact_of(rows, preamble, document), sections, unique, _diagnostics(sections))


def _stretches(rows: tuple[Row, ...], headings: tuple[Heading, ...], body: Body, document: Document) -> list[_Stretch]:
    """The rows under their headings, in reading order."""
    by_order = {heading.row.order: heading for heading in headings}
    found: list[_Stretch] = []
    heading: Heading | None = None
    kind = SectionKind.CONTACT
    held: list[Row] = []

    def close() -> None:
        if heading is not None or held:
            found.append(_Stretch(heading, kind, tuple(held)))

    for row in rows:
        opened = by_order.get(row.order)
        if opened is None:
            held.append(row)
            continue
        close()
        heading, kind, held = opened, opened.kind, []
        if opened.inline:
            rest = _rest(row, opened)
            held = [rest] if rest is not None else []
    close()
    return [part for one in found for part in _opened_up(one, body, document)]


def _rest(row: Row, heading: Heading) -> Row | None:
    """The row without the heading at its beginning."""
    from dataclasses import replace

    text = row.text[heading.span.end - row.span.start :]
    kept = text.lstrip(" \t:–—-")
    if not kept:
        return None
    return replace(row, span=Span(row.span.end - len(kept), row.span.end), text=kept)


def _opened_up(stretch: _Stretch, body: Body, document: Document) -> list[_Stretch]:
    """The rows above the first heading in two: the contact block, and a summary or experience that has no heading of its own."""
    if stretch.heading is not None or not stretch.rows:
        return [stretch]
    blocks = blocks_of(stretch.rows, body, document.format)
    for place, block in enumerate(blocks):
        if not _prose(block):
            continue
        if any(not found.lone for later in blocks[max(0, place - 3) : place] for found in later.ranges):
            break
        above = tuple(row for one in blocks[:place] for row in one.rows)
        prose = [row for one in blocks[place:] if _prose(one) for row in one.rows]
        below = tuple(row for one in blocks[place:] if not _prose(one) for row in one.rows)
        return [
            *([_Stretch(None, SectionKind.CONTACT, above + below)] if above or below else []),
            _Stretch(None, SectionKind.SUMMARY, tuple(prose)),
        ]
    return [stretch]


def _prose(block: Block) -> bool:
    """True for running text: words enough, most of them small, no address."""
    if block.words < _PROSE_WORDS or is_contact(block.text) or plausible_name(block.text):
        return False
    small = sum(word[:1].islower() for word in block.text.split())
    return small >= 0.4 * block.words


def _section(stretch: _Stretch, body: Body, document: Document) -> Section:
    """The section of a stretch, with its entries or statements."""
    heading = stretch.heading.text if stretch.heading is not None else None
    blocks = blocks_of(stretch.rows, body, document.format, listing=stretch.kind in _LISTINGS)
    if stretch.kind is SectionKind.CONTACT:
        headline = tuple(block for block in blocks if block.words > 1 and not is_contact(block.text) and not plausible_name(block.text))
        return Section(stretch.kind, heading, stretch.span, (), bullets_of(headline, document.text))
    if stretch.kind in KINDS:
        bullets, entries = entries_of(blocks, stretch.kind, body, document)
        return Section(stretch.kind, heading, stretch.span, entries, bullets)
    return Section(stretch.kind, heading, stretch.span, (), bullets_of(blocks, document.text, split=stretch.kind is SectionKind.SUMMARY))


def _diagnostics(sections: tuple[Section, ...]) -> tuple[Diagnostic, ...]:
    """What keeps years of experience from being known: entries without dates, no experience section at all."""
    found = []
    for section in sections:
        for entry in section.entries:
            if section.kind is SectionKind.EXPERIENCE and entry.start is None and entry.end is None:
                name = "An entry of the experience section has no dates, so its years cannot be counted."
                found.append(Diagnostic(DiagnosticCode.UNDATED_ENTRY, name, entry.span))
    if not any(section.kind is SectionKind.EXPERIENCE for section in sections):
        found.append(Diagnostic(DiagnosticCode.NO_EXPERIENCE_SECTION, "No section of work experience was found."))
    return tuple(found)

