"""A statement's words -> its phrases: one action with its object each, or a skill phrase where nobody acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from resume_match.extraction.actions import Action, find_actions
from resume_match.extraction.finding import Found, sequences_at
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm

Range = tuple[int, int]

_STOPS = frozenset({".", ";", "!", "?", "•", "|", "▪", "●", "■", "\t", "‣", "◦", "*", "➢"})
_LIST_STOPS = _STOPS | {",", "·"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A phrase as ranges of words: what it covers (`regions`), its action, object, scope and result, and whether it counts.

    `governed` are the families of the action that an action noun depends on ("supported budget planning"); `excluded` the words inside
    that do not count ("without ...", "led by ...").
    """

    regions: tuple[Range, ...]
    action: Action | None = None
    object: Range | None = None
    scope: Range | None = None
    result: Range | None = None
    governed: tuple[str, ...] = ()
    excluded: tuple[Range, ...] = ()
    negated: bool = False
    wished: bool = False
    others: bool = False

    @property
    def first(self) -> int:
        return min(start for start, _ in self.regions)

    @property
    def last(self) -> int:
        return max(end for _, end in self.regions)


def find_pieces(words: tuple[Word, ...], forms: tuple[Found, ...], *, listed: bool) -> tuple[Piece, ...]:
    """The phrases of a statement, in order. In a list every comma ends a phrase."""
    verbs = tuple(form for form in forms if form.verb)
    pieces: list[Piece] = []
    wished = False
    for first, last in _segments(words, _LIST_STOPS if listed else _STOPS):
        found = tuple(_pieces_of(words, first, last, verbs))
        found, wished = _judge(words, first, last, found, wished and _continues(words, first))
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
    start = _phrase_start(words, mains[0].first, first) if mains else last
    if _holds_words(words, first, start):
        yield Piece(((first, start),))
        yield from _nouns(words, actions, (first, start), ())
    ends = [*(_phrase_start(words, action.first, first) for action in mains[1:]), last][: len(mains)]
    regions = _shared_regions(words, mains, ends)
    for index, action in enumerate(mains):
        following = mains[index + 1] if index + 1 < len(mains) else None
        yield _piece(words, action, regions[index], following, (first, last))
        yield from _nouns(words, actions, (action.last, ends[index]), action.families)


def _shared_regions(words: tuple[Word, ...], mains: list[Action], ends: list[int]) -> list[Range]:
    """What each action acts on: the words up to the next action; coordinated actions share ("collect and assess requirements")."""
    regions: list[Range] = []
    for action, end in reversed(list(zip(mains, ends, strict=True))):
        own = (action.last, end)
        regions.append(regions[-1] if regions and not _holds_words(words, *own) else own)
    return regions[::-1]


def _piece(words: tuple[Word, ...], action: Action, region: Range, following: Action | None, bounds: Range) -> Piece:
    body, result = _split_result(words, region, following, bounds[1])
    object_, scope = _split_scope(words, body)
    regions: tuple[Range, ...] = ((action.first, action.last), region)
    if action.passive:
        before = (bounds[0], action.first)
        object_ = _trimmed(words, before) or object_
        regions = (before, *regions)
    return Piece(regions, action, object_, scope, result)


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
    while first < last and words[first].lower in known.stop_words | known.determiners:
        first += 1
    return _trimmed(words, (first, last))


def _noun_phrase_start(words: tuple[Word, ...], at: int, first: int) -> int:
    known = grammar()
    start = at
    while start > first:
        word = words[start - 1]
        if word.lower in known.prepositions or word.lower in {",", ":", "(", ")", "to", "-", "–"} or word.text in _STOPS:
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
    return any(
        word.lower not in known.conjunctions and not word.lower.endswith("ly") and any(map(str.isalnum, word.text))
        for word in words[first:last]
    )


def _split_result(words: tuple[Word, ...], region: Range, following: Action | None, last: int) -> tuple[Range, Range | None]:
    """The words acted on, and the measured outcome: "resulting in ...", "by 25%", or a following ", increasing ... by 20%"."""
    known = grammar()
    for at in range(*region):
        opener = sequences_at(words, at, known.result_openers)
        if opener or (words[at].lower in {"by", "from", "to"} and _measures(words, at, region[1])):
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
        if words[at].lower in known.scope_prepositions and not (at and words[at - 1].text == "-"):
            return _trimmed(words, (region[0], at)), _trimmed(words, (at, region[1]))
    return _trimmed(words, region), None


def _trimmed(words: tuple[Word, ...], region: Range) -> Range | None:
    """The region without punctuation, conjunctions and articles at its ends; None where nothing is left."""
    known = grammar()
    first, last = region
    while first < last and (
        words[first].lower in known.conjunctions or (not any(map(str.isalnum, words[first].text)) and words[first].text not in "$€£~+")
    ):
        first += 1
    while first < last and (
        words[last - 1].lower in known.conjunctions | known.be
        or (not any(map(str.isalnum, words[last - 1].text)) and words[last - 1].text not in "%)")
    ):
        last -= 1
    return (first, last) if first < last else None


def _judge(words: tuple[Word, ...], first: int, last: int, pieces: tuple[Piece, ...], wished: bool) -> tuple[tuple[Piece, ...], bool]:
    """The pieces with what does not count marked: absent, wanted or learned, or done by somebody else; and whether a wish was met."""
    wish = first if wished else _first_of(words, first, last, grammar().wishes)
    lesson = _first_lesson(words, first, last)
    absent = _absences(words, first, last)
    others = _others(words, first, last, pieces)
    unproven = [(at, last) for at in (wish, lesson) if at is not None]
    judged = []
    for piece in pieces:
        start = piece.action.first if piece.action else piece.first
        judged.append(
            replace(
                piece,
                excluded=(*absent, *unproven, *others),
                negated=any(begin <= start < end for begin, end in absent),
                wished=any(begin <= start for begin, _ in unproven),
                others=any(begin <= start < end for begin, end in others),
            )
        )
    return tuple(judged), wish is not None


def _first_of(words: tuple[Word, ...], first: int, last: int, sequences: dict[str, tuple[tuple[str, ...], ...]]) -> int | None:
    return next((at for at in range(first, last) if sequences_at(words, at, sequences)), None)


def _first_lesson(words: tuple[Word, ...], first: int, last: int) -> int | None:
    known = grammar()
    for at in range(first, last):
        size = sequences_at(words, at, known.learning)
        joined = at > first and words[at - 1].end == words[at].start  # e-learning
        opens = (
            at == first
            or words[at - 1].lower in known.openers | known.be | known.have | known.subjects
            or words[at - 1].lower in {"to", "by", "through", "while", "from", "in"}
        )
        if size and opens and not joined and not (at + size < last and words[at + size].lower in known.not_learning):
            return at
    return None


def _absences(words: tuple[Word, ...], first: int, last: int) -> list[Range]:
    """From each "no", "not", "without" to the next comma or "but"."""
    known = grammar()
    found = []
    for at in range(first, last):
        if words[at].lower in known.negators and not (at + 1 < last and words[at + 1].lower in known.not_negation):
            end = next((to for to in range(at + 1, last) if words[to].lower in {",", "but", "while", "however"}), last)
            found.append((at, end))
    return found


def _others(words: tuple[Word, ...], first: int, last: int, pieces: tuple[Piece, ...]) -> list[Range]:
    """Where somebody else acts: after "reporting to" or "led by" up to a comma; the whole sentence of which the employer is subject."""
    known = grammar()
    opening = [word.lower for word in words[first : min(last, first + 9)]]
    if opening[0] in {"a", "an", "the", "our"} and any(word in known.employer_nouns for word in opening[1:]):
        return [(first, last)]
    subject = 1 if opening[0] in {"the", "our", "my"} else 0
    if len(opening) > subject + 1 and opening[subject] in known.other_subjects and _finite(words[first + subject + 1]):
        return [(first, last)]
    found = [(at, _until(words, at, last)) for at in range(first, last) if sequences_at(words, at, known.others_acting)]
    for index, piece in enumerate(pieces):
        if piece.action is None or piece.action.noun:
            continue
        if piece.action.passive and _by_somebody(words, piece.action.last, last):
            found.append((first, piece.last))
        elif index and words[piece.action.first - 1].lower in {"who", "whose"} | (
            {"that", "which"} if _about_employer(words, piece) else set()
        ):
            found.append((piece.action.first, last))
    return found


def _until(words: tuple[Word, ...], at: int, last: int) -> int:
    return next((to for to in range(at + 1, last) if words[to].lower in {",", "and", "&", "-", "–"}), last)


def _by_somebody(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether a passive verb names who did it: "by headquarters", not "by me" nor "by automating"."""
    if at + 1 >= last or words[at].lower != "by":
        return False
    agent = words[at + 1]
    return (
        agent.lower not in {"me", "myself"} and not agent.text[0].isdigit() and not any(verb.form is VerbForm.ING for verb in agent.verbs)
    )


def _about_employer(words: tuple[Word, ...], piece: Piece) -> bool:
    """Whether "that" speaks of an employer: "a start-up that had launched"."""
    at = piece.action.first - 2 if piece.action else -1
    while at >= 0 and words[at].lower in grammar().have:
        at -= 1
    return at >= 0 and words[at].lower in grammar().employer_nouns


def _finite(word: Word) -> bool:
    return (
        word.lower in grammar().be
        or word.lower in {"has", "had", "will"}
        or any(verb.form in {VerbForm.PAST, VerbForm.THIRD} for verb in word.verbs)
    )
