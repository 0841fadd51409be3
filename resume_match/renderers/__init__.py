"""Reports out, the mirror of parsers/: JSON and back, Markdown, text, HTML. Loading this package loads no third-party library."""

from __future__ import annotations

from resume_match.renderers.as_html import to_html
from resume_match.renderers.as_json import from_json, report_schema, to_json
from resume_match.renderers.as_markdown import to_markdown
from resume_match.renderers.as_text import to_text

__all__ = ["from_json", "report_schema", "to_html", "to_json", "to_markdown", "to_text"]
