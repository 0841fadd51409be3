"""The parts of a Word file and how they refer to each other (Open Packaging Conventions), read without trust."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from resume_match.errors import CorruptDocumentError, DocumentError, LimitExceededError, UnsafeDocumentError, UnsupportedFormatError
from resume_match.parsers.docx.xml import Element, attribute, parse_xml, tag
from resume_match.parsers.limits import BoundedZip, Budget

_REMEDY = "Open it in a word processor and save it anew"
_OTHERS = {
    "spreadsheetml": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
    "ms-excel": "an Excel workbook",
    "ms-powerpoint": "a PowerPoint presentation",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from a part: its kind (the last word of its type), its target, and whether that is outside the file."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part with what it refers to, by relationship id."""

    name: str
    root: Element
    relationships: dict[str, Relationship] = field(default_factory=dict)


class Package:
    """A Word file's parts. `damaged` collects the names of parts that are there and could not be read."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        self.budget = budget
        self.archive = BoundedZip(content, budget)
        self.damaged: list[str] = []
        self._types = self._content_types()

    @property
    def has_macros(self) -> bool:
        """True when the file carries a Visual Basic project."""
        return any(name.endswith("vbaproject.bin") for name in self.archive.names)

    def main(self) -> Part:
        """The part that holds the body; UnsupportedFormatError for another Office format, CorruptDocumentError where there is none."""
        name = self._main_name()
        kind = self._types.get(f"/{name}".lower(), "")
        for word, format_name in _OTHERS.items():
            if word in kind:
                raise UnsupportedFormatError(self.budget.source, f"it is {format_name}", "Save it as DOCX or PDF")
        if name not in self.archive:
            raise CorruptDocumentError(self.budget.source, "it has no main document part", _REMEDY)
        part = Part(name, parse_xml(self.archive.read(name), self.budget), self._relationships(name))
        if tag(part.root) != "w:document":
            raise CorruptDocumentError(self.budget.source, "its main part is not a Word document", _REMEDY)
        return part

    def optional(self, name: str) -> Part | None:
        """Another part, or None where it is missing or damaged (which `damaged` then tells). Limits and unsafe content still raise."""
        if name not in self.archive:
            return None
        try:
            return Part(name, parse_xml(self.archive.read(name), self.budget), self._relationships(name))
        except (LimitExceededError, UnsafeDocumentError):
            raise
        except DocumentError:
            self.damaged.append(name)
            return None

    def related(self, part: Part, kind: str) -> tuple[Part, ...]:
        """The readable parts inside the file that `part` refers to with relationships of this kind."""
        found = (
            self.optional(relationship.target)
            for relationship in part.relationships.values()
            if relationship.kind == kind and not relationship.external
        )
        return tuple(other for other in found if other is not None)

    def _main_name(self) -> str:
        roots = self._relationships("")
        for relationship in roots.values():
            if relationship.kind == "officeDocument" and not relationship.external and relationship.target in self.archive:
                return relationship.target
        for name, kind in self._types.items():
            if kind.endswith(".main+xml") and name in self.archive:
                return name.lstrip("/")
        for folder, format_name in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
            if any(name.startswith(folder) for name in self.archive.names):
                raise UnsupportedFormatError(self.budget.source, f"it is {format_name}", "Save it as DOCX or PDF")
        return "word/document.xml"

    def _content_types(self) -> dict[str, str]:
        root = self._plain("[Content_Types].xml")
        if root is None:
            return {}
        named = ((attribute(entry, "PartName"), attribute(entry, "ContentType")) for entry in root)
        return {name.lower(): kind or "" for name, kind in named if name is not None}

    def _plain(self, name: str) -> Element | None:
        """The root of a part that only tells about other parts; None where it is missing or damaged."""
        if name not in self.archive:
            return None
        try:
            return parse_xml(self.archive.read(name), self.budget)
        except CorruptDocumentError:
            self.damaged.append(name)
            return None

    def _relationships(self, name: str) -> dict[str, Relationship]:
        folder, base = posixpath.split(name)
        root = self._plain(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found: dict[str, Relationship] = {}
        for entry in root:
            key, kind, target = (attribute(entry, wanted) for wanted in ("Id", "Type", "Target"))
            if key is None or kind is None or target is None:
                continue
            external = (attribute(entry, "TargetMode") or "").lower() == "external"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
            found[key] = Relationship(kind.rsplit("/", 1)[-1], target, external)
        return found
