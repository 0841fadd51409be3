"""A web page's visible text as a Document: for job postings, which are often saved from a browser. Resumes in HTML are refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from resume_match.errors import EmptyFileError
from resume_match.model import Anchor, Document, DocumentFormat, LineStyle
from resume_match.parsers.assembly import Draft, Identity, Piece, assemble
from resume_match.parsers.encodings import decode
from resume_match.parsers.limits import DEFAULT_LIMITS, Budget, Limits, check_file_size

_DROPPED = frozenset(
    (
        "audio", "button", "canvas", "dialog", "form", "head", "iframe", "math", "nav", "noscript", "object", "option", "script", "select",
        "style", "svg", "template", "textarea", "video",
    )
)  # fmt: skip
"""Elements whose content is no text of the page; "nav" and "form" hold the site's, not the posting's."""

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    )
)  # fmt: skip
_IMPLIED = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
}
"""The elements that another one closes when it begins, and those beyond which nothing is closed."""

_BOLD = frozenset(("b", "strong", "th"))
_ITALIC = frozenset(("i", "em", "cite"))
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?\s*(?:;|$)",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_CHUNK = 65_536


def read_html(data: bytes, source: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in the bytes of a web page: one line for each block, list items and headings marked.

    Scripts, styles, navigation, forms and what the page itself hides by attributes are left out; nothing is fetched.
    """
    check_file_size(len(data), source, limits)
    if not data.strip():
        raise EmptyFileError(source, "the file is empty", "Save the page again and offer that file")
    budget = Budget(source, limits)
    decoded = decode(_as_utf8(data))
    page = _Page(budget)
    for start in range(0, len(decoded.text), _CHUNK):
        budget.check_time()
        page.feed(decoded.text[start : start + _CHUNK])
    page.close()
    identity = Identity(source, DocumentFormat.HTML, hashlib.sha256(data).hexdigest())
    return assemble(page.drafts(), identity, decoded.diagnostics, budget)


def _as_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8 where the page names another encoding that Python knows."""
    match = _CHARSET.search(data[:4096])
    if match is None or match.group(1).lower() in (b"utf-8", b"utf8", b"utf-16"):
        return data
    try:
        return data.decode(match.group(1).decode("ascii"), errors="replace").encode("utf-8")
    except (LookupError, UnicodeError):
        return data


@dataclass(slots=True)
class _Block:
    """A line in the making."""

    heading: int | None = None
    list_item: bool = False
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that is open: its name, and whether it and what it holds is out of sight."""

    name: str
    hidden: bool
    bold: bool
    italic: bool
    link: str | None


class _Page(HTMLParser):
    """Collects the blocks of a page; deeper nesting than the limit for XML is refused."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(convert_charrefs=True)
        self._budget = budget
        self._stack: list[_Open] = [_Open("", False, False, False, None)]
        self._blocks: list[_Block] = [_Block()]
        self._lists = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self._close_implied(tag)
        if tag in ("td", "th") and self._blocks[-1].pieces:
            self._add("\t")
        if tag == "br":
            self._add("\n")
        if tag in _BLOCKS:
            self._open_block(tag)
        if tag in _VOID:
            return
        if len(self._stack) > self._budget.limits.xml_depth:
            raise self._budget.exceeded(f"its elements are nested deeper than {self._budget.limits.xml_depth} levels", "xml_depth")
        outer = self._stack[-1]
        attributes = dict(attrs)
        hidden = outer.hidden or tag in _DROPPED or _is_hidden(attributes)
        link = attributes.get("href") if tag == "a" else None
        self._stack.append(_Open(tag, hidden, outer.bold or tag in _BOLD, outer.italic or tag in _ITALIC, link or outer.link))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element written as <tag/>: HTML knows no such end except on elements that have none anyway."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of that name with all inside it."""
        if any(element.name == tag for element in self._stack):
            while self._stack.pop().name != tag:
                pass
        if tag in ("ul", "ol"):
            self._lists = max(0, self._lists - 1)
        if tag in _BLOCKS:
            self._blocks.append(_Block())

    def handle_data(self, data: str) -> None:
        """Add text to the block that is open."""
        self._budget.check_time()
        preformatted = any(element.name == "pre" for element in self._stack)
        self._add(data if preformatted else " ".join(re.split(r"[ \t\r\n\f]+", data)))

    def drafts(self) -> Iterator[Draft]:
        """The blocks as paragraphs, numbered from 0 in the order of the page."""
        for number, block in enumerate(block for block in self._blocks if block.pieces):
            style = LineStyle(list_item=block.list_item, level=block.level, heading=block.heading)
            yield Draft(tuple(block.pieces), Anchor(part="text", paragraph=number), style)

    def _add(self, text: str) -> None:
        top = self._stack[-1]
        if not top.hidden and (text.strip() or text in ("\n", "\t") or self._blocks[-1].pieces):
            self._blocks[-1].pieces.append(Piece(text, top.bold, top.italic, link=top.link))

    def _open_block(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists += 1
        last = self._blocks[-1]
        if tag in ("p", "div", "span") and last.list_item and not last.pieces:
            return  # <li><p>: one line
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else None
        self._blocks.append(_Block(heading, tag == "li", max(0, self._lists - 1) if tag == "li" else 0))

    def _close_implied(self, tag: str) -> None:
        """Close what HTML lets an author leave open: a paragraph before any block, an item before the next of its list."""
        if self._stack[-1].name == "p" and tag in _BLOCKS:
            self._stack.pop()
        closing, within = _IMPLIED.get(tag, ((), ()))
        for depth in range(len(self._stack) - 1, 0, -1):
            name = self._stack[depth].name
            if name in closing:
                del self._stack[depth:]
                return
            if name in within:
                return


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or bool(_HIDING.search(attributes.get("style") or ""))
