"""The spaCy pipeline: a blank English one with our own components, or a trained one that the caller brings.

    tokenizer -> resume_match_words -> resume_match_forms -> resume_match_phrases

The components leave what they find in `doc.user_data` under the keys below; nothing is downloaded, nothing is global.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from operator import itemgetter

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from resume_match.extraction.finding import Found, find_forms
from resume_match.extraction.names import name_words
from resume_match.extraction.phrases import find_pieces
from resume_match.extraction.pieces import Piece
from resume_match.extraction.tokenizing import adapt_tokenizer, blank_english
from resume_match.extraction.vocabulary import Vocabulary
from resume_match.extraction.words import Word
from resume_match.lexicon.abbreviations import abbreviations
from resume_match.model import StatementKind

KIND, ORGANIZATIONS = "resume_match.kind", "resume_match.organizations"
WORDS, FORMS, PIECES, NAMES = "resume_match.words", "resume_match.forms", "resume_match.pieces", "resume_match.names"

# Hyphens and apostrophes as word processors write them, and as the data does; one for one, so that places stay.
_PLAIN = str.maketrans({**dict.fromkeys("‐‑−", "-"), **dict.fromkeys("’‘ʼ`´", "'")})
_LONGEST_FORM = 32  # words, with all that a form passes over
_COMPONENTS = ("resume_match_words", "resume_match_forms", "resume_match_phrases")


class _Component:
    """A pipeline component that reads with a vocabulary, given once after the pipeline is put together."""

    def __init__(self, work: Callable[[Doc, Vocabulary], None]) -> None:
        self._work = work
        self.vocabulary: Vocabulary | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.vocabulary is None:
            raise ValueError("the component has no vocabulary yet: build the pipeline with build_pipeline")
        self._work(doc, self.vocabulary)
        return doc


def _read_words(doc: Doc, vocabulary: Vocabulary) -> None:
    words: list[Word] = []
    short = abbreviations()
    for token in doc:
        text, start = token.text, token.idx
        if not text.isalnum():
            if text.isspace():
                if "\t" not in text:
                    continue
                text = "\t"
            elif text == "." and words and words[-1].end == start and words[-1].text.lower() in short and not _ends_sentence(doc, token.i):
                continue
        words.append(Word(text, start, start + len(text), *vocabulary.read(text)))
    doc.user_data[WORDS] = tuple(words)


def _ends_sentence(doc: Doc, stop: int) -> bool:
    """Whether the full stop of a shortened word ends a sentence as well: the word is small ("dept. Led ...") and the next one is not."""
    return doc[stop - 1].text.islower() and (stop + 1 == len(doc) or doc[stop + 1].text[:1].isupper())


def _find_forms(doc: Doc, vocabulary: Vocabulary) -> None:
    words: tuple[Word, ...] = doc.user_data[WORDS]
    names = frozenset[int]()
    if doc.user_data.get(KIND) is not StatementKind.CERTIFICATION:  # whose institutes are part of what is certified
        names = name_words(words, doc.user_data.get(ORGANIZATIONS, ())) | _entity_words(doc, words)
    forms = find_forms(words, vocabulary, commas=doc.user_data.get(KIND) is StatementKind.TITLE)
    doc.user_data[NAMES] = names
    doc.user_data[FORMS] = tuple([form for form in forms if not names.issuperset(range(form.first, form.last))]) if names else forms


def _entity_words(doc: Doc, words: tuple[Word, ...]) -> frozenset[int]:
    """The words of organizations that a trained pipeline recognized; a blank one recognizes none."""
    spans = [(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ == "ORG"]
    if not spans:
        return frozenset()
    return frozenset(index for index, word in enumerate(words) if any(start <= word.start and word.end <= end for start, end in spans))


def _find_phrases(doc: Doc, vocabulary: Vocabulary) -> None:
    doc.user_data[PIECES] = find_pieces(doc.user_data[WORDS], doc.user_data[FORMS], listed=doc.user_data.get(KIND) is StatementKind.LISTED)


@Language.factory("resume_match_words")
def _words_component(nlp: Language, name: str) -> _Component:
    return _Component(_read_words)


@Language.factory("resume_match_forms")
def _forms_component(nlp: Language, name: str) -> _Component:
    return _Component(_find_forms)


@Language.factory("resume_match_phrases")
def _phrases_component(nlp: Language, name: str) -> _Component:
    return _Component(_find_phrases)


def build_pipeline(vocabulary: Vocabulary, base: Language | str | None = None) -> Language:
    """A pipeline that reads with `vocabulary`: a blank English one, or the trained `base`, given as a Language, a package name or a path.

    A given Language is not changed: the components are added to a copy. OSError where a name or path leads to no pipeline.
    """
    if base is None:
        nlp = blank_english()
    else:
        nlp = spacy.load(base) if isinstance(base, str) else base.from_config(base.config, vocab=base.vocab).from_bytes(base.to_bytes())
        adapt_tokenizer(nlp)
    for name in _COMPONENTS:
        component = nlp.add_pipe(name)
        assert isinstance(component, _Component)
        component.vocabulary = vocabulary
    return nlp


def pipeline_name(nlp: Language) -> str:
    """What a report says of the pipeline: its language, name and version, and spaCy's own version."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']} (spaCy {version('spacy')})"


@dataclass(frozen=True, slots=True)
class Analysis:
    """A statement read: its words, the forms found among them, and its phrases.

    `concepts` are the forms of concepts in the order of their first words, which `starts` holds.
    """

    text: str
    words: tuple[Word, ...]
    forms: tuple[Found, ...]
    pieces: tuple[Piece, ...]
    concepts: tuple[Found, ...]
    starts: tuple[int, ...]

    def concepts_in(self, first: int, last: int) -> list[Found]:
        """The forms of concepts that reach into words `first` to `last` (exclusive), longest first. Looked up, not searched for."""
        begin, end = bisect_left(self.starts, first - _LONGEST_FORM), bisect_left(self.starts, last)
        near = [form for form in self.concepts[begin:end] if form.last > first]
        if len(near) > 1:
            near.sort(key=_longest_first)
        return near


def _longest_first(form: Found) -> tuple[int, int, str]:
    name, first, last, _ = form
    return first - last, first, name


def analyze(nlp: Language, text: str, kind: StatementKind, organizations: Iterable[tuple[str, ...]] = ()) -> Analysis:
    """A statement of that kind, read; `organizations` are names that are no evidence."""
    doc = nlp.make_doc(text.translate(_PLAIN))
    doc.user_data[KIND] = kind
    doc.user_data[ORGANIZATIONS] = tuple(organizations)
    doc = nlp(doc)
    forms: tuple[Found, ...] = doc.user_data[FORMS]
    named = sorted([form for form in forms if not form.verb], key=itemgetter(1))
    return Analysis(text, doc.user_data[WORDS], forms, doc.user_data[PIECES], tuple(named), tuple(form.first for form in named))
