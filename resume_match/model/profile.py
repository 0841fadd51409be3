"""What a role asks: requirements and the profile that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from resume_match.model.document import Span


class RequirementKind(StrEnum):
    """A duty is what one does, a skill what one can, a qualification what one holds."""

    DUTY = "duty"
    SKILL = "skill"
    QUALIFICATION = "qualification"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One scored line of a profile.

    `terms` are phrases whose mention is explicit evidence; `explicit` and `partial` are patterns over concepts and verbs (README,
    "Writing a profile"). All three may be empty: then the content phrases of `text` are matched. `scorecard` names the scorecard of the
    lexicon that weighs a statement's other words beside the patterns, "" for none. `weight` is at least 0 and counts
    within the requirement's kind. `years` is the experience asked for, where a number is given. `origins` are the spans of the posting
    that ask for the requirement, empty in a profile that no posting shaped.
    """

    id: str
    kind: RequirementKind
    text: str
    weight: float = 1.0
    essential: bool = False
    terms: tuple[str, ...] = ()
    explicit: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    scorecard: str = ""
    years: float | None = None
    origins: tuple[Span, ...] = ()

    @property
    def phrase(self) -> str:
        """The text without the mark that it may end in, to stand within a sentence: a posting's requirements often end in a full stop."""
        return self.text.rstrip(" .;:,?!…")


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a role asks. `source` says where the wording comes from."""

    id: str
    title: str
    version: str
    source: str
    requirements: tuple[Requirement, ...]

    def requirement(self, requirement_id: str) -> Requirement:
        """The requirement of that id; KeyError if there is none."""
        for requirement in self.requirements:
            if requirement.id == requirement_id:
                return requirement
        raise KeyError(requirement_id)
