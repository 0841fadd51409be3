"""Where a comment goes: the words within a paragraph, and the run edges at which a range may begin and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from resume_match.parsers.docx.inline import DELETED
from resume_match.parsers.docx.xml import Element, tag

_TEXT_BOX = "w:txbxContent"


@dataclass(frozen=True, slots=True)
class Range:
    """Two children of one paragraph, the first and the last that a comment speaks of."""

    paragraph: Element
    first: Element
    last: Element


def range_of(paragraph: Element, quote: str) -> Range | None:
    """The part of the paragraph that holds the quote, its runs split to fit; the whole paragraph where the quote is not found in it.

    Word takes no comment inside a text box: there it is the run that the box hangs on. None where the paragraph is empty.
    """
    host = _host(paragraph)
    if host is not None:
        outer, hook = host
        return Range(outer, hook, hook)
    letters = tuple(_letters(paragraph))
    whole, wanted = "".join(letter.key for letter in letters), _key(quote)
    start = whole.find(wanted)
    if start >= 0 and wanted and wanted != whole:
        return Range(paragraph, *_cut_out(letters[start], letters[start + len(wanted) - 1]))
    content = [element for element in paragraph if tag(element) not in ("w:pPr", "")]
    return Range(paragraph, content[0], content[-1]) if content else None


def _host(paragraph: Element) -> tuple[Element, Element] | None:
    """Of a paragraph in a text box: the paragraph outside every box that it hangs in, and the child there; None outside boxes."""
    chain = [paragraph, *paragraph.iterancestors()]
    outermost = max((place for place, element in enumerate(chain) if tag(element) == _TEXT_BOX), default=None)
    if outermost is None:
        return None
    place = next((place for place in range(outermost, len(chain)) if tag(chain[place]) == "w:p"), None)
    return None if place is None else (chain[place], chain[place - 1])


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter or digit of a paragraph: folded, with the child, the text element and the offset that it stands in."""

    key: str
    child: Element
    text: Element
    offset: int


def _letters(paragraph: Element) -> Iterator[_Letter]:
    """The visible letters of a paragraph. Spaces and signs are left out: reading may have changed them."""
    for top in paragraph:
        if tag(top) in DELETED:
            continue
        for element in top.iter():
            if tag(element) == "w:t" and not _apart(element, top):
                for offset, character in enumerate(element.text or ""):
                    for folded in _key(character):
                        yield _Letter(folded, top, element, offset)


def _apart(element: Element, top: Element) -> bool:
    """True where a text stands in a box that hangs in the paragraph, or in a deletion: not in the paragraph's own line."""
    for ancestor in element.iterancestors():
        if ancestor is top:
            return tag(top) in DELETED
        if tag(ancestor) == _TEXT_BOX or tag(ancestor) in DELETED:
            return True
    return False


def _key(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())


def _cut_out(first: _Letter, last: _Letter) -> tuple[Element, Element]:
    """The children that begin with the one letter and end with the other, signs around them included."""
    before, after = first.text.text or "", last.text.text or ""
    start, end = first.offset, last.offset + 1
    while start > 0 and _is_sign(before[start - 1]):
        start -= 1
    while end < len(after) and _is_sign(after[end]):
        end += 1
    # The end is cut first: cutting the start moves what follows it into a new run.
    closing, _ = _cut(last, end)
    _, opening = _cut(first, start)
    return opening, opening if closing is first.child else closing


def _is_sign(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


def _cut(letter: _Letter, offset: int) -> tuple[Element, Element]:
    """The children before and after a cut at an offset of the letter's text; only a plain run is cut, anything else stays whole."""
    run, text = letter.child, letter.text
    if tag(run) != "w:r" or text.getparent() is not run:
        return run, run
    words, inner = text.text or "", [element for element in run if tag(element) != "w:rPr"]
    rest = inner[inner.index(text) + (0 if offset == 0 else 1) :]
    within = 0 < offset < len(words)
    if not within and len(rest) in (0, len(inner)):
        return run, run
    later = run.makeelement(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    later.extend(deepcopy(element) for element in run if tag(element) == "w:rPr")
    if within:
        half = deepcopy(text)
        half.text, text.text = words[offset:], words[:offset]
        for part in (text, half):
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        later.append(half)
    later.extend(rest)
    run.addnext(later)
    return run, later
