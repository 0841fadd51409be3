"""A file and what reading it must come to: the form of the cases in hidden_docx, odd_docx and hostile_docx."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.parsers.docx_files import NAME, docx, para, run

SECRET = "kubernetes terraform"
"""The words that cases hide; none of them may reach the text."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what reading it comes to: an error's code, or a text that holds `shown` in this order and none of `unseen`.

    `codes` are the diagnostics that must be among those given, `never` those that must not.
    """

    name: str
    make: Callable[[], bytes]
    error: str | None = None
    shown: tuple[str, ...] = (NAME,)
    unseen: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    never: tuple[str, ...] = ("hidden_text",)


def body_of(content: str) -> Callable[[], bytes]:
    return lambda: docx(para(NAME) + content)


def hides(name: str, make: Callable[[], bytes]) -> Case:
    return Case(name, make, unseen=("kubernetes", "terraform"), codes=("hidden_text",), never=())


def hidden_run(properties: str, paragraph: str = "") -> Callable[[], bytes]:
    return body_of(para(run(SECRET, properties), properties=paragraph))


def shows(name: str, content: str, *words: str) -> Case:
    return Case(name, body_of(content), shown=(NAME, *words))
