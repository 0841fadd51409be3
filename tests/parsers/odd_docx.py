"""Word files with everything that resumes hold and that readers lose: boxes, controls, changes, fields, notes, odd packages."""

from __future__ import annotations

import random

from tests.parsers.docx_cases import Case, body_of, shows
from tests.parsers.docx_files import (
    NAME,
    STRICT_R,
    STRICT_W,
    R,
    W,
    cell,
    content_types,
    document,
    docx,
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
    zipped,
)

_OUTSIDE = (("rId9", "attachedTemplate", "https://example.invalid/t.dotm"),)

STRUCTURE = (
    Case(
        "a resume that is a picture",
        lambda: docx(para(NAME), {"word/media/scan.jpg": random.Random(1).randbytes(90_000)}, (("i", "image", "media/scan.jpg"),)),
        codes=("partial_text",),
    ),
    Case(
        "a portrait beside a resume",
        lambda: docx(para(NAME), {"word/media/face.jpg": random.Random(1).randbytes(20_000)}, (("i", "image", "media/face.jpg"),)),
        never=("partial_text", "hidden_text"),
    ),
    Case(
        "a row deleted with changes tracked",
        body_of(f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('Kubernetes')}</w:tr><w:tr>{cell('Kept')}</w:tr></w:tbl>"),
        shown=(NAME, "Kept"),
        unseen=("kubernetes",),
        codes=("tracked_changes",),
    ),
    shows("a table", table(("Product Lead", "2019 - 2021"), ("Skills", "Roadmaps")), "Product Lead\t2019 - 2021", "Skills\tRoadmaps"),
    shows(
        "a table in a table",
        table((para("Outer") + table(("Inner left", "Inner right")) + para("After"),)),
        "Outer",
        "Inner left\tInner right",
        "After",
    ),
    shows("a text box, once", para(text_box(para("Sidebar skills"))), "Sidebar skills"),
    shows("a content control around a run", para(f"<w:sdt><w:sdtContent>{run('Controlled')}</w:sdtContent></w:sdt>"), "Controlled"),
    shows("a content control around a paragraph", f"<w:sdt><w:sdtContent>{para('Controlled')}</w:sdtContent></w:sdt>", "Controlled"),
    shows(
        "a content control around a row",
        f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('Controlled')}</w:tr></w:sdtContent></w:sdt></w:tbl>",
        "Controlled",
    ),
    shows(
        "a content control around a cell",
        f"<w:tbl><w:tr><w:sdt><w:sdtContent>{cell('Controlled')}</w:sdtContent></w:sdt></w:tr></w:tbl>",
        "Controlled",
    ),
    shows(
        "a content control in a control",
        f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{para('Controlled')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        "Controlled",
    ),
    Case(
        "insertions in, deletions out",
        body_of(para("Led ", f"<w:ins>{run('twelve')}</w:ins>", f"<w:del>{run('two')}</w:del>", run(" people"))),
        shown=(NAME, "Led twelve people"),
        unseen=("two",),
        codes=("tracked_changes",),
    ),
    Case(
        "a move, at its new place",
        body_of(para(f"<w:moveFrom>{run('Moved')}</w:moveFrom>", "Gone") + para(f"<w:moveTo>{run('Moved')}</w:moveTo>")),
        shown=(NAME, "Gone", "Moved"),
        codes=("tracked_changes",),
    ),
    shows("a simple field", para(f'<w:fldSimple w:instr="AUTHOR">{run("Field result")}</w:fldSimple>'), "Field result"),
    Case(
        "a complex field",
        body_of(
            para(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SECRETCODE</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                run("Field result"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            )
        ),
        shown=(NAME, "Field result"),
        unseen=("SECRETCODE",),
    ),
    shows(
        "smart tags and custom XML",
        para(f"<w:smartTag>{run('Smart')}</w:smartTag>", f"<w:customXml>{run(' custom')}</w:customXml>"),
        "Smart custom",
    ),
    shows("ruby", para(f"<w:r><w:ruby><w:rt>{run('note')}</w:rt><w:rubyBase>{run('Base')}</w:rubyBase></w:ruby></w:r>"), "Base"),
    shows("a symbol as a bullet", para('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', run("\tRan workshops")), "• Ran workshops"),
    shows("breaks", para(run("One"), "<w:r><w:br/></w:r>", run("Two"), "<w:r><w:tab/></w:r>", run("Three")), "One\nTwo\tThree"),
    shows("a merged cell, once", table((cell("Merged", '<w:vMerge w:val="restart"/>'),), (cell("Merged", "<w:vMerge/>"),)), "Merged"),
    shows("a cell over a hundred million columns", table((cell("Wide", '<w:gridSpan w:val="100000000"/>'), "Next")), "Wide\tNext"),
    Case(
        "header, body, notes, footer",
        lambda: docx(
            para("Body text", '<w:r><w:footnoteReference w:id="2"/></w:r>') + '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
            '<w:footerReference w:type="default" r:id="f"/></w:sectPr>',
            {
                "word/header1.xml": part("hdr", para(NAME)),
                "word/footer1.xml": part("ftr", para("Running foot")),
                "word/footnotes.xml": part(
                    "footnotes", f'<w:footnote w:id="2">{para("Foot note")}</w:footnote><w:footnote w:id="3">{para("Unused")}</w:footnote>'
                ),
            },
            (("h", "header", "header1.xml"), ("f", "footer", "footer1.xml"), ("n", "footnotes", "footnotes.xml")),
        ),
        shown=(NAME, "Body text", "Foot note", "Running foot"),
        unseen=("Unused",),
    ),
    Case(
        "strict namespaces",
        lambda: docx(
            document(para(NAME)).replace(W, STRICT_W).replace(R, STRICT_R),
            {"_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")).replace(R, STRICT_R)},
        ),
    ),
    Case(
        "macros",
        lambda: docx(
            para(NAME),
            {
                "word/vbaProject.bin": b"\xd0\xcf",
                "[Content_Types].xml": content_types("application/vnd.ms-word.document.macroEnabled.main+xml"),
            },
        ),
        codes=("macros",),
    ),
    Case(
        "a template",
        lambda: docx(
            para(NAME),
            {"[Content_Types].xml": content_types("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")},
        ),
    ),
    Case(
        "a remote template",
        lambda: docx(
            para(NAME),
            {"word/settings.xml": part("settings", ""), "word/_rels/settings.xml.rels": relationships(*_OUTSIDE, external=("rId9",))},
            (("s", "settings", "settings.xml"),),
        ),
        codes=("external_reference",),
    ),
    Case(
        "a picture from elsewhere",
        lambda: docx(para(NAME), links=(("i", "image", "https://example.invalid/p.png"),), external=("i",)),
        codes=("external_reference",),
    ),
    Case(
        "another document inside",
        lambda: docx(para(NAME) + '<w:altChunk r:id="c"/>', {"word/chunk.html": "<p>x</p>"}, (("c", "aFChunk", "chunk.html"),)),
        codes=("unsupported_content",),
    ),
    Case(
        "comments",
        lambda: docx(
            para(NAME),
            {"word/comments.xml": part("comments", f"<w:comment>{para('Do not hire')}</w:comment>")},
            (("c", "comments", "comments.xml"),),
        ),
        unseen=("hire",),
        codes=("comments",),
    ),
    Case(
        "protected against editing",
        lambda: docx(
            para(NAME),
            {"word/settings.xml": part("settings", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')},
            (("s", "settings", "settings.xml"),),
        ),
        codes=("restricted",),
    ),
    Case(
        "relationships to nothing",
        lambda: docx(para(NAME), links=(("a", "styles", "NULL"), ("b", "header", "#_top"), ("c", "theme", "../../x.xml"))),
    ),
    Case(
        "a damaged header",
        lambda: docx(
            para(NAME) + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>',
            {"word/header1.xml": "<w:hdr"},
            (("h", "header", "header1.xml"),),
        ),
        codes=("damaged",),
    ),
    Case(
        "styles that inherit from each other",
        lambda: styled(
            para(NAME, properties='<w:pStyle w:val="A"/>'), styles(style("A", "A", based_on="B"), style("B", "B", based_on="A"))
        ),
    ),
    Case("names with backslashes", lambda: zipped({name.replace("/", "\\"): content for name, content in parts_of(para(NAME)).items()})),
    Case("no content types, no relationships", lambda: zipped({"word/document.xml": document(para(NAME))})),
    Case(
        "control characters by reference",
        lambda: docx(document(para(NAME) + "<w:p><w:r><w:t>Tab&#x202E;ular&#x200B;</w:t></w:r></w:p>")),
        shown=(NAME, "Tabular"),
        codes=("control_chars",),
    ),
)
