"""Mutated Word and text files: whatever is broken, reading ends in a document or a DocumentError, soon.

The seed is fixed and the run short; `RESUME_MATCH_FUZZ_SECONDS` makes it longer, and `--junitxml` tells how many files it read.
"""

from __future__ import annotations

import os
import random
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

from resume_match.errors import DocumentError
from resume_match.parsers import read_document
from tests.parsers.docx_files import zipped
from tests.parsers.hostile_docx import CASES

SEED = 20261125
SECONDS = float(os.environ.get("RESUME_MATCH_FUZZ_SECONDS", "4"))
LONGEST = 10.0
_XML = (b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tc>", b'w:val=""', b'w:val="-99999999999"', b"&#xFFFF;", b"&x;", b"\x00", b"<w:r><w:t>x")


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with a few of them flipped, cut, doubled or replaced by what hurts in XML."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(changed) + 1)
        match dice.randrange(5):
            case 0 if changed:
                changed[place % len(changed)] = dice.randrange(256)
            case 1:
                del changed[place : place + dice.randrange(1, 200)]
            case 2:
                changed[place:place] = changed[place : place + dice.randrange(1, 400)]
            case 3:
                changed[place:place] = dice.choice(_XML)
            case _:
                changed = changed[: max(1, place)] if dice.random() < 0.2 else changed
    return bytes(changed)


def mutated_inside(data: bytes, dice: random.Random) -> bytes:
    """The archive with one of its members mutated and packed anew, so that the damage reaches the XML reader."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        return mutated(data, dice)
    name = dice.choice(sorted(parts))
    content = parts[name]
    assert isinstance(content, bytes)
    return zipped({**parts, name: mutated(content, dice)})


def test_mutated_files_end_in_a_document_or_a_document_error(record_testsuite_property: Callable[[str, object], None]) -> None:
    dice = random.Random(SEED)
    seeds = [data for data in (case.make() for case in CASES) if len(data) < 100_000]
    assert len(seeds) > 80
    end = time.monotonic() + SECONDS
    files = documents = 0
    while time.monotonic() < end:
        data = dice.choice((mutated, mutated_inside))(dice.choice(seeds), dice)
        start = time.monotonic()
        files += 1
        try:
            document = read_document(data)
        except DocumentError:
            pass
        else:
            documents += 1
            assert all(document.quote(line.span).strip() for line in document.lines)
        assert time.monotonic() - start < LONGEST
    record_testsuite_property("files", files)
    record_testsuite_property("documents", documents)
    assert documents > 10
