"""What the library knows of words, read from data/lexicon/en: one module and one data file (or folder) per subject."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_ENGLISH = files("resume_match") / "data" / "lexicon" / "en"


@cache
def read_table(name: str) -> dict[str, Any]:
    """The content of data/lexicon/en/NAME.toml; of a folder of that name, all its files together, in order of their names.

    Treat it as frozen: it is shared by all callers.
    """
    folder = _ENGLISH / name
    if not folder.is_dir():
        return tomllib.loads((_ENGLISH / f"{name}.toml").read_text(encoding="utf-8"))
    table: dict[str, Any] = {}
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name):
        for key, value in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if key in table:
                raise ValueError(f"{name}/{file.name}: '{key}' is defined in another file of this folder too")
            table[key] = value
    return table


def read_lines(name: str) -> list[str]:
    """The lines of data/lexicon/en/NAME behind the comments that it begins with."""
    lines = (_ENGLISH / name).read_text(encoding="utf-8").splitlines()
    first = next(place for place, line in enumerate(lines) if not line.startswith("#"))
    return lines[first:]
