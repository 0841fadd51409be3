"""The characters by code of fonts of one-byte codes: predefined, listed as differences, or inside an embedded font program."""

from __future__ import annotations

from io import BytesIO

from pdfminer.encodingdb import EncodingDB, name2unicode
from pdfminer.pdffont import CFFFont, Type1FontHeaderParser

from resume_match.parsers.pdf.damage import RAISED_BY_DAMAGE
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.objects import Name
from resume_match.parsers.pdf.symbols import tex_text

_LONGEST_HEADER = 65_536


def read_encoding(file: PdfFile, spec: dict[str, object]) -> dict[int, str]:
    """The characters by code of a font of one-byte codes."""
    stated = file.value(spec.get("Encoding"))
    usual = "WinAnsiEncoding" if spec.get("Subtype") == "TrueType" else "StandardEncoding"
    if isinstance(stated, Name):
        return _named_encoding(str(stated))
    descriptor = file.dictionary(spec.get("FontDescriptor"))
    built_in = _built_in(file, descriptor)
    if not isinstance(stated, dict):
        return built_in or _named_encoding(usual)
    base = file.name(stated.get("BaseEncoding"))
    encoding = dict(_named_encoding(base or usual)) if base or not built_in else dict(built_in)
    code = 0
    for entry in file.array(stated.get("Differences")):
        entry = file.value(entry)
        if isinstance(entry, Name):
            encoding[code] = _glyph_text(str(entry)) or (tex_text(str(entry)) if spec.get("Subtype") == "Type3" else "")
            code += 1
        elif isinstance(entry, int):
            code = entry
    return encoding


def _named_encoding(name: str) -> dict[int, str]:
    """A predefined encoding; in WinAnsi the codes without a character draw a bullet (PDF 32000-1, Annex D.2)."""
    encoding = EncodingDB.get_encoding(name)
    if name != "WinAnsiEncoding":
        return encoding
    return {**dict.fromkeys(range(0x7F, 0x100), "•"), **encoding, 0xA0: " ", 0xAD: "-"}


def _glyph_text(name: str) -> str:
    try:
        return name2unicode(name)
    except RAISED_BY_DAMAGE:
        return ""


def _built_in(file: PdfFile, descriptor: dict[str, object]) -> dict[int, str]:
    """The encoding inside an embedded Type 1 or CFF font program, empty where there is none or it is damaged."""
    plain, compact = file.stream(descriptor.get("FontFile")), file.stream(descriptor.get("FontFile3"))
    try:
        if plain is not None:
            length = min(file.integer(plain.attributes.get("Length1"), _LONGEST_HEADER), _LONGEST_HEADER)
            return Type1FontHeaderParser(BytesIO(file.decoded(plain).data[:length])).get_encoding()
        if compact is not None and file.name(compact.attributes.get("Subtype")) == "Type1C":
            font = CFFFont("", BytesIO(file.decoded(compact).data))
            names = {code: font.gid2name.get(glyph, "") for code, glyph in font.code2gid.items()}
            return {code: text for code, name in names.items() if (text := _glyph_text(_as_text(name)))}
    except RAISED_BY_DAMAGE:
        return {}
    return {}


def _as_text(name: str | bytes) -> str:
    return name.decode("latin-1") if isinstance(name, bytes) else name
