"""resume_match: a resume file in, a coverage report with quoted evidence and suggested bullets out. Offline and deterministic.

    import resume_match as rm
    report = rm.match("resume.docx")

Everything public is re-exported here, each name on first use, so that importing the package loads neither spaCy nor pdfminer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resume_match.comparison import (
        Comparison as Comparison,
    )
    from resume_match.comparison import (
        RequirementChange as RequirementChange,
    )
    from resume_match.comparison import (
        compare as compare,
    )
    from resume_match.cover_letter import (
        LetterFinding as LetterFinding,
    )
    from resume_match.cover_letter import (
        LetterFindings as LetterFindings,
    )
    from resume_match.cover_letter import (
        letter_findings as letter_findings,
    )
    from resume_match.errors import (
        CorruptDocumentError as CorruptDocumentError,
    )
    from resume_match.errors import (
        DataError as DataError,
    )
    from resume_match.errors import (
        DocumentError as DocumentError,
    )
    from resume_match.errors import (
        EmptyFileError as EmptyFileError,
    )
    from resume_match.errors import (
        EncryptedDocumentError as EncryptedDocumentError,
    )
    from resume_match.errors import (
        LimitExceededError as LimitExceededError,
    )
    from resume_match.errors import (
        NoTextError as NoTextError,
    )
    from resume_match.errors import (
        ProfileNotFoundError as ProfileNotFoundError,
    )
    from resume_match.errors import (
        ReaderCrashedError as ReaderCrashedError,
    )
    from resume_match.errors import (
        ResumeMatchError as ResumeMatchError,
    )
    from resume_match.errors import (
        SourceMismatchError as SourceMismatchError,
    )
    from resume_match.errors import (
        UnsafeDocumentError as UnsafeDocumentError,
    )
    from resume_match.errors import (
        UnsupportedFormatError as UnsupportedFormatError,
    )
    from resume_match.interview import (
        InterviewQuestion as InterviewQuestion,
    )
    from resume_match.interview import (
        interview_questions as interview_questions,
    )
    from resume_match.matcher import (
        Reading as Reading,
    )
    from resume_match.matcher import (
        ResumeMatcher as ResumeMatcher,
    )
    from resume_match.matcher import (
        extract as extract,
    )
    from resume_match.matcher import (
        match as match,
    )
    from resume_match.matcher import (
        read_resume as read_resume,
    )
    from resume_match.model import (
        Actor as Actor,
    )
    from resume_match.model import (
        Anchor as Anchor,
    )
    from resume_match.model import (
        Box as Box,
    )
    from resume_match.model import (
        Bullet as Bullet,
    )
    from resume_match.model import (
        Contact as Contact,
    )
    from resume_match.model import (
        Coverage as Coverage,
    )
    from resume_match.model import (
        CoverageReport as CoverageReport,
    )
    from resume_match.model import (
        Diagnostic as Diagnostic,
    )
    from resume_match.model import (
        DiagnosticCode as DiagnosticCode,
    )
    from resume_match.model import (
        Document as Document,
    )
    from resume_match.model import (
        DocumentFormat as DocumentFormat,
    )
    from resume_match.model import (
        Documents as Documents,
    )
    from resume_match.model import (
        EngineRecord as EngineRecord,
    )
    from resume_match.model import (
        Entry as Entry,
    )
    from resume_match.model import (
        EntryHeading as EntryHeading,
    )
    from resume_match.model import (
        EntryKind as EntryKind,
    )
    from resume_match.model import (
        Evidence as Evidence,
    )
    from resume_match.model import (
        EvidenceSource as EvidenceSource,
    )
    from resume_match.model import (
        Factor as Factor,
    )
    from resume_match.model import (
        Failure as Failure,
    )
    from resume_match.model import (
        Figures as Figures,
    )
    from resume_match.model import (
        Line as Line,
    )
    from resume_match.model import (
        LineStyle as LineStyle,
    )
    from resume_match.model import (
        Link as Link,
    )
    from resume_match.model import (
        Mention as Mention,
    )
    from resume_match.model import (
        MentionKind as MentionKind,
    )
    from resume_match.model import (
        Nearest as Nearest,
    )
    from resume_match.model import (
        Phrase as Phrase,
    )
    from resume_match.model import (
        ProfileRecord as ProfileRecord,
    )
    from resume_match.model import (
        Projection as Projection,
    )
    from resume_match.model import (
        Requirement as Requirement,
    )
    from resume_match.model import (
        RequirementKind as RequirementKind,
    )
    from resume_match.model import (
        Resume as Resume,
    )
    from resume_match.model import (
        RoleProfile as RoleProfile,
    )
    from resume_match.model import (
        Section as Section,
    )
    from resume_match.model import (
        SectionKind as SectionKind,
    )
    from resume_match.model import (
        Slot as Slot,
    )
    from resume_match.model import (
        Span as Span,
    )
    from resume_match.model import (
        StatementKind as StatementKind,
    )
    from resume_match.model import (
        Status as Status,
    )
    from resume_match.model import (
        Strength as Strength,
    )
    from resume_match.model import (
        Suggestion as Suggestion,
    )
    from resume_match.model import (
        SuggestionKind as SuggestionKind,
    )
    from resume_match.model import (
        Support as Support,
    )
    from resume_match.parsers import (
        read_document as read_document,
    )
    from resume_match.parsers.limits import (
        Limits as Limits,
    )
    from resume_match.profiles import (
        list_profiles as list_profiles,
    )
    from resume_match.profiles import (
        load_profile as load_profile,
    )
    from resume_match.profiles import (
        save_profile as save_profile,
    )
    from resume_match.renderers import (
        from_json as from_json,
    )
    from resume_match.renderers import (
        report_schema as report_schema,
    )
    from resume_match.renderers import (
        to_html as to_html,
    )
    from resume_match.renderers import (
        to_json as to_json,
    )
    from resume_match.renderers import (
        to_markdown as to_markdown,
    )
    from resume_match.renderers import (
        to_text as to_text,
    )
    from resume_match.renderers.annotations import (
        annotate_docx as annotate_docx,
    )
    from resume_match.renderers.as_comparison import (
        comparison_to_json as comparison_to_json,
    )
    from resume_match.renderers.as_comparison import (
        comparison_to_markdown as comparison_to_markdown,
    )
    from resume_match.renderers.as_docx import (
        to_docx as to_docx,
    )
    from resume_match.renderers.json_resume import (
        to_json_resume as to_json_resume,
    )
    from resume_match.tailoring import (
        read_posting as read_posting,
    )
    from resume_match.tailoring import (
        tailor as tailor,
    )

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
    "comparison": ("Comparison", "RequirementChange", "compare"),
    "cover_letter": ("LetterFinding", "LetterFindings", "letter_findings"),
    "interview": ("InterviewQuestion", "interview_questions"),
    "matcher": ("Reading", "ResumeMatcher", "extract", "match", "read_resume"),
    "profiles": ("list_profiles", "load_profile", "save_profile"),
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
