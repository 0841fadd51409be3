"""Characters that come out of Word and text files are those that a reader sees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume_match.errors import DocumentError
from resume_match.parsers import read_document
from resume_match.parsers.cleaning import clean
from tests.parsers.docx_files import docx, para, run


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("of\ufb01ce \ufb02ow", "office flow"),
        ("road\u00admap", "roadmap"),
        ("ma\u200bna\u200cger\ufeff", "manager"),
        ("Ju\u0308rgen", "Jürgen"),
        ("user\u202eecnamrofrep", "userecnamrofrep"),
        ("a\u00a0b\u2003c", "a b c"),
        ("go\u2011to\u2011market", "go-to-market"),
        ("x\ue123y", "x•y"),
        ("C++ & C# — “10 %” €5", "C++ & C# — “10 %” €5"),
    ],
)
def test_what_a_reader_cannot_tell_apart_is_made_the_same(written: str, read: str) -> None:
    assert read_document(docx(para(run(written)))).text == read
    assert read_document(f"Rosalind\n{written}".encode()).text == f"Rosalind\n{read}"


def test_a_mark_in_the_next_run_joins_its_letter() -> None:
    assert read_document(docx(para(run("Ju", "<w:b/>"), run("\u0308rgen")))).text == "Jürgen"


def test_dropped_controls_are_counted() -> None:
    [found] = read_document(b"Rosalind\x07\x08\x1b Achterberg").diagnostics
    assert (str(found.code), found.message.split()[0]) == ("control_chars", "3")


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=60))
def test_whatever_comes_in_the_text_is_clean_and_in_normal_form(text: str) -> None:
    try:
        found = read_document(("Rosalind " + text).encode("utf-8", "surrogatepass")).text
    except DocumentError:
        return
    assert found == unicodedata.normalize("NFC", found)
    bad = [c for c in found if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cs", "Co")]
    assert bad == []
    assert not any(c in found for c in "\u200b\u200c\u200d\u202e\u2066\ufeff\ufb01\u00ad\ufffe\U0001ffff")
    assert found.encode("utf-8").decode("utf-8") == found


def test_cleaning_twice_changes_nothing() -> None:
    for text in ("of\ufb01ce", "a\u2028b", "x\ue000", "\x00y\r\nz"):
        once = clean(text).text
        assert clean(once).text == once
