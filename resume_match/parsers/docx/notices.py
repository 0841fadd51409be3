"""What is worth knowing about a Word file beside its text: macros, references to the outside, changes, comments, locks."""

from __future__ import annotations

from collections.abc import Iterator

from resume_match.model import Diagnostic, DiagnosticCode
from resume_match.parsers.docx.package import Package, Part
from resume_match.parsers.docx.xml import Element, child, is_on, named, tag

_FEW_WORDS = 80
_LARGE_PICTURE = 80_000
"""Bytes: a portrait for a page margin takes less, a page scanned so that it can be read takes more."""
_EMBEDDED = {
    "aFChunk": "another document",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "chart": "a chart",
}


def notices(package: Package, main: Part, settings: Part | None) -> Iterator[Diagnostic]:
    """The diagnostics of a Word file, in a fixed order."""
    for name in package.damaged:
        yield Diagnostic(DiagnosticCode.DAMAGED, f"A part of the file could not be read: {name}.", lost=None)
    if package.has_macros:
        yield Diagnostic(DiagnosticCode.MACROS, "The file carries macros; they were not run.")
    yield from _references(main, settings)
    yield from _unread(package, main)
    yield from _changes(package, main)
    if settings is not None and _is_restricted(settings.root):
        yield Diagnostic(DiagnosticCode.RESTRICTED, "The file is protected against editing; it can be read.")


def _references(main: Part, settings: Part | None) -> Iterator[Diagnostic]:
    """What the file would fetch when opened; nothing is fetched here."""
    kinds: list[str] = []
    for part in (main, settings):
        for relationship in part.relationships.values() if part is not None else ():
            if relationship.external and relationship.kind != "hyperlink" and relationship.kind not in kinds:
                kinds.append(relationship.kind)
    for kind in kinds:
        yield Diagnostic(DiagnosticCode.EXTERNAL_REFERENCE, f"The file refers to something outside it ({kind}); nothing was fetched.")


def _unread(package: Package, main: Part) -> Iterator[Diagnostic]:
    for kind, what in _EMBEDDED.items():
        count = sum(1 for relationship in main.relationships.values() if relationship.kind == kind)
        if count:
            lost = None if kind == "aFChunk" else 0
            yield Diagnostic(DiagnosticCode.UNSUPPORTED_CONTENT, f"The file holds {what}, which is not read ({count} of them).", lost=lost)
    for diagram in package.related(main, "diagramData"):
        words = " ".join(text.text or "" for text in diagram.root.iter() if tag(text) == "a:t").split()
        if words:
            lost = sum(len(word) for word in words)
            yield Diagnostic(DiagnosticCode.UNSUPPORTED_CONTENT, "The file holds a diagram whose text is not read.", lost=lost)


def picture_notice(package: Package, main: Part, text: str) -> tuple[Diagnostic, ...]:
    """The diagnostic that a picture may hold the resume: a large one in a file with hardly any words. None otherwise."""
    if len(text.split()) >= _FEW_WORDS:
        return ()
    pictures = (relationship for relationship in main.relationships.values() if relationship.kind == "image" and not relationship.external)
    if not any(package.archive.packed_size(picture.target) >= _LARGE_PICTURE for picture in pictures):
        return ()
    message = "The file holds hardly any words and a large picture, whose text is not read; run OCR if the resume is in the picture."
    return (Diagnostic(DiagnosticCode.PARTIAL_TEXT, message, lost=None),)


def _changes(package: Package, main: Part) -> Iterator[Diagnostic]:
    inserted, deleted = (sum(1 for _ in named(main.root, *names)) for names in (("ins", "moveTo"), ("del", "moveFrom")))
    if inserted or deleted:
        message = f"Tracked changes were read as accepted: {inserted} insertions in, {deleted} deletions out."
        yield Diagnostic(DiagnosticCode.TRACKED_CHANGES, message)
    for comments in package.related(main, "comments"):
        count = sum(1 for _ in named(comments.root, "comment"))
        if count:
            yield Diagnostic(DiagnosticCode.COMMENTS, f"Comments in the file, which are no part of its text: {count}.")


def _is_restricted(settings: Element) -> bool:
    protection = child(settings, "w:documentProtection")
    if protection is not None and is_on(protection, "w:enforcement"):
        return True
    return child(settings, "w:writeProtection") is not None
