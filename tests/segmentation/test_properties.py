"""What holds for any document: nothing of it is lost, every span quotes, the same document gives the same resume."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resume_match.errors import DocumentError
from resume_match.model import Bullet, Document, Resume
from resume_match.segmentation import segment
from tests.segmentation.pages import page, plain_text, word_file

SHARED = Path(__file__).parents[2].parent / "shared"

LINES = st.sampled_from(
    [
        "# Experience",
        "# EDUCATION",
        "# Skills",
        "Skills",
        "**Summary**",
        "Languages:",
        "@20 **Nora Quist**",
        "nora@quist.example | 303-555-0114 | Denver, CO",
        "**Senior Product Manager**\tJan 2019 – Present",
        "Heron Pay, Portland, OR",
        "Buyer at Heron Foods (2015 - 2018)",
        "2012 – 2014",
        "Acme Inc. | Analyst | 03/2010 - 05/2011",
        "BA, Economics, University of Larkfield, 2012",
        "GPA: 3.7",
        "- Launched checkout in four regions",
        "  - Cut churn by a tenth",
        "- MBA, Larkfield Business School, 2015",
        "Responsible for the fruit category. Negotiated contracts. Reduced waste. Trained three assistants in the first year there.",
        "Tools: Jira, Figma; SQL (Advanced)",
        "Python\tGo\tRust",
        "•",
        "2",
        "·",
        "_Remote_",
        "---",
        "===",
        "",
    ]
)
MARKUP = st.lists(LINES, min_size=1, max_size=25).map("\n".join)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
WILD = st.lists(st.one_of(LINES, ANY_TEXT), min_size=1, max_size=15).map("\n".join)


def bullets(resume: Resume) -> list[Bullet]:
    return [
        bullet for section in resume.sections for bullet in (*section.bullets, *(b for entry in section.entries for b in entry.bullets))
    ]


def letters(text: str) -> str:
    return re.sub(r"[\s\-‐]", "", text)


def within(short: str, long: str) -> bool:
    """True when the letters of `short` stand in `long` in that order: dates at the margin may stand between."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def lost(resume: Resume) -> list[str]:
    """The lines of which a part lies in no section, page furniture and mere signs and page numbers left aside."""
    document = resume.document
    found = []
    for line in document.lines:
        text = document.quote(line.span)
        word = re.search(r"\w.*\w|\w", text)
        if line.style.furniture or word is None or not re.search(r"[^\W\d_]", text):
            continue
        start, end = line.span.start + word.start(), line.span.start + word.end()
        if not any(section.span.start <= start and end <= section.span.end for section in resume.sections):
            found.append(text)
    return found


def check(document: Document) -> None:
    resume = segment(document)
    assert lost(resume) == []
    for section in resume.sections:
        assert document.quote(section.span).strip()
        for entry in section.entries:
            assert section.span.contains(entry.span)
            assert document.quote(entry.span).strip()
    for bullet in bullets(resume):
        quote = document.quote(bullet.span)
        assert bullet.text and quote == quote.strip()
        assert within(letters(bullet.text), letters(quote))
    assert segment(document) == resume


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_nothing_of_a_word_file_is_lost_and_every_span_quotes(markup: str) -> None:
    check(word_file(markup))


@settings(max_examples=150, deadline=None)
@given(MARKUP)
@example("Skills\nnora@quist.example | 303-555-0114 | Denver, CO\n---\nHeron Pay, Portland, OR\nSkills")
def test_nothing_of_a_page_is_lost_and_every_span_quotes(markup: str) -> None:
    check(page(markup, width=60))


@settings(max_examples=150, deadline=None)
@given(WILD)
def test_any_text_is_segmented_without_an_error(text: str) -> None:
    check(plain_text(text))


def test_an_empty_document_is_a_resume_without_sections() -> None:
    resume = segment(plain_text(" "))
    assert (resume.sections, resume.skills, resume.contact.name) == ((), (), None)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared benchmark files are not beside the project")
def test_nothing_is_lost_of_real_resumes() -> None:
    from resume_match.parsers import read_document

    logging.disable(logging.CRITICAL)
    paths = sorted([*SHARED.glob("parsing/files/*/*"), *SHARED.glob("benchmark/resumes/*.pdf")])
    assert paths
    for path in paths:
        try:
            document = read_document(path)
        except DocumentError:
            continue
        check(document)
