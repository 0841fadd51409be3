"""A report as one HTML file: no network, no script needed to read it, every string of a resume shown as text."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from resume_match.model import CoverageReport, EvidenceSource
from resume_match.renderers.highlights import marks_of, pieces
from resume_match.renderers.outlining import outline
from resume_match.renderers.wording import shown

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = files("resume_match") / "data" / "templates"


def to_html(report: CoverageReport) -> str:
    """The report as a self-contained page: figures, requirements, suggestions and record, with the text beside them that was read.

    A policy in the page lets only its own style and its own script act, whatever a resume holds.
    """
    said, documents = outline(report), report.documents
    texts = tuple(
        (f"{name}: {shown(document.source)}", pieces(document, marks_of(report, said, source)))
        for name, document, source in (
            ("Resume", documents.resume, EvidenceSource.RESUME),
            ("Cover letter", documents.cover_letter, EvidenceSource.COVER_LETTER),
        )
        if document is not None
    )
    style, script = _read("report.css"), _read("report.js")
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    return _template().render(said=said, texts=texts, style=style, script=script, policy=policy)


@cache
def _template() -> Template:
    """The page's template, compiled once. Everything is escaped but the style and script of this library."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(_read("report.html.j2"))


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The source expression of a Content Security Policy that admits exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
