"""What a file is, by its first bytes and its content, and the reader that belongs to it."""

from __future__ import annotations

from resume_match.errors import UnsupportedFormatError
from resume_match.model import Document
from resume_match.parsers.limits import Limits


def read_bytes(data: bytes, source: str, limits: Limits, html: bool = False) -> Document:
    """The Document of a file's bytes; UnsupportedFormatError names what the file looks like where no reader takes it."""
    if b"%PDF-" in data[:1024]:
        from resume_match.parsers.pdf import read_pdf

        return read_pdf(data, source, limits)
    if data.startswith(b"PK"):
        from resume_match.parsers.docx import read_docx

        return read_docx(data, source, limits)
    from resume_match.parsers.text import read_text

    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnsupportedFormatError(source, "it is a binary file of unknown kind", "Save the resume as DOCX or PDF")
    return read_text(data, source, limits)
