"""`resume-match batch FOLDER -o results.jsonl`: a folder of resumes against one role, which may be stopped and taken up again."""

from __future__ import annotations

import datetime
import hashlib
import multiprocessing
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resume_match.cli.commands import app
from resume_match.cli.folders import RESUME_ENDINGS, Found, resumes_in
from resume_match.cli.options import EPILOG, AsOf, PdfReader, PdfSource, Posting, Profile
from resume_match.cli.targets import check_ending, check_target

if TYPE_CHECKING:
    from resume_match.cli.results import Begun, Listed, Record, Results
    from resume_match.matcher import ResumeMatcher

__all__ = ["app"]

_TAKEN = f"Its resumes, those in folders below too: {' '.join(RESUME_ENDINGS)}. Hidden files and Word's lock files (~$...) are passed over."
_MOST_NAMES = 3


@app.command(epilog=EPILOG)
def batch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", exists=True, file_okay=False, help=_TAKEN)],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Results, a JSON line for each file (.jsonl or .ndjson).")],
    profile: Profile = None,
    posting: Posting = None,
    as_of: AsOf = None,
    pdf_source: PdfSource = PdfReader.OWN,
    summary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The table, .csv or .parquet; by default beside the results.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with results begun before; files in them are skipped by content.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, help="Processes that match side by side.")] = 1,
    redact: Annotated[bool, typer.Option("--redact", help="Mask names, contacts, pronouns and schools; leave file names out.")] = False,
    suggest: Annotated[bool, typer.Option(help="Suggest bullets.")] = False,
    text: Annotated[bool, typer.Option(help="Keep the documents' texts.")] = False,
) -> None:
    """Match every resume of a folder; a file that gives no report is a line that says why, and ends nothing.

    Each line is on the disk before the next is begun, so that a run killed at any moment is gone on with by --resume, which also tries
    files again that failed by no fault of theirs. Exits with 0 though files gave no report: they are counted by cause at the end.
    """
    from resume_match.cli.results import Results, write_summary

    table = summary or output.with_suffix(".csv")
    found = resumes_in(folder)
    _check_targets(output, table, (posting, profile, *found.paths))
    _check_kept(output, None if summary else table, resume=resume)
    results = Results(output)
    before = _taken_up(results, redact=redact) if resume and output.exists() else None
    matcher = _matcher(profile, posting, as_of, before, pdf_source)
    if before is not None:
        results.mend()
    run = _Run(folder, found, before, redact, suggest, text)
    with results, _executor(workers) as executor:
        run.write(results, matcher, executor, ahead=8 * workers)
    write_summary(results, table)
    typer.echo("\n".join(_told(results.records(), output, table)), err=True)


@dataclass(frozen=True, slots=True)
class _Run:
    """The files of a folder, what is done of them, and what is asked of each."""

    folder: Path
    found: Found
    before: Begun | None
    redact: bool
    suggest: bool
    text: bool

    def write(self, results: Results, matcher: ResumeMatcher, executor: Executor | None, *, ahead: int) -> None:
        """Add a line to the results for every file that is not done yet, in order of the paths."""
        from resume_match.batch import match_many
        from resume_match.cli.results import record_of

        pending: deque[Listed] = deque()
        with _progress(len(self.found.paths)) as advance:
            sources = self._left(pending, advance)
            outcomes = match_many(sources, matcher=matcher, executor=executor, suggest=self.suggest, redact=self.redact, ahead=ahead)
            for outcome in outcomes:
                results.write(record_of(pending.popleft(), outcome, text=self.text))
                advance()

    def _left(self, pending: deque[Listed], advance: Callable[[], None]) -> Iterator[Path]:
        """The paths still to match, each noted in `pending`; of equal files as many are skipped as have lines."""
        done = Counter[str]() if self.before is None else self.before.done.copy()
        for file in self._listed():
            if done[file.id]:
                done[file.id] -= 1
                advance()
            else:
                pending.append(file)
                yield file.path

    def _listed(self) -> Iterator[Listed]:
        from resume_match.cli.results import Listed
        from resume_match.files import printable

        for number, path in enumerate(self.found.paths, start=1):
            name = None if self.redact else printable(path.relative_to(self.folder).as_posix())
            yield Listed(path, number, name, _sha256(path), self.found.unread.get(path))


def _sha256(path: Path) -> str | None:
    """The hash of a file's content; None where it cannot be read, which its outcome will tell."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _check_targets(output: Path, table: Path, sources: tuple[str | Path | None, ...]) -> None:
    """Refuse what could not be written at the end of a long run, or would write over a file that is read."""
    check_target(output, *sources)
    check_target(table, *sources, option="--summary")
    check_ending(output, (".jsonl", ".ndjson"))
    check_ending(table, (".csv", ".parquet"), "--summary")
    if table.resolve() == output.resolve():
        raise typer.BadParameter("the table and the results are two files", param_hint="--summary")
    if table.suffix.lower() == ".parquet" and find_spec("pyarrow") is None:
        raise typer.BadParameter("Parquet needs pyarrow: pip install resume-match[parquet]", param_hint="--summary")


def _check_kept(output: Path, unnamed_table: Path | None, *, resume: bool) -> None:
    """Refuse to write over results that are there, and over a table that nobody named."""
    if resume:
        return
    if output.exists():
        raise typer.BadParameter(f"{output} is there already: go on with it by --resume, or name another file", param_hint="--output")
    if unnamed_table is not None and unnamed_table.exists():
        told = f"{unnamed_table}, where the table would go, is there already: name the table by --summary, or other results"
        raise typer.BadParameter(told, param_hint="--output")


def _taken_up(results: Results, *, redact: bool) -> Begun:
    """What was done before; refused where lines that name people would come among those that do not, or the other way about."""
    from resume_match.cli.results import begun

    before = begun(results)
    if not before.redacted <= {redact}:
        told = "not redacted: go on without --redact" if redact else "redacted: go on with --redact"
        raise typer.BadParameter(f"those results are {told}, or name another file", param_hint="--resume")
    return before


def _matcher(profile: str | None, posting: str | None, as_of: datetime.date | None, before: Begun | None, pdf_source: str) -> ResumeMatcher:
    """The matcher asked for; a run taken up tomorrow still speaks of the day it began on."""
    from resume_match.cli.reading import matcher_of, posting_of

    day = as_of
    if day is None and before is not None and before.as_of is not None:
        day = datetime.date.fromisoformat(before.as_of)
    matcher = matcher_of(profile, day, posting_of(posting), pdf_source)
    if before is not None:
        _check_same(before, matcher)
    return matcher


def _check_same(before: Begun, matcher: ResumeMatcher) -> None:
    """Refuse to mix reports that do not compare."""
    from resume_match.profiles import profile_record

    now = (profile_record(matcher.profile).sha256, asdict(matcher.engine))
    if before.made_with is not None and (before.made_with != now or before.as_of != matcher.as_of.isoformat()):
        raise typer.BadParameter("those results were made with another profile, engine or day; name another file", param_hint="--resume")


@contextmanager
def _executor(workers: int) -> Iterator[Executor | None]:
    """So many fresh processes, or None for one; they end with this one, however it ends."""
    if workers == 1:
        yield None
        return
    context = multiprocessing.get_context("spawn")  # forking would copy the thread that draws the progress
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as executor:
        yield executor


def _end_with_parent() -> None:
    """In a worker: end once the parent is gone, killed perhaps, since nobody else would end it."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar with rate and time left on a terminal; nothing elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    with bar if console.is_terminal else nullcontext():
        task = bar.add_task("", total=total, rate="")

        def advance() -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.1f} files/s" if speed else "")

        yield advance


def _told(records: Iterable[Record], output: Path, table: Path) -> Iterator[str]:
    """What became of the files: how many gave a report, the others by cause, and how many of them may yet give one."""
    from resume_match.cli.results import is_passing
    from resume_match.renderers.wording import shown

    reports = passing = 0
    causes: dict[str, list[str]] = {}
    for record in records:
        if record["failure"] is None:
            reports += 1
        else:
            passing += is_passing(record)
            causes.setdefault(record["failure"]["code"], []).append(shown(record["file"] or record["id"]))
    failed = sum(len(names) for names in causes.values())
    yield f"{reports + failed} files, {reports} reports, {failed} without a report: {output}, {table}"
    for code, names in sorted(causes.items()):
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        yield f"  {shown(code)}: {len(names)} ({', '.join(names[:_MOST_NAMES])}{more})"
    if passing:
        yield f"  {passing} of them for no fault of the file: --resume tries {'it' if passing == 1 else 'them'} again"
