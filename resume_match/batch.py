"""Many resumes against one role profile: as many outcomes out as sources went in, in their order, while only a few are in the works."""

from __future__ import annotations

import os
import pickle
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

from resume_match.files import base_name
from resume_match.matcher import ResumeMatcher
from resume_match.model import CoverageReport, Failure
from resume_match.parsers import read_document

Source = str | os.PathLike[str] | bytes | BinaryIO
Outcome = CoverageReport | Failure

_AHEAD = 32  # enough for a machine of 16 processors; each report that waits takes about as much memory as its file
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """What `match_many` asks of every match."""

    isolate: bool = True
    suggest: bool = True
    redact: bool = False


@dataclass(frozen=True, slots=True)
class _Pending:
    """A source by name, and its report to come or the error that kept it from being begun."""

    name: str
    begun: Future[CoverageReport] | Exception


@dataclass(frozen=True, slots=True)
class _Line:
    """An executor with what it is to do: the matcher itself where it stays in this process, or pickled."""

    executor: Executor
    matcher: ResumeMatcher | bytes
    settings: MatchSettings

    def begin(self, source: Source, clerk: Executor) -> _Pending:
        """The source handed to the executor by the clerk, a thread whose futures keep whatever error an unknown executor raises."""
        handed = clerk.submit(self._submit, source)
        error = handed.exception()
        if error is None:
            return _Pending(base_name(source), handed.result())
        if isinstance(error, Exception):
            return _Pending(base_name(source), error)
        raise error

    def _submit(self, source: Source) -> Future[CoverageReport]:
        return self.executor.submit(_report, self.matcher, _portable(source), base_name(source), self.settings)


def match_many(
    sources: Iterable[Source],
    *,
    matcher: ResumeMatcher,
    executor: Executor | None = None,
    isolate: bool = True,
    suggest: bool = True,
    redact: bool = False,
    ahead: int = _AHEAD,
) -> Iterator[Outcome]:
    """One outcome for each source, in order: its CoverageReport, or a Failure with the error that it met.

    `executor` is any `concurrent.futures.Executor`: a ProcessPoolExecutor, or Dask's `Client.get_executor()`; it stays open. Without one
    the files are matched one after another. At most `ahead` sources are drawn from `sources` before their outcomes are; paths are opened
    where they are matched, so that other machines need the same paths, or bytes. Every file is read in a process of its own unless
    `isolate` is False. When the executor breaks, each source without a report becomes a Failure with that cause. ValueError where `ahead`
    is less than 1, TypeError where `sources` is one source and not several.
    """
    if isinstance(sources, (str, bytes, os.PathLike)) or hasattr(sources, "read"):
        raise TypeError(f"match_many takes several sources, such as a list of paths, not one {type(sources).__name__}")
    if ahead < 1:
        raise ValueError(f"ahead is at least 1, not {ahead}")
    settings = MatchSettings(isolate, suggest, redact)
    if executor is None:
        return _one_by_one(sources, matcher, settings)
    return _outcomes(sources, _Line(executor, pickle.dumps(matcher), settings), ahead)


def _one_by_one(sources: Iterable[Source], matcher: ResumeMatcher, settings: MatchSettings) -> Iterator[Outcome]:
    """The outcomes from a thread of this process, whose futures keep every error; the next file is read while this one is looked at."""
    with ThreadPoolExecutor(1, thread_name_prefix="match_many") as pool:
        yield from _outcomes(sources, _Line(pool, matcher, settings), 2)


def _outcomes(sources: Iterable[Source], line: _Line, ahead: int) -> Iterator[Outcome]:
    """The outcomes, drawn one by one. Work that nobody will ask for any more is called off."""
    waiting: deque[_Pending] = deque()
    with ThreadPoolExecutor(1, thread_name_prefix="match_many-clerk") as clerk:
        try:
            for source in sources:
                waiting.append(line.begin(source, clerk))
                if len(waiting) >= ahead:
                    yield _outcome(waiting.popleft())
            while waiting:
                yield _outcome(waiting.popleft())
        finally:
            for pending in waiting:
                if isinstance(pending.begun, Future):
                    pending.begun.cancel()


def _outcome(pending: _Pending) -> Outcome:
    """The report, or the failure, of a source; waits for it."""
    if isinstance(pending.begun, Exception):
        return Failure(pending.name, pending.begun)
    try:
        error = pending.begun.exception()
    except CancelledError as cancelled:
        return Failure(pending.name, cancelled)
    if error is None:
        return pending.begun.result()
    if isinstance(error, Exception):
        return Failure(pending.name, error)
    raise error


def _report(matcher: ResumeMatcher | bytes, source: str | os.PathLike[str] | bytes, name: str, settings: MatchSettings) -> CoverageReport:
    """The report on one source, made in whatever process or thread the executor runs.

    Threads read side by side and match one at a time: one pipeline serves them all, and Python would run but one of them anyway.
    """
    with _one_at_a_time:
        ready = _unpacked(matcher) if isinstance(matcher, bytes) else matcher
    how = ready.reading
    document = read_document(source, limits=how.limits, isolate=settings.isolate, name=name, pdf_source=how.pdf_source)
    with _one_at_a_time:
        return ready.match_document(document, suggest=settings.suggest, redact=settings.redact)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> ResumeMatcher:
    """The matcher, made once in each process."""
    matcher = pickle.loads(packed)
    assert isinstance(matcher, ResumeMatcher)
    return matcher


def _portable(source: Source) -> str | os.PathLike[str] | bytes:
    """The source as another process can have it: a file object is read here. TypeError for what is no source."""
    if isinstance(source, (str, os.PathLike, bytes)):
        return source
    if not hasattr(source, "read"):
        raise TypeError(f"match_many takes paths, bytes or binary files, not {type(source).__name__}")
    return source.read()
