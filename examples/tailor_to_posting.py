"""Tailors the bundled profile to a job posting, tells what it asks, and ranks resumes by how far they cover it.

    python examples/tailor_to_posting.py [POSTING] [RESUME ...] [-o PROFILE.toml] [--as-of YYYY-MM-DD]

Without arguments the posting and the resumes are the bundled ones, of a fictional employer and fictional people. -o saves the tailored
profile, to be edited and matched with. Exit code 0 with a ranking, 3 with a reason why there is none.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import resume_match as rm

HERE = Path(__file__).parent
POSTING = HERE / "postings" / "director-of-product-management.md"
RESUMES = tuple(HERE / "resumes" / f"{name}.docx" for name in ("senior-product-manager", "marketing-manager", "software-engineer"))


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("posting", nargs="?", default=POSTING, help="a text, Markdown, HTML, DOCX or PDF file")
    parser.add_argument("resumes", nargs="*", default=RESUMES, help="DOCX, PDF or text files")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="save the tailored profile here")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="the day that 'present' means; by default today")
    options = parser.parse_args()
    read = [options.posting, *options.resumes]
    if options.output and options.output.exists() and any(Path(name).exists() and options.output.samefile(name) for name in read):
        parser.error(f"{options.output} is a file that is read, and would be lost; name another")
    return options


def asked(profile: rm.RoleProfile, posting: rm.Document) -> Iterator[str]:
    """A line for each requirement that the posting asks for, the heaviest first, with the words that ask."""
    for requirement in sorted(profile.requirements, key=lambda requirement: -requirement.weight):
        if requirement.origins:
            essential = ", essential" if requirement.essential else ""
            words = " ".join(posting.quote(requirement.origins[0]).split())
            yield f"  {requirement.weight:.2f}  {requirement.kind}{essential}: {requirement.text}\n        “{words}”"


def ranked(matcher: rm.ResumeMatcher, resumes: list[str]) -> Iterator[str]:
    """A line for each resume, the best first, with what is essential and not shown."""
    reports = [matcher.match(resume, suggest=False) for resume in resumes]
    for report in sorted(reports, key=lambda report: -report.overall):
        missing = [coverage.requirement.text for coverage in report.missing if coverage.requirement.essential]
        told = f"; nothing found of: {'; '.join(missing)}" if missing else ""
        yield f"  {report.overall:4.0%}  {report.documents.resume.source}{told}"


def main() -> int:
    """Reads the posting, tailors, matches and prints; 3 where a file gives none."""
    options = arguments()
    try:
        posting = rm.read_posting(options.posting)
        profile = rm.tailor(rm.load_profile(), posting)
        matcher = rm.ResumeMatcher(profile, as_of=options.as_of)
        lines = [f"{profile.title} asks for:", *asked(profile, posting), "", "Coverage, the best first:", *ranked(matcher, options.resumes)]
        if options.output:
            rm.save_profile(profile, options.output)
    except (rm.ResumeMatchError, OSError) as error:
        print(f"No ranking: {error}", file=sys.stderr)
        return 3
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
