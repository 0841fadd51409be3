"""The examples run from the shell: a report for each sample, exit code 3 and one line of reason for a file that gives none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from samples import RESUMES, SAMPLES

import resume_match as rm

ROOT = Path(__file__).parents[1]
MATCH = ROOT / "examples" / "match_resume.py"


def example(script: Path, *options: object) -> subprocess.CompletedProcess[str]:
    """The outcome of an example with those options."""
    return subprocess.run([sys.executable, script, *map(str, options)], capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_each_sample_gives_a_readable_report(path: Path) -> None:
    done = example(MATCH, path, "--as-of", "2026-11-01")
    assert (done.returncode, done.stderr) == (0, "")
    for requirement in rm.load_profile().requirements:
        assert " ".join(requirement.text.split()) in " ".join(done.stdout.split())


def test_json_and_markdown_are_the_same_report_for_machines_and_for_sharing(tmp_path: Path) -> None:
    resume = RESUMES / "senior-product-manager.pdf"
    done = example(MATCH, resume, "--format", "json", "-o", tmp_path / "report.json", "--as-of", "2026-11-01")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = (tmp_path / "report.json").read_text(encoding="utf-8")
    assert rm.from_json(written).as_of == "2026-11-01"
    assert json.loads(written)["profile"]["id"] == "director-of-product-management"
    markdown = example(MATCH, resume, "--format", "markdown").stdout
    assert markdown.startswith("#") and "Amara" not in markdown.splitlines()[0]


def test_a_profile_with_nothing_but_texts_works() -> None:
    done = example(MATCH, RESUMES / "marketing-manager.docx", "--profile", ROOT / "examples" / "own_profile.toml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Negotiate renewals and close contract extensions" in " ".join(done.stdout.split())


BROKEN = {
    "empty.pdf": b"",
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"\0" * 400,
    "letter.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 800,
    "page.html": b"<!DOCTYPE html><html><body><p>Resume</p></body></html>",
    "cut.docx": (RESUMES / "tables.docx").read_bytes()[:2000],
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_gives_no_report_says_why_in_one_line_and_exits_with_3(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    done = example(MATCH, tmp_path / name)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"No report: {name}: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_missing_file_and_a_faulty_profile_exit_with_3_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[requirement]]\nweight = "two"\n', encoding="utf-8")
    for options in (
        (tmp_path / "absent.pdf",),
        (SAMPLES[0], "--profile", tmp_path / "own.toml"),
        (SAMPLES[0], "--profile", "unknown-role"),
    ):
        done = example(MATCH, *options)
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr.startswith("No report: ")
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("script", ["match_resume.py", "tailor_to_posting.py"])
def test_a_file_that_is_read_is_not_written_over(script: str, tmp_path: Path) -> None:
    resume = tmp_path / "resume.docx"
    resume.write_bytes(SAMPLES[0].read_bytes())
    done = example(ROOT / "examples" / script, resume, "-o", tmp_path / "." / "resume.docx")
    assert done.returncode == 2 and "resume.docx is a file that is read, and would be lost; name another" in done.stderr
    assert resume.read_bytes() == SAMPLES[0].read_bytes()


def test_a_folder_is_told_in_the_order_of_names_with_a_reason_for_each_file_without_a_report(tmp_path: Path) -> None:
    (tmp_path / "a-broken.pdf").write_bytes(b"")
    (tmp_path / "b-good.pdf").write_bytes((RESUMES / "two-column.pdf").read_bytes())
    for unread in ("~$b-good.docx", ".b-good.pdf"):  # a lock file and a hidden one
        (tmp_path / unread).write_bytes(b"\x06robin")
    done = example(ROOT / "examples" / "screen_folder.py", tmp_path)
    head, broken, good = done.stdout.splitlines()
    assert head.startswith("file\toverall")
    assert broken.startswith("a-broken.pdf\tno report\ta-broken.pdf: the file is empty")
    assert good.startswith("b-good.pdf\t")
