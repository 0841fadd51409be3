"""HTML without a browser: what the page holds, that a resume stays text in it, and how fast it is made."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from time import perf_counter

import pytest

from resume_match.model import CoverageReport, Document, LineStyle, Span
from resume_match.renderers import to_html
from resume_match.renderers.highlights import Mark, pieces
from tests.renderers.reports import HOSTILE, document, hostile_report, report

VOID = {"meta", "link", "br", "img", "rect", "input", "hr"}


class Page(HTMLParser):
    """The tags, ids, fragment links and texts of a page; fails on a tag that is closed out of order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(attribute))]


@pytest.mark.parametrize("made", [report(), hostile_report(), replace(report(), coverages=(), suggestions=(), projection=None)])
def test_every_link_leads_to_an_id_that_the_page_holds_once(made: CoverageReport) -> None:
    page = Page(to_html(made))
    ids, links = page.all("id"), page.all("href")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


def test_the_page_asks_the_network_for_nothing() -> None:
    page = Page(to_html(report()))
    assert page.all("src") == []
    assert "http://" not in to_html(report()).replace("http-equiv", "")
    assert any("default-src 'none'" in content for content in page.all("content"))


def test_a_hostile_resume_adds_no_tag_and_no_template() -> None:
    harmless = Page(to_html(report()))
    hostile = Page(to_html(hostile_report()))
    assert [tag for tag, _ in hostile.tags].count("script") == [tag for tag, _ in harmless.tags].count("script") == 1
    assert not any(name.startswith("on") for _, attributes in hostile.tags for name in attributes)
    assert any(HOSTILE[:40] in text for text in hostile.texts)
    assert "{{ 7*7 }}" in to_html(hostile_report())
    assert not {"\x1b", "\u202e", "\x00"} & set(to_html(hostile_report()))


def test_evidence_and_text_are_linked_both_ways() -> None:
    page = to_html(report())
    assert '<a href="#D1-1">Experience, Senior Product Manager, Larkspur Freight (Jan 2019 to present), page 1</a>' in page
    assert '<span class="anchor" id="D1-1"></span><mark class="explicit "' in page
    assert '<a class="back" href="#D1" aria-label="Back to D1: Develop product strategy and roadmap"' in page


def test_the_whole_text_is_shown_once() -> None:
    text = report().documents.resume.text
    assert "".join(piece.text for piece in pieces(report().documents.resume, ())) == text


def test_marks_that_overlap_cut_the_text_at_every_edge() -> None:
    whole: Document = replace(document(("abcdef",)), lines=())
    first, second = Mark(Span(0, 4), "explicit", "D1-1", "D1", ""), Mark(Span(2, 6), "partial", "D2-1", "D2", "")
    assert [(piece.text, [mark.id for mark in piece.over]) for piece in pieces(whole, (first, second))] == [
        ("ab", ["D1-1"]),
        ("cd", ["D1-1", "D2-1"]),
        ("ef", ["D2-1"]),
    ]


def test_pages_are_named_where_they_begin() -> None:
    assert re.findall(r'<span class="page">(Page \d)</span>', to_html(report())) == ["Page 1", "Page 2"]


def test_a_report_without_its_texts_says_so() -> None:
    made = report()
    bare = replace(made.documents, resume=replace(made.documents.resume, text=""))
    assert "The text was left out of this report." in to_html(replace(made, documents=bare))


def test_it_says_what_it_is() -> None:
    assert to_html(report()).count("it predicts no applicant-tracking system and makes no hiring decision") == 2


def test_it_takes_less_than_50_ms() -> None:
    lines = tuple(f"Line {number} of a long resume with enough words to fill it up" for number in range(200))
    long = replace(report().documents.resume, text=report().documents.resume.text + "\n" + "\n".join(lines))
    made = replace(report(), documents=replace(report().documents, resume=long), coverages=report().coverages)
    to_html(made)
    start = perf_counter()
    to_html(made)
    assert perf_counter() - start < 0.05


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Owned the roadmap", True),
        ("[2] Owned it", True),
        ("“Best” team of 2022", True),
        ("• Owned it", False),
        ("- Owned it", False),
        ("1. Owned it", False),
    ],
)
def test_a_list_line_is_given_a_sign_only_where_none_is_printed(line: str, signed: bool) -> None:
    plain = document()
    listed = replace(plain.lines[0], span=Span(0, len(line)), style=LineStyle(list_item=True))
    assert pieces(replace(plain, text=line, lines=(listed,)), ())[0].bullet is signed
