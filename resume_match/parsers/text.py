"""Plain text and Markdown in, Document out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from resume_match.errors import EmptyFileError
from resume_match.model import Anchor, Document, DocumentFormat, LineStyle
from resume_match.parsers.assembly import Draft, Identity, Piece, assemble
from resume_match.parsers.encodings import decode
from resume_match.parsers.limits import DEFAULT_LIMITS, Budget, Limits, check_file_size

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{3,})[ \t]*$")
_RULE = re.compile(r"^\s*(?:[-*_=~─━][ \t]*){3,}$")
_LIST = re.compile(r"^([ \t]*)(?:[-–*+•▪◦‣·●○■→►✓]|\d{1,2}[.)])[ \t]+(?=\S)")
# What a line may begin with that its writer took for a bullet: pictures, arrows and the like, and the "o" that a word processor leaves.
_SIGN = re.compile(r"^([ \t]*)(o(?=[ \t]|[A-Z][a-z])|[-~](?=[ \t]?[A-Z][a-z])|[^\w\s\x00-\x7f]+)[ \t]*(?=\w)")
_SIGN_CATEGORIES = frozenset({"So", "Sm", "Pf", "Pi", "Po", "Pd", "Mn", "Cf", "Sk"})
_QUOTES = frozenset("“”‘’‚„¿¡…")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_\n]+?)(?<=\S)__(?!\w)")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=\S)_(?![\w_])")
_LINK = re.compile(r"!?\[([^\]\[\n]*)\]\(<?([^()\s<>]+)>?(?:\s+\"[^\"\n]*\")?\)|<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_CODE = re.compile(r"`([^`\n]+)`")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TABLE_RULE = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)  # the one tag that Markdown tables need
_QUOTE = re.compile(r"^ {0,3}>+ ?")
# Front matter: lines for a machine between two fences at the head of a file, each a key with its value or part of the value above.
_KEY = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")
_OF_A_VALUE = re.compile(r"\s|-\s|#|$")


def read_text(data: bytes, source: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in the bytes of a plain text or Markdown file; raises a subclass of DocumentError where there is none to be had.

    In Markdown the signs of headings, bold and italic text and links are taken off; comments are dropped, as a reader never sees them.
    Front matter (`key: value` lines between two lines `---` at the head) is a region of its own.
    """
    check_file_size(len(data), source, limits)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise EmptyFileError(source, "the file is empty", "Save it again from its program and offer that file")
    budget = Budget(source, limits)
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    markdown = _is_markdown(text)
    kind = DocumentFormat.MARKDOWN if markdown else DocumentFormat.TEXT
    drafts = _drafts(_without_comments(text) if markdown else text, markdown)
    return assemble(drafts, Identity(source, kind, hashlib.sha256(data).hexdigest()), decoded.diagnostics, budget)


def _is_markdown(text: str) -> bool:
    """True where lines begin with "# " or words stand between "**"; one such sign is enough, for plain text has no use for them."""
    lines = text.split("\n")
    return any(map(_HEADING.match, lines)) or bool(_BOLD.search(text)) or any(match.group(1) for match in _LINK.finditer(text))


def _without_comments(text: str) -> str:
    """The text with the comments blanked; their line breaks stay, so that lines keep their numbers."""
    return _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A line without the signs at its start, and what they said."""

    text: str
    heading: int | None = None
    level: int | None = None


def _drafts(text: str, markdown: bool) -> Iterator[Draft]:
    lines = text.split("\n")
    blank = 0
    head = _front_matter_end(lines)
    signs = _signs_of_lists(lines[head:])
    for number, line in enumerate(lines[:head]):
        if line.strip() and not _RULE.match(line):
            indent = len(line) - len(line.lstrip())
            yield Draft((Piece(line.strip()),), Anchor(part="text", paragraph=number), LineStyle(level=indent // 2, gap=0.0))
    for number, line in enumerate(lines[head:], head):
        if not line.strip() or _RULE.match(line) or (markdown and _TABLE_RULE.match(line.strip())):
            blank += 1
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        line = _with_known_sign(line, signs)
        marked = _markdown_line(line, following) if markdown else _listed(line)
        pieces = tuple(_pieces(marked.text)) if markdown else (Piece(marked.text),)
        style = LineStyle(list_item=marked.level is not None, level=marked.level or 0, heading=marked.heading, gap=float(blank))
        yield Draft(pieces, Anchor(part="text", paragraph=number), style, region=1 if head else 0)
        blank = 0


def _sign_of(line: str) -> str:
    """The sign of a writer's own making that a line begins with, "" where it begins with none."""
    match = _SIGN.match(line)
    if match is None or _LIST.match(line):
        return ""
    signed = match[2] in ("o", "-", "~") or all(unicodedata.category(char) in _SIGN_CATEGORIES and char not in _QUOTES for char in match[2])
    return match[2] if signed else ""


def _signs_of_lists(lines: list[str]) -> frozenset[str]:
    """The signs that two lines running begin with; one by itself may mark a heading or an address."""
    signs = [_sign_of(line) for line in lines if line.strip()]
    return frozenset(sign for sign, following in pairwise(signs) if sign and sign == following)


def _with_known_sign(line: str, signs: frozenset[str]) -> str:
    """The line with a sign of a writer's own making as "• "."""
    match = _SIGN.match(line) if signs else None
    return f"{match[1]}• {line[match.end() :]}" if match and _sign_of(line) in signs else line


def _front_matter_end(lines: list[str]) -> int:
    """How many lines the front matter of a file takes, its two fences included; 0 where it has none."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1 if _KEY.match(lines[1]) else 0
        if not _KEY.match(line) and not _OF_A_VALUE.match(line):
            return 0
    return 0


def _markdown_line(line: str, following: str) -> _Marked:
    heading = _HEADING.match(line)
    if heading:
        return _Marked(heading.group(2).rstrip().rstrip("#").rstrip(), heading=len(heading.group(1)))
    line = _QUOTE.sub("", line)
    if not line.lstrip().startswith("|"):
        line = _BREAK.sub(" ", line)
    if _UNDERLINE.match(following) and not _LIST.match(line) and "|" not in line:
        return _Marked(line, heading=1 if "=" in following else 2)
    if line.lstrip().startswith("|"):
        return _Marked("\t".join(cell.strip() for cell in _BREAK.sub("|", line.strip()).strip("|").split("|")))
    return _listed(line)


def _listed(line: str) -> _Marked:
    """The line with its list sign as "• ", and the level that its indent says."""
    match = _LIST.match(line)
    if match is None:
        return _Marked(line)
    return _Marked("• " + line[match.end() :], level=len(match.group(1).expandtabs(4)) // 2)


def _pieces(line: str, bold: bool = False) -> Iterator[Piece]:
    """The pieces of a Markdown line, its signs for links, bold and italic text taken off."""
    position = 0
    for match in _LINK.finditer(line):
        yield from _emphasized(line[position : match.start()], bold)
        target = match.group(2) or match.group(3)
        if not match.group().startswith("!"):  # the words of a picture are not seen
            yield from _emphasized(match.group(1) or target.removeprefix("mailto:"), bold, target if ":" in target else f"mailto:{target}")
        position = match.end()
    yield from _emphasized(line[position:], bold)


def _emphasized(text: str, bold: bool, link: str | None = None) -> Iterator[Piece]:
    position = 0
    for match in _BOLD.finditer(text):
        yield from _slanted(text[position : match.start()], bold, link)
        yield from _slanted(match.group(1) or match.group(2), True, link)
        position = match.end()
    yield from _slanted(text[position:], bold, link)


def _slanted(text: str, bold: bool, link: str | None) -> Iterator[Piece]:
    position = 0
    for match in _ITALIC.finditer(text):
        yield Piece(_unescaped(text[position : match.start()]), bold, link=link)
        yield Piece(_unescaped(match.group(1) or match.group(2)), bold, italic=True, link=link)
        position = match.end()
    if text[position:]:
        yield Piece(_unescaped(text[position:]), bold, link=link)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", _CODE.sub(r"\1", text))
