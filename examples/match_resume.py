"""Prints how far a resume covers what a role asks, with quoted evidence and suggested bullets.

    python examples/match_resume.py RESUME.docx|RESUME.pdf
        [--format text|json|markdown|html] [-o FILE] [--profile FILE] [--as-of YYYY-MM-DD]

Without --profile the role is the bundled Director of Product Management. Exit code 0 with a report, 3 with a reason why there is none.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

import resume_match as rm

RENDERERS = {"text": rm.to_text, "json": rm.to_json, "markdown": rm.to_markdown, "html": rm.to_html}


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resume", help="a DOCX, PDF or text file")
    parser.add_argument("--format", choices=sorted(RENDERERS), default="text")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the report here instead of printing it")
    parser.add_argument("--profile", help="a bundled profile's name or a TOML file; README, 'Writing a profile'")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="the day that 'present' means; by default today")
    options = parser.parse_args()
    read = [read for read in (options.resume, options.profile) if read]
    if options.output and options.output.exists() and any(Path(name).exists() and options.output.samefile(name) for name in read):
        parser.error(f"{options.output} is a file that is read, and would be lost; name another")
    return options


def main() -> int:
    """Reads the resume and writes the report; 3 where a file gives none."""
    options = arguments()
    try:
        matcher = rm.ResumeMatcher(rm.load_profile(options.profile), as_of=options.as_of)
        report = RENDERERS[options.format](matcher.match(options.resume))
        if options.output:
            options.output.write_text(report, encoding="utf-8")
    except (rm.ResumeMatchError, OSError) as error:
        print(f"No report: {error}", file=sys.stderr)
        return 3
    if not options.output:
        sys.stdout.reconfigure(encoding="utf-8")  # a report may hold letters that a Windows console's own encoding lacks
        print(report, end="" if report.endswith("\n") else "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
