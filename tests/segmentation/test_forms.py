"""Forms that are filled in as a resume: the labels go, and what stands beside them is read as elsewhere."""

from __future__ import annotations

import pytest

from resume_match.lexicon.fields import field_label
from resume_match.model import Document
from resume_match.segmentation import segment
from tests.segmentation.pages import page, word_file
from tests.segmentation.test_entries import degrees, jobs

WRAPPED = """
    First name(s) / Surname(s)\tLeocadia Barros
    E-mail\tleocadia.barros@mail.example
    # Work experience
    Dates\t01/02/2018 – Present
    Occupation or position held\tSenior Translator
    Main activities and\t– Translate contracts and patents
    responsibilities\t– Check four freelance translators
    Name and address of\tCasa das Línguas, Lisboa
    employer
    Dates\t01/09/2012 – 31/01/2018
    Occupation or position held\tTranslator
    Main activities and\t– Translated nine novels
    responsibilities
    Name and address of\tEditora Maré Alta, Porto
    employer
    # Education and training
    Dates\t2010 – 2012
    Title of qualification awarded\tMaster in Translation Studies
    Name and type of organisation\tUniversidade de Coimbra Sul
    """
CELLS = """
    Name\tLeocadia Barros
    E-mail\tleocadia.barros@mail.example
    # WORK EXPERIENCE
    01/02/2018 – Present
    - Dates (from – to)
    - Name and address of employer
    Casa das Línguas, Lisboa
    - Occupation or position held
    Senior Translator
    - Main activities and responsibilities
    Translate contracts and patents
    Check four freelance translators
    01/09/2012 – 31/01/2018
    - Dates (from – to)
    - Name and address of employer
    Editora Maré Alta, Porto
    - Occupation or position held
    Translator
    - Main activities and responsibilities
    Translated nine novels
    # EDUCATION AND TRAINING
    2010 – 2012
    - Dates (from – to)
    - Name and type of organisation providing education
    Universidade de Coimbra Sul
    - Title of qualification awarded
    Master in Translation Studies
    2007 – 2010
    - Dates (from – to)
    - Name and type of organisation providing education
    Escola do Mar
    - Title of qualification awarded
    Bachelor in Portuguese
    """


@pytest.mark.parametrize("document", [page(WRAPPED), word_file(WRAPPED), word_file(CELLS)], ids=["page", "word", "cells"])
def test_the_entries_of_a_form_are_read_without_its_labels(document: Document) -> None:
    resume = segment(document)
    assert resume.contact.name == "Leocadia Barros"
    assert jobs(document) == [
        ("Senior Translator", "Casa das Línguas", "2018-02", "present"),
        ("Translator", "Editora Maré Alta", "2012-09", "2018-01"),
    ]
    assert degrees(document)[0] == ("Master in Translation Studies", "Universidade de Coimbra Sul", "2010", "2012")
    assert degrees(document)[1:] in ([], [("Bachelor in Portuguese", "Escola do Mar", "2007", "2010")])
    assert [[bullet.text for bullet in entry.bullets] for entry in resume.entries[:2]] == [
        ["Translate contracts and patents", "Check four freelance translators"],
        ["Translated nine novels"],
    ]


def test_dates_set_ahead_of_their_label_go_to_the_entry_that_they_open() -> None:
    assert [degree[2:] for degree in degrees(word_file(CELLS))] == [("2010", "2012"), ("2007", "2010")]


def test_every_statement_of_a_form_quotes_the_document() -> None:
    for document in (page(WRAPPED), word_file(CELLS)):
        for entry in segment(document).entries:
            for bullet in entry.bullets:
                assert document.quote(bullet.span).strip() == bullet.text


def test_the_same_words_elsewhere_are_no_labels() -> None:
    document = page("""
        @20 **Nora Quist**
        nora@quist.example
        # Experience
        Baker, Mills Ltd, 2019 – 2021
        - Dates and times of ovens set
        Position: held by two people
        """)
    assert [bullet.text for bullet in segment(document).entries[0].bullets] == [
        "Dates and times of ovens set",
        "Position: held by two people",
    ]


def test_a_label_is_followed_by_a_gap_or_by_nothing() -> None:
    assert field_label("Dates (from – to):") == ("dates", "dates", 18)
    assert field_label("Employer\tMills Ltd") == ("employer", "organization", 9)
    assert field_label("Dates and times") is None
