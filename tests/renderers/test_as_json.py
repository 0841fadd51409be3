"""JSON: the same bytes for equal reports, an exact way back, a schema that holds, and every fault named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_match.errors import DataError
from resume_match.model import CoverageReport, DocumentFormat, Requirement, RequirementKind, Score
from resume_match.renderers import from_json, report_schema, to_json
from tests.renderers.reports import hostile_report, missing, report

ROOT = Path(__file__).parents[2]
REPORTS = pytest.mark.parametrize(
    "made",
    [report(), report(DocumentFormat.DOCX), report(DocumentFormat.TEXT), hostile_report(), replace(report(), coverages=(), suggestions=())],
    ids=["pdf", "docx", "text", "hostile", "empty profile"],
)


@REPORTS
def test_reading_what_was_written_gives_an_equal_report(made: CoverageReport) -> None:
    assert from_json(to_json(made)) == made


@REPORTS
@pytest.mark.parametrize("text", [True, False])
def test_the_schema_holds_for_what_is_written(made: CoverageReport, text: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(report_schema())
    jsonschema.Draft202012Validator(report_schema()).validate(json.loads(to_json(made, text=text)))


@given(words=st.text(), weight=st.floats(0, 1e6), years=st.none() | st.floats(0, 60))
def test_any_words_and_any_numbers_come_back_as_they_were(words: str, weight: float, years: float | None) -> None:
    asked = Requirement("a", RequirementKind.SKILL, words, weight=weight, years=years)
    made = replace(report(), coverages=(missing(asked),), suggestions=())
    assert from_json(to_json(made)) == made


def test_equal_reports_have_equal_bytes_under_any_hash_seed() -> None:
    code = "from tests.renderers.reports import report; from resume_match.renderers import to_json; print(to_json(report()), end='')"
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        run = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, check=True)
        assert run.stdout.decode() == to_json(report())


def test_it_opens_with_the_schema_the_disclaimer_and_the_derived_figures() -> None:
    written = to_json(report())
    assert written.startswith('{\n  "schema": "resume-match/coverage-report/1",\n  "disclaimer": "A draft aid: it predicts no applicant')
    assert written.endswith("}\n")
    content = json.loads(written)
    assert content["figures"] == {"duties": 0.466667, "skills": 0.6, "overall": 0.52}
    assert content["figures_at_most"] == content["figures"]
    assert list(content)[4:] == [
        "documents",
        "profile",
        "engine",
        "as_of",
        "coverages",
        "mentions",
        "suggestions",
        "projection",
        "diagnostics",
    ]


def test_letters_of_any_script_are_written_as_they_are() -> None:
    assert "Zoë Nguyễn 李" in to_json(replace(report(), as_of="Zoë Nguyễn 李"))


def test_without_text_the_quotes_stay_and_the_texts_go() -> None:
    content = json.loads(to_json(report(), text=False))
    assert content["documents"]["resume"]["text"] is None
    assert content["documents"]["cover_letter"]["text"] is None
    assert content["coverages"][0]["evidence"][0]["quote"] == "Owned the three-year roadmap and aligned it with the company's objectives"
    assert "Imogen Vale" not in to_json(report(), text=False)


def test_a_report_without_texts_is_read_and_written_again() -> None:
    written = to_json(report(), text=False)
    assert to_json(from_json(written)) == written


def test_it_is_valid_json_where_a_score_is_no_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(replace(report(), coverages=(replace(report().coverages[0], credit=Score(float("nan"))),)))


def edited(**changes: object) -> str:
    """The report's JSON with values replaced: a key like `coverages/0/credit` names the place."""
    content = json.loads(to_json(report()))
    for place, value in changes.items():
        *path, last = [int(part) if part.isdigit() else part for part in place.split("/")]
        within = content
        for part in path:
            within = within[part]
        within[last] = value
    return json.dumps(content)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "not JSON (line 1, column 1); offer a file that to_json wrote"),
        ("[" * 100_000, "not JSON; offer a file that to_json wrote"),
        ("[]", "not a JSON object; offer a file that to_json wrote"),
        ("{}", "schema: null is not resume-match/coverage-report/1, the only one that this version reads"),
        (edited(schema="x/2"), 'schema: "x/2" is not resume-match/coverage-report/1, the only one that this version reads'),
        (edited(as_of=7), "as_of: input should be a valid string"),
        (edited(score=7), "score: unexpected keyword argument"),
        (edited(disclaimer=""), "disclaimer: missing; every report carries it"),
        (edited(**{"figures/duties": 1.0}), "figures: not what the coverages give; they are derived, so leave them as they were written"),
        (edited(**{"coverages/0/credit": "1"}), "coverages[0].credit: input should be a valid number"),
        (edited(**{"suggestions/0/gain": 1.5}), "suggestions[0].gain: scores run from 0.0 to 1.0"),
        (edited(**{"coverages/0/evidence/0/quote": "x"}), "coverages[0].evidence[0].quote: not what stands at its span"),
        (edited(**{"coverages/0/evidence/0/span/end": 999}), "coverages[0].evidence[0].span: ends after the text of the document"),
        (edited(**{"documents/cover_letter": None}), "coverages[4].evidence[0].source: the report holds no such document"),
    ],
)
def test_a_faulty_file_is_refused_with_the_place_and_the_fault(text: str, fault: str) -> None:
    with pytest.raises(DataError) as caught:
        from_json(text)
    assert caught.value.faults == (fault,)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(DataError) as caught:
        from_json(edited(as_of=1, disclaimer=None, profile=None))
    assert len(caught.value.faults) == 3


def test_a_span_that_runs_backwards_is_a_fault() -> None:
    with pytest.raises(DataError, match="a span runs forward from 0"):
        from_json(edited(**{"coverages/0/evidence/0/span/start": 999}))


def test_a_fault_repeats_no_text_of_the_resume() -> None:
    with pytest.raises(DataError) as caught:
        from_json(edited(**{"documents/resume/pages": "Imogen Vale"}))
    assert "Imogen" not in str(caught.value)
