"""Many resumes: as many outcomes as sources, in order, whatever breaks."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from samples import AS_OF, SAMPLES, matcher

import resume_match as rm
from resume_match import batch
from resume_match.matcher import Reading
from resume_match.parsers.limits import Limits

TEXT = (
    b"# Robin Vale\nrobin.vale@example.com\n\n## Experience\n### Acme Tools\n*Buyer*\t*2019 - 2022*\n- Negotiated contracts with carriers\n"
)
BAD = b"\x89PNG\r\n\x1a\n" + b"\0" * 400
NAMES = [path.name for path in SAMPLES]


def told(outcome: rm.CoverageReport | rm.Failure) -> str:
    """An outcome in short: the report's JSON, or the failure's source and kind of error."""
    if isinstance(outcome, rm.Failure):
        return f"{outcome.source}: {type(outcome.error).__name__}"
    return rm.to_json(outcome)


def mixed(folder: Path) -> list[Path | bytes | BytesIO]:
    (folder / "picture.pdf").write_bytes(BAD)
    (folder / "nothing.docx").write_bytes(b"")
    return [SAMPLES[0], folder / "picture.pdf", folder / "absent.pdf", TEXT, folder / "nothing.docx", folder, BytesIO(TEXT), SAMPLES[1]]


FAILURES = ["picture.pdf: UnsupportedFormatError", "absent.pdf: FileNotFoundError", "nothing.docx: EmptyFileError"]


def test_every_source_gives_a_report_or_a_failure_in_its_place(tmp_path: Path) -> None:
    outcomes = list(rm.match_many(mixed(tmp_path), matcher=matcher(), suggest=False))
    kinds = [type(outcome).__name__ for outcome in outcomes]
    assert kinds == [
        "CoverageReport",
        "Failure",
        "Failure",
        "CoverageReport",
        "Failure",
        "Failure",
        "CoverageReport",
        "CoverageReport",
    ]
    failures = [told(outcome) for outcome in outcomes if isinstance(outcome, rm.Failure)]
    assert failures == [*FAILURES, f"{tmp_path.name}: IsADirectoryError"]


def test_worker_processes_and_threads_give_the_same_bytes_as_none(tmp_path: Path) -> None:
    alone = [told(outcome) for outcome in rm.match_many(mixed(tmp_path), matcher=matcher())]
    with ProcessPoolExecutor(2) as processes:
        assert [told(outcome) for outcome in rm.match_many(mixed(tmp_path), matcher=matcher(), executor=processes)] == alone
    with ThreadPoolExecutor(3) as threads:
        assert [told(outcome) for outcome in rm.match_many(mixed(tmp_path), matcher=matcher(), executor=threads)] == alone


def test_sources_are_drawn_only_as_outcomes_are(tmp_path: Path) -> None:
    drawn = []

    def endless() -> Iterator[bytes]:
        while True:
            drawn.append(1)
            yield TEXT

    with ThreadPoolExecutor(2) as threads:
        outcomes = rm.match_many(endless(), matcher=matcher(), executor=threads, ahead=4, isolate=False, suggest=False)
        assert drawn == []
        assert isinstance(next(outcomes), rm.CoverageReport)
        assert len(drawn) == 4
        next(outcomes)
        assert len(drawn) == 5
        outcomes.close()


def test_a_look_ahead_of_none_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        rm.match_many([], matcher=matcher(), ahead=0)


def test_what_is_no_source_is_a_failure_of_its_own() -> None:
    first, second = rm.match_many([42, TEXT], matcher=matcher(), isolate=False, suggest=False)
    assert isinstance(first, rm.Failure) and isinstance(first.error, TypeError)
    assert isinstance(second, rm.CoverageReport)


class Hanging(os.PathLike[str]):
    """A source whose worker process dies on it: the path is asked for there."""

    def __init__(self, parent: int) -> None:
        self.parent = parent

    def __fspath__(self) -> str:
        if os.getpid() != self.parent:
            os._exit(1)
        return "deadly.pdf"


def test_a_worker_that_dies_costs_no_outcome_and_repeats_none() -> None:
    sources = [SAMPLES[0], SAMPLES[1], Hanging(os.getpid()), *SAMPLES]
    with ProcessPoolExecutor(1) as processes:
        outcomes = list(rm.match_many(sources, matcher=matcher(), executor=processes, ahead=3, suggest=False))
    names = [one.source if isinstance(one, rm.Failure) else one.documents.resume.source for one in outcomes]
    assert names == [NAMES[0], NAMES[1], "deadly.pdf", *NAMES]
    assert isinstance(outcomes[0], rm.CoverageReport)
    broken = [one for one in outcomes if isinstance(one, rm.Failure)]
    assert {type(one.error).__name__ for one in broken} == {"BrokenProcessPool"}
    assert len(broken) >= len(SAMPLES)


def test_an_executor_that_is_closed_fails_every_source_with_that_cause() -> None:
    closed = ThreadPoolExecutor(1)
    closed.shutdown()
    outcomes = list(rm.match_many(SAMPLES, matcher=matcher(), executor=closed))
    assert [outcome.source for outcome in outcomes if isinstance(outcome, rm.Failure)] == NAMES


class Odd(ThreadPoolExecutor):
    """An executor that refuses work by an error of its own, as those of other libraries do."""

    def submit(self, *_: object, **__: object) -> Future[object]:
        raise KeyError("closed")


def test_whatever_an_executor_raises_is_the_cause_of_a_failure() -> None:
    outcomes = list(rm.match_many([TEXT, SAMPLES[0]], matcher=matcher(), executor=Odd(1)))
    assert [told(outcome) for outcome in outcomes] == ["document: KeyError", f"{NAMES[0]}: KeyError"]


class Cancelling(ThreadPoolExecutor):
    """An executor that calls off what it was given."""

    def submit(self, *_: object, **__: object) -> Future[object]:
        future: Future[object] = Future()
        future.cancel()
        return future


def test_work_that_was_called_off_is_a_failure() -> None:
    (outcome,) = rm.match_many([TEXT], matcher=matcher(), executor=Cancelling(1))
    assert told(outcome) == "document: CancelledError"


def test_a_reader_that_takes_too_long_costs_its_own_file_only() -> None:
    hurried = rm.ResumeMatcher(as_of=AS_OF, reading=Reading(Limits(seconds=0.001)))
    slow = SAMPLES[0].read_bytes()
    outcomes = list(rm.match_many([slow, slow], matcher=hurried, suggest=False))
    assert [type(outcome).__name__ for outcome in outcomes] in (
        ["Failure", "Failure"],
        ["Failure", "CoverageReport"],  # a file read before the clock was looked at
        ["CoverageReport", "Failure"],
    )


def test_a_matcher_travels_small_and_is_made_once_in_each_process() -> None:
    packed = pickle.dumps(matcher())
    assert len(packed) < 40_000
    assert batch._unpacked(packed) is batch._unpacked(pickle.dumps(matcher()))


def test_redacted_reports_come_redacted() -> None:
    (report,) = rm.match_many([TEXT], matcher=matcher(), redact=True, isolate=False)
    assert isinstance(report, rm.CoverageReport)
    assert "Vale" not in rm.to_json(report) and "Negotiated contracts" in rm.to_json(report)


def test_no_reader_is_left_behind(tmp_path: Path) -> None:
    script = (
        "import datetime, resume_match as rm\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "if __name__ == '__main__':\n"
        "    matcher = rm.ResumeMatcher(as_of=datetime.date(2026, 11, 1))\n"
        "    with ProcessPoolExecutor(2) as pool:\n"
        f"        print(len(list(rm.match_many([{str(SAMPLES[0])!r}] * 4, matcher=matcher, executor=pool, suggest=False))))\n"
    )
    marked = tmp_path / "run_marked_by_its_folder.py"
    marked.write_text(script)
    assert subprocess.run([sys.executable, str(marked)], capture_output=True, text=True, check=True).stdout == "4\n"
    if not Path("/proc/self").exists():
        pytest.skip("no /proc to look for processes in")
    time.sleep(0.5)
    commands = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(entry.read_bytes())
        except OSError:  # ended meanwhile
            continue
    assert [command for command in commands if str(tmp_path).encode() in command] == []


def test_dask_workers_give_the_same_bytes(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    alone = [told(outcome) for outcome in rm.match_many(mixed(tmp_path), matcher=matcher(), suggest=False)]
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, protocol="tcp://")
    with cluster, distributed.Client(cluster) as client:
        outcomes = rm.match_many(mixed(tmp_path), matcher=matcher(), executor=client.get_executor(), suggest=False)
        assert [told(outcome) for outcome in outcomes] == alone
        closed = client.get_executor()
    assert [type(outcome).__name__ for outcome in rm.match_many([TEXT], matcher=matcher(), executor=closed)] == ["Failure"]
