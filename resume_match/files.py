"""Names of files as text that every encoding of a report can hold, and files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def base_name(source: object, default: str = "document") -> str:
    """The base name of a path, or of a file object's `name`, as text that can be written; the default where there is none."""
    path = source if isinstance(source, (str, os.PathLike)) else str(getattr(source, "name", default))
    return printable(Path(path).name)


def printable(name: str) -> str:
    r"""The name with its bytes that are no UTF-8 written out (`\xff`): as they are, they can be neither printed nor put into JSON."""
    try:
        content = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Windows lets halves of a character into names, which stand for no byte
        content = name.encode("utf-8", "surrogatepass")
    return content.decode("utf-8", "backslashreplace")


def write_whole(path: str | os.PathLike[str], parts: Iterable[bytes]) -> None:
    """Write the parts one after another; the file is replaced whole or not at all, and where `path` is a link, the file that it names.

    What is no file, as a pipe or a device, is written into: replacing it would put a file into its place. OSError where that fails.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.writelines(parts)
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            if target.exists():  # who may read it stays as it was
                shutil.copymode(target, beside)
            stream.writelines(parts)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
