"""What the command line says of a path that gives no file: what is wrong with it, and what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner

from resume_match.cli import _why, app

RESUME = b"# Mara Quill\n\n## Experience\n\n### Product Manager, Tarn Ferries\n2019 - 2023\n\n- Owned the roadmap\n"
ADDRESS = "is an address, and only files are read: save what it shows and name that file."


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "cv.txt").write_bytes(RESUME)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n")
    (tmp_path / "folder").mkdir()
    return tmp_path


def said(folder: Path, *arguments: str) -> str:
    """What the command says where it ends with 3."""
    command = [sys.executable, "-m", "resume_match", *arguments]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert (answer.returncode, answer.stdout) == (3, "")
    return answer.stderr.removeprefix("No report: ").strip()


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("match https://example.com/jobs/cv.pdf", f"https://example.com/jobs/cv.pdf {ADDRESS}"),
        ("match cv.txt --posting http://example.com", f"http://example.com {ADDRESS}"),
        ("match cv.txt --profile https://example.com/own.toml", f"https://example.com/own.toml {ADDRESS}"),
        ("match absent/cv.txt", f"there is no folder absent for {Path('absent/cv.txt')}."),
        ("match cv.txt -o absent/out.html", f"there is no folder absent for {Path('absent/out.html')}."),
        ("batch folder -o out.jsonl --summary absent/s.csv", f"there is no folder absent for {Path('absent/s.csv')}."),
        ("schema -o absent/out.json", f"there is no folder absent for {Path('absent/out.json')}."),
        ("match never.written", "there is no file never.written."),
        ("match folder", "folder is a folder; name one file, or let `resume-match batch` read the resumes of a folder."),
        ("tailor empty.txt", "empty.txt: the file is empty. Save it again from its program and offer that file"),
        ("match cv.txt --cover-letter blank.txt", "blank.txt: the file is empty. Save it again from its program and offer that file"),
    ],
)
def test_a_path_that_gives_no_file_is_told_for_what_it_is(here: Path, command: str, message: str) -> None:
    assert said(here, *command.split()) == message
    assert not (here / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("path", "beginning"),
    [("https:\\example.com\\cv.pdf", "https://example.com/cv.pdf is an address"), ("C:\\absent\\cv.pdf", "there is no ")],
)
def test_a_drive_of_windows_is_no_address(path: str, beginning: str) -> None:
    assert _why(FileNotFoundError(2, "", path)).startswith(beginning)


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be there")
def test_what_acts_on_a_terminal_is_left_out_of_names(here: Path) -> None:
    evil = "cv\x1b[31m\n\u202eodd.txt"
    (here / evil).write_bytes(b"")
    (here / f"{evil}.toml").write_bytes(b"\x1b[31m = 1\n")
    assert said(here, "match", evil).startswith("cv[31m odd.txt: the file is empty.")
    assert said(here, "match", f"{evil}x") == "there is no file cv[31m odd.txtx. Did you mean cv[31m odd.txt?"
    for found in (said(here, "match", "cv.txt", "--profile", f"{evil}.toml"), said(here, "match", f"no{evil}/{evil}")):
        assert "\x1b" not in found and "\u202e" not in found and "cv[31m odd.txt" in found
    told = subprocess.run(
        [sys.executable, "-m", "resume_match", "batch", ".", "-o", "out.jsonl"], cwd=here, capture_output=True, check=True, timeout=120
    )
    assert b"(blank.txt, cv[31m odd.txt, empty.txt)" in told.stderr and b"\x1b" not in told.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the shell there closes no streams")
@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("match - <&-", "No report: standard input: it is closed."),
        ("match - -o report.txt <&-", "No report: standard input: it is closed."),
        ("tailor - <&-", "No report: standard input: it is closed."),
        ("match cv.txt >&-", "No report: standard output: it is closed."),
        ("match cv.txt -f table >&-", "No report: standard output: it is closed."),
        ("profiles director-of-product-management >&-", "No report: standard output: it is closed."),
        ("match never.written <&- >&-", "No report: there is no file never.written."),
    ],
)
def test_a_closed_stream_is_told_as_such(here: Path, command: str, message: str) -> None:
    shell = f"'{sys.executable}' -m resume_match {command}"
    answer = subprocess.run(shell, shell=True, cwd=here, stderr=subprocess.PIPE, text=True, timeout=120)
    assert (answer.returncode, answer.stderr.strip()) == (3, message)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_terminal_without_the_letters_of_a_resume_gets_the_rest(here: Path) -> None:
    (here / "cv.txt").write_bytes(RESUME.replace(b"Mara", "Mår\u0103 \u2013".encode()))
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "resume_match", "match", "cv.txt"]
    process = subprocess.Popen(command, cwd=here, stdout=theirs, stderr=theirs, env=os.environ | {"PYTHONIOENCODING": "ascii"})
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # how a terminal says that nobody writes any more
        while part := os.read(ours, 65536):
            shown += part
    os.close(ours)
    assert (process.wait(), b"Traceback" in shown, b"Overall" in shown) == (0, False, True)


@pytest.mark.parametrize("command", ["match - --cover-letter -", "match - --posting -", "compare - -", "interview - --posting -"])
def test_standard_input_stands_for_one_file(command: str) -> None:
    answer = CliRunner().invoke(app, command.split(), input=RESUME, env={"COLUMNS": "300"})
    assert answer.exit_code == 2
    assert "standard input (-) can be read once" in answer.stderr


def test_a_folder_is_no_file_to_write(here: Path) -> None:
    answer = CliRunner().invoke(app, ["match", str(here / "cv.txt"), "-o", str(here / "folder")], env={"COLUMNS": "300"})
    assert answer.exit_code == 2
    assert "folder is a folder; name a file in it" in answer.stderr


def test_a_path_that_leads_to_nothing_is_told_before_a_matcher_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr("resume_match.cli.commands.matcher_of", lambda *asked: made.append(asked))
    answer = CliRunner().invoke(app, ["match", "no_such_resume.docx"])
    assert isinstance(answer.exception, FileNotFoundError)
    assert made == []
