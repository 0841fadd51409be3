"""Layout reads positioned characters as a person reads the page; every page here is set by hand, in points."""

from __future__ import annotations

from collections.abc import Iterable

from resume_match.parsers.layout import Glyph, LaidLine, lay_out
from resume_match.parsers.layout.furniture import Placed, find_furniture
from resume_match.parsers.layout.hyphens import rejoined
from resume_match.parsers.layout.marks import Mark, bullets_before
from resume_match.parsers.layout.text import line_text

ADVANCE = 0.5
HEADINGS = {"Experience": 2, "Education": 2, "Skills": 2, "Technical Skills": 2, "Languages": 1}


def typed(text: str, left: float, baseline: float, size: float = 10, bold: bool = False, step: float = ADVANCE) -> list[Glyph]:
    """The text as glyphs of half the size's width; blanks leave a gap and no glyph."""
    return [
        Glyph(sign, left + place * step * size, left + place * step * size + ADVANCE * size, baseline, size, bold)
        for place, sign in enumerate(text)
        if sign != " "
    ]


def column(left: float, top: float, *lines: str, step: float = 12, size: float = 10) -> list[Glyph]:
    """Lines below each other."""
    return [glyph for index, line in enumerate(lines) for glyph in typed(line, left, top + step * index, size)]


def read(*parts: Iterable[Glyph]) -> list[str]:
    """The text of each line, in reading order."""
    return [line_text(line).text for line in laid(*parts)]


def laid(*parts: Iterable[Glyph]) -> list[LaidLine]:
    return lay_out([glyph for part in parts for glyph in part], rank=lambda text: HEADINGS.get(text, 0))


def test_words_come_from_gaps() -> None:
    assert read(typed("Led the bakery", 50, 100)) == ["Led the bakery"]


def test_drawing_order_does_not_matter() -> None:
    assert read(reversed(column(50, 100, "Led the", "bakery"))) == ["Led the", "bakery"]


def test_a_letter_spaced_heading_is_closed_up() -> None:
    assert read(typed("EXPERIENCE", 50, 100, step=1.2)) == ["EXPERIENCE"]
    assert read(typed("WORK", 50, 100, step=1.2), typed("HISTORY", 110, 100, step=1.2)) == ["WORK HISTORY"]


def test_single_letters_that_are_words_stay_apart() -> None:
    assert read(typed("Plan B and a C", 50, 100)) == ["Plan B and a C"]


def test_letters_printed_twice_for_boldness_count_once() -> None:
    assert read(typed("Baker", 50, 100), typed("Baker", 50.4, 100)) == ["Baker"]
    assert read(typed("bookkeeper", 50, 100)) == ["bookkeeper"]


def test_a_date_at_the_right_stays_on_its_line_behind_a_tab() -> None:
    assert read(typed("Head baker", 50, 100), typed("2019 - 2021", 480, 100)) == ["Head baker\t2019 - 2021"]


def test_right_aligned_dates_and_places_are_no_column() -> None:
    left = column(50, 100, "Acme Bakery", "Head baker", "Beta Mills", "Miller")
    right = column(470, 100, "Lisbon", "2019 - 2021", "Porto", "2016 - 2019")
    assert read(left, right) == ["Acme Bakery\tLisbon", "Head baker\t2019 - 2021", "Beta Mills\tPorto", "Miller\t2016 - 2019"]


def test_a_sidebar_is_read_before_the_text_beside_it() -> None:
    side = column(40, 100, "Skills", "Baking", "Milling", "Selling", "Buying", step=17)
    body = column(220, 106, "Experience", "Head baker, Acme", "Baked bread for the town", "Trained two juniors", "Sold it all")
    assert read(side, body) == [
        "Skills", "Baking", "Milling", "Selling", "Buying",
        "Experience", "Head baker, Acme", "Baked bread for the town", "Trained two juniors", "Sold it all",
    ]  # fmt: skip


def test_regions_number_the_columns_in_reading_order() -> None:
    side = column(40, 100, "Skills", "Baking", "Milling", "Selling", step=17)
    body = column(220, 106, "Experience", "Head baker, Acme", "Baked bread for the town")
    assert [line.region for line in laid(side, body)] == [0, 0, 0, 0, 1, 1, 1]


def test_a_header_across_the_page_comes_before_both_columns() -> None:
    header = typed("Nora Quill, baker and miller of Lisbon and Porto since the year two thousand", 40, 60)
    side = column(40, 100, "Skills", "Baking", "Milling", "Selling", step=17)
    body = column(220, 106, "Experience", "Head baker, Acme", "Baked bread", "Sold it")
    assert read(header, side, body)[0].startswith("Nora Quill")
    assert read(header, side, body)[1:3] == ["Skills", "Baking"]


def test_two_columns_on_one_grid_are_told_apart_by_their_headings() -> None:
    left = column(40, 100, "Education", "School of Baking", "Graduated 2012")
    right = column(320, 100, "Languages", "English", "French")
    assert read(left, right) == ["Education", "School of Baking", "Graduated 2012", "Languages", "English", "French"]


def test_a_table_of_short_cells_is_read_across() -> None:
    left = column(40, 100, "Baking", "Milling", "Selling")
    right = column(320, 100, "Buying", "Planning", "Hiring")
    assert read(left, right) == ["Baking\tBuying", "Milling\tPlanning", "Selling\tHiring"]


def test_dates_in_the_left_margin_stay_with_their_line() -> None:
    dates = column(40, 100, "2019 - 2021", step=48) + column(40, 148, "2016 - 2019")
    body = column(160, 100, "Head baker", "Baked bread for the town", "Trained two juniors", "", "Miller", "Ground flour")
    assert read(dates, body) == [
        "2019 - 2021\tHead baker", "Baked bread for the town", "Trained two juniors", "2016 - 2019\tMiller", "Ground flour",
    ]  # fmt: skip


def test_a_place_under_a_date_in_the_margin_joins_it() -> None:
    body = column(160, 100, "Head baker", "Acme Bakery", "Baked bread for the town")
    assert read(column(40, 100, "2019 - 2021", "Lisbon"), body) == [
        "2019 - 2021\tLisbon\tHead baker",
        "Acme Bakery",
        "Baked bread for the town",
    ]


def test_a_section_label_at_the_left_becomes_a_line_of_its_own() -> None:
    body = column(160, 100, "Head baker, Acme", "Baked bread for the town") + column(160, 140, "School of Baking", "Graduated 2012")
    labels = typed("Experience", 40, 100) + typed("Education", 40, 140)
    assert read(labels, body) == [
        "Experience",
        "Head baker, Acme",
        "Baked bread for the town",
        "Education",
        "School of Baking",
        "Graduated 2012",
    ]


def test_a_label_of_two_lines_is_one_heading() -> None:
    body = column(160, 100, "Baking, milling and selling", "Planning and hiring")
    assert read(column(40, 100, "Technical", "Skills"), body) == ["Technical Skills", "Baking, milling and selling", "Planning and hiring"]


def test_notes_beside_bullets_move_to_the_line_that_names_the_entry() -> None:
    body = column(40, 100, "Head baker, Acme", "- Baked bread for the whole town", "- Trained two juniors")
    notes = column(470, 100, "Lisbon", "2019 - 2021")
    assert read(body, notes) == ["Head baker, Acme\tLisbon\t2019 - 2021", "• Baked bread for the whole town", "• Trained two juniors"]


def test_a_date_that_wraps_in_its_cell_is_put_together() -> None:
    body = column(40, 100, "Head baker, Acme", "Lisbon and Porto")
    assert read(body, column(470, 100, "Mar 2019 -", "Present"))[0] == "Head baker, Acme\tMar 2019 - Present"


def test_bullets_of_any_kind_become_one_sign() -> None:
    for sign in ("•", "▪", "\uf0b7", "\ufffd", "–", "o"):
        assert read(typed(sign, 40, 100), typed("Baked bread", 55, 100)) == ["• Baked bread"], sign


def test_shapes_drawn_where_bullets_stand_are_bullets() -> None:
    glyphs = column(60, 100, "Baked bread", "Sold cake")
    marks = [Mark(45, 94.5, 49, 98.5), Mark(45, 106.5, 49, 110.5), Mark(300, 300, 304, 304)]
    assert read(glyphs, bullets_before(glyphs, marks)) == ["• Baked bread", "• Sold cake"]


def test_a_lone_shape_before_a_line_is_no_bullet() -> None:
    glyphs = column(60, 100, "Baked bread", "Sold cake")
    assert bullets_before(glyphs, [Mark(45, 94.5, 49, 98.5)]) == []


def test_raised_signs_join_their_word() -> None:
    assert read(typed("Won 1", 40, 100), typed("st", 65, 96, size=6), typed("prize", 74, 100)) == ["Won 1st prize"]


def test_ligatures_and_loose_accents_are_made_plain() -> None:
    assert read(typed("con\ufb01dent", 40, 100)) == ["confident"]
    assert read([Glyph("´", 40, 45, 100, 10), Glyph("e", 40, 45.1, 100, 10)]) == ["é"]


def never(_: str) -> bool:
    return False


def test_a_word_broken_at_the_lines_end_loses_its_hyphen() -> None:
    assert rejoined("We imple-", "mented ovens", never) == ("We implemented", "ovens")
    assert rejoined("the run-", "ning total.", never) == ("the running", "total.")


def test_a_real_hyphen_stays() -> None:
    assert rejoined("Led cross-", "functional teams", never) == ("Led cross-functional", "teams")
    assert rejoined("tracked sell-", "through", never) == ("tracked sell-through", "")
    assert rejoined("after the clean-", "up of", never) == ("after the clean-up", "of")
    assert rejoined("from 2019-", "2021 on", never) == ("from 2019-2021", "on")
    assert rejoined("example.org/nora-", "quill", never) == ("example.org/nora-quill", "")


def test_the_document_itself_shows_how_a_word_is_written() -> None:
    assert rejoined("an over-", "view", lambda word: word == "over-view") == ("an over-view", "")
    assert rejoined("data-", "base", lambda word: word == "database") == ("database", "")


def test_a_dash_between_words_is_no_broken_word() -> None:
    assert rejoined("Baker -", "and miller", never) is None


def furniture(*lines: tuple[int, float, str]) -> list[str]:
    placed = [Placed(page, top, top + 0.015, text) for page, top, text in lines]
    return [line.text for line, found in zip(placed, find_furniture(placed), strict=True) if found]


def test_page_numbers_and_running_lines_are_furniture() -> None:
    pages = (
        (1, 0.03, "Nora Quill"), (1, 0.5, "Baked bread"), (1, 0.96, "Page 1 of 2"),
        (2, 0.03, "Nora Quill"), (2, 0.5, "Baked bread"), (2, 0.96, "Page 2 of 2"),
    )  # fmt: skip
    assert furniture(*pages) == ["Page 1 of 2", "Nora Quill", "Page 2 of 2"]


def test_the_first_lines_of_a_single_page_are_no_furniture() -> None:
    assert furniture((1, 0.03, "Nora Quill"), (1, 0.05, "nora@example.org"), (1, 0.97, "References on request")) == []


def placed(text: str, left: float, baseline: float, steps: list[float]) -> list[Glyph]:
    """The letters, each so many sizes behind the left edge of the one before."""
    found = []
    for sign, step in zip(text, [*steps, 0.0], strict=True):
        if sign != " ":
            found.append(Glyph(sign, left, left + ADVANCE * 10, baseline, 10, True))
        left += step * 10
    return found


def test_letters_that_kerning_sets_unevenly_apart_are_one_word() -> None:
    assert read(placed("TOOLBOX", 50, 100, [0.62, 0.62, 0.62, 0.64, 0.68, 0.62])) == ["TOOLBOX"]
    assert read(placed("WHAT", 50, 100, [0.68, 0.68, 0.6])) == ["WHAT"]
    assert read(placed("to do", 50, 100, [0.5, 0.5, 0.2, 0.5])) == ["to do"]


def test_the_heading_below_a_label_column_of_dates_is_no_further_line_of_its_cell() -> None:
    dates = column(50, 100, "2010", "2004", "Education", "2002")
    beside = [*column(150, 100, "Fellow, Kestrel Labs", "Analyst, Colby Ridge"), *typed("BA, Oak College", 150, 136)]
    assert read(dates, beside) == ["2010\tFellow, Kestrel Labs", "2004\tAnalyst, Colby Ridge", "Education", "2002\tBA, Oak College"]


def test_labels_set_as_the_headings_beside_their_sections_are_headings_too() -> None:
    labels = [*typed("Experience", 50, 100, bold=True), *typed("What I", 50, 124, bold=True), *typed("Like", 50, 136, bold=True)]
    labels += typed("Skills", 50, 160, bold=True)
    texts = column(200, 100, "Baker at Mills, 2019", "", "Rye and spelt of old", "sorts, slow dough", "", "Baking, planning")
    assert read(labels, texts) == [
        "Experience",
        "Baker at Mills, 2019",
        "What I Like",
        "Rye and spelt of old",
        "sorts, slow dough",
        "Skills",
        "Baking, planning",
    ]


def test_dates_beside_entries_stay_dates_where_section_headings_stand_in_their_column() -> None:
    left, right = [], []
    for place, (dates, town) in enumerate({"2019 – 2021": "Oslo", "2015 – 2019": "Bergen", "2013 – 2015": "Skien"}.items()):
        left += column(50, 100 + 60 * place, dates, town, step=17)
        right += column(150, 100.5 + 60 * place, "Baker", "Mills Ltd", "Led the oven")
    left += [*typed("Education", 50, 280, bold=True), *typed("2009 – 2013", 50, 300)]
    right += column(150, 300.5, "BA Baking", "Oak College")
    lines = read(left, right)
    assert [line.startswith("20") and line.endswith(("Baker", "Baking")) for line in lines].count(True) == 4


def test_a_name_in_large_letters_is_parted_from_the_address_close_beside_it() -> None:
    assert read(typed("Rosa Berg", 50, 100, size=30), typed("rosa@mail.example", 190, 100, size=9)) == ["Rosa Berg\trosa@mail.example"]


def test_the_dash_between_dates_that_wrap_is_no_bullet() -> None:
    assert read(column(50, 100, "BA, Oak College | Aug. 2016", "– May 2020 | Austin, TX")) == [
        "BA, Oak College | Aug. 2016 –",
        "May 2020 | Austin, TX",
    ]
    assert read(column(50, 100, "Baker, Mills Ltd, 2019", "– Led two ovens")) == ["Baker, Mills Ltd, 2019", "• Led two ovens"]


def test_a_label_that_wraps_beside_a_single_line_is_one_heading() -> None:
    labels = [*typed("Experience", 50, 100, bold=True), *typed("Personal", 50, 124, bold=True), *typed("statement", 50, 136, bold=True)]
    labels += typed("Skills", 50, 160, bold=True)
    texts = [*typed("Baker at Mills, 2019", 200, 100), *typed("Bakes well", 200, 124), *typed("Baking, planning", 200, 160)]
    assert read(labels, texts)[2:4] == ["Personal statement", "Bakes well"]


def test_dates_in_the_margin_set_smaller_and_higher_than_the_title_beside_them_stay_with_it() -> None:
    left = [*typed("2019 – 2023", 50, 98, 8), *typed("2015 – 2019", 50, 158, 8)]
    right = [*column(150, 100, "Plant Manager", "Ran two press lines", "Cut scrap", step=14, size=12)]
    right += column(150, 160, "Shift Manager", "Led twelve packers", "Planned rosters", step=14, size=12)
    lines = read(left, right)
    assert lines.index("2019 – 2023\tPlant Manager") < lines.index("2015 – 2019\tShift Manager")


def table(*rows: tuple[tuple[str, ...], ...], apart: float = 26, columns: tuple[float, ...] = (50, 130, 300, 400)) -> list[Glyph]:
    """Rows of cells, each with its lines, 12 points within a row and `apart` between rows."""
    found: list[Glyph] = []
    top = 100.0
    for row in rows:
        for left, cell in zip(columns, row, strict=True):
            found += column(left, top, *cell)
        top += 12 * (max(map(len, row)) - 1) + apart
    return found


def test_cells_of_a_table_that_wrap_are_one_line() -> None:
    rows = (
        (("B.E.", "(Mechanical)"), ("Sahyadri College of Engineering", "and Technology"), ("2009",), ("68.4%",)),
        (("MBA",), ("Deccan Institute of Management",), ("2012",), ("71%",)),
    )
    assert read(table(*rows)) == [
        "B.E. (Mechanical)\tSahyadri College of Engineering and Technology\t2009\t68.4%",
        "MBA\tDeccan Institute of Management\t2012\t71%",
    ]


def test_lists_in_columns_and_names_over_titles_are_no_cells_that_wrap() -> None:
    grid = (("Pricing", "Figma"), ("SQL", "Python"), ("Jira",), ("Excel",))
    assert read(table(grid, grid))[:2] == ["Pricing\tSQL\tJira\tExcel", "Figma\tPython"]
    job = (("Acme", "Buyer"), ("Lisbon",), ("Mills",), ("2012",))
    assert read(table(job, job))[:2] == ["Acme\tLisbon\tMills\t2012", "Buyer"]


def test_rows_of_a_table_without_space_between_them_stay_apart() -> None:
    row = (("Mechanical", "Engineering"), ("Sahyadri College of Engineering",), ("2009",), ("68.4%",))
    assert read(table(row, row, apart=12))[:2] == ["Mechanical\tSahyadri College of Engineering\t2009\t68.4%", "Engineering"]


def test_the_first_column_name_of_a_table_is_no_heading_at_its_left() -> None:
    rows = ((("Education",), ("Institute",), ("Year",), ("Marks",)), (("MBA",), ("Deccan Institute",), ("2012",), ("71%",)))
    assert read(table(*rows)) == ["Education\tInstitute\tYear\tMarks", "MBA\tDeccan Institute\t2012\t71%"]


def test_the_end_of_a_range_alone_on_the_next_line_goes_with_its_beginning() -> None:
    assert read(typed("BSc Mathematics, Avonmouth", 50, 100), typed("2013 -", 400, 100), typed("2016", 50, 112)) == [
        "BSc Mathematics, Avonmouth\t2013 - 2016"
    ]
