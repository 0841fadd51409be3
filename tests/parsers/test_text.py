"""Plain text and Markdown: signs of lists, headings, weight and links; encodings; and web pages of postings."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from resume_match.errors import EmptyFileError, LimitExceededError, NoTextError
from resume_match.model import Document, DocumentFormat
from resume_match.parsers import read_document
from resume_match.parsers.encodings import decode
from resume_match.parsers.html import read_html
from resume_match.parsers.limits import Limits
from resume_match.parsers.text import read_text


def read(text: str) -> Document:
    return read_text(text.encode(), "resume.md")


MARKDOWN = """# Rosalind Achterberg

**Director of Product** at [Acme Labs](https://acme.example)   2019 - 2021
- Led *twelve* people
  * through a re\\_launch

Experience
----------
1. Cut churn by __9 %__
<!-- hire me -->
| Tools | Jira, `SQL` |
|-------|-------------|
***
> Quoted
![a photo](me.png)
"""


def test_markdown_loses_its_signs_and_keeps_what_they_say() -> None:
    document = read(MARKDOWN)
    assert document.format is DocumentFormat.MARKDOWN
    assert document.text.split("\n") == [
        "Rosalind Achterberg",
        "Director of Product at Acme Labs\t2019 - 2021",
        "• Led twelve people",
        "• through a re_launch",
        "Experience",
        "• Cut churn by 9 %",
        "Tools\tJira, SQL",
        "Quoted",
    ]
    styles = [line.style for line in document.lines]
    assert [style.heading for style in styles] == [1, None, None, None, 2, None, None, None]
    assert [(style.list_item, style.level) for style in styles][2:6] == [(True, 0), (True, 1), (False, 0), (True, 0)]
    assert [document.quote(span) for line in document.lines for span in line.bold_spans] == ["Director of Product", "9 %"]
    assert [(document.quote(link.span), link.target) for link in document.links if link.span] == [("Acme Labs", "https://acme.example")]


def test_lines_are_anchored_by_their_number_in_the_file() -> None:
    assert [line.anchor.paragraph for line in read("Rosalind\n\n\nDirector\n").lines] == [0, 3]


def test_blank_lines_above_are_counted() -> None:
    assert [line.style.gap for line in read("Rosalind\n\n\nDirector\nLed a team").lines] == [0.0, 2.0, 0.0]


def test_plain_text_keeps_stars_and_underscores_inside_words() -> None:
    document = read("snake_case and f(a*b*c)\n2 * 3 * 4\nA_B_C")
    assert document.format is DocumentFormat.TEXT
    assert document.text == "snake_case and f(a*b*c)\n2 * 3 * 4\nA_B_C"


@pytest.mark.parametrize("sign", ["- ", "* ", "+ ", "• ", "– ", "▪ ", "1. ", "2) ", "   - "])
def test_list_signs_of_plain_text(sign: str) -> None:
    line = read(f"Rosalind\n{sign}Led twelve people").lines[1]
    assert (line.style.list_item, len(line.span)) == (True, len("• Led twelve people"))


@pytest.mark.parametrize("sign", ["✅ ", "⭐️ ", "👉", "» ", "o ", "o\t", "o", "→ ", "-", "~ "])
def test_a_sign_of_the_writers_own_is_a_bullet_where_two_lines_begin_with_it(sign: str) -> None:
    lines = read(f"Rosalind\n{sign}Led twelve people\n{sign}Drew four charts").lines
    assert [(line.style.list_item, len(line.span)) for line in lines[1:]] == [
        (True, len("• Led twelve people")),
        (True, len("• Drew four charts")),
    ]


@pytest.mark.parametrize(
    "text", ["☎ 555 0100\n✉ rosalind", "“Led twelve”\n“Drew four”", "🔹 About\nText\n🔹 Work\nText", "once upon\nonce more", "$5\n$6"]
)
def test_a_sign_by_itself_a_quote_and_a_word_are_no_bullets(text: str) -> None:
    assert not any(line.style.list_item for line in read(text).lines)


@pytest.mark.parametrize("text", ["-----", "=====\n****", "· · ·", "\ufeff"])
def test_text_without_words_is_an_error(text: str) -> None:
    with pytest.raises((NoTextError, EmptyFileError)):
        read(text)


def test_the_misread_is_put_right_only_where_that_is_certain() -> None:
    assert decode("the teamâ€™s cafÃ©".encode()).text == "the team’s café"
    for text in ("“AMANHÃ”", "PÅ’s", "Â", "Spaß“", "ã‚¢", "naïve – “quoted”"):
        assert decode(text.encode()) == decode(text.encode())
        assert decode(text.encode()).text == text


def test_what_cannot_be_decoded_is_counted_as_lost() -> None:
    [_, lost] = decode("Zürich ".encode("cp1252") * 5 + b"\x81\x8d").diagnostics
    assert lost.lost == 2


# ------------------------------------------------------------------------------------------------------------------- web pages

PAGE = b"""<!DOCTYPE html><html><head><title>Jobs</title><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a></nav><script>alert("x")</script>
<h1>Director of <b>Product</b></h1><p>Own the roadmap.<br>Lead a&nbsp;team &amp; grow it.</p>
<ul><li><p>Five years of experience</p><li>An MBA<ul><li>or the like</ul></ul>
<p style="display: none">hidden words</p><p hidden>more of them</p>
<table><tr><th>Pay</th><td>100 k</td></tr></table><a href="https://acme.example/apply">Apply</a></body></html>"""


def test_a_page_is_read_as_its_blocks() -> None:
    document = read_html(PAGE, "posting.html")
    assert document.text.split("\n") == [
        "Director of Product",
        "Own the roadmap.",
        "Lead a team & grow it.",
        "Five years of experience",
        "An MBA",
        "or the like",
        "Pay\t100 k",
        "Apply",
    ]
    assert [(line.style.heading, line.style.list_item, line.style.level) for line in document.lines][:6] == [
        (1, False, 0),
        (None, False, 0),
        (None, False, 0),
        (None, True, 0),
        (None, True, 0),
        (None, True, 1),
    ]
    assert [link.target for link in document.links] == ["https://acme.example/apply"]


def test_a_page_names_its_own_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź Product Lead</p></body></html>'
    assert read_html(page.encode("iso-8859-2"), "p").text == "Łódź Product Lead"


def test_a_page_of_endless_nesting_is_refused() -> None:
    with pytest.raises(LimitExceededError):
        read_html(b"<html><body>" + b"<div>" * 100_000 + b"x", "p")


def test_a_page_of_unclosed_paragraphs_is_not_nesting() -> None:
    assert len(read_html(b"<html><body>" + b"<p>word<li>more" * 2_000, "p", Limits()).lines) == 4_000


def test_a_page_whose_tags_never_end_does_not_take_for_ever() -> None:
    start = time.perf_counter()
    with suppress(LimitExceededError):
        read_document(b"<html><body><p>Lead" + b"<a " * 50_000, html=True, limits=Limits(seconds=1.0))
    assert time.perf_counter() - start < 5


# ----------------------------------------------------------------------------------------------------------------- front matter


def test_front_matter_is_a_region_of_its_own_and_its_last_line_no_heading() -> None:
    document = read_text(b"---\nname: Ada Tide\nlinks:\n  - tide.example\nlayout: page\n---\n# Ada Tide\n\nOwned the roadmap\n", "a.md")
    assert [(document.quote(line.span), line.region, line.style.level, line.style.heading) for line in document.lines] == [
        ("name: Ada Tide", 0, 0, None),
        ("links:", 0, 0, None),
        ("• tide.example", 0, 1, None),
        ("layout: page", 0, 0, None),
        ("Ada Tide", 1, 0, 1),
        ("Owned the roadmap", 1, 0, None),
    ]


@pytest.mark.parametrize("text", ["---\nOwned the roadmap\n---\n# Work\n", "---\nname: Ada\n# Work\n", "# Work\n---\nname: Ada\n---\n"])
def test_lines_between_rules_that_are_no_pairs_or_not_at_the_head_are_no_front_matter(text: str) -> None:
    assert {line.region for line in read_text(text.encode(), "a.md").lines} == {0}
