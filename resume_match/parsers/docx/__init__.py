"""Word documents (DOCX, DOCM, templates; transitional and strict) in, Document out. The only door to lxml and python-docx."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from resume_match.model import Diagnostic, DiagnosticCode, Document, DocumentFormat
from resume_match.parsers.assembly import Draft, Identity, assemble
from resume_match.parsers.docx.package import Package, Part
from resume_match.parsers.docx.story import Regions, StoryReader, as_furniture
from resume_match.parsers.docx.styles import StyleSheet
from resume_match.parsers.docx.xml import Element, child, tag
from resume_match.parsers.limits import DEFAULT_LIMITS, Budget, Limits


def read_docx(data: bytes, source: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in the bytes of a Word file; raises a subclass of DocumentError where there is none to be had."""
    budget = Budget(source, limits)
    try:
        package = Package(data, budget)
        main = package.main()
        drafts = tuple(_stories(package, main))
    except RecursionError as error:
        raise budget.exceeded("its tables or text boxes are nested too deeply", "xml_depth") from error
    diagnostics = tuple(_diagnostics(package))
    return assemble(drafts, Identity(source, DocumentFormat.DOCX, hashlib.sha256(data).hexdigest()), diagnostics, budget)


def _diagnostics(package: Package) -> Iterator[Diagnostic]:
    for name in package.damaged:
        yield Diagnostic(DiagnosticCode.DAMAGED, f"A part of the file could not be read: {name}.", lost=None)
    if package.has_macros:
        yield Diagnostic(DiagnosticCode.MACROS, "The file carries macros; they were not run.")


def _stories(package: Package, main: Part) -> Iterator[Draft]:
    """Headers, body, notes, footers, in this order."""
    sheets = package.related(main, "styles")
    sheet = StyleSheet(sheets[0].root if sheets else None)
    regions = Regions()

    def reader(part: Part, name: str) -> StoryReader:
        return StoryReader(part, name, sheet, regions, package.budget)

    for number, header in enumerate(package.related(main, "header"), 1):
        yield from reader(header, f"header{number}").read(header.root, regions.next())
    body: Element | None = child(main.root, "w:body")
    if body is not None:
        yield from reader(main, "body").read(body, regions.next())
    for kind in ("footnotes", "endnotes"):
        for part in package.related(main, kind):
            notes = reader(part, kind)
            for note in part.root:
                if tag(note) in ("w:footnote", "w:endnote"):
                    yield from notes.read(note, regions.next())
    for number, footer in enumerate(package.related(main, "footer"), 1):
        yield from as_furniture(reader(footer, f"footer{number}").read(footer.root, regions.next()))
