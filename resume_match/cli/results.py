"""The results file of a batch: one JSON line for each file, whole or not there, however the run ends; and the table made of it."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from resume_match.errors import DataError, DocumentError, ReaderCrashedError, ReaderUnavailableError
from resume_match.files import write_whole
from resume_match.model import CoverageReport, Failure
from resume_match.renderers import to_json

Record = dict[str, Any]
_PASSING = (ReaderCrashedError, ReaderUnavailableError)  # the reader may have been killed, or memory short
_FAULTS_OF_FILES = frozenset(kind.code for kind in DocumentError.__subclasses__() if kind not in _PASSING)
_BEGINNING = b'{"id":"'
_STATUSES = ("covered", "partial", "missing", "unreadable")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the folder: its path, the name that results give it (None in redacted ones), its hash (None where it cannot be read).

    `fault` is what kept a folder, which stands for its files, from being read.
    """

    path: Path
    number: int
    name: str | None
    sha256: str | None
    fault: OSError | None = None

    @property
    def id(self) -> str:
        """The beginning of the hash, or the file's number in the folder where there is none."""
        return f"file-{self.number}" if self.sha256 is None else self.sha256[:16]


def record_of(file: Listed, outcome: CoverageReport | Failure, *, text: bool) -> Record:
    """What a line says of a file: its id, name and hash, and either its report or why there is none."""
    told: Record = {"id": file.id, "file": file.name, "sha256": file.sha256}
    if file.fault is not None:
        return {**told, "report": None, "failure": _cause(Failure(file.path.name, file.fault))}
    if isinstance(outcome, CoverageReport):
        return {**told, "report": json.loads(to_json(outcome, text=text)), "failure": None}
    return {**told, "report": None, "failure": _cause(outcome)}


def _cause(failure: Failure) -> Record:
    """A failure as a code for machines and a sentence without the file's name."""
    error = failure.error
    if isinstance(error, DocumentError):
        return {"code": error.code, "message": f"{error.fault}. {error.remedy}"}
    if isinstance(error, OSError):
        return {"code": type(error).__name__, "message": error.strerror or "the file cannot be read"}
    if isinstance(error, BrokenExecutor):
        return {"code": type(error).__name__, "message": "a worker process ended before this file was matched"}
    return {"code": type(error).__name__, "message": "matching ended with this error"}


class Results:
    """The results file: a line is written in one go and is on the disk before the next file's is begun."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Results:
        self._stream = self.path.open("ab", buffering=0)
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.close()

    def write(self, record: Record) -> None:
        """Add the line of a file."""
        assert self._stream is not None
        line = memoryview((json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
        while line:  # a full disk or a signal may take a part
            line = line[self._stream.write(line) :]
        os.fsync(self._stream.fileno())

    def records(self) -> Iterator[Record]:
        """The whole lines that are there, one at a time; DataError where one, or the beginning of one at the end, is none of ours."""
        return (record for _, record in self._whole())

    def mend(self) -> None:
        """Leave the lines that stand: a last one that a killed run left unfinished is cut off, and so are those that `is_passing`.

        DataError, and the file is left as it was, where it holds other lines than ours.
        """
        whole, passing = 0, False
        for line, record in self._whole():
            whole += len(line)
            passing = passing or is_passing(record)
        if passing:
            write_whole(self.path, (line for line, record in self._whole() if not is_passing(record)))
            return
        with self.path.open("r+b") as stream:
            stream.truncate(whole)

    def _whole(self) -> Iterator[tuple[bytes, Record]]:
        with self.path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if line.endswith(b"\n"):
                    yield line, _read(line, self.path, number)
                elif not line.startswith(_BEGINNING[: len(line)]):
                    raise DataError(self.path.name, (f"line {number} is not of a batch's results",))


def is_passing(record: Record) -> bool:
    """Whether a file gave no report for no fault of its own: a process was killed, or the system would not open it. It may yet give one."""
    return record["failure"] is not None and record["failure"]["code"] not in _FAULTS_OF_FILES


def _read(line: bytes, path: Path, number: int) -> Record:
    """The record of a line; DataError where a batch did not write it."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DataError(path.name, (f"line {number} is not JSON: this is no results file, or it was edited",)) from error
    if not _is_ours(record):
        raise DataError(path.name, (f"line {number} is not of a batch's results",))
    assert isinstance(record, dict)
    return record


def _is_ours(record: object) -> bool:
    """Whether a record holds all that is read of it, in the kinds that it is read as."""
    if not isinstance(record, dict) or not {"id", "file", "sha256", "report", "failure"} <= record.keys():
        return False
    if not isinstance(record["id"], str) or not all(isinstance(record[key], str | None) for key in ("file", "sha256")):
        return False
    report, failure = record["report"], record["failure"]
    if report is None:
        return isinstance(failure, dict) and isinstance(failure.get("code"), str)
    try:
        _row(record)
        datetime.date.fromisoformat(report["as_of"])
        return failure is None and bool(_made_with(report))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _made_with(report: Record) -> tuple[object, ...]:
    return report["profile"]["sha256"], report["engine"]


@dataclass(frozen=True, slots=True)
class Begun:
    """What an unfinished run has done: how many lines that stand there are of each id, and what made its reports (None without one).

    `redacted` holds whether lines name no file and no person: one answer for a file that one kind of run wrote, none for an empty one.
    """

    done: Counter[str]
    as_of: str | None
    made_with: tuple[object, ...] | None
    redacted: frozenset[bool]


def begun(results: Results) -> Begun:
    """What stands in a results file."""
    done: Counter[str] = Counter()
    as_of, made_with = None, None
    redacted: set[bool] = set()
    for record in results.records():
        redacted.add(record["file"] is None)
        if not is_passing(record):
            done[record["id"]] += 1
        if record["report"] is not None and made_with is None:
            report = record["report"]
            as_of, made_with = report["as_of"], _made_with(report)
    return Begun(done, as_of, made_with, frozenset(redacted))


def write_summary(results: Results, target: Path) -> None:
    """A table of the results, one row for each line: figures, counts, and the status of every requirement; CSV, or Parquet by its ending.

    The file is replaced whole or not at all. ModuleNotFoundError where Parquet is asked for and pyarrow is not installed.
    """
    rows = (_row(record) for record in results.records())
    content = _parquet(list(rows)) if target.suffix.lower() == ".parquet" else _csv(rows, results)
    write_whole(target, (content,))


def _row(record: Record) -> Record:
    """A line as a flat row; where there is no report its figures are empty, never 0."""
    report, failure = record["report"], record["failure"]
    row: Record = {"id": record["id"], "file": record["file"], "sha256": record["sha256"], "failure": failure["code"] if failure else None}
    if report is None:
        return row
    figures = {**report["figures"], "overall_at_most": report["figures_at_most"]["overall"]}
    statuses = {coverage["requirement"]["id"]: coverage["status"] for coverage in report["coverages"]}
    counts = Counter(statuses.values())
    return {**row, **figures, **{status: counts[status] for status in _STATUSES}, **statuses}


def _columns(results: Results) -> list[str]:
    columns: dict[str, None] = {}
    for record in results.records():
        columns.update(dict.fromkeys(_row(record)))
        if record["report"] is not None:  # one report names them all
            break
    return list(columns)


def _csv(rows: Iterator[Record], results: Results) -> bytes:
    page = io.StringIO(newline="")
    table = csv.DictWriter(page, _columns(results), lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({column: _unread_as_formula(value) for column, value in row.items()})
    return page.getvalue().encode()


def _unread_as_formula(value: object) -> object:
    """The cell, with an apostrophe before what a spreadsheet would run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _parquet(rows: list[Record]) -> bytes:
    from importlib import import_module

    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    page = io.BytesIO()
    columns = list(dict.fromkeys(column for row in rows for column in row))
    parquet.write_table(arrow.table({column: [row.get(column) for row in rows] for column in columns}), page)
    return page.getvalue()
