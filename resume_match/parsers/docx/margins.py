"""Headers and footers: which of them a reader meets, where, and which only run along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resume_match.parsers.assembly import Draft
from resume_match.parsers.docx.package import Package, Part
from resume_match.parsers.docx.tables import text_of
from resume_match.parsers.docx.xml import Element, attribute, child, is_on, named, tag

_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{0,3}\s*(?:of|/|-)?\s*\d{0,3}\W*$|\bpage\s+(?:\d+|of)\b", re.IGNORECASE)
_CONTACT = re.compile(r"\w@\w|(?:\d[\s().-]*){7}|\bwww\.|linkedin\.com", re.IGNORECASE)
_LONGEST_PAGE_LINE = 60
_KINDS = ("first", "default", "even")


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer part; `opens` when it stands on the first page."""

    part: Part
    name: str
    opens: bool


def margins_of(package: Package, main: Part, kind: str) -> tuple[Margin, ...]:
    """The headers (`kind` "header") or footers that sections show, that of the first page first, each part once."""
    found: list[Margin] = []
    seen: list[str] = []
    for index, section in enumerate(named(main.root, "sectPr")):
        for wanted, target in _references(section, main, kind):
            if target in seen:
                continue
            seen.append(target)
            part = package.optional(target)
            if part is not None:
                opens = index == 0 and wanted == ("first" if is_on(child(section, "w:titlePg")) else "default")
                found.append(Margin(part, f"{kind}{len(found) + 1}", opens))
    return tuple(sorted(found, key=lambda margin: not margin.opens))


def _references(section: Element, main: Part, kind: str) -> Iterator[tuple[str, str]]:
    """The kinds of page and the parts for them that a section names and shows."""
    targets: dict[str, str] = {}
    for element in section:
        relationship = main.relationships.get(attribute(element, "r:id") or "") if tag(element) == f"w:{kind}Reference" else None
        if relationship is not None and not relationship.external:
            targets.setdefault(attribute(element, "w:type") or "default", relationship.target)
    if not is_on(child(section, "w:titlePg")):
        targets.pop("first", None)
    yield from ((wanted, targets[wanted]) for wanted in _KINDS if wanted in targets)


def runs_along(draft: Draft, page_fields: Sequence[int]) -> bool:
    """True for a paragraph that only numbers the page."""
    text = text_of(draft).strip()
    return draft.anchor.paragraph in page_fields or (len(text) <= _LONGEST_PAGE_LINE and bool(_PAGE_NUMBER.search(text)))


def tells_contact(draft: Draft) -> bool:
    """True for a paragraph with an address, number or link to reach somebody by."""
    return bool(_CONTACT.search(text_of(draft)))


def as_furniture(draft: Draft) -> Draft:
    """The same paragraph, marked as running along."""
    return replace(draft, style=replace(draft.style, furniture=True))
