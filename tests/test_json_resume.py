"""The export in the JSON Resume format: valid against the constraints of schema v1.0.0, and true to the resume."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from resume_match.renderers.json_resume import to_json_resume
from resume_match.segmentation import segment
from tests.segmentation.pages import word_file

ISO_DATE = r"^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$"
DATE = {"type": "string", "pattern": ISO_DATE}
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}


def _list_of(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": fields}}


SPAN = {"startDate": DATE, "endDate": DATE}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "basics": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "name": TEXT,
                "label": TEXT,
                "email": {"type": "string", "format": "email"},
                "phone": TEXT,
                "url": {"type": "string", "format": "uri"},
                "summary": TEXT,
                "location": {"type": "object", "additionalProperties": False, "properties": {"city": TEXT, "region": TEXT}},
                "profiles": _list_of(network=TEXT, username=TEXT, url={"type": "string", "format": "uri"}),
            },
        },
        "work": _list_of(name=TEXT, position=TEXT, highlights=TEXTS, **SPAN),
        "volunteer": _list_of(organization=TEXT, position=TEXT, highlights=TEXTS, **SPAN),
        "education": _list_of(institution=TEXT, area=TEXT, studyType=TEXT, courses=TEXTS, **SPAN),
        "projects": _list_of(name=TEXT, entity=TEXT, highlights=TEXTS, **SPAN),
        "certificates": _list_of(name=TEXT, date=DATE),
        "awards": _list_of(title=TEXT, date=DATE),
        "publications": _list_of(name=TEXT, releaseDate=DATE),
        "skills": _list_of(name=TEXT),
        "languages": _list_of(language=TEXT, fluency=TEXT),
        "interests": _list_of(name=TEXT),
        "references": _list_of(reference=TEXT),
    },
}

RESUME = """
@20 **Mara Ellingsen**
mara@ellingsen.example | 303-555-0114 | Denver, CO | linkedin.com/in/marae | marae.example.com
# Summary
Builds routing products.
# Experience
**Senior Product Manager**, Hearth & Vane Inc.\tMarch 2018 – Present
- Launched route planning in four regions
# Education
**University of Larkfield**\t2010 – 2014
Bachelor of Arts in Economics
# Certifications
Certified Scrum Product Owner, 2019
# Languages
English (native), Norwegian – fluent
# Skills
Tools: Jira, Figma
"""


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json_resume(segment(word_file(RESUME))))
    return found


def test_the_export_keeps_to_the_schema(exported: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER).validate(exported)


def test_a_position_that_goes_on_has_no_end_date(exported: dict[str, Any]) -> None:
    assert exported["work"] == [
        {
            "name": "Hearth & Vane Inc.",
            "position": "Senior Product Manager",
            "startDate": "2018-03",
            "highlights": ["Launched route planning in four regions"],
        }
    ]


def test_a_degree_is_told_apart_from_its_field(exported: dict[str, Any]) -> None:
    assert exported["education"] == [
        {
            "institution": "University of Larkfield",
            "studyType": "Bachelor of Arts",
            "area": "Economics",
            "startDate": "2010",
            "endDate": "2014",
        }
    ]


def test_the_contact_block_names_networks_and_place(exported: dict[str, Any]) -> None:
    basics = exported["basics"]
    assert (basics["name"], basics["email"], basics["location"]) == (
        "Mara Ellingsen",
        "mara@ellingsen.example",
        {"city": "Denver", "region": "CO"},
    )
    assert basics["profiles"] == [{"network": "LinkedIn", "username": "marae", "url": "https://linkedin.com/in/marae"}]


def test_certificates_carry_their_year_and_languages_their_level(exported: dict[str, Any]) -> None:
    assert exported["certificates"] == [{"name": "Certified Scrum Product Owner", "date": "2019"}]
    assert exported["languages"] == [{"language": "English", "fluency": "native"}, {"language": "Norwegian", "fluency": "fluent"}]
    assert exported["skills"] == [{"name": "Jira"}, {"name": "Figma"}]


def test_an_empty_resume_exports_no_empty_fields() -> None:
    exported = json.loads(to_json_resume(segment(word_file("@20 **Nora Quist**"))))
    assert set(exported) == {"$schema", "basics"}
    assert exported["basics"] == {"name": "Nora Quist"}
