"""The matcher inside spaCy pipelines: found by name, spans with scores, kept by serialization, drawn by displaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from samples import AS_OF, SOURCES, matcher
from spacy import displacy
from spacy.tokens import Doc

import resume_match as rm

TEXT = """Robin Vale
robin.vale@example.com

Experience
Acme Tools, Product Manager, 2019 - 2022
- Negotiated contracts with two carriers
"""
CONFIG = {"as_of": AS_OF.isoformat()}


def pipeline(**config: str) -> spacy.Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("resume_match", config={**CONFIG, **config})
    return nlp


def test_a_blank_pipeline_knows_the_component_by_name_and_no_import() -> None:
    code = "import sys, spacy; spacy.blank('en').add_pipe('resume_match'); print('ok')"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "ok\n"


def test_a_pipeline_without_the_component_loads_no_matcher() -> None:
    code = "import sys, spacy; spacy.blank('en'); print('resume_match.matcher' in sys.modules, 'pdfminer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False False\n"


def test_evidence_stands_in_the_spans_with_requirement_strength_and_score() -> None:
    doc = pipeline()(TEXT)
    group = doc.spans["resume_match"]
    found = {(span.label_, span.id_, span.text): score for span, score in zip(group, group.attrs["scores"], strict=True)}
    assert found["negotiation", "explicit", "Negotiated contracts with two carriers"] == 1.0
    assert group.attrs["requirements"]["negotiation"] == ["covered", 1.0]
    assert group.attrs["requirements"]["product-strategy"] == ["missing", 0.0]
    assert (group.attrs["as_of"], group.attrs["profile"]) == ("2026-11-01", "director-of-product-management")


@pytest.mark.parametrize("path", [path for path in SOURCES if path.suffix == ".md"], ids=lambda path: path.name)
def test_spans_are_those_of_a_report_on_the_same_text(path: Path) -> None:
    text = rm.read_document(path).text
    doc = pipeline()(text)
    group = doc.spans["resume_match"]
    shown = {label for label, (status, _) in group.attrs["requirements"].items() if status in ("covered", "partial")}
    assert len(group) > 10
    assert {span.label_ for span in group} <= shown
    starts = [span.start for span in group]
    assert starts == sorted(starts)


def test_a_doc_keeps_spans_and_scores_through_bytes() -> None:
    doc = pipeline()(TEXT)
    again = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    one, two = doc.spans["resume_match"], again.spans["resume_match"]
    assert [(span.label_, span.id_, span.start, span.end) for span in two] == [
        (span.label_, span.id_, span.start, span.end) for span in one
    ]
    assert two.attrs == one.attrs


def test_a_pipeline_with_the_component_is_saved_and_loaded(tmp_path: Path) -> None:
    nlp = pipeline(spans_key="evidence")
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded(TEXT).spans["evidence"].attrs == nlp(TEXT).spans["evidence"].attrs


def test_displacy_draws_the_spans() -> None:
    html = displacy.render(pipeline()(TEXT), style="span", options={"spans_key": "resume_match"}, jupyter=False)
    assert "negotiation" in html and "carriers" in html


def test_with_a_section_each_line_is_read_alone() -> None:
    doc = pipeline(section="experience")("Sorted the mail\n\n  Negotiated contracts with two carriers\n")
    group = doc.spans["resume_match"]
    assert {span.text for span in group} == {"Negotiated contracts with two carriers"}
    assert "negotiation" in {span.label_ for span in group}
    expected = matcher().assess("Negotiated contracts with two carriers")
    assert sorted(group.attrs["scores"]) == sorted(evidence.score for evidence in expected)
    assert group.attrs["requirements"] == {}


@pytest.mark.parametrize("text", ["", " \n\t ", "42 — 7", "x", "é́\r\nNegotiated contracts\r\n" + "\u200b" * 3])
def test_any_text_gives_a_group_of_spans(text: str) -> None:
    assert "resume_match" in pipeline()(text).spans


@pytest.mark.parametrize(("setting", "value"), [("as_of", "yesterday"), ("section", "hobbies")])
def test_a_wrong_setting_is_refused(setting: str, value: str) -> None:
    with pytest.raises(ValueError):
        pipeline(**{setting: value})


def test_an_own_profile_is_named_by_its_file() -> None:
    own = Path(__file__).parents[1] / "examples" / "own_profile.toml"
    attrs = pipeline(profile=str(own))(TEXT).spans["resume_match"].attrs
    assert attrs["profile"] == rm.load_profile(own).id
