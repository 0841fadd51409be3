"""Years and seniority that a requirement asks for, judged by the dated positions of a resume; months are never counted twice.

Pure functions: the caller turns what they return into coverage. Each gives None where the requirement asks for nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from resume_match.dates import months, union_months
from resume_match.lexicon.naming import names_break
from resume_match.lexicon.work import (
    Field,
    fields_of_work,
    filler_words,
    folded,
    leadership,
    names_any,
    rank_asked,
    rank_of_title,
    stem_of,
    years_asked,
)
from resume_match.model import Bullet, Entry, EntryHeading, EntryKind, Requirement, Resume, SectionKind, Span, Status, Support

_TEAM = re.compile(
    r"\bteams?\s(?:of|with)\s(?:about\s|over\s|up\sto\s|more\sthan\s|at\sleast\s|approximately\s|~)?(\d{1,4})"
    r"|\b(\d{1,4})\+?[\s-](?:person|people|member|strong|direct\sreports?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ExperienceJudgement:
    """How a resume stands to years or seniority asked for.

    `status` is covered, partial ("3 of 8 years"), missing, or unreadable where dates are missing; `reason` is one sentence for a reader.
    `asked` and `found` are in years, in people or in levels of rank, as `unit` says ("years", "people", "rank"); `found` is None where it
    cannot be told. `entries` are the positions that counted, in reading order; `spans` are where their titles, or the words that say so,
    stand in the resume's text, one for one with `entries` where support is demonstrated. `support` is None where nothing counted.
    """

    status: Status
    reason: str
    unit: str
    asked: float
    found: float | None
    entries: tuple[EntryHeading, ...] = ()
    spans: tuple[Span, ...] = ()
    support: Support | None = None


@dataclass(frozen=True, slots=True)
class _Positions:
    """The positions that count for a requirement: those with a length, and those whose dates do not tell one."""

    name: str
    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]


def judge_years(requirement: Requirement, resume: Resume, as_of: date) -> ExperienceJudgement | None:
    """How far the dated positions of the field add up to the years asked for; None where the requirement asks for no years.

    Overlapping positions count once. Years claimed in prose count where no position of the field is dated. Without any of these the years
    are missing, and unreadable where positions of the field, or all positions, give no dates.
    """
    if not requirement.years:
        return None
    positions = _positions(requirement, resume, as_of)
    known = union_months(positions.dated, as_of)
    claim = _claim(requirement, resume)
    asked, noun = requirement.years, positions.name
    in_noun = f" in {noun}" if noun else ""
    if known:
        enough = known >= ceil(asked * 12)
        reason = f"{_years(known)} in {_roles(positions.dated, noun)}" + ("" if enough else f", of {_number(asked)} asked for")
        if not enough:
            reason = f"{_number(known / 12)} of {_number(asked)} years, in {_roles(positions.dated, noun)}"
            reason += f"; {_roles(positions.undated, noun)} without dates may add to it" if positions.undated else ""
        status = Status.COVERED if enough else Status.PARTIAL
        judgement = ExperienceJudgement(status, f"{reason}.", "years", asked, round(known / 12, 2), support=Support.DEMONSTRATED)
        return _counting(judgement, positions.dated, resume)
    if claim is not None:
        years, bullet = claim
        status = Status.COVERED if years >= asked else Status.PARTIAL
        reason = f"{_number(years)} years are claimed in prose; no dated position{in_noun} backs them."
        return ExperienceJudgement(status, reason, "years", asked, years, (), (bullet.span,), Support.CLAIMED)
    if positions.undated:
        reason = f"Cannot tell: {_roles(positions.undated, noun)} without dates that give a length."
        return _counting(ExperienceJudgement(Status.UNREADABLE, reason, "years", asked, None), positions.undated, resume)
    return _nothing_counted(requirement, resume, as_of, noun)


def judge_seniority(requirement: Requirement, resume: Resume) -> ExperienceJudgement | None:
    """How the resume's ranks, or the teams it names, stand to those asked for; None where the requirement asks for neither.

    A rank one level below the one asked for is partial, as is a smaller team.
    """
    size = _team_sizes(requirement.text)
    if size:
        return _judge_team(min(size), resume)
    asked = rank_asked(requirement.text)
    if asked is None:
        return None
    phrase, level = asked
    ranked = [(rank, entry) for entry in _jobs(resume) if entry.title and (rank := rank_of_title(entry.title)) is not None]
    if not ranked:
        return ExperienceJudgement(Status.MISSING, f"No job title of {phrase} was found.", "rank", level, None)
    best = max(rank for rank, _ in ranked)
    holders = tuple(entry for rank, entry in ranked if rank == best)
    title = holders[0].title
    if best >= level - 1:
        status = Status.COVERED if best >= level else Status.PARTIAL
        reason = f"{title} is at {phrase} or above." if best >= level else f"{title} is one step below {phrase}."
        return _counting(ExperienceJudgement(status, reason, "rank", level, best, support=Support.DEMONSTRATED), holders, resume)
    return ExperienceJudgement(Status.MISSING, f"The highest title found, {title}, is below {phrase}.", "rank", level, best)


def _judge_team(asked: int, resume: Resume) -> ExperienceJudgement:
    found = [(size, bullet, entry) for entry in _jobs(resume) for bullet in entry.bullets for size in _team_sizes(bullet.text)]
    if not found:
        return ExperienceJudgement(Status.MISSING, f"No team size was found; {asked} people are asked for.", "people", asked, None)
    size, bullet, entry = max(found, key=lambda one: (one[0], -one[1].span.start))
    status = Status.COVERED if size >= asked else Status.PARTIAL
    reason = f"A team of {size} is named; {asked} are asked for."
    return ExperienceJudgement(status, reason, "people", asked, size, (entry.heading,), (bullet.span,), Support.DEMONSTRATED)


def _positions(requirement: Requirement, resume: Resume, as_of: date) -> _Positions:
    name, counts = _subject(requirement)
    entries = [entry for entry in _jobs(resume) if counts(entry)]
    lengths = [months(entry, as_of) for entry in entries]
    dated = tuple(entry for entry, length in zip(entries, lengths, strict=True) if length is not None)
    undated = tuple(entry for entry, length in zip(entries, lengths, strict=True) if length is None)
    return _Positions(name, dated, undated)


def _jobs(resume: Resume) -> tuple[Entry, ...]:
    """The positions held; a break in between ("Parental leave") is none."""
    held = (entry for entry in resume.entries if entry.kind is EntryKind.EXPERIENCE)
    return tuple(entry for entry in held if entry.title is None or not names_break(entry.title))


def _subject(requirement: Requirement) -> tuple[str, Callable[[Entry], bool]]:
    """What the years are asked in, and which positions count for it.

    That is a field of work by its job titles; where the text names none, its own words, found in a position's text; where it has none
    ("5 years of relevant experience"), every position.
    """
    line = folded(_without_years(requirement.text))
    led = leadership().is_asked(line)
    named = tuple(field for field in fields_of_work() if names_any(line, field.asked) and not _is_part_of_another(field, line))
    if named or led:
        name = " or ".join(field.name for field in named) or "leading people"
        return name, lambda entry: _is_of(entry, named) and (not led or _leads(entry))
    words = _own_words(requirement.text)
    if not words:
        return "", lambda entry: True
    return f"“{' '.join(words)}”", lambda entry: _speaks_of(_text_of(entry), words, requirement.terms)


def _is_part_of_another(field: Field, line: str) -> bool:
    """True where the field is named only inside a longer name: "marketing" in "product marketing"."""
    longer = [phrase for other in fields_of_work() if other is not field for phrase in other.asked]
    for phrase in sorted(longer, key=len, reverse=True):
        if any(f" {own} " in f" {phrase} " and own != phrase for own in field.asked):
            line = line.replace(f" {phrase} ", " ")
    return not names_any(line, field.asked)


def _is_of(entry: Entry, named: tuple[Field, ...]) -> bool:
    return not named or any(field.has_title(folded(entry.title or "")) for field in named)


def _leads(entry: Entry) -> bool:
    words = leadership()
    if names_any(folded(entry.title or ""), words.titles):
        return True
    return any(words.is_told(folded(bullet.text)) for bullet in entry.bullets)


def _text_of(entry: Entry) -> str:
    return folded(" ".join((entry.title or "", *(bullet.text for bullet in entry.bullets))))


def _own_words(text: str) -> tuple[str, ...]:
    """The words of a line about years that say in what."""
    return tuple(dict.fromkeys(word for word in folded(_without_years(text)).split() if word not in filler_words() and len(word) > 1))


def _speaks_of(text: str, words: tuple[str, ...], terms: tuple[str, ...]) -> bool:
    """True where a folded text holds one of the terms or most of the words, in whatever form: "nursing" of a nurse."""
    if names_any(text, (folded(term).strip() for term in terms)):
        return True
    told = set().union(*_forms(text.split()))
    return 2 * sum(not told.isdisjoint(forms) for forms in _forms(words)) > len(words)


def _forms(words: Sequence[str]) -> list[set[str]]:
    """The stem of each word, by itself and grown together with its neighbours: "front-end" is "frontend"."""
    around = ["", *words, ""]
    return [
        {stem_of(word), stem_of(before + word), stem_of(word + after)}
        for before, word, after in zip(around, words, around[2:], strict=False)
    ]


def _without_years(text: str) -> str:
    found = years_asked(text)
    return text if found is None else f"{text[: found.start]} {text[found.end :]}"


def _claim(requirement: Requirement, resume: Resume) -> tuple[float, Bullet] | None:
    """The most years that the resume's own prose claims in the field, with the statement that does."""
    line, words = folded(_without_years(requirement.text)), _own_words(requirement.text)
    names = tuple(name for field in fields_of_work() if names_any(line, field.asked) for name in (*field.asked, *field.titles))
    claims = []
    for section in resume.sections:
        for bullet in section.bullets if section.kind not in (SectionKind.EDUCATION, SectionKind.REFERENCES) else ():
            found = years_asked(bullet.text)
            text = folded(bullet.text)
            if found is not None and (names_any(text, names) if names else not words or _speaks_of(text, words, requirement.terms)):
                claims.append((found.years, bullet))
    return max(claims, key=lambda claim: (claim[0], -claim[1].span.start)) if claims else None


def _nothing_counted(requirement: Requirement, resume: Resume, as_of: date, noun: str) -> ExperienceJudgement:
    asked = requirement.years or 0.0
    jobs = _jobs(resume)
    if not jobs and any(section.kind is SectionKind.EXPERIENCE for section in resume.sections):
        return ExperienceJudgement(Status.UNREADABLE, "Cannot tell: no single position could be made out.", "years", asked, None)
    other = union_months(jobs, as_of)
    found = f"; {_years(other)} in other positions" if other else ""
    return ExperienceJudgement(Status.MISSING, f"No position{f' in {noun}' if noun else ''} was found{found}.", "years", asked, 0.0)


def _counting(judgement: ExperienceJudgement, entries: tuple[Entry, ...], resume: Resume) -> ExperienceJudgement:
    """The judgement with the positions that it counted and where their titles stand."""
    spans = tuple(_title_span(entry, resume) for entry in entries)
    return replace(judgement, entries=tuple(entry.heading for entry in entries), spans=spans)


def _title_span(entry: Entry, resume: Resume) -> Span:
    """Where the position's title stands; its first line where the title is not printed in one piece."""
    text, span = resume.document.text, entry.span
    at = text.find(entry.title, span.start, span.end) if entry.title else -1
    if entry.title and at >= 0:
        return Span(at, at + len(entry.title))
    line = text[span.start : span.end].split("\n", 1)[0]
    return Span(span.start, span.start + len(line)) if line.strip() else span


def _team_sizes(text: str) -> tuple[int, ...]:
    return tuple(int(one or other) for one, other in _TEAM.findall(text))


def _roles(entries: tuple[Entry, ...], noun: str) -> str:
    return f"{len(entries)} position{'' if len(entries) == 1 else 's'}" + (f" in {noun}" if noun else "")


def _years(count: int) -> str:
    years, rest = divmod(count, 12)
    parts = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in ((years, "year"), (rest, "month")) if number]
    return " and ".join(parts)


def _number(years: float) -> str:
    return f"{years:.1f}".removesuffix(".0")
