"""How long reading PDF files takes, layout included, against pdfminer's own `extract_text` on the same files in the same run.

    python benchmarks/reading_speed.py FOLDER [ROUNDS]

Each file is read in turn by all, the best of the rounds counts. The promise is a ratio of at most 1.0 over all files, and of 0.35 with
pdfium (extra `fast`), which is left out where it is not installed.
"""

from __future__ import annotations

import io
import logging
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from pdfminer.high_level import extract_text

from resume_match.errors import DocumentError
from resume_match.parsers.limits import DEFAULT_LIMITS, PdfSource
from resume_match.parsers.pdf import read_pdf


def seconds(task: Callable[[], object], rounds: int) -> float:
    """The shortest time that a task took in so many rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


def main(folder: Path, rounds: int) -> None:
    """Write a line for each file and the ratios of the sums."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    sources = [PdfSource.OWN, *([PdfSource.PDFIUM] if find_spec("pypdfium2") else [])]
    sums = dict.fromkeys(sources, 0.0)
    theirs = 0.0
    paths = sorted(folder.rglob("*.pdf"))
    for path in paths:
        content = path.read_bytes()
        try:
            read_pdf(content, path.name, DEFAULT_LIMITS)
        except DocumentError as error:
            sys.stdout.write(f"{path.name[:50]:50}  not read: {error.code}\n")
            continue
        other = seconds(lambda content=content: extract_text(io.BytesIO(content)), rounds)
        theirs += other
        shown = f"{path.name[:50]:50} {other * 1000:8.1f} ms"
        for source in sources:
            own = seconds(lambda content=content, source=source, path=path: read_pdf(content, path.name, DEFAULT_LIMITS, source), rounds)
            sums[source] += own
            shown += f"   {source.value} {own * 1000:8.1f} ms {own / other:5.2f}"
        sys.stdout.write(f"{shown}\n")
    if theirs:
        ratios = ", ".join(f"{source.value} {total:.2f} s, ratio {total / theirs:.2f}" for source, total in sums.items())
        sys.stdout.write(f"{len(paths)} files: {theirs:.2f} s of pdfminer's extract_text; {ratios}\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
