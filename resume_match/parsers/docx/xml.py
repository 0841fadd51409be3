"""XML parts of a Word document, parsed within limits; names without their namespaces' two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from resume_match.errors import CorruptDocumentError, UnsafeDocumentError
from resume_match.parsers.limits import Budget

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing": "wp14",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
"""The transitional and the strict spelling of each namespace that readers meet, and the prefix used for both."""

_DOCUMENT_TYPE = re.compile(rb"<!doctype", re.IGNORECASE)
_WORD = tuple(namespace for namespace, prefix in _PREFIXES.items() if prefix == "w")

Element = etree._Element


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    return f"{_PREFIXES.get(namespace, '?')}:{local}"


def tag(element: Element) -> str:
    """The element's name with its usual prefix, "w:p"; "?:name" in a namespace nobody here reads; "" for what is no element."""
    return _short(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _spellings(name: str) -> tuple[str, ...]:
    """A prefixed name with its namespace written out, once for each spelling: lxml compares such names without leaving C."""
    prefix, _, local = name.rpartition(":")
    return tuple(f"{{{namespace}}}{local}" for namespace, known in _PREFIXES.items() if known == prefix) if prefix else (local,)


@lru_cache(maxsize=1024)
def _attribute_spellings(name: str) -> tuple[str, ...]:
    return (*_spellings(name), name.rpartition(":")[2])


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute by its prefixed name, "w:val", in either spelling of the namespace or without one."""
    for spelling in _attribute_spellings(name):
        found = element.get(spelling)
        if found is not None:
            return str(found)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of prefixed names, or None."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*_spellings(name)), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of the element at the end of a path, or None where there is none."""
    found = child(element, *path)
    return None if found is None else attribute(found, "w:val")


def parse_xml(content: bytes, budget: Budget) -> Element:
    """The root of an XML part.

    UnsafeDocumentError for a DOCTYPE (no Office file has one; entity bombs and file thefts need one), LimitExceededError for too many or
    too deep elements, CorruptDocumentError for XML that is not well formed.
    """
    if _DOCUMENT_TYPE.search(content.replace(b"\0", b"")):
        raise _unsafe(budget)
    budget.count_nodes(content.count(b"<") + 2 * content.count(b"="))
    huge = budget.limits.xml_depth > 256
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=huge, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        if "depth" in str(error).lower():
            raise budget.exceeded(f"its XML is nested deeper than {min(256, budget.limits.xml_depth)} levels", "xml_depth") from error
        fault = "one of its parts is not well-formed XML"
        raise CorruptDocumentError(budget.source, fault, "Open it in a word processor and save it anew") from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding where the bytes above look different
        raise _unsafe(budget)
    _check_depth(root, budget)
    return root


def _unsafe(budget: Budget) -> UnsafeDocumentError:
    fault = "its XML declares a document type, which Office never writes"
    return UnsafeDocumentError(budget.source, fault, "Do not open it; ask for a PDF made by its author")


def _check_depth(root: Element, budget: Budget) -> None:
    """Raise LimitExceededError where the tree is deeper than the limit; the parser's own is 256."""
    if budget.limits.xml_depth == 256:
        return
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > budget.limits.xml_depth:
            raise budget.exceeded(f"its XML is nested deeper than {budget.limits.xml_depth} levels", "xml_depth")


def named(element: Element, *names: str) -> Iterator[Element]:
    """The descendants with one of these names in Word's own namespace, in document order."""
    return element.iter(*(f"{{{namespace}}}{name}" for name in names for namespace in _WORD))


def paragraphs_of(root: Element) -> Iterator[Element]:
    """All paragraphs of a part in document order, those in cells, text boxes and fallbacks included: an anchor's number counts these."""
    return named(root, "p")


def children(element: Element | None) -> tuple[Element, ...]:
    """The child elements; none where the element is None."""
    return () if element is None else tuple(element)


def is_on(element: Element | None, name: str = "w:val") -> bool | None:
    """The value of a switch such as <w:b/>: None where the element is absent."""
    if element is None:
        return None
    return (attribute(element, name) or "true").lower() not in ("0", "false", "off", "none")


_MEASURE = re.compile(r"^\s*(-?\d{1,12}(?:\.\d{1,6})?)\s*(pt|in|cm|mm|pc|pi|%|)\s*$")
_TWIPS = {"": 1.0, "%": 1.0, "pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}


def number(text: str | None) -> float | None:
    """A measure as a number; None where it is none. Strict files may write units ("12pt"): these come back in twips."""
    match = _MEASURE.match(text or "")
    return None if match is None else float(match.group(1)) * _TWIPS[match.group(2)]
