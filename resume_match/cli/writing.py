"""From reports to files, pipes and terminals."""

from __future__ import annotations

import errno
import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from resume_match.cli.options import ENDINGS, OTHER_WORD, Format
from resume_match.cli.reading import FileArgument
from resume_match.cli.targets import format_by_ending

if TYPE_CHECKING:
    from resume_match.model import CoverageReport


def on_terminal() -> bool:
    """Whether standard output is a terminal; it is none where it is closed."""
    return sys.stdout is not None and sys.stdout.isatty()


def format_for(asked: Format | None, output: Path | None, resume: str) -> Format:
    """The format asked for, else that of the file's ending, else a table in a terminal and text everywhere else.

    typer.BadParameter where the file's ending is of no format, or of another than the one asked for. Comments go into a copy of the
    resume, which keeps its ending: Word opens no `.docx` that is a template or holds macros.
    """
    default = Format.TABLE if output is None and on_terminal() else Format.TEXT
    own = Path(resume).suffix.lower()
    copies = {own: (Format.COMMENTS,)} if own in OTHER_WORD else {}
    endings = copies if copies and asked is Format.COMMENTS else {**ENDINGS, **copies}
    return format_by_ending(asked, output, endings, default)


def rendered(report: CoverageReport, form: Format, resume: FileArgument, *, text: bool) -> bytes:
    """The bytes of the report in that format; `resume` is the file that takes the comments."""
    from resume_match import renderers

    width = shutil.get_terminal_size((100, 24)).columns if on_terminal() else 100
    written: dict[Format, Callable[[], str]] = {
        Format.TEXT: lambda: renderers.to_text(report, width=width),
        Format.JSON: lambda: renderers.to_json(report, text=text),
        Format.MARKDOWN: lambda: renderers.to_markdown(report),
        Format.HTML: lambda: renderers.to_html(report),
        Format.TABLE: lambda: _table(report),
    }
    return written[form]().encode() if form in written else _word(report, form, resume)


def write(content: bytes, output: Path | None) -> None:
    """Write UTF-8 whatever the console's own encoding, without a change of line ends; OSError where nothing takes it."""
    if output is not None:
        output.write_bytes(content)
        return
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed", "standard output")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def print_table(report: CoverageReport) -> None:
    """Print the tables as wide and as colourful as the terminal takes them."""
    from rich.console import Console

    from resume_match.cli.tables import to_table

    Console().print(to_table(report))


def _word(report: CoverageReport, form: Format, resume: FileArgument) -> bytes:
    from resume_match.renderers.annotations import annotate_docx
    from resume_match.renderers.as_docx import to_docx

    if form is Format.DOCX:
        return to_docx(report)
    target = io.BytesIO()
    annotate_docx(report, resume.open(), target)
    return target.getvalue()


def _table(report: CoverageReport) -> str:
    """The tables without colours, 120 columns wide."""
    from rich.console import Console

    from resume_match.cli.tables import to_table

    page = io.StringIO()
    Console(file=page, width=120, color_system=None, legacy_windows=False).print(to_table(report))
    return page.getvalue()
