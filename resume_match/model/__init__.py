"""The nouns of the library: frozen values, from a file's text to a coverage report.

Read this first. A `Document` is a file's text with its lines; a `Resume` is that text as understood; a `RoleProfile` holds the
`Requirement`s of a role; a `Mention` is a phrase found and not yet judged; `Evidence` is a passage judged for one requirement;
`Coverage` is a requirement with its status and evidence; a `CoverageReport` is all of that for one resume.

Every offset is into `Document.text` of the document it speaks of, and `text[span.start:span.end]` is the quote that is shown.
Every score runs from 0.0 to 1.0.
"""

from __future__ import annotations

from resume_match.model.document import Anchor, Box, Diagnostic, DiagnosticCode, Document, DocumentFormat, Line, LineStyle, Link, Span
from resume_match.model.evidence import (
    Actor,
    Evidence,
    EvidenceSource,
    Factor,
    Mention,
    MentionKind,
    Phrase,
    Score,
    StatementKind,
    Strength,
    Support,
)
from resume_match.model.profile import Requirement, RequirementKind, RoleProfile
from resume_match.model.report import (
    Coverage,
    CoverageReport,
    Documents,
    EngineRecord,
    Failure,
    Figures,
    Nearest,
    ProfileRecord,
    Projection,
    Slot,
    Status,
    Suggestion,
    SuggestionKind,
    figures_of,
)
from resume_match.model.resume import Bullet, Contact, Entry, EntryHeading, EntryKind, Resume, Section, SectionKind

__all__ = [
    "Actor",
    "Anchor",
    "Box",
    "Bullet",
    "Contact",
    "Coverage",
    "CoverageReport",
    "Diagnostic",
    "DiagnosticCode",
    "Document",
    "DocumentFormat",
    "Documents",
    "EngineRecord",
    "Entry",
    "EntryHeading",
    "EntryKind",
    "Evidence",
    "EvidenceSource",
    "Factor",
    "Failure",
    "Figures",
    "Line",
    "LineStyle",
    "Link",
    "Mention",
    "MentionKind",
    "Nearest",
    "Phrase",
    "ProfileRecord",
    "Projection",
    "Requirement",
    "RequirementKind",
    "Resume",
    "RoleProfile",
    "Score",
    "Section",
    "SectionKind",
    "Slot",
    "Span",
    "StatementKind",
    "Status",
    "Strength",
    "Suggestion",
    "SuggestionKind",
    "Support",
    "figures_of",
]
