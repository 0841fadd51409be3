"""Comments written into a Word file: every other part of the package stays byte for byte what it was.

The package is edited in place rather than saved anew by python-docx, which would write every part again, drop parts that nothing refers
to, and refuse strict and macro-enabled files that are read here.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from resume_match.errors import CorruptDocumentError
from resume_match.model import Anchor
from resume_match.parsers.docx.package import Package, Part
from resume_match.parsers.docx.ranges import Range, range_of
from resume_match.parsers.docx.xml import Element, attribute, paragraphs_of, parse_xml, tag
from resume_match.parsers.limits import DEFAULT_LIMITS, Budget

AUTHOR, INITIALS = "resume-match", "rm"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
# What zipfile raises on a member that it cannot unpack.
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: the paragraph that it speaks of and the words there (None: the file as a whole), and its own lines of text."""

    anchor: Anchor | None
    quote: str
    lines: tuple[str, ...]


def add_comments(data: bytes, source: str, notes: Iterable[Note], date: str) -> bytes:
    """The Word file with the notes as comments dated `date` (YYYY-MM-DD); `source` names it in messages.

    A note on a header, footer or footnote, where Word takes no comment, stands at the first paragraph of the body and quotes what it
    speaks of. Raises DocumentError where the file cannot be read.
    """
    budget = Budget(source, DEFAULT_LIMITS)
    package = Package(data, budget)
    main = package.main()
    root = _editable(package, main.name)
    folder = posixpath.dirname(main.name)
    existing = next((r.target for r in main.relationships.values() if r.kind == "comments" and not r.external), None)
    name = existing or _unused(package, posixpath.join(folder, "comments.xml"))
    comments = _editable(package, name) if existing and existing in package.archive else _comments_root(root)
    _annotate(root, comments, notes, date)
    changed = {main.name: _written(root), name: _written(comments)}
    if not existing:
        changed |= _linked(package, main, name, strict=etree.QName(root).namespace == _STRICT)
    return _repacked(data, changed, budget)


def _editable(package: Package, name: str) -> Element:
    """The root of a part with everything kept that the readers drop, after it was read once within their limits."""
    content = package.archive.read(name)
    parse_xml(content, package.budget)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    return etree.fromstring(content, parser)


def _written(root: Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _unused(package: Package, wanted: str) -> str:
    """A part name that the package does not hold."""
    stem, ending = posixpath.splitext(wanted)
    number = 1
    while wanted in package.archive:
        number += 1
        wanted = f"{stem}{number}{ending}"
    return wanted


def _comments_root(root: Element) -> Element:
    namespace = etree.QName(root).namespace
    return etree.Element(f"{{{namespace}}}comments", nsmap={"w": str(namespace)})


def _annotate(root: Element, comments: Element, notes: Iterable[Note], date: str) -> None:
    """Write each note into the comments and mark its range in the body."""
    numbered = tuple(paragraphs_of(root))
    ids = [int(known) for comment in comments if (known := attribute(comment, "w:id") or "").isdigit()]
    for number, note in enumerate(notes, start=max(ids, default=-1) + 1):
        found, lines = _found(numbered, note)
        if found is not None:
            _mark(found, number)
            comments.append(_comment(comments, number, lines, date))


def _found(numbered: tuple[Element, ...], note: Note) -> tuple[Range | None, tuple[str, ...]]:
    """The range of a note and its lines, headed by the quote where the range does not hold it itself."""
    at = note.anchor
    if at is not None and at.part == "body" and at.paragraph is not None and at.paragraph < len(numbered):
        paragraph = numbered[at.paragraph]
        found = range_of(paragraph, note.quote)
        if found is not None:
            boxed = found.paragraph is not paragraph
            return found, ((f"On “{note.quote}”", *note.lines) if boxed and note.quote else note.lines)
    ranges = (found for paragraph in numbered if (found := range_of(paragraph, "")) is not None)
    return next(ranges, None), (f"On “{note.quote}”", *note.lines) if note.quote else note.lines


def _mark(found: Range, number: int) -> None:
    def element(name: str, **attributes: str) -> Element:
        namespace = etree.QName(found.paragraph).namespace
        return found.paragraph.makeelement(f"{{{namespace}}}{name}", {f"{{{namespace}}}{key}": value for key, value in attributes.items()})

    start, end, reference = element("commentRangeStart", id=str(number)), element("commentRangeEnd", id=str(number)), element("r")
    reference.append(element("commentReference", id=str(number)))
    found.first.addprevious(start)
    found.last.addnext(end)
    end.addnext(reference)


def _comment(comments: Element, number: int, lines: tuple[str, ...], date: str) -> Element:
    namespace = etree.QName(comments).namespace

    def inside(parent: Element, name: str) -> Element:
        return etree.SubElement(parent, f"{{{namespace}}}{name}")

    attributes = {"id": str(number), "author": AUTHOR, "date": f"{date}T00:00:00Z", "initials": INITIALS}
    comment = comments.makeelement(f"{{{namespace}}}comment", {f"{{{namespace}}}{key}": value for key, value in attributes.items()})
    for line in lines:
        text = inside(inside(inside(comment, "p"), "r"), "t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment


def _linked(package: Package, main: Part, name: str, *, strict: bool) -> dict[str, bytes]:
    """The content types and the main part's relationships, with the new part of comments in them."""
    folder, base = posixpath.split(main.name)
    links_name = posixpath.join(folder, "_rels", f"{base}.rels")
    if links_name in package.archive:
        links = _editable(package, links_name)
    else:
        links = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
    taken = [link.get("Id") for link in links if tag(link)]
    key = next(key for number in range(1, len(taken) + 2) if (key := f"rIdComments{number}") not in taken)
    target = posixpath.relpath(name, folder or ".")
    etree.SubElement(links, f"{{{_PACKAGE}/relationships}}Relationship", {"Id": key, "Type": _KINDS[strict], "Target": target})
    types = _editable(package, "[Content_Types].xml")
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE})
    return {links_name: _written(links), "[Content_Types].xml": _written(types)}


def _repacked(data: bytes, changed: dict[str, bytes], budget: Budget) -> bytes:
    """The archive with the changed members in their places, new ones at the end, and all others as they were."""
    remaining = {name.lower(): (name, content) for name, content in changed.items()}
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            allowed = max(budget.limits.inflation_ratio_from_bytes, budget.limits.inflation_ratio * len(data))
            for member in old.infolist():
                _, content = remaining.pop(member.filename.replace("\\", "/").lstrip("/").lower(), ("", None))
                if content is not None:
                    new.writestr(_copy(member), content)
                    continue
                with old.open(member) as source, new.open(_copy(member), "w") as sink:
                    while chunk := source.read(65_536):
                        allowed -= len(chunk)
                        if allowed < 0:
                            raise budget.exceeded("its parts unpack to far more than the file", "inflation_ratio")
                        sink.write(chunk)
            for name, content in remaining.values():
                new.writestr(_fresh(name), content)
    except _DAMAGES as error:
        remedy = "Open it in a word processor and save it anew, then match it again"
        raise CorruptDocumentError(budget.source, "one of its parts is damaged", remedy) from error
    return target.getvalue()


def _copy(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member's name, date and method; `zipfile` fills the sizes of the copy in anew."""
    copy = zipfile.ZipInfo(member.filename, member.date_time)
    copy.compress_type, copy.external_attr, copy.create_system = member.compress_type, member.external_attr, member.create_system
    return copy


def _fresh(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member
