"""Every error that this library raises, in one tree.

    ResumeMatchError
      DocumentError              this file gives no report
        EmptyFileError           empty_file
        UnsupportedFormatError   unsupported_format
        CorruptDocumentError     corrupt
        EncryptedDocumentError   encrypted
        NoTextError              no_text
        UnsafeDocumentError      unsafe_content
        LimitExceededError       limit_exceeded
        ReaderCrashedError       reader_crashed
        ReaderUnavailableError   reader_unavailable
      DataError                  a profile, posting or lexicon file is wrong
        ProfileNotFoundError
      SourceMismatchError        annotate_docx was offered another file than the report's

Wrong arguments are TypeError or ValueError; a missing path stays FileNotFoundError and a folder IsADirectoryError.
"""

from __future__ import annotations


class ResumeMatchError(Exception):
    """The root of every error that this library raises on purpose."""


class DocumentError(ResumeMatchError):
    """A file gives no report: `source` is its base name, `code` a stable word for machines, `remedy` what to do about it.

    The message names the file, the fault and the remedy, and never holds text of the file.
    """

    code = "corrupt"

    def __init__(self, source: str, fault: str, remedy: str) -> None:
        super().__init__(source, fault, remedy)
        self.source = source
        self.fault = fault
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.source}: {self.fault}. {self.remedy}"


class EmptyFileError(DocumentError):
    """The file holds no bytes."""

    code = "empty_file"


class UnsupportedFormatError(DocumentError):
    """By its content the file is neither a PDF, nor a Word document, nor text; the message names what it looks like."""

    code = "unsupported_format"


class CorruptDocumentError(DocumentError):
    """The file is damaged beyond reading; `__cause__` is what the library below raised."""

    code = "corrupt"


class EncryptedDocumentError(DocumentError):
    """The file needs a password (one that opens with the empty user password is read)."""

    code = "encrypted"


class NoTextError(DocumentError):
    """The file was read and holds no words: most often a scan, which needs OCR first."""

    code = "no_text"


class UnsafeDocumentError(DocumentError):
    """The file holds what no resume needs and attackers use: a DOCTYPE or an external entity."""

    code = "unsafe_content"


class LimitExceededError(DocumentError):
    """The file is larger, deeper or slower to read than the limits allow."""

    code = "limit_exceeded"


class ReaderCrashedError(DocumentError):
    """The isolated reader died on the file: by its fault, or because something else ended the process."""

    code = "reader_crashed"


class ReaderUnavailableError(DocumentError):
    """No isolated reader could be started: no fault of the file, which may be read at another time."""

    code = "reader_unavailable"


class DataError(ResumeMatchError):
    """A profile, posting or lexicon file is wrong: `file` names it, `faults` lists every fault with its key and remedy."""

    def __init__(self, file: str, faults: tuple[str, ...]) -> None:
        super().__init__(file, faults)
        self.file = file
        self.faults = faults

    def __str__(self) -> str:
        return "\n  ".join((f"{self.file}: {len(self.faults)} fault{'s' if len(self.faults) != 1 else ''}", *self.faults))


class ProfileNotFoundError(DataError):
    """No bundled profile has that name and no file that path; `faults` lists the names that exist."""


class SourceMismatchError(ResumeMatchError):
    """The file offered for annotation is not the one that the report was made from."""

    def __init__(self, source: str, expected_sha256: str, found_sha256: str) -> None:
        super().__init__(source, expected_sha256, found_sha256)
        self.source = source
        self.expected_sha256 = expected_sha256
        self.found_sha256 = found_sha256

    def __str__(self) -> str:
        return (
            f"{self.source}: not the file of this report (SHA-256 {self.found_sha256[:12]}, expected {self.expected_sha256[:12]}). "
            "Match this file first, or offer the file that was matched."
        )
