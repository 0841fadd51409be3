"""The skills that a resume lists, one by one: "Tools: Jira, Figma" is Jira and Figma."""

from __future__ import annotations

import re

from resume_match.segmentation.blocks import Block

_SEGMENT = re.compile(r"\s*[;|•·∙▪●◆✓‣\t\n]\s*")
_SEPARATOR = re.compile(r"\s*,\s*(?![^()]*\))|\s+[/–—-]\s+|\s{3,}")
_LABEL = re.compile(r"^\s*([^\W\d_][\w &/+.'’-]{1,40}?)\s*:\s*(?=\S)")
_LEVELS = "expert|advanced|intermediate|beginner|basic|proficient|fluent|native|novice|working knowledge|familiar"
_LEVEL = re.compile(
    r"\s*[(\[:–—-]?\s*\b(?:\d{1,3}\s?%|\d\s?/\s?\d{1,2}|\d+\+?\s*(?:years?|yrs?)(?:\s+of\s+experience)?|"
    rf"(?:{_LEVELS})(?=\s*[)\]]?$))\s*[)\]]?\s*$|[★☆⭐⋆●○◉◯■□▮▯]+\s*\d*\s*$",
    re.IGNORECASE,
)
_RATED = re.compile(
    rf"[^:]+:\s*(?:\d{{1,3}}\s?%|{_LEVELS})", re.IGNORECASE
)  # "Figma: expert" is a skill and its level, no label and a skill
# A slash between two names that are no one name: both longer than an abbreviation.
_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[A-Z][^\W\d_]{2,})")
_LONGEST = 7  # words of a listed skill; longer pieces are sentences


def skills_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The listed skills of a skills section, in order and each once; its sub-headings and statements of sentence length list none."""
    found: dict[str, str] = {}
    for place, block in enumerate(blocks):
        if not _subheading(blocks, place):
            for piece in atoms(_unlabelled(block)):
                found.setdefault(piece.casefold(), piece)
    return tuple(found.values())


def _unlabelled(block: Block) -> str:
    """The block's text without a label that only its bold sets apart ("**Languages** Go, Rust")."""
    text, row = (block.text if len(block.rows) > 1 else block.first.text), block.first
    if row.bold or not row.starts_bold:
        return text
    label = row.text[: len(row.bold_spans[0])].rstrip()
    rest = text[len(label) :]
    return text if not text.startswith(label) or "," in label or re.match(r"\s*[,;/|•·(]|\s*$", rest) else rest.lstrip(" :\t–—-")


def _subheading(blocks: tuple[Block, ...], place: int) -> bool:
    """True for a line set apart from the plain one that follows, where some lines of the section are plain: it names a group of skills."""
    first = blocks[place].first
    if place + 1 >= len(blocks) or first.bullet or re.search(r"[,;|]", first.text):
        return False
    following = blocks[place + 1].first
    return (first.bold and not following.bold) or (first.capitals and not following.capitals and first.words <= 4 and len(first.text) > 5)


def atoms(text: str) -> list[str]:
    """The skills named in one line, without its labels, levels and brackets."""
    found = []
    text = re.sub(r"^([^,;:|\t]{2,40})\t(?=[^\t]*,)", r"\1: ", text)  # a label column: "Languages    Go, Rust"
    for segment in _SEGMENT.split(re.sub(r":\s+", ": ", text)):
        for piece in _SEPARATOR.split(segment if _RATED.fullmatch(segment.strip()) else _LABEL.sub("", segment)):
            for part in _nested(piece):
                dot = "." if re.match(r"[\s,:–—-]*\.[A-Z]{2}", part) else ""  # ".NET"
                name = dot + _LEVEL.sub("", re.sub(r"^(?:and|&|or)\s+", "", part.strip(" .,:-–—"))).strip(" .,:-–—()[]")
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
