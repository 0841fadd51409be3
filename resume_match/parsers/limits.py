"""How much of a file the readers take: one frozen value, on by default, adjustable in both directions.

The bounded zip reader and the budget that every reader draws on live here too, so that no reader counts for itself.
"""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from resume_match.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError

_CHUNK = 65_536
_RAISED_BY_ZIPFILE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
)
"""What zipfile raises on damaged archives: none but the first is documented."""


class PdfSource(StrEnum):
    """Who reads the characters of a PDF page: our own interpreter, or pdfium (extra `fast`)."""

    OWN = "own"
    PDFIUM = "pdfium"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is read besides its limits: `html` allows HTML, `pdf_source` says who reads the characters of a PDF page."""

    html: bool = False
    pdf_source: PdfSource = PdfSource.OWN


USUAL_MANNER = Manner()


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may hold or cost; exceeding one raises LimitExceededError. Sizes in bytes, times in seconds.

    `xml_nodes` bounds the tags and attributes of all XML parts together, an attribute counting twice: an empty paragraph takes 6 bytes in
    the file and 120 in memory, an attribute 5 and 220. A page of text written by Word counts about 5,000.
    """

    file_bytes: int = 20_000_000
    inflated_xml_bytes: int = 30_000_000
    zip_members: int = 10_000
    inflation_ratio: int = 200
    inflation_ratio_from_bytes: int = 10_000_000
    xml_depth: int = 256
    xml_nodes: int = 2_000_000
    pdf_stream_bytes: int = 50_000_000
    pdf_stream_filters: int = 25
    pages: int = 300
    page_characters: int = 100_000
    characters: int = 1_000_000
    pdf_object_depth: int = 500
    pdf_form_draws_per_page: int = 2_000
    font_map_entries: int = 65_536
    seconds: float = 10.0
    memory_bytes: int = 300_000_000


DEFAULT_LIMITS = Limits()


class Budget:
    """What reading one file may still cost; each method raises LimitExceededError once its limit is passed."""

    __slots__ = ("_characters", "_deadline", "_inflated", "_nodes", "limits", "source")

    def __init__(self, source: str, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self._deadline = time.monotonic() + limits.seconds
        self._characters = 0
        self._inflated = 0
        self._nodes = 0

    def exceeded(self, what: str, field: str) -> LimitExceededError:
        """The error that names the limit: `what` is the fault, `field` the setting that allows more."""
        return LimitExceededError(
            self.source,
            what,
            f"A resume needs far less; save it anew, or allow more with Limits({field}=...) if you trust the file",
        )

    def check_time(self) -> None:
        """Return while there is time left."""
        if time.monotonic() > self._deadline:
            raise self.exceeded(f"reading took longer than {self.limits.seconds:g} seconds", "seconds")

    def count_characters(self, count: int) -> None:
        """Count characters of text kept."""
        self._characters += count
        if self._characters > self.limits.characters:
            raise self.exceeded(f"it holds more than {self.limits.characters:,} characters of text", "characters")

    def count_inflated(self, count: int) -> None:
        """Count bytes of XML as they come out of the archive."""
        self._inflated += count
        if self._inflated > self.limits.inflated_xml_bytes:
            raise self.exceeded(f"its parts unpack to more than {self.limits.inflated_xml_bytes:,} bytes", "inflated_xml_bytes")

    def count_nodes(self, count: int) -> None:
        """Count tags and attributes of XML before they are parsed."""
        self._nodes += count
        if self._nodes > self.limits.xml_nodes:
            raise self.exceeded(f"its parts hold more than {self.limits.xml_nodes:,} XML tags and attributes", "xml_nodes")


def check_file_size(size: int, source: str, limits: Limits) -> None:
    """Raise LimitExceededError when a file of `size` bytes is too large to be read."""
    if size > limits.file_bytes:
        raise Budget(source, limits).exceeded(f"the file is larger than {limits.file_bytes:,} bytes", "file_bytes")


class BoundedZip:
    """The members of a zip archive, inflated one by one and only when asked for.

    Names are compared without regard to case and with "/" between folders, as the packaging standard of Office files demands. Only stored
    and deflated members are read: the sizes an archive declares may lie, and only these two methods can be stopped on the way.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        self._budget = budget
        limits = budget.limits
        # Counted before zipfile builds an object for each: 20 MB hold 400,000 entries.
        if content.count(b"PK\x01\x02") > limits.zip_members:
            raise budget.exceeded(f"the archive holds more than {limits.zip_members:,} members", "zip_members")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _RAISED_BY_ZIPFILE as error:
            raise self._damaged("its archive cannot be opened") from error
        self._members = {_member_name(member.filename): member for member in self._archive.infolist()}

    def _damaged(self, fault: str) -> CorruptDocumentError:
        return CorruptDocumentError(self._budget.source, fault, "Open it in a word processor and save it anew")

    def __contains__(self, name: str) -> bool:
        return _member_name(name) in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in the order of the archive's directory."""
        return tuple(self._members)

    def packed_size(self, name: str) -> int:
        """The bytes that a member takes in the archive; 0 where there is none of that name."""
        member = self._members.get(_member_name(name))
        return 0 if member is None else member.compress_size

    def read(self, name: str) -> bytes:
        """The content of one member.

        KeyError if there is none; CorruptDocumentError if it is damaged; EncryptedDocumentError if it needs a password.
        """
        member = self._members[_member_name(name)]
        if member.flag_bits & 0x1:
            raise EncryptedDocumentError(self._budget.source, "it is locked with a password", "Save it without a password and try again")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged(f"it is packed with a method that Office does not use (method {member.compress_type})")
        try:
            with self._archive.open(member) as stream:
                return self._drain(stream, max(member.compress_size, 1))
        except _RAISED_BY_ZIPFILE as error:
            raise self._damaged("one of its parts is damaged") from error

    def _drain(self, stream: IO[bytes], packed_size: int) -> bytes:
        chunks: list[bytes] = []
        size = 0
        limits = self._budget.limits
        while chunk := stream.read(_CHUNK):
            self._budget.check_time()
            self._budget.count_inflated(len(chunk))
            size += len(chunk)
            if size > limits.inflation_ratio_from_bytes and size > packed_size * limits.inflation_ratio:
                raise self._budget.exceeded(f"a part unpacks to more than {limits.inflation_ratio} times its size", "inflation_ratio")
            chunks.append(chunk)
        return b"".join(chunks)


def _member_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
