"""The words that reports use for the model's values: the same in Markdown, in text, in HTML and in Word."""

from __future__ import annotations

import unicodedata

from resume_match.model import DiagnosticCode, EntryHeading, Line, RequirementKind, SectionKind, Status, SuggestionKind, Support

DISCLAIMER = "A draft aid: it predicts no applicant-tracking system and makes no hiring decision."

KINDS = {RequirementKind.DUTY: "Duties", RequirementKind.SKILL: "Skills", RequirementKind.QUALIFICATION: "Qualifications"}
STATUSES = {
    Status.COVERED: "covered",
    Status.PARTIAL: "partial",
    Status.MISSING: "missing",
    Status.UNREADABLE: "cannot tell",
}
# A qualification is held or not; where a resume does not name it, that is not a failure of the person.
QUALIFICATION_STATUSES = {
    Status.COVERED: "met",
    Status.PARTIAL: "partly met",
    Status.MISSING: "nothing found",
    Status.UNREADABLE: "cannot tell",
}
SUPPORTS = {
    Support.DEMONSTRATED: "demonstrated in a dated entry",
    Support.CLAIMED: "claimed in prose",
    Support.LISTED: "only listed",
}
SUGGESTION_KINDS = {
    SuggestionKind.ADD_BULLET: "Add a bullet",
    SuggestionKind.STRENGTHEN_BULLET: "Strengthen a bullet",
    SuggestionKind.DEMONSTRATE: "Show it in a bullet",
    SuggestionKind.NAME_IT: "Name it",
    SuggestionKind.ADD_CREDENTIAL: "Add a credential, if you hold it",
    SuggestionKind.STATE_IT: "State it, if it is so",
}
_SECTIONS = {SectionKind.CONTACT: "Contact block", SectionKind.OTHER: "Other section", SectionKind.VOLUNTEER: "Volunteering"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS = {"body": "", "text": "", "footnotes": "footnotes, ", "endnotes": "endnotes, "}
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u200b\u2060\ufeff\ufff9\ufffa\ufffb\ufffe\uffff")


def shown(text: str) -> str:
    """The text as a report may show it: one line, white space folded, without characters that act on a reader instead of being read.

    Those are controls (terminal escapes among them), surrogates, bidirectional overrides, zero-width spaces and tag characters.
    """
    return seen(" ".join(text.split()))


def seen(text: str) -> str:
    """The text with its lines and tabs, without acting characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character for character in text if character in "\n\t" or not _acts(character))


def section_name(section: SectionKind) -> str:
    """The section's name as a heading would say it."""
    return _SECTIONS.get(section, section.value.capitalize())


def entry_name(entry: EntryHeading) -> str:
    """`Title, Organization (Jan 2019 to present)`, without what the resume does not give."""
    named = ", ".join(shown(part) for part in (entry.title, entry.organization) if part) or f"an untitled {entry.kind.value} entry"
    dates = " to ".join(date_name(date) for date in (entry.start, entry.end) if date)
    return f"{named} ({dates})" if dates else named


def date_name(date: str) -> str:
    """`2019-01` as `Jan 2019`; a year, `present` and anything else as it is."""
    year, _, month = date.partition("-")
    if month.isascii() and month.isdigit() and 1 <= int(month) <= 12:
        return f"{_MONTHS[int(month) - 1]} {shown(year)}"
    return shown(date)


def place_name(line: Line) -> str:
    """The page of a line, or its paragraph (line, in a text file) counted from 1, with the part it stands in."""
    anchor = line.anchor
    if anchor.page is not None:
        return f"page {anchor.page}"
    if anchor.part is None or anchor.paragraph is None:
        return ""
    part = _PARTS.get(anchor.part)
    if part is None:
        part = f"{anchor.part.rstrip('0123456789')}, "
    return f"{shown(part)} {'line' if anchor.part == 'text' else 'paragraph'} {anchor.paragraph + 1}".strip()


def status_name(status: Status, kind: RequirementKind) -> str:
    """The status in words; qualifications have words of their own."""
    return (QUALIFICATION_STATUSES if kind is RequirementKind.QUALIFICATION else STATUSES)[status]


def diagnostic_name(code: DiagnosticCode) -> str:
    """`hidden_text` as `Hidden text`."""
    return code.value.replace("_", " ").capitalize()


def percent(share: float | None) -> str:
    """`42%`; `none asked` where a profile asks for nothing of that kind."""
    return "none asked" if share is None else f"{share:.0%}"


def points(gain: float) -> str:
    """A gain as percentage points: `11 points`."""
    number = f"{gain * 100:.1f}".removesuffix(".0")
    return f"{number} point{'' if number == '1' else 's'}"


def _acts(character: str) -> bool:
    if character in _BIDI or character in _INVISIBLE or 0xE0000 <= ord(character) <= 0xE0FFF:
        return True
    return unicodedata.category(character) in ("Cc", "Cs", "Co")
