"""What is refused before a command begins: a file to write that is one of those it reads."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import typer

OUTPUT = "--output"


def check_target(target: Path | None, *sources: str | Path | None, option: str = OUTPUT) -> None:
    """Refuse to write over a file that is read, whatever the spelling of its path and also through a link; typer.BadParameter."""
    written = None if target is None else _status(target)
    if written is None or not stat.S_ISREG(written.st_mode):  # a terminal or /dev/null may be both
        return
    for source in sources:
        read = None if source is None else _status(source)
        if read is not None and os.path.samestat(read, written):
            raise typer.BadParameter(f"{target} is a file that is read, and would be lost; name another", param_hint=option)


def _status(path: str | Path) -> os.stat_result | None:
    """What the system knows of a file, with `-` for standard input, which may come from a file too; None where there is none."""
    try:
        return os.fstat(sys.stdin.fileno()) if path == "-" else Path(path).stat()
    except (OSError, ValueError):
        return None
