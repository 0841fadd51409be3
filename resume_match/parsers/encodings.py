"""Bytes of a text file as characters: which encoding they are in, and what had to be repaired."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resume_match.model import Diagnostic, DiagnosticCode

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_REPAIRS = 100
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
# UTF-8 that was read as Windows-1252 and saved again: a lead byte's character, then characters of the bytes 80 to BF. Of two only those
# that no language puts side by side: a word may well end in "Ã" before a quotation mark.
_CONTINUATION = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0))
_SELDOM = re.escape("".join(character for character in _CONTINUATION if character not in "‘’“”–—‹›«»…"))
_MISREAD = re.compile(f"[\u00c2\u00c3][{_SELDOM}]|[\u00e2-\u00ef][{re.escape(_CONTINUATION)}]{{2}}")
_CERTAIN = re.compile("[\u00a0-\u017f\u2010-\u2044\u20ac\u2122\u2190-\u21ff\u2500-\u27bf\ufb00-\ufb06\ufeff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and what is worth knowing about how they were read."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of bytes in UTF-8, UTF-16 or UTF-32, else in Windows-1252, the encoding of old Western text files.

    A diagnostic tells when the encoding was guessed, when single bytes were repaired, and how many characters were lost.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _repaired(data.decode(encoding, errors="replace"), None)
    guessed = _unmarked_utf16(data)
    if guessed is not None:
        return _repaired(data.decode(guessed, errors="replace"), "The file does not name its encoding; it was read as UTF-16.")
    try:
        return _repaired(data.decode("utf-8"), None)
    except UnicodeDecodeError:
        mixed = _mostly_utf8(data)
    if mixed is not None:
        return _repaired(mixed, "Some bytes of the file are not UTF-8; these were read as Windows-1252.")
    return _repaired(data.decode("cp1252", errors="replace"), "The file is not UTF-8; it was read as Windows-1252.")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 by the place of its NUL bytes, or None for bytes that hold hardly any."""
    sample = data[:4096]
    if sample.count(0) < 0.2 * len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _mostly_utf8(data: bytes) -> str | None:
    """Text in UTF-8 with a few bytes of Windows-1252 among it; None where it is rather the latter throughout."""
    parts: list[str] = []
    start = repairs = 0
    while True:
        try:
            parts.append(data[start:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            repairs += 1
            if repairs > _MOST_REPAIRS:
                return None
            bad = data[start + error.start : start + error.end]
            parts.extend((data[start : start + error.start].decode("utf-8"), bad.decode("cp1252", errors="replace")))
            start += error.end
    return "".join(parts) if len(_MULTIBYTE.findall(data)) > 2 * repairs else None


def _repaired(text: str, message: str | None) -> Decoded:
    """The text with misread sequences such as "â€™" put right, and the diagnostics of all that was done."""
    repairs = 0

    def put_right(match: re.Match[str]) -> str:
        nonlocal repairs
        raw = b"".join(character.encode("cp1252") if ord(character) > 0xFF else bytes([ord(character)]) for character in match.group())
        try:
            character = raw.decode("utf-8")
        except UnicodeDecodeError:
            return match.group()
        if not _CERTAIN.fullmatch(character):
            return match.group()
        repairs += 1
        return character

    repaired = text if text.isascii() else _MISREAD.sub(put_right, text)
    found: list[Diagnostic] = []
    lost = repaired.count("\ufffd")
    if message is not None:
        found.append(Diagnostic(DiagnosticCode.ENCODING, message))
    if repairs:
        note = f"{repairs} characters were misread when the file was saved (such as “â€™” for an apostrophe) and have been put right."
        found.append(Diagnostic(DiagnosticCode.ENCODING, note))
    if lost:
        share = f"{lost / len(repaired):.1%}"
        found.append(Diagnostic(DiagnosticCode.ENCODING, f"{lost} characters could not be decoded ({share} of the text).", lost=lost))
    return Decoded(repaired, tuple(found))
