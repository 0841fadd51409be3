"""Small documents made by hand: a line of markup is a paragraph of a Word file, or a line of a page that wraps where it is full.

`# ` opens a heading in a larger bold face, `- ` a bullet, `  - ` a bullet further in; `**bold**` and `_italic lines_` as in Markdown;
`@8 ` in front sets the size; a blank line is a gap, `~` a line left empty on a page; `---` begins another column, cell or text box;
`===` another page.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

from resume_match.model import Anchor, Box, Document, DocumentFormat, Line, LineStyle, Span

_BODY, _HEADING = 10.0, 13.0


def _bare(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its asterisks, and where bold begins and ends."""
    plain, bold = "", []
    for place, part in enumerate(text.split("**")):
        if place % 2:
            bold.append((len(plain), len(plain) + len(part)))
        plain += part
    return plain, bold


class _Writer:
    def __init__(self) -> None:
        self.text = ""
        self.lines: list[Line] = []

    def add(self, text: str, bold: list[tuple[int, int]], anchor: Anchor, style: LineStyle, region: int) -> None:
        start = len(self.text)
        spans = tuple(Span(start + one, start + two) for one, two in bold if two > one)
        self.lines.append(Line(Span(start, start + len(text)), anchor, style, region, spans))
        self.text += text + "\n"


def _parsed(line: str) -> tuple[str, list[tuple[int, int]], LineStyle]:
    style = LineStyle(size=_BODY)
    if match := re.match(r"@(\d+) ", line):
        style = replace(style, size=float(match.group(1)))
        line = line[match.end() :]
    if line.startswith("# "):
        line, style = line[2:], replace(style, size=_HEADING, bold=True)
    if match := re.match(r"( *)- ", line):
        style = replace(style, list_item=True, level=len(match.group(1)) // 2)
        line = line[match.end() :]
    if re.fullmatch(r"_.+_", line):
        line, style = line[1:-1], replace(style, italic=True)
    plain, bold = _bare(line)
    if bold == [(0, len(plain))]:
        style = replace(style, bold=True)
    if style.bold and not bold:
        bold = [(0, len(plain))]
    return plain, bold, style


def word_file(markup: str) -> Document:
    """The markup as a Word document: one paragraph per line, no pages."""
    writer, region, gap, paragraph = _Writer(), 0, 0.2, 0
    for line in textwrap.dedent(markup).strip("\n").split("\n"):
        if line.strip() == "---":
            region += 1
        elif not line.strip():
            gap = 1.2
        else:
            text, bold, style = _parsed(line)
            writer.add(text, bold, Anchor(part="body", paragraph=paragraph), replace(style, gap=gap), region)
            gap, paragraph = 0.2, paragraph + 1
    return Document("made.docx", DocumentFormat.DOCX, "0" * 64, writer.text, tuple(writer.lines))


def page(markup: str, width: int = 90) -> Document:
    """The markup as a PDF: lines of at most `width` characters with their boxes, bullets with their sign, wrapped text hanging."""
    writer, region, gap, top, number, left = _Writer(), 0, 0.2, 50.0, 1, 50.0
    for line in textwrap.dedent(markup).strip("\n").split("\n"):
        if line.strip() in ("---", "==="):
            region += 1
            left = left + 300 if line.strip() == "---" else 50.0
            number += line.strip() == "==="
            top = 50.0
            continue
        if not line.strip():
            gap = 1.2
            continue
        if line.strip() == "~":
            top += 1.2 * _BODY
            continue
        text, bold, style = _parsed(line)
        size = style.size or _BODY
        indent = 12.0 * (style.level + 1) if style.list_item else 0.0
        wrapped = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if "\t" not in text else [text]
        passed = 0
        for place, piece in enumerate(wrapped):
            first = place == 0
            sign = "• " if style.list_item and first else ""
            inside = [(max(0, one - passed) + len(sign), min(len(piece), two - passed) + len(sign)) for one, two in bold if two > passed]
            x = left + indent + (8.0 if style.list_item and not first else 0.0)
            top += size * (1 + (gap if first else 0.2))
            box = Box(x, top, x + 0.5 * size * len(sign + piece), top + size)
            if "\t" in piece:
                box = Box(x, top, left + 0.5 * _BODY * width, top + size)
            set_so = replace(style, list_item=style.list_item and first, gap=gap if first else 0.2)
            writer.add(sign + piece, [one for one in inside if one[1] > one[0]], Anchor(number, box), set_so, region)
            passed += len(piece) + 1
        gap = 0.2
    return Document("made.pdf", DocumentFormat.PDF, "0" * 64, writer.text, tuple(writer.lines), number)


def plain_text(text: str) -> Document:
    """The text as a text file: lines only."""
    writer, gap = _Writer(), 0.0
    for number, line in enumerate(textwrap.dedent(text).strip("\n").split("\n")):
        if line.strip():
            writer.add(line, [], Anchor(part="text", paragraph=number), LineStyle(gap=gap), 0)
            gap = 0.0
        else:
            gap = 1.0
    return Document("made.txt", DocumentFormat.TEXT, "0" * 64, writer.text, tuple(writer.lines))
