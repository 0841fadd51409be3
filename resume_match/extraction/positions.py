"""Where a verb may stand: what tells "lead" the action from "lead" the noun when no tagger does."""

from __future__ import annotations

from resume_match.extraction.words import Word
from resume_match.lexicon.calendar import calendar
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm

_LISTING = frozenset({":", "(", ")", "*", "\t", "-", "–", "—"})  # after these even a bare or third-person verb opens a statement
_MARKS = frozenset({"o", "v", "-", "–", "—", "·", "§", "*", ">", "»", "✓", "→", '"', "“", "‘", "'"})  # before a statement
_YEAR = 4  # digits
_TITLE_SPAN = 5  # a capitalised verb this many words before a title word belongs to the title ("Lead IT Project Manager")


def may_act(words: tuple[Word, ...], at: int, first: int, *, form: VerbForm, before: tuple[VerbForm, ...]) -> bool:
    """Whether a verb of this form may be an action at `at`, in a sentence that begins at `first`; `before` are the forms met in it.

    At a start it may, unless it opens a job title; after a comma or conjunction, "to", a preposition, a form of "be" or "have", where
    the form fits; and where a capital in running text shows that two statements were run together.
    """
    if at == first or (at == first + 1 and words[first].text in _MARKS):
        return not (form is VerbForm.BASE and _opens_title(words, at))
    previous = words[at - 1].lower
    known = grammar()
    if previous == "-" and words[at - 1].end == words[at].start:
        return False  # "results-driven"
    if _is_adverb(words[at - 1]):
        start = _start_of_adverbs(words, at, first)
        return start == first or may_act(words, start, first, form=form, before=before)
    if previous in known.subjects:
        return form is not VerbForm.ING
    if form in (VerbForm.PAST, VerbForm.BASE) and _run_together(words, at, form):
        return True
    if previous == "as" and at - 2 > first and words[at - 2].lower == "well":
        return form in before  # "wrote letters as well as answered calls"
    if form is VerbForm.ING:
        if previous in known.prepositions and not _takes_an_object(words, at):
            return False  # "responsible for pricing in the Nordic market"
        return previous in known.openers | known.prepositions | known.be or previous in {
            "to",
            "not",
            "experience",
            "experienced",
            "skilled",
        }
    if form is VerbForm.PAST:
        return _past_may_act(words, at, first, before)
    if form is VerbForm.BASE and previous in known.modals:
        return not _is_present_day(words, at)
    return previous in known.openers and (previous in _LISTING or form in before)


def _is_adverb(word: Word) -> bool:
    return word.lower in grammar().adverbs or (word.lower.endswith("ly") and word.lower.isalpha())


def _start_of_adverbs(words: tuple[Word, ...], at: int, first: int) -> int:
    """Where the adverbs before a verb begin: "Quickly and quietly closed", "Single-handedly built"."""
    while at > first and _is_adverb(words[at - 1]):
        at -= 1
        if at - 2 >= first and words[at - 1].text == "-":
            at -= 2
        elif at - 2 >= first and words[at - 1].lower in {"and", "&", ","} and _is_adverb(words[at - 2]):
            at -= 1
    return at


def _past_may_act(words: tuple[Word, ...], at: int, first: int, before: tuple[VerbForm, ...]) -> bool:
    known = grammar()
    previous = words[at - 1].lower
    if previous in {"and", "or", "&"}:  # "verbal and written communication" is no deed
        follows = words[at + 1].lower if at + 1 < len(words) else ""
        return bool(before) or at - 1 == first or follows in known.determiners
    if previous in known.openers | known.be | known.have:
        return True
    return not before and (_follows_subject(words, at, first) or _follows_time_or_place(words, at, first))


def _follows_subject(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether a noun phrase that opens the sentence is the subject of this verb: "My work reduced returns", "Team leader led ..."."""
    known = grammar()
    if at - first < 2 or any(word.lower in known.prepositions for word in words[first:at]):
        return False
    return words[first].lower in known.determiners or words[at - 1].lower in known.title_words


def _follows_time_or_place(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether the sentence says when, where or as what first: "During the merger improved the ...", not "With improved tools"."""
    known = grammar()
    follows = words[at + 1].lower if at + 1 < len(words) else ""
    return at - first >= 2 and words[first].lower in known.prepositions and follows in known.determiners


def _run_together(words: tuple[Word, ...], at: int, form: VerbForm) -> bool:
    """Whether a capital in the middle of running text begins a new statement: "... sales reserves Simplified the method ..."."""
    known = grammar()
    word, previous = words[at], words[at - 1]
    if not (word.text[0].isupper() and word.text[1:].islower()):
        return False
    dated = (previous.text.isdigit() and len(previous.text) == _YEAR) or previous.lower in calendar().present
    if dated:  # "2015 to 2018 Negotiated prices"
        return form is VerbForm.PAST and at + 1 < len(words) and words[at + 1].text[:1].islower()
    if not (previous.text.isalpha() and previous.text.islower()):
        return False
    if previous.lower in known.prepositions | known.determiners | known.conjunctions | known.modals:
        return False
    follows = words[at + 1].text if at + 1 < len(words) else ""
    return form is VerbForm.PAST or follows[:1].islower()


def _takes_an_object(words: tuple[Word, ...], at: int) -> bool:
    known = grammar()
    follows = words[at + 1] if at + 1 < len(words) else None
    return follows is not None and follows.text[0].isalnum() and follows.lower not in known.prepositions | known.conjunctions


def _opens_title(words: tuple[Word, ...], at: int) -> bool:
    following = words[at + 1 : at + _TITLE_SPAN]
    return (
        bool(following)
        and following[0].text[0].isupper()
        and any(w.text[0].isupper() and w.lower in grammar().title_words for w in following)
    )


def _is_present_day(words: tuple[Word, ...], at: int) -> bool:
    """Whether this is the end of a date: "2017 to Present"."""
    return words[at].lower == "present" and at >= 2 and any(char.isdigit() for char in words[at - 2].text)


def after_be(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether a participle follows a form of "be", adverbs overlooked: its object stands before it."""
    at -= 1
    while at > first and words[at].lower.endswith("ly"):
        at -= 1
    return at >= first and words[at].lower in grammar().be
