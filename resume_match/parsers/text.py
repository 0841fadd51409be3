"""Plain text and Markdown in, Document out."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator

from resume_match.errors import EmptyFileError
from resume_match.model import Anchor, Diagnostic, DiagnosticCode, Document, DocumentFormat, LineStyle
from resume_match.parsers.assembly import Draft, Identity, Piece, assemble
from resume_match.parsers.limits import DEFAULT_LIMITS, Budget, Limits

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_LIST = re.compile(r"^([ \t]*)(?:[-*+•–▪◦‣·●○■]|\d{1,2}[.)])[ \t]+(?=\S)")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)")
_LINK = re.compile(r"\[([^\]\[\n]+)\]\(<?([^()\s<>]+)>?(?:\s+\"[^\"]*\")?\)")
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(data: bytes, source: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in the bytes of a plain text or Markdown file; raises a subclass of DocumentError where there is none to be had."""
    if not data.strip():
        raise EmptyFileError(source, "the file is empty", "Save the resume again and offer that file")
    budget = Budget(source, limits)
    text, diagnostics = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    markdown = _is_markdown(text)
    kind = DocumentFormat.MARKDOWN if markdown else DocumentFormat.TEXT
    drafts = _drafts(text, markdown)
    return assemble(drafts, Identity(source, kind, hashlib.sha256(data).hexdigest()), diagnostics, budget)


def decode(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of bytes in UTF-8, UTF-16 or, failing these, Windows-1252; with a diagnostic where that was needed."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        message = "The file is not UTF-8; it was read as Windows-1252."
        return data.decode("cp1252", errors="replace"), (Diagnostic(DiagnosticCode.ENCODING, message),)


def _is_markdown(text: str) -> bool:
    return any(_HEADING.match(line) for line in text.split("\n")) or bool(_BOLD.search(text)) or bool(_LINK.search(text))


def _drafts(text: str, markdown: bool) -> Iterator[Draft]:
    blank = 0
    for number, line in enumerate(text.split("\n")):
        anchor = Anchor(part="text", paragraph=number)
        if not line.strip() or (markdown and re.fullmatch(r"\s*(?:[-*_]\s*){3,}", line)):
            blank += 1
            continue
        heading = _HEADING.match(line) if markdown else None
        level = len(heading.group(1)) if heading else None
        line = heading.group(2) if heading else line
        listed = None if heading else _LIST.match(line)
        indent = len(listed.group(1).expandtabs(4)) // 2 if listed else 0
        if listed:
            line = "• " + line[listed.end() :]
        pieces = tuple(_marked(line)) if markdown else (Piece(line),)
        yield Draft(pieces, anchor, LineStyle(list_item=listed is not None, level=indent, heading=level, gap=float(blank)))
        blank = 0


def _marked(line: str) -> Iterator[Piece]:
    """The pieces of a Markdown line, its signs for bold and links taken off."""
    position = 0
    for match in _BOLD.finditer(line):
        yield from _linked(line[position : match.start()], False)
        yield from _linked(match.group(1) or match.group(2), True)
        position = match.end()
    yield from _linked(line[position:], False)


def _linked(text: str, bold: bool) -> Iterator[Piece]:
    position = 0
    for match in _LINK.finditer(text):
        yield Piece(text[position : match.start()], bold)
        yield Piece(match.group(1), bold, link=match.group(2))
        position = match.end()
    if text[position:]:
        yield Piece(text[position:], bold)
