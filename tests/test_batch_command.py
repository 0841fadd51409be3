"""`resume-match batch`: a line for each file, whole or not there; taken up again after any end, it comes to the same bytes."""

from __future__ import annotations

import csv
import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from samples import SAMPLES
from typer.testing import CliRunner

from resume_match.cli import app
from resume_match.cli.folders import RESUME_ENDINGS
from resume_match.errors import DataError

DAY = ["--as-of", "2026-11-01"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Resumes, one of them twice and one below, beside files that are none."""
    resumes = tmp_path / "resumes"
    (resumes / "below").mkdir(parents=True)
    for path in SAMPLES[:3]:
        shutil.copy(path, resumes)
    shutil.copy(SAMPLES[0], resumes / "below" / "the same again.docx")
    (resumes / "scan.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 400)
    (resumes / "empty.docx").write_bytes(b"")
    (resumes / "=cmd.txt").write_text("# Robin Vale\nrobin.vale@example.com\n\n## Experience\n- Negotiated contracts\n")
    (resumes / "picture.jpg").write_bytes(b"no resume")
    return resumes


def run(folder: Path, output: Path, *options: str) -> str:
    """What the command says; it ends with 0."""
    result = CliRunner().invoke(app, ["batch", str(folder), "-o", str(output), *DAY, *options])
    assert result.exit_code == 0, result.output
    return result.stderr


def lines(output: Path) -> list[dict]:
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def test_every_file_is_a_line_and_failures_are_counted_by_cause(folder: Path, tmp_path: Path) -> None:
    said = run(folder, tmp_path / "out.jsonl")
    records = lines(tmp_path / "out.jsonl")
    names = [record["file"] for record in records]
    assert names == sorted(["=cmd.txt", "below/the same again.docx", "empty.docx", "scan.pdf", *(path.name for path in SAMPLES[:3])])
    failed = {record["file"]: record["failure"]["code"] for record in records if record["failure"]}
    assert failed == {"empty.docx": "empty_file", "scan.pdf": "unsupported_format"}
    assert said.startswith("7 files, 5 reports, 2 without a report")
    assert "empty_file: 1 (empty.docx)" in said and "unsupported_format: 1 (scan.pdf)" in said


def test_hidden_files_and_lock_files_are_no_resumes(tmp_path: Path) -> None:
    resumes = tmp_path / ".kept" / "resumes"  # a hidden folder that is asked for is read
    for name in ("cv.txt", "~$cv.docx", ".cv.pdf", ".trash/old.txt", "below/~$cv.doc", "below/.cv.md", "below/~cv.TXT", "below/a.b.txt"):
        (resumes / name).parent.mkdir(parents=True, exist_ok=True)
        (resumes / name).write_text("# Robin Vale\n\n## Experience\n- Negotiated contracts\n")
    assert run(resumes, tmp_path / "out.jsonl").startswith("3 files, 3 reports, 0 without a report")
    assert [record["file"] for record in lines(tmp_path / "out.jsonl")] == ["below/a.b.txt", "below/~cv.TXT", "cv.txt"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are text")
def test_a_name_that_is_no_utf_8_is_a_line_like_any_other(tmp_path: Path) -> None:
    resumes = tmp_path / "resumes"
    (resumes / os.fsdecode(b"below \xe9")).mkdir(parents=True)
    text = b"# Robin Vale\n\n## Experience\n- Negotiated contracts\n"
    for name in (b"bad \xff.txt", b"below \xe9/empty.txt", b"good.txt"):
        (resumes / os.fsdecode(name)).write_bytes(b"" if b"empty" in name else text + name[:1])
    assert "empty_file: 1 (below \\xe9/empty.txt)" in run(resumes, tmp_path / "out.jsonl")
    whole = (tmp_path / "out.jsonl").read_bytes()
    assert [record["file"] for record in lines(tmp_path / "out.jsonl")] == ["bad \\xff.txt", "below \\xe9/empty.txt", "good.txt"]
    assert lines(tmp_path / "out.jsonl")[0]["report"]["documents"]["resume"]["source"] == "bad \\xff.txt"
    (tmp_path / "out.jsonl").write_bytes(whole[:100])
    run(resumes, tmp_path / "out.jsonl", "--resume")
    assert (tmp_path / "out.jsonl").read_bytes() == whole


@pytest.mark.skipif(sys.platform == "win32", reason="links need leave there")
def test_what_is_out_of_reach_is_named(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gone.docx").symlink_to(tmp_path / "elsewhere.docx")
    (folder / "closed").mkdir()
    (folder / ".hidden").mkdir()
    os.mkfifo(folder / "pipe.txt")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name in ("closed", ".hidden"):  # the mode of a folder means nothing to an administrator
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    said = run(folder, tmp_path / "out.jsonl")
    failed = {line["file"]: line["failure"] for line in lines(tmp_path / "out.jsonl") if line["failure"]}
    assert failed["closed"] == {"code": "PermissionError", "message": "Permission denied"}
    assert failed["gone.docx"]["code"] == "FileNotFoundError"
    assert said.startswith("9 files, 5 reports, 4 without a report")
    (folder / "closed").rename(tmp_path / "closed")
    result = CliRunner().invoke(app, ["batch", str(tmp_path / "closed"), "-o", str(tmp_path / "none.jsonl")])
    assert isinstance(result.exception, PermissionError)


def test_the_readme_names_the_endings_of_the_files_that_are_taken() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    told = readme[readme.index("`batch` takes the files") :]
    told = told[: told.index("those it cannot read")]
    assert tuple(re.findall(r"`(\.\w+)`", told)) == RESUME_ENDINGS


def test_the_table_has_a_row_for_each_line_with_the_status_of_every_requirement(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out.jsonl")
    records = lines(tmp_path / "out.jsonl")
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    assert rows[0]["file"] == "'=cmd.txt"  # which a spreadsheet would run
    by_name = {row["file"]: row for row in rows}
    report = next(record["report"] for record in records if record["file"] == SAMPLES[0].name)
    row = by_name[SAMPLES[0].name]
    assert float(row["overall"]) == report["figures"]["overall"]
    assert all(row[coverage["requirement"]["id"]] == coverage["status"] for coverage in report["coverages"])
    assert (by_name["scan.pdf"]["overall"], by_name["scan.pdf"]["failure"]) == ("", "unsupported_format")


def test_wherever_a_run_was_cut_off_it_is_taken_up_to_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    for cut in (0, 1, ends[0] - 1, ends[0], ends[1] + 7, ends[3], len(whole) - 1, len(whole)):
        output = tmp_path / f"cut-{cut}.jsonl"
        output.write_bytes(whole[:cut])
        run(folder, output, "--resume")
        assert output.read_bytes() == whole, cut
        assert output.with_suffix(".csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_worker_processes_write_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "one.jsonl")
    command = [sys.executable, "-m", "resume_match", "batch", str(folder), "-o", str(tmp_path / "two.jsonl"), *DAY, "--workers", "2"]
    subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="a kill there is no signal")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_killed_run_leaves_whole_lines_and_is_taken_up(folder: Path, tmp_path: Path, workers: str) -> None:
    run(folder, tmp_path / "whole.jsonl", "--suggest")
    output = tmp_path / "killed.jsonl"
    command = [sys.executable, "-m", "resume_match", "batch", str(folder), "-o", str(output), *DAY, "--suggest", "--workers", workers]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline and not (output.exists() and output.stat().st_size):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = output.read_bytes()
    assert before and (tmp_path / "whole.jsonl").read_bytes().startswith(before)
    run(folder, output, "--resume", "--suggest")
    assert output.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_run_is_not_taken_up_with_another_profile(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out.jsonl")
    own = Path(__file__).parents[1] / "examples" / "own_profile.toml"
    arguments = ["batch", str(folder), "-o", str(tmp_path / "out.jsonl"), *DAY, "--resume", "--profile", str(own)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "another profile" in result.stderr


def test_a_run_is_not_taken_up_with_another_reader_of_pdf_pages(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="the extra fast is not installed")
    run(folder, tmp_path / "out.jsonl")
    arguments = ["batch", str(folder), "-o", str(tmp_path / "out.jsonl"), *DAY, "--resume", "--pdf-source", "pdfium"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "another profile" in result.stderr


@pytest.mark.parametrize("first", [True, False])
def test_redacted_lines_and_others_are_not_mixed(tmp_path: Path, first: bool) -> None:
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "empty.txt").write_bytes(b"")
    asked = [["--redact"] if redact else [] for redact in (first, not first)]
    run(tmp_path / "resumes", tmp_path / "out.jsonl", *asked[0])
    before = (tmp_path / "out.jsonl").read_bytes()
    (tmp_path / "resumes" / "other.txt").write_bytes(b" ")
    arguments = ["batch", str(tmp_path / "resumes"), "-o", str(tmp_path / "out.jsonl"), *DAY, "--resume"]
    result = CliRunner().invoke(app, [*arguments, *asked[1]], env={"COLUMNS": "300"})
    told = "those results are redacted: go on with --redact" if first else "those results are not redacted: go on without --redact"
    assert (result.exit_code, (tmp_path / "out.jsonl").read_bytes()) == (2, before)
    assert told in result.stderr
    assert CliRunner().invoke(app, [*arguments, *asked[0]]).exit_code == 0


def test_a_run_taken_up_on_another_day_keeps_the_day_it_began_on(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "out.jsonl")
    whole = (tmp_path / "out.jsonl").read_bytes()
    (tmp_path / "out.jsonl").write_bytes(whole[: whole.index(b"\n") + 1])
    result = CliRunner().invoke(app, ["batch", str(folder), "-o", str(tmp_path / "out.jsonl"), "--resume"])
    assert result.exit_code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == whole


def test_results_are_not_written_over(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("precious\n")
    result = CliRunner().invoke(app, ["batch", str(folder), "-o", str(output), *DAY])
    assert (result.exit_code, output.read_text()) == (2, "precious\n")


def test_a_fault_that_is_not_the_file_s_is_tried_again_in_place_of_its_line(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "whole.jsonl")
    whole = lines(tmp_path / "whole.jsonl")
    output = tmp_path / "out.jsonl"
    output.symlink_to(tmp_path / "elsewhere.jsonl")
    broken = dict(enumerate(("BrokenProcessPool", "PermissionError", "reader_crashed", "reader_unavailable")))
    failed = [
        {**line, "report": None, "failure": {"code": broken[n], "message": ""}} if n in broken else line for n, line in enumerate(whole)
    ]
    output.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in failed), encoding="utf-8")
    said = run(folder, output, "--resume")
    assert sorted(lines(output), key=lambda line: line["file"]) == whole
    assert output.is_symlink() and said.startswith("7 files, 5 reports, 2 without a report")
    assert "--resume" not in said


def test_files_that_a_killed_worker_left_are_said_to_be_tried_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise BrokenProcessPool("a worker was killed")

    with monkeypatch.context() as patch:
        patch.setattr("resume_match.batch._report", killed)
        said = run(folder, tmp_path / "out.jsonl")
    assert "BrokenProcessPool: 7 (" in said and "7 of them for no fault of the file: --resume tries them again" in said
    assert lines(tmp_path / "out.jsonl")[0]["failure"]["message"] == "a worker process ended before this file was matched"
    assert run(folder, tmp_path / "out.jsonl", "--resume").startswith("7 files, 5 reports, 2 without a report")


NOT_OURS = {"id": "a", "file": None, "sha256": None, "report": None, "failure": None}


@pytest.mark.parametrize(
    "held",
    [
        "important notes",
        "notes\nimportant notes",
        '{"notes": 1}',
        json.dumps({**NOT_OURS, "report": {}}) + "\n",
        json.dumps({**NOT_OURS, "id": [], "failure": {"code": "corrupt"}}) + "\n",
        json.dumps({**NOT_OURS, "failure": {"code": {}}}) + "\n",
        json.dumps(NOT_OURS) + "\n",
        "[" * 100_000 + "\n",
        json.dumps({**NOT_OURS, "failure": {"code": "corrupt"}}) + "\nimportant notes",
    ],
)
def test_a_file_that_is_no_results_is_told_and_left_as_it_was(folder: Path, tmp_path: Path, held: str) -> None:
    output = tmp_path / "notes.jsonl"
    output.write_text(held)
    result = CliRunner().invoke(app, ["batch", str(folder), "-o", str(output), *DAY, "--resume"])
    assert isinstance(result.exception, DataError)
    assert "notes.jsonl: 1 fault" in str(result.exception)
    assert output.read_text() == held


def test_a_table_that_nobody_named_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("precious\n")
    result = CliRunner().invoke(app, ["batch", str(folder), "-o", str(tmp_path / "out.jsonl"), *DAY], env={"COLUMNS": "400"})
    assert (result.exit_code, (tmp_path / "out.csv").read_text(), (tmp_path / "out.jsonl").exists()) == (2, "precious\n", False)
    assert "is there already: name the table by --summary" in result.stderr
    run(folder, tmp_path / "out.jsonl", "--summary", str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_text().startswith("id,file,")


def test_redacted_results_name_no_file_and_no_person(folder: Path, tmp_path: Path) -> None:
    said = run(folder, tmp_path / "out.jsonl", "--redact", "--text")
    written = (tmp_path / "out.jsonl").read_text(encoding="utf-8") + (tmp_path / "out.csv").read_text(encoding="utf-8") + said
    assert [word for word in ("Rennick", "Vale", "=cmd", "scan.pdf", "marketing-manager") if word in written] == []
    assert len(lines(tmp_path / "out.jsonl")) == 7


def test_a_summary_can_be_a_parquet_table(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    run(folder, tmp_path / "out.jsonl", "--summary", str(tmp_path / "out.parquet"))
    rows = {row["file"]: row for row in parquet.read_table(tmp_path / "out.parquet").to_pylist()}
    assert len(rows) == 7
    assert (rows["empty.docx"]["failure"], rows["empty.docx"]["overall"]) == ("empty_file", None)
    assert rows["=cmd.txt"]["failure"] is None
    assert isinstance(rows["=cmd.txt"]["overall"], float)
    assert rows["=cmd.txt"]["negotiation"] == "covered"
