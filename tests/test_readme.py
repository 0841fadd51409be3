"""Every code block of the README runs as it is written, and its two set-up commands are what they promise."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import resume_match as rm

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
EXAMPLES = ROOT / "examples"


def blocks(language: str) -> list[str]:
    """The README's code blocks in that language, in order."""
    return [block for name, block in BLOCKS if name == language]


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with the files that the README's blocks speak of."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    shutil.copy(EXAMPLES / "resumes" / "marketing-manager.docx", tmp_path / "resume.docx")
    shutil.copy(EXAMPLES / "resumes" / "software-engineer.pdf", tmp_path / "resume.pdf")
    shutil.copy(EXAMPLES / "own_profile.toml", tmp_path)
    shutil.copy(EXAMPLES / "postings" / "director-of-product-management.md", tmp_path / "posting.md")
    (tmp_path / "resumes").mkdir()
    shutil.copy(EXAMPLES / "resumes" / "two-column.pdf", tmp_path / "resumes")
    (tmp_path / "letter.txt").write_text("Dear Ms Ames,\n\nI have negotiated leases for eleven shops.\n\nRobin Vale\n", encoding="utf-8")
    return tmp_path


def test_every_block_is_in_a_language_that_is_tested_here() -> None:
    assert {name for name, _ in BLOCKS} <= {"bash", "console", "python", "toml"}


@pytest.mark.parametrize("number", range(len(blocks("python"))))
def test_python_blocks_run(number: int, workplace: Path) -> None:
    done = subprocess.run([sys.executable, "-c", blocks("python")[number]], cwd=workplace, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@pytest.mark.parametrize("command", [line for block in blocks("console") for line in block.splitlines()])
def test_console_lines_run(command: str, workplace: Path) -> None:
    program, *words = shlex.split(command)
    words = {"python": words, "resume-match": ["-m", "resume_match", *words]}[program]
    done = subprocess.run([sys.executable, *words], cwd=workplace, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr  # a batch tells its progress there


@pytest.mark.parametrize("profile", blocks("toml"))
def test_profiles_load(profile: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(profile, encoding="utf-8")
    assert rm.load_profile(path).requirements


def test_there_are_two_set_up_commands_of_one_line_each_and_their_files_are_there() -> None:
    run, test = [block.removesuffix("\n") for block in blocks("bash")]
    start = "python3 -m venv .venv && .venv/bin/pip install --quiet "
    assert run.startswith(start) and test.startswith(start)
    assert "\n" not in run + test
    *_, example, resume = shlex.split(run)
    assert (ROOT / example).is_file() and (ROOT / resume).is_file()
    assert test.endswith(' -e ".[dev]" && .venv/bin/python -m pytest -n auto')


def test_the_first_set_up_command_ends_in_a_report() -> None:
    *_, example, resume = shlex.split(blocks("bash")[0])
    done = subprocess.run([sys.executable, example, resume], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "draft aid" in done.stdout


def test_links_lead_to_files_of_the_repository() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
