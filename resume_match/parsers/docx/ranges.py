"""Where a comment goes: the paragraphs of a body by number, the words within one, and run edges where a range may begin and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from resume_match.parsers.docx.inline import DELETED, Inline, RunReader, chosen
from resume_match.parsers.docx.story import BLOCK_WRAPPERS
from resume_match.parsers.docx.styles import RunSetting
from resume_match.parsers.docx.tables import read_rows
from resume_match.parsers.docx.xml import Element, tag

_TEXT_BOX = "w:txbxContent"


def paragraphs(container: Element) -> Iterator[Element]:
    """The `w:p` of a body in the order in which a reader counts them: cells and text boxes where they stand, each once."""
    for element in container:
        name = tag(element)
        if name == "w:p":
            yield element
            inline = Inline()
            RunReader(lambda _: RunSetting(), lambda _: None, lambda _: None).read(element, inline)
            for box in inline.boxes:
                yield from paragraphs(box)
        elif name == "w:tbl":
            for cell in (cell for row in read_rows(element) for cell in row):
                yield from paragraphs(cell)
        elif name in BLOCK_WRAPPERS:
            yield from paragraphs(element)
        elif name == "mc:AlternateContent":
            yield from paragraphs(chosen(element))


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
    letters = list(_letters(paragraph))
    start, size = "".join(letter.key for letter in letters).find(_key(quote)), len(_key(quote))
    if start >= 0 and size:
        # The end is cut first: cutting the start may move what follows into a new run.
        end = letters[start + size - 1]
        last = _cut(end, end.offset + 1)[0]
        first = _cut(letters[start], letters[start].offset)[1]
        if letters[start].child is end.child and last is end.child:
            last = first
        return Range(paragraph, first, last)
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
    return "".join(character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum())


def _cut(letter: _Letter, offset: int) -> tuple[Element, Element]:
    """The children before and after a cut at an offset of the letter's text; only a plain run can be cut, anything else stays whole."""
    run, text = letter.child, letter.text
    if tag(run) != "w:r" or text.getparent() is not run:
        return run, run
    words = text.text or ""
    inner = [element for element in run if tag(element) != "w:rPr"]
    at_start = offset == 0 and text is inner[0]
    at_end = offset == len(words) and text is inner[-1]
    if at_start or at_end:
        return run, run
    later = run.makeelement(run.tag, dict(run.attrib))
    later.extend(deepcopy(element) for element in run if tag(element) == "w:rPr")
    rest = inner[inner.index(text) + 1 :]
    if offset < len(words):
        half = deepcopy(text)
        half.text, text.text = words[offset:], words[:offset]
        for part in (text, half):
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        later.append(half)
    later.extend(rest)
    run.addnext(later)
    later.tail = None
    return run, later
