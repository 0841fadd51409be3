"""Encrypted files: opened with the empty user password or refused; pdfminer knows the algorithms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect

from resume_match.errors import EncryptedDocumentError
from resume_match.parsers.pdf.damage import RAISED_BY_DAMAGE
from resume_match.parsers.pdf.objects import Stream

if TYPE_CHECKING:
    from resume_match.parsers.pdf.file import PdfFile

REMEDY = "Remove the password (open the file and save or print it without one) and try again"


class _Handler(Protocol):
    def decrypt(self, objid: int, genno: int, data: bytes, attrs: dict[str, object] | None = None) -> bytes: ...

    def is_extractable(self) -> bool: ...


class Decryptor:
    """Decrypts the strings and streams of one file. `restricted` tells that its owner asks for no text extraction."""

    def __init__(self, handler: _Handler) -> None:
        self._handler = handler
        self.restricted = not handler.is_extractable()

    def stream(self, stream: Stream) -> bytes:
        """A stream's raw bytes, decrypted; empty where they cannot be."""
        return self._decrypted(stream.raw, stream.number, stream.generation)

    def strings(self, value: object, number: int, generation: int) -> object:
        """The value of an indirect object with all its strings decrypted."""
        if isinstance(value, bytes):
            return self._decrypted(value, number, generation)
        todo: list[object] = [value]
        while todo:
            container = todo.pop()
            if isinstance(container, dict):
                container.update({key: self._decrypted(part, number, generation) for key, part in container.items() if type(part) is bytes})
                todo.extend(container.values())
            elif isinstance(container, list):
                container[:] = [self._decrypted(part, number, generation) if type(part) is bytes else part for part in container]
                todo.extend(container)
        return value

    def _decrypted(self, data: bytes, number: int, generation: int) -> bytes:
        try:
            return self._handler.decrypt(number, generation, data)
        except RAISED_BY_DAMAGE:
            return b""


def open_encrypted(file: PdfFile, encrypt: object) -> Decryptor:
    """The decryptor for the empty user password; raises EncryptedDocumentError where that does not open the file."""
    parameters = _resolved(file, encrypt)
    ids = file.array(file.trailer.get("ID"))
    first = file.value(ids[0]) if ids else b""
    version = file.integer(parameters.get("V"))
    handler_class = PDFDocument.security_handler_registry.get(version)
    if handler_class is None or parameters.get("Filter") != "Standard":
        raise _refused(file, "it is encrypted in a way that this reader does not know")
    try:
        handler = handler_class([first if isinstance(first, bytes) else b""], parameters, "")
    except PDFPasswordIncorrect as error:
        raise _refused(file, "it is protected by a password") from error
    except RAISED_BY_DAMAGE as error:
        raise _refused(file, "its encryption is damaged") from error
    return Decryptor(handler)


def _resolved(file: PdfFile, encrypt: object) -> dict[str, object]:
    """The encryption dictionary with its references followed, as deep as crypt filters are nested."""
    parameters = {key: file.value(entry) for key, entry in file.dictionary(encrypt).items()}
    filters = parameters.get("CF")
    if isinstance(filters, dict):
        parameters["CF"] = {
            name: {key: file.value(entry) for key, entry in file.dictionary(crypt).items()} for name, crypt in filters.items()
        }
    return parameters


def _refused(file: PdfFile, fault: str) -> EncryptedDocumentError:
    return EncryptedDocumentError(file.guard.source, fault, REMEDY)
