"""What the commands take: formats, options and how their values are read."""

from __future__ import annotations

import datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

UNREADABLE, BELOW = 3, 4
EPILOG = "Exit codes: 0 done, 2 wrong usage, 3 a file is missing or unreadable, 4 below --fail-under."


class Format(StrEnum):
    """What `match` writes."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    COMMENTS = "comments"


class PdfReader(StrEnum):
    """Who reads the characters of PDF pages: the names of `Reading(pdf_source=...)`."""

    OWN = "own"
    PDFIUM = "pdfium"


class ShortFormat(StrEnum):
    """What `compare` and `interview` write."""

    MARKDOWN = "markdown"
    JSON = "json"


# Word files with macros and templates: no report is written as one, and a copy of one with comments stays one.
OTHER_WORD = (".docm", ".dotx", ".dotm")
# What each ending of a file can hold, first what it gets where no format is asked for.
ENDINGS = {
    ".txt": (Format.TEXT, Format.TABLE, Format.MARKDOWN, Format.JSON, Format.HTML),
    ".md": (Format.MARKDOWN,),
    ".markdown": (Format.MARKDOWN,),
    ".html": (Format.HTML,),
    ".htm": (Format.HTML,),
    ".docx": (Format.DOCX, Format.COMMENTS),
    ".json": (Format.JSON,),
}
SHORT_ENDINGS = {
    ".md": (ShortFormat.MARKDOWN,),
    ".markdown": (ShortFormat.MARKDOWN,),
    ".txt": (ShortFormat.MARKDOWN, ShortFormat.JSON),
    ".json": (ShortFormat.JSON,),
}


def read_share(text: str) -> float:
    """A share of one, from `0.6`, `60` or `60%`; typer.BadParameter for anything else."""
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        raise typer.BadParameter("give a percentage such as 60 or 60%") from None
    number = number / 100 if text.endswith("%") or number > 1 else number
    if not 0 <= number <= 1:
        raise typer.BadParameter("give a percentage from 0 to 100")
    return number


def read_day(text: str) -> datetime.date:
    """A day from `YYYY-MM-DD`; typer.BadParameter for anything else."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("give a day as YYYY-MM-DD") from None


def check_pdf_reader(reader: PdfReader) -> PdfReader:
    """The reader asked for; typer.BadParameter where it is not installed, before the first file rather than on each."""
    if reader is PdfReader.PDFIUM and find_spec("pypdfium2") is None:
        raise typer.BadParameter('pdfium needs pypdfium2: pip install "resume-match[fast]"')
    return reader


Resume = Annotated[str, typer.Argument(metavar="RESUME", help="A DOCX, PDF, text or Markdown file, or - for standard input.")]
Profile = Annotated[str | None, typer.Option(help="A bundled profile's name or a TOML file; by default Director of Product Management.")]
Posting = Annotated[str | None, typer.Option(help="A job posting to tailor the profile to.")]
CoverLetter = Annotated[str | None, typer.Option(help="A cover letter; what it says counts as claimed.")]
AsOf = Annotated[
    datetime.date | None, typer.Option(parser=read_day, metavar="YYYY-MM-DD", help="The day that “present” means; by default today.")
]
PdfSource = Annotated[
    PdfReader, typer.Option("--pdf-source", callback=check_pdf_reader, help="Who reads PDF pages; pdfium takes less time (extra fast).")
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")]
Form = Annotated[
    Format | None, typer.Option("-f", "--format", help="By default by the ending of FILE; else a table in a terminal, text in a pipe.")
]
ShortForm = Annotated[
    ShortFormat | None, typer.Option("-f", "--format", help="For reading or for machines; by default by the ending of FILE, else markdown.")
]
FailUnder = Annotated[
    float | None, typer.Option(parser=read_share, metavar="PERCENT", help="Exit with 4 where the overall figure is lower.")
]
