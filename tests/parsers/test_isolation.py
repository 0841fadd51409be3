"""Reading in a worker process: the same result, the same errors, and no worker that hangs, leaks or outlives its caller."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from resume_match.errors import (
    CorruptDocumentError,
    DocumentError,
    EncryptedDocumentError,
    LimitExceededError,
    ReaderCrashedError,
    ReaderUnavailableError,
)
from resume_match.parsers import isolation, read_document, wire
from resume_match.parsers.limits import Limits
from tests.parsers.docx_files import NAME, docx, ole, para, run, zipped

WORD = docx(para(run(NAME, "<w:b/>")) + para(run("secret", "<w:vanish/>")) + para("• Led twelve people"))
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(autouse=True)
def _fresh_workers() -> Iterator[None]:
    isolation.close_workers()
    yield
    isolation.close_workers()


def worker_pids() -> list[int]:
    return [worker.pid for worker in isolation._idle]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_the_document_is_the_same_as_read_here() -> None:
    assert read_document(WORD, name="a.docx", isolate=True) == read_document(WORD, name="a.docx")


def test_typed_errors_come_back_with_their_words_and_the_kind_of_their_cause() -> None:
    for data, kind in ((b"PK\x03\x04word/", CorruptDocumentError), (ole("EncryptedPackage"), EncryptedDocumentError)):
        with pytest.raises(kind) as here:
            read_document(data, name="a.docx")
        with pytest.raises(kind) as there:
            read_document(data, name="a.docx", isolate=True)
        assert str(there.value) == str(here.value)
    with pytest.raises(CorruptDocumentError) as raised:
        read_document(b"PK\x03\x04word/", isolate=True)
    assert "BadZipFile" in str(raised.value.__cause__)


def test_one_worker_reads_many_files_and_is_replaced_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_FILES_PER_WORKER", 3)
    pids = []
    for _ in range(4):
        read_document(WORD, isolate=True)
        pids.append(tuple(worker_pids()))
    assert pids[0] == pids[1] and len(pids[0]) == 1
    assert pids[2] == ()
    assert len(pids[3]) == 1 and pids[3] != pids[0]


def test_a_warm_worker_costs_under_twenty_milliseconds_a_file() -> None:
    def seconds(isolate: bool) -> float:
        best = float("inf")
        for _ in range(12):
            start = time.perf_counter()
            read_document(WORD, isolate=isolate)
            best = min(best, time.perf_counter() - start)
        return best

    seconds(True)
    assert seconds(True) - seconds(False) < 0.020


@LINUX
def test_a_reader_that_hangs_is_stopped_and_named_by_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    hang = "import time; resume_match.parsers.worker.read_bytes = lambda *_: time.sleep(60)"
    monkeypatch.setattr(isolation, "_START", _started_with(hang))
    start = time.perf_counter()
    with pytest.raises(LimitExceededError, match="longer than 1 seconds and was stopped"):
        read_document(WORD, limits=Limits(seconds=1.0), isolate=True)
    assert time.perf_counter() - start < 10
    assert worker_pids() == []


def test_a_reader_that_dies_is_an_error_of_the_file_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(isolation, "_START", _started_with("import os; resume_match.parsers.worker.read_bytes = lambda *_: os._exit(9)"))
        with pytest.raises(ReaderCrashedError, match="ended abruptly"):
            read_document(WORD, name="a.docx", isolate=True)
    assert read_document(WORD, isolate=True).text.startswith(NAME)


def test_a_reader_that_cannot_be_started_is_no_error_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(ReaderUnavailableError, match="no reader process could be started"):
        read_document(WORD, isolate=True)


@LINUX
def test_a_waiting_worker_that_something_else_ended_is_no_fault_of_the_next_file() -> None:
    read_document(WORD, isolate=True)
    os.kill(worker_pids()[0], 9)
    time.sleep(0.1)
    assert read_document(WORD, isolate=True).text.startswith(NAME)


@LINUX
def test_a_reader_that_takes_too_much_memory_is_an_error_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_START", _started_with("resume_match.parsers.worker.read_bytes = lambda *_: bytearray(900_000_000)"))
    with pytest.raises(LimitExceededError, match="memory"):
        read_document(WORD, limits=Limits(memory_bytes=50_000_000), isolate=True)


def test_what_a_reader_prints_does_not_reach_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    loud = (
        "read = resume_match.parsers.worker.read_bytes; "
        "resume_match.parsers.worker.read_bytes = lambda *asked: (print('x' * 9999, flush=True), read(*asked))[1]"
    )
    monkeypatch.setattr(isolation, "_START", _started_with(loud))
    assert read_document(WORD, isolate=True).text.startswith(NAME)


def _started_with(code: str) -> str:
    """The start of a worker with some of it replaced by code."""
    before, _, after = isolation._START.partition("serve()")
    return f"{before}import resume_match.parsers.worker; {code}; serve(){after}"


def test_threads_read_side_by_side() -> None:
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(read_document(WORD, isolate=True).text)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 4 and len(set(texts)) == 1


def _read_isolated(data: bytes) -> tuple[str, list[int]]:
    return read_document(data, isolate=True).text, worker_pids()


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork here")
def test_it_works_inside_a_daemonic_worker_of_another_library() -> None:
    here = read_document(WORD, isolate=True).text  # an idle worker of this process, which the child must leave alone
    pids = worker_pids()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        text, own = pool.apply(_read_isolated, (WORD,))
    assert text == here
    assert len(own) == 1 and own != pids
    assert worker_pids() == pids
    assert read_document(WORD, isolate=True).text == here


@LINUX
@pytest.mark.parametrize("end", ["pass", "import os; os._exit(0)", "raise SystemExit(3)", "import os; os.kill(os.getpid(), 9)"])
def test_no_worker_outlives_whoever_asked(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(WORD)
    code = f"""
    from resume_match.parsers import isolation, read_document
    read_document({str(path)!r}, isolate=True)
    print(isolation._idle[0].pid, flush=True)
    {end}
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True)
    pid = int(done.stdout)
    for _ in range(50):
        if not is_alive(pid):
            break
        time.sleep(0.1)
    assert not is_alive(pid)
    assert done.stderr == ""
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.docx"]


@LINUX
def test_a_worker_loads_no_spacy() -> None:
    read_document(WORD, isolate=True)
    maps = Path(f"/proc/{worker_pids()[0]}/maps").read_text()
    assert "lxml" in maps and "spacy" not in maps and "thinc" not in maps


def test_the_source_is_read_by_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(WORD)
    monkeypatch.chdir(tmp_path)
    assert read_document("a.docx", isolate=True).source == "a.docx"


def test_a_bomb_is_stopped_in_the_worker_as_here() -> None:
    bomb = zipped({"word/document.xml": b" " * 40_000_000})
    with pytest.raises(LimitExceededError):
        read_document(bomb, isolate=True)


def test_values_survive_the_wire_and_other_bytes_do_not_become_values() -> None:
    document = read_document(WORD)
    answer = wire.Answer(7, document)
    assert wire.loads(wire.Answer, wire.dumps(answer)) == answer
    for content in (b"", b"[]", b"7", b"[1]", b'["a",null,[]]', b"[1,[1,2],[]]", b"\xff", b"[" * 100_000):
        with pytest.raises(ValueError):
            wire.loads(wire.Answer, content)


def test_every_document_error_is_known_to_the_asking_side() -> None:
    def below(kind: type[DocumentError]) -> list[type[DocumentError]]:
        return [kind, *(inner for child in kind.__subclasses__() for inner in below(child))]

    assert {kind.__name__ for kind in below(DocumentError)} <= set(isolation._TYPES)
