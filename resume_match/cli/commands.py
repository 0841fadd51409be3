"""The commands themselves: each reads its arguments, calls the library once, and writes what comes back."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated

import typer

from resume_match.cli.options import (
    BELOW,
    EPILOG,
    SHORT_ENDINGS,
    AsOf,
    CoverLetter,
    FailUnder,
    Form,
    Format,
    Output,
    PdfReader,
    PdfSource,
    Posting,
    Profile,
    Resume,
    ShortForm,
    ShortFormat,
)
from resume_match.cli.reading import FileArgument, matcher_of, posting_of, profile_of, report_of, with_posting
from resume_match.cli.targets import check_ending, check_read_once, check_target, format_by_ending
from resume_match.cli.writing import format_for, on_terminal, print_table, rendered, write
from resume_match.renderers.wording import shown

if TYPE_CHECKING:
    from resume_match.model import RoleProfile

app = typer.Typer(
    name="resume-match",
    help="How far a resume covers what a role asks, with quoted evidence and suggested bullets. Offline; it makes no hiring decision.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"resume-match {version('resume-match')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    pass


@app.command(epilog=EPILOG)
def match(
    resume: Resume,
    *,
    profile: Profile = None,
    posting: Posting = None,
    cover_letter: CoverLetter = None,
    as_of: AsOf = None,
    pdf_source: PdfSource = PdfReader.OWN,
    form: Form = None,
    output: Output = None,
    suggest: Annotated[bool, typer.Option(help="Suggest bullets.")] = True,
    text: Annotated[bool, typer.Option(help="Keep the documents' texts in the JSON.")] = True,
    fail_under: FailUnder = None,
) -> None:
    """Report how far a resume covers a role, with evidence and suggestions.

    The format `docx` is a Word report; `comments` is your own Word file with the suggestions as comments.
    """
    check_read_once(resume, posting, cover_letter)
    check_target(output, resume, posting, cover_letter, profile)
    chosen = format_for(form, output, resume)
    source, asked = FileArgument(resume), posting_of(posting)
    letter = FileArgument(cover_letter).open() if cover_letter is not None else None
    report = matcher_of(profile, as_of, asked, pdf_source).match(source.open(), cover_letter=letter, suggest=suggest)
    report = with_posting(report, asked)
    if chosen is Format.TABLE and output is None and on_terminal():
        print_table(report)
    else:
        write(rendered(report, chosen, source, text=text), output)
    if fail_under is not None and report.overall < fail_under:
        typer.echo(f"Overall {report.overall:.0%} is below {fail_under:.0%}.", err=True)
        raise typer.Exit(BELOW)


@app.command(epilog=EPILOG)
def tailor(
    posting: Annotated[str, typer.Argument(metavar="POSTING", help="A posting as text, Markdown, HTML, DOCX or PDF, or - .")],
    *,
    profile: Profile = None,
    output: Output = None,
) -> None:
    """Show what a posting asks for, or write it as a profile (-o FILE.toml) to edit and to match with."""
    from resume_match.profiles import save_profile

    check_target(output, posting, profile)
    check_ending(output, (".toml",))
    asked = profile_of(profile, posting_of(posting))
    if output is not None:
        save_profile(asked, output)
    else:
        _show_profile(asked)


@app.command(epilog=EPILOG)
def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier resume, or a report of it as JSON.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later resume, or a report of it as JSON.")],
    *,
    profile: Profile = None,
    posting: Posting = None,
    as_of: AsOf = None,
    pdf_source: PdfSource = PdfReader.OWN,
    form: ShortForm = None,
    output: Output = None,
) -> None:
    """Tell which requirements changed between two versions of a resume, and which sentence did it."""
    from resume_match.comparison import compare as compared
    from resume_match.renderers.as_comparison import comparison_to_json, comparison_to_markdown

    check_read_once(before, after, posting)
    check_target(output, before, after, posting, profile)
    chosen = format_by_ending(form, output, SHORT_ENDINGS, ShortFormat.MARKDOWN)
    matcher = matcher_of(profile, as_of, posting_of(posting), pdf_source)
    first, second = report_of(before, matcher), report_of(after, matcher)
    try:
        comparison = compared(first, second)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    written = comparison_to_json(comparison) if chosen is ShortFormat.JSON else comparison_to_markdown(comparison)
    write(written.encode(), output)


@app.command(epilog=EPILOG)
def interview(
    resume: Resume,
    *,
    profile: Profile = None,
    posting: Posting = None,
    as_of: AsOf = None,
    pdf_source: PdfSource = PdfReader.OWN,
    form: ShortForm = None,
    output: Output = None,
) -> None:
    """List the interview questions to expect, with the passages of the resume to answer from."""
    from resume_match.renderers.as_questions import questions_to_json, questions_to_markdown

    check_read_once(resume, posting)
    check_target(output, resume, posting, profile)
    chosen = format_by_ending(form, output, SHORT_ENDINGS, ShortFormat.MARKDOWN)
    report = report_of(resume, matcher_of(profile, as_of, posting_of(posting), pdf_source))
    write((questions_to_json(report) if chosen is ShortFormat.JSON else questions_to_markdown(report)).encode(), output)


@app.command()
def profiles(name: Annotated[str | None, typer.Argument(metavar="[NAME|FILE]", help="A profile to show.")] = None) -> None:
    """List the bundled profiles, or show what one asks."""
    from resume_match.profiles import list_profiles, load_profile

    for known in list_profiles() if name is None else ():
        found = load_profile(known)
        typer.echo(f"{known}: {found.title}, {len(found.requirements)} requirements")
    if name is not None:
        _show_profile(load_profile(name))


@app.command()
def schema(output: Output = None) -> None:
    """Print the JSON Schema of the reports that `match --format json` writes."""
    from resume_match.renderers import report_schema

    check_target(output)
    check_ending(output, (".json",))
    write((json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n").encode(), output)


def _show_profile(asked: RoleProfile) -> None:
    """Print what a profile asks, one line for each requirement."""
    lines = [f"{shown(asked.title)} ({shown(asked.id)} {shown(asked.version)}; {shown(asked.source)})"]
    for requirement in asked.requirements:
        essential = ", essential" if requirement.essential else ""
        lines.append(f"  {requirement.kind:<13} weight {requirement.weight:g}{essential}: {shown(requirement.text)} [{requirement.id}]")
    write(("\n".join(lines) + "\n").encode(), None)
