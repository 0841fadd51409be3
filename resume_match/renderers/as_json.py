"""A report as JSON and back: one versioned schema, the same bytes for equal reports, and every fault of a file named at once.

The JSON is the report's dataclasses field by field, headed by what cannot be edited: the schema's name, the disclaimer, and the figures,
which follow from the coverages and are checked against them on the way back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from resume_match.errors import DataError
from resume_match.model import CoverageReport, Document, Evidence, EvidenceSource, Span
from resume_match.renderers.wording import DISCLAIMER

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

SCHEMA = "resume-match/coverage-report/1"
_NAME = "coverage report"
_DOCUMENTS = ("resume", "cover_letter", "posting")


def to_json(report: CoverageReport, *, text: bool = True) -> str:
    """The report as JSON, byte for byte the same for equal reports.

    Without `text` the documents' texts and links are left out; quotes stay.
    """
    body = _adapter().dump_python(report, mode="json", warnings="error")
    for document in filter(None, (body["documents"][name] for name in _DOCUMENTS)):
        # A document that was read always holds words, so an empty text means that it was left out before.
        document["text"] = document["text"] if text and document["text"] else None
        document["links"] = document["links"] if text else []
    return json.dumps(_head(report) | body, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def from_json(text: str) -> CoverageReport:
    """The report that `to_json` wrote: equal to the first one if its texts were not left out. DataError lists every fault."""
    from pydantic import ValidationError

    head, body = _split(text)
    try:
        report = _adapter().validate_json(json.dumps(body), strict=True, extra="forbid")
    except ValidationError as error:
        faults = (_fault(detail) for detail in error.errors(include_url=False, include_context=False, include_input=False))
        raise DataError(_NAME, (*_head_faults(head, None), *faults)) from None
    faults_found = (*_head_faults(head, report), *_faults(report))
    if faults_found:
        raise DataError(_NAME, faults_found)
    return report


def report_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `to_json` writes."""
    schema = _adapter().json_schema(mode="serialization")
    definitions = schema["$defs"]
    figures = {"$ref": "#/$defs/Figures"}
    schema["properties"] = {
        "schema": {"const": SCHEMA},
        "disclaimer": {"type": "string"},
        "figures": figures,
        "figures_at_most": figures,
        **schema["properties"],
    }
    for closed in (schema, *definitions.values()):
        if closed.get("type") == "object":
            closed["additionalProperties"] = False
            closed["required"] = list(closed["properties"])
    definitions["Document"]["properties"]["text"] = {
        "anyOf": [{"type": "string"}, {"type": "null"}],
        "description": "The text that every span of this document points into; null where it was left out.",
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


@cache
def _adapter() -> TypeAdapter[CoverageReport]:
    """Reads and writes the dataclasses. Built on first use: pydantic takes a tenth of a second to load."""
    from pydantic import TypeAdapter

    return TypeAdapter(CoverageReport)


def _head(report: CoverageReport) -> dict[str, Any]:
    """What stands above the report's own fields."""
    return {
        "schema": SCHEMA,
        "disclaimer": DISCLAIMER,
        "figures": asdict(report.figures),
        "figures_at_most": asdict(report.figures_at_most),
    }


def _split(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The head and the body of a file; DataError where it is no JSON object of this schema."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise DataError(_NAME, (f"not JSON{place}; offer a file that to_json wrote",)) from None
    if not isinstance(content, dict):
        raise DataError(_NAME, ("not a JSON object; offer a file that to_json wrote",))
    if content.get("schema") != SCHEMA:
        raise DataError(_NAME, (f"schema: {json.dumps(content.get('schema'))} is not {SCHEMA}, the only one that this version reads",))
    head = {key: content.pop(key, None) for key in ("schema", "disclaimer", "figures", "figures_at_most")}
    documents = content.get("documents")
    for document in (documents.get(name) for name in _DOCUMENTS) if isinstance(documents, dict) else ():
        if isinstance(document, dict) and document.get("text", "") is None:
            document["text"] = ""
    return head, content


def _fault(detail: ErrorDetails) -> str:
    """One of pydantic's findings as a line: where, then what. The value itself is never repeated."""
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).lstrip(".")
    return f"{where or 'report'}: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _head_faults(head: dict[str, Any], report: CoverageReport | None) -> Iterator[str]:
    """The disclaimer stays, and the figures are what the coverages give."""
    if not isinstance(head["disclaimer"], str) or not head["disclaimer"].strip():
        yield "disclaimer: missing; every report carries it"
    if report is None:
        return
    for key, figures in (("figures", report.figures), ("figures_at_most", report.figures_at_most)):
        if head[key] != asdict(figures):
            yield f"{key}: not what the coverages give; they are derived, so leave them as they were written"


def _faults(report: CoverageReport) -> Iterator[str]:
    """Scores outside 0.0..1.0, spans outside their document, and quotes that do not stand there."""
    documents = report.documents
    for number, coverage in enumerate(report.coverages):
        at = f"coverages[{number}]"
        yield from _score_faults(f"{at}.credit", coverage.credit)
        for place, evidence in enumerate(coverage.evidence):
            letter = evidence.source is EvidenceSource.COVER_LETTER
            source = documents.cover_letter if letter else documents.resume
            yield from _evidence_faults(f"{at}.evidence[{place}]", evidence, source)
        if coverage.nearest is not None:
            yield from _quote_faults(f"{at}.nearest", coverage.nearest.span, coverage.nearest.quote, documents.resume)
    for number, suggestion in enumerate(report.suggestions):
        yield from _score_faults(f"suggestions[{number}].gain", suggestion.gain)
        if suggestion.based_on is not None:
            yield from _quote_faults(f"suggestions[{number}].based_on", suggestion.based_on, None, documents.resume)


def _evidence_faults(at: str, evidence: Evidence, source: Document | None) -> Iterator[str]:
    yield from _score_faults(f"{at}.score", evidence.score)
    for number, factor in enumerate(evidence.factors):
        yield from _score_faults(f"{at}.factors[{number}].value", factor.value)
    if source is None:
        yield f"{at}.source: the report holds no such document"
    else:
        yield from _quote_faults(at, evidence.span, evidence.quote, source)


def _score_faults(at: str, score: float) -> Iterator[str]:
    if not 0.0 <= score <= 1.0:
        yield f"{at}: scores run from 0.0 to 1.0"


def _quote_faults(at: str, span: Span, quote: str | None, source: Document) -> Iterator[str]:
    """Only where the text was not left out."""
    if not source.text:
        return
    if span.end > len(source.text):
        yield f"{at}.span: ends after the text of the document"
    elif quote is not None and source.quote(span) != quote:
        yield f"{at}.quote: not what stands at its span"
