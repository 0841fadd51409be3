"""The statements of a resume that are judged one by one, and what each is: prose, a list, a title, an education or a certification line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume_match.extraction.titles_within import deed_behind_title
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.naming import is_degree_line, names_degree
from resume_match.lexicon.verbs import VerbForm, inflected_verbs
from resume_match.model import Entry, EntryHeading, EntryKind, Resume, Section, SectionKind, Span, StatementKind

_SEPARATORS = re.compile(r"[,;|•·\t\n/]|\s[-–]\s")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{2,4}\b")
_WORDS = re.compile(r"(?<!\w)[^\W\d_][\w.'’&]*")
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "at", "on", "a", "an", "or", "de", "with"})
_TITLE_WORDS = 11  # longer lines are sentences, whatever their capitals
_DEED_WORDS = 3  # behind the verb; "Played varsity tennis" tells little
_LISTED_WORDS = 4.0  # mean words between separators up to which a line is read as a list


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage of the document that is judged as one, with what it is and where it stands."""

    span: Span
    kind: StatementKind
    section: SectionKind
    entry: EntryHeading | None = None


def statements(resume: Resume) -> Iterator[Statement]:
    """The statements of all sections, in reading order of the sections; contact lines count only where they read like a title."""
    text = resume.document.text
    for section in resume.sections:
        yield from _loose(section, text)
        for entry in section.entries:
            yield from _of_entry(entry, section.kind, text)


def kind_of(text: str, section: SectionKind) -> StatementKind:
    """What a single line of a section is, by its shape."""
    if is_degree_line(text) or (section is SectionKind.EDUCATION and not _tells_a_deed(text)):
        return StatementKind.EDUCATION
    if section is SectionKind.CERTIFICATIONS:
        return StatementKind.CERTIFICATION
    if section not in (SectionKind.SKILLS, SectionKind.PROJECTS) and reads_as_title(text):
        return StatementKind.TITLE
    return StatementKind.LISTED if _reads_as_list(text, section) else StatementKind.PROSE


def _tells_a_deed(text: str) -> bool:
    """Whether a line of an education section tells what somebody did there: "Presented at the spring meeting", "I published a paper".

    Going to school itself is none ("Graduated with honors"), nor is a school named by what looks like a deed ("United States Academy").
    """
    first, *rest = _WORDS.findall(text) or [""]
    if first == "I" and rest:
        first, *rest = rest
    if len(rest) < _DEED_WORDS or rest[0].istitle() or names_degree(text):
        return False
    verbs = inflected_verbs().get(first.lower(), ())
    return any(verb.form is VerbForm.PAST and verb.lemma not in grammar().schooling_verbs for verb in verbs)


def reads_as_title(text: str) -> bool:
    """Whether a line is a job title: short, capitalised or dated, with a word that titles are made of."""
    words = _WORDS.findall(text)
    dated = bool(_YEARS.search(text))
    if (
        not words
        or len(words) > _TITLE_WORDS + 8 * dated
        or (text.rstrip().endswith((".", ":", ";")) and not text.rstrip().endswith(tuple(grammar().abbreviated_names)))
    ):
        return False
    lowers = [word.lower().rstrip(".") for word in words]
    if not any(word in grammar().title_words for word in lowers):
        return False
    if lowers[0] not in grammar().participles and any(verb.form is VerbForm.PAST for verb in inflected_verbs().get(lowers[0], ())):
        return False
    if not dated and _is_duty(lowers, text):
        return False
    if dated and deed_behind_title(text):
        return False
    capitalised = sum(word[0].isupper() or word.lower() in _SMALL for word in words)
    return capitalised == len(words) or (dated and capitalised >= 0.6 * len(words))


def _is_duty(words: list[str], text: str) -> bool:
    """Whether a line in capitals is a duty and no title: "Prepare Reports for Executive Director", "LEAD PRODUCT LAUNCH"."""
    known = grammar()
    if words[0] == "responsible":
        return True
    forms = {verb.form for verb in inflected_verbs().get(words[0], ())}
    if len(words) < 3 or not forms & {VerbForm.BASE, VerbForm.THIRD}:
        return False
    if words[0] in known.title_words:  # "Lead Product Strategy", but "Lead Engineer" and "Lead, Payments"
        return not any(word in known.title_words for word in words[1:]) and not re.match(r"\s*\w+\s*[,–—:(/-]|\s*\w+\s+of\b", text)
    titled = next(at for at, word in enumerate(words) if word in known.title_words)
    return words[0] not in known.noun_verbs and not known.prepositions.isdisjoint(words[1:titled])


def _reads_as_list(text: str, section: SectionKind) -> bool:
    sizes = [size for piece in _SEPARATORS.split(text) if (size := len(piece.split()))]
    mean = sum(sizes) / max(1, len(sizes))
    if section in (SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS):
        return mean <= _LISTED_WORDS + 1
    if len(sizes) < 4 or mean > _LISTED_WORDS - 1 or text.rstrip().endswith("."):
        return False
    firsts = (found.group().lower() for piece in re.split(r"[;.]", text) if (found := re.search(r"[^\W\d_]+", piece)))
    return not any(verb.form is VerbForm.PAST for first in firsts for verb in inflected_verbs().get(first, ()))


def _loose(section: Section, text: str) -> Iterator[Statement]:
    for bullet in section.bullets:
        kind = kind_of(text[bullet.span.start : bullet.span.end], section.kind)
        if section.kind is not SectionKind.CONTACT or kind is StatementKind.TITLE:
            yield Statement(bullet.span, kind, section.kind)


def _of_entry(entry: Entry, section: SectionKind, text: str) -> Iterator[Statement]:
    heading = entry.heading
    head = Span(entry.span.start, entry.bullets[0].span.start if entry.bullets else entry.span.end)
    if entry.kind is EntryKind.EDUCATION:
        yield Statement(head, StatementKind.EDUCATION, section, heading)
    elif entry.title and (at := text.find(entry.title, head.start, head.end)) >= 0:
        kind = StatementKind.PROSE if entry.kind is EntryKind.PROJECT else StatementKind.TITLE
        yield Statement(Span(at, at + len(entry.title)), kind, section, heading)
    for bullet in entry.bullets:
        kind = kind_of(text[bullet.span.start : bullet.span.end], SectionKind.EDUCATION if entry.kind is EntryKind.EDUCATION else section)
        yield Statement(bullet.span, kind, section, heading)
