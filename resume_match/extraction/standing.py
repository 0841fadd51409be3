"""What does not count in a sentence: what is absent, wanted or only learned, and what somebody else did."""

from __future__ import annotations

from collections.abc import Iterator

from resume_match.extraction.actions import Action
from resume_match.extraction.finding import places_of, sequences_at
from resume_match.extraction.pieces import Piece, Range
from resume_match.extraction.positions import is_mark
from resume_match.extraction.words import Word
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, inflected_verbs, is_mere_deed


def judge(words: tuple[Word, ...], bounds: Range, pieces: tuple[Piece, ...], wished: bool) -> tuple[tuple[Piece, ...], bool]:
    """The pieces with what does not count marked: absent, wanted or learned, or done by somebody else; and whether a wish was met."""
    first, last = bounds
    deeds = tuple(piece.action for piece in pieces if piece.action and not piece.action.noun)
    done = tuple(deed.first for deed in deeds if deed.form is VerbForm.PAST and not deed.passive and _is_joined(words, deed.first, first))
    wish = first if wished and first not in done else _first_wish(words, first, last, deeds)
    lesson = _first_lesson(words, first, last)
    absent = _absences(words, first, last, done)
    others = _others(words, first, last, pieces)
    unproven = [(wish, last)] if wish is not None else []
    if lesson is not None:  # "learned the trade and led a team", but "learning to lead and managed" is one lesson
        told = any(verb.form is VerbForm.PAST for verb in words[lesson].verbs)
        unproven.append((lesson, next((deed for deed in done if told and deed > lesson), last)))
    if not (absent or unproven or others):
        return pieces, False
    judged = []
    for piece in _without_others(pieces, others):
        start = piece.action.first if piece.action else piece.first
        judged.append(
            piece._replace(
                excluded=(*absent, *unproven, *others),
                negated=any(begin <= start < end for begin, end in absent),
                wished=any(begin <= start < end for begin, end in unproven),
                others=any(begin <= start < end for begin, end in others),
            )
        )
    return tuple(judged), wish is not None


def _without_others(pieces: tuple[Piece, ...], others: list[Range]) -> Iterator[Piece]:
    """The pieces in order, each up to where somebody else acts in it, and what is told of them: "observed | how the team negotiated"."""
    for piece in pieces:
        start = piece.action.last if piece.action else piece.first + 1
        begin = min((begin for begin, end in others if start <= begin < piece.last <= end), default=piece.last)
        if begin == piece.last:
            yield piece
            continue
        kept = tuple((one, min(two, begin)) for one, two in piece.regions if one < begin)
        object_, scope, result = (_up_to(part, begin) for part in (piece.object, piece.scope, piece.result))
        yield piece._replace(regions=kept, object=object_, scope=scope, result=result)
        yield Piece(((begin, piece.last),))


def _up_to(part: Range | None, end: int) -> Range | None:
    return (part[0], min(part[1], end)) if part is not None and part[0] < end else None


def _is_joined(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether a deed stands beside what came before it: at the start, or behind "and", not "a fast paced, result oriented office"."""
    while at - 1 > first and (words[at - 1].lower in grammar().adverbs or words[at - 1].lower.endswith("ly")):
        at -= 1
    return at == first or words[at - 1].lower in {"and", "&", ";", "then"}


def _first_wish(words: tuple[Word, ...], first: int, last: int, deeds: tuple[Action, ...]) -> int | None:
    """Where the first wish begins. Behind a deed what looks like one is its purpose or its object: "found an opportunity to save"."""
    known = grammar()
    opened = next((deed.first for deed in deeds if not sequences_at(words, deed.first, known.opening_wishes)), last)
    for at in sorted({*places_of(words, first, last, known.wishes), *places_of(words, first, last, known.opening_wishes)}):
        if sequences_at(words, at, known.not_wishes):
            continue
        if sequences_at(words, at, known.wishes) and not (at > opened and _is_object(words, at)):
            return at
        if at <= opened and sequences_at(words, at, known.opening_wishes):
            return at
    return None


def _is_object(words: tuple[Word, ...], at: int) -> bool:
    """Whether the words at `at` are what a deed acts on: "surveyed customers interested in leasing", but not "now interested in"."""
    known = grammar()
    before = words[at - 1].lower
    return before not in known.openers | known.be | known.have | known.subjects | known.adverbs and not before.endswith("ly")


def _first_lesson(words: tuple[Word, ...], first: int, last: int) -> int | None:
    known = grammar()
    for at in places_of(words, first, last, known.learning):
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


def _absences(words: tuple[Word, ...], first: int, last: int, done: tuple[int, ...]) -> list[Range]:
    """From each "no", "not", "without" to the next comma, "but" or deed that was `done`; over a list that ends in "or" to its end."""
    known = grammar()
    found = []
    for at in range(first, last):
        if words[at].lower not in known.negators:
            continue
        follows = words[at + 1] if at + 1 < last else None
        if follows and (follows.lower in known.not_negation or follows.text == "-" or _tells_of_an_end(words, at + 1, last)):
            continue
        end = next((to for to in range(at + 2, last) if to in done or words[to].lower in known.absence_ends), last)
        listed = any(word.lower in {"or", "nor"} for word in words[at:end])
        found.append((at, end if listed else next((to for to in range(at + 1, end) if words[to].text == ","), end)))
    return found


def _tells_of_an_end(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether a remark ends with how a course did, "(not completed)"; "have not completed the PMP" is an absence."""
    return words[at].lower in grammar().left_unfinished and (at + 1 == last or is_mark(words[at + 1]))


def _others(words: tuple[Word, ...], first: int, last: int, pieces: tuple[Piece, ...]) -> list[Range]:
    """Where somebody else acts: after "reporting to" or "led by" up to a comma; the whole sentence of which the employer is subject."""
    known = grammar()
    opening = [word.lower for word in words[first : min(last, first + 9)]]
    end = next((to for to in range(first + 1, last) if words[to].lower in known.first_persons), last)  # "the company hired me to ..."
    if opening[0] in {"a", "an", "the", "our"} and _is_employer(opening):
        return [(first, end)]
    if _opens_with_somebody(words, first, opening):
        return [(first, end)]
    bosses = places_of(words, first, last, known.others_acting)
    found = [(at, _until(words, at, last)) for at in bosses if _names_somebody(words, at, first)]
    for at in range(first, last - 2):
        if words[at].lower in known.clause_openers and _told_of_a_subject(words, at, last):
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


def _is_employer(opening: list[str]) -> bool:
    """Whether the noun that a sentence opens with is an employer: "a maker of pumps", not "a brand manager with negotiation skills"."""
    known = grammar()
    head = next((at for at in range(2, len(opening)) if _ends_noun_phrase(opening[at])), len(opening)) - 1
    follows = opening[head + 1] if head + 1 < len(opening) else ""
    return opening[head] in known.employer_nouns or (opening[head] in known.employer_nouns_of and follows in {"of", "in"})


def _ends_noun_phrase(word: str) -> bool:
    known = grammar()
    small = known.prepositions | known.scope_prepositions | known.be | known.have | known.subjects | known.modals
    forms = {verb.form for verb in inflected_verbs().get(word, ())}
    return word in small or not word[0].isalnum() or bool(forms & {VerbForm.PAST, VerbForm.ING})


def _opens_with_somebody(words: tuple[Word, ...], first: int, opening: list[str]) -> bool:
    """Whether somebody else is the subject of the sentence: "the sales director negotiated", not "customer surveys" nor "mentor staff"."""
    known = grammar()
    owned = opening[0] in {"the", "our", "my"}
    persons = known.other_subjects | known.title_words if opening[0] in {"my", "our"} else known.other_subjects
    for subject in range(1, min(4, len(opening) - 1)) if owned else (0,):
        if subject + 1 < len(opening) and opening[subject] in persons and _finite(words[first + subject + 1]):
            return owned or not (_names_things(opening) or _tells_a_deed(opening))
    return False


def _tells_a_deed(opening: list[str]) -> bool:
    """Whether the first word is a verb with a plural behind it: "Mentor engineers", "Coach leads"."""
    forms = {verb.form for verb in inflected_verbs().get(opening[0], ())}
    follows = {verb.form for verb in inflected_verbs().get(opening[1], ())}
    return VerbForm.BASE in forms and VerbForm.PAST not in follows and opening[1] not in grammar().be | grammar().have


def _told_of_a_subject(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether somebody else is the subject of the clause opened at `at`: "saw how the company grew", "joined when the owner sold"."""
    known = grammar()
    subject = at + 2 if words[at + 1].lower in known.determiners else at + 1
    if subject + 1 >= last:
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
    known = grammar()
    size = sequences_at(words, at, known.others_acting)
    follows = words[at + size : at + size + 3]
    if not size or (follows and follows[0].lower in known.first_persons):
        return False
    if not words[at].lower.startswith("report") or at == first or words[at - 1].text in {"(", ";"}:
        return True
    somebody = any(word.lower in known.title_words or word.text[0].isupper() for word in follows)
    return somebody and words[at - 1].text in {",", "-", "–", "and", "&"}


def _until(words: tuple[Word, ...], at: int, last: int) -> int:
    """Where the naming of somebody ends: "reported to Ann Lee, VP of Sales, and led ..." goes on over capitals."""
    known = grammar()
    for to in range(at + 1, last):
        if words[to].lower in known.first_persons:
            return to
        if words[to].lower in {",", "and", "&", "-", "–"}:
            follows = words[to + 1] if to + 1 < last else None
            past = follows is not None and any(verb.form is VerbForm.PAST for verb in follows.verbs)
            if follows is None or past or not follows.text[0].isupper():
                return to
    return last


def _by_somebody(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether a passive verb names who did it: "by headquarters", not "by me" nor "by automating"."""
    if at + 1 >= last or words[at].lower != "by":
        return False
    agent = words[at + 1]
    by_doing = any(verb.form is VerbForm.ING for verb in agent.verbs)
    return agent.lower not in grammar().first_persons and not agent.text[0].isdigit() and not by_doing


def _about_employer(words: tuple[Word, ...], piece: Piece) -> bool:
    """Whether "that" speaks of an employer: "a start-up that had launched"."""
    at = piece.action.first - 2 if piece.action else -1
    while at >= 0 and words[at].lower in grammar().have:
        at -= 1
    return at >= 0 and words[at].lower in grammar().employer_nouns


def _finite(word: Word) -> bool:
    known = grammar()
    if word.lower in known.participles:  # "customer driven"
        return False
    return word.lower in known.be | {"has", "had", "will"} or any(verb.form in {VerbForm.PAST, VerbForm.THIRD} for verb in word.verbs)
