"""What a file is, by its bytes, and the reader that belongs to it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from resume_match.errors import EncryptedDocumentError, UnsupportedFormatError
from resume_match.model import Diagnostic, DiagnosticCode, Document, DocumentFormat
from resume_match.parsers.limits import USUAL_MANNER, Budget, Limits, Manner
from resume_match.parsers.screening import screen

_AS_DOCX_OR_PDF = "Save it as DOCX or PDF and offer that file"
_PICTURE = "Offer the document itself as DOCX or PDF; a picture or scan needs OCR first"
_ARCHIVE = "Unpack it and offer the document inside"
_PDF_WITHIN = 1024
_SAMPLE = 4096

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a Rich Text file (RTF)", _AS_DOCX_OR_PDF),
    (b"\x89PNG", "a picture (PNG)", _PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    (b"GIF8", "a picture (GIF)", _PICTURE),
    (b"II*\0", "a picture (TIFF)", _PICTURE),
    (b"MM\0*", "a picture (TIFF)", _PICTURE),
    (b"8BPS", "a picture (Photoshop)", _PICTURE),
    (b"BM", "a picture (BMP)", _PICTURE),
    (b"\0\0\1\0", "a picture (icon)", _PICTURE),
    (b"AT&TFORM", "a scan (DjVu)", _PICTURE),
    (b"%!PS", "a PostScript file", _AS_DOCX_OR_PDF),
    (b"Rar!", "an archive (RAR)", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", _ARCHIVE),
    (b"\x1f\x8b", "an archive (gzip)", _ARCHIVE),
    (b"BZh", "an archive (bzip2)", _ARCHIVE),
    (b"\xfd7zXZ\0", "an archive (xz)", _ARCHIVE),
    (b"\x7fELF", "a program", _AS_DOCX_OR_PDF),
    (b"MZ", "a program", _AS_DOCX_OR_PDF),
    (b"SQLite format 3\0", "a database", _AS_DOCX_OR_PDF),
    (b"ID3", "a sound file", _AS_DOCX_OR_PDF),
    (b"OggS", "a sound file", _AS_DOCX_OR_PDF),
    (b"wOFF", "a font", _AS_DOCX_OR_PDF),
)
_TEXTUAL = (b"BM", b"MZ", b"BZh", b"ID3", b"GIF8", b"Rar!", b"wOFF", b"OggS")
"""Signatures that a text may begin with too: they count only where bytes that no text holds follow."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", "a legacy Word document (.doc)"),
    ("Workbook", "a legacy Excel workbook (.xls)"),
    ("PowerPoint Document", "a legacy PowerPoint presentation (.ppt)"),
    ("__substg1.0", "an Outlook message (.msg)"),
    ("__properties_version1.0", "an Outlook message (.msg)"),
)
_ZIP_KINDS = (
    (b"opendocument.text", "an OpenDocument text (ODT)"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (ODS)"),
    (b"opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"Index/Document.iwa", "an Apple Pages document"),
    (b"Documents/1/FixedDoc", "an XPS document"),
    (b"META-INF/MANIFEST.MF", "a Java archive"),
)
_PROLOGUE = rb"^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
_HTML = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HTML_END = re.compile(rb"</(?:div|p|li|ul|ol|td|tr|table|span|h[1-6]|section)\s*>", re.IGNORECASE)
_TEXT_KINDS = (
    (re.compile(_PROLOGUE + rb"<(?:!doctype svg|svg)\b", re.IGNORECASE | re.DOTALL), "a picture (SVG)", _PICTURE),
    (re.compile(rb"^<\?xml"), "an XML file", _AS_DOCX_OR_PDF),
    (re.compile(rb"^(?:%[^\n]{0,300}\n\s*)*\\documentclass\b"), "a LaTeX source", "Compile it and offer the PDF"),
    (re.compile(rb"^(?:MIME-Version|Return-Path|Received|Delivered-To): ", re.IGNORECASE), "an e-mail or web archive", _AS_DOCX_OR_PDF),
    (re.compile(rb"^\{\s*\"[^\"]{1,60}\"\s*:"), "a JSON file", _AS_DOCX_OR_PDF),
)
_EXTENSIONS: dict[str, tuple[DocumentFormat, ...]] = {
    ".pdf": (DocumentFormat.PDF,),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), (DocumentFormat.DOCX,)),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), (DocumentFormat.TEXT, DocumentFormat.MARKDOWN)),
    **dict.fromkeys((".html", ".htm", ".xhtml"), (DocumentFormat.HTML,)),
    **dict.fromkeys((".doc", ".rtf", ".odt", ".pages", ".png", ".jpg", ".jpeg", ".zip", ".xlsx", ".pptx"), ()),
}
_NAMES = {
    DocumentFormat.PDF: "a PDF",
    DocumentFormat.DOCX: "a Word document",
    DocumentFormat.TEXT: "plain text",
    DocumentFormat.MARKDOWN: "Markdown text",
    DocumentFormat.HTML: "HTML",
}


def read_bytes(data: bytes, source: str, limits: Limits, manner: Manner = USUAL_MANNER) -> Document:
    """The Document of a file's bytes; UnsupportedFormatError names what the file looks like where no reader takes it."""
    try:
        document = _read(data, source, limits, manner)
    except MemoryError as error:
        raise Budget(source, limits).exceeded("reading it takes more memory than there is", "memory_bytes") from error
    except RecursionError as error:
        raise Budget(source, limits).exceeded("its parts are nested too deeply", "xml_depth") from error
    return replace(document, diagnostics=(*document.diagnostics, *_mismatch(document), *screen(document)))


def _read(data: bytes, source: str, limits: Limits, manner: Manner) -> Document:
    # Each reader is loaded when its first file comes: whoever reads Word files need not wait for pdfminer, and the other way round.
    if data.startswith(b"PK"):
        _refuse_other_archives(data, source)
        from resume_match.parsers.docx import read_docx

        return read_docx(data, source, limits)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from resume_match.parsers.pdf import read_pdf

        return read_pdf(data, source, limits, manner.pdf_source)
    _refuse_binary(data, source)
    if looks_like_html(data):
        if not manner.html:
            raise UnsupportedFormatError(source, "it is a web page (HTML)", _AS_DOCX_OR_PDF)
        from resume_match.parsers.html import read_html

        return read_html(data, source, limits)
    _refuse_other_text(data, source)
    from resume_match.parsers.text import read_text

    return read_text(data, source, limits)


def looks_like_html(data: bytes) -> bool:
    """True for bytes that begin as a web page does, or with a tag and hold many of a page's end tags."""
    start = _plain_start(data)
    return bool(_HTML.match(start)) or (start.startswith(b"<") and len(_HTML_END.findall(data[:65_536])) >= 4)


def _plain_start(data: bytes) -> bytes:
    """The beginning of a text as if it were ASCII, without its byte order mark and leading blanks."""
    return data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"").lstrip()


def _refuse_other_archives(data: bytes, source: str) -> None:
    """Raise UnsupportedFormatError for a zip archive that is some other kind of file; other Office formats are told by the Word reader."""
    for mark, name in _ZIP_KINDS:
        if mark in data[:_SAMPLE] or (b"/" in mark and mark in data[-65_536:]):
            raise UnsupportedFormatError(source, f"it is {name}", _AS_DOCX_OR_PDF)
    lowered = data.lower()
    office = (b"[content_types].xml", b"word/", b"word\\", b"xl/", b"ppt/")
    if data[2:4] in (b"\3\4", b"\5\6") and not any(mark in lowered for mark in office):
        raise UnsupportedFormatError(source, "it is a ZIP archive", _ARCHIVE)


def _refuse_binary(data: bytes, source: str) -> None:
    """Raise UnsupportedFormatError (EncryptedDocumentError for a locked Office file) for bytes that are no text."""
    if data.startswith(_OLE):
        _refuse_ole(data, source)
    binary = _is_binary(data[:_SAMPLE])
    for mark, name, remedy in _SIGNATURES:
        if data.startswith(mark) and (binary or mark not in _TEXTUAL):
            raise UnsupportedFormatError(source, f"it is {name}", remedy)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnsupportedFormatError(source, "it is a picture (WebP)", _PICTURE)
    if data[4:8] == b"ftyp":
        picture = data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif")
        raise UnsupportedFormatError(source, "it is a picture (HEIC)" if picture else "it is a video", _PICTURE)
    if binary:
        raise UnsupportedFormatError(source, "it is a binary file of unknown kind", _AS_DOCX_OR_PDF)


def _refuse_ole(data: bytes, source: str) -> None:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise EncryptedDocumentError(source, "it is an Office file locked with a password", "Save it without a password and try again")
    name = next((name for stream, name in _OLE_STREAMS if holds(stream)), "a legacy Office file")
    raise UnsupportedFormatError(source, f"it is {name}", _AS_DOCX_OR_PDF)


def _is_binary(sample: bytes) -> bool:
    """True where bytes can be no text: controls in more than 2 % of them, or NULs other than those of UTF-16 and UTF-32."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    nulls = sample.count(0)
    if nulls:
        sided = max(sample[0::2].count(0), sample[1::2].count(0))
        if sided < nulls or sided < 0.2 * len(sample):
            return nulls > 3
        sample = sample.replace(b"\0", b"")
    controls = sum(1 for byte in sample if byte < 32 and byte not in b"\t\n\v\f\r\x1b")
    return controls > 0.02 * len(sample) + 3


def _refuse_other_text(data: bytes, source: str) -> None:
    start = _plain_start(data)
    for pattern, name, remedy in _TEXT_KINDS:
        if pattern.match(start):
            raise UnsupportedFormatError(source, f"it is {name}", remedy)


def _mismatch(document: Document) -> tuple[Diagnostic, ...]:
    """A diagnostic where the file's name promises another format than its content has."""
    extension = PurePath(document.source).suffix.lower()
    expected = _EXTENSIONS.get(extension)
    if expected is None or document.format in expected:
        return ()
    message = f"The file is {_NAMES[document.format]}, though its name ends in {extension}."
    return (Diagnostic(DiagnosticCode.FORMAT_MISMATCH, message),)
