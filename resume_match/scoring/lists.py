"""What the text of a requirement lists: things of which one is enough ("AWS, Azure or GCP"), and names that are all asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resume_match.extraction.finding import Found
from resume_match.extraction.pieces import Range
from resume_match.extraction.words import Word
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.concepts import broader_of
from resume_match.lexicon.grammar import grammar

_PARTS = frozenset({",", ";", "/", "and", "&", "or"})
_BESIDE_EXAMPLES = frozenset({"as", ",", ":"})  # "such as", "for example:"
_TOOLS = frozenset({"technology", "technical-tool", "certificate"})


@dataclass(slots=True)
class Listed:
    """Ranges of phrases: in a pair of `enough`, what meets one of the first meets all of the second; each of `all` is asked for."""

    enough: list[tuple[tuple[Range, ...], tuple[Range, ...]]] = field(default_factory=list)
    all: tuple[Range, ...] = ()


def read_lists(words: Sequence[Word], phrases: Sequence[Range], forms: Sequence[Found], told: frozenset[int]) -> Listed:
    """What the telling phrases of a text list; `told` are the words of its deeds, which are no things.

    Names that are examples ("cloud platforms (AWS, Azure)", "tools such as Jira") are as good as what they exemplify. All of a list is
    asked for where it is all that the text tells, or a list of names.
    """
    listed = Listed()
    groups = _grouped(words, phrases)
    for run, joints in _runs(words, groups):
        firsts = tuple(group[0] for group in run)
        exemplified = _exemplified(words, firsts[0], groups) if _are_names(words, firsts, forms) else ()
        if exemplified:
            listed.enough.append((firsts, (*exemplified, *firsts)))
        elif told.intersection(range(firsts[0][0], run[-1][-1][1])) or len(run) < 2 or any(len(group) > 1 for group in run[:-1]):
            continue
        elif "or" in joints:
            named = tuple(first for first in firsts if not first[0] or words[first[0] - 1].lower not in calibration().wording_alike)
            called = run[-1] if all(words[first].text[0].isupper() for first, _ in run[-1]) else ()  # "Power BI"; not "B2C marketing"
            listed.enough.append((named, tuple(dict.fromkeys((*firsts, *called)))))
        elif len(run[-1]) == 1 and (len(run) == len(groups) or _are_names(words, firsts, forms)):
            listed.all = firsts
    return listed


def _grouped(words: Sequence[Word], phrases: Sequence[Range]) -> list[tuple[Range, ...]]:
    """Phrases with nothing between them, together: "risk | assessment"."""
    groups: list[tuple[Range, ...]] = []
    for first, last in phrases:
        if groups and groups[-1][-1][1] == first:
            groups[-1] = (*groups[-1], (first, last))
        else:
            groups.append(((first, last),))
    return groups


def _runs(words: Sequence[Word], groups: Sequence[tuple[Range, ...]]) -> Iterator[tuple[list[tuple[Range, ...]], set[str]]]:
    """Groups that only commas, "and" and "or" part, with what parts them."""
    run: list[tuple[Range, ...]] = []
    joints: set[str] = set()
    for group in groups:
        parted = {word.lower for word in words[run[-1][-1][1] : group[0][0]]} if run else set()
        between = parted - grammar().determiners - calibration().wording_alike
        if run and not (between and between <= _PARTS):
            yield run, joints
            run, joints = [], set()
            between = set()
        run.append(group)
        joints |= between
    if run:
        yield run, joints


def _exemplified(words: Sequence[Word], first: Range, groups: Sequence[tuple[Range, ...]]) -> tuple[Range, ...]:
    """The phrases that a run beginning with `first` gives examples of: those before "such as", "e.g." or a bracket."""
    before = [group for group in groups if group[-1][1] <= first[0]]
    if not before:
        return ()
    between = {word.lower for word in words[before[-1][-1][1] : first[0]]}
    opens = between & calibration().wording_examples
    return before[-1] if opens and between - opens <= _BESIDE_EXAMPLES else ()


def _are_names(words: Sequence[Word], members: Sequence[Range], forms: Sequence[Found]) -> bool:
    """Whether all members begin with a capital, and more than half are tools, certificates or words that the lexicon does not know."""
    if not all(words[first].text[0].isupper() for first, _ in members):
        return False
    return 2 * sum(_is_name(member, forms) for member in members) > len(members)


def names_a_credential(words: Sequence[Word], phrases: Sequence[Range], forms: Sequence[Found]) -> bool:
    """Whether letters name what is asked for ("PMP certification"), so that what sort of thing it is says no more."""
    return any(words[first].text.isupper() and last == first + 1 and _is_name((first, last), forms) for first, last in phrases)


def _is_name(member: Range, forms: Sequence[Found]) -> bool:
    ids = [form.id for form in forms if (form.first, form.last) == member and not form.verb and not form.id.startswith('"')]
    return not ids or any(name.endswith("-tool") or not _TOOLS.isdisjoint((name, *broader_of(name))) for name in ids)
