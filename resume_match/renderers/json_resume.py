"""A resume in the JSON Resume format (jsonresume.org, schema v1.0.0), which other tools read."""

from __future__ import annotations

import json
import re
from typing import Any

from resume_match.dates import PRESENT, find_range
from resume_match.lexicon.naming import degree_score
from resume_match.model import Bullet, Contact, Entry, EntryKind, Resume, SectionKind

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_NETWORKS = {
    "linkedin.com": "LinkedIn",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "twitter.com": "Twitter",
    "x.com": "X",
    "medium.com": "Medium",
    "behance.net": "Behance",
    "dribbble.com": "Dribbble",
    "stackoverflow.com": "Stack Overflow",
    "kaggle.com": "Kaggle",
}

Fields = dict[str, Any]


def to_json_resume(resume: Resume) -> str:
    """The resume as JSON Resume; what it does not say is left out, and so is an end that has not come, as the format asks."""
    entries = resume.entries
    document: Fields = {
        "$schema": _SCHEMA,
        "basics": _basics(resume),
        "work": [_work(entry) for entry in entries if entry.kind is EntryKind.EXPERIENCE],
        "volunteer": [_volunteer(entry) for entry in entries if entry.kind in (EntryKind.VOLUNTEER, EntryKind.OTHER)],
        "education": [_education(entry) for entry in entries if entry.kind is EntryKind.EDUCATION],
        "projects": [_project(entry) for entry in entries if entry.kind is EntryKind.PROJECT],
        "certificates": [_dated(bullet, "name", "date") for bullet in _bullets(resume, SectionKind.CERTIFICATIONS)],
        "awards": [_dated(bullet, "title", "date") for bullet in _bullets(resume, SectionKind.AWARDS)],
        "publications": [_dated(bullet, "name", "releaseDate") for bullet in _bullets(resume, SectionKind.PUBLICATIONS)],
        "skills": [{"name": skill} for skill in resume.skills],
        "languages": [language for bullet in _bullets(resume, SectionKind.LANGUAGES) for language in _languages(bullet.text)],
        "interests": [{"name": name} for bullet in _bullets(resume, SectionKind.INTERESTS) for name in _listed(bullet.text)],
        "references": [{"reference": bullet.text} for bullet in _bullets(resume, SectionKind.REFERENCES)],
    }
    return json.dumps(_said(document), ensure_ascii=False, indent=2) + "\n"


def _said(fields: Fields) -> Fields:
    """The fields that hold something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def _bullets(resume: Resume, kind: SectionKind) -> list[Bullet]:
    return [bullet for section in resume.sections if section.kind is kind for bullet in section.bullets]


def _basics(resume: Resume) -> Fields:
    contact = resume.contact
    headline = next((bullet.text for bullet in _bullets(resume, SectionKind.CONTACT)), None)
    profiles = [profile for link in contact.links if (profile := _profile(link)) is not None]
    others = [link for link in contact.links if _profile(link) is None]
    return _said(
        {
            "name": contact.name,
            "label": headline,
            "email": contact.emails[0] if contact.emails else None,
            "phone": contact.phones[0] if contact.phones else None,
            "url": _url(others[0]) if others else None,
            "summary": " ".join(bullet.text for bullet in _bullets(resume, SectionKind.SUMMARY)),
            "location": _location(contact),
            "profiles": profiles,
        }
    )


def _url(link: str) -> str:
    return link if re.match(r"(?i)[a-z][a-z0-9+.-]*://", link) else f"https://{link}"


def _profile(link: str) -> Fields | None:
    match = re.match(r"(?i)(?:https?://)?(?:[a-z]{2,3}\.)?([\w-]+\.\w+)/(?:in/|u/|users/|@)?([^/?#\s]+)", link)
    network = _NETWORKS.get(match.group(1).casefold()) if match else None
    if match is None or network is None:
        return None
    return {"network": network, "username": match.group(2), "url": _url(link)}


def _location(contact: Contact) -> Fields:
    city, _, region = (contact.place or "").partition(",")
    return _said({"city": city.strip(), "region": region.strip()})


def _span(entry: Entry) -> Fields:
    return {"startDate": entry.start, "endDate": None if entry.end == PRESENT else entry.end}


def _highlights(entry: Entry) -> list[str]:
    return [bullet.text for bullet in entry.bullets]


def _work(entry: Entry) -> Fields:
    return _said({"name": entry.organization, "position": entry.title, **_span(entry), "highlights": _highlights(entry)})


def _volunteer(entry: Entry) -> Fields:
    return _said({"organization": entry.organization, "position": entry.title, **_span(entry), "highlights": _highlights(entry)})


def _education(entry: Entry) -> Fields:
    degree, area = _degree(entry.title or "")
    return _said({"institution": entry.organization, "studyType": degree, "area": area, **_span(entry), "courses": _highlights(entry)})


def _degree(title: str) -> tuple[str, str]:
    """The degree and its field: "BSc in Economics", "BSc, Economics" and "BSc Economics" are BSc and Economics."""
    match = re.match(r"(.+?)\s+in\s+(.+)", title) or re.match(r"([^,:–—]+?)\s*[,:–—]\s*(.+)", title)
    if match and degree_score(match.group(1)) >= 1.8:
        return match.group(1), match.group(2)
    first, _, rest = title.partition(" ")
    if rest and len(first) <= 6 and degree_score(first) >= 2.6 and not re.match(r"(?:of|degree)\b", rest):
        return first, rest
    return title, ""


def _project(entry: Entry) -> Fields:
    return _said({"name": entry.title, "entity": entry.organization, **_span(entry), "highlights": _highlights(entry)})


def _dated(bullet: Bullet, name: str, date: str) -> Fields:
    """A line with its date apart; the line itself stays as it is printed where the date stands within it."""
    found = find_range(bullet.text)
    if found is None:
        return {name: bullet.text}
    rest = (bullet.text[: found.span.start] + bullet.text[found.span.end :]).strip(" ,;:()|–—-·•\t")
    inside = re.search(r"\w", bullet.text[: found.span.start]) and re.search(r"\w", bullet.text[found.span.end :])
    when = found.end if found.end != PRESENT else found.start
    return _said({name: bullet.text if inside or not rest else rest, date: when})


def _listed(text: str) -> list[str]:
    return [part.strip(" .") for part in re.split(r"[,;|•·\t]\s*(?![^()]*\))", text) if part.strip(" .")]


def _languages(text: str) -> list[Fields]:
    """The languages of a line, each with the level that stands in brackets or behind a dash or colon."""
    found = []
    for part in _listed(text):
        match = re.fullmatch(r"([^()–—:-]+?)\s*(?:\(([^()]+)\)|[–—:-]\s*(.+))", part)
        found.append(_said({"language": match.group(1), "fluency": match.group(2) or match.group(3)}) if match else {"language": part})
    return found
