"""Redaction: nothing of the person remains in any output, and no span, status or figure moves."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from samples import OTHERS, SAMPLES, SHARED, SOURCES, matcher, report_of, report_on, scores

import resume_match as rm
from resume_match.lexicon.naming import school_score

ALL = [*SAMPLES, *OTHERS]
PRONOUNS = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|linkedin\.com|github\.com", re.IGNORECASE)
RESUME = """# Robin Vale
she/her | 12 Harbor Street, Salem, OR 97301 | +1 503 555 0182 | robin.vale@example.com | github.com/robinvale

## Profile
Robin is a product manager. Her teams shipped twelve releases.

## Experience
### Acme Tools, Boise, ID
*Product Manager*	*2019 - 2022*
- Negotiated contracts with carriers; reported to Ms. Ada Quill
- Recruited interns at Harvard University for R. VALE's robotics team

## Education
### BA History
*Willamette Valley College, Salem, OR, 2014*

## Personal
Date of birth: 4 May 1991
Nationality: Freedonian

## References
Tom Marlow, tom@example.org, his manager
"""
LETTER = """Robin Vale
12 Harbor Street

Dear Mr. Stone,

I negotiated contracts with four carriers. At Willamette Valley College I learned to ask.

Kind regards,
Robin Vale
"""


def redacted_of(path: Path) -> tuple[rm.CoverageReport, rm.CoverageReport]:
    """The report on a file and its redacted twin."""
    try:
        report = report_of(path)
    except rm.DocumentError as error:
        pytest.skip(f"gives no report: {error.code}")
    return report, rm.redact(report)


def written(report: rm.CoverageReport) -> dict[str, str]:
    """Every output of a report; what is of the profile and not of the person left out of the JSON."""
    told = json.loads(rm.to_json(report))
    for coverage in told.get("coverages", []):
        coverage.pop("requirement", None)
    for suggestion in told.get("suggestions", []):
        suggestion.pop("slots", None)  # samples of the phrasebook's own
    return {"json": json.dumps(told, ensure_ascii=False), "text": report.documents.resume.text}


def personal_words(path: Path) -> list[str]:
    """What may not remain: names, addresses and schools as the file, and where there is one its hand-checked truth, tells them."""
    resume = rm.read_resume(path)
    contact = resume.contact
    words = [contact.name or "", *contact.emails, *contact.phones, *contact.links]
    schools = [entry.organization or "" for entry in resume.entries if entry.kind is rm.EntryKind.EDUCATION]
    truth = SHARED / "parsing" / "truth" / f"{path.name}.json"
    if truth.exists():
        known = json.loads(truth.read_text(encoding="utf-8"))
        words += [known.get("name") or "", *(known.get("emails") or ())]
        entries = [entry for entry in known.get("entries") or () if entry["kind"] == "education"]
        schools += [entry["organization"] or "" for entry in entries]
    schools = [school for school in schools if school_score(school) >= 2]
    return [word for word in dict.fromkeys([*words, *schools]) if len(word) > 2]


def remains(word: str, text: str) -> bool:
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    return bool(re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_nothing_of_the_person_remains_in_any_output(path: Path) -> None:
    _, redacted = redacted_of(path)
    outputs = written(redacted)
    words = personal_words(path)
    for name, text in outputs.items():
        assert [word for word in words if remains(word, text)] == [], name
        assert PRONOUNS.findall(text) == [], name
        assert ADDRESS.findall(text) == [], name


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_span_status_or_figure_moves(path: Path) -> None:
    report, redacted = redacted_of(path)
    assert scores(redacted) == scores(report)
    assert (redacted.figures, redacted.projection) == (report.figures, report.projection)
    before, after = report.documents.resume, redacted.documents.resume
    assert len(after.text) == len(before.text)
    assert (after.sha256, after.lines) == (before.sha256, before.lines)
    for coverage in redacted.coverages:
        assert [evidence.quote for evidence in coverage.evidence] == [after.quote(evidence.span) for evidence in coverage.evidence]
        assert all(evidence.quote.strip() for evidence in coverage.evidence)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_most_evidence_reads_as_before(path: Path) -> None:
    report, redacted = redacted_of(path)
    pairs = [
        (one.quote, two.quote)
        for old, new in zip(report.coverages, redacted.coverages, strict=True)
        for one, two in zip(old.evidence, new.evidence, strict=True)
        if one.section is not rm.SectionKind.EDUCATION
    ]
    assert sum(one == two for one, two in pairs) >= 0.95 * len(pairs)


def test_a_resume_and_its_letter_lose_the_person_and_keep_the_work() -> None:
    resume = replace(rm.read_document(RESUME.encode()), source="robin-vale.md")
    letter = rm.read_document(LETTER.encode(), name="Letter Vale.txt")
    redacted = matcher().match_document(resume, cover_letter=letter, redact=True)
    assert redacted.documents.resume.source == "resume.md"
    assert redacted.documents.cover_letter is not None and redacted.documents.cover_letter.source == "cover-letter.txt"
    both = redacted.documents.resume.text + redacted.documents.cover_letter.text
    gone = (
        "Robin",
        "Vale",
        "VALE",
        "Harbor",
        "97301",
        "0182",
        "github",
        "Her ",
        "she",
        "Quill",
        "Harvard",
        "Willamette",
        "1991",
        "Freedonian",
    )
    assert [word for word in (*gone, "Marlow", "Stone") if word in both] == []
    kept = (
        "product manager",
        "teams shipped twelve releases",
        "Negotiated contracts with carriers",
        "BA History",
        "Acme Tools",
        "2019 - 2022",
    )
    assert [word for word in (*kept, "I negotiated contracts with four carriers") if word not in both] == []


def test_people_in_the_plural_and_words_that_hold_a_pronoun_stay() -> None:
    report = report_on(
        "# Robin Vale\nrobin.vale@example.com\n\n## Profile\nAsked customers what they want and gave it to them; the sheriff's history.\n"
    )
    assert "what they want and gave it to them; the sheriff's history" in rm.redact(report).documents.resume.text


REACHED = """# Tessa Quillfeather
(312) 555-0148 | tessa.q@example.com

## Profile
Product manager and Lakeshore State alumna; Corvane alumni call her at +1 312.555.0148 or 555-0148, WhatsApp at +44 7700 900123.

## Experience
### Acme Tools
*Product Manager*	*2019 - 2022*
- Tel 206-555-0177; served 12 000 000 users from 05.06.2019 to 2019-11-01 on a budget of $1 200 000 000
- Led Information Technology projects in 2016 2017 2018, terms of 12-24-36-48 months, 10000000 rows, pi at 3.14159265

## Education
### BA History
*Lakeshore State North Campus*	*2010 - 2014*

### Diploma
*Corvane University*	*2009*

### Certificate
*Information Technology Institute*	*2008*
"""


def test_telephone_numbers_go_wherever_they_stand_and_however_they_are_written() -> None:
    text = rm.redact(report_on(REACHED)).documents.resume.text
    assert re.findall(r"0148|0177|900123|7700", text) == []
    figures = (
        "12 000 000 users",
        "05.06.2019 to 2019-11-01",
        "$1 200 000 000",
        "2016 2017 2018",
        "12-24-36-48",
        "10000000 rows",
        "3.14159265",
    )
    assert [figure for figure in figures if figure not in text] == []


def test_schools_go_by_their_first_words_too_and_fields_of_study_stay() -> None:
    text = rm.redact(report_on(REACHED)).documents.resume.text
    assert re.findall(r"Lakeshore|Corvane|Campus", text) == []
    assert "Led Information Technology projects" in text


def test_a_redacted_report_is_read_back_and_rendered() -> None:
    redacted = rm.redact(report_of(SAMPLES[0]))
    assert rm.to_json(rm.from_json(rm.to_json(redacted))) == rm.to_json(redacted)
    assert all(render(redacted) for render in (rm.to_html, rm.to_markdown, rm.to_text))


# ------------------------------------------------------------------------------------------ who it is moves no figure, over all samples


def other_letters(match: re.Match[str]) -> str:
    """A name of the same length and shape in other letters, so that every line keeps its place."""
    return "".join(
        "Q" if c.isupper() else "o" if c.islower() and place % 2 else "v" if c.islower() else c for place, c in enumerate(match.group())
    )


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_other_letters_in_name_and_addresses_move_no_figure_of_a_file(path: Path) -> None:
    report, _ = redacted_of(path)
    resume = rm.read_resume(path)
    words = re.findall(r"[^\W\d_]{2,}", resume.contact.name or "")
    if not words:
        pytest.skip("no name was found in it")
    document = resume.document
    top = resume.sections[0].span.end if resume.sections and resume.sections[0].kind is rm.SectionKind.CONTACT else 400
    name = re.compile(rf"(?<![a-z])(?:{'|'.join(words)})(?![a-z])")
    text = name.sub(other_letters, document.text[:top]) + document.text[top:]
    text = re.sub(r"[\w.+-]+@[\w-]+(?=\.)", other_letters, text)
    after = matcher().match_document(replace(document, text=text))
    assert scores(after) == scores(report)
    assert after.figures == report.figures


PEOPLE = (
    ("Aisha Mbeki-Larsen", "Lagos, Nigeria", "she/her", "Harvard University"),
    ("Wei Zhang", "Chengdu, China", "they/them", "Universidad de Salamanca"),
    ("Bartholomew Featherstonehaugh", "Boise, ID 83702", "he/him", "Coppin State College"),
)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person[0])
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_another_name_address_pronoun_or_school_moves_no_figure(path: Path, person: tuple[str, str, str, str]) -> None:
    if path.suffix != ".md":
        pytest.skip("no Markdown source")
    text = path.read_text(encoding="utf-8")
    resume = rm.read_resume(text.encode())
    name, place, pronouns, school = person
    assert resume.contact.name and resume.contact.name in text
    swapped = text.replace(resume.contact.name, f"{name} ({pronouns})", 1).replace(resume.contact.name, name)
    if resume.contact.place:
        swapped = swapped.replace(resume.contact.place, place, 1)
    schools = [entry.organization for entry in resume.entries if entry.kind is rm.EntryKind.EDUCATION and entry.organization]
    for old in dict.fromkeys(schools):
        assert old.removeprefix("<br>") in swapped
        swapped = swapped.replace(old.removeprefix("<br>"), school)
    assert swapped != text
    assert scores(report_on(swapped)) == scores(report_on(text))
