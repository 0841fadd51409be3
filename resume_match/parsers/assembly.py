"""Pieces of text become a Document: lines are joined, cleaned and measured here, for every format without pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from resume_match.errors import NoTextError
from resume_match.model import Anchor, Diagnostic, DiagnosticCode, Document, DocumentFormat, Line, LineStyle, Link, Span
from resume_match.parsers.cleaning import clean, compose
from resume_match.parsers.limits import Budget

_PLAIN = LineStyle()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text set in one way. `hidden` is the reason why nobody can see it, None where anybody can."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float | None = None
    link: str | None = None
    hidden: str | None = None

    def saying(self, text: str) -> Piece:
        """Other text set in the same way (`dataclasses.replace` takes ten times as long)."""
        return self if text == self.text else Piece(text, self.bold, self.italic, self.size, self.link, self.hidden)


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph before its text is joined to the others': its pieces, where "\\n" is a line break, and how it is set."""

    pieces: tuple[Piece, ...]
    anchor: Anchor
    style: LineStyle = _PLAIN
    region: int = 0
    aligned: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a file before it is read."""

    source: str
    format: DocumentFormat
    sha256: str


REVISION = "deleted with changes tracked"
"""The reason of text that a tracked deletion took out."""

_OPEN_ADDRESS = re.compile(r"(?:[\w.+-]@|(?:^|\s)(?:https?://|www\.|[a-z]+\.(?:com|org|net|io)(?=/))\S*/)$", re.IGNORECASE)
_LONGEST_ADDRESS = 200
_ADDRESS_PIECES = 20
_BLANKS = re.compile(r"([ \t]+)")
_QUOTE_LENGTH = 200
_MOST_QUOTES = 50
_TYPED_BULLET = re.compile(r"^(?:[•‣◦⁃∙●○■□▪▫▶►▸➢➤➔→❖◆◇★✓✔✦❑❒⦿·][ \t]*|[-–—*o+»>](?=[ \t]*\t)[ \t]+|[-–—*+] +)(?=\S)")


def assemble(drafts: Iterable[Draft], identity: Identity, diagnostics: Iterable[Diagnostic], budget: Budget) -> Document:
    """The Document of these paragraphs; NoTextError where no word is among them."""
    text = _Text(budget)
    hidden: list[Diagnostic] = []
    for draft in drafts:
        if any(piece.hidden is not None for piece in draft.pieces):
            hidden.extend(_hidden_text(draft))
            draft = replace(draft, pieces=tuple(piece for piece in draft.pieces if piece.hidden is None))
        text.add(draft)
    whole = "\n".join(text.parts)
    if not any(character.isalnum() for character in whole):
        raise NoTextError(
            identity.source,
            "it holds no text that a reader could see" if hidden else "it holds no text",
            "If it is a scan or a picture, run OCR first; otherwise save it from its original program again",
        )
    found = [*diagnostics, *_at_most(hidden)]
    if text.dropped:
        share = text.dropped / max(1, len(whole) + text.dropped)
        message = f"{text.dropped} control characters were dropped ({share:.1%} of the text)."
        found.append(Diagnostic(DiagnosticCode.CONTROL_CHARS, message))
    return Document(identity.source, identity.format, identity.sha256, whole, tuple(text.lines), None, tuple(text.links), tuple(found))


def _hidden_text(draft: Draft) -> Iterator[Diagnostic]:
    """One diagnostic for each unbroken stretch hidden for the same reason."""
    stretches: list[tuple[str, str]] = []
    previous: str | None = None
    for piece in draft.pieces:
        if piece.hidden is not None and previous == piece.hidden:
            stretches[-1] = (piece.hidden, stretches[-1][1] + piece.text)
        elif piece.hidden is not None:
            stretches.append((piece.hidden, piece.text))
        if piece.hidden is not None or piece.text.strip():
            previous = piece.hidden
    for reason, words in stretches:
        quote = " ".join(compose(clean(words).text).split())
        if any(character.isalnum() for character in quote):
            code = DiagnosticCode.TRACKED_CHANGES if reason == REVISION else DiagnosticCode.HIDDEN_TEXT
            yield Diagnostic(code, f"Kept out of the text: {reason} ({_place(draft.anchor)}).", quote=_cut(quote))


def _at_most(hidden: list[Diagnostic]) -> list[Diagnostic]:
    """The first of these diagnostics, and one that counts the others."""
    if len(hidden) <= _MOST_QUOTES:
        return hidden
    rest = hidden[_MOST_QUOTES:]
    return [*hidden[:_MOST_QUOTES], Diagnostic(rest[0].code, f"Kept out of the text: {len(rest)} more passages like these.")]


def _cut(quote: str) -> str:
    return quote if len(quote) <= _QUOTE_LENGTH else quote[: _QUOTE_LENGTH - 1].rstrip() + "…"


def _place(anchor: Anchor) -> str:
    return f"{anchor.part or 'text'}, paragraph {(anchor.paragraph or 0) + 1}"


class _Text:
    """The growing text with its lines, links and the count of characters dropped."""

    def __init__(self, budget: Budget) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.dropped = 0
        self._length = 0
        self._budget = budget

    def add(self, draft: Draft) -> None:
        """Append the lines of one paragraph; blank ones are left out."""
        self._budget.check_time()
        first = True
        for pieces in self._split(draft.pieces):
            pieces = _tidy(pieces)
            if not any(character.isalnum() for piece in pieces for character in piece.text):
                continue  # rules, rows of stars, marks of a time line
            self._append(pieces, draft, first)
            first = False

    def _split(self, pieces: tuple[Piece, ...]) -> list[list[Piece]]:
        """The lines of a paragraph, their characters cleaned."""
        lines: list[list[Piece]] = [[]]
        for piece in pieces:
            cleaned = clean(piece.text)
            self.dropped += cleaned.dropped
            head, *rest = cleaned.text.split("\n")
            lines[-1].append(piece.saying(head))
            lines.extend([piece.saying(part)] for part in rest)
        joined: list[list[Piece]] = []
        for line in lines:
            if joined and _is_broken_address(joined[-1], line):
                joined[-1].extend(line)
            else:
                joined.append(line)
        return joined

    def _append(self, pieces: list[Piece], draft: Draft, first: bool) -> None:
        pieces, typed = _normal_bullet(pieces)
        start = self._length + (1 if self.parts else 0)
        bold: list[Span] = []
        position = start
        for piece in pieces:
            end = position + len(piece.text)
            if piece.bold and piece.text.strip():
                bold = _extended(bold, position, end)
            if piece.link is not None:
                self._link(Span(position, end), piece.link)
            position = end
        words = [piece for piece in pieces if any(character.isalnum() for character in piece.text)] or pieces
        style = replace(
            draft.style,
            size=draft.style.size if draft.style.size is not None else _commonest_size(_first_column(words)),
            bold=all(piece.bold for piece in words),
            italic=all(piece.italic for piece in words),
            list_item=(draft.style.list_item and first) or typed,
        )
        self._budget.count_characters(position - start + 1)
        self.lines.append(Line(Span(start, position), draft.anchor, style, draft.region, tuple(bold)))
        self.parts.append("".join(piece.text for piece in pieces))
        self._length = position

    def _link(self, span: Span, target: str) -> None:
        last = self.links[-1] if self.links else None
        if last is not None and last.span is not None and last.target == target and last.span.end == span.start:
            self.links[-1] = Link(Span(last.span.start, span.end), target)
        else:
            self.links.append(Link(span, target))


def _is_broken_address(upper: list[Piece], lower: list[Piece]) -> bool:
    """True where a break was set inside an e-mail or web address, to fit a narrow column."""
    before = "".join(piece.text for piece in upper[-_ADDRESS_PIECES:])
    after = "".join(piece.text for piece in lower[:_ADDRESS_PIECES])
    if after.startswith("@"):
        return before[-1:].isalnum()
    return after[:1].isalnum() and _OPEN_ADDRESS.search(before[-_LONGEST_ADDRESS:]) is not None


def starts_with_bullet(text: str) -> bool:
    """True where a line begins with a typed bullet sign."""
    return _TYPED_BULLET.match(text.lstrip()) is not None


def _tidy(pieces: list[Piece]) -> list[Piece]:
    """The pieces with blanks collapsed to one space or one tab, none at either end, in normal form C."""
    tidy: list[Piece] = []
    blanks = ""
    for piece in pieces:
        words: list[str] = []
        for part in _BLANKS.split(piece.text):
            if not part or part.isspace():
                blanks += part
                continue
            before = words[-1] if words else tidy[-1].text if tidy else ""
            if blanks and words:
                words.append(_blank_between(before, blanks, False))
            elif blanks and before:
                _join(tidy, piece, _blank_between(before, blanks, not _set_alike(tidy[-1], piece)))
            blanks = ""
            words.append(part)
        if words:
            tidy.append(piece.saying("".join(words)))
    return _composed(tidy)


def _blank_between(before: str, blanks: str, changes: bool) -> str:
    """A tab for blanks that hold the pieces of a line apart, a space for others. `changes` where bold, italics or size change there."""
    wide = 4 if before.endswith((".", "!", "?")) else 2 if changes and not before.endswith((":", ";", ",")) else 3
    return "\t" if "\t" in blanks or len(blanks) >= wide else " "


def _join(tidy: list[Piece], piece: Piece, blank: str) -> None:
    """Put a blank between two pieces: into the first where both are bold, or linked, alike, else between them, for it is neither."""
    if (tidy[-1].bold, tidy[-1].link) == (piece.bold, piece.link):
        tidy[-1] = tidy[-1].saying(tidy[-1].text + blank)
    else:
        tidy.append(Piece(blank, italic=piece.italic, size=piece.size))


def _set_alike(one: Piece, other: Piece) -> bool:
    return (one.bold, one.italic, one.size) == (other.bold, other.italic, other.size)


def _composed(pieces: list[Piece]) -> list[Piece]:
    """The pieces in normal form C; a combining mark at the start of one belongs to the letter at the end of the last."""
    composed: list[Piece] = []
    for piece in pieces:
        text = piece.text
        while composed and text and unicodedata.combining(text[0]):
            composed[-1] = composed[-1].saying(compose(composed[-1].text + text[0]))
            text = text[1:]
        if text:
            composed.append(piece.saying(compose(text)))
    return composed


def _normal_bullet(pieces: list[Piece]) -> tuple[list[Piece], bool]:
    """The pieces with a typed bullet sign as "• ", and whether there was one."""
    text = "".join(piece.text for piece in pieces)
    match = _TYPED_BULLET.match(text)
    if match is None:
        return pieces, False
    rest: list[Piece] = []
    skip = match.end()
    for piece in pieces:
        kept = piece.text[skip:]
        skip = max(0, skip - len(piece.text))
        if kept:
            rest.append(piece.saying(kept))
    return [Piece("• ", size=rest[0].size, bold=False), *rest], True


def _extended(spans: list[Span], start: int, end: int) -> list[Span]:
    if spans and spans[-1].end == start:
        return [*spans[:-1], Span(spans[-1].start, end)]
    return [*spans, Span(start, end)]


def _first_column(pieces: list[Piece]) -> list[Piece]:
    """The pieces up to the first tab, which say what the line is; what follows is a date or a place set beside it."""
    for index, piece in enumerate(pieces):
        if "\t" in piece.text:
            return pieces[: index + (0 if index and piece.text.startswith("\t") else 1)]
    return pieces


def _commonest_size(pieces: list[Piece]) -> float | None:
    counts: dict[float, int] = {}
    for piece in pieces:
        if piece.size is not None:
            counts[piece.size] = counts.get(piece.size, 0) + len(piece.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else None
