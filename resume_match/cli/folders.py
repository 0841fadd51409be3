"""What a folder holds that may be a resume, and what of it cannot be looked into."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

RESUME_ENDINGS = (".pdf", ".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".txt", ".text", ".md", ".markdown")
_PASSED_OVER = (".", "~$")  # hidden files and folders, and the files by which Word locks a document that is open


@dataclass(frozen=True, slots=True)
class Found:
    """The paths in order, and the errors of those among them that are folders which cannot be read."""

    paths: tuple[Path, ...]
    unread: Mapping[Path, OSError]


def resumes_in(folder: Path) -> Found:
    """The files that may be resumes by their endings, links that lead nowhere too; hidden files and Word's lock files are none.

    A folder below that cannot be read is one of the paths, so that nobody takes its resumes for looked at; OSError for the folder itself.
    """
    faults: list[OSError] = []
    found = list(_files(folder, faults))
    unread = {Path(fault.filename): fault for fault in faults}
    if folder in unread:
        raise unread[folder]
    return Found(tuple(sorted((*found, *unread), key=lambda path: path.relative_to(folder).as_posix())), unread)


def _files(folder: Path, faults: list[OSError]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = (name for name in folders if not name.startswith(_PASSED_OVER))
        for name in names:
            path = Path(place, name)
            if path.suffix.lower() in RESUME_ENDINGS and not name.startswith(_PASSED_OVER) and _is_file_or_out_of_reach(path):
                yield path


def _is_file_or_out_of_reach(path: Path) -> bool:
    """True for a file, and for a name behind which nothing can be seen, as a link that leads nowhere; False for a pipe or a device."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True
