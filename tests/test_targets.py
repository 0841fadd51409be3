"""What the command line writes and where: no file that is read is written over, and an ending says what is written."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from resume_match.cli import app

EXAMPLES = Path(__file__).parents[1] / "examples" / "resumes"
RESUME = b"# Mara Quill\nmara.quill@example.com\n\n## Experience\n\n### Product Manager, Tarn Ferries\n2019 - 2023\n\n- Owned the roadmap\n"
POSTING = b"# Product Lead\n\nYou will own the roadmap of our ferry app.\n"
PROFILE = b'[[requirement]]\ntext = "Own the roadmap"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one file of each kind that is read."""
    files = {"cv.txt": RESUME, "cv.pdf": RESUME, "posting.md": POSTING, "letter.txt": b"I own the roadmap.\n", "own.toml": PROFILE}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "cv.txt").write_bytes(RESUME)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "300"})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        "match cv.txt -o cv.txt",
        "match cv.pdf -o cv.pdf",
        "match cv.txt -o folder/../cv.txt",
        "match ./cv.txt -f json -o cv.txt",
        "match cv.txt --posting posting.md -o posting.md",
        "match cv.txt --cover-letter letter.txt -o letter.txt",
        "tailor posting.md --profile own.toml -o own.toml",
        "compare cv.txt letter.txt -o letter.txt",
        "compare cv.txt letter.txt -o cv.txt",
        "compare cv.txt letter.txt --posting posting.md -o posting.md",
        "interview cv.txt -o cv.txt",
        "interview cv.txt --posting posting.md -o ./posting.md",
    ],
)
def test_a_file_that_is_read_is_not_written_over(here: Path, command: str) -> None:
    before = contents(here)
    answer = run(*command.split())
    assert answer.exit_code == 2
    assert "is a file that is read, and would be lost; name another" in answer.stderr
    assert contents(here) == before


@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["symbolic", "hard"])
def test_a_link_to_a_file_that_is_read_is_not_written_over(here: Path, link: object) -> None:
    assert callable(link)
    try:
        link("cv.txt", "report.txt")
        link(Path("folder", "cv.txt").resolve(), "results.jsonl")
    except OSError:
        pytest.skip("this system makes no such links")
    for command in ("match cv.txt -o report.txt", "interview cv.txt -o report.txt", "batch folder -o results.jsonl --resume"):
        answer = run(*command.split())
        assert (answer.exit_code, "would be lost" in answer.stderr) == (2, True), command
    assert (here / "cv.txt").read_bytes() == (here / "folder" / "cv.txt").read_bytes() == RESUME


def test_the_table_of_a_batch_is_not_written_over_its_posting(here: Path) -> None:
    (here / "posting.csv").write_bytes(POSTING)
    answer = run("batch", "folder", "-o", "results.jsonl", "--posting", "posting.csv", "--summary", "posting.csv")
    assert answer.exit_code == 2
    assert "--summary" in answer.stderr and "posting.csv is a file that is read" in answer.stderr
    assert ((here / "posting.csv").read_bytes(), (here / "results.jsonl").exists()) == (POSTING, False)


def test_the_file_that_standard_input_comes_from_is_not_written_over(here: Path) -> None:
    with (here / "cv.txt").open("rb") as stream:
        command = [sys.executable, "-m", "resume_match", "match", "-", "-o", "cv.txt"]
        answer = subprocess.run(command, stdin=stream, capture_output=True, timeout=120)
    assert answer.returncode == 2
    assert (here / "cv.txt").read_bytes() == RESUME


def test_another_file_is_written_over_as_ever(here: Path) -> None:
    (here / "report.txt").write_text("old")
    assert run("match", "cv.txt", "-o", "report.txt").exit_code == 0
    assert (here / "report.txt").read_text(encoding="utf-8").startswith("Coverage of")


@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("match cv.txt -o report.pdf", ".txt, .md, .markdown, .html, .htm, .docx or .json"),
        ("match cv.txt -f text -o report.pdf", ".txt, .md, .markdown, .html, .htm, .docx or .json"),
        ("match cv.txt -f json -o report.html", ".txt or .json"),
        ("match cv.txt -f text -o report.docx", ".txt"),
        ("match cv.txt -f comments -o report.txt", ".docx"),
        ("compare cv.txt letter.txt -o changes.html", ".md, .markdown, .txt or .json"),
        ("compare cv.txt letter.txt -f json -o changes.md", ".txt or .json"),
        ("interview cv.txt -o questions.HTML", ".md, .markdown, .txt or .json"),
        ("tailor posting.md -o tailored.json", ".toml"),
        ("schema -o schema.toml", ".json"),
        ("batch folder -o results.csv", ".jsonl or .ndjson"),
        ("batch folder -o results.jsonl --summary table.xlsx", ".csv or .parquet"),
    ],
)
def test_an_ending_that_is_not_written_is_refused_with_those_that_are(here: Path, command: str, named: str) -> None:
    before = contents(here)
    answer = run(*command.split())
    assert answer.exit_code == 2
    assert f"cannot be written here; name a file that ends in {named} " in answer.stderr
    assert contents(here) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of that kind are not there")
@pytest.mark.parametrize(
    ("command", "option", "beginning"),
    [
        ("tailor posting.md", "-o", b"id = "),
        ("batch folder -o results.jsonl", "--summary", b"id,file,"),
        ("match cv.txt", "-o", b"Coverage"),
    ],
)
def test_a_link_and_a_pipe_are_written_through_and_stay(here: Path, command: str, option: str, beginning: bytes) -> None:
    (here / "kept").mkdir()
    (here / "kept" / "target").write_bytes(b"before")
    (here / "kept" / "target").chmod(0o600)
    (here / "link").symlink_to(here / "kept" / "target")
    os.mkfifo(here / "pipe")
    assert run(*command.split(), option, "link").exit_code == 0
    assert (here / "link").is_symlink() and (here / "kept" / "target").read_bytes().startswith(beginning)
    (here / "results.jsonl").unlink(missing_ok=True)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((here / "pipe").read_bytes()), daemon=True)
    reader.start()
    assert run(*command.split(), option, "pipe").exit_code == 0
    reader.join(10)
    assert (here / "pipe").is_fifo() and read[0].startswith(beginning)
    assert [(path.name, path.stat().st_mode & 0o777) for path in (here / "kept").iterdir()] == [("target", 0o600)]


@pytest.mark.parametrize(
    ("command", "name", "beginning"),
    [
        ("compare cv.txt cv.txt", "changes.json", b"{"),
        ("interview cv.txt", "questions.JSON", b"{"),
        ("interview cv.txt", "questions.txt", b"# "),
        ("interview cv.txt", "questions", b"# "),
        ("match cv.txt", "report", b"Coverage of"),
        ("match cv.txt -f markdown", "report.txt", b"# "),
        ("match cv.txt -f docx", "report.docx", b"PK"),
    ],
)
def test_an_ending_names_what_is_written_and_none_leaves_it_open(here: Path, command: str, name: str, beginning: bytes) -> None:
    assert run(*command.split(), "-o", name).exit_code == 0
    assert (here / name).read_bytes().startswith(beginning)


@pytest.mark.parametrize("ending", [".docm", ".DOTX", ".dotm"])
def test_a_copy_with_comments_keeps_the_ending_of_a_file_with_macros_or_a_template(here: Path, ending: str) -> None:
    (here / f"cv{ending}").write_bytes((EXAMPLES / "software-engineer.docx").read_bytes())
    refused = run("match", f"cv{ending}", "-f", "comments", "-o", "noted.docx")
    assert (refused.exit_code, (here / "noted.docx").exists()) == (2, False)
    assert f"name a file that ends in {ending.lower()} " in refused.stderr
    for command in (("-f", "comments"), ()):
        assert run("match", f"cv{ending}", *command, "-o", f"noted{ending}").exit_code == 0
        assert b"word/comments.xml" in (here / f"noted{ending}").read_bytes()
    assert run("match", "cv.txt", "-o", f"report{ending}").exit_code == 2
