"""Damaged and hostile PDF files, each with what reading it must come to; with the odd ones of odd_pdf.py they are `CASES`.

A case that the reader once failed stays here for ever. The person in them, and every word, is made up.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator

from tests.parsers.odd_pdf import HELLO, HIDING, LINE, ODD, Case
from tests.parsers.pdf_files import PdfFile, encrypted, lines, one_page, paged, show

DAMAGED = ("damaged",)
PARTIAL = ("partial_text",)
_THREE = [lines("First page of bread", LINE), lines("Second page of cake"), lines("Third page of pies")]


def _made(content: str | bytes, change: Callable[[PdfFile], object]) -> Callable[[], bytes]:
    def make() -> bytes:
        file = one_page(content)
        change(file)
        return file.written()

    return make


def _replaced(number: int, old: bytes, new: bytes) -> Callable[[PdfFile], object]:
    def change(file: PdfFile) -> None:
        assert old in file.objects[number]
        file.objects[number] = file.objects[number].replace(old, new)

    return change


def _content(raw: bytes, attributes: str = "") -> Callable[[], bytes]:
    return lambda: paged([raw], filters=attributes).written()


def _bomb(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


def _forms(count: int, draws: int, last: str) -> Callable[[PdfFile], object]:
    """Forms of which each draws the next `draws` times."""

    def change(file: PdfFile) -> None:
        _replaced(4, b"/Font", b"/XObject << /X 6 0 R >> /Font")(file)
        for level in range(count):
            number = 6 + level
            target = number + 1 if level < count - 1 else 0
            content = "/X Do " * draws if target else last
            resources = f"/XObject << /X {target} 0 R >>" if target else ""
            attributes = f"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << {resources} /Font << /F1 3 0 R >> >>"
            file.stream(content, attributes, number)

    return change


def _deep_tree(depth: int) -> bytes:
    file = PdfFile()
    file.add("<< /Type /Catalog /Pages 2 0 R >>")
    for level in range(depth):
        file.add(f"<< /Type /Pages /Kids [{level + 3} 0 R] /Count 1 >>")
    file.add(f"<< /Type /Page /MediaBox [0 0 612 792] /Contents {depth + 3} 0 R >>")
    file.stream(HELLO)
    return file.written()


def _composite(inner: str, objects: Callable[[PdfFile], object] = lambda file: None) -> Callable[[], bytes]:
    def make() -> bytes:
        file = paged([HELLO + "BT /F2 11 Tf 72 600 Td <00410042> Tj ET"], resources="")
        file.objects[4] = file.objects[4].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 6 0 R")
        file.add("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>", 6)
        file.add(f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own {inner} >>", 7)
        file.stream("1 beginbfrange <0000> <00FF> <0000> endbfrange", number=8)
        objects(file)
        return file.written()

    return make


def _circular_previous() -> bytes:
    data = one_page(HELLO).written()
    start = data.rindex(b"xref\n0 1")
    return data.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % start)


def _without(data: bytes, words: bytes) -> bytes:
    return data[: data.rindex(words)]


def _many_boxes(count: int) -> str:
    return "".join(show(f"w{index}", 20 + index * 37 % 560, 650 - index * 53 % 600, 4) for index in range(count))


def _cut(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


_LIMIT = "limit_exceeded"
_FLATE = "/Filter /FlateDecode"

DAMAGE = (
    Case("every offset shifted", lambda: one_page(HELLO).written(shift=7), codes=DAMAGED),
    Case("offsets of two objects exchanged", lambda: _exchanged(), codes=DAMAGED),
    Case("a length too small", _made("", lambda file: file.stream(HELLO, number=5, length="10"))),
    Case("a length too large", _made("", lambda file: file.stream(HELLO, number=5, length="99999"))),
    Case("a length that is its own stream", _made("", lambda file: file.stream(HELLO, number=5, length="5 0 R"))),
    Case("no trailer", lambda: _without(one_page(HELLO).written(), b"trailer"), codes=("truncated",)),
    Case("no cross-reference table", lambda: _without(one_page(HELLO).written(), b"xref\n0 1"), codes=("truncated",)),
    Case("an offset beyond the file", lambda: one_page(HELLO).written(end="999\n%%EOF\n"), codes=DAMAGED),
    Case("a table that points to itself", _circular_previous),
    Case("no page tree", _made(HELLO, _replaced(1, b"/Pages 2 0 R", b"")), codes=DAMAGED),
    Case("a page tree that holds itself", _made(HELLO, _replaced(2, b"[4 0 R]", b"[2 0 R 4 0 R 2 0 R]"))),
    Case("a page that is nowhere", _made(HELLO, _replaced(2, b"[4 0 R]", b"[4 0 R 99 0 R]")), codes=PARTIAL),
    Case("one bad page of three", lambda: _bad_second_page(), shown=("First page of bread", "Third page of pies"), codes=PARTIAL),
    Case(
        "one page of three cut off",
        lambda: _short_second_page(),
        shown=("First page of bread", "Second page", "Third page of pies"),
        codes=PARTIAL,
    ),
    Case(
        "cut off in its last page",
        lambda: _cut(paged([*_THREE, lines(*["Words of the last page"] * 40)]).written(), 0.6),
        shown=("First page of bread", "Second page of cake", "Third page of pies"),
        codes=("partial_text", "truncated"),
    ),
    Case("a deflated page whose end is missing", _content(zlib.compress((HELLO + _many_boxes(200)).encode())[:-30], _FLATE), codes=PARTIAL),
    Case(
        "a deflated page with changed bytes",
        _content(zlib.compress((HELLO + show("Sold cake", y=90)).encode(), 0).replace(b"cake", b"lake"), _FLATE),
        codes=PARTIAL,
    ),
    Case("a large deflated page cut short", lambda: _large_cut(), codes=PARTIAL),
    Case(
        "an object that refers to itself",
        _made(HELLO, lambda file: (file.add("6 0 R", 6), _replaced(4, b"/Contents", b"/Thumb 6 0 R /Contents")(file))),
    ),
    Case(
        "resources that refer to themselves",
        _made(HELLO, lambda file: (file.add("6 0 R", 6), _replaced(4, b"/Font << /F1 3 0 R >>", b"/Font 6 0 R")(file))),
    ),
    Case("a page content that refers to itself", _made(HELLO, lambda file: file.add("5 0 R", 5)), error="no_text"),
    Case("an object stream inside itself", lambda: one_page(HELLO).written_compressed(inside_itself=True), codes=DAMAGED),
    Case(
        "a form that draws itself",
        _made(
            HELLO + "/X Do",
            lambda file: (
                _replaced(4, b"/Font", b"/XObject << /X 6 0 R >> /Font")(file),
                file.stream("/X Do", "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>", 6),
            ),
        ),
    ),
    Case("a font without anything", _made(HELLO, lambda file: file.add("<< >>", 3))),
    Case("a font of the wrong kind", _made(HELLO, lambda file: file.add("[1 2 3]", 3))),
    Case(
        "a composite font without a descendant",
        _made(
            HELLO + "BT /F2 9 Tf 72 500 Td <0041> Tj ET",
            lambda file: (
                _replaced(4, b"/F1 3 0 R", b"/F1 3 0 R /F2 6 0 R")(file),
                file.add("<< /Type /Font /Subtype /Type0 /DescendantFonts [] >>", 6),
            ),
        ),
        codes=("unmapped_glyphs",),
    ),
    Case(
        "a damaged embedded font",
        _made(
            HELLO,
            lambda file: (
                file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Own /FontDescriptor 6 0 R >>", 3),
                file.add("<< /Type /FontDescriptor /FontFile3 7 0 R >>", 6),
                file.stream(b"\1\0\4\4" + b"\xff" * 99, "/Subtype /Type1C", 7),
            ),
        ),
    ),
    Case(
        "a font matrix of noughts",
        _made(
            HELLO,
            lambda file: file.add(
                "<< /Type /Font /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /FontBBox [0 0 0 0] /Encoding /WinAnsiEncoding >>", 3
            ),
        ),
    ),
    Case("a page without size", _made(HELLO, _replaced(2, b"/MediaBox [0 0 612 792]", b"/MediaBox [0 0 0 0]"))),
    Case("no text but pictures", lambda: _scan(), error="no_text"),
    Case("an empty page", lambda: one_page("").written(), error="no_text"),
    Case("letters that no map explains", lambda: _unexplained(), error="no_text"),
    Case("text that is hidden throughout", lambda: one_page(f"3 Tr {HELLO}").written(), error="no_text"),
    Case("a wrong password", lambda: encrypted(HELLO, b"sesame"), error="encrypted"),
    Case(
        "a broken encryption dictionary",
        _made(HELLO, lambda file: setattr(file, "trailer", "/Encrypt << /Filter /Standard /V 2 >>")),
        error="encrypted",
    ),
    Case(
        "encryption by an unknown method",
        _made(HELLO, lambda file: setattr(file, "trailer", "/Encrypt << /Filter /Own /V 9 >>")),
        error="encrypted",
    ),
    Case("only a header", lambda: b"%PDF-1.7\n", error="corrupt"),
    Case("words that are no PDF", lambda: b"%PDF-1.4 " + b"plain words " * 400, error="corrupt"),
    Case("an unpacking filter that is unknown", _content(HELLO.encode(), "/Filter /OwnDecode"), error="no_text"),
)

BOMBS = (
    Case("a deflate bomb", _content(_bomb(60_000_000), _FLATE), error=_LIMIT),
    Case("a double deflate bomb", _content(zlib.compress(_bomb(600_000_000), 9), "/Filter [/FlateDecode /FlateDecode]"), error=_LIMIT),
    Case("run lengths, deflated", _content(zlib.compress(b"\x81 " * 500_000), "/Filter [/FlateDecode /RunLengthDecode]"), error=_LIMIT),
    Case(
        "a predictor of a thousand million columns",
        _content(zlib.compress(b"\2" + HELLO.encode()), f"{_FLATE} /DecodeParms << /Predictor 12 /Columns 1000000000 >>"),
    ),
    Case("twenty-six filters", _content(HELLO.encode(), f"/Filter [{'/Crypt ' * 26}]"), error=_LIMIT),
    Case(
        "a map over four thousand million codes",
        _composite("", lambda file: file.stream("1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange", number=8)),
        error=_LIMIT,
    ),
    Case("widths for two thousand million characters", _composite("/W [0 2000000000 500]"), error=_LIMIT),
    Case("a table of four thousand million objects", lambda: one_page(HELLO).written_compressed("0 4294967295")),
    Case(
        "a table of many objects and no pages",
        lambda: one_page(HELLO).written_compressed("0 4294967295").replace(b"/Root 1 0 R", b"/Wood 1 0 R"),
        codes=DAMAGED,
    ),
    Case("forms that draw each other ten thousand million times", _made("/X Do", _forms(10, 10, HELLO)), error=_LIMIT),
    Case("forms nested a hundred deep", _made(HELLO + "/X Do", _forms(100, 1, show("x")))),
    Case("a page tree five thousand deep", lambda: _deep_tree(5_000), error=_LIMIT),
    Case(
        "an array nested a hundred thousand deep on a page",
        _content((HELLO + "[" * 100_000 + "]" * 100_000 + " TJ").encode()),
        error=_LIMIT,
    ),
    Case(
        "an object nested a hundred thousand deep",
        _made(
            HELLO, lambda file: (file.add("[" * 100_000 + "]" * 100_000, 6), _replaced(4, b"/Contents", b"/Annots 6 0 R /Contents")(file))
        ),
        error=_LIMIT,
    ),
    Case("saved states without end", _content(b"q " * 300_000 + HELLO.encode())),
    Case("five thousand boxes of text", _content(_many_boxes(5_000).encode() + HELLO.encode())),
    Case(
        "more characters than a page may hold",
        _content(("BT /F1 9 Tf 72 700 Td " + f"({'bread ' * 500}) Tj " * 40 + "ET").encode()),
        error=_LIMIT,
    ),
    Case("more pages than allowed", lambda: paged(["0 g"] * 301).written(), error=_LIMIT),
    Case("a string that never ends", _content(HELLO.encode() + b"(" * 300_000)),
    Case("inline pictures without end", _content(b"BI " * 100_000 + HELLO.encode())),
    Case("a name of a million letters", _content(HELLO.encode() + b"/" + b"n" * 1_000_000 + b" gs")),
    Case("an array of millions of numbers", _content(HELLO.encode() + b"[" + b"0 " * 3_000_000 + b"] TJ"), error=_LIMIT),
    Case(
        "pictures by the thousand",
        _made(
            "/X Do " * 5_000 + HELLO,
            lambda file: (
                _replaced(4, b"/Font", b"/XObject << /X 6 0 R >> /Font")(file),
                file.stream(b"\0", "/Subtype /Image /Width 1 /Height 1", 6),
            ),
        ),
        error=_LIMIT,
    ),
    Case(
        "shapes by the ten thousand under pale text",
        _content(b"0 0 1 1 re f " * 60_000 + b".95 g " + HELLO.encode() + b"0 g " + HELLO.encode()),
        codes=("hidden_text",),
    ),
)

CASES = (*ODD, *HIDING, *DAMAGE, *BOMBS)


def _exchanged() -> bytes:
    data = one_page(HELLO).written()
    entries = [line for line in data.split(b"\n") if line.endswith(b" 00000 n ")]
    return data.replace(entries[3], b"?").replace(entries[4], entries[3]).replace(b"?", entries[4])


def _bad_second_page() -> bytes:
    file = paged(_THREE)
    file.add("<< /Nothing true >>", 7)
    return file.written()


def _short_second_page() -> bytes:
    file = paged(_THREE)
    raw = zlib.compress(("BT /F1 11 Tf 72 700 Td (Second page) Tj ET " + "0 g " * 500).encode(), 0)
    file.stream(raw[: len(raw) // 2], "/Filter /FlateDecode", 7)
    return file.written()


def _large_cut() -> bytes:
    """A stream of the kind that took pdfminer more than twenty seconds: large, hard to compress, its end missing."""
    noise = random.Random(7)
    filling = b"".join(b"%% %032x\n" % noise.getrandbits(128) for _ in range(60_000))
    return paged([zlib.compress(HELLO.encode() + filling)[:-1000]], filters="/Filter /FlateDecode").written()


def _scan() -> bytes:
    file = one_page("q 612 0 0 792 0 0 cm /Im Do Q", "/XObject << /Im 6 0 R >>")
    file.stream(b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", 6)
    return file.written()


def _unexplained() -> bytes:
    names = " ".join(f"{code} /g{code}x" for code in range(32, 127))
    file = one_page(HELLO)
    file.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Own /Encoding << /Differences [{names}] >> >>", 3)
    return file.written()


def mutated(seed: int, count: int) -> Iterator[bytes]:
    """So many files made from the cases by changing, cutting, repeating and exchanging bytes at random; the same for the same seed."""
    chance = random.Random(seed)
    sources = [case.make() for case in (*ODD[:24], *HIDING[:12], *DAMAGE[:20])]
    for _ in range(count):
        data = bytearray(chance.choice(sources))
        for _ in range(chance.choice((1, 1, 2, 4, 12))):
            place = chance.randrange(len(data) + 1)
            size = chance.choice((1, 1, 2, 8, 60))
            kind = chance.randrange(6)
            if kind == 0:
                data[place : place + size] = chance.randbytes(size)
            elif kind == 1:
                del data[place : place + size]
            elif kind == 2:
                data[place:place] = data[place : place + size * 4]
            elif kind == 3:
                other = chance.choice(sources)
                start = chance.randrange(len(other))
                data[place:place] = other[start : start + size * 8]
            elif kind == 4:
                data[place : place + 1] = chance.choice((b"0", b"9999999999", b"-1", b"<<", b"[", b"(", b"/", b" 1 0 R ", b"endobj"))
            elif len(data) > 40:
                del data[max(20, place) :]
        yield bytes(data)
