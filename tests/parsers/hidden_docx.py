"""Word files with text that nobody can see, and with text that looks hidden and is not."""

from __future__ import annotations

from tests.parsers.docx_cases import SECRET, Case, body_of, hidden_run, hides, shows
from tests.parsers.docx_files import NAME, cell, docx, floating, para, run, style, styled, styles, table, text_box

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
    hides("vanish", hidden_run("<w:vanish/>")),
    hides(
        "vanish in the paragraph style",
        lambda: styled(
            para(NAME) + para(SECRET, properties='<w:pStyle w:val="H"/>'), styles(style("H", "H", "<w:rPr><w:vanish/></w:rPr>"))
        ),
    ),
    hides(
        "vanish in an ancestor of the character style",
        lambda: styled(
            para(NAME) + para(run(SECRET, '<w:rStyle w:val="B"/>')),
            styles(style("A", "A", "<w:rPr><w:vanish/></w:rPr>", "character"), style("B", "B", "", "character", "A")),
        ),
    ),
    hides(
        "vanish in the defaults",
        lambda: styled(
            para(run(NAME, '<w:vanish w:val="0"/>')) + para(SECRET),
            styles("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"),
        ),
    ),
    hides("one point", hidden_run('<w:sz w:val="2"/>')),
    hides(
        "one point through a style",
        lambda: styled(
            para(NAME) + para(SECRET, properties='<w:pStyle w:val="T"/>'), styles(style("T", "T", '<w:rPr><w:sz w:val="3"/></w:rPr>'))
        ),
    ),
    hides("letters squeezed to a tenth", hidden_run('<w:sz w:val="20"/><w:w w:val="10"/>')),
    hides("lines one point high", hidden_run("", '<w:spacing w:line="20" w:lineRule="exact"/>')),
    hides("white on paper", hidden_run(_WHITE)),
    hides("nearly white on paper", hidden_run('<w:color w:val="F2F2F2"/>')),
    hides("white by the theme", lambda: _themed(para(run(SECRET, '<w:color w:val="000000" w:themeColor="background1"/>')))),
    hides(
        "white through a style",
        lambda: styled(para(NAME) + para(SECRET, properties='<w:pStyle w:val="P"/>'), styles(style("P", "P", f"<w:rPr>{_WHITE}</w:rPr>"))),
    ),
    hides("black on a black highlight", hidden_run('<w:color w:val="000000"/><w:highlight w:val="black"/>')),
    hides("navy on a navy shade", hidden_run('<w:color w:val="1F3864"/>', _DARK_SHADE)),
    hides("navy in a navy cell", body_of(table((cell(para(run(SECRET, '<w:color w:val="1F3864"/>')), _DARK_SHADE), "Skills")))),
    hides(
        "white in a white box",
        body_of(para(text_box(para(run(SECRET, _WHITE)), fill='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'))),
    ),
    hides("letters without a filling", hidden_run("<w14:textFill><w14:noFill/></w14:textFill>")),
    hides(
        "letters seen through",
        hidden_run(
            '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000">'
            '<w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>'
        ),
    ),
    hides("a box off the page", body_of(para(text_box(para(SECRET), anchor=floating(-9_000_000, 0))))),
    hides("a box below the page", body_of(para(text_box(para(SECRET), anchor=floating(0, 20_000_000))))),
    hides(
        "a hidden drawing",
        body_of(para(text_box(para(SECRET), anchor=floating(0, 0).replace("<wp:extent", '<wp:docPr hidden="1"/><wp:extent')))),
    ),
    hides("a box one point wide", body_of(para(text_box(para(SECRET), anchor=floating(0, 0, width=12_700))))),
    hides(
        "a VML box off the page",
        body_of(
            para(
                '<w:r><w:pict><v:shape style="position:absolute;margin-left:-999pt;width:100pt;height:50pt"><v:textbox><w:txbxContent>'
                + para(SECRET)
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        ),
    ),
    hides("indented off the page", hidden_run("", '<w:ind w:left="14000"/>')),
    hides("a hidden row", body_of(f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cell(SECRET)}</w:tr></w:tbl>")),
    hides("a frame off the page", hidden_run("", '<w:framePr w:w="2000" w:x="-9000" w:hAnchor="page"/>')),
    hides("a table off the page", body_of(table((SECRET,), properties='<w:tblpPr w:tblpX="30000" w:horzAnchor="page"/>'))),
    hides(
        "in a row without height",
        body_of(f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr>{cell(SECRET)}</w:tr></w:tbl>'),
    ),
)

VISIBLE = (
    shows("white on a dark paragraph", para(run("Product Lead", _WHITE), properties=_DARK_SHADE), "Product Lead"),
    shows("white in a dark cell", table((cell(para(run("Product Lead", _WHITE)), _DARK_SHADE), "x")), "Product Lead"),
    shows("white in a table with a dark ground", table((para(run("Product Lead", _WHITE)),), properties=_DARK_SHADE), "Product Lead"),
    shows("white in a dark box", para(text_box(para(run("Product Lead", _WHITE)), fill=_DARK_FILL)), "Product Lead"),
    shows(
        "white over a dark banner",
        para(
            "<w:r><w:drawing>"
            + floating(0, 0, 7_000_000, 900_000, down="paragraph").format(
                f"<a:graphic><a:graphicData><wps:wsp><wps:spPr>{_DARK_FILL}</wps:spPr></wps:wsp></a:graphicData></a:graphic>"
            )
            + "</w:drawing></w:r>",
            run("Product Lead", _WHITE),
        ),
        "Product Lead",
    ),
    Case(
        "white on the theme's accent",
        lambda: _themed(para(run("Product Lead", _WHITE), properties='<w:shd w:val="clear" w:themeFill="accent1"/>')),
        shown=(NAME, "Product Lead"),
    ),
    Case(
        "white in the first row of a table style",
        lambda: styled(
            para(NAME)
            + table((para(run("Product Lead", _WHITE)), "x"), ("a", "b"), properties='<w:tblStyle w:val="G"/><w:tblLook w:firstRow="1"/>'),
            styles(style("G", "Grid", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_DARK_SHADE}</w:tcPr></w:tblStylePr>', "table")),
        ),
        shown=(NAME, "Product Lead"),
    ),
    shows("six points", para(run("Product Lead", '<w:sz w:val="12"/>')), "Product Lead"),
    shows("light grey", para(run("Product Lead", '<w:color w:val="BFBFBF"/>')), "Product Lead"),
    shows(
        "automatic colour on black",
        para(run("Product Lead", '<w:color w:val="auto"/>'), properties='<w:shd w:fill="000000"/>'),
        "Product Lead",
    ),
    shows("vanish switched off", para(run("Product Lead", '<w:vanish w:val="0"/>')), "Product Lead"),
    Case(
        "vanish twice cancels out",
        lambda: styled(
            para(NAME) + para(run("Product Lead", '<w:rStyle w:val="C"/>'), properties='<w:pStyle w:val="P"/>'),
            styles(style("P", "P", "<w:rPr><w:vanish/></w:rPr>"), style("C", "C", "<w:rPr><w:vanish/></w:rPr>", "character")),
        ),
        shown=(NAME, "Product Lead"),
    ),
    shows("a deletion is no hidden text", para(f"<w:del>{run('x')}</w:del>") + para("Product Lead"), "Product Lead"),
)
