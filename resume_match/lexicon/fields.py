"""The labels of forms that people fill in as a resume, and what stands beside each."""

from __future__ import annotations

import re
from functools import cache

from resume_match.lexicon import read_table

_BEHIND = re.compile(r"(?: *\([^()]*\))? *:?")


@cache
def _labels() -> dict[str, str]:
    """Each label's field, longer labels first."""
    found = {label: field for field, labels in read_table("fields")["fields"].items() for label in labels}
    return dict(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))


def field_label(text: str) -> tuple[str, str, int] | None:
    """The label that the text begins with, its field, and where what stands beside it begins; None where its words go on."""
    lower = text.casefold()
    for label, field in _labels().items():
        if not lower.startswith(label):
            continue
        behind = _BEHIND.match(text, len(label))
        end = behind.end() if behind else len(label)
        if end == len(text) or text[end] in "\t\n" or text[end - 1] == ":":
            return label, field, end + len(text[end:]) - len(text[end:].lstrip())
    return None


def rest_of_label(beginning: str, following: str) -> bool:
    """True where two cells below each other are one label that wraps: "Main activities and", "responsibilities"."""
    whole = f"{beginning} {following}".casefold()
    return " " in beginning and whole in _labels()


def is_sure_label(label: str) -> bool:
    """True for a label that nothing but such a form has."""
    return label in read_table("fields")["sure"]["labels"]
