"""A resume as understood: sections, entries, bullets, contact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from resume_match.model.document import Anchor, Diagnostic, Document, Span


class SectionKind(StrEnum):
    """What a headed part of a resume holds."""

    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    PROJECTS = "projects"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    VOLUNTEER = "volunteer"
    REFERENCES = "references"
    OTHER = "other"


class EntryKind(StrEnum):
    """What an entry is."""

    EXPERIENCE = "experience"
    EDUCATION = "education"
    PROJECT = "project"
    VOLUNTEER = "volunteer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Bullet:
    """One statement: a bullet, or a sentence of a paragraph; wrapped lines joined by single spaces, the bullet sign left out."""

    text: str
    span: Span
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class EntryHeading:
    """What stands above an entry's bullets; enough to name the entry in a report."""

    kind: EntryKind
    title: str | None
    organization: str | None
    start: str | None
    end: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One position, degree, project or the like, as printed.

    Of education the title is the degree and the organization the school. Dates are `YYYY-MM`, `YYYY` or None; an end may be `present`.
    A lone graduation year is the end.
    """

    kind: EntryKind
    title: str | None
    organization: str | None
    start: str | None
    end: str | None
    span: Span
    bullets: tuple[Bullet, ...] = ()

    @property
    def heading(self) -> EntryHeading:
        """The entry without its bullets."""
        return EntryHeading(self.kind, self.title, self.organization, self.start, self.end, self.span)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a resume. `bullets` are the statements outside any entry; `heading` is None where none is printed."""

    kind: SectionKind
    heading: str | None
    span: Span
    entries: tuple[Entry, ...] = ()
    bullets: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Who the resume is of and how to reach them, as printed. Never used in scoring."""

    name: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """A document as understood. `skills` are the listed skills one by one; `diagnostics` are those found in understanding it."""

    document: Document
    contact: Contact
    sections: tuple[Section, ...]
    skills: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all sections, in reading order."""
        return tuple(entry for section in self.sections for entry in section.entries)
