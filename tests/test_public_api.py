"""`__all__` is what is public: each name is there, typed for checkers, told apart from what is private, and documented."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import resume_match as rm

ROOT = Path(__file__).parents[1]
NOUNS = [import_module("resume_match.errors"), import_module("resume_match.model")]
INSIDE_ONLY: set[str] = set()  # public classes of the model that users never meet


def names_for_type_checkers() -> set[str]:
    """The names that `resume_match/__init__.pyi` imports."""
    tree = ast.parse(Path(inspect.getfile(rm)).with_suffix(".pyi").read_text(encoding="utf-8"))
    return {alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}


@pytest.mark.parametrize("name", rm.__all__)
def test_a_public_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(rm, name)
    assert name.startswith("__") or inspect.getdoc(found)


def test_type_checkers_see_the_same_names() -> None:
    assert names_for_type_checkers() == set(rm.__all__) - {"__version__"}


def test_dir_lists_what_is_public() -> None:
    assert dir(rm) == sorted(rm.__all__) == list(rm.__all__)


def test_every_noun_and_every_error_is_public() -> None:
    nouns = {
        name
        for module in NOUNS
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }
    assert nouns - set(rm.__all__) == INSIDE_ONLY


def test_a_star_import_brings_just_that() -> None:
    space: dict[str, object] = {}
    exec("from resume_match import *", space)
    assert set(space) - {"__builtins__"} == set(rm.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'mach'"):
        rm.mach  # noqa: B018


def test_the_readme_names_every_public_function() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    functions = [name for name in rm.__all__ if inspect.isfunction(getattr(rm, name))]
    assert [name for name in functions if name not in readme] == []
