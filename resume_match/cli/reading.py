"""From the arguments of the command line to matchers and reports."""

from __future__ import annotations

import datetime
import errno
import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resume_match.matcher import ResumeMatcher
    from resume_match.model import CoverageReport, Document, RoleProfile


class FileArgument:
    """A path, or `-` for standard input, which is read once and opened as often as needed.

    OSError at once where a path leads to nothing: a matcher, which takes longer to make, is not made for it.
    """

    def __init__(self, argument: str) -> None:
        self._argument = argument
        self._content = _standard_input() if argument == "-" else None
        if self._content is None:
            Path(argument).stat()

    def open(self) -> str | io.BytesIO:
        """What the library takes: the path itself, so that its name is in the report."""
        return self._argument if self._content is None else _Named(self._content)


def _standard_input() -> bytes:
    """All of it; OSError where whoever started this closed it."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed", "standard input")
    return sys.stdin.buffer.read()


class _Named(io.BytesIO):
    """Bytes with a name to speak of them by."""

    name = "standard input"


def matcher_of(
    profile: str | None, as_of: datetime.date | None, posting: Document | None = None, pdf_source: str = "own"
) -> ResumeMatcher:
    """The matcher for a profile, tailored where there is a posting.

    Files are read in a worker process of their own: a stranger's file may hang or burst its reader.
    """
    from resume_match.matcher import Reading, ResumeMatcher

    return ResumeMatcher(profile_of(profile, posting), as_of=as_of, reading=Reading(isolate=True, pdf_source=pdf_source))


def profile_of(profile: str | None, posting: Document | None) -> RoleProfile:
    """The profile of that name or path, the bundled one where none is named; tailored where there is a posting."""
    from resume_match.profiles import load_profile
    from resume_match.tailoring import tailor

    asked = load_profile(profile)
    return asked if posting is None else tailor(asked, posting)


def posting_of(argument: str | None) -> Document | None:
    """The posting in that file; None where none is named."""
    from resume_match.tailoring import read_posting

    return None if argument is None else read_posting(FileArgument(argument).open())


def with_posting(report: CoverageReport, posting: Document | None) -> CoverageReport:
    """The report, which then quotes where the posting asks for each requirement."""
    return report if posting is None else replace(report, documents=replace(report.documents, posting=posting))


def report_of(argument: str, matcher: ResumeMatcher) -> CoverageReport:
    """The report of a resume, or the one that a JSON file holds."""
    from resume_match.renderers import from_json

    if argument.lower().endswith(".json"):
        return from_json(Path(argument).read_text(encoding="utf-8"))
    return matcher.match(FileArgument(argument).open(), suggest=False)
