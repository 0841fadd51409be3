"""PDF files that are odd but in order, and files that hide text: what a reader sees is the text, the rest is named."""

from __future__ import annotations

import zlib
from base64 import a85encode
from collections.abc import Callable
from dataclasses import dataclass

from tests.parsers.pdf_files import FONT, PdfFile, encrypted, lines, one_page, paged, show, to_unicode

NAME = "Nora Quill"
LINE = "Led the bakery platform team"
SECRET = "kubernetes terraform"
"""The words that cases hide; none of them may reach the text."""
HELLO = lines(NAME, LINE)
HIDDEN = ("hidden_text",)


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what reading it comes to: an error's code, or a text that holds `shown` in this order, and exactly these diagnostics."""

    name: str
    make: Callable[[], bytes]
    error: str | None = None
    shown: tuple[str, ...] = (NAME, LINE)
    codes: tuple[str, ...] = ()


def _drawn(content: str | bytes, resources: str = "", page: str = "", catalog: str = "") -> Callable[[], bytes]:
    return lambda: one_page(content, resources, page, catalog).written()


def _hides(name: str, content: str, resources: str = "", page: str = "", catalog: str = "") -> Case:
    return Case(name, _drawn(HELLO + content, resources, page, catalog), codes=HIDDEN)


def _with_object(
    content: str, resources: str, objects: Callable[[PdfFile], object], page: str = "", catalog: str = ""
) -> Callable[[], bytes]:
    def make() -> bytes:
        file = one_page(content, resources, page, catalog)
        objects(file)
        return file.written()

    return make


def _image(file: PdfFile, number: int = 6) -> None:
    attributes = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    file.stream(b"\x80", attributes, number)


def _form(content: str, attributes: str = "") -> Callable[[PdfFile], object]:
    return lambda file: file.stream(
        content, f"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> {attributes}", 6
    )


def _filtered(raw: bytes, filters: str) -> Callable[[], bytes]:
    return lambda: paged([raw], filters=filters).written()


def _with_font(content: str | bytes, font: str, objects: Callable[[PdfFile], object] = lambda file: None) -> Callable[[], bytes]:
    def make() -> bytes:
        file = paged([content], font=font)
        objects(file)
        return file.written()

    return make


def _letters(text: str, step: float, size: float = 11, y: float = 700) -> str:
    return "".join(show(letter, 72 + step * index, y, size) for index, letter in enumerate(text) if letter != " ")


def _predicted(raw: bytes, columns: int) -> bytes:
    raw = raw.ljust(-(-len(raw) // columns) * columns, b" ")
    rows = [raw[start : start + columns] for start in range(0, len(raw), columns)]
    above = bytes(columns)
    out = bytearray()
    for row in rows:
        out += b"\2" + bytes((value - up) & 255 for value, up in zip(row, above, strict=True))
        above = row
    return zlib.compress(bytes(out))


def _updated() -> bytes:
    """A file whose content was replaced by an appended part, as editors do."""
    first = one_page(lines("Old words of yesterday")).written()
    start = len(first)
    body = HELLO.encode()
    part = b"5 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(body), body)
    previous = first.rindex(b"xref\n0 1")
    table = (
        f"xref\n5 1\n{start:010d} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev {previous} >>\nstartxref\n{start + len(part)}\n%%EOF\n"
    )
    return first + part + table.encode()


def _field(appearance: bool) -> Callable[[PdfFile], object]:
    def add(file: PdfFile) -> None:
        drawn = "/AP << /N 7 0 R >>" if appearance else ""
        file.add(f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Kept the books) /Rect [72 600 300 615] {drawn} >>", 6)
        if appearance:
            attributes = "/Type /XObject /Subtype /Form /BBox [0 0 228 15] /Resources << /Font << /F1 3 0 R >> >>"
            file.stream(show("Kept the books", 2, 4, 10), attributes, 7)

    return add


_LAYER = "/OCProperties << /OCGs [6 0 R] /D << /{state} [6 0 R] {base} >> >>"
_LAYERED = f"/OC /L1 BDC {show(SECRET, y=500)} EMC"
_PICTURE = "/XObject << /Im 6 0 R >>"
_SHADE = "/ExtGState << /G << /ca {alpha} >> >>"
_MAP = "<< /Type /Font /Subtype /Type1 /BaseFont /Own /FirstChar 0 /LastChar 255 /Widths 6 0 R /ToUnicode 7 0 R >>"


def _mapped(*sections: str) -> Callable[[PdfFile], object]:
    def add(file: PdfFile) -> None:
        file.add("[" + "500 " * 256 + "]", 6)
        file.stream(to_unicode(*sections), number=7)

    return add


_PLAIN_MAP = "1 beginbfrange <20> <7E> <0020> endbfrange"
_TYPE3 = (
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /LastChar 255 "
    "/Widths 6 0 R /CharProcs << >> /Encoding << /Differences [{names}] >> >>"
)
_TEX_NAMES = " ".join(f"{code} /a{code}" for code in range(32, 127))

ODD = (
    Case("a plain file", _drawn(HELLO)),
    Case("an object stream and a cross-reference stream", lambda: one_page(HELLO).written_compressed()),
    Case("junk before the header", lambda: b"Content-Type: application/pdf\r\n\r\n" + one_page(HELLO).written()),
    Case("zeros after the end", lambda: one_page(HELLO).written() + b"\0" * 1500),
    Case("an appended update", _updated),
    Case("content cut in two inside a word", lambda: _split_content()),
    Case("an indirect length", lambda: _indirect_length()),
    Case("a page turned by 90 degrees", _drawn(f"q 0 1 -1 0 612 0 cm {lines(NAME, LINE, y=500)} Q", page="/Rotate 90")),
    Case("a page whose origin lies elsewhere", _drawn(lines(NAME, LINE, x=1072, y=-1300), page="/MediaBox [1000 -2000 1612 -1208]")),
    Case("a page in larger units", _drawn(lines(NAME, LINE, x=7.2, y=70, size=1.1, step=1.4), page="/UserUnit 10 /MediaBox [0 0 62 79]")),
    Case("a scaled text matrix", _drawn(f"BT /F1 1 Tf 11 0 0 11 72 700 Tm ({NAME}) Tj ET " + show(LINE, y=680))),
    Case(
        "a font a thousand times too large, scaled down",
        _drawn(f"q .001 0 0 .001 0 0 cm {lines(NAME, LINE, x=72e3, y=7e5, size=11e3, step=14e3)} Q"),
    ),
    Case("six points", _drawn(lines(NAME, LINE, size=6))),
    Case("white on a dark banner", _drawn(f"0 0 .4 rg 0 650 612 142 re f 1 g {HELLO}")),
    Case(
        "white on a rounded banner",
        _drawn(f"0 g 40 640 m 560 640 l 580 640 580 780 560 780 c 40 780 l 20 780 20 640 40 640 c f 1 g {HELLO}"),
    ),
    Case("white on a banner clipped from a larger shape", _drawn(f"q 30 650 550 130 re W n 0 g 0 0 900 900 re f Q 1 g {HELLO}")),
    # a picture as large as the page, with two short lines on it, may be a scan with a stamp
    Case("white over a picture", _with_object(f"q 612 0 0 792 0 0 cm /Im Do Q 1 g {HELLO}", _PICTURE, _image), codes=("partial_text",)),
    Case("white over half a picture", _with_object(f"q 612 0 0 396 0 396 cm /Im Do Q 1 g {HELLO}", _PICTURE, _image)),
    Case(
        "a page of text over a picture",
        _with_object(f"q 612 0 0 792 0 0 cm /Im Do Q {HELLO}{lines(*[LINE] * 12, y=600)}", _PICTURE, _image),
    ),
    Case("white on a shading", _drawn(f"q 0 600 612 192 re W n /Sh sh Q 1 g {HELLO}", "/Shading << /Sh << /ShadingType 2 >> >>")),
    Case("pale grey that can be read", _drawn(f".7 g {HELLO}")),
    Case("dark on a tinted page", _drawn(f".95 .95 .9 rg 0 0 612 792 re f .2 g {HELLO}")),
    Case(
        "red in a frame cut out of a red shape",
        _drawn(f"q 60 670 300 50 re 62 672 296 46 re W* n 1 0 0 rg 0 0 612 792 re f Q 1 0 0 rg {HELLO}"),
    ),
    Case("half transparent", _drawn(f"/G gs {HELLO}", _SHADE.format(alpha=".5"))),
    Case("under a soft mask", _drawn(f"/G gs 1 g {HELLO}", "/ExtGState << /G << /SMask << /S /Luminosity >> >> >>")),
    Case(
        "ink of a named color",
        _drawn(f"/Ink cs 1 scn {HELLO}", "/ColorSpace << /Ink [/Separation /Spot /DeviceGray << /FunctionType 4 >>] >>"),
    ),
    Case(
        "a layer that is on",
        _with_object(
            HELLO + f"/OC /L1 BDC {show('Baked bread', y=500)} EMC",
            "/Properties << /L1 6 0 R >>",
            lambda file: file.add("<< /Type /OCG /Name (Text) >>", 6),
            catalog=_LAYER.format(state="ON", base=""),
        ),
        shown=(NAME, LINE, "Baked bread"),
    ),
    Case("text in a form", _with_object("/Fm Do", "/XObject << /Fm 6 0 R >>", _form(HELLO))),
    Case(
        "a form field with its appearance",
        _with_object(HELLO, "", _field(True), page="/Annots [6 0 R]"),
        shown=(NAME, LINE, "Kept the books"),
    ),
    Case(
        "a form field that the viewer draws",
        _with_object(HELLO, "", _field(False), page="/Annots [6 0 R]"),
        shown=(NAME, LINE, "Kept the books"),
    ),
    Case("an inline picture", _drawn(f"q 9 0 0 9 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x01\xffEI\x02 EI Q {HELLO}".encode("latin-1"))),
    Case("text coded in base 85", _filtered(a85encode(HELLO.encode()) + b"~>", "/Filter /ASCII85Decode")),
    Case("text coded in hexadecimal", _filtered(HELLO.encode().hex().encode() + b">", "/Filter [/ASCIIHexDecode]")),
    Case("deflated twice", _filtered(zlib.compress(zlib.compress(HELLO.encode())), "/Filter [/FlateDecode /FlateDecode]")),
    Case(
        "rows predicted from the row above",
        _filtered(_predicted(HELLO.encode(), 20), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 20 >>"),
    ),
    Case("lengths of runs", _filtered(b"".join(bytes((0, byte)) for byte in HELLO.encode()) + b"\x80", "/Filter /RunLengthDecode")),
    Case("encrypted with the empty password", lambda: encrypted(HELLO)),
    Case("extraction forbidden by the owner", lambda: encrypted(HELLO, permissions=-20), codes=("restricted",)),
    Case(
        "each letter placed by itself", _with_font(_letters(NAME, 6.6) + _letters(LINE, 6.6, y=680), FONT.replace("Helvetica", "Courier"))
    ),
    Case(
        "words held apart by kerning alone",
        _drawn("BT /F1 11 Tf 72 700 Td [(Nora)-300(Qu)20(ill)] TJ 0 -14 Td [(Led)-280(the)-280(bakery)-280(platform)-280(team)] TJ ET"),
    ),
    Case("a letter-spaced heading", _drawn(HELLO + _letters("EXPERIENCE", 16, y=600)), shown=(NAME, LINE, "EXPERIENCE")),
    Case("a heading spaced by blanks", _drawn(HELLO + show("E D U C A T I O N", y=600)), shown=(NAME, LINE, "EDUCATION")),
    Case("bold by printing twice", _drawn(HELLO + HELLO.replace("72 7", "72.3 7").replace("72 6", "72.3 6"))),
    Case(
        "a word broken at the line's end",
        _drawn(HELLO + lines("We imple-", "mented ovens", y=600)),
        shown=(NAME, LINE, "implemented\novens"),
    ),
    Case(
        "a real hyphen at the line's end",
        _drawn(HELLO + lines("Led cross-", "functional work", y=600)),
        shown=(NAME, LINE, "cross-functional\nwork"),
    ),
    Case(
        "bullets of the Windows encoding",
        _drawn(HELLO + show("\x95 Baked bread", y=600) + show("\x7f Sold cake", y=580)),
        shown=(NAME, LINE, "• Baked bread", "• Sold cake"),
    ),
    Case(
        "ligatures and a soft hyphen in a map",
        _with_font(lines(NAME, LINE, "\x01nd work\x02flow"), _MAP, _mapped(_PLAIN_MAP, "2 beginbfchar <01> <FB01> <02> <00AD> endbfchar")),
        shown=(NAME, LINE, "find workflow"),
    ),
    Case(
        "a map by an array",
        _with_font(lines(NAME, LINE, "\x01\x02"), _MAP, _mapped(_PLAIN_MAP, "1 beginbfrange <01> <02> [<0041> <00420043>] endbfrange")),
        shown=(NAME, LINE, "ABC"),
    ),
    Case(
        "a bitmap font made by TeX", _with_font(HELLO, _TYPE3.format(names=_TEX_NAMES), lambda file: file.add("[" + "500 " * 256 + "]", 6))
    ),
    Case(
        "text turned upward in the margin",
        _drawn(HELLO + "BT /F1 9 Tf 0 1 -1 0 30 400 Tm (Printed in autumn) Tj ET"),
        shown=(NAME, LINE, "Printed in autumn"),
    ),
    Case("a font that is nowhere defined", _drawn(HELLO.replace("/F1", "/F9"))),
    Case("operators with wrong operands", _drawn(f"(x) cm /a /b Td 1 Tf Q Q Q ]] >> ) endstuff {HELLO} 12 Tj [[1] (x)")),
    Case("numbers without sense", _drawn(f"--5 0 Td 1.2.3 w +.5 w 99999999999999999999999999 w -. w {HELLO}")),
    Case(
        "two hundred pages",
        lambda: paged([lines(f"Page of {NAME} no {index}", LINE) for index in range(200)]).written(),
        shown=("Page of Nora Quill no 7", "Page of Nora Quill no 199"),
    ),
    Case("a scan with its text layer", _with_object(f"q 612 0 0 792 0 0 cm /Im Do Q 3 Tr {HELLO}", _PICTURE, _image), codes=("ocr_layer",)),
    Case(
        "a scan in strips with its text layer",
        _with_object("".join(f"q 612 0 0 198 0 {198 * part} cm /Im Do Q " for part in range(4)) + f"3 Tr {HELLO}", _PICTURE, _image),
        codes=("ocr_layer",),
    ),
    Case("a script", _drawn(HELLO, catalog="/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), codes=("macros",)),
    Case("a file inside", _drawn(HELLO, catalog="/Names << /EmbeddedFiles << /Names [] >> >>"), codes=("unsupported_content",)),
    Case("a dynamic form", _drawn(HELLO, catalog="/AcroForm << /XFA (x) >>"), codes=("unsupported_content",)),
    Case(
        "a comment",
        _with_object(
            HELLO, "", lambda file: file.add("<< /Subtype /Text /Rect [0 0 9 9] /Contents (ask again) >>", 6), page="/Annots [6 0 R]"
        ),
        codes=("comments",),
    ),
    Case(
        "control characters in a map",
        _with_font(lines(NAME, LINE, "a\x01b\x02c"), _MAP, _mapped(_PLAIN_MAP, "2 beginbfchar <01> <202E> <02> <0000> endbfchar")),
        shown=(NAME, LINE, "abc"),
        codes=("control_chars",),
    ),
    Case(
        "a font that maps half its letters",
        _with_font(lines(NAME, LINE, "ab\x01\x01\x01"), _MAP, _mapped(_PLAIN_MAP)),
        shown=(NAME, LINE, "ab"),
        codes=("unmapped_glyphs",),
    ),
    Case(
        "another reader's marks for unknown letters", _drawn(HELLO + show("Sold (cid:12) cake", y=600)), shown=(NAME, LINE, "Sold", "cake")
    ),
)

HIDING = (
    _hides("white on white", f"1 g {show(SECRET, y=500)}"),
    _hides("nearly white", f".98 .98 1 rg {show(SECRET, y=500)}"),
    _hides("white in four inks", f"0 0 0 0 k {show(SECRET, y=500)}"),
    _hides("white by a calibrated space", f"/W cs 1 1 1 sc {show(SECRET, y=500)}", "/ColorSpace << /W [/ICCBased << /N 3 >>] >>"),
    _hides("white by a palette", f"/W cs 1 sc {show(SECRET, y=500)}", "/ColorSpace << /W [/Indexed /DeviceRGB 1 <000000ffffff>] >>"),
    _hides("black on a black box", f"0 g 0 480 612 60 re f {show(SECRET, y=500)}"),
    _hides("white on a white box over a dark one", f"0 g 0 400 612 200 re f 1 g 0 480 612 60 re f {show(SECRET, y=500)}"),
    _hides("under half a point", show(SECRET, y=500, size=0.4)),
    _hides("made small by a matrix", f"q .05 0 0 .05 70 500 cm {show(SECRET, 0, 0)} Q"),
    _hides("made small by the text matrix", f"BT /F1 12 Tf .1 0 0 .1 72 500 Tm ({SECRET}) Tj ET"),
    _hides("below the page", show(SECRET, y=-200)),
    _hides("right of the page", show(SECRET, x=900)),
    _hides("outside the crop box", show(SECRET, y=30), page="/CropBox [0 100 612 792]"),
    _hides("an invisible mode", f"3 Tr {show(SECRET, y=500)}"),
    _hides("a mode that only clips", f"7 Tr {show(SECRET, y=500)}"),
    _hides("clipped away", f"q 0 0 10 10 re W n {show(SECRET, y=500)} Q"),
    _hides("clipped to nothing", f"q 0 0 0 0 re W n {show(SECRET, y=500)} Q"),
    _hides("opacity nothing", f"q /G gs {show(SECRET, y=500)} Q", _SHADE.format(alpha="0")),
    _hides("opacity next to nothing", f"q /G gs {show(SECRET, y=500)} Q", _SHADE.format(alpha=".03")),
    Case(
        "an invisible mode over a small picture",
        _with_object(HELLO + f"q 60 0 0 60 72 480 cm /Im Do Q 3 Tr {show(SECRET, y=500)}", _PICTURE, _image),
        codes=HIDDEN,
    ),
    Case(
        "an invisible mode on a page with a full background",
        _with_object(f"q 612 0 0 792 0 0 cm /Im Do Q {HELLO}{lines(*[LINE] * 12, y=420)} 3 Tr {show(SECRET, y=500)}", _PICTURE, _image),
        codes=HIDDEN,
    ),
    Case(
        "a layer that is off",
        _with_object(
            HELLO + _LAYERED,
            "/Properties << /L1 6 0 R >>",
            lambda file: file.add("<< /Type /OCG /Name (Text) >>", 6),
            catalog=_LAYER.format(state="OFF", base=""),
        ),
        codes=HIDDEN,
    ),
    Case(
        "a layer off by default",
        _with_object(
            HELLO + _LAYERED,
            "/Properties << /L1 6 0 R >>",
            lambda file: file.add("<< /Type /OCG /Name (Text) >>", 6),
            catalog=_LAYER.format(state="Order", base="/BaseState /OFF"),
        ),
        codes=HIDDEN,
    ),
    Case(
        "a form on a layer that is off",
        _with_object(
            HELLO + "/Fm Do",
            "/XObject << /Fm 6 0 R >>",
            lambda file: (_form(show(SECRET, y=500), "/OC 7 0 R")(file), file.add("<< /Type /OCG /Name (Text) >>", 7)),
            catalog="/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>",
        ),
        codes=HIDDEN,
    ),
    Case(
        "a form that clips its text",
        _with_object(
            HELLO + "/Fm Do",
            "/XObject << /Fm 6 0 R >>",
            lambda file: file.stream(
                show(SECRET, y=500), "/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << /Font << /F1 3 0 R >> >>", 6
            ),
        ),
        codes=HIDDEN,
    ),
    Case(
        "a hidden form field",
        _with_object(
            HELLO,
            "",
            lambda file: file.add(f"<< /Type /Annot /Subtype /Widget /F 2 /FT /Tx /V ({SECRET}) /Rect [72 600 300 615] >>", 6),
            page="/Annots [6 0 R]",
        ),
    ),
    Case(
        "words in the metadata alone",
        _with_object(
            HELLO, "", lambda file: (setattr(file, "trailer", "/Info 6 0 R"), file.add(f"<< /Keywords ({SECRET}) /Title ({SECRET}) >>", 6))
        ),
    ),
    Case("words as alternative text alone", _drawn(f"/Span << /ActualText ({SECRET}) /Alt ({SECRET}) >> BDC {HELLO} EMC")),
)


def _split_content() -> bytes:
    file = one_page("")
    half = HELLO.index("bakery")
    cut = HELLO.index("Tj ET", half) + 2
    file.objects[4] = file.objects[4].replace(b"/Contents 5 0 R", b"/Contents [5 0 R 6 0 R]")
    file.stream(HELLO[:cut], number=5)
    file.stream(HELLO[cut:], number=6)
    return file.written()


def _indirect_length() -> bytes:
    file = one_page("")
    file.stream(HELLO, number=5, length="6 0 R")
    file.add(str(len(HELLO)), 6)
    return file.written()
