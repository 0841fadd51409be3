"""Which requirements of the base profile a line of a posting asks for: it is read as if a resume said it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from resume_match.extraction import Extractor, Statement, build_pipeline, build_vocabulary
from resume_match.lexicon.postings import Cue, as_a_resume_says, has_cue, name_explained, patterns_asking_for, title_sought, turn_of
from resume_match.lexicon.work import folded
from resume_match.model import (
    Actor,
    Evidence,
    Mention,
    Requirement,
    RequirementKind,
    RoleProfile,
    SectionKind,
    Span,
    StatementKind,
    Strength,
)
from resume_match.scoring.evidence import Judge, compile_judge, find_evidence
from resume_match.scoring.similarity import spelling_corrector
from resume_match.scoring.telling import profile_phrases
from resume_match.tailoring.asking import Ask, AskKind

_KEPT = 4  # profiles whose vocabulary stays in memory


@dataclass(frozen=True, slots=True)
class LineReader:
    """A profile made ready to read postings with."""

    profile: RoleProfile
    extractor: Extractor
    judge: Judge
    texts: dict[str, str]

    def requirements_asked(self, ask: Ask) -> tuple[str, ...]:
        """The ids of the profile's requirements that a line clearly asks for, in the profile's order.

        A line in a requirement's own words asks for that one alone. What the person will do asks for no qualification, whom it seeks does.
        """
        own = self.texts.get(folded(ask.text))
        if own is not None:
            return (own,)
        found = {evidence.requirement_id for evidence in self._evidence(ask) if evidence.strength is Strength.EXPLICIT}
        sought = self._sought(ask)
        bringing = ask.kind is not AskKind.DUTY
        return tuple(
            requirement.id
            for requirement in self.profile.requirements
            if requirement.id in sought or (requirement.id in found and (bringing or requirement.kind is not RequirementKind.QUALIFICATION))
        )

    def own_name(self, ask: Ask) -> str:
        """The name that a line begins with and explains, where it asks for something that the profile has not; else ""."""
        name = name_explained(ask.text)
        return name if name and not self.requirements_asked(replace(ask, text=name)) else ""

    def _sought(self, ask: Ask) -> frozenset[str]:
        """The ids of the qualifications behind the title that a line seeks."""
        title = title_sought(ask.text)
        if title is None:
            return frozenset()
        read = self.extractor.read(title, Statement(Span(0, len(title)), StatementKind.TITLE, SectionKind.EXPERIENCE))
        shown = {found.requirement_id for found in find_evidence(self.judge, read, title) if found.strength is Strength.EXPLICIT}
        held = (requirement for requirement in self.profile.requirements if requirement.kind is RequirementKind.QUALIFICATION)
        return frozenset(requirement.id for requirement in held if requirement.id in shown)

    def _evidence(self, ask: Ask) -> Iterator[Evidence]:
        line = as_a_resume_says(ask.text)
        turn = turn_of(line)
        for kind, section in _readings(ask):
            read = self.extractor.read(line, Statement(Span(0, len(line)), kind, section))
            yield from find_evidence(self.judge, tuple(_as_if_said(mention) for mention in read if mention.span.start < turn), line)


@lru_cache(maxsize=_KEPT)
def line_reader(profile: RoleProfile) -> LineReader:
    """The reader for a profile; made once, because its vocabulary takes about a second."""
    profile = replace(profile, requirements=tuple(_as_asked(requirement) for requirement in profile.requirements))
    vocabulary = build_vocabulary(spelling_corrector, profile_phrases(profile))
    extractor = Extractor(build_pipeline(vocabulary), vocabulary)
    texts = {folded(requirement.text): requirement.id for requirement in reversed(profile.requirements)}
    return LineReader(profile, extractor, compile_judge(profile, extractor), texts)


def _as_asked(requirement: Requirement) -> Requirement:
    """The requirement with the patterns by which postings ask for it, where the data knows any for its id."""
    requirement = replace(requirement, scorecard="")  # scorecards weigh the words of resumes, not of postings
    patterns = patterns_asking_for(requirement.id)
    if patterns is None or not requirement.explicit:  # without patterns it is matched by its own words
        return requirement
    instead, also = patterns
    return replace(requirement, explicit=(*(instead or requirement.explicit), *also))


def _readings(ask: Ask) -> Iterator[tuple[StatementKind, SectionKind]]:
    yield StatementKind.PROSE, SectionKind.EXPERIENCE
    if ask.kind is AskKind.KNOCKOUT and has_cue(folded(ask.text), Cue.DEGREE):
        yield StatementKind.EDUCATION, SectionKind.EDUCATION
    elif ask.kind is AskKind.KNOCKOUT:
        yield StatementKind.CERTIFICATION, SectionKind.CERTIFICATIONS


def _as_if_said(mention: Mention) -> Mention:
    """The mention without what only tells that it is wanted or helped with: a posting wishes, promises and speaks of others throughout."""
    return replace(mention, actor=Actor.APPLICANT, negated=False, wished=False, assisting=False)
