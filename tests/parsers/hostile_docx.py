"""Odd and hostile Word and text files, each with what reading it must come to. The person in them, and every word, is made up.

A case that a reader once failed stays here for ever.
"""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from tests.parsers.docx_files import (
    NAME,
    NAMESPACES,
    STRICT_R,
    STRICT_W,
    R,
    W,
    cell,
    content_types,
    document,
    docx,
    floating,
    ole,
    para,
    part,
    parts_of,
    relationships,
    run,
    style,
    styled,
    styles,
    table,
    text_box,
    with_field,
    zipped,
)

SECRET = "kubernetes terraform"
"""The words that cases hide; none of them may reach the text."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what reading it comes to: an error's code, or a text that holds `shown` in this order and none of `unseen`.

    `codes` are the diagnostics that must be among those given, `never` those that must not.
    """

    name: str
    make: Callable[[], bytes]
    error: str | None = None
    shown: tuple[str, ...] = (NAME,)
    unseen: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    never: tuple[str, ...] = ("hidden_text",)


def _body(content: str) -> Callable[[], bytes]:
    return lambda: docx(para(NAME) + content)


def _hides(name: str, make: Callable[[], bytes]) -> Case:
    return Case(name, make, unseen=("kubernetes", "terraform"), codes=("hidden_text",), never=())


def _hidden_run(properties: str, paragraph: str = "") -> Callable[[], bytes]:
    return _body(para(run(SECRET, properties), properties=paragraph))


def _shows(name: str, content: str, *words: str) -> Case:
    return Case(name, _body(content), shown=(NAME, *words))


_WHITE = '<w:color w:val="FFFFFF"/>'
_DARK_SHADE = '<w:shd w:val="clear" w:fill="1F3864"/>'
_DARK_FILL = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="1F3864"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


def _themed(body: str) -> bytes:
    return docx(para(NAME) + body, {"word/theme/theme1.xml": _THEME}, (("rIdT", "theme", "theme/theme1.xml"),))


HIDDEN = (
    _hides("vanish", _hidden_run("<w:vanish/>")),
    _hides("vanish in the paragraph style", lambda: styled(
        para(NAME) + para(SECRET, properties='<w:pStyle w:val="H"/>'), styles(style("H", "H", "<w:rPr><w:vanish/></w:rPr>")))),
    _hides("vanish in an ancestor of the character style", lambda: styled(
        para(NAME) + para(run(SECRET, '<w:rStyle w:val="B"/>')),
        styles(style("A", "A", "<w:rPr><w:vanish/></w:rPr>", "character"), style("B", "B", "", "character", "A")))),
    _hides("vanish in the defaults", lambda: styled(
        para(run(NAME, '<w:vanish w:val="0"/>')) + para(SECRET),
        styles("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"))),
    _hides("one point", _hidden_run('<w:sz w:val="2"/>')),
    _hides("one point through a style", lambda: styled(
        para(NAME) + para(SECRET, properties='<w:pStyle w:val="T"/>'), styles(style("T", "T", '<w:rPr><w:sz w:val="3"/></w:rPr>')))),
    _hides("letters squeezed to a tenth", _hidden_run('<w:sz w:val="20"/><w:w w:val="10"/>')),
    _hides("lines one point high", _hidden_run("", '<w:spacing w:line="20" w:lineRule="exact"/>')),
    _hides("white on paper", _hidden_run(_WHITE)),
    _hides("nearly white on paper", _hidden_run('<w:color w:val="F2F2F2"/>')),
    _hides("white by the theme", lambda: _themed(para(run(SECRET, '<w:color w:val="000000" w:themeColor="background1"/>')))),
    _hides("white through a style", lambda: styled(
        para(NAME) + para(SECRET, properties='<w:pStyle w:val="P"/>'), styles(style("P", "P", f"<w:rPr>{_WHITE}</w:rPr>")))),
    _hides("black on a black highlight", _hidden_run('<w:color w:val="000000"/><w:highlight w:val="black"/>')),
    _hides("navy on a navy shade", _hidden_run('<w:color w:val="1F3864"/>', _DARK_SHADE)),
    _hides("navy in a navy cell", _body(table((cell(para(run(SECRET, '<w:color w:val="1F3864"/>')), _DARK_SHADE), "Skills")))),
    _hides("white in a white box", _body(para(text_box(para(run(SECRET, _WHITE)), fill='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')))),
    _hides("letters without a filling", _hidden_run("<w14:textFill><w14:noFill/></w14:textFill>")),
    _hides("letters seen through", _hidden_run(
        '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>')),
    _hides("a box off the page", _body(para(text_box(para(SECRET), anchor=floating(-9_000_000, 0))))),
    _hides("a box below the page", _body(para(text_box(para(SECRET), anchor=floating(0, 20_000_000))))),
    _hides("a hidden drawing", _body(para(text_box(para(SECRET), anchor=floating(0, 0).replace("<wp:extent", '<wp:docPr hidden="1"/><wp:extent'))))),
    _hides("a box one point wide", _body(para(text_box(para(SECRET), anchor=floating(0, 0, width=12_700))))),
    _hides("a VML box off the page", _body(para(
        '<w:r><w:pict><v:shape style="position:absolute;margin-left:-999pt;width:100pt;height:50pt"><v:textbox><w:txbxContent>'
        + para(SECRET) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"))),
    _hides("indented off the page", _hidden_run("", '<w:ind w:left="14000"/>')),
    _hides("in a row without height", _body(
        f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr>{cell(SECRET)}</w:tr></w:tbl>')),
)  # fmt: skip

VISIBLE = (
    _shows("white on a dark paragraph", para(run("Product Lead", _WHITE), properties=_DARK_SHADE), "Product Lead"),
    _shows("white in a dark cell", table((cell(para(run("Product Lead", _WHITE)), _DARK_SHADE), "x")), "Product Lead"),
    _shows("white in a table with a dark ground", table((para(run("Product Lead", _WHITE)),), properties=_DARK_SHADE), "Product Lead"),
    _shows("white in a dark box", para(text_box(para(run("Product Lead", _WHITE)), fill=_DARK_FILL)), "Product Lead"),
    _shows("white over a dark banner", para(
        "<w:r><w:drawing>" + floating(0, 0, 7_000_000, 900_000, down="paragraph").format(
            f"<a:graphic><a:graphicData><wps:wsp><wps:spPr>{_DARK_FILL}</wps:spPr></wps:wsp></a:graphicData></a:graphic>")
        + "</w:drawing></w:r>", run("Product Lead", _WHITE)), "Product Lead"),
    Case("white on the theme's accent", lambda: _themed(
        para(run("Product Lead", _WHITE), properties='<w:shd w:val="clear" w:themeFill="accent1"/>')), shown=(NAME, "Product Lead")),
    Case("white in the first row of a table style", lambda: styled(
        para(NAME) + table((para(run("Product Lead", _WHITE)), "x"), ("a", "b"), properties='<w:tblStyle w:val="G"/><w:tblLook w:firstRow="1"/>'),
        styles(style("G", "Grid", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_DARK_SHADE}</w:tcPr></w:tblStylePr>', "table"))),
        shown=(NAME, "Product Lead")),
    _shows("six points", para(run("Product Lead", '<w:sz w:val="12"/>')), "Product Lead"),
    _shows("light grey", para(run("Product Lead", '<w:color w:val="BFBFBF"/>')), "Product Lead"),
    _shows("automatic colour on black", para(run("Product Lead", '<w:color w:val="auto"/>'), properties='<w:shd w:fill="000000"/>'), "Product Lead"),
    _shows("vanish switched off", para(run("Product Lead", '<w:vanish w:val="0"/>')), "Product Lead"),
    Case("vanish twice cancels out", lambda: styled(
        para(NAME) + para(run("Product Lead", '<w:rStyle w:val="C"/>'), properties='<w:pStyle w:val="P"/>'),
        styles(style("P", "P", "<w:rPr><w:vanish/></w:rPr>"), style("C", "C", "<w:rPr><w:vanish/></w:rPr>", "character"))),
        shown=(NAME, "Product Lead")),
    _shows("a deletion is no hidden text", para(f"<w:del>{run('x')}</w:del>") + para("Product Lead"), "Product Lead"),
)  # fmt: skip

_OUTSIDE = (("rId9", "attachedTemplate", "https://example.invalid/t.dotm"),)

STRUCTURE = (
    _shows("a table", table(("Product Lead", "2019 - 2021"), ("Skills", "Roadmaps")), "Product Lead\t2019 - 2021", "Skills\tRoadmaps"),
    _shows("a table in a table", table((para("Outer") + table(("Inner left", "Inner right")) + para("After"),)), "Outer", "Inner left\tInner right", "After"),
    _shows("a text box, once", para(text_box(para("Sidebar skills"))), "Sidebar skills"),
    _shows("a content control around a run", para(f"<w:sdt><w:sdtContent>{run('Controlled')}</w:sdtContent></w:sdt>"), "Controlled"),
    _shows("a content control around a paragraph", f"<w:sdt><w:sdtContent>{para('Controlled')}</w:sdtContent></w:sdt>", "Controlled"),
    _shows("a content control around a row", f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('Controlled')}</w:tr></w:sdtContent></w:sdt></w:tbl>", "Controlled"),
    _shows("a content control around a cell", f"<w:tbl><w:tr><w:sdt><w:sdtContent>{cell('Controlled')}</w:sdtContent></w:sdt></w:tr></w:tbl>", "Controlled"),
    _shows("a content control in a control", f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{para('Controlled')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>", "Controlled"),
    Case("insertions in, deletions out", _body(para("Led ", f"<w:ins>{run('twelve')}</w:ins>", f"<w:del>{run('two')}</w:del>", run(" people"))),
         shown=(NAME, "Led twelve people"), unseen=("two",), codes=("tracked_changes",)),
    Case("a move, at its new place", _body(para(f"<w:moveFrom>{run('Moved')}</w:moveFrom>", "Gone") + para(f"<w:moveTo>{run('Moved')}</w:moveTo>")),
         shown=(NAME, "Gone", "Moved"), codes=("tracked_changes",)),
    _shows("a simple field", para(f'<w:fldSimple w:instr="AUTHOR">{run("Field result")}</w:fldSimple>'), "Field result"),
    Case("a complex field", _body(para(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SECRETCODE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("Field result"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')),
        shown=(NAME, "Field result"), unseen=("SECRETCODE",)),
    _shows("smart tags and custom XML", para(f"<w:smartTag>{run('Smart')}</w:smartTag>", f"<w:customXml>{run(' custom')}</w:customXml>"), "Smart custom"),
    _shows("ruby", para(f"<w:r><w:ruby><w:rt>{run('note')}</w:rt><w:rubyBase>{run('Base')}</w:rubyBase></w:ruby></w:r>"), "Base"),
    _shows("a symbol as a bullet", para('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', run("\tRan workshops")), "• Ran workshops"),
    _shows("breaks", para(run("One"), "<w:r><w:br/></w:r>", run("Two"), "<w:r><w:tab/></w:r>", run("Three")), "One\nTwo\tThree"),
    _shows("a merged cell, once", table((cell("Merged", '<w:vMerge w:val="restart"/>'),), (cell("Merged", "<w:vMerge/>"),)), "Merged"),
    _shows("a cell over a hundred million columns", table((cell("Wide", '<w:gridSpan w:val="100000000"/>'), "Next")), "Wide\tNext"),
    Case("header, body, notes, footer", lambda: docx(
        para("Body text", '<w:r><w:footnoteReference w:id="2"/></w:r>') + '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
        '<w:footerReference w:type="default" r:id="f"/></w:sectPr>',
        {"word/header1.xml": part("hdr", para(NAME)), "word/footer1.xml": part("ftr", para("Running foot")),
         "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{para("Foot note")}</w:footnote><w:footnote w:id="3">{para("Unused")}</w:footnote>')},
        (("h", "header", "header1.xml"), ("f", "footer", "footer1.xml"), ("n", "footnotes", "footnotes.xml"))),
        shown=(NAME, "Body text", "Foot note", "Running foot"), unseen=("Unused",)),
    Case("strict namespaces", lambda: docx(document(para(NAME)).replace(W, STRICT_W).replace(R, STRICT_R), {
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")).replace(R, STRICT_R)})),
    Case("macros", lambda: docx(para(NAME), {"word/vbaProject.bin": b"\xd0\xcf", "[Content_Types].xml": content_types(
        "application/vnd.ms-word.document.macroEnabled.main+xml")}), codes=("macros",)),
    Case("a template", lambda: docx(para(NAME), {"[Content_Types].xml": content_types(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")})),
    Case("a remote template", lambda: docx(para(NAME), {"word/settings.xml": part("settings", ""), "word/_rels/settings.xml.rels": relationships(
        *_OUTSIDE, external=("rId9",))}, (("s", "settings", "settings.xml"),)), codes=("external_reference",)),
    Case("a picture from elsewhere", lambda: docx(para(NAME), links=(("i", "image", "https://example.invalid/p.png"),), external=("i",)),
         codes=("external_reference",)),
    Case("another document inside", lambda: docx(para(NAME) + '<w:altChunk r:id="c"/>', {"word/chunk.html": "<p>x</p>"}, (("c", "aFChunk", "chunk.html"),)),
         codes=("unsupported_content",)),
    Case("comments", lambda: docx(para(NAME), {"word/comments.xml": part("comments", f"<w:comment>{para('Do not hire')}</w:comment>")},
         (("c", "comments", "comments.xml"),)), unseen=("hire",), codes=("comments",)),
    Case("protected against editing", lambda: docx(para(NAME), {"word/settings.xml": part(
        "settings", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')}, (("s", "settings", "settings.xml"),)), codes=("restricted",)),
    Case("relationships to nothing", lambda: docx(para(NAME), links=(("a", "styles", "NULL"), ("b", "header", "#_top"), ("c", "theme", "../../x.xml")))),
    Case("a damaged header", lambda: docx(para(NAME) + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>', {"word/header1.xml": "<w:hdr"},
         (("h", "header", "header1.xml"),)), codes=("damaged",)),
    Case("styles that inherit from each other", lambda: styled(
        para(NAME, properties='<w:pStyle w:val="A"/>'), styles(style("A", "A", based_on="B"), style("B", "B", based_on="A")))),
    Case("names with backslashes", lambda: zipped({name.replace("/", "\\"): content for name, content in parts_of(para(NAME)).items()})),
    Case("no content types, no relationships", lambda: zipped({"word/document.xml": document(para(NAME))})),
    Case("control characters by reference", lambda: docx(document(para(NAME) + "<w:p><w:r><w:t>Tab&#x202E;ular&#x200B;</w:t></w:r></w:p>")),
         shown=(NAME, "Tabular"), codes=("control_chars",)),
)  # fmt: skip

_BOMB = 40_000_000

REFUSED = (
    Case("no bytes", lambda: b"", "empty_file"),
    Case("blanks", lambda: b" \n\t ", "empty_file"),
    Case("an empty document", lambda: docx(""), "no_text"),
    Case("nothing but hidden text", lambda: docx(para(run(SECRET, "<w:vanish/>"))), "no_text"),
    Case("a legacy Word document", lambda: ole("WordDocument"), "unsupported_format"),
    Case("a locked Word document", lambda: ole("EncryptedPackage"), "encrypted"),
    Case("a locked member", lambda: with_field(docx(para(NAME)), "word/document.xml", 8, "<H", 1), "encrypted"),
    Case("RTF", lambda: b"{\\rtf1\\ansi " + NAME.encode() + b"}", "unsupported_format"),
    Case("HTML", lambda: b"<!DOCTYPE html><html><body>" + NAME.encode(), "unsupported_format"),
    Case("ODT", lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, zipfile.ZIP_STORED), "unsupported_format"),
    Case("PNG", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "unsupported_format"),
    Case("a workbook", lambda: zipped({"[Content_Types].xml": content_types(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "/xl/workbook.xml"), "xl/workbook.xml": "<x/>"}), "unsupported_format"),
    Case("an archive of other files", lambda: zipped({"resume.txt": NAME}), "unsupported_format"),
    Case("noise", lambda: bytes(range(256)) * 8, "unsupported_format"),
    Case("LaTeX", lambda: b"% resume\n\\documentclass{article}\n" + NAME.encode(), "unsupported_format"),
    Case("XML of another kind", lambda: docx("<?xml version='1.0'?><html/>"), "corrupt"),
    Case("a truncated archive", lambda: docx(para(NAME))[:200], "corrupt"),
    Case("a checksum that does not hold", lambda: with_field(docx(para(NAME)), "word/document.xml", 16, "<I", 1), "corrupt"),
    Case("packed by method 99", lambda: with_field(docx(para(NAME)), "word/document.xml", 10, "<H", 99), "corrupt"),
    Case("packed with bzip2", lambda: zipped(parts_of(para(NAME)), zipfile.ZIP_BZIP2), "corrupt"),
    Case("no main part", lambda: zipped({"[Content_Types].xml": content_types(), "word/styles.xml": styles()}), "corrupt"),
    Case("broken XML", lambda: docx("<?xml version='1.0'?><w:document"), "corrupt"),
    Case("an entity bomb", lambda: docx('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'), "unsafe_content"),
    Case("an external entity", lambda: docx(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {NAMESPACES}><w:body>&e;</w:body></w:document>'), "unsafe_content"),
    Case("a document type in UTF-16", lambda: docx(para(NAME), {"word/document.xml": (
        f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><w:document {NAMESPACES}/>').encode("utf-16")}), "unsafe_content"),
    Case("a document type in the styles", lambda: styled(para(NAME), f"<!DOCTYPE w:styles>{styles()}"), "unsafe_content"),
    Case("a bomb of blanks", lambda: docx(document(para(NAME) + " " * _BOMB)), "limit_exceeded"),
    Case("a bomb whose size is a lie", lambda: with_field(docx(document(para(NAME) + " " * _BOMB)), "word/document.xml", 24, "<I", 100), "corrupt"),
    Case("a million empty paragraphs", lambda: docx("<w:p/>" * 1_000_000 + para(NAME) + "<w:p><w:r/></w:p>" * 500_000), "limit_exceeded"),
    Case("XML 300 levels deep", lambda: docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "limit_exceeded"),
    Case("tables 80 deep", lambda: docx("<w:tbl><w:tr><w:tc>" * 80 + para(NAME) + "</w:tc></w:tr></w:tbl>" * 80), shown=(NAME,)),
    Case("twenty thousand members", lambda: zipped({f"word/media/{number}.bin": b"" for number in range(20_000)} | parts_of(para(NAME))), "limit_exceeded"),
    Case("more text than anybody reads", lambda: docx(para("word " * 300_000)), "limit_exceeded"),
)  # fmt: skip

TEXTS = (
    Case("UTF-8", lambda: f"{NAME}\nRésumé – “Director”".encode(), shown=(NAME, "Résumé – “Director”"), never=("encoding",)),
    Case("UTF-8 with a mark", lambda: codecs.BOM_UTF8 + NAME.encode(), never=("encoding",)),
    Case("UTF-16 with a mark", lambda: NAME.encode("utf-16"), never=("encoding",)),
    Case("UTF-16 without a mark", lambda: NAME.encode("utf-16-le"), codes=("encoding",)),
    Case("Windows-1252", lambda: f"{NAME}\nRésumé – “Director”".encode("cp1252"), shown=(NAME, "Résumé – “Director”"), codes=("encoding",)),
    Case("UTF-8 with one bad byte", lambda: f"{NAME}\nÉcole supérieure, Zürich – ".encode() + b"\x93x\x94", shown=(NAME, "“x”"), codes=("encoding",)),
    Case("misread and saved again", lambda: f"{NAME}\nled the teamâ€™s cafÃ© launch".encode(), shown=(NAME, "team’s café"), codes=("encoding",)),
    Case("controls", lambda: f"{NAME}\x07\x08 leads\x00".encode(), shown=(f"{NAME} leads",), codes=("control_chars",)),
    Case("old Mac line ends", lambda: f"{NAME}\rDirector".encode(), shown=(f"{NAME}\nDirector",)),
    Case("a line of a million characters", lambda: b"ab " * 300_000, shown=("ab ab",), codes=("keyword_stuffing",)),
    Case("more text than anybody reads, plain", lambda: b"word " * 300_000, "limit_exceeded"),
    Case("emphasis without end", lambda: f"{NAME}\n# x\n".encode() + b"**a " * 100_000),
    Case("brackets without end", lambda: f"{NAME}\n# x\n".encode() + b"[a](" * 100_000),
    Case("hashes without end", lambda: f"{NAME}\n# ".encode() + b"# " * 200_000 + b"x"),
)  # fmt: skip

CASES = HIDDEN + VISIBLE + STRUCTURE + REFUSED + TEXTS
