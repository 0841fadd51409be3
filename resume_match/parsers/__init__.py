"""Files in, Document out: the format is decided by content, never by the file's extension."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

from resume_match.errors import EmptyFileError
from resume_match.files import base_name, printable
from resume_match.model import Document
from resume_match.parsers.limits import DEFAULT_LIMITS, Limits, Manner, PdfSource, check_file_size

Source = str | os.PathLike[str] | bytes | BinaryIO


def read_document(
    source: Source,
    *,
    limits: Limits = DEFAULT_LIMITS,
    isolate: bool = False,
    name: str | None = None,
    html: bool = False,
    pdf_source: PdfSource | str = PdfSource.OWN,
) -> Document:
    """The visible text of a file (a path, its bytes, or a binary file object) in reading order, with what is worth knowing about it.

    PDF, Word (DOCX, DOCM, templates), plain text and Markdown are read; HTML only with `html=True`, for job postings. `name` names bytes
    in messages. `isolate=True` reads in a worker process that is stopped when it takes too long or too much. `pdf_source="pdfium"` lets
    pdfium read the characters of PDF pages, in less time (extra `fast`). Raises a subclass of DocumentError where the file gives no text,
    FileNotFoundError or another OSError where the path gives no file, ValueError where there is no such source.
    """
    manner = Manner(html, PdfSource(pdf_source))
    data, label = _load(source, name, limits)
    if isolate:
        from resume_match.parsers.isolation import read_isolated

        return read_isolated(data, label, limits, manner)
    from resume_match.parsers.formats import read_bytes

    return read_bytes(data, label, limits, manner)


def _load(source: Source, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """The bytes of a source and the base name to speak of it by."""
    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        label = printable(name or path.name)
        if path.is_dir():  # Windows would call it a lack of permission
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        with path.open("rb") as stream:
            data = _drained(stream, limits.file_bytes + 1)
    elif isinstance(source, (bytes, bytearray, memoryview)):
        data, label = bytes(source), printable(name or "document")
    elif hasattr(source, "read"):
        label = printable(name) if name else base_name(source)
        data = _drained(source, limits.file_bytes + 1)
    else:
        raise TypeError(f"read_document takes a path, bytes or a binary file, not {type(source).__name__}")
    check_file_size(len(data), label, limits)
    if not data:
        raise EmptyFileError(label, "the file is empty", "Save it again from its program and offer that file")
    return data, label


def _drained(stream: BinaryIO, most: int) -> bytes:
    """What a stream holds, at most so many bytes; it may give them in parts."""
    parts: list[bytes] = []
    while most > 0 and (part := stream.read(most)):
        if not isinstance(part, bytes):
            raise TypeError("read_document needs a file opened in binary mode ('rb')")
        parts.append(part)
        most -= len(part)
    return b"".join(parts)
