"""Every odd and hostile file comes to what is written beside it: a text, a typed error, in bounded time."""

from __future__ import annotations

import time

import pytest

from resume_match.errors import DocumentError
from resume_match.parsers import read_document
from tests.parsers.docx_cases import Case
from tests.parsers.hostile_docx import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_file_comes_to_what_is_written_beside_it(case: Case) -> None:
    data = case.make()
    start = time.perf_counter()
    if case.error is not None:
        with pytest.raises(DocumentError) as raised:
            read_document(data, name="resume")
        assert raised.value.code == case.error, raised.value
    else:
        document = read_document(data, name="resume")
        position = 0
        for words in case.shown:
            assert document.text.count(words) == 1 or words in ("ab ab",), (words, document.text[:500])
            position = document.text.index(words, position)
        assert not [words for words in case.unseen if words in document.text.lower()]
        codes = [str(diagnostic.code) for diagnostic in document.diagnostics]
        assert [code for code in case.codes if code not in codes] == []
        assert [code for code in case.never if code in codes and code not in case.codes] == []
    assert time.perf_counter() - start < 12


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 100
    assert len({case.name for case in CASES}) == len(CASES)
