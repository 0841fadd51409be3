"""A small PDF writer for tests: whole files from objects, with every part open to being made wrong."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
KEY_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def show(text: str, x: float = 72, y: float = 700, size: float = 11) -> str:
    """Operators that show a line of text at a place."""
    plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({plain}) Tj ET\n"


def lines(*texts: str, x: float = 72, y: float = 700, size: float = 11, step: float = 14) -> str:
    """Operators that show lines of text below each other."""
    return "".join(show(text, x, y - step * index, size) for index, text in enumerate(texts))


class PdfFile:
    """Objects by number, and how they are to be written."""

    def __init__(self) -> None:
        self.objects: dict[int, bytes] = {}
        self.trailer = ""
        self.version = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

    def add(self, body: str | bytes, number: int | None = None) -> int:
        """Puts an object in and gives its number."""
        number = number or max(self.objects, default=0) + 1
        self.objects[number] = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def stream(self, content: str | bytes, attributes: str = "", number: int | None = None, length: str | None = None) -> int:
        """Puts a stream in and gives its number; `length` overrules the true one."""
        raw = content.encode("latin-1") if isinstance(content, str) else content
        head = f"<< {attributes} /Length {len(raw) if length is None else length} >>\nstream\n".encode("latin-1")
        return self.add(head + raw + b"\nendstream", number)

    def written(self, shift: int = 0, end: str = "\n%%EOF\n") -> bytes:
        """The file with a cross-reference table; `shift` makes every offset wrong by so many bytes."""
        out = bytearray(self.version)
        offsets: dict[int, int] = {}
        for number, body in self.objects.items():
            offsets[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for number, offset in offsets.items():
            out += b"%d 1\n%010d 00000 n \n" % (number, offset + shift)
        out += f"trailer\n<< /Size {max(self.objects) + 1} /Root 1 0 R {self.trailer} >>\nstartxref\n{start + shift}{end}".encode("latin-1")
        return bytes(out)

    def written_compressed(self, index: str | None = None, inside_itself: bool = False) -> bytes:
        """The file as since PDF 1.5: dictionaries in an object stream, offsets in a cross-reference stream."""
        loose = {number: body for number, body in self.objects.items() if b"stream" not in body}
        packed = b"".join(body + b" " for body in loose.values())
        places, position = [], 0
        for number, body in loose.items():
            places.append(f"{number} {position}")
            position += len(body) + 1
        header = " ".join(places).encode("latin-1") + b" "
        holder = max(self.objects) + 1
        own = PdfFile()
        own.objects = {number: body for number, body in self.objects.items() if number not in loose}
        own.stream(zlib.compress(header + packed), f"/Type /ObjStm /N {len(loose)} /First {len(header)} /Filter /FlateDecode", holder)
        out = bytearray(self.version)
        rows: dict[int, bytes] = {0: b"\0\0\0\0\0\0"}
        for number, body in own.objects.items():
            rows[number] = b"\1" + len(out).to_bytes(4, "big") + b"\0"
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        for place, number in enumerate(loose):
            rows[number] = b"\2" + holder.to_bytes(4, "big") + bytes((place,))
        if inside_itself:
            rows[holder] = b"\2" + holder.to_bytes(4, "big") + b"\0"
        start = len(out)
        rows[holder + 1] = b"\1" + start.to_bytes(4, "big") + b"\0"
        table = zlib.compress(b"".join(rows[number] for number in sorted(rows)))
        spread = index or f"0 {holder + 2}"
        head = f"<< /Type /XRef /Size {holder + 2} /Index [{spread}] /W [1 4 1] /Root 1 0 R /Filter /FlateDecode"
        out += f"{holder + 1} 0 obj\n{head} /Length {len(table)} >>\nstream\n".encode("latin-1") + table
        return bytes(out + f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode())


def paged(
    contents: Sequence[str | bytes], resources: str = "", page: str = "", catalog: str = "", filters: str = "", font: str = FONT
) -> PdfFile:
    """A file of a page for each content stream. Objects: 1 catalog, 2 page tree, 3 font; then pages and contents in pairs."""
    file = PdfFile()
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(contents)))
    file.add(f"<< /Type /Catalog /Pages 2 0 R {catalog} >>")
    file.add(f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} /MediaBox [0 0 612 792] >>")
    file.add(font)
    for index, content in enumerate(contents):
        number = 4 + 2 * index
        file.add(
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R /Resources << /Font << /F1 3 0 R >> {resources} >> {page} >>",
            number,
        )
        file.stream(content, filters, number + 1)
    return file


def one_page(content: str | bytes, resources: str = "", page: str = "", catalog: str = "") -> PdfFile:
    """A file of one page: page 4, content 5; further objects from 6 on."""
    return paged([content], resources, page, catalog)


def rc4(key: bytes, data: bytes) -> bytes:
    """RC4, its own inverse."""
    state, swap = list(range(256)), 0
    for index in range(256):
        swap = (swap + state[index] + key[index % len(key)]) & 255
        state[index], state[swap] = state[swap], state[index]
    out, first, second = bytearray(), 0, 0
    for byte in data:
        first = (first + 1) & 255
        second = (second + state[first]) & 255
        state[first], state[second] = state[second], state[first]
        out.append(byte ^ state[(state[first] + state[second]) & 255])
    return bytes(out)


def encrypted(content: str, user_password: bytes = b"", permissions: int = -4) -> bytes:
    """A one-page file encrypted with RC4 at 40 bits (revision 2), for a user password."""
    file = one_page("")
    owner = rc4(hashlib.md5((b"the owner" + KEY_PADDING)[:32]).digest()[:5], (user_password + KEY_PADDING)[:32])
    flags = (permissions & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5((user_password + KEY_PADDING)[:32] + owner + flags + b"identity").digest()[:5]
    object_key = hashlib.md5(key + (5).to_bytes(3, "little") + b"\0\0").digest()[:10]
    file.stream(rc4(object_key, content.encode("latin-1")), number=5)
    entries = f"/Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{rc4(key, KEY_PADDING).hex()}> /P {permissions}"
    file.trailer = f"/Encrypt << {entries} >> /ID [(identity) (identity)]"
    return file.written()


def to_unicode(*sections: str) -> bytes:
    """A ToUnicode map with these sections (`1 beginbfchar <01> <0041> endbfchar`)."""
    body = "\n".join(sections)
    return f"begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n{body}\nendcmap".encode("latin-1")
