"""Hand-made reports of fictional people: what the renderers are given, without any stage before them.

Spans are found by quoting the text, so that every offset is right by construction.
"""

from __future__ import annotations

from dataclasses import replace

from resume_match.model import (
    Actor,
    Anchor,
    Box,
    Coverage,
    CoverageReport,
    Diagnostic,
    DiagnosticCode,
    Document,
    DocumentFormat,
    Documents,
    EngineRecord,
    EntryHeading,
    EntryKind,
    Evidence,
    EvidenceSource,
    Factor,
    Figures,
    Line,
    Mention,
    MentionKind,
    Nearest,
    Phrase,
    ProfileRecord,
    Projection,
    Requirement,
    RequirementKind,
    Score,
    SectionKind,
    Slot,
    Span,
    StatementKind,
    Status,
    Strength,
    Suggestion,
    SuggestionKind,
    Support,
)

LINES = (
    "Imogen Vale",
    "Senior Product Manager, Larkspur Freight",
    "Owned the three-year roadmap and aligned it with the company's objectives",
    "Reported adoption and churn to the board each quarter",
    "Skills: negotiation, roadmapping",
)


def document(lines: tuple[str, ...] = LINES, source: str = "vale.pdf", form: DocumentFormat = DocumentFormat.PDF) -> Document:
    """A document of those lines: in a PDF two to a page, each with its box; elsewhere one paragraph each."""
    text, start, placed = "\n".join(lines), 0, []
    for number, line in enumerate(lines):
        if form is DocumentFormat.PDF:
            anchor = Anchor(page=number // 3 + 1, box=Box(72.0, 72.5 + 14.25 * number, 300.125, 84.0 + 14.25 * number))
        else:
            anchor = Anchor(part="text" if form is DocumentFormat.TEXT else "body", paragraph=number)
        placed.append(Line(Span(start, start + len(line)), anchor))
        start += len(line) + 1
    return Document(source, form, "ab" * 32, text, tuple(placed), pages=2 if form is DocumentFormat.PDF else None)


def span(of: Document, quote: str) -> Span:
    """Where that quote stands."""
    start = of.text.index(quote)
    return Span(start, start + len(quote))


class Asked:
    """Requirements of each kind for the reports below."""

    strategy = Requirement("product-strategy", RequirementKind.DUTY, "Develop product strategy and roadmap")
    reporting = Requirement("performance-reporting", RequirementKind.DUTY, "Prepare reports on product performance and KPIs")
    research = Requirement("market-research", RequirementKind.DUTY, "Conduct market research and analysis")
    negotiation = Requirement("negotiation", RequirementKind.SKILL, "Negotiation")
    presenting = Requirement("presentation-skills", RequirementKind.SKILL, "Presentation skills")
    degree = Requirement("degree", RequirementKind.QUALIFICATION, "Bachelor's degree in business")
    leading = Requirement("product-team-leadership", RequirementKind.QUALIFICATION, "Experience leading product teams", years=3.0)


def larkspur(of: Document) -> EntryHeading:
    """The one position of the resume above."""
    heading = span(of, LINES[1])
    return EntryHeading(EntryKind.EXPERIENCE, "Senior Product Manager", "Larkspur Freight", "2019-01", "present", heading)


def evidence(requirement: Requirement, of: Document, quote: str, entry: EntryHeading | None, **other: object) -> Evidence:
    """Explicit evidence demonstrated in an entry, or listed where there is none; `other` replaces fields."""
    support = Factor("support", Score(1.0 if entry else 0.6), "in a dated entry" if entry else "only listed")
    factors = (Factor("strength", Score(1.0), 'says "roadmap" with an owning verb'), support)
    made = Evidence(
        requirement_id=requirement.id,
        source=EvidenceSource.RESUME,
        span=span(of, quote),
        quote=quote,
        strength=Strength.EXPLICIT,
        score=Evidence.score_of(factors),
        support=Support.DEMONSTRATED if entry else Support.LISTED,
        section=SectionKind.EXPERIENCE if entry else SectionKind.SKILLS,
        entry=entry,
        factors=factors,
    )
    return replace(made, **other)


def covered(requirement: Requirement, *found: Evidence) -> Coverage:
    """A requirement that the evidence shows."""
    return Coverage(requirement, Status.COVERED, found[0].score, found, None, "Shown in a dated entry.")


def missing(requirement: Requirement, nearest: Nearest | None = None) -> Coverage:
    """A requirement of which nothing was found."""
    return Coverage(requirement, Status.MISSING, Score(0.0), (), nearest, "No passage speaks of it.")


def unreadable(requirement: Requirement) -> Coverage:
    """A requirement that cannot be judged."""
    return Coverage(requirement, Status.UNREADABLE, Score(0.0), (), None, "Part of the file could not be read.")


def mention(of: Document) -> Mention:
    """The experience phrase of the resume's first bullet."""
    statement = span(of, LINES[2])

    def phrase(words: str) -> Phrase:
        return Phrase(words, span(of, words))

    return Mention(
        kind=MentionKind.EXPERIENCE,
        span=statement,
        statement=statement,
        stands_in=StatementKind.PROSE,
        section=SectionKind.EXPERIENCE,
        entry=larkspur(of),
        action=phrase("Owned"),
        object=phrase("the three-year roadmap"),
        concepts=("roadmap",),
        verbs=("own",),
        actor=Actor.APPLICANT,
    )


def suggestions(of: Document) -> tuple[Suggestion, ...]:
    """A bullet to add, a bullet to strengthen, and a credential, best gain first."""
    where = larkspur(of)
    return (
        Suggestion(
            requirement_id="market-research",
            kind=SuggestionKind.ADD_BULLET,
            text="Researched [market] with [n] interviews and chose [opportunity]",
            plain="Researched [market] and chose [opportunity]",
            slots=(
                Slot("market", "the market you looked at", "regional freight"),
                Slot("n", "how many", "40"),
                Slot("opportunity", "what you found", "a second depot"),
            ),
            target=where,
            based_on=None,
            gain=Score(0.333333),
            reason="Nothing in the resume speaks of market research.",
        ),
        Suggestion(
            requirement_id="performance-reporting",
            kind=SuggestionKind.STRENGTHEN_BULLET,
            text="Reported adoption, churn and [KPI] to the board each quarter",
            plain="Reported adoption, churn and [KPI] to the board each quarter",
            slots=(Slot("KPI", "a product figure you reported", "retention"),),
            target=where,
            based_on=span(of, LINES[3]),
            gain=Score(0.2),
            reason="The line names figures and not whose.",
        ),
        Suggestion(
            requirement_id="product-team-leadership",
            kind=SuggestionKind.STATE_IT,
            text="Led a team of [n] product managers",
            plain="Led a team of product managers",
            slots=(Slot("n", "how many", "4"),),
            target=None,
            based_on=None,
            gain=Score(0.0),
            reason="No line says whom you led.",
        ),
    )


def report(form: DocumentFormat = DocumentFormat.PDF) -> CoverageReport:
    """A report with every status, every kind and every field filled."""
    resume = document(form=form, source={"pdf": "vale.pdf", "docx": "vale.docx", "text": "vale.txt"}[form])
    letter = document(("Dear all", "I presented the plan to every depot"), "letter.txt", DocumentFormat.TEXT)
    entry = larkspur(resume)
    presented = evidence(Asked.presenting, letter, "I presented the plan to every depot", None, source=EvidenceSource.COVER_LETTER)
    presented = replace(presented, support=Support.CLAIMED, section=SectionKind.OTHER)
    partial = evidence(Asked.reporting, resume, LINES[3], entry, strength=Strength.PARTIAL)
    figures = Figures(Score(0.8), Score(0.6), Score(0.72))
    return CoverageReport(
        documents=Documents(resume, letter),
        profile=ProfileRecord("director", "Director of Product Management", "1.0", "cd" * 32),
        engine=EngineRecord("0.1.0", "ef" * 32, "blank English, spaCy 3.8"),
        as_of="2026-11-01",
        coverages=(
            covered(Asked.strategy, evidence(Asked.strategy, resume, LINES[2], entry)),
            Coverage(Asked.reporting, Status.PARTIAL, Score(0.4), (partial,), None, "It says what was reported, and not of which product."),
            missing(Asked.research, Nearest(span(resume, LINES[3]), LINES[3], "It reports figures and does not study a market.")),
            covered(Asked.negotiation, evidence(Asked.negotiation, resume, "negotiation", None)),
            covered(Asked.presenting, presented),
            missing(Asked.degree),
            unreadable(Asked.leading),
        ),
        mentions=(mention(resume),),
        suggestions=suggestions(resume),
        projection=Projection(figures, figures),
        diagnostics=(
            Diagnostic(DiagnosticCode.UNDATED_ENTRY, "An entry has no dates.", span=span(resume, LINES[1])),
            Diagnostic(DiagnosticCode.HIDDEN_TEXT, "White text was left out.", page=2, quote="director director", lost=17),
        ),
    )


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} | `code` [x](javascript:alert) **b** \x1b[31m\u202e\u0000 &amp;"


def hostile_report() -> CoverageReport:
    """A report in which every string that a resume, profile or posting can hold is hostile."""
    resume = replace(document(("# " + HOSTILE, HOSTILE), HOSTILE), links=())
    whole = Span(0, len(resume.text))
    entry = EntryHeading(EntryKind.EXPERIENCE, HOSTILE, HOSTILE, "2019", HOSTILE, whole)
    asked = Requirement(HOSTILE, RequirementKind.DUTY, HOSTILE)
    lacking = Requirement("b", RequirementKind.SKILL, HOSTILE)
    factor = Factor(HOSTILE, Score(1.0), HOSTILE)
    found = replace(evidence(asked, resume, resume.text, entry), factors=(factor,), score=Score(1.0))
    slot = Slot("n", HOSTILE, HOSTILE)
    return replace(
        report(),
        documents=Documents(resume),
        profile=ProfileRecord(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        engine=EngineRecord(HOSTILE, HOSTILE, HOSTILE),
        coverages=(
            Coverage(asked, Status.COVERED, Score(1.0), (found,), None, HOSTILE),
            missing(lacking, Nearest(whole, resume.text, HOSTILE)),
        ),
        mentions=(),
        suggestions=(Suggestion(lacking.id, SuggestionKind.ADD_BULLET, HOSTILE, HOSTILE, (slot,), entry, whole, Score(0.5), HOSTILE),),
        diagnostics=(Diagnostic(DiagnosticCode.HIDDEN_TEXT, HOSTILE, whole, 1, HOSTILE),),
    )
