"""Word files made by hand, part by part: what no word processor would write can be written too."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", W),
        ("r", R),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)
NAME = "Rosalind Achterberg"
"""The fictional person of these files: the text that every file holds unless its case says otherwise."""


def run(text: str, properties: str = "") -> str:
    """A run of text with the given run properties."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*content: str, properties: str = "") -> str:
    """A paragraph of runs; a content that is no element becomes a plain run."""
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{''.join(piece if piece.startswith('<') else run(piece) for piece in content)}</w:p>"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """A table of cells, each given as its paragraphs (plain text becomes one)."""
    made = "".join("<w:tr>" + "".join(cell(content) for content in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A table cell; content that is a cell already stays as it is."""
    if content.startswith("<w:tc>"):
        return content
    inner = content if content.startswith("<") else para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def text_box(*paragraphs: str, fill: str = "", anchor: str = "", both: bool = True) -> str:
    """A run with a text box, in the two spellings that Word writes one after the other."""
    content = "<w:txbxContent>" + "".join(paragraphs) + "</w:txbxContent>"
    shape = f"<wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx>{content}</wps:txbx></wps:wsp>"
    frame = anchor or '<wp:inline><wp:extent cx="2000000" cy="2000000"/>{}</wp:inline>'
    drawing = "<w:drawing>" + frame.format(f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>") + "</w:drawing>"
    if not both:
        return f"<w:r>{drawing}</w:r>"
    fallback = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    alternate = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{alternate}</mc:AlternateContent></w:r>"


def floating(left: int, top: int, width: int = 2_000_000, height: int = 2_000_000, across: str = "page", down: str = "page") -> str:
    """The frame of a drawing that stands by itself; measures in EMU (12,700 to a point)."""
    return (
        f'<wp:anchor><wp:positionH relativeFrom="{across}"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/>{{}}</wp:anchor>'
    )


def styles(*content: str) -> str:
    """A style sheet."""
    return f"<w:styles {NAMESPACES}>{''.join(content)}</w:styles>"


def style(key: str, name: str, content: str = "", kind: str = "paragraph", based_on: str = "") -> str:
    """One style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{base}{content}</w:style>'


def part(root: str, content: str) -> str:
    """An XML part such as `part("hdr", para("..."))`."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def relationships(*entries: tuple[str, str, str], external: tuple[str, ...] = ()) -> str:
    """A relationship part of (id, kind, target); those whose id is in `external` point outside the file."""
    made = ""
    for key, kind, target in entries:
        mode = ' TargetMode="External"' if key in external else ""
        made += f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{escape(target)}"{mode}/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def content_types(main: str = MAIN, name: str = "/word/document.xml") -> str:
    """The part that tells which part is the document."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="{name}" ContentType="{main}"/></Types>'
    )


def document(body: str, after: str = "") -> str:
    """The main part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}>{after}<w:body>{body}</w:body></w:document>'


def parts_of(
    body: str, more: Mapping[str, str | bytes] | None = None, links: tuple[tuple[str, str, str], ...] = (), external: tuple[str, ...] = ()
) -> dict[str, str | bytes]:
    """The parts of a Word file: those every file has, and `more`, which replaces or adds."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": body if body.startswith("<?xml") else document(body),
    }
    if links:
        parts["word/_rels/document.xml.rels"] = relationships(*links, external=external)
    parts.update(more or {})
    return parts


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, compress_type=method)
    return stream.getvalue()


def docx(
    body: str, more: Mapping[str, str | bytes] | None = None, links: tuple[tuple[str, str, str], ...] = (), external: tuple[str, ...] = ()
) -> bytes:
    """A Word file with this body and these further parts."""
    return zipped(parts_of(body, more, links, external))


def styled(body: str, sheet: str) -> bytes:
    """A Word file with a style sheet."""
    return docx(body, {"word/styles.xml": sheet}, (("rIdS", "styles", "styles.xml"),))


def with_field(data: bytes, name: str, offset: int, form: str, setting: int) -> bytes:
    """The archive with one field of a member's directory entry overwritten; offsets count from the entry's signature."""
    changed = bytearray(data)
    position = 0
    while (position := data.find(b"PK\x01\x02", position)) >= 0:
        length = struct.unpack_from("<H", data, position + 28)[0]
        if data[position + 46 : position + 46 + length] == name.encode():
            struct.pack_into(form, changed, position + offset, setting)
        position += 4
    return bytes(changed)


def ole(stream: str) -> bytes:
    """The beginning of a compound file that holds a stream of that name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + stream.encode("utf-16-le") + b"\0" * 512
