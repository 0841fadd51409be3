"""Which paragraphs Word prints a bullet or a number in front of."""

from __future__ import annotations

from dataclasses import dataclass

from resume_match.parsers.docx.xml import Element, attribute, child, children, number, tag, value


@dataclass(frozen=True, slots=True)
class _List:
    """A list definition: the levels that print nothing, and the paragraph styles that stand for levels."""

    silent: frozenset[int]
    styles: tuple[tuple[str, int], ...]


_NO_LIST = _List(frozenset(), ())


class Numbering:
    """The list definitions of a document."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        abstract: dict[str, _List] = {}
        for element in children(root):
            if tag(element) == "w:abstractNum":
                abstract[attribute(element, "w:abstractNumId") or ""] = _list_of(element)
            elif tag(element) == "w:num":
                self._lists[attribute(element, "w:numId") or ""] = abstract.get(value(element, "w:abstractNumId") or "", _NO_LIST)

    def shows(self, number_id: str, level: int) -> bool:
        """True when the list puts a sign before paragraphs of this level; id "0" takes a paragraph out of every list."""
        return number_id != "0" and level not in self._lists.get(number_id, _NO_LIST).silent

    def level_of(self, number_id: str, style: str | None) -> int:
        """The level that the list gives to a paragraph style which names none itself; 0 where the list does not say."""
        return next((level for key, level in self._lists.get(number_id, _NO_LIST).styles if key == style), 0)


def _list_of(abstract: Element) -> _List:
    silent: list[int] = []
    styles: list[tuple[str, int]] = []
    for element in abstract:
        if tag(element) != "w:lvl":
            continue
        level = int(number(attribute(element, "w:ilvl")) or 0)
        text = child(element, "w:lvlText")
        empty = text is not None and not (attribute(text, "w:val") or "") and child(element, "w:lvlPicBulletId") is None
        if empty or value(element, "w:numFmt") == "none":
            silent.append(level)
        style = value(element, "w:pStyle")
        if style is not None:
            styles.append((style, level))
    return _List(frozenset(silent), tuple(styles))
