"""What does not count in a sentence: what is absent, wanted or only learned, and what somebody else did."""

from __future__ import annotations

from dataclasses import replace

from resume_match.extraction.finding import sequences_at
from resume_match.extraction.pieces import Piece, Range
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, inflected_verbs, is_mere_deed


def judge(words: tuple[Word, ...], bounds: Range, pieces: tuple[Piece, ...], wished: bool) -> tuple[tuple[Piece, ...], bool]:
    """The pieces with what does not count marked: absent, wanted or learned, or done by somebody else; and whether a wish was met."""
    first, last = bounds
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
            or words[at - 1].lower in known.lesson_openers
        )
        if size and opens and not joined and not (at + size < last and words[at + size].lower in known.not_learning):
            return at
    return None


def _absences(words: tuple[Word, ...], first: int, last: int) -> list[Range]:
    """From each "no", "not", "without" to the next comma or "but"."""
    known = grammar()
    found = []
    for at in range(first, last):
        follows = words[at + 1] if at + 1 < last else None
        if words[at].lower in known.negators and not (follows and (follows.lower in known.not_negation or follows.text == "-")):
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
    persons = known.other_subjects | known.title_words if opening[0] in {"my", "our"} else known.other_subjects
    if len(opening) > subject + 1 and opening[subject] in persons and _finite(words[first + subject + 1]):
        return [] if not subject and _names_things(opening) else [(first, last)]
    found = [(at, _until(words, at, last)) for at in range(first, last) if _names_somebody(words, at, first)]
    for at in range(first, last - 2):
        if _told_of_a_subject(words, at, last):
            found.append((at, next((to for to in range(at + 1, last) if words[to].text == ","), last)))
    for index, piece in enumerate(pieces):
        if piece.action is None or piece.action.noun:
            continue
        if piece.action.passive and _by_somebody(words, piece.action.last, last):
            earlier = any(one.action and not one.action.noun for one in pieces[:index])
            found.append((piece.action.first if earlier else first, piece.last))
        elif _told_of_another(words, first, piece, pieces[:index]):
            found.append((piece.action.first, last))
    return found


def _told_of_a_subject(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether a clause that is no deed of the applicant's begins here: "saw how the company grew", "joined when the owner sold"."""
    known = grammar()
    subject = at + 2 if words[at + 1].lower in known.determiners else at + 1
    if words[at].lower not in known.clause_openers or subject + 1 >= last:
        return False
    return words[subject].lower in known.other_subjects | known.clause_subjects and _finite(words[subject + 1])


def _names_things(opening: list[str]) -> bool:
    """Whether a sentence opens with things, not with somebody who acts: "customer surveys" does, "customer reports a fault" does not."""
    known = grammar()
    follows = opening[2] if len(opening) > 2 else ""
    thing = opening[1] in known.things_in_s or any(is_mere_deed(verb.lemma) for verb in inflected_verbs().get(opening[1], ()))
    return thing and not (follows in known.determiners | known.numbers or follows[:1].isdigit())


def _told_of_another(words: tuple[Word, ...], first: int, piece: Piece, earlier: tuple[Piece, ...]) -> bool:
    """Whether a clause with "who", "that" or "which" speaks of somebody else: "Patient clerk who ..." is the applicant."""
    joint = piece.action.first - 1 if piece.action else first
    if words[joint].lower in {"who", "whose"}:
        parted = grammar().prepositions | {","}  # "Assistant to the director, who ..."
        alone = joint > first and not any(word.lower in parted for word in words[first:joint])
        return not alone or any(one.action for one in earlier)
    return bool(earlier) and words[joint].lower in {"that", "which"} and _about_employer(words, piece)


def _names_somebody(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether "led by", "reporting to" and the like stand here; "KPI reporting to the board" is a report and names no boss."""
    if not sequences_at(words, at, grammar().others_acting):
        return False
    return not words[at].lower.startswith("report") or at == first or words[at - 1].text in {",", "(", ";", "-", "–", "and", "&"}


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
