"""The command line through its real entry point: what it writes, where, and the exit codes it promises."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import jsonschema
import pytest
from typer.testing import CliRunner

from resume_match.cli import app, options
from resume_match.model import Status
from resume_match.profiles import load_profile
from resume_match.renderers import from_json, report_schema

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "examples" / "resumes" / "senior-product-manager.docx"
OTHER = ROOT / "examples" / "resumes" / "marketing-manager.docx"
PDF = SAMPLE.with_suffix(".pdf")
POSTING = ROOT / "examples" / "postings" / "director-of-product-management.md"
SCRIPT = Path(sys.executable).with_name("resume-match.exe" if os.name == "nt" else "resume-match")


def run(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What the installed command answers."""
    if not SCRIPT.exists():
        pytest.skip("the resume-match command is not installed beside this Python")
    environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "100"}
    return subprocess.run([str(SCRIPT), *map(str, arguments)], input=given, capture_output=True, env=environment, timeout=120)


def test_a_pipe_gets_plain_text() -> None:
    answer = run("match", SAMPLE, "--as-of", "2026-11-01")
    assert (answer.returncode, answer.stderr) == (0, b"")
    text = answer.stdout.decode()
    assert text.startswith("Coverage of Director of Product Management\nsenior-product-manager.docx\nA draft aid: it predicts no ")
    assert "SUGGESTIONS, IN ORDER OF GAIN" in text
    assert "\x1b" not in text


def test_json_goes_to_a_file_by_its_ending_and_fits_the_schema(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert run("match", PDF, "--as-of", "2026-11-01", "-o", target).stdout == b""
    written = target.read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(report_schema()).validate(json.loads(written))
    report = from_json(written)
    assert (report.documents.resume.source, report.as_of) == ("senior-product-manager.pdf", "2026-11-01")


def test_pdfium_reads_the_pages_where_asked_and_the_report_says_so(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="the extra fast is not installed")
    target = tmp_path / "report.json"
    assert run("match", PDF, "--pdf-source", "pdfium", "-o", target).stderr == b""
    report = from_json(target.read_text(encoding="utf-8"))
    assert report.engine.pdf_source == "pdfium"
    assert run("match", PDF, "--pdf-source", "pdfium", "-f", "markdown").stdout.decode().count("read by pdfium") == 1
    assert from_json(run("match", PDF, "--no-suggest", "-f", "json").stdout.decode()).engine.pdf_source == "own"


def test_pdfium_that_is_not_installed_is_told_before_the_first_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "find_spec", lambda _: None)
    answer = CliRunner().invoke(app, ["match", str(PDF), "--pdf-source", "pdfium"])
    assert answer.exit_code == 2
    assert "pip install" in answer.stderr


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("r.md", b"# Coverage of"), ("r.html", b"<!DOCTYPE html>"), ("r.docx", b"PK"), ("r.txt", b"Coverage of")],
)
def test_the_ending_of_the_file_names_the_format(tmp_path: Path, name: str, beginning: bytes) -> None:
    assert run("match", SAMPLE, "--no-suggest", "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_bytes().startswith(beginning)


def test_comments_are_written_into_a_copy_of_the_resume(tmp_path: Path) -> None:
    assert run("match", SAMPLE, "-f", "comments", "-o", tmp_path / "reviewed.docx").returncode == 0
    assert len(list(docx.Document(str(tmp_path / "reviewed.docx")).comments)) > 3


def test_standard_input_is_read_and_its_comments_go_to_standard_output() -> None:
    answer = run("match", "-", "-f", "comments", given=SAMPLE.read_bytes())
    assert len(list(docx.Document(io.BytesIO(answer.stdout)).comments)) > 3


def test_a_pdf_takes_no_comments() -> None:
    answer = run("match", PDF, "-f", "comments")
    assert answer.returncode == 3
    assert b"Write the HTML report" in answer.stderr


def test_a_table_is_printed_where_it_is_asked_for() -> None:
    text = run("match", SAMPLE, "-f", "table").stdout.decode()
    assert "Best evidence, or the nearest passage" in text
    assert "\x1b" not in text


def test_a_posting_tailors_the_profile_and_is_quoted() -> None:
    text = run("match", SAMPLE, "--posting", POSTING, "--no-suggest").stdout.decode()
    assert "Asked: “" in text
    assert "Posting: director-of-product-management.md" in text


@pytest.mark.parametrize(("bar", "code"), [("1%", 0), ("0.01", 0), ("100", 4)])
def test_the_exit_code_is_4_below_the_bar(bar: str, code: int) -> None:
    answer = run("match", OTHER, "--no-suggest", "--fail-under", bar)
    assert answer.returncode == code
    assert (b"is below 100%" in answer.stderr) == (code == 4)


def test_a_missing_file_is_named_with_the_one_that_was_meant() -> None:
    answer = run("match", SAMPLE.with_name("senior-product-manger.docx"))
    assert answer.returncode == 3
    assert b"there is no file" in answer.stderr
    assert f"Did you mean {SAMPLE}?".encode() in answer.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.docx", b"", b"empty.docx: "),
        ("photo.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, b"photo.pdf: "),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"old.doc: "),
    ],
)
def test_a_file_that_gives_no_report_is_named_with_a_remedy_and_no_traceback(
    tmp_path: Path, name: str, content: bytes, said: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    answer = run("match", tmp_path / name)
    assert answer.returncode == 3
    assert answer.stderr.startswith(b"No report: " + said)
    assert b"Traceback" not in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tailr", "x"), "Did you mean 'tailor'?"),
        (("match", "x", "--profle", "y"), "--profile"),
        (("match", "x", "--as-of", "yesterday"), "YYYY-MM-DD"),
        (("match", "x", "--fail-under", "most"), "60%"),
        (("match", "x", "-f", "pdf"), "markdown"),
        (("match",), "RESUME"),
    ],
)
def test_wrong_usage_is_told_with_what_was_meant(arguments: tuple[str, ...], said: str) -> None:
    answer = run(*arguments)
    assert answer.returncode == 2
    assert said in answer.stderr.decode()


def test_an_unknown_profile_is_told_with_the_one_that_was_meant() -> None:
    answer = run("match", SAMPLE, "--profile", "director-of-produkt-management")
    assert answer.returncode == 3
    assert b"did you mean 'director-of-product-management'" in answer.stderr


def test_a_posting_becomes_a_profile_that_loads(tmp_path: Path) -> None:
    assert run("tailor", POSTING, "-o", tmp_path / "tailored.toml").returncode == 0
    tailored = load_profile(tmp_path / "tailored.toml")
    assert any(requirement.origins for requirement in tailored.requirements)
    assert b"weight 0.5" in run("tailor", POSTING).stdout


def test_two_versions_are_compared_as_files_and_as_reports(tmp_path: Path) -> None:
    for source in (SAMPLE, OTHER):
        run("match", source, "--no-suggest", "--as-of", "2026-11-01", "-o", tmp_path / f"{source.stem}.json")
    files = run("compare", OTHER, SAMPLE, "--as-of", "2026-11-01").stdout
    reports = run("compare", tmp_path / f"{OTHER.stem}.json", tmp_path / f"{SAMPLE.stem}.json").stdout
    assert files == reports
    assert files.startswith(b"# marketing-manager.docx and senior-product-manager.docx compared")


def test_reports_of_different_profiles_are_not_compared(tmp_path: Path) -> None:
    run("match", SAMPLE, "--no-suggest", "--as-of", "2026-11-01", "-o", tmp_path / "a.json")
    run("match", SAMPLE, "--no-suggest", "--as-of", "2026-11-01", "--posting", POSTING, "-o", tmp_path / "b.json")
    answer = run("compare", tmp_path / "a.json", tmp_path / "b.json")
    assert answer.returncode == 2
    assert "different" in answer.stderr.decode()


def test_questions_to_expect_are_listed_for_readers_and_machines() -> None:
    assert run("interview", SAMPLE).stdout.startswith(b"# Interview questions for Director of Product Management")
    assert json.loads(run("interview", SAMPLE, "-f", "json").stdout)["schema"] == "resume-match/interview-questions/1"


def test_the_schema_and_the_profiles_are_printed() -> None:
    assert json.loads(run("schema").stdout) == report_schema()
    assert run("profiles").stdout.startswith(b"director-of-product-management: Director of Product Management, 25 requirements")
    assert b"Negotiation [negotiation]" in run("profiles", "director-of-product-management").stdout


def test_the_version_and_the_shell_completion_are_there() -> None:
    assert run("--version").stdout.startswith(b"resume-match ")
    assert b"--install-completion" in run("--help").stdout


def test_a_reader_of_the_pipe_that_has_read_enough_sees_no_traceback() -> None:
    if not SCRIPT.exists():
        pytest.skip("the resume-match command is not installed beside this Python")
    with subprocess.Popen([str(SCRIPT), "match", str(SAMPLE)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 1


def test_a_hostile_resume_sends_the_terminal_no_commands(tmp_path: Path) -> None:
    resume = tmp_path / "hostile.txt"
    position = "Product Manager, Orchard \x1b]0;owned\x07, 2019 - 2023"
    resume.write_text(f"Ada Vane\n\nExperience\n{position}\n- Owned the roadmap \x1b[2J<script>{{{{ 7*7 }}}}</script>\n", encoding="utf-8")
    for form in ("text", "table", "markdown", "json"):
        answer = run("match", resume, "-f", form)
        assert answer.returncode == 0
        assert b"\x1b" not in answer.stdout
        assert b"\x07" not in answer.stdout


def test_the_module_runs_as_the_command_does() -> None:
    answer = subprocess.run([sys.executable, "-m", "resume_match", "--version"], capture_output=True, cwd=ROOT)
    assert answer.stdout.startswith(b"resume-match ")


def test_statuses_of_the_sample_are_in_the_json_on_standard_output() -> None:
    report = from_json(run("match", SAMPLE, "-f", "json", "--no-suggest").stdout.decode())
    assert report.coverage("product-strategy").status is Status.COVERED
    assert json.loads(run("match", SAMPLE, "-f", "json", "--no-suggest", "--no-text").stdout)["documents"]["resume"]["text"] is None
