"""A report in, its outline out: every figure, verdict, finding and suggestion put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from resume_match.cover_letter import LetterFinding, letter_findings
from resume_match.model import (
    Coverage,
    CoverageReport,
    Diagnostic,
    Document,
    EntryHeading,
    Evidence,
    EvidenceSource,
    Factor,
    Figures,
    Status,
    Strength,
    Suggestion,
)
from resume_match.renderers import wording
from resume_match.renderers.outline import (
    Advice,
    AdviceGroup,
    Figure,
    Finding,
    Group,
    Letter,
    LetterPoint,
    Outline,
    Passage,
    Verdict,
)
from resume_match.renderers.places import place, standing, where
from resume_match.renderers.wording import shown


def outline(report: CoverageReport) -> Outline:
    """The report in words."""
    groups = tuple(_groups(report))
    verdicts = {verdict.requirement_id: (verdict, group) for group in groups for verdict in group.verdicts}
    return Outline(
        title=f"Coverage of {shown(report.profile.title)}",
        source=shown(report.documents.resume.source),
        figures=_figures(report),
        groups=groups,
        missing=tuple(verdict for group in groups for verdict in group.verdicts if verdict.status is Status.MISSING),
        letter=_letter(report, verdicts),
        findings=tuple(_findings(report)),
        advice=_advice(report, verdicts),
        record=tuple(_record(report)),
    )


def _figures(report: CoverageReport) -> tuple[Figure, ...]:
    least, most, projection = report.figures, report.figures_at_most, report.projection
    nothing = Figures(None, None, None)
    best_three, everything = (projection.best_three, projection.all) if projection else (nothing, nothing)
    return (
        Figure("Duties", least.duties, most.duties, best_three.duties, everything.duties),
        Figure("Skills", least.skills, most.skills, best_three.skills, everything.skills),
        Figure("Overall", least.overall, most.overall, best_three.overall, everything.overall),
    )


def _groups(report: CoverageReport) -> Iterator[Group]:
    for kind, name in wording.KINDS.items():
        coverages = [coverage for coverage in report.coverages if coverage.requirement.kind is kind]
        verdicts = tuple(_verdict(report, coverage, f"{name[0]}{number}") for number, coverage in enumerate(coverages, start=1))
        if verdicts:
            counts = Counter(verdict.status for verdict in verdicts)
            best_first = (status for status in reversed(Status) if counts[status])
            tally = ", ".join(f"{counts[status]} {wording.status_name(status, kind)}" for status in best_first)
            yield Group(kind, name, tally, verdicts)


def _verdict(report: CoverageReport, coverage: Coverage, code: str) -> Verdict:
    requirement, posting, nearest = coverage.requirement, report.documents.posting, None
    if coverage.nearest is not None:
        resume, near = report.documents.resume, coverage.nearest
        nearest = Passage(
            shown(near.quote),
            where(resume, near.span, *standing(report, near.span)),
            shown(near.reason),
            (),
            EvidenceSource.RESUME,
            near.span,
        )
    return Verdict(
        code=code,
        requirement_id=requirement.id,
        text=shown(requirement.text),
        phrase=shown(requirement.phrase),
        asked=tuple(shown(posting.quote(origin)) for origin in requirement.origins) if posting and posting.text else (),
        status=coverage.status,
        status_name=wording.status_name(coverage.status, requirement.kind),
        essential=requirement.essential,
        credit=coverage.credit,
        reason=shown(coverage.reason),
        evidence=tuple(_passage(report, evidence, coverage.reason) for evidence in coverage.evidence),
        nearest=nearest,
    )


def _passage(report: CoverageReport, evidence: Evidence, told: str = "") -> Passage:
    """The evidence in words, without a reason that was `told` for the whole requirement."""
    letter = report.documents.cover_letter
    if evidence.source is EvidenceSource.RESUME:
        stands = where(report.documents.resume, evidence.span, evidence.section, evidence.entry)
    else:
        stands = ", ".join(filter(None, ("Cover letter", place(letter, evidence.span) if letter else "")))
    strength = "explicit" if evidence.strength is Strength.EXPLICIT else "partial"
    why = f"{strength} evidence, {wording.SUPPORTS[evidence.support]}"
    grounds = tuple(_ground(factor) for factor in evidence.factors if factor.name != "support" and factor.reason != told)
    return Passage(shown(evidence.quote), stands, why, grounds, evidence.source, evidence.span)


def _ground(factor: Factor) -> str:
    """Why the evidence counts, in the factor's own words; its value only where it takes off and no word of the report says so."""
    reason = shown(factor.reason)
    # Strength and support are named in words before the grounds, so only the other factors bring their figure.
    return reason if factor.name == "strength" or factor.value == 1.0 else f"{reason} (× {factor.value:.2f})"


def _letter(report: CoverageReport, verdicts: Mapping[str, tuple[Verdict, Group]]) -> Letter:
    """How the cover letter stands to the resume; nothing where there is no letter."""

    def points(found: tuple[LetterFinding, ...], side: EvidenceSource) -> Iterator[LetterPoint]:
        for finding in found:
            evidence = finding.resume if side is EvidenceSource.RESUME else finding.letter
            if evidence is not None:
                verdict, _ = verdicts[finding.requirement.id]
                yield LetterPoint(verdict.code, verdict.phrase, shown(finding.reason), _passage(report, evidence))

    found = letter_findings(report)
    if found is None:
        return Letter((), ())
    return Letter(tuple(points(found.left_out, EvidenceSource.RESUME)), tuple(points(found.unsupported, EvidenceSource.COVER_LETTER)))


def _findings(report: CoverageReport) -> Iterator[Finding]:
    """The report's diagnostics and those of its documents, each once, the resume's first."""
    documents = report.documents
    others = tuple(
        (document, source)
        for document, source in ((documents.cover_letter, EvidenceSource.COVER_LETTER), (documents.posting, None))
        if document is not None
    )
    # The report's own list may hold those of all files; one that another file has is that file's.
    elsewhere = [diagnostic for document, _ in others for diagnostic in document.diagnostics]
    own = [diagnostic for diagnostic in report.diagnostics if diagnostic not in elsewhere]
    own += [diagnostic for diagnostic in documents.resume.diagnostics if diagnostic not in own]
    for diagnostic in own:
        yield _finding(diagnostic, documents.resume, EvidenceSource.RESUME)
    for document, source in others:
        for diagnostic in document.diagnostics:
            yield _finding(diagnostic, document, source)


def _finding(diagnostic: Diagnostic, document: Document, source: EvidenceSource | None) -> Finding:
    quote, stands = diagnostic.quote, ""
    if diagnostic.span is not None and diagnostic.span.end <= len(document.text):
        quote, stands = quote or document.quote(diagnostic.span), place(document, diagnostic.span)
    if not stands and diagnostic.page is not None:
        stands = f"page {diagnostic.page}"
    name = {EvidenceSource.RESUME: "", EvidenceSource.COVER_LETTER: "Cover letter", None: "Posting"}[source]
    said = wording.diagnostic_name(diagnostic.code), shown(diagnostic.message)
    return Finding(*said, ", ".join(filter(None, (name, stands))), shown(quote) if quote else None, source, diagnostic.span)


def _advice(report: CoverageReport, verdicts: Mapping[str, tuple[Verdict, Group]]) -> tuple[AdviceGroup, ...]:
    """The suggestions by gain; those that follow each other and belong under one entry are headed by it together."""
    resume = report.documents.resume
    ranked = enumerate(sorted(report.suggestions, key=lambda suggestion: -suggestion.gain), start=1)
    return tuple(
        AdviceGroup(_under(target), tuple(_drafted(resume, one, rank, verdicts[one.requirement_id]) for rank, one in together))
        for target, together in groupby(ranked, key=lambda numbered: numbered[1].target)
    )


def _drafted(resume: Document, suggestion: Suggestion, rank: int, asked: tuple[Verdict, Group]) -> Advice:
    verdict, group = asked
    span, figure = suggestion.based_on, group.name.lower()
    return Advice(
        rank=rank,
        kind=wording.SUGGESTION_KINDS[suggestion.kind],
        code=verdict.code,
        requirement=verdict.text,
        text=shown(suggestion.text),
        plain=shown(suggestion.plain) if suggestion.plain not in ("", suggestion.text) else None,
        hints=tuple(f"[{shown(slot.name)}]: {shown(slot.hint)}, e.g. {shown(slot.sample)}" for slot in suggestion.slots),
        rewrites=shown(resume.quote(span)) if span is not None and span.end <= len(resume.text) else None,
        gain=f"{figure} +{wording.points(suggestion.gain)}" if suggestion.gain else f"{figure}, changes no figure",
        gains=suggestion.gain > 0,
        reason=shown(suggestion.reason),
        based_on=span,
    )


def _under(target: EntryHeading | None) -> str:
    return f"Under {wording.entry_name(target)}" if target else "For the resume as a whole"


def _record(report: CoverageReport) -> Iterable[tuple[str, str]]:
    documents, profile, engine = report.documents, report.profile, report.engine
    for name, document in (("Resume", documents.resume), ("Cover letter", documents.cover_letter), ("Posting", documents.posting)):
        if document is not None:
            yield name, f"{shown(document.source)} ({document.format.value}, SHA-256 {shown(document.sha256)})"
    yield "Profile", f"{shown(profile.title)} ({shown(profile.id)} {shown(profile.version)}, SHA-256 {shown(profile.sha256)})"
    yield "Engine", f"resume-match {shown(engine.version)}, lexicon SHA-256 {shown(engine.lexicon_sha256)}"
    yield "Pipeline", shown(engine.pipeline)
    if engine.pdf_source != "own":
        yield "PDF pages", f"read by {shown(engine.pdf_source)}"
    yield "As of", f"{shown(report.as_of)}, the day that “present” was read as"
