"""The house keeps its shape: imports go downwards, each library has one door, modules and functions stay small, nothing prints."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1] / "resume_match"
MODULES = {str(PurePosixPath(path.relative_to(ROOT))): path for path in sorted(ROOT.rglob("*.py"))}

# A module may import from a lower floor and from its own package. The longest prefix counts. The renderers stand above the rest of their
# floor because they write out its values.
FLOORS = {
    "errors": 0,
    "files": 0,
    "model": 1,
    "lexicon": 2,
    "dates": 3,
    "patterns": 3,
    "profile_fields": 3.4,
    "profiles": 3.5,
    "parsers": 3,
    "segmentation": 4,
    "extraction": 4,
    "scoring": 5,
    "scoring.similarity": 4,
    "scoring.coverage": 6,
    "suggestions": 7,
    "tailoring": 7,
    "comparison": 7,
    "cover_letter": 7,
    "interview": 7,
    "ranking": 7,
    "redaction": 7,
    "renderers": 7.5,
    "matcher": 8,
    "batch": 9,
    "spacy_components": 9,
    "": 10,
    "cli": 11,
    "__main__": 12,
}
DOORS = {
    "pdfminer": ("parsers/pdf/",),
    "pypdfium2": ("parsers/pdf/",),
    "docx": ("parsers/docx/",),
    "lxml": ("parsers/docx/",),
    "spacy": ("extraction/", "spacy_components.py"),
    "rapidfuzz": ("scoring/similarity.py",),
    "numpy": ("lexicon/scorecards.py",),
    "pydantic": ("renderers/",),
    "pydantic_core": ("renderers/",),
    "jinja2": ("renderers/",),
    "typer": ("cli.py", "cli/"),
    "rich": ("renderers/as_table.py", "cli.py", "cli/"),
    "tomli_w": ("profiles.py",),
}
LINES_OF_A_MODULE, LINES_OF_A_FUNCTION, PARAMETERS = 300, 40, 4
CALLED_BY_A_LIBRARY = {"render_char", "render_string", "render_image", "paint_path"}  # with pdfminer's parameters
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("os", "environ"),
    ("os", "getenv"),
}
CLOCK_KEEPERS = {
    "matcher.py",  # as_of=None takes today once
    "parsers/isolation.py",  # hands its environment on to the worker
}
LAZY = ("spacy", "pdfminer", "docx", "lxml", "rapidfuzz", "pydantic", "jinja2", "typer", "rich", "thinc", "numpy")


def dotted(module: str) -> str:
    """`parsers/pdf/__init__.py` as `parsers.pdf`, relative to the package; the package itself as an empty string."""
    return ".".join(PurePosixPath(module).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


def floor(name: str) -> float:
    """The floor of a module by its longest known prefix; KeyError for one that has none."""
    parts = name.split(".") if name else []
    for size in range(len(parts), 0, -1):
        if ".".join(parts[:size]) in FLOORS:
            return FLOORS[".".join(parts[:size])]
    return FLOORS[""] if not parts else FLOORS[name]


def imports(module: str, *, running: bool = False) -> Iterator[str]:
    """The absolute names that a module imports, inside functions too; those under TYPE_CHECKING left out where only `running` counts."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    blocks = [
        node for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    ]
    unrun = {inner for block in blocks for inner in ast.walk(block)} if running else set()
    for node in ast.walk(tree):
        if node in unrun:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno} imports relatively"
            assert node.module is not None
            submodules = [alias.name for alias in node.names if is_module(f"{node.module}.{alias.name}")]
            yield from (f"{node.module}.{name}" for name in submodules)
            if len(submodules) < len(node.names):
                yield node.module


def is_module(name: str) -> bool:
    """Whether the absolute name is a module of this library."""
    path = name.removeprefix("resume_match.").replace(".", "/")
    return f"{path}.py" in MODULES or f"{path}/__init__.py" in MODULES


def functions(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_there_are_modules_to_look_at() -> None:
    assert {"errors.py", "model/__init__.py", "parsers/__init__.py"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_lower_floors_and_its_own_package(module: str) -> None:
    here = dotted(module)
    upward = []
    for name in imports(module):
        if name != "resume_match" and not name.startswith("resume_match."):
            continue
        other = name.removeprefix("resume_match").removeprefix(".")
        same_package = other.split(".")[0] == here.split(".")[0]
        if not (floor(other) < floor(here) or (same_package and floor(other) <= floor(here))):
            upward.append(f"{here} (floor {floor(here)}) imports {other} (floor {floor(other)})")
    assert upward == []


@pytest.mark.parametrize("module", MODULES)
def test_a_library_comes_in_through_its_own_door(module: str) -> None:
    libraries = {name.split(".")[0] for name in imports(module, running=True)} - set(sys.stdlib_module_names) - {"resume_match"}
    assert libraries <= set(DOORS), f"no door is named for {sorted(libraries - set(DOORS))}"
    assert [library for library in sorted(libraries) if not module.startswith(DOORS[library])] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_under_300_lines(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) < LINES_OF_A_MODULE


@pytest.mark.parametrize("module", MODULES)
def test_a_function_stays_at_40_lines_and_four_positional_parameters(module: str) -> None:
    long = [
        f"{f.name}: {f.end_lineno - f.lineno + 1} lines" for f in functions(module) if f.end_lineno - f.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    wide = []
    for function in functions(module):
        arguments = [argument for argument in (*function.args.posonlyargs, *function.args.args) if argument.arg not in {"self", "cls"}]
        names = [argument.arg for argument in arguments if not is_settings(argument)]
        commanded = module.startswith("cli")  # there parameters are the options of a command
        if len(names) > PARAMETERS and function.name not in CALLED_BY_A_LIBRARY and not commanded:
            wide.append(f"{function.name}({', '.join(names)})")
    assert (long, wide) == ([], [])


def is_settings(argument: ast.arg) -> bool:
    """Whether a parameter is the frozen settings value that gathers what would be many parameters."""
    kind = ast.unparse(argument.annotation) if argument.annotation else ""
    return kind.removesuffix(" | None") in {"Limits", "Calibration", "Reading"} or kind.endswith(("Setting", "Settings"))


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_line_prints(module: str) -> None:
    if module.startswith(("cli", "__main__")):
        pytest.skip("the command line")
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    calls = [node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert [name for name in calls if name in {"print", "breakpoint", "input", "eval", "exec"}] == []


@pytest.mark.parametrize("module", MODULES)
def test_no_clock_or_environment_is_read(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    read = [f"{node.value.id}.{node.attr}" for node in attributes if (node.value.id, node.attr) in CLOCKS]
    assert read == [] or module in CLOCK_KEEPERS or module.startswith("cli")


@pytest.mark.parametrize("module", MODULES)
def test_no_error_is_caught_unnamed(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    caught = [node.type for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    broad = [kind for kind in caught if kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})]
    assert len(broad) == 0


@pytest.mark.parametrize("module", MODULES)
def test_no_comment_postpones_work_or_silences_a_checker(module: str) -> None:
    source = MODULES[module].read_text(encoding="utf-8")
    comments = [token.string for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.COMMENT]
    words = ("TODO", "FIXME", "XXX", "type: ignore", "noqa", "pragma")
    assert [comment for comment in comments if any(word in comment for word in words)] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_and_each_public_function_and_class_says_what_it_is(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")]
    assert ast.get_docstring(tree), "the module has no docstring"
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_importing_the_library_loads_no_third_party_library() -> None:
    code = f"import sys, resume_match; print([name for name in {LAZY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
