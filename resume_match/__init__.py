"""resume_match: a resume file in, a coverage report with quoted evidence and suggested bullets out. Offline and deterministic.

    import resume_match as rm
    report = rm.match("resume.docx")

Everything public is re-exported here, each name on first use, so that importing the package loads neither spaCy nor pdfminer.
`__init__.pyi` tells type checkers the same names.
"""

from __future__ import annotations

from importlib import import_module

_MODULES = {
    "errors": (
        "CorruptDocumentError",
        "DataError",
        "DocumentError",
        "EmptyFileError",
        "EncryptedDocumentError",
        "LimitExceededError",
        "NoTextError",
        "ProfileNotFoundError",
        "ReaderCrashedError",
        "ReaderUnavailableError",
        "ResumeMatchError",
        "SourceMismatchError",
        "UnsafeDocumentError",
        "UnsupportedFormatError",
    ),
    "model": (
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
    ),
    "parsers": ("read_document",),
    "parsers.limits": ("Limits",),
    "batch": ("match_many",),
    "comparison": ("Comparison", "RequirementChange", "compare"),
    "cover_letter": ("LetterFinding", "LetterFindings", "letter_findings"),
    "interview": ("InterviewQuestion", "interview_questions"),
    "matcher": ("Reading", "ResumeMatcher", "extract", "match", "read_resume"),
    "profiles": ("list_profiles", "load_profile", "save_profile"),
    "ranking": ("Ranked", "rank"),
    "redaction": ("redact",),
    "renderers": ("from_json", "report_schema", "to_html", "to_json", "to_markdown", "to_text"),
    "renderers.annotations": ("annotate_docx",),
    "renderers.as_docx": ("to_docx",),
    "renderers.as_comparison": ("comparison_to_json", "comparison_to_markdown"),
    "renderers.json_resume": ("to_json_resume",),
    "tailoring": ("read_posting", "tailor"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    """The public object of that name, its module loaded on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'resume_match' has no attribute {name!r}")
    found = getattr(import_module(f"resume_match.{_HOME[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
