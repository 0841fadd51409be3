"""Where a verb may stand: what tells "lead" the action from "lead" the noun when no tagger does."""

from __future__ import annotations

import re

from resume_match.dates import find_ranges
from resume_match.extraction.words import Word
from resume_match.lexicon.calendar import calendar
from resume_match.lexicon.grammar import grammar
from resume_match.lexicon.verbs import VerbForm, is_mere_deed

_LISTING = frozenset({":", "(", ")", "*", "\t", "-", "–", "—"})  # after these even a bare or third-person verb opens a statement
# Bullets of symbol fonts, of which the letter is left, numbers, and what a wrong encoding made of a bullet.
_MARK = re.compile(r"[ovqlnuØüà]|\d{1,2}[.)]|[ïâÂÃ][^\x00-\x7f]+")
_ENDS = frozenset({"%", ")", "+", "™", "®"})  # what may stand at the end of a statement without a full stop
_TITLE_SPAN = 5  # a capitalised verb this many words before a title word belongs to the title ("Lead IT Project Manager")


def may_act(words: tuple[Word, ...], at: int, first: int, *, form: VerbForm, before: tuple[VerbForm, ...]) -> bool:
    """Whether a verb of this form may be an action at `at`, in a sentence that begins at `first`; `before` are the forms met in it.

    At a start it may, unless it opens a job title; after a comma or conjunction, "to", a preposition, a form of "be" or "have", where
    the form fits; and where a capital shows that a statement begins behind another one, a heading or a date.
    """
    if words[at].lower in grammar().fields_in_ing or _names_thing(words, at, form) or _is_present_day(words, at):
        return False
    if words[at].lower in grammar().participles and at + 1 < len(words) and words[at + 1].text == ",":
        return False  # "motivated, creative developer"
    if all(map(is_mark, words[first:at])):
        return not (form is VerbForm.BASE and _opens_title(words, at))
    if words[at - 1].text == "-" and words[at - 1].end == words[at].start and at - 2 >= first:
        return _may_act_hyphenated(words, at, first, form=form, before=before)
    if _is_adverb(words[at - 1]):
        start = _start_of_adverbs(words, at, first)
        return start == first or may_act(words, start, first, form=form, before=before)
    if words[at - 1].lower in grammar().subjects:
        return form is not VerbForm.ING
    return _begins_statement(words, at, first, form=form) or _goes_on(words, at, first, form=form, before=before)


def _may_act_hyphenated(words: tuple[Word, ...], at: int, first: int, *, form: VerbForm, before: tuple[VerbForm, ...]) -> bool:
    """Whether a verb behind a hyphen acts: "Co-managed", "to 2012-Managed the stores", but not "results-driven"."""
    begins = words[at - 2]
    if begins.lower in grammar().verb_prefixes:
        return may_act(words, at - 2, first, form=form, before=before)
    ended = begins.text.islower() or _ends_date(words, at - 2)
    return ended and form is VerbForm.PAST and words[at].text.istitle()


def _goes_on(words: tuple[Word, ...], at: int, first: int, *, form: VerbForm, before: tuple[VerbForm, ...]) -> bool:
    """Whether a verb goes on with its sentence: what stands before it opens a place where a verb of its form may stand."""
    known = grammar()
    previous = words[at - 1].lower
    if previous == "as" and at - 2 > first and words[at - 2].lower == "well":
        return form in before  # "wrote letters as well as answered calls"
    if form is VerbForm.ING:
        if previous in known.prepositions and not _takes_an_object(words, at):
            return False  # "responsible for pricing in the Nordic market"
        return previous in known.openers or previous in known.prepositions or previous in known.be or previous in known.gerund_openers
    if form is VerbForm.PAST:
        return _past_may_act(words, at, first, before)
    if form is VerbForm.BASE and previous in known.modals:
        return True
    if previous == ")" and at - 2 >= first and words[at - 2].text[0].isdigit():
        return False  # "twelve (12) engineers"
    if previous in known.openers and (previous in _LISTING or form in before):
        ends = at + 1 == len(words) or words[at + 1].lower in known.stops  # "support pricing and launch"
        return previous in _LISTING or not (ends and any(verb.lemma in known.noun_verbs for verb in words[at].verbs))
    return form is VerbForm.BASE and not before and _goes_on_broken(words, at, first) and not _may_be_noun(words, at)


def is_mark(word: Word) -> bool:
    """Whether a word is no word but a bullet, a numeral or a quotation mark before a statement."""
    return _MARK.fullmatch(word.text) is not None or not any(map(str.isalnum, word.text))


def _ends_date(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word at `at` ends a date: "2015", "Mar '15", "03/2015", "Present"."""
    word = words[at]
    if not word.text[-1].isdigit():
        return word.lower in calendar().present
    text = " ".join(part.text for part in words[max(0, at - 2) : at + 1]).replace("' ", "'")
    return any(dates.span.end == len(text) for dates in find_ranges(text))


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
        return bool(before) or at - 1 == first or follows in known.determiners or _goes_on_broken(words, at, first)
    if previous in known.openers or previous in known.be or previous in known.have:
        return True
    return not before and (_follows_subject(words, at, first) or _follows_time_or_place(words, at, first))


def _goes_on_broken(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether the rest of a broken line ends in a thing and "and" before this verb: "... of the northern region and reduced costs"."""
    known = grammar()
    if not words[first].text.islower() or at - 2 < first or words[at - 1].lower not in {"and", "&"}:
        return False
    if words[at].lower in known.participles:
        return False
    thing, follows = words[at - 2], words[at + 1] if at + 1 < len(words) else None
    if not thing.text.isalpha() or thing.lower in known.stop_words | known.prepositions | known.determiners:
        return False
    return not thing.lower.endswith(tuple(known.adjective_endings)) and follows is not None and follows.text[0].isalnum()


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
    if at - first < 2 or words[first].lower not in known.prepositions:
        return False
    timed = words[first].lower in known.time_prepositions and words[at].lower not in known.participles  # "In this position managed stores"
    return follows in known.determiners or (timed and _takes_an_object(words, at) and words[at - 1].text.isalpha())


def _begins_statement(words: tuple[Word, ...], at: int, first: int, *, form: VerbForm) -> bool:
    """Whether a capital shows that a statement begins here, behind running text, a figure, a date or a heading.

    "... sales reserves Simplified the method", "by 28% Created a ...", "2015 to 2018 Negotiated prices", "Key Duties Trained two clerks".
    """
    text, previous = words[at].text, words[at - 1]
    if not (text[0].isupper() and text[1:].islower()) or at + 1 >= len(words):
        return False
    known = grammar()
    follows = words[at + 1]
    object_follows = follows.text[0].isdigit() or (follows.text[0].islower() and follows.lower not in known.title_words)
    if _ends_date(words, at - 1):
        if form is VerbForm.PAST:
            return not _opens_title(words, at)
        return object_follows and (form is VerbForm.ING or not _may_be_noun(words, at))
    if previous.text.isalpha() and previous.text.islower():
        if previous.lower in known.prepositions | known.determiners | known.conjunctions | known.modals:
            return False
        return form is VerbForm.PAST or (form is VerbForm.BASE and follows.text[0].islower())
    if words[at].lower in known.participles or not object_follows:
        return False
    if form is VerbForm.PAST:
        return previous.text[0].isupper() or previous.text[-1].isalnum() or previous.text in _ENDS
    return (previous.text[0].isdigit() or previous.text == "%" or _is_heading(words, at, first)) and not _may_be_noun(words, at)


def _is_heading(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether all that stands before is written as a heading, a title or a place is: "Company Name City, State Office Manager"."""
    known = grammar()
    small = known.prepositions | known.determiners | known.conjunctions | {"to"}
    if not words[at - 1].text[0].isupper():
        return False
    return all(word.text[0].isupper() or not word.text[0].isalpha() or word.lower in small for word in words[first:at])


def _may_be_noun(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb as it is written is a noun as often, and no article behind it tells: "plan", "designs", "planning"."""
    known = grammar()
    if words[at + 1].lower in known.determiners:
        return False
    return words[at].lower.endswith("ing") or any(verb.lemma in known.noun_verbs or is_mere_deed(verb.lemma) for verb in words[at].verbs)


def _names_thing(words: tuple[Word, ...], at: int, form: VerbForm) -> bool:
    """Whether a word that shows nothing as a verb stands without an object in running text: "Market Analysis", "Stock: ..."."""
    if form not in (VerbForm.BASE, VerbForm.THIRD) or not all(is_mere_deed(verb.lemma) for verb in words[at].verbs):
        return False
    known = grammar()
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is None or follows.lower in known.conjunctions or follows.lower in known.prepositions:
        return True
    return not (follows.text[0].islower() or follows.text[0].isdigit() or follows.text[0] in "$€£")


def _takes_an_object(words: tuple[Word, ...], at: int) -> bool:
    known = grammar()
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is None or not follows.text[0].isalnum():
        return False
    return follows.lower not in known.prepositions and follows.lower not in known.conjunctions


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
