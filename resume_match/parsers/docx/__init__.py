"""Word documents (DOCX, DOCM, templates; transitional and strict) in, Document out. The only door to lxml and python-docx."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from resume_match.model import Document, DocumentFormat
from resume_match.parsers.assembly import Draft, Identity, assemble
from resume_match.parsers.docx.colors import Palette, plain_color
from resume_match.parsers.docx.drawings import DrawingReader
from resume_match.parsers.docx.frames import page_of
from resume_match.parsers.docx.margins import Margin, as_furniture, margins_of, runs_along, tells_contact
from resume_match.parsers.docx.notices import notices, picture_notice
from resume_match.parsers.docx.numbering import Numbering
from resume_match.parsers.docx.package import Package, Part
from resume_match.parsers.docx.settings import SettingReader
from resume_match.parsers.docx.story import Place, Regions, Setting, StoryReader
from resume_match.parsers.docx.styles import StyleSheet
from resume_match.parsers.docx.xml import Element, attribute, child, is_on, named
from resume_match.parsers.limits import DEFAULT_LIMITS, Budget, Limits


def read_docx(data: bytes, source: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in the bytes of a Word file; raises a subclass of DocumentError where there is none to be had."""
    budget = Budget(source, limits)
    identity = Identity(source, DocumentFormat.DOCX, hashlib.sha256(data).hexdigest())
    try:
        package = Package(data, budget)
        main = package.main()
        settings = next(iter(package.related(main, "settings")), None)
        drafts = tuple(_stories(package, main, settings))
        diagnostics = tuple(notices(package, main, settings))
        document = assemble(drafts, identity, diagnostics, budget)
        return replace(document, diagnostics=(*document.diagnostics, *picture_notice(package, main, document.text)))
    except RecursionError as error:
        raise budget.exceeded("its tables or text boxes are nested too deeply", "xml_depth") from error


def _stories(package: Package, main: Part, settings: Part | None) -> Iterator[Draft]:
    """The header of the first page, body, notes, footers, and last what runs along on every page."""
    setting = _setting(package, main, settings)
    running: list[Draft] = []
    backdrop = 0.0
    for margin in margins_of(package, main, "header"):
        reader, drafts = _margin(margin, setting)
        backdrop = max(backdrop, reader.backdrop)
        for draft in drafts:
            if margin.opens and not runs_along(draft, reader.page_fields):
                yield draft
            else:
                running.append(as_furniture(draft))
    body = child(main.root, "w:body")
    reader = StoryReader(main, "body", setting)
    reader.backdrop = max(reader.backdrop, backdrop)
    if body is not None:
        yield from reader.read(body, Place(setting.regions.next()))
    yield from _notes(package, main, setting, reader.notes)
    for margin in margins_of(package, main, "footer"):
        foot, drafts = _margin(margin, setting)
        for draft in drafts:
            if tells_contact(draft) and not runs_along(draft, foot.page_fields):
                yield draft
            else:
                running.append(as_furniture(draft))
    yield from running


def _margin(margin: Margin, setting: Setting) -> tuple[StoryReader, tuple[Draft, ...]]:
    reader = StoryReader(margin.part, margin.name, setting)
    return reader, tuple(reader.read(margin.part.root, Place(setting.regions.next())))


def _notes(package: Package, main: Part, setting: Setting, references: list[tuple[str, str]]) -> Iterator[Draft]:
    """The foot- and endnotes that the body refers to, in its order."""
    for kind in ("footnote", "endnote"):
        wanted = [number for name, number in references if name == f"w:{kind}Reference"]
        for part in package.related(main, f"{kind}s"):
            reader = StoryReader(part, f"{kind}s", setting)
            notes = {attribute(note, "w:id"): note for note in named(part.root, kind)}
            for number in dict.fromkeys(wanted):
                if number in notes:
                    yield from reader.read(notes[number], Place(setting.regions.next()))


def _setting(package: Package, main: Part, settings: Part | None) -> Setting:
    def root_of(kind: str) -> Element | None:
        return next((part.root for part in package.related(main, kind)), None)

    mapping = child(settings.root, "w:clrSchemeMapping") if settings is not None else None
    names = {} if mapping is None else {str(key).rpartition("}")[2]: str(role) for key, role in mapping.attrib.items()}
    palette = Palette(root_of("theme"), names)
    section = next(iter(named(main.root, "sectPr")), None)
    return Setting(
        sheet=StyleSheet(root_of("styles"), SettingReader(palette)),
        numbering=Numbering(root_of("numbering")),
        drawings=DrawingReader(palette),
        page=page_of(section),
        ground=_page_ground(main, settings),
        regions=Regions(),
        budget=package.budget,
    )


def _page_ground(main: Part, settings: Part | None) -> str | None:
    """The colour of the page, where the file says that it is to be shown."""
    background = child(main.root, "w:background")
    if background is None or settings is None or not is_on(child(settings.root, "w:displayBackgroundShape")):
        return None
    return plain_color(attribute(background, "w:color"))
