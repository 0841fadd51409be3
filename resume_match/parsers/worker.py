"""The main loop of an isolated reader: a process that reads one file after another within limits of memory and processor time."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from resume_match.errors import DocumentError
from resume_match.parsers import wire
from resume_match.parsers.formats import read_bytes
from resume_match.parsers.limits import Limits
from resume_match.parsers.wire import Answer, Request

_MOST_REQUEST_BYTES = 1_000_000
_MEMORY_SLACK = 100_000_000
"""Address space that the libraries themselves take on their first file."""


def serve() -> None:
    """Answer requests from standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asked; once they are gone the input ends
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    silent = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(silent, descriptor)  # nothing that a library prints may come between the answers
    wire.send(answers, wire.dumps(Answer(_peak_memory())))
    while (header := wire.receive(requests, _MOST_REQUEST_BYTES)) is not None:
        request = wire.loads(Request, header)
        data = requests.read(request.size)
        if len(data) == request.size:
            wire.send(answers, wire.dumps(_answer(data, request)))


def _answer(data: bytes, request: Request) -> Answer:
    lift = _limit_resources(request.limits)
    try:
        return Answer(_peak_memory(), read_bytes(data, request.source, request.limits, request.manner))
    except DocumentError as error:
        cause = "" if error.__cause__ is None else type(error.__cause__).__name__
        return Answer(_peak_memory(), None, (type(error).__name__, error.source, error.fault, error.remedy, cause))
    except MemoryError:
        lift()
        fault = f"reading took more than {request.limits.memory_bytes:,} bytes of memory"
        remedy = "Save it anew as a plain DOCX or PDF, or allow more with Limits(memory_bytes=...)"
        return Answer(_peak_memory(), None, ("LimitExceededError", request.source, fault, remedy, "MemoryError"))
    finally:
        lift()


def _limit_resources(limits: Limits) -> Callable[[], None]:
    """Set the limits that the system knows; the function that comes back lifts them. On Windows there are none.

    The processor limit is a second line: it ends a reader that hangs after whoever asked, and would have stopped it, is gone.
    """
    try:
        import resource
    except ImportError:
        return lambda: None
    wanted = {resource.RLIMIT_CPU: int(time.process_time() + 2 * limits.seconds) + 5}
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        wanted[resource.RLIMIT_AS] = pages * resource.getpagesize() + limits.memory_bytes + _MEMORY_SLACK
    before = {kind: resource.getrlimit(kind) for kind in wanted}
    for kind, amount in wanted.items():
        most = before[kind][1]
        resource.setrlimit(kind, (amount if most == resource.RLIM_INFINITY else min(amount, most), most))

    def lift() -> None:
        for kind, pair in before.items():
            resource.setrlimit(kind, pair)

    return lift


def _peak_memory() -> int:
    """The most memory that this process has used, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
