"""A document understood as a resume: contact block, sections, entries with title, organization and dates, and statements."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from resume_match.dates import find_ranges
from resume_match.lexicon.headings import names_columns
from resume_match.lexicon.naming import degree_score, names_degree, school_score
from resume_match.model import Diagnostic, DiagnosticCode, Document, Resume, Section, SectionKind, Span
from resume_match.segmentation.blocks import Block, blocks_of
from resume_match.segmentation.contact import contact_of, is_contact, plausible_name
from resume_match.segmentation.entries import KINDS, bullets_of, entries_of
from resume_match.segmentation.forms import filled_in
from resume_match.segmentation.grouping import unheaded_start
from resume_match.segmentation.headings import find_headings
from resume_match.segmentation.headlines import Setting
from resume_match.segmentation.rows import Body, Row, body_of, rows_of
from resume_match.segmentation.skills import skills_of
from resume_match.segmentation.stretches import Stretch, stretches_of, with_margins
from resume_match.segmentation.wrapping import Paper

__all__ = ["segment"]

_LISTINGS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.CONTACT})
_PROSE_WORDS = 9  # an unheaded line of as many words, below name and address, is the beginning of a summary


def segment(document: Document) -> Resume:
    """The resume that the document holds; every line but page furniture belongs to one of its sections."""
    laid = with_margins(rows_of(document))
    body = body_of(laid)
    rows = filled_in(laid)
    found = stretches_of(rows, find_headings(rows, body))
    stretches = [_by_content(part) for one in found for part in _opened_up(one, body, document)]
    preamble = tuple(row for one in stretches if one.kind is SectionKind.CONTACT for row in one.rows)
    blocks = [blocks_of(_rows_to_read(one), Paper(body, document.format, one.kind in _LISTINGS)) for one in stretches]
    sections = tuple(_section(one, mine, body, document) for one, mine in zip(stretches, blocks, strict=True))
    skills = [skill for one, mine in zip(stretches, blocks, strict=True) if one.kind is SectionKind.SKILLS for skill in skills_of(mine)]
    unique: dict[str, str] = {}
    for skill in skills:
        unique.setdefault(skill.casefold(), skill)
    return Resume(document, contact_of(rows, preamble, document), sections, tuple(unique.values()), _diagnostics(sections))


def _opened_up(stretch: Stretch, body: Body, document: Document) -> list[Stretch]:
    """The rows above the first heading: the contact block, and a summary and experience that have no headings of their own."""
    if stretch.heading is not None or not stretch.rows:
        return [stretch]
    blocks = blocks_of(stretch.rows, Paper(body, document.format))
    start = unheaded_start(blocks, Setting(SectionKind.EXPERIENCE, body))
    above, jobs = blocks[:start], blocks[start:]
    summary = [block for block in above if _prose(block)]
    rest = [block for block in above if block not in summary]
    parts = ((SectionKind.CONTACT, rest), (SectionKind.SUMMARY, summary), (SectionKind.EXPERIENCE, list(jobs)))
    return [Stretch(None, kind, tuple(row for block in found for row in block.rows)) for kind, found in parts if found]


def _by_content(stretch: Stretch) -> Stretch:
    """The stretch; "Qualifications" over a list of degrees is an education section."""
    if stretch.kind is not SectionKind.SKILLS or not stretch.rows:
        return stretch
    degrees = [row for row in stretch.rows if names_degree(row.text) and (school_score(row.text) >= 2 or find_ranges(row.text))]
    if len(degrees) * 2 >= len(stretch.rows):
        return Stretch(stretch.heading, SectionKind.EDUCATION, stretch.rows)
    return stretch


def _rows_to_read(stretch: Stretch) -> tuple[Row, ...]:
    """The rows of a stretch; where there are entries to find, without those that name the columns of a table, and each degree by itself."""
    if stretch.kind not in KINDS:
        return stretch.rows
    rows = tuple(row for row in stretch.rows if row.bullet or not names_columns(row.text))
    return tuple(part for row in rows for part in _degrees_of(row)) if stretch.kind is SectionKind.EDUCATION else rows


def _degrees_of(row: Row) -> tuple[Row, ...]:
    """The row, or the degrees that it tells one after the other: "MBA, Acme School (2005); BSc, Beta College (2000)"."""
    cuts = [0, *(found.end() for found in re.finditer(r";\s+", row.text)), len(row.text)]
    parts = [(start, row.text[start:end].rstrip(" ;")) for start, end in pairwise(cuts)]
    if len(parts) < 2 or not all(degree_score(text) >= 1.8 and find_ranges(text) for _, text in parts):
        return (row,)
    return tuple(replace(row, span=Span(row.span.start + start, row.span.start + start + len(text)), text=text) for start, text in parts)


def _prose(block: Block) -> bool:
    """True for running text: words enough, most of them small, no address."""
    if block.words < _PROSE_WORDS or is_contact(block.text) or plausible_name(block.text):
        return False
    small = sum(word[:1].islower() for word in block.text.split())
    return small >= 0.4 * block.words


def _section(stretch: Stretch, blocks: tuple[Block, ...], body: Body, document: Document) -> Section:
    """The section of a stretch, with its entries or statements."""
    heading = stretch.heading.text if stretch.heading is not None else None
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
