"""The PDF reader, and the only package that knows pdfminer."""

from __future__ import annotations

from resume_match.parsers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
