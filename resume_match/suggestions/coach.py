"""One resume's suggestions: for each requirement what a coach would ask for, tried by the judge before it is offered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from resume_match.lexicon.phrasebook import Draft, phrasebook
from resume_match.model import (
    Bullet,
    Coverage,
    Entry,
    EntryHeading,
    Evidence,
    EvidenceSource,
    Mention,
    Requirement,
    RequirementKind,
    Resume,
    SectionKind,
    Span,
    Status,
    Strength,
    SuggestionKind,
    Support,
)
from resume_match.suggestions.fitting import Job, drafts_for, jobs_of, nearness
from resume_match.suggestions.general import general_clauses, general_drafts, qualification_form
from resume_match.suggestions.judge import Judge
from resume_match.suggestions.placing import best_job
from resume_match.suggestions.reasons import reason_for
from resume_match.suggestions.style import Style, first_word, style_of, verbs_used
from resume_match.suggestions.verbs import base_of
from resume_match.suggestions.wording import Line, can_take_clause, fill, join_clause, names_any, slots_of, tells_result, write_line

_WORD = re.compile(r"[a-z]{4,}")
_SECTION = {"degree": SectionKind.EDUCATION, "certification": SectionKind.CERTIFICATIONS}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion before its gain is known: the line, where it goes, and the evidence that it gives once it is true.

    Of a rewritten line `shown` are the ids of the requirements that it shows in full in both variants.
    """

    requirement: Requirement
    kind: SuggestionKind
    line: Line
    target: EntryHeading | None
    based_on: Span | None
    evidence: tuple[Evidence, ...]
    reason: str
    shown: frozenset[str] = frozenset()


class Coach:
    """Writes the proposals for one resume; remembers what it has written, so that no two say the same and no verb is worn out."""

    def __init__(self, resume: Resume, mentions: Iterable[Mention], judge: Judge) -> None:
        self._resume = resume
        self._judge = judge
        self._jobs = jobs_of(resume, mentions)
        self._worn = verbs_used(resume)
        self._placed: Counter[int] = Counter()
        self._written: list[frozenset[str]] = []
        self._rewritten: set[Span] = set()
        self._results_asked = 0
        self._present: tuple[Evidence, ...] = ()
        self._asked: dict[tuple[str, SectionKind, Span | None], tuple[Evidence, ...]] = {}
        self._bullets = tuple((entry, bullet) for entry in resume.entries for bullet in entry.bullets)

    def proposals(self, coverages: tuple[Coverage, ...]) -> tuple[Proposal, ...]:
        """What to suggest for all requirements, in profile order; gaps before what is already covered."""
        self._present = tuple(evidence for coverage in coverages for evidence in coverage.evidence)
        gaps = [proposal for coverage in coverages if (proposal := self._for_gap(coverage)) is not None]
        limits = phrasebook().limits
        shown = [coverage for coverage in coverages if coverage.status is Status.COVERED and _is_demonstrated(coverage)]
        results = _at_most(int(limits["measured_lines"]), (self._measure(coverage) for coverage in shown))
        taken = {proposal.requirement.id for proposal in results}
        named = _at_most(int(limits["named_skills"]), (self._name(c) for c in shown if c.requirement.id not in taken))
        return (*gaps, *results, *named)

    def _for_gap(self, coverage: Coverage) -> Proposal | None:
        if coverage.status is Status.UNREADABLE:
            return None
        if coverage.requirement.kind is RequirementKind.QUALIFICATION:
            return None if coverage.status is Status.COVERED else self._state(coverage)
        if coverage.status is Status.COVERED:
            return self._add(coverage, SuggestionKind.DEMONSTRATE) if self._jobs and not _is_demonstrated(coverage) else None
        if coverage.status is Status.PARTIAL:
            if any(evidence.strength is Strength.EXPLICIT for evidence in coverage.evidence):
                return self._add(coverage, SuggestionKind.DEMONSTRATE)
            return self._strengthen(coverage) or self._add(coverage, SuggestionKind.ADD_BULLET)
        return self._add(coverage, SuggestionKind.ADD_BULLET)

    # ------------------------------------------------------------------------------------------------------------ lines of work

    def _add(self, coverage: Coverage, kind: SuggestionKind) -> Proposal | None:
        requirement = coverage.requirement
        job = best_job(requirement, self._jobs, coverage, self._placed)
        heading = job.entry.heading if job else None
        section = self._section_of(job)
        style = style_of(self._resume, job.entry if job else None)
        for line in self._lines(requirement, job, style):
            evidence = self._assess(fill(line.text, line.slots), section, heading)
            if _shows(evidence, requirement) and _shows(self._assess(fill(line.plain, line.slots), section, heading), requirement):
                self._remember(line, heading)
                return Proposal(requirement, kind, line, heading, None, evidence, reason_for(kind, coverage, heading))
        return None

    def _lines(self, requirement: Requirement, job: Job | None, style: Style) -> Iterator[Line]:
        lines = (write_line(draft, style, self._worn, job.own_words if job else {}) for draft in _drafts(requirement, job, style))
        fresh = (line for line in lines if not self._said(line.text))
        for _, line in zip(range(int(phrasebook().limits["attempts"])), fresh, strict=False):
            yield line

    def _section_of(self, job: Job | None) -> SectionKind:
        if job is None:
            return SectionKind.SUMMARY
        for section in self._resume.sections:
            if job.entry in section.entries:
                return section.kind
        return SectionKind.EXPERIENCE

    # ----------------------------------------------------------------------------------------------------------- rewritten lines

    def _strengthen(self, coverage: Coverage) -> Proposal | None:
        book = phrasebook()
        known = coverage.requirement.id in book.drafts
        clauses = book.clauses.get(coverage.requirement.id, ()) if known else general_clauses(coverage.requirement)
        lines = [found for evidence in coverage.evidence if (found := self._bullet_of(evidence)) is not None and _does(found[1].text)]
        for found in sorted(lines, key=lambda found: -nearness(found[1].text, coverage.requirement)):
            for clause in (clause for clause in clauses if _fits(clause, found[1].text)):
                proposal = self._rewrite(coverage, found, clause, "strengthen-bullet")
                if proposal is not None and coverage.requirement.id in proposal.shown:
                    self._remember(proposal.line, proposal.target)
                    self._rewritten.add(found[1].span)
                    return proposal
        return None

    def _measure(self, coverage: Coverage) -> Proposal | None:
        """A line that shows its requirement without saying what came of it, with a result to fill in."""
        clauses = phrasebook().clauses["measured-result"]
        if coverage.requirement.id in phrasebook().drafts and coverage.requirement.id not in phrasebook().measurable:
            return None
        for evidence in coverage.evidence:
            found = self._bullet_of(evidence)
            if found is None or evidence.strength is not Strength.EXPLICIT or not _is_unmeasured(found[1].text):
                continue
            clause = clauses[self._results_asked % len(clauses)]
            proposal = self._rewrite(coverage, found, clause, "measure")
            if proposal is not None:
                proposal = replace(proposal, evidence=self._of_requirement(proposal, found[1]))
                self._rewritten.add(found[1].span)
                self._results_asked += 1
                return proposal
        return None

    def _of_requirement(self, proposal: Proposal, bullet: Bullet) -> tuple[Evidence, ...]:
        """The new evidence for the proposal's own requirement; for others a result that only shows its form gains nothing."""
        new = tuple(evidence for evidence in proposal.evidence if evidence.requirement_id == proposal.requirement.id)
        others = (e for e in self._present if e.source is EvidenceSource.RESUME and bullet.span.contains(e.span))
        return (*new, *(evidence for evidence in others if evidence.requirement_id != proposal.requirement.id))

    def _rewrite(self, coverage: Coverage, found: tuple[Entry, Bullet], clause: Draft, reason: str) -> Proposal | None:
        """The line with the clause added, or None where it would no longer show, in either variant, all that it shows now."""
        entry, bullet = found
        job = next((job for job in self._jobs if job.entry is entry), None)
        added = write_line(clause, Style(style_of(self._resume, entry).tense), self._worn, job.own_words if job else {})
        text, plain = (join_clause(bullet.text.strip(), _small(variant)) for variant in (added.text, added.plain))
        line = Line(text, plain, slots_of(text, plain), None)
        section = self._section_of(job)
        evidence, plainly = (self._assess(fill(variant, line.slots), section, entry.heading) for variant in (text, plain))
        here = [e for e in self._present if e.source is EvidenceSource.RESUME and bullet.span.contains(e.span)]
        shown = _explicit(evidence) & _explicit(plainly)
        if not _explicit(here) <= shown:
            return None
        kind = SuggestionKind.STRENGTHEN_BULLET
        told = reason_for(kind, coverage, entry.heading, reason)
        return Proposal(coverage.requirement, kind, line, entry.heading, bullet.span, evidence, told, shown)

    def _bullet_of(self, evidence: Evidence) -> tuple[Entry, Bullet] | None:
        """The line of a job that the evidence stands in, if it can be rewritten and has not been."""
        if evidence.source is not EvidenceSource.RESUME or evidence.entry is None:
            return None
        for entry, bullet in self._bullets:
            if bullet.span.contains(evidence.span) and bullet.span not in self._rewritten and any(job.entry is entry for job in self._jobs):
                return (entry, bullet) if can_take_clause(bullet.text.strip()) else None
        return None

    # ------------------------------------------------------------------------------------------- qualifications and bare names

    def _state(self, coverage: Coverage) -> Proposal | None:
        requirement = coverage.requirement
        form = qualification_form(requirement)
        kind = SuggestionKind.ADD_CREDENTIAL if form in _SECTION else SuggestionKind.STATE_IT
        job = best_job(requirement, self._jobs, coverage, self._placed)
        drafts = phrasebook().drafts.get(requirement.id) or general_drafts(requirement)
        if not drafts:
            return None
        of_work = drafts[0].text.startswith("{")
        target = job.entry.heading if job and of_work else None
        section = self._section_of(job) if of_work else _SECTION.get(form, SectionKind.SUMMARY)
        style = style_of(self._resume, job.entry if job and of_work else None)
        own_words = job.own_words if job else {}
        suiting = drafts_for(drafts, job, None)[: int(phrasebook().limits["attempts"])]
        lines = [write_line(draft, style, self._worn, own_words) for draft in suiting]
        tried = [(line, self._assess(fill(line.text, line.slots), section, target)) for line in lines]
        line, evidence = next(((line, found) for line, found in tried if _shows(found, requirement)), tried[0])
        self._remember(line, target)
        return Proposal(requirement, kind, line, target, None, evidence, reason_for(kind, coverage, target))

    def _name(self, coverage: Coverage) -> Proposal | None:
        """The name of a skill that is shown and never named, as a line of the skills list."""
        requirement = coverage.requirement
        listed = any(evidence.support is Support.LISTED for evidence in coverage.evidence)
        names = (requirement.text, *requirement.terms)
        text = _plain_words(self._resume.document.text)
        sentence = requirement.text.endswith(".") or len(requirement.text.split()) > phrasebook().limits["longest_name"]
        if requirement.kind is not RequirementKind.SKILL or listed or sentence or any(_plain_words(name) in text for name in names):
            return None
        evidence = self._assess(requirement.phrase, SectionKind.SKILLS, None)
        line = Line(requirement.phrase, requirement.phrase, (), None)
        kind = SuggestionKind.NAME_IT
        return Proposal(requirement, kind, line, None, None, evidence, reason_for(kind, coverage, None))

    # -------------------------------------------------------------------------------------------------------------- memory

    def _assess(self, text: str, section: SectionKind, entry: EntryHeading | None) -> tuple[Evidence, ...]:
        key = (text, section, entry.span if entry else None)
        if key not in self._asked:
            self._asked[key] = self._judge.assess(text, section, entry)
        return self._asked[key]

    def _said(self, text: str) -> bool:
        words = content_words(text)
        limit = phrasebook().limits["alike"]
        return any(len(words & other) >= limit * max(1, len(words | other)) for other in self._written)

    def _remember(self, line: Line, target: EntryHeading | None) -> None:
        self._written.append(content_words(line.text))
        if target is not None:
            self._placed[target.span.start] += 1
        if line.verb is not None:
            # A verb used in one suggestion counts like two lines of the resume: suggestions are read next to each other.
            self._worn[line.verb] += 2


def _drafts(requirement: Requirement, job: Job | None, style: Style) -> Iterator[Draft]:
    """The drafts of the phrasebook, and then, since an own profile may use one of its ids for something else, those of its own words."""
    yield from drafts_for(phrasebook().drafts.get(requirement.id, ()), job, style.length)
    yield from general_drafts(requirement)


def content_words(text: str) -> frozenset[str]:
    """The words of a line that carry meaning, its slots left out."""
    return frozenset(_WORD.findall(re.sub(r"\[[^\[\]]*\]", " ", text).lower()))


def _fits(clause: Draft, line: str) -> bool:
    # A clause reads well only behind a line that speaks of the same matter and does not say the same.
    return (not clause.lines or names_any(line, clause.lines)) and not names_any(line, clause.unless)


def _small(clause: str) -> str:
    return clause[:1].lower() + clause[1:]


def _shows(evidence: Iterable[Evidence], requirement: Requirement) -> bool:
    return any(found.requirement_id == requirement.id and found.strength is Strength.EXPLICIT for found in evidence)


def _explicit(evidence: Iterable[Evidence]) -> frozenset[str]:
    return frozenset(found.requirement_id for found in evidence if found.strength is Strength.EXPLICIT)


def _plain_words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9+#]+", text.lower()))


def _does(line: str) -> bool:
    """True for a line that does not begin by saying that somebody helped: "Contributed to the strategy" is not setting it."""
    return base_of(first_word(line.strip())) not in phrasebook().assisting


def _is_unmeasured(line: str) -> bool:
    return len(line.split()) <= phrasebook().limits["longest_measured"] and not tells_result(line)


def _is_demonstrated(coverage: Coverage) -> bool:
    return any(found.strength is Strength.EXPLICIT and found.support is Support.DEMONSTRATED for found in coverage.evidence)


def _at_most(limit: int, proposals: Iterable[Proposal | None]) -> list[Proposal]:
    return list(islice((proposal for proposal in proposals if proposal is not None), limit))
