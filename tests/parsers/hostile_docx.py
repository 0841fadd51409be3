"""Hostile Word and text files, and the list of all cases: each with what reading it must come to.

The person in them, and every word, is made up. A case that a reader once failed stays here for ever.
"""

from __future__ import annotations

import codecs
import zipfile

from tests.parsers.docx_cases import SECRET, Case
from tests.parsers.docx_files import (
    NAME,
    NAMESPACES,
    content_types,
    document,
    docx,
    ole,
    para,
    parts_of,
    run,
    styled,
    styles,
    with_field,
    zipped,
)
from tests.parsers.hidden_docx import HIDDEN, VISIBLE
from tests.parsers.odd_docx import STRUCTURE

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
    Case(
        "ODT",
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, zipfile.ZIP_STORED),
        "unsupported_format",
    ),
    Case("PNG", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "unsupported_format"),
    Case(
        "a workbook",
        lambda: zipped(
            {
                "[Content_Types].xml": content_types(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "/xl/workbook.xml"
                ),
                "xl/workbook.xml": "<x/>",
            }
        ),
        "unsupported_format",
    ),
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
    Case(
        "an entity bomb",
        lambda: docx('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
        "unsafe_content",
    ),
    Case(
        "an external entity",
        lambda: docx(
            f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            f"<w:document {NAMESPACES}><w:body>&e;</w:body></w:document>"
        ),
        "unsafe_content",
    ),
    Case(
        "a document type in UTF-16",
        lambda: docx(
            para(NAME),
            {"word/document.xml": (f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><w:document {NAMESPACES}/>').encode("utf-16")},
        ),
        "unsafe_content",
    ),
    Case("a document type in the styles", lambda: styled(para(NAME), f"<!DOCTYPE w:styles>{styles()}"), "unsafe_content"),
    Case("a bomb of blanks", lambda: docx(document(para(NAME) + " " * _BOMB)), "limit_exceeded"),
    Case(
        "a bomb whose size is a lie",
        lambda: with_field(docx(document(para(NAME) + " " * _BOMB)), "word/document.xml", 24, "<I", 100),
        "corrupt",
    ),
    Case("a million empty paragraphs", lambda: docx("<w:p/>" * 1_000_000 + para(NAME) + "<w:p><w:r/></w:p>" * 500_000), "limit_exceeded"),
    Case("XML 300 levels deep", lambda: docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "limit_exceeded"),
    Case("tables 80 deep", lambda: docx("<w:tbl><w:tr><w:tc>" * 80 + para(NAME) + "</w:tc></w:tr></w:tbl>" * 80), shown=(NAME,)),
    Case(
        "twenty thousand members",
        lambda: zipped({f"word/media/{number}.bin": b"" for number in range(20_000)} | parts_of(para(NAME))),
        "limit_exceeded",
    ),
    Case("more text than anybody reads", lambda: docx(para("word " * 300_000)), "limit_exceeded"),
)

TEXTS = (
    Case("UTF-8", lambda: f"{NAME}\nRésumé – “Director”".encode(), shown=(NAME, "Résumé – “Director”"), never=("encoding",)),
    Case("UTF-8 with a mark", lambda: codecs.BOM_UTF8 + NAME.encode(), never=("encoding",)),
    Case("UTF-16 with a mark", lambda: NAME.encode("utf-16"), never=("encoding",)),
    Case("UTF-16 without a mark", lambda: NAME.encode("utf-16-le"), codes=("encoding",)),
    Case("Windows-1252", lambda: f"{NAME}\nRésumé – “Director”".encode("cp1252"), shown=(NAME, "Résumé – “Director”"), codes=("encoding",)),
    Case(
        "UTF-8 with one bad byte",
        lambda: f"{NAME}\nÉcole supérieure, Zürich – ".encode() + b"\x93x\x94",
        shown=(NAME, "“x”"),
        codes=("encoding",),
    ),
    Case(
        "misread and saved again",
        lambda: f"{NAME}\nled the teamâ€™s cafÃ© launch".encode(),
        shown=(NAME, "team’s café"),
        codes=("encoding",),
    ),
    Case("controls", lambda: f"{NAME}\x07\x08 leads\x00".encode(), shown=(f"{NAME} leads",), codes=("control_chars",)),
    Case("old Mac line ends", lambda: f"{NAME}\rDirector".encode(), shown=(f"{NAME}\nDirector",)),
    Case("a line of a million characters", lambda: b"ab " * 300_000, shown=("ab ab",), codes=("keyword_stuffing",)),
    Case("more text than anybody reads, plain", lambda: b"word " * 300_000, "limit_exceeded"),
    Case("emphasis without end", lambda: f"{NAME}\n# x\n".encode() + b"**a " * 100_000),
    Case("brackets without end", lambda: f"{NAME}\n# x\n".encode() + b"[a](" * 100_000),
    Case("hashes without end", lambda: f"{NAME}\n# ".encode() + b"# " * 200_000 + b"x"),
)

CASES = HIDDEN + VISIBLE + STRUCTURE + REFUSED + TEXTS
