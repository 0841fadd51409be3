"""Makes the sample resumes of this folder from `sources/`: `python make_samples.py`. The people and companies are invented.

Markdown becomes a Word document (python-docx) and, with LibreOffice, the PDF of it; the two-column page is printed by Chromium.
A tab sets what follows it against the right margin; `<br>` starts a new paragraph inside a table cell.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches, Pt

HERE = Path(__file__).parent
MARGIN, WIDTH = Inches(0.9), Inches(6.7)


def write_paragraph(paragraph, text):
    """Fills a paragraph of the document with one source line, its style told by the line's first characters."""
    marks = {"# ": "Title", "## ": "Heading 1", "- ": "List Bullet"}
    mark = next((mark for mark in marks if text.startswith(mark)), "")
    paragraph.style = marks.get(mark, "Normal")
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    text = text.removeprefix(mark)
    if text.startswith("### "):
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph.add_run(text.removeprefix("### ")).bold = True
    elif text.startswith("**"):
        label, _, rest = text[2:].partition("**")
        paragraph.add_run(label).bold = True
        paragraph.add_run(rest)
    elif text.startswith("*"):
        paragraph.add_run(text.replace("*", "")).italic = True
    else:
        paragraph.add_run(text)


def write_table(document, rows):
    """Adds a table without borders, one source line a row; a dates column of two is narrow."""
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    table = document.add_table(len(cells), len(cells[0]))
    table.autofit = False
    widths = (Inches(1.6), Inches(5.1)) if len(cells[0]) == 2 else (WIDTH // len(cells[0]),) * len(cells[0])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            first, *more = text.split("<br>")
            write_paragraph(cell.paragraphs[0], first)
            for part in more:
                write_paragraph(cell.add_paragraph(), part)


def write_docx(source, target):
    """Writes the Word document of a Markdown source."""
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(10)
    for section in document.sections:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    rows = []
    for line in [*source.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            write_table(document, rows)
            rows = []
        if line:
            write_paragraph(document.add_paragraph(), line)
    document.core_properties.author = document.core_properties.comments = ""
    document.save(str(target))


def main():
    """Writes every sample: DOCX and PDF of each Markdown source, and the PDF of the HTML page."""
    for source in sorted(HERE.glob("sources/*.md")):
        target = HERE / f"{source.stem}.docx"
        write_docx(source, target)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", HERE, target], check=True)
    page = HERE / "sources" / "two-column.html"
    pdf = HERE / "two-column.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(["chromium", *options, f"--print-to-pdf={pdf}", page.as_uri()], check=True)


if __name__ == "__main__":
    main()
