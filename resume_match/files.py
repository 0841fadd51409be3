"""Names of files as text that every encoding of a report can hold."""

from __future__ import annotations

import os
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
