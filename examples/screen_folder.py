"""Prints one line for each resume in a folder: the coverage figures, how much is missing, and what is worth knowing about the file.

    python examples/screen_folder.py FOLDER [--profile FILE]

Files stand in the order of their names, not of their figures: the figures tell where to look, not whom to invite. Hidden files and Word's
lock files (~$...) are passed over.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import resume_match as rm

SUFFIXES = {".docx", ".pdf", ".txt", ".md"}


def line(path: Path, matcher: rm.ResumeMatcher) -> str:
    """The line of one file; a file that gives no report says why in its place."""
    try:
        report = matcher.match(path, suggest=False)
    except (rm.DocumentError, OSError) as error:
        return f"{path.name}\tno report\t{error}"
    codes = sorted({diagnostic.code.value for diagnostic in report.diagnostics})
    figures = f"{report.overall:.0%}\t{report.duties:.0%}\t{report.skills:.0%}\t{len(report.missing)}"
    return f"{path.name}\t{figures}\t{' '.join(codes) or '-'}"


def main() -> int:
    """Prints the table of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", help="a bundled profile's name or a TOML file")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"{options.folder}: no such folder", file=sys.stderr)
        return 3
    sys.stdout.reconfigure(encoding="utf-8")
    matcher = rm.ResumeMatcher(rm.load_profile(options.profile))
    print("file\toverall\tduties\tskills\tmissing\tworth knowing")
    for path in sorted(options.folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")):
            print(line(path, matcher))
    return 0


if __name__ == "__main__":
    sys.exit(main())
