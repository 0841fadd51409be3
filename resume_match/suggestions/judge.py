"""What suggestions need of the matcher, without knowing it: to judge one statement, and to add evidence up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from resume_match.model import Coverage, EntryHeading, Evidence, Requirement, SectionKind


class Judge(Protocol):
    """The matcher as seen from a suggestion, bound to one profile and one resume."""

    def assess(self, text: str, section: SectionKind, entry: EntryHeading | None) -> tuple[Evidence, ...]:
        """The evidence that one statement would give for all requirements if it stood in that section, under that entry."""

    def cover(self, evidence: tuple[Evidence, ...], requirements: Iterable[Requirement] | None = None) -> tuple[Coverage, ...]:
        """The coverages of all requirements, or of those given, in their order, that this evidence gives as the whole of the resume."""
