"""A statement's words -> its phrases: one action with its object each, or a skill phrase where nobody acts."""

from __future__ import annotations

from collections.abc import Iterator

from resume_match.extraction.actions import Action, find_actions
from resume_match.extraction.finding import Found, sequences_at
from resume_match.extraction.pieces import Piece, Range
from resume_match.extraction.positions import is_mark
from resume_match.extraction.standing import judge
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm

_LIST_STOPS = frozenset({",", "·"})  # beside the stops of sentences
_MEASURING = frozenset({"by", "from", "to"})
_GOVERNING = frozenset({"in", "with", "to", "on", "by"})


def find_pieces(words: tuple[Word, ...], forms: tuple[Found, ...], *, listed: bool) -> tuple[Piece, ...]:
    """The phrases of a statement, in order. In a list every comma ends a phrase."""
    verbs = tuple(form for form in forms if form.verb)
    pieces: list[Piece] = []
    wished = False
    for first, last in _segments(words, grammar().stops | _LIST_STOPS if listed else grammar().stops):
        if listed and last - first == 1 and words[first].verbs and words[first].verbs[0].form is VerbForm.BASE:
            pieces.append(Piece(((first, last),)))  # an entry names a thing: "Express" is a tool
            continue
        found = tuple(_pieces_of(words, first, last, verbs))
        found, wished = judge(words, (first, last), found, wished and _continues(words, first))
        pieces.extend(found)
    return tuple(pieces)


def _segments(words: tuple[Word, ...], stops: frozenset[str]) -> Iterator[Range]:
    first = 0
    for at, word in enumerate(words):
        if word.text in stops:
            if at > first:
                yield first, at
            first = at + 1
    if len(words) > first:
        yield first, len(words)


def _continues(words: tuple[Word, ...], first: int) -> bool:
    """Whether a segment goes on with the sentence before it (a list's comma), so that a wish still holds."""
    return first > 0 and words[first - 1].text in {",", ";"}


def _pieces_of(words: tuple[Word, ...], first: int, last: int, verbs: tuple[Found, ...]) -> Iterator[Piece]:
    actions = find_actions(words, first, last, verbs)
    mains = [action for action in actions if not action.noun]
    while len(mains) > 1 and _only_introduces(words, mains[0], mains[1]):
        first = mains.pop(0).last
    start = _phrase_start(words, mains[0].first, first) if mains else last
    if _holds_words(words, first, start):
        yield Piece(((first, start),))
        yield from _nouns(words, actions, (first, start), ())
    ends = [*(_phrase_start(words, action.first, first) for action in mains[1:]), last][: len(mains)]
    regions = _shared_regions(words, mains, ends)
    governor: tuple[str, ...] = ()
    for index, action in enumerate(mains):
        following = mains[index + 1] if index + 1 < len(mains) else None
        before = mains[index - 1] if index else None
        if before is None or not (governor and action.form is before.form):  # "assisted in preparing budgets, negotiating leases"
            governor = before.families if before is not None and _governs(words, before, action) else ()
        yield _piece(words, action, regions[index], following=following, bounds=(first, last), governed=governor)
        yield from _nouns(words, actions, (action.last, ends[index]), (*governor, *action.families))


def _only_introduces(words: tuple[Word, ...], action: Action, following: Action) -> bool:
    """Whether an action says no more than that the next one was the applicant's: "Responsible for training", "Tasked with building"."""
    said = tuple(word.lower for word in words[action.first : action.last])
    directly = action.last == following.first or (action.last + 1 == following.first and words[action.last].lower.endswith("ly"))
    return directly and following.form is VerbForm.ING and " ".join(said) in grammar().introductions


def _governs(words: tuple[Word, ...], action: Action, following: Action) -> bool:
    """Whether an action is there for the next one only: "assisted in negotiating leases", "helped the agent in planning visits"."""
    between = [word.lower for word in words[action.last : following.first]]
    if following.form not in (VerbForm.ING, VerbForm.BASE):
        return False
    helps = any(verb.lemma in grammar().helping_verbs for verb in words[action.first].verbs)
    if helps and between[-1:] in (["in"], ["with"]):  # but "supported the branch by planning visits"
        return grammar().conjunctions.isdisjoint(between)
    return all(word in _GOVERNING for word in between)


def _shared_regions(words: tuple[Word, ...], mains: list[Action], ends: list[int]) -> list[Range]:
    """What each action acts on: the words up to the next action; coordinated actions share ("collect and assess requirements")."""
    regions: list[Range] = []
    for action, end in reversed(list(zip(mains, ends, strict=True))):
        own = (action.last, end)
        regions.append(regions[-1] if regions and not _holds_words(words, *own) else own)
    return regions[::-1]


def _piece(
    words: tuple[Word, ...], action: Action, region: Range, *, following: Action | None, bounds: Range, governed: tuple[str, ...]
) -> Piece:
    body, result = _split_result(words, region, following, bounds[1])
    object_, scope = _split_scope(words, body)
    opens = _phrase_start(words, action.first, bounds[0])  # with its "to" or "by", so that "to reduce" can be a form
    regions: tuple[Range, ...] = ((opens, action.last), region)
    if action.passive:
        before = (bounds[0], action.first)
        object_ = _trimmed(words, before) or object_
        regions = (before, *regions)
    return Piece(regions, action, object_, scope, result, governed)


def _nouns(words: tuple[Word, ...], actions: tuple[Action, ...], region: Range, governed: tuple[str, ...]) -> Iterator[Piece]:
    """The action nouns inside a phrase, each with the words before it ("budget planning") and after it ("planning of budgets").

    Coordinated ones share what follows the last ("planning, launch and closing of a web application").
    """
    nouns = [action for action in actions if action.noun and region[0] <= action.first < region[1]]
    shared: tuple[Action, Range] | None = None
    pieces: list[Piece] = []
    for action in reversed(nouns):
        follows = words[action.last].lower if action.last < region[1] else ""
        after = (action.last, region[1] if follows in grammar().noun_prepositions | {"and", "&"} else action.last)
        if shared is not None and not _holds_words(words, action.last, shared[0].first):
            after, follows = shared[1], "of"
        elif follows in grammar().noun_prepositions:
            shared = (action, after)
        left = _noun_phrase_start(words, action.first, region[0])
        acted_on, scope = (
            _split_scope(words, (after[0] + 1, after[1])) if follows == "of" else (_acted_on_before(words, left, action.first), None)
        )
        pieces.append(Piece(((left, action.first), (action.first, action.last), after), action, acted_on, scope, governed=governed))
        shared = (action, shared[1]) if shared is not None and after == shared[1] else shared
    yield from reversed(pieces)


def _acted_on_before(words: tuple[Word, ...], first: int, last: int) -> Range | None:
    """The noun before an action noun, without praise and articles ("strong", "the"): "budget planning" acts on the budget."""
    known = grammar()
    while first < last and (words[first].lower in known.stop_words or words[first].lower in known.determiners):
        first += 1
    return _trimmed(words, (first, last))


def _noun_phrase_start(words: tuple[Word, ...], at: int, first: int) -> int:
    known = grammar()
    start = at
    while start > first:
        word = words[start - 1]
        if word.lower in known.prepositions or word.lower in {",", ":", "(", ")", "to", "-", "–"} or word.text in known.stops:
            break
        start -= 1
    return start


def _phrase_start(words: tuple[Word, ...], at: int, first: int) -> int:
    """Where the phrase of an action begins: before its adverbs, auxiliaries, conjunctions and prepositions."""
    known = grammar()
    while at > first:
        word = words[at - 1].lower
        if not (
            word in known.openers
            or (word in known.prepositions and word != "of")
            or word in known.be
            or word in known.have
            or word in known.modals
            or word.endswith("ly")
        ):
            break
        at -= 1
    return at


def _holds_words(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether there is more than conjunctions and adverbs."""
    known = grammar()
    return any(word.lower not in known.conjunctions and not word.lower.endswith("ly") and not is_mark(word) for word in words[first:last])


def _split_result(words: tuple[Word, ...], region: Range, following: Action | None, last: int) -> tuple[Range, Range | None]:
    """The words acted on, and the measured outcome: "resulting in ...", "by 25%", or a following ", increasing ... by 20%"."""
    known = grammar()
    for at in range(*region):
        word = words[at].lower
        opener = word in known.result_openers and sequences_at(words, at, known.result_openers)
        if opener or (word in _MEASURING and _measures(words, at, region[1])):
            return (region[0], at), _trimmed(words, (at, region[1]))
    if (
        following is not None
        and following.form is VerbForm.ING
        and region[1] <= following.first
        and any(char.isdigit() for word in words[following.first : last] for char in word.text)
    ):
        return region, _trimmed(words, (following.first, last))
    return region, None


def _measures(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether "by", "from" or "to" opens a measure: "by 25%", "from 12 to 5 days", "to $2M"; not "to 90 accounts"."""
    number = at + 1
    while number < last and words[number].lower in grammar().hedges:
        number += 1
    if number >= last or not (words[number].text[0].isdigit() or words[number].lower in {"half", "double", "third", "two-thirds"}):
        return False
    if words[at].lower == "from":
        return any(word.lower in {"to", "-", "–"} for word in words[number:last])
    return words[at].lower == "by" or any(
        word.text[-1] in "%$€£" or word.lower in {"percent", "million"} for word in words[at + 1 : number + 2]
    )


def _split_scope(words: tuple[Word, ...], region: Range) -> tuple[Range | None, Range | None]:
    known = grammar()
    for at in range(*region):
        if words[at].lower in known.scope_prepositions and not (at and words[at - 1].text == "-") and not _counts(words, at, region[1]):
            return _trimmed(words, (region[0], at)), _trimmed(words, (at, region[1]))
    return _trimmed(words, region), None


def _counts(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether a preposition belongs to a number or a word: "managed over 12 engineers", "up to 90 calls", "in-house engineers"."""
    known = grammar()
    follows = words[at + 1] if at + 1 < last else None
    if follows is None or follows.text == "-":
        return follows is not None and words[at].end == follows.start
    if words[at].lower == "to":
        return at > 0 and words[at - 1].lower == "up"
    if words[at].lower == "at":
        return follows.lower in {"least", "most"}
    return words[at].lower in known.counting_prepositions and (follows.text[0].isdigit() or follows.lower in known.numbers)


def _trimmed(words: tuple[Word, ...], region: Range) -> Range | None:
    """The region without punctuation, conjunctions and articles at its ends; None where nothing is left."""
    known = grammar()
    first, last = region
    while first < last and (
        words[first].lower in known.conjunctions or (not any(map(str.isalnum, words[first].text)) and words[first].text not in "$€£~+")
    ):
        first += 1
    while first < last and (
        words[last - 1].lower in known.conjunctions
        or words[last - 1].lower in known.be
        or (not any(map(str.isalnum, words[last - 1].text)) and words[last - 1].text not in "%)")
    ):
        last -= 1
    return (first, last) if first < last else None
