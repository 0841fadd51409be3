"""Requirement x mentions -> evidence: which statements show a requirement, how strongly, and for which reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from resume_match.extraction import Extractor
from resume_match.lexicon.calibration import Calibration, calibration
from resume_match.model import (
    EntryHeading,
    Evidence,
    EvidenceSource,
    Factor,
    Mention,
    RoleProfile,
    Score,
    SectionKind,
    Span,
    StatementKind,
    Strength,
    Support,
)
from resume_match.scoring.quoting import quoted
from resume_match.scoring.rules import Facts, Rule, RuleBook, Told, adds, compile_rules, counts, facts_of, listed_in, matching_rules, told
from resume_match.scoring.scorecards import Weighed, Weigher, compile_scorecards, telling_phrase, weigh
from resume_match.scoring.signs import Passage, passages_of
from resume_match.scoring.telling import Wording, compile_wordings
from resume_match.scoring.wording import match_wording, shown_in_full, strength_of

_BY_SIGNS = "by its signs "


@dataclass(frozen=True, slots=True)
class Judge:
    """A profile made ready to judge mentions: the rules of its patterns, its scorecards, and the telling words of its requirements.

    `uncurated` are those of `wordings` that judge a phrase, since no pattern does.
    """

    rules: RuleBook
    weigher: Weigher
    wordings: tuple[Wording, ...]
    uncurated: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class _Finding:
    """What a phrase shows; `why` in words, or the rule that it meets, which is worded for findings that remain."""

    strength: Strength
    mention: Mention
    why: str | tuple[Rule, Facts]
    share: float = 1.0

    @property
    def reason(self) -> str:
        return self.why if isinstance(self.why, str) else f"by the rule {told(*self.why)}"


def compile_judge(profile: RoleProfile, extractor: Extractor) -> Judge:
    """The judge of a profile, for mentions that `extractor` found."""
    wordings = compile_wordings(profile, extractor)
    uncurated = tuple(wording for wording in wordings if not wording.curated)
    return Judge(compile_rules(profile), compile_scorecards(profile), wordings, uncurated)


def find_evidence(
    judge: Judge, mentions: Iterable[Mention], text: str, source: EvidenceSource = EvidenceSource.RESUME
) -> tuple[Evidence, ...]:
    """The evidence that mentions of `text` give, one for each requirement and statement: the strongest. In the order of the statements."""
    mentions = tuple(mentions)
    whole = shown_in_full(judge.uncurated, (mention for mention in mentions if counts(mention)))
    by_statement: dict[Span, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_statement[mention.statement].append(mention)
    return tuple(
        _evidence(requirement_id, _completed(finding) if requirement_id in whole else finding, text, source)
        for statement in by_statement.values()
        for requirement_id, finding in _findings(judge, tuple(statement), text).items()
    )


def _completed(finding: _Finding) -> _Finding:
    """A finding of one of several names that are asked for, where the others are found too."""
    if finding.strength is Strength.EXPLICIT or finding.mention.assisting:
        return finding
    return replace(finding, strength=Strength.EXPLICIT, why=f"{finding.reason}; all that are asked for are named", share=1.0)


def _findings(judge: Judge, statement: tuple[Mention, ...], text: str) -> dict[str, _Finding]:
    titles, rest = without_titles(statement)
    passages = passages_of(statement, text, judge.weigher.kept) if rest and judge.weigher.cards.names and _tells(rest[0]) else ()
    found = _told_in(judge, rest, passages)
    for requirement_id, finding in (_by_patterns(judge, titles) if titles else {}).items():
        if requirement_id not in found or adds(finding.strength, found[requirement_id].strength):
            found[requirement_id] = finding
    return found


def without_titles(statement: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of a statement that are job titles, and the others."""
    titles = tuple(mention for mention in statement if mention.stands_in is StatementKind.TITLE)
    return titles, tuple(mention for mention in statement if mention.stands_in is not StatementKind.TITLE)


def _told_in(judge: Judge, mentions: tuple[Mention, ...], passages: tuple[Passage[int], ...]) -> dict[str, _Finding]:
    """What the mentions of a statement show that are no titles, which patterns alone judge."""
    best = _by_patterns(judge, mentions)
    if not passages:
        return best
    patterns = {requirement_id: finding.strength for requirement_id, finding in best.items()}
    weighed = weigh(judge.weigher, passages, patterns)
    found = {name: finding for name, finding in best.items() if name in weighed or name not in judge.weigher.cards.names}
    for requirement_id, one in weighed.items():
        found[requirement_id] = _weighed(judge.weigher, requirement_id, one, best.get(requirement_id))
    return found


def _tells(mention: Mention) -> bool:
    """Whether a statement tells of work: what a skills section names is judged by patterns alone."""
    return mention.stands_in is StatementKind.PROSE or mention.section is not SectionKind.SKILLS


def _weighed(weigher: Weigher, requirement_id: str, weighed: Weighed, known: _Finding | None) -> _Finding:
    """What a scorecard makes of a statement: the pattern's finding confirmed, weakened or strengthened, or one that no pattern made."""
    passage, strength = weighed.passage, weighed.strength
    if known and strength is known.strength:
        return known
    if known and strength is Strength.PARTIAL:
        against = weigher.reason(requirement_id, passage, of_grade=weighed.in_part, against=True)
        return replace(known, strength=strength, why=f"{known.reason}, weakened by {against}")
    mention = known.mention if known else telling_phrase(weigher.cards, requirement_id, passage)
    if mention.assisting and requirement_id not in weigher.helped:
        strength = Strength.PARTIAL
    reason = f"{_BY_SIGNS}{weigher.reason(requirement_id, passage)}"
    if weighed.in_part:
        reason = f"{reason}, a part only by {weigher.reason(requirement_id, passage, of_grade=True, against=True)}"
    return _Finding(strength, mention, reason)


def _by_patterns(judge: Judge, statement: tuple[Mention, ...]) -> dict[str, _Finding]:
    best: dict[str, _Finding] = {}
    known: dict[str, Strength] = {}
    held: dict[Rule, bool] = {}
    counting = [mention for mention in statement if counts(mention)]
    listed = listed_in(counting)
    phrases = tuple([facts_of(mention, listed) for mention in counting])
    together = Told(phrases, frozenset().union(*[facts.concepts for facts in phrases]))
    for facts, mention in zip(phrases, counting, strict=True):
        for rule in matching_rules(judge.rules, facts, together, known, held=held):
            strength = Strength.PARTIAL if mention.assisting else rule.strength
            if adds(strength, known.get(rule.requirement_id)):
                known[rule.requirement_id] = strength
                best[rule.requirement_id] = _Finding(strength, mention, (rule, facts))
        for wording in judge.uncurated:
            worded = _worded(wording, mention)
            if worded is not None and adds(worded.strength, known.get(wording.requirement_id)):
                known[wording.requirement_id] = worded.strength
                best[wording.requirement_id] = worded
    return best


def find_patterns(judge: Judge, statement: tuple[Mention, ...]) -> dict[str, Strength]:
    """Requirement id -> the strongest of its patterns that hold in a statement, before its scorecard is asked."""
    return {requirement_id: finding.strength for requirement_id, finding in _by_patterns(judge, statement).items()}


def would_show(judge: Judge, mentions: Iterable[Mention]) -> dict[str, tuple[Mention, str]]:
    """Requirement id -> the first phrase that would show it if it counted, and why it does not count."""
    found: dict[str, tuple[Mention, str]] = {}
    for mention in mentions:
        if counts(mention):
            continue
        why = (
            "It says that this is absent."
            if mention.negated
            else "It is wanted or being learned, not done."
            if mention.wished
            else "Somebody else does it."
        )
        facts = facts_of(mention)
        for rule in matching_rules(judge.rules, facts, Told(), {}, held={}):
            found.setdefault(rule.requirement_id, (mention, why))
    return found


def _worded(wording: Wording, mention: Mention) -> _Finding | None:
    share, met = match_wording(wording, mention)
    strength = strength_of(wording, share, met)
    if strength is None:
        return None
    reason = f"by the words of the requirement: {', '.join(met)}"
    return _Finding(Strength.PARTIAL if mention.assisting else strength, mention, reason, share)


def _evidence(requirement_id: str, finding: _Finding, text: str, source: EvidenceSource) -> Evidence:
    mention = finding.mention
    support = Support.LISTED if mention.stands_in is StatementKind.LISTED else _support_under(mention.entry, source)
    factors = tuple(_factors(finding, support, source, calibration(), text))
    return Evidence(
        requirement_id=requirement_id,
        source=source,
        span=mention.statement,
        quote=text[mention.statement.start : mention.statement.end],
        strength=finding.strength,
        score=Evidence.score_of(factors),
        support=support,
        section=mention.section,
        entry=mention.entry,
        factors=factors,
    )


def is_by_signs(evidence: Evidence) -> bool:
    """True for evidence that no pattern names as strong as it is: its words together made it so."""
    return any(f'", {_BY_SIGNS}' in factor.reason for factor in evidence.factors if factor.name == "strength")


def _support_under(entry: EntryHeading | None, source: EvidenceSource) -> Support:
    """What stands behind what is told, not listed: demonstrated in a dated entry, else claimed. A letter only claims."""
    dated = entry is not None and (entry.start is not None or entry.end is not None)
    return Support.DEMONSTRATED if dated and source is EvidenceSource.RESUME else Support.CLAIMED


def placed_under(entry: EntryHeading | None, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that a statement of a resume gives in no entry, as it gives it under `entry`: only what stands behind it is another."""
    return tuple([_placed_under(entry, one) for one in evidence])


def _placed_under(entry: EntryHeading | None, evidence: Evidence) -> Evidence:
    support = Support.LISTED if evidence.support is Support.LISTED else _support_under(entry, evidence.source)
    behind = _support_factor(support, entry)
    factors = tuple([behind if factor.name == behind.name else factor for factor in evidence.factors])
    return replace(evidence, score=Evidence.score_of(factors), support=support, entry=entry, factors=factors)


def _factors(finding: _Finding, support: Support, source: EvidenceSource, known: Calibration, text: str) -> Iterator[Factor]:
    mention = finding.mention
    words = quoted(text, mention.span, mention.statement)
    yield Factor("strength", Score(known.strength[finding.strength]), f'"{words}", {finding.reason}')
    yield _support_factor(support, mention.entry)
    if mention.action is None and mention.stands_in is StatementKind.PROSE:
        yield Factor("directness", Score(known.named_only), "named, without a deed")
    if finding.share < 1.0:
        yield Factor("wording", Score(round(finding.share, 4)), "share of the requirement's telling words")
    if mention.corrected:
        yield Factor("spelling", Score(known.corrected_word), f"read as a misspelling: {', '.join(mention.corrected)}")
    if source is EvidenceSource.COVER_LETTER:
        yield Factor("source", Score(known.cover_letter), "said in the cover letter")


def _support_factor(support: Support, entry: EntryHeading | None) -> Factor:
    if support is Support.LISTED:
        reason = "only listed"
    elif support is Support.CLAIMED or entry is None:
        reason = "claimed in prose, not shown in a dated entry"
    else:
        reason = f"shown in a dated entry: {entry.title or entry.organization or 'an entry'}"
    return Factor("support", Score(calibration().credit[support]), reason)
