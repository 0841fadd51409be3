"""Which paragraphs Word prints a bullet or a number in front of."""

from __future__ import annotations

from resume_match.parsers.docx.xml import Element, attribute, child, children, number, tag, value


class Numbering:
    """The list definitions of a document."""

    def __init__(self, root: Element | None) -> None:
        self._hidden: dict[str, frozenset[int]] = {}
        abstract: dict[str, frozenset[int]] = {}
        for element in children(root):
            if tag(element) == "w:abstractNum":
                abstract[attribute(element, "w:abstractNumId") or ""] = _levels_without_sign(element)
            elif tag(element) == "w:num":
                self._hidden[attribute(element, "w:numId") or ""] = abstract.get(value(element, "w:abstractNumId") or "", frozenset())

    def shows(self, number_id: str, level: int) -> bool:
        """True when the list puts a sign before paragraphs of this level; id "0" takes a paragraph out of every list."""
        return number_id != "0" and level not in self._hidden.get(number_id, frozenset())


def _levels_without_sign(abstract: Element) -> frozenset[int]:
    """The levels of a list that print nothing."""
    found: list[int] = []
    for level in abstract:
        if tag(level) != "w:lvl":
            continue
        text = child(level, "w:lvlText")
        empty = text is not None and not (attribute(text, "w:val") or "")
        if empty or value(level, "w:numFmt") == "none":
            found.append(int(number(attribute(level, "w:ilvl")) or 0))
    return frozenset(found)
