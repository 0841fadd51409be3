"""A resume that is a filled-in form, such as the Europass: its labels taken off, and each position's lines in the usual order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from resume_match.lexicon.fields import field_label, is_sure_label, rest_of_label
from resume_match.lexicon.headings import heading_sense
from resume_match.model import Span
from resume_match.segmentation.rows import Row, is_margin

_HEAD = ("dates", "title", "organization")
_APART = 1.5  # blank space above a field, in lines
_LEAST, _KINDS = 3, 2  # so many sure labels, of so many wordings, make a form


@dataclass(slots=True)
class _Record:
    """One position or degree while it is read: the rows beside each of its labels."""

    fields: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self) -> list[Row]:
        """The lines that head an entry, then its text, all in one region."""
        found: list[Row] = []
        for name in (*_HEAD, "text", "other"):
            for place, row in enumerate(self.fields.get(name, ())):
                region = found[0].line.region if found else row.line.region
                style = replace(row.style, gap=_APART) if place == 0 else row.style  # no field goes on with the one before it
                found.append(replace(row, line=replace(row.line, region=region, style=style)))
        return found

    def go_on(self, name: str, row: Row) -> None:
        """Add a further row of the field."""
        known = self.fields.setdefault(name, [])
        known.append(replace(row, bullet=row.bullet or (name == "text" and _begins(row, known))))

    def taken_back(self, name: str) -> Row | None:
        """The dates that went to this field and are the next entry's: readers set dates ahead of the label beside them."""
        known = self.fields.get(name, [])
        return known.pop() if name != "dates" and known and _only_dates(known[-1]) else None


def filled_in(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows; those of a form without their labels, dates, title and organization of each entry ahead of its text."""
    labels = [one[0] for row in _unwrapped(rows) if (one := field_label(row.text)) is not None and is_sure_label(one[0])]
    if len(labels) < _LEAST or len(set(labels)) < _KINDS:
        return rows
    found: list[Row] = []
    record, current = _Record(), ""
    for row in _unwrapped(rows):
        label = field_label(row.text)
        if label is None and current and not _heads_section(row):
            record.go_on(current, row)
            continue
        if label is None or label[1] == "name":
            found += record.rows()
            record, current = _Record(), ""
            found.append((_without(row, label[2]) if label is not None else None) or row)
            continue
        beside = _without(row, label[2])
        if beside is None and label[1] == "dates":
            beside = record.taken_back(current) or (found.pop() if found and _only_dates(found[-1]) else None)
        if label[1] in record.fields and label[1] in _HEAD:
            found += record.rows()
            record = _Record()
        current = label[1]
        if beside is not None:
            record.fields.setdefault(current, []).append(replace(beside, bullet=current in ("text", "other")))
    found += record.rows()
    return tuple(replace(row, order=order) for order, row in enumerate(found))


def _only_dates(row: Row) -> bool:
    return bool(row.ranges) and is_margin(row.text)


def _begins(row: Row, known: list[Row]) -> bool:
    """True for the first line beside a label, and for one of a paragraph of its own."""
    return not known or row.box is None or (row.style.gap or 0.0) > 0.4


def _heads_section(row: Row) -> bool:
    sense = heading_sense(row.text)
    return sense is not None and (row.bold or row.capitals or row.style.heading is not None)


def _without(row: Row, cut: int) -> Row | None:
    """The row from there on; None where nothing is left."""
    text = row.text[cut:]
    if not text.strip():
        return None
    sign = len(text) - len(text.lstrip("–—-•▪ \t"))
    return replace(row, span=Span(row.span.end - len(text) + sign, row.span.end), text=text[sign:], bullet=row.bullet or sign > 0)


def _unwrapped(rows: tuple[Row, ...]) -> list[Row]:
    """The rows; a label that wraps in its narrow column whole in the first of them, and out of the second."""
    found: list[Row] = []
    for row in rows:
        label = row.text.split("\t")[0]
        above, tab, value = found[-1].text.partition("\t") if found else ("", "", "")
        if not tab or not rest_of_label(above, label):
            found.append(row)
            continue
        # What stands beside the label keeps its place in the text; the label itself is only looked at.
        found[-1] = replace(found[-1], text=f"{above} {label}\t{value}")
        if rest := _without(row, len(label)):
            found.append(rest)
    return found
