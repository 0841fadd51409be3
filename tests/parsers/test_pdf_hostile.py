"""Every odd, damaged and hostile PDF comes to what is written beside it: a text, a typed error, in bounded time."""

from __future__ import annotations

import time

import pytest

from resume_match.errors import DocumentError
from resume_match.model import Document
from resume_match.parsers.limits import DEFAULT_LIMITS
from resume_match.parsers.pdf import read_pdf
from tests.parsers.hostile_pdf import CASES, mutated
from tests.parsers.odd_pdf import SECRET, Case


def read(data: bytes) -> Document:
    return read_pdf(data, "resume.pdf", DEFAULT_LIMITS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_file_comes_to_what_is_written_beside_it(case: Case) -> None:
    data = case.make()
    start = time.perf_counter()
    if case.error is not None:
        with pytest.raises(DocumentError) as raised:
            read(data)
        assert raised.value.code == case.error, raised.value
    else:
        document = read(data)
        position = 0
        for words in case.shown:
            assert words in document.text[position:], (words, document.text[:500])
            position = document.text.index(words, position)
        assert not [word for word in SECRET.split() if word in document.text]
        assert sorted({str(diagnostic.code) for diagnostic in document.diagnostics}) == sorted(case.codes), document.diagnostics
        assert "(cid:" not in document.text
    assert time.perf_counter() - start < 12


def test_hidden_words_are_quoted_with_page_and_reason() -> None:
    for case in CASES:
        if case.codes == ("hidden_text",) and case.error is None:
            (diagnostic,) = (found for found in read(case.make()).diagnostics if found.code == "hidden_text")
            assert diagnostic.page == 1
            assert diagnostic.quote in (SECRET, "Nora Quill Led the bakery platform team"), case.name
            assert diagnostic.message.startswith("Kept out of the text: it")


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 130
    assert len({case.name for case in CASES}) == len(CASES)


def check_mutations(seed: int, count: int) -> None:
    """Reads so many mutated files; anything but a document or a DocumentError fails, and so does a file that takes over ten seconds."""
    for number, data in enumerate(mutated(seed, count)):
        start = time.perf_counter()
        try:
            document = read(data)
        except DocumentError:
            pass
        except Exception as error:
            raise AssertionError(f"mutation {number} of seed {seed} raised {type(error).__name__}") from error
        else:
            assert all(document.quote(line.span).strip() for line in document.lines)
        assert time.perf_counter() - start < 12, (seed, number)


def test_mutated_files_raise_nothing_but_document_errors() -> None:
    check_mutations(seed=20261125, count=250)
