"""The same reading in a worker process, which is stopped when a file takes too long, too much memory, or the reader down.

A worker is a plain subprocess, so that it works inside daemonic workers of other libraries; it is used again for the next file, and
replaced after some files or once it has grown. Memory and processor limits need Python's `resource` module, which Windows lacks: there
the clock alone stops a worker. macOS enforces the processor limit and not the memory limit.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from resume_match import errors
from resume_match.errors import DocumentError, LimitExceededError, ReaderCrashedError, ReaderUnavailableError
from resume_match.model import Document
from resume_match.parsers import wire
from resume_match.parsers.limits import USUAL_MANNER, Limits, Manner
from resume_match.parsers.wire import Answer, Request

_START_SECONDS = 60.0
_GRACE_SECONDS = 0.5
_FILES_PER_WORKER = 200
_GROWTH_BYTES = 150_000_000
_MOST_IDLE = 8
_MOST_ANSWER_BYTES = 200_000_000
_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from resume_match.parsers.worker import serve; serve()"
_TYPES = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, DocumentError)}
_CPU_EXCEEDED = -24
"""The return code of a process that the processor limit ended (SIGXCPU)."""


class _Worker:
    """A worker process that waits for files."""

    def __init__(self) -> None:
        if not sys.executable:
            raise OSError("no Python interpreter to start")
        environment = {name: setting for name, setting in os.environ.items() if name != "CMAP_PATH"}
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, json.dumps([str(folder) for folder in sys.path])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._files = 0
        self._late = False
        ready = self._within(_START_SECONDS, self._receive)
        if ready is None:
            self.kill()
            raise OSError("the isolated reader did not start")
        self._first_peak = self._last_peak = wire.loads(Answer, ready).peak

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def read(self, data: bytes, request: Request) -> Answer:
        """The worker's answer; ReaderCrashedError or LimitExceededError where it gave none, and then it is gone."""

        def exchange() -> bytes | None:
            try:
                wire.send(self._stdin, wire.dumps(request), data)
            except OSError:
                return None
            return self._receive()

        finished = False
        try:
            content = self._within(request.limits.seconds + _GRACE_SECONDS, exchange)
            answer = None if content is None else wire.loads(Answer, content)
            finished = answer is not None
        except ValueError:
            answer = None
        finally:
            if not finished:
                self.kill()
        if answer is None:
            raise self._failure(request)
        self._files += 1
        self._last_peak = answer.peak
        return answer

    @property
    def is_alive(self) -> bool:
        """True while the process runs."""
        return self._process.poll() is None

    @property
    def is_worn(self) -> bool:
        """True when the worker has read many files or grown much."""
        return self._files >= _FILES_PER_WORKER or self._last_peak > self._first_peak + _GROWTH_BYTES

    def kill(self) -> None:
        """End the process at once and wait for it."""
        self._process.kill()
        self.close()

    def close(self) -> None:
        """Let the process end: without input it has nothing to wait for."""
        self.forget()
        try:
            self._process.wait(2.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def forget(self) -> None:
        """Close this process's ends of the pipes."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # the other end may be gone
                    stream.close()

    @property
    def _stdin(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def _receive(self) -> bytes | None:
        assert self._process.stdout is not None
        return wire.receive(self._process.stdout, _MOST_ANSWER_BYTES)

    def _within(self, seconds: float, exchange: Callable[[], bytes | None]) -> bytes | None:
        """What `exchange` gives; the process is killed, which ends every wait for it, when that takes too long."""
        self._late = False

        def stop() -> None:
            self._late = True
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            return exchange()
        finally:
            timer.cancel()

    def _failure(self, request: Request) -> DocumentError:
        if self._late or self._process.returncode == _CPU_EXCEEDED:
            fault = f"reading took longer than {request.limits.seconds:g} seconds and was stopped"
            return LimitExceededError(request.source, fault, "Save it anew as a plain DOCX or PDF, or allow more with Limits(seconds=...)")
        fault = "the reader ended abruptly on this file"
        return ReaderCrashedError(request.source, fault, "Save it anew as a plain DOCX or PDF and try again")


_idle: list[_Worker] = []
_lock = threading.Lock()


def read_isolated(data: bytes, source: str, limits: Limits, manner: Manner = USUAL_MANNER) -> Document:
    """The Document of a file's bytes, read in a worker process; raises what reading here would raise.

    Besides, LimitExceededError when the worker had to be stopped, ReaderCrashedError when it died, and ReaderUnavailableError
    when none could be started.
    """
    try:
        worker = _taken() or _Worker()
    except OSError as error:
        fault, remedy = "no reader process could be started", "Free some memory and try again, or read with isolate=False"
        raise ReaderUnavailableError(source, fault, remedy) from error
    answer = worker.read(data, Request(source, len(data), limits, manner))
    _give_back(worker)
    if answer.document is None:
        raise _error(answer.error, source)
    return answer.document


def _taken() -> _Worker | None:
    """A waiting worker that is still there, or None; those that something else ended are put away."""
    while True:
        with _lock:
            worker = _idle.pop() if _idle else None
        if worker is None or worker.is_alive:
            return worker
        worker.close()


def _give_back(worker: _Worker) -> None:
    with _lock:
        if not worker.is_worn and len(_idle) < _MOST_IDLE:
            _idle.append(worker)
            return
    worker.close()


def _error(told: tuple[str, ...], source: str) -> DocumentError:
    """The error that the worker met."""
    name, told_source, fault, remedy, cause = told if len(told) == 5 else ("", source, "the reader gave no answer", "Try again", "")
    error = _TYPES.get(name, ReaderCrashedError)(told_source, fault, remedy)
    if cause:
        error.__cause__ = RuntimeError(f"{cause} in the isolated reader")
    return error


def close_workers() -> None:
    """End all waiting workers; they are started anew when needed. Called at exit."""
    with _lock:
        workers = _idle[:]
        _idle.clear()
    for worker in workers:
        worker.close()


def _forget_workers() -> None:
    """In a forked child: the workers belong to the parent."""
    global _lock
    _lock = threading.Lock()
    workers = _idle[:]
    _idle.clear()
    for worker in workers:
        worker.forget()


atexit.register(close_workers)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_workers)
