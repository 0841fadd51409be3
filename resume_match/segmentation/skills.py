"""The skills that a resume lists, one by one: "Tools: Jira, Figma" is Jira and Figma."""

from __future__ import annotations

import re

from resume_match.segmentation.blocks import Block

_SEPARATOR = re.compile(r"\s*[;|•·∙▪●◆✓‣\t\n]\s*|\s*,\s*(?![^()]*\))|\s+[/–—-]\s+|\s{3,}")
_LABEL = re.compile(r"^\s*([^\W\d_][\w &/+.'’-]{1,40}?)\s*:\s*(?=\S)")
_LEVEL = re.compile(
    r"\s*[(\[]?\b(?:\d{1,3}\s?%|\d\s?/\s?\d{1,2}|\d+\+?\s*(?:years?|yrs?)(?:\s+of\s+experience)?|"
    r"(?:expert|advanced|intermediate|beginner|basic|proficient|fluent|native|novice|working knowledge|familiar)(?=\s*[)\]]?$))\s*[)\]]?\s*$|[★☆⭐⋆●○◉◯■□▮▯]+\s*\d*\s*$",
    re.IGNORECASE,
)
# A slash between two names that are no one name: both longer than an abbreviation.
_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[A-Z][^\W\d_]{2,})")
_LONGEST = 7  # words of a listed skill; longer pieces are sentences


def skills_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The listed skills of a skills section, in order and each once; statements of sentence length list none."""
    found: list[str] = []
    for block in blocks:
        for row_text in ["\n".join(_lines(block))]:
            for piece in atoms(row_text):
                if piece.casefold() not in {one.casefold() for one in found}:
                    found.append(piece)
    return tuple(found)


def _lines(block: Block) -> list[str]:
    return [block.text.replace("\u2026", "")] if len(block.rows) > 1 else [block.first.text]


def atoms(text: str) -> list[str]:
    """The skills named in one line, without its label, levels and brackets."""
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
    found = []
    for piece in _SEPARATOR.split(text):
        for part in _nested(piece):
            name = _LEVEL.sub("", re.sub(r"^(?:and|&|or)\s+", "", part.strip(" .,:-–—"))).strip(" .,:-–—()[]")
            if name and re.search(r"\w", name) and len(name.split()) <= _LONGEST and not re.fullmatch(r"[\d\W]+", name):
                found.append(name)
    return found


def _nested(piece: str) -> list[str]:
    """A piece with a list in brackets as its parts: "Data Analysis (Excel, SQL)" is Data Analysis, Excel and SQL."""
    match = re.fullmatch(r"\s*([^()]+?)\s*\(([^()]+)\)\s*", piece)
    if match is None:
        return _slashed(piece)
    inner = [part for part in re.split(r"\s*[,;/|]\s*", match.group(2)) if part]
    return [*_slashed(match.group(1)), *inner]


def _slashed(piece: str) -> list[str]:
    return [part for part in _SLASH.split(piece) if part.strip()]
