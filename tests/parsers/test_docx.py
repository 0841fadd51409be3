"""What a Word file says beside its words: headings, lists, sizes, links, regions, places, order."""

from __future__ import annotations

import pytest

from resume_match.model import Document, Link
from resume_match.parsers import read_document
from resume_match.parsers.docx.xml import paragraphs_of, parse_xml
from resume_match.parsers.limits import DEFAULT_LIMITS, BoundedZip, Budget
from tests.parsers.docx_files import NAME, cell, docx, floating, para, part, run, style, styled, styles, table, text_box

NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)


def numbered(number_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


def listed(body: str) -> Document:
    return read_document(docx(body, {"word/numbering.xml": NUMBERING}, (("n", "numbering", "numbering.xml"),)))


def lines_of(document: Document) -> list[str]:
    return document.text.split("\n")


@pytest.mark.parametrize(
    ("properties", "is_listed", "level"),
    [(numbered(1), True, 0), (numbered(1, 2), True, 2), (numbered(0), False, 0), (numbered(2), False, 0), ("", False, 0)],
)
def test_word_lists_are_list_items_without_a_sign_in_the_text(properties: str, is_listed: bool, level: int) -> None:
    line = listed(para("Ran interviews", properties=properties)).lines[0]
    assert (line.style.list_item, line.style.level, len(line.span)) == (is_listed, level, 14)


def test_a_style_takes_its_level_from_the_list_that_names_it() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:pStyle w:val="{key}"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
        for level, key in ((0, "A"), (1, "B"))
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    numbering = part("numbering", f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{number}')
    listed_by = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    sheet = styles(style("A", "Own A", listed_by), style("B", "Own B", listed_by))
    body = para("Outer", properties='<w:pStyle w:val="A"/>') + para("Inner", properties='<w:pStyle w:val="B"/>')
    links = (("n", "numbering", "numbering.xml"), ("s", "styles", "styles.xml"))
    document = read_document(docx(body, {"word/numbering.xml": numbering, "word/styles.xml": sheet}, links))
    assert [(line.style.list_item, line.style.level) for line in document.lines] == [(True, 0), (True, 1)]


@pytest.mark.parametrize("sign", ["• ", "- ", "–\t", "*\t", "▪ ", "o\t", "\uf0b7\t", "➢ ", "·  "])
def test_typed_signs_are_list_items_with_one_kind_of_sign(sign: str) -> None:
    document = read_document(docx(para(run(f"{sign}Ran interviews"))))
    assert document.text == "• Ran interviews"
    assert document.lines[0].style.list_item


@pytest.mark.parametrize("text", ["o Connor", "-5 % costs", "Ran interviews - and more", "*Note"])
def test_signs_elsewhere_make_no_list_item(text: str) -> None:
    document = read_document(docx(para(text)))
    assert (document.text, document.lines[0].style.list_item) == (text, False)


@pytest.mark.parametrize(("name", "level"), [("List Bullet", 0), ("List Bullet 3", 2), ("List Number", 0), ("List Paragraph", None)])
def test_list_styles_make_list_items(name: str, level: int | None) -> None:
    found = read_document(styled(para("Ran interviews", properties='<w:pStyle w:val="L"/>'), styles(style("L", name)))).lines[0].style
    assert (found.list_item, found.level) == (level is not None, level or 0)


@pytest.mark.parametrize(
    ("sheet", "properties", "heading"),
    [
        (style("H", "heading 2"), '<w:pStyle w:val="H"/>', 2),
        (style("T", "Title"), '<w:pStyle w:val="T"/>', 1),
        (style("H", "heading 1") + style("S", "Section", based_on="H"), '<w:pStyle w:val="S"/>', 1),
        (style("O", "Own", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), '<w:pStyle w:val="O"/>', 3),
        ("", '<w:outlineLvl w:val="0"/>', 1),
        ("", '<w:outlineLvl w:val="9"/>', None),
        (style("N", "Normal"), '<w:pStyle w:val="N"/>', None),
    ],
)
def test_headings_are_known_by_style_ancestor_or_outline(sheet: str, properties: str, heading: int | None) -> None:
    assert read_document(styled(para("Experience", properties=properties), styles(sheet))).lines[0].style.heading == heading


def test_size_and_weight_come_through_styles_and_defaults() -> None:
    sheet = styles(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
        style("A", "A", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'),
        style("B", "B", "<w:rPr><w:i/></w:rPr>", based_on="A"),
    )
    document = read_document(styled(para("Plain") + para("Styled", properties='<w:pStyle w:val="B"/>'), sheet))
    found = [(line.style.size, line.style.bold, line.style.italic) for line in document.lines]
    assert found == [(11.0, False, False), (14.0, True, True)]


def test_bold_parts_are_spans_of_the_text() -> None:
    document = read_document(docx(para(run("Led ", ""), run("Acme", "<w:b/>"), run(" Labs", "<w:b/>"), run(" to profit"))))
    assert [document.quote(span) for span in document.lines[0].bold_spans] == ["Acme Labs"]
    assert not document.lines[0].style.bold


def test_links_carry_their_words_and_target() -> None:
    body = para('<w:hyperlink r:id="m">' + run("Write me") + "</w:hyperlink>", run(" or "), (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/ra" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("my page") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))  # fmt: skip
    document = read_document(docx(body, links=(("m", "hyperlink", "mailto:ra@example.org"),), external=("m",)))
    assert [(document.quote(link.span), link.target) for link in document.links if link.span] == [
        ("Write me", "mailto:ra@example.org"),
        ("my page", "https://example.org/ra"),
    ]
    assert all(isinstance(link, Link) for link in document.links)


def test_an_address_broken_over_lines_is_one() -> None:
    line_break = "<w:r><w:br/></w:r>"
    body = para(run("rosalind.a"), line_break, run("@example.org")) + para(run("linkedin.com/in/"), line_break, run("rosalind-a"))
    assert lines_of(read_document(docx(body))) == ["rosalind.a@example.org", "linkedin.com/in/rosalind-a"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Director     2019 - 2021", "Director\t2019 - 2021"), ("One.  Two", "One. Two"), ("a \t b", "a\tb"), ("  indented ", "indented")],
)
def test_wide_blanks_are_tabs_and_others_single_spaces(text: str, expected: str) -> None:
    assert read_document(docx(para(run(text)))).text == expected


def test_two_blanks_where_the_setting_changes_part_a_line() -> None:
    assert read_document(docx(para(run("Acme Labs", "<w:b/>"), run("  "), run("Director", "<w:i/>")))).text == "Acme Labs\tDirector"


def test_columns_of_a_layout_table_are_read_one_after_the_other() -> None:
    left = para("Contact") + para("Skills") + para("Roadmaps")
    right = para("Experience") + para("Director") + para("Led twelve people")
    document = read_document(docx(para(NAME) + table((left, right))))
    assert lines_of(document) == [NAME, "Contact", "Skills", "Roadmaps", "Experience", "Director", "Led twelve people"]
    regions = [line.region for line in document.lines]
    assert regions[1] == regions[3] != regions[4] == regions[6]


def test_a_date_cell_stands_beside_the_first_line_of_its_entry() -> None:
    entry = para("Acme Labs") + para("Director of Product") + para("• Led twelve people")
    for row in ((entry, para("Jan 2019 - Present")), (para("Jan 2019 - Present"), entry)):
        first = "\t".join(("Acme Labs", "Jan 2019 - Present") if row[0] is entry else ("Jan 2019 - Present", "Acme Labs"))
        assert lines_of(read_document(docx(table(row)))) == [first, "Director of Product", "• Led twelve people"]


def test_lines_within_one_paragraph_stand_beside_each_other_too() -> None:
    line_break = "<w:r><w:br/></w:r>"
    row = (para(run("Director"), line_break, run("Acme Labs")), para(run("2019 - 2021"), line_break, run("Utrecht")))
    assert lines_of(read_document(docx(table(row)))) == ["Director\t2019 - 2021", "Acme Labs\tUtrecht"]


def test_a_date_beside_bullets_comes_before_them() -> None:
    row = (para("• Led twelve people") + para("• Cut churn"), para("2019 - 2021"))
    assert lines_of(read_document(docx(table(row)))) == ["2019 - 2021", "• Led twelve people", "• Cut churn"]


def test_a_column_of_section_names_is_kept_apart_from_what_it_names() -> None:
    experience = para("Director") + para("Acme Labs") + para("• Led twelve people")
    document = read_document(docx(table(("EXPERIENCE", experience), ("LANGUAGES", "English, Dutch"))))
    assert lines_of(document) == ["EXPERIENCE", "Director", "Acme Labs", "• Led twelve people", "LANGUAGES", "English, Dutch"]


def test_signs_in_cells_of_their_own_are_no_lines() -> None:
    document = read_document(docx(table(("◆", para("Acme Labs") + para("Director")), ("•", "Led twelve people"))))
    assert lines_of(document) == ["Acme Labs", "Director", "Led twelve people"]
    assert [line.style.list_item for line in document.lines] == [False, False, True]


def test_bullets_in_cells_stay_one_a_line() -> None:
    assert lines_of(read_document(docx(table(("• Roadmaps", "• Pricing"))))) == ["• Roadmaps", "• Pricing"]


def test_columns_and_sections_are_regions_of_their_own() -> None:
    column = '<w:r><w:br w:type="column"/></w:r>'
    first_column = para("Summary", properties="<w:sectPr/>") + para("Skills")
    document = read_document(docx(first_column + para(column, run("Experience")) + para(run("Education"), column) + para("Awards")))
    assert lines_of(document) == ["Summary", "Skills", "Experience", "Education", "Awards"]
    first, second, third, fourth, fifth = (line.region for line in document.lines)
    assert first < second < third == fourth < fifth


def test_a_tall_box_beside_the_text_comes_after_it() -> None:
    box = text_box(*(para(f"Skill {number}") for number in range(5)), anchor=floating(5_000_000, 0))
    document = read_document(docx(para(run(NAME), box) + para("Experience") + para("Led twelve people")))
    assert lines_of(document) == [NAME, "Experience", "Led twelve people", *(f"Skill {number}" for number in range(5))]


def test_boxes_at_one_place_are_read_column_by_column() -> None:
    places = {"right top": (4_000_000, 0), "left low": (0, 2_000_000), "left top": (0, 0), "right low": (4_000_000, 2_000_000)}
    boxes = [text_box(para(text), anchor=floating(left, top, 2_000_000, 1_000_000)) for text, (left, top) in places.items()]
    assert lines_of(read_document(docx(para(*boxes)))) == ["left top", "left low", "right top", "right low"]


def header_and_body(section: str, body: str = "") -> Document:
    return read_document(
        docx(
            para("Led twelve people") + body + f"<w:sectPr>{section}</w:sectPr>",
            {"word/header1.xml": part("hdr", para(NAME)), "word/header2.xml": part("hdr", para(f"{NAME}, resume"))},
            (("h1", "header", "header1.xml"), ("h2", "header", "header2.xml")),
        )
    )


def test_the_header_of_the_first_page_opens_the_text_and_that_of_the_others_closes_it() -> None:
    first = '<w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>'
    document = header_and_body(f"{first}<w:titlePg/>")
    assert lines_of(document) == [NAME, "Led twelve people", f"{NAME}, resume"]
    assert [line.style.furniture for line in document.lines] == [False, False, True]
    assert lines_of(header_and_body(first)) == [f"{NAME}, resume", "Led twelve people"]


def test_a_header_that_no_section_shows_is_not_read() -> None:
    assert lines_of(header_and_body("")) == ["Led twelve people"]


def test_a_footer_with_a_page_number_is_furniture_and_one_with_an_address_is_not() -> None:
    page = '<w:fldSimple w:instr="PAGE">' + run("1") + "</w:fldSimple>"
    document = read_document(
        docx(
            para(NAME) + '<w:sectPr><w:footerReference r:id="f"/></w:sectPr>',
            {"word/footer1.xml": part("ftr", para(run("Resume, page "), page) + para("ra@example.org"))},
            (("f", "footer", "footer1.xml"),),
        )
    )
    assert [(document.quote(line.span), line.style.furniture) for line in document.lines][1:] == [
        ("ra@example.org", False),
        ("Resume, page 1", True),
    ]


def test_an_anchor_counts_the_paragraphs_of_its_part_in_document_order() -> None:
    data = docx(para(NAME) + table(("Skills", "Pricing")) + para(text_box(para("Sidebar"))) + "<w:p/>" + para("Last"))
    document = read_document(data)
    budget = Budget("", DEFAULT_LIMITS)
    elements = list(paragraphs_of(parse_xml(BoundedZip(data, budget).read("word/document.xml"), budget)))
    for line in document.lines:
        assert line.anchor.part == "body" and line.anchor.paragraph is not None
        text = "".join(elements[line.anchor.paragraph].itertext())
        assert document.quote(line.span).split("\t")[0] in text


def test_hidden_text_is_told_with_its_words_reason_and_place() -> None:
    document = read_document(docx(para(NAME) + para(run("SQL and ", "<w:vanish/>"), run("Python", "<w:vanish/>"))))
    assert document.text == NAME
    [found] = document.diagnostics
    assert (str(found.code), found.quote) == ("hidden_text", "SQL and Python")
    assert found.message == "Kept out of the text: set as hidden text (body, paragraph 2)."


def test_many_hidden_passages_are_told_briefly() -> None:
    hidden = "".join(para(run(f"secret {number}", "<w:vanish/>")) for number in range(200))
    assert len(read_document(docx(para(NAME) + hidden)).diagnostics) == 51


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = para("Led twelve ", properties="<w:rPr><w:del/></w:rPr>") + para("people")
    assert read_document(docx(body)).text == "Led twelve people"


def test_a_large_first_letter_belongs_to_its_word() -> None:
    body = para("R", properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + para("osalind leads")
    assert read_document(docx(body)).text == "Rosalind leads"


def test_capitals_are_read_as_printed() -> None:
    sheet = styles(style("H", "Own", "<w:rPr><w:caps/></w:rPr>"))
    body = para("Selected engagements", properties='<w:pStyle w:val="H"/>') + para(run("Led C# teams", "<w:smallCaps/>"))
    assert lines_of(read_document(styled(body, sheet))) == ["SELECTED ENGAGEMENTS", "Led C# teams"]


@pytest.mark.parametrize(("font", "sign"), [("Wingdings", "§"), ("Wingdings 2", "\uf097"), ("Wingdings", "v"), ("Symbol", "·")])
def test_letters_of_a_font_of_signs_are_bullets(font: str, sign: str) -> None:
    document = read_document(docx(para(run(sign, f'<w:rFonts w:ascii="{font}"/>'), run("\tLed a team"))))
    assert (document.text, document.lines[0].style.list_item) == ("• Led a team", True)


def test_the_space_above_a_line_is_counted_in_its_height() -> None:
    document = read_document(docx(para(run(NAME, '<w:sz w:val="20"/>')) + "<w:p/>" + para(run("Experience", '<w:sz w:val="20"/>'))))
    assert document.lines[0].style.gap == 0.0
    assert document.lines[1].style.gap == pytest.approx(1.1, abs=0.05)


def test_a_row_is_one_line_whose_size_is_that_of_its_first_cell() -> None:
    row = (cell(para(run("Acme", '<w:sz w:val="28"/>'))), cell(para(run("January 2019 - March 2021", '<w:sz w:val="16"/>'))))
    assert read_document(docx(table(row))).lines[0].style.size == 14.0
