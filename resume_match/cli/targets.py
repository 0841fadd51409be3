"""What is refused before a command begins: a file to write that cannot be, is read, or has the ending of what is not written."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import typer

OUTPUT = "--output"
_Form = TypeVar("_Form", bound=StrEnum)


def check_read_once(*sources: str | None) -> None:
    """Refuse `-` for more than one of the files that are read; typer.BadParameter."""
    if sources.count("-") > 1:
        raise typer.BadParameter("standard input (-) can be read once: it stands for one of the files, name the others")


def check_target(target: Path | None, *sources: str | Path | None, option: str = OUTPUT) -> None:
    """Refuse to write over a file that is read, whatever the spelling of its path and also through a link; typer.BadParameter.

    The same for a folder; FileNotFoundError where there is no folder to write the file in.
    """
    written = None if target is None else _status(target)
    if target is not None and written is None and not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target))
    if written is not None and stat.S_ISDIR(written.st_mode):
        raise typer.BadParameter(f"{target} is a folder; name a file in it", param_hint=option)
    if written is None or not stat.S_ISREG(written.st_mode):  # a terminal or /dev/null may be both
        return
    for source in sources:
        read = None if source is None else _status(source)
        if read is not None and os.path.samestat(read, written):
            raise typer.BadParameter(f"{target} is a file that is read, and would be lost; name another", param_hint=option)


def check_ending(target: Path | None, endings: Iterable[str], option: str = OUTPUT) -> None:
    """Refuse a file whose ending is none of these; one without an ending may hold anything. typer.BadParameter, which names them."""
    known = tuple(endings)
    if target is not None and target.suffix and target.suffix.lower() not in known:
        named = f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else known[0]
        raise typer.BadParameter(f"{target.name} cannot be written here; name a file that ends in {named}", param_hint=option)


def format_by_ending(asked: _Form | None, target: Path | None, endings: Mapping[str, tuple[_Form, ...]], default: _Form) -> _Form:
    """The format asked for, else the one of the file's ending, else the default; typer.BadParameter where the ending says otherwise."""
    check_ending(target, endings)
    held = endings.get(target.suffix.lower()) if target is not None else None
    if held is None:
        return default if asked is None else asked
    if asked is not None and asked not in held:
        check_ending(target, (ending for ending, formats in endings.items() if asked in formats))
    return held[0] if asked is None else asked


def _status(path: str | Path) -> os.stat_result | None:
    """What the system knows of a file, with `-` for standard input, which may come from a file too; None where there is none."""
    try:
        return os.fstat(sys.stdin.fileno()) if path == "-" else Path(path).stat()
    except (AttributeError, OSError, ValueError):  # standard input may be closed, and is None then
        return None
