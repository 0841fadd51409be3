"""Which statements of a posting ask for something, what they ask, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from resume_match.lexicon.postings import Cue, Part, first_wording, has_cue, tells_a_duty, tells_of_the_role, words_another
from resume_match.lexicon.work import folded, years_asked
from resume_match.model import Span
from resume_match.tailoring.outline import ASKED_PARTS, Statement

_SILENT_PARTS = (Part.BENEFITS, Part.LEGAL, Part.LOGISTICS)

# Words before an optional clause that make it an aside: "Experience as a product manager, corporate experience is a plus".
_ASIDE_AFTER_WORDS = 4

# What stands in brackets may word something else: "BS in Geodesy (MS preferred)".
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")

# A duty takes a verb and what it acts on.
_DUTY_WORDS = 2

# Headings above lists whose items ask, though they share words with what is told: "Salary benchmarking", "Schedule patient appointments".
_HEADED_PARTS = (Part.DUTIES, Part.REQUIREMENTS, Part.DESIRABLE)
_TOLD = (Cue.LEGAL, Cue.BENEFIT, Cue.LOGISTICS)

# A list of this many items, more than this share of which speak for one part, is of that part.
_LIST_LENGTH = 3
_LIST_SHARE = 0.33


class AskKind(StrEnum):
    """What a line asks: a duty to do, something to bring, or a condition that can be checked."""

    DUTY = "duty"
    REQUIREMENT = "requirement"
    KNOCKOUT = "knockout"


@dataclass(frozen=True, slots=True)
class Ask:
    """A line that asks. `essential` is None where neither the line nor its heading words it; `worded` holds where the line itself does."""

    span: Span
    text: str
    kind: AskKind
    essential: bool | None
    worded: bool
    years: float | None


def asks_of(statements: Iterable[Statement], known: frozenset[str] = frozenset()) -> Iterator[Ask]:
    """The lines that ask for something, in reading order. `known` are folded texts that ask in any part: a profile's own wording."""
    placed = tuple(_with_parts_of_lists(tuple(statements)))
    telling = _lists_that_tell(placed)
    for statement in placed:
        line = folded(statement.text)
        kind = _kind(statement, line, statement.under in telling)
        if kind is None and line in known and statement.part not in _SILENT_PARTS:
            kind = AskKind.REQUIREMENT
        if kind is not None:
            yield _ask(statement, line, kind)


def _with_parts_of_lists(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """The statements, those of a list under a heading that says nothing given the part that the list speaks for.

    A posting asks somewhere: where no heading names duties or requirements, a list that speaks for nothing else is taken for them.
    """
    wanted = [part for part in (Part.DUTIES, Part.REQUIREMENTS) if all(statement.part is not part for statement in statements)]
    place = 0
    while place < len(statements):
        end = place
        while end < len(statements) and _is_of_vague_list(statements[end]) and statements[end].under == statements[place].under:
            end += 1
        listed = statements[place:end]
        part = _part_of_list(listed) if len(listed) >= _LIST_LENGTH else None
        if part is None and wanted and len(listed) >= _LIST_LENGTH:
            part = wanted[0]
        if part in wanted:
            wanted.remove(part)
        yield from (replace(statement, part=part) if part else statement for statement in listed or statements[place : place + 1])
        place = max(end, place + 1)


def _lists_that_tell(statements: tuple[Statement, ...]) -> frozenset[int]:
    """The numbers of the lists that speak of pay, of applying or of the law rather than ask: most of their items do."""
    told: dict[int, list[bool]] = {}
    for statement in statements:
        if statement.listed:
            line = folded(statement.text)
            speaks = any(has_cue(line, cue) for cue in _TOLD) and not tells_a_duty(statement.text)
            told.setdefault(statement.under, []).append(speaks)
    return frozenset(under for under, items in told.items() if len(items) > 1 and 2 * sum(items) > len(items))


def _is_of_vague_list(statement: Statement) -> bool:
    return statement.listed and statement.part in (Part.UNKNOWN, Part.ROLE)


def _part_of_list(listed: tuple[Statement, ...]) -> Part | None:
    lines = [folded(statement.text) for statement in listed]
    votes = {
        Part.BENEFITS: sum(has_cue(line, Cue.BENEFIT) for line in lines),
        Part.LOGISTICS: sum(has_cue(line, Cue.LOGISTICS) or has_cue(line, Cue.LEGAL) for line in lines),
        Part.ABOUT: sum(has_cue(line, Cue.ABOUT) for line in lines),
        Part.DUTIES: sum(tells_a_duty(statement.text) or has_cue(line, Cue.DUTY) for statement, line in zip(listed, lines, strict=True)),
        Part.REQUIREMENTS: sum(has_cue(line, Cue.REQUIREMENT) or has_cue(line, Cue.KNOCKOUT) for line in lines),
    }
    part = max(votes, key=lambda name: votes[name])  # of equals the first, which asks nothing
    return part if votes[part] > _LIST_SHARE * len(listed) else None


def _ask(statement: Statement, line: str, kind: AskKind) -> Ask:
    years = years_asked(statement.text)
    worded = _worded(statement.text)
    essential = worded
    if essential is None and statement.part is Part.DESIRABLE:
        essential = False
    elif essential is None and (statement.must or years or has_cue(line, Cue.DEGREE)):
        essential = True
    return Ask(statement.span, statement.text, kind, essential, worded is not None, years.years if years else None)


def _worded(text: str) -> bool | None:
    """True where the line says that it is a must, False where it says that it is none; what an aside at its end says does not count."""
    clauses = re.split(r"[,;]|[.!?](?=\s)", _IN_BRACKETS.sub(lambda found: "" if words_another(folded(found[1])) else found[0], text))
    for place, clause in enumerate(clauses):
        found = first_wording(folded(clause))
        if found is not None and not (found[0] == "optional" and place and len(" ".join(clauses[:place]).split()) >= _ASIDE_AFTER_WORDS):
            return found[0] == "essential"
    return None


def _kind(statement: Statement, line: str, of_telling_list: bool) -> AskKind | None:
    part = statement.part
    trusted = statement.listed and part in _HEADED_PARTS and not of_telling_list and not has_cue(line, Cue.OPENS_TOLD)
    if not _has_words(statement, line, trusted) or has_cue(line, Cue.ASKS_NOTHING):
        return None
    if has_cue(line, Cue.LEGAL) and not trusted and not has_cue(line, Cue.RIGHT_TO_WORK):
        return None
    if part in _SILENT_PARTS:
        return AskKind.REQUIREMENT if part is Part.LOGISTICS and statement.listed and has_cue(line, Cue.BRINGS) else None
    signs = _Signs(
        asked=part in ASKED_PARTS,
        opens=tells_a_duty(statement.text),
        duty=has_cue(line, Cue.DUTY) or tells_of_the_role(statement.text),
        requirement=_brings(statement, line),
        knockout=has_cue(line, Cue.KNOCKOUT),
        years=years_asked(statement.text) is not None,
        trusted=trusted,
    )
    if _is_told(statement, line, signs):
        return None
    if part is Part.ABOUT:
        return _asked_in_passing(line, signs)
    return _asked(statement, signs)


def _has_words(statement: Statement, line: str, trusted: bool) -> bool:
    """True where a line has a word to go by; in a list of what must be brought the name of a tool may be as short as "R" or "Go"."""
    if any(len(word.strip("#+")) > 2 for word in line.split()):
        return True
    return trusted and statement.part is not Part.DUTIES and statement.text[:1].isupper()


def _brings(statement: Statement, line: str) -> bool:
    if statement.part is Part.REQUIREMENTS and (statement.must or statement.text.endswith("?")):
        return True
    return has_cue(line, Cue.PLAIN_REQUIREMENT if statement.part is Part.UNKNOWN else Cue.REQUIREMENT)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a line shows: `asked` of its part, the others of its words; `trusted` holds where its list asks, whatever words it shares."""

    asked: bool
    opens: bool
    duty: bool
    requirement: bool
    knockout: bool
    years: bool
    trusted: bool

    @property
    def any(self) -> bool:
        return self.opens or self.duty or self.requirement or self.knockout


def _is_told(statement: Statement, line: str, signs: _Signs) -> bool:
    """True for lines that tell of pay, of hours, of applying or of the company and ask for nothing."""
    to_the_reader = has_cue(line, Cue.BUT_ASKS)
    plainly_asked = signs.asked and signs.any and (statement.listed or to_the_reader)
    if has_cue(line, Cue.APPLYING) or has_cue(line, Cue.HOURS):
        return True
    if not plainly_asked and not signs.trusted and (has_cue(line, Cue.BENEFIT) or has_cue(line, Cue.LOGISTICS)):
        return True
    if to_the_reader:
        return False
    silent = has_cue(line, Cue.ABOUT) and not (statement.listed and signs.opens)
    plain = (signs.asked and signs.any) or has_cue(line, Cue.PLAIN_REQUIREMENT)
    return silent or (not plain and has_cue(line, Cue.ALSO_ABOUT))


def _asked_in_passing(line: str, signs: _Signs) -> AskKind | None:
    """What a line asks among lines about the company: there it must say so to the reader's face."""
    if signs.knockout and signs.requirement:
        return AskKind.KNOCKOUT
    if signs.duty:
        return AskKind.DUTY
    return AskKind.REQUIREMENT if signs.requirement and has_cue(line, Cue.BUT_ASKS) else None


def _asked(statement: Statement, signs: _Signs) -> AskKind | None:
    if not signs.any and not (signs.asked and statement.listed):
        return None
    if statement.part is Part.DUTIES and not signs.any and len(statement.text.split()) < _DUTY_WORDS:
        return None
    if not signs.asked and not statement.listed and not signs.duty and not signs.requirement:
        return None
    duties = statement.part is Part.DUTIES
    if (signs.knockout and not (duties and signs.opens)) or (signs.years and signs.requirement):
        return AskKind.KNOCKOUT
    if signs.asked:
        return AskKind.DUTY if duties else AskKind.REQUIREMENT
    return AskKind.DUTY if signs.duty or signs.opens else AskKind.REQUIREMENT
