"""The built wheel carries all that the library needs: installed in an empty folder, it runs the example there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """The output of a command that must succeed."""
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but what the wheel brings."""
    place = tmp_path_factory.mktemp("wheel")
    source = place / "source"
    shutil.copytree(ROOT / "resume_match", source / "resume_match", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", place, source, cwd=place)
    (wheel,) = place.glob("*.whl")
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", place / "site", wheel, cwd=place)
    return place / "site"


def test_the_example_runs_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "match_resume.py", tmp_path)
    shutil.copy(ROOT / "examples" / "resumes" / "two-column.pdf", tmp_path)
    told = run(sys.executable, "match_resume.py", "two-column.pdf", cwd=tmp_path, PYTHONPATH=str(installed))
    assert "Director of Product Management" in told


def test_the_installed_library_is_the_one_that_is_tested(installed: Path, tmp_path: Path) -> None:
    told = run(sys.executable, "-c", "import resume_match; print(resume_match.__file__)", cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(told.strip()).is_relative_to(installed)


def test_the_wheel_says_that_the_library_is_typed_and_brings_its_licence_and_all_its_data(installed: Path) -> None:
    package = installed / "resume_match"
    assert (package / "py.typed").is_file()
    assert list(installed.glob("resume_match-*.dist-info/licenses/LICENSE"))
    data = {path.relative_to(ROOT / "resume_match") for path in (ROOT / "resume_match" / "data").rglob("*") if path.is_file()}
    assert {path for path in data if not (package / path).is_file()} == set()
