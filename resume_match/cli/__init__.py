"""The command line: resume-match match, tailor, compare, interview, batch, profiles, schema. The only package that prints.

Exit codes: 0 done; 1 interrupted, or the reader of the pipe is gone; 2 wrong usage;
3 a file is missing or unreadable, or a profile is faulty; 4 below --fail-under.
"""

from __future__ import annotations

import difflib
import io
import re
import sys
from pathlib import Path
from typing import NoReturn

import typer

from resume_match.cli.batch import app
from resume_match.cli.options import UNREADABLE
from resume_match.errors import DataError, ResumeMatchError
from resume_match.files import printable
from resume_match.renderers.wording import shown

__all__ = ["app", "main"]

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):[/\\]+(.*)", re.IGNORECASE)  # one letter before the colon would be a drive


def main() -> None:
    """Run the command line and leave with one of the exit codes above; a file's fault is told in a sentence, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may lack letters of a resume, and a closed stream is None
            stream.reconfigure(errors="replace")
    try:
        app()
    except OSError as error:
        _fail(_why(error))
    except UnicodeDecodeError:
        _fail("a report must be UTF-8 text, as --format json writes it.")
    except DataError as error:
        _fail(str(DataError(_named(error.file), tuple(shown(fault) for fault in error.faults))))
    except ResumeMatchError as error:
        _fail(_named(str(error)))


def _fail(message: str) -> NoReturn:
    typer.echo(f"No report: {message}", err=True)
    sys.exit(UNREADABLE)


def _why(error: OSError) -> str:
    """What is wrong with a path, and what to do about it where that can be told."""
    name = str(error.filename or "a file")
    told = _named(name)
    if address := _ADDRESS.fullmatch(name):  # a path holds its slashes once, and on Windows the other way
        whole = f"{address[1]}://{address[2]}".replace("\\", "/")
        return f"{_named(whole)} is an address, and only files are read: save what it shows and name that file."
    if isinstance(error, FileNotFoundError):
        folder = Path(name).parent
        return f"there is no file {told}.{_nearby(name)}" if folder.is_dir() else f"there is no folder {_named(str(folder))} for {told}."
    if isinstance(error, IsADirectoryError):
        return f"{told} is a folder; name one file, or let `resume-match batch` read the resumes of a folder."
    return f"{told}: {error.strerror or 'it cannot be read'}."


def _named(name: str) -> str:
    """A name of a stranger's file as a terminal may show it: on one line, without characters that act on it."""
    return shown(printable(name))


def _nearby(missing: str) -> str:
    """` Did you mean resume.docx?`, where the folder holds a file of a similar name."""
    path = Path(missing)
    names = sorted(entry.name for entry in path.parent.iterdir()) if path.parent.is_dir() else []
    close = difflib.get_close_matches(path.name, names, n=1)
    return f" Did you mean {_named(str(path.with_name(close[0])))}?" if close else ""
