"""A draft of the phrasebook made into a line: its verbs in the tense of the job, the resume's own words, its open facts as slots."""

from __future__ import annotations

import re
from collections import ChainMap, Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from resume_match.lexicon.phrasebook import CONTEXT, NUMBER, SLOT, VERB_GROUP, Draft, phrasebook
from resume_match.model import Slot
from resume_match.suggestions.style import Style, first_word
from resume_match.suggestions.verbs import Tense, base_of, inflect, tenses_of

# A line with one trailing clause ("..., reducing cost") takes no second one; a line that ends in a small word was cut off by the file.
_TRAILING = re.compile(r",\s+(?:(?:\w+ly\s+)?\w+ing|which|whom?|such as)\b")
_CUT_OFF = re.compile(r"(?:[,&/-]|\b(?:of|and|or|the|a|an|to|for|in|with|by|on|from|as|at))\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line in both variants with its slots; `verb` is the base form that begins it, None where none does."""

    text: str
    plain: str
    slots: tuple[Slot, ...]
    verb: str | None


def fill(text: str, slots: Iterable[Slot]) -> str:
    """The text with each slot replaced by its sample value: what the line could look like, never what is true."""
    samples = {slot.name: slot.sample for slot in slots}
    return SLOT.sub(lambda found: samples.get(found.group(1), found.group()), text)


def slots_of(*texts: str, own: tuple[Slot, ...] = ()) -> tuple[Slot, ...]:
    """The slots that stand in the texts, each once, in the order of their first standing; `own` are those the phrasebook lacks."""
    known = ChainMap({slot.name: slot for slot in own}, _known_slots())
    names = dict.fromkeys(name for text in texts for name in SLOT.findall(text))
    return tuple(known[name] for name in names if name in known)


@cache
def _known_slots() -> dict[str, Slot]:
    return {name: Slot(name, word.hint, word.sample) for name, word in phrasebook().slots.items()}


def write_line(draft: Draft, style: Style, worn: Counter[str], own_words: Mapping[str, tuple[str, ...]]) -> Line:
    """The draft as a line in that style, with the verbs that are worn least and the resume's own words where it has them."""
    text, plain = (_in_context(_conjugate(variant, style, worn), own_words) for variant in (draft.text, draft.plain))
    lead = VERB_GROUP.match(draft.text)
    text, plain = (_finish(variant, style, verbal=lead is not None) for variant in (text, plain))
    return Line(text, plain, slots_of(text, plain, own=draft.slots), _freshest(lead.group(1), worn) if lead else None)


def _conjugate(text: str, style: Style, worn: Counter[str]) -> str:
    tense = Tense.PRESENT if style.first_person and style.tense is Tense.THIRD_PERSON else style.tense
    return VERB_GROUP.sub(lambda found: inflect(_freshest(found.group(1), worn), tense), text)


def _freshest(group: str, worn: Counter[str]) -> str:
    # Of equally worn verbs the first: the phrasebook names the most fitting one first.
    return min(group.split("|"), key=lambda verb: worn[verb])


def _in_context(text: str, own_words: Mapping[str, tuple[str, ...]]) -> str:
    def own(found: re.Match[str]) -> str:
        context = phrasebook().context[found.group(1)]
        elsewhere = CONTEXT.sub("", text).lower()
        words = [word for word in own_words.get(found.group(1), ()) if not re.search(rf"\b{re.escape(word.lower())}\b", elsewhere)]
        # A department alone ("a team from sales") needs company, unless the draft itself names some.
        if not words or (context.most > 1 and len(words) < context.most and not names_any(elsewhere, context.words)):
            return context.otherwise
        return " and ".join(words[: context.most])

    return CONTEXT.sub(own, text)


def names_any(text: str, words: tuple[str, ...]) -> bool:
    """True when one of the words (in lower case) stands in the text."""
    return any(re.search(rf"\b{re.escape(word)}\b", text.lower()) for word in words)


def _finish(text: str, style: Style, verbal: bool) -> str:
    # A line that begins with a slot is a credential, which takes no full stop.
    credential = text.startswith("[")
    if verbal and style.first_person:
        text = f"I {text}"
    elif not credential:
        text = text[:1].upper() + text[1:]
    return f"{text}." if style.full_stop and not credential else text


def join_clause(line: str, clause: str) -> str:
    """A line with a clause added, every word of the line kept and its full stop, if any, moved to the end."""
    stop = "." if line.endswith(".") and not line.lower().endswith("etc.") else ""
    kept = line.rstrip(" .") if stop else line
    return f"{kept.rstrip(' ,;')}, {clause}{stop}"


def can_take_clause(line: str) -> bool:
    """True for one whole statement of moderate length: no label, no list with a colon, no two statements run together, no brackets."""
    limits = phrasebook().limits
    words = line.split()
    if not limits["shortest_line"] <= len(words) <= limits["longest_line"]:
        return False
    if re.search(r"[\[\]<>{}:;|•\t]|[.!?]\s", line) or not line[0].isupper() or line.count("(") != line.count(")"):
        return False
    if _TRAILING.search(line) or _CUT_OFF.search(line):
        return False
    return _begins_with_verb(line) and not any(_runs_on(a, b) for a, b in pairwise(words))


def _begins_with_verb(line: str) -> bool:
    """True for "Led the team", not for "Lead for the team" and "Marketing liaison", which begin with nouns that look like verbs."""
    first = first_word(line)
    following = line[line.index(first) + len(first) :].split(maxsplit=1)[:1] if first else []
    return bool(set(tenses_of(first)) - {Tense.GERUND}) and following not in (["for"], ["of"], ["on"])


def tells_result(line: str) -> bool:
    """True for a line that holds a number, in figures or words, or says what came of the work."""
    return NUMBER.search(line) is not None or names_any(line, phrasebook().told)


def _runs_on(before: str, word: str) -> bool:
    # "forecasts at executive level Supervise staff": two lines that the file ran together.
    return (before[-1:].isalnum() or before.endswith(")")) and word[:1].isupper() and base_of(_bare(word)) is not None


def _bare(word: str) -> str:
    return word.strip(".,;:()\"'“”")
