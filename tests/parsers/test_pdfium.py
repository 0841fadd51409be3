"""The second source of characters: pdfium behind the same layout, hidden text found, the same errors."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

import resume_match as rm
from resume_match.parsers import read_document
from resume_match.parsers.limits import Limits
from tests.parsers.pdf_files import one_page, show

pytest.importorskip("pypdfium2", reason="the extra fast is not installed")

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "examples" / "resumes").glob("*.pdf"))
SHARED = ROOT.parent / "shared"
LEAST_AGREEMENT = 0.995


def both(content: bytes | Path) -> tuple[rm.Document, rm.Document]:
    """The document as our own reader and as pdfium reads it."""
    return read_document(content), read_document(content, pdf_source="pdfium")


def agreement(pairs: list[tuple[rm.Document, rm.Document]]) -> float:
    """The share of words that both texts hold, of the longer text."""
    shared = total = 0
    for own, fast in pairs:
        ours, theirs = Counter(own.text.split()), Counter(fast.text.split())
        shared += sum((ours & theirs).values())
        total += max(sum(ours.values()), sum(theirs.values()))
    return shared / total


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_read_alike(path: Path) -> None:
    own, fast = both(path)
    assert agreement([(own, fast)]) >= LEAST_AGREEMENT
    assert [line.anchor.page for line in fast.lines] == [line.anchor.page for line in own.lines]
    assert [link.target for link in fast.links] == [link.target for link in own.links]


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no files at {SHARED}")
def test_words_agree_over_the_shared_files() -> None:
    assert agreement([both(path) for path in sorted(SHARED.rglob("*.pdf"))]) >= LEAST_AGREEMENT


SEEN = show("Ran a bakery")
HIDDEN = {
    "white": "1 1 1 rg " + show("kubernetes", y=600),
    "white on a white box": "1 1 1 rg 50 580 300 40 re f " + show("kubernetes", y=600),
    "as dark as its ground": "0.2 g 50 580 300 40 re f " + show("kubernetes", y=600),
    "too small": show("kubernetes", y=600, size=1),
    "off the page": show("kubernetes", y=-60),
    "in an invisible mode": "3 Tr " + show("kubernetes", y=600) + "0 Tr ",
    "clipped away": "q 0 0 20 20 re W n " + show("kubernetes", y=600) + "Q ",
}


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_text_is_quoted_and_kept_out(way: str) -> None:
    document = read_document(one_page(SEEN + HIDDEN[way]).written(), pdf_source="pdfium")
    assert document.text == "Ran a bakery"
    (found,) = document.diagnostics
    assert (found.code, found.quote) == (rm.DiagnosticCode.HIDDEN_TEXT, "kubernetes")


def test_light_text_on_a_dark_box_is_seen() -> None:
    content = "0 g 50 680 300 40 re f 1 1 1 rg " + show("Ran a bakery")
    assert read_document(one_page(content).written(), pdf_source="pdfium").text == "Ran a bakery"


@pytest.mark.parametrize("pdf_source", ["own", "pdfium"])
def test_limits_hold(pdf_source: str) -> None:
    content = one_page("".join(show("abcdefghij" * 5, y=740 - 17 * row) for row in range(40))).written()
    with pytest.raises(rm.LimitExceededError, match="characters"):
        read_document(content, limits=Limits(page_characters=1000), pdf_source=pdf_source)


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing of a file", one_page("").written()], ids=["damaged", "without text"])
def test_what_gives_no_text_raises_the_same_error(content: bytes) -> None:
    with pytest.raises(rm.DocumentError) as own:
        read_document(content)
    with pytest.raises(type(own.value)):
        read_document(content, pdf_source="pdfium")


def test_the_isolated_reader_takes_the_source_along() -> None:
    path = SAMPLES[0]
    assert read_document(path, isolate=True, pdf_source="pdfium") == read_document(path, pdf_source="pdfium")


def test_a_matcher_reads_with_the_source_of_its_reading() -> None:
    reading = rm.Reading(pdf_source="pdfium")
    assert rm.read_resume(SAMPLES[0], reading=reading).document == read_document(SAMPLES[0], pdf_source="pdfium")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(rm.UnsupportedFormatError, match=r"resume-match\[fast\]"):
        read_document(one_page(SEEN).written(), pdf_source="pdfium")


def test_there_is_no_other_source() -> None:
    with pytest.raises(ValueError, match="mupdf"):
        read_document(one_page(SEEN).written(), pdf_source="mupdf")
