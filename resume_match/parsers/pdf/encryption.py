"""Encrypted files: opened with the empty user password or refused; pdfminer knows the algorithms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException

from resume_match.errors import EncryptedDocumentError
from resume_match.parsers.pdf.objects import Stream

if TYPE_CHECKING:
    from resume_match.parsers.pdf.file import PdfFile

REMEDY = "Remove the password (open the file and save or print it without one) and try again"


class _Handler(Protocol):
    def decrypt(self, objid: int, genno: int, data: bytes, attrs: dict[str, object] | None = None) -> bytes: ...

    def is_extractable(self) -> bool: ...


class Decryptor:
    """Decrypts the strings and streams of one file. `restricted` tells that its owner asks for no text extraction."""

    def __init__(self, handler: _Handler, keeps_metadata: bool) -> None:
        self._handler = handler
        self._keeps_metadata = keeps_metadata
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
            slots: list[tuple[object, object]] = []
            if isinstance(container, dict):
                slots = list(container.items())
            elif isinstance(container, list):
                slots = list(enumerate(container))
            for key, part in slots:
                if type(part) is bytes:
                    container[key] = self._decrypted(part, number, generation)  # type: ignore[index]
                elif isinstance(part, dict | list):
                    todo.append(part)
        return value

    def _decrypted(self, data: bytes, number: int, generation: int) -> bytes:
        try:
            return self._handler.decrypt(number, generation, data)
        except (ValueError, IndexError, PDFException):
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
    except (PDFEncryptionError, PDFException, KeyError, TypeError, ValueError, AttributeError, IndexError, AssertionError) as error:
        raise _refused(file, "its encryption is damaged") from error
    return Decryptor(handler, True)


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
