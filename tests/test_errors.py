"""Every failure of a file is a typed error that names the file and the remedy, survives pickling, and hides no library's exception."""

from __future__ import annotations

import datetime
import inspect
import pickle
import pkgutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfminer
import pytest
from lxml import etree

import resume_match as rm
from resume_match import errors

SAMPLES = Path(__file__).parents[1] / "examples" / "resumes"
ERRORS = sorted(
    (kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, rm.ResumeMatchError)),
    key=lambda kind: kind.__name__,
)


def example_of(kind: type[rm.ResumeMatchError]) -> rm.ResumeMatchError:
    """An error of that class with all that it needs."""
    if issubclass(kind, rm.DocumentError):
        return kind("cv.pdf", "the file is damaged", "Save it again as PDF")
    if issubclass(kind, rm.DataError):
        return kind("own.toml", ("requirement 2: `text` is missing; add one",))
    if kind is rm.SourceMismatchError:
        return kind("cv.docx", "0" * 64, "f" * 64)
    return kind("something went wrong")


def exceptions_of(package: object) -> Iterator[type[Exception]]:
    """Every exception class that the package defines, each once, in the order of its name."""
    found: dict[str, type[Exception]] = {}
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if "image" in module.name and package is pdfminer:
            continue
        for kind in vars(import_module(module.name)).values():
            if inspect.isclass(kind) and issubclass(kind, Exception) and kind.__module__.startswith(package.__name__):
                found[f"{kind.__module__}.{kind.__name__}"] = kind
    yield from (kind for _, kind in sorted(found.items()))


def raised(kind: type[Exception]) -> Exception:
    """An exception of that class, whatever its constructor asks for."""
    try:
        return kind("broken")
    except TypeError:
        error = kind.__new__(kind)
        error.args = ("broken",)
        return error


def lzw(content: bytes) -> bytes:
    """The bytes in LZW code (PDF 32000-1, 7.4.4): nine-bit literals, the table cleared before it grows."""
    codes = [code for at, byte in enumerate(content) for code in ((256, byte) if at % 200 == 0 else (byte,))]
    bits = "".join(f"{code:09b}" for code in [*codes, 257])
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def pdf_of(*objects: bytes) -> bytes:
    """A PDF file of those objects, numbered from 1; the first is the catalog."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


PAGE = lzw(b"BT /F1 12 Tf 72 700 Td (R\\001sum\\001 of Robin Vale) Tj 0 -20 Td (Negotiated contracts) Tj ET")
ODD_PDF = pdf_of(  # what our samples do not have: LZW code, a font with named glyphs and no ToUnicode, a link
    b"<</Type /Catalog /Pages 2 0 R>>",
    b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [6 0 R] /Resources <</Font <</F1 5 0 R>>>>>>",
    b"<</Length %d /Filter /LZWDecode>>\nstream\n%b\nendstream" % (len(PAGE), PAGE),
    b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [1 /eacute]>>>>",
    b"<</Type /Annot /Subtype /Link /Rect [72 690 200 712] /A <</S /URI /URI (https://example.com)>>>>",
)


def read_or_say_why(content: bytes) -> rm.Document | rm.DocumentError:
    """The document, or the typed error in its place; anything else escapes."""
    try:
        return rm.read_document(content, name="cv")
    except rm.DocumentError as error:
        return error


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_survives_pickling_with_all_that_it_says(kind: type[rm.ResumeMatchError]) -> None:
    error = example_of(kind)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("kind", [kind for kind in ERRORS if issubclass(kind, rm.DocumentError)], ids=lambda kind: kind.__name__)
def test_a_document_error_names_file_fault_and_remedy(kind: type[rm.DocumentError]) -> None:
    assert str(example_of(kind)) == "cv.pdf: the file is damaged. Save it again as PDF"


def test_each_document_error_has_the_code_that_machines_read() -> None:
    assert {kind.__name__: kind.code for kind in ERRORS if issubclass(kind, rm.DocumentError)} == {
        "CorruptDocumentError": "corrupt",
        "DocumentError": "corrupt",
        "EmptyFileError": "empty_file",
        "EncryptedDocumentError": "encrypted",
        "LimitExceededError": "limit_exceeded",
        "NoTextError": "no_text",
        "ReaderCrashedError": "reader_crashed",
        "ReaderUnavailableError": "reader_unavailable",
        "UnsafeDocumentError": "unsafe_content",
        "UnsupportedFormatError": "unsupported_format",
    }


def doors_to_pdfminer() -> list[tuple[object, str]]:
    """Each function or class of pdfminer that a module of the PDF reader calls, as (module, name); exception classes are not called."""
    package = import_module("resume_match.parsers.pdf")
    modules = [import_module(module.name) for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
    found = []
    for module in modules:
        for name, value in sorted(vars(module).items()):
            foreign = callable(value) and str(getattr(value, "__module__", "")).startswith("pdfminer")
            if foreign and not (inspect.isclass(value) and issubclass(value, Exception)):
                found.append((module, name))
    return found


def test_the_sample_with_odd_parts_is_read() -> None:
    outcome = read_or_say_why(ODD_PDF)
    assert isinstance(outcome, rm.Document)
    assert "Résumé" in outcome.text


@pytest.mark.parametrize("kind", exceptions_of(pdfminer), ids=lambda kind: kind.__name__)
def test_no_exception_of_pdfminer_escapes_reading(kind: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    reached = []

    def broken(*_: object, **__: object) -> object:
        reached.append(door)
        raise raised(kind)

    for door in doors_to_pdfminer():
        with monkeypatch.context() as patch:
            patch.setattr(*door, broken)
            assert isinstance(read_or_say_why(ODD_PDF), rm.Document | rm.DocumentError), door
    assert {name for _, name in reached} >= {"LZWDecoder", "name2unicode"}


def test_python_docx_takes_no_part_in_reading_so_none_of_its_exceptions_can_escape() -> None:
    sample = str(SAMPLES / "tables.docx")
    code = f"import sys, resume_match as rm; rm.read_document({sample!r}); print('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


@pytest.mark.parametrize(
    "kind", [etree.LxmlError, etree.LxmlSyntaxError, etree.C14NError, etree.XIncludeError], ids=lambda kind: kind.__name__
)
def test_no_exception_of_lxml_escapes_reading(kind: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    reader = import_module("resume_match.parsers.docx.xml")
    content = (SAMPLES / "tables.docx").read_bytes()

    class Broken:
        def __getattr__(self, name: str) -> object:
            return raises(kind) if name in {"fromstring", "parse", "iterparse"} else getattr(etree, name)

    monkeypatch.setattr(reader, "etree", Broken())
    assert isinstance(read_or_say_why(content), rm.DocumentError)


@pytest.mark.parametrize("kind", [zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError])
def test_no_exception_of_the_zip_reader_escapes_reading(kind: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    content = (SAMPLES / "tables.docx").read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "open", raises(kind))
    assert isinstance(read_or_say_why(content), rm.DocumentError)


def raises(kind: type[Exception]) -> Callable[..., object]:
    """A stand-in for any function that does nothing but raise."""

    def broken(*_: object, **__: object) -> object:
        raise raised(kind)

    return broken


def test_a_missing_path_and_a_folder_stay_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        rm.read_document(tmp_path / "absent.pdf")
    with pytest.raises((IsADirectoryError, PermissionError)):  # Windows says permission denied
        rm.read_document(tmp_path)


# ------------------------------------------------------------------------------------------------------------------- wrong arguments

RESUME = (
    b"# Mara Quill\nmara.quill@example.com\n\n## Experience\n\n### Product Manager, Tarn Ferries\n2019 - present\n\n- Owned the roadmap\n"
)


def test_a_moment_is_taken_for_its_day() -> None:
    moment = datetime.datetime(2026, 11, 1, 15, 30)
    assert rm.match(RESUME, as_of=moment).as_of == rm.ResumeMatcher(as_of=moment).as_of.isoformat() == "2026-11-01"


@pytest.mark.parametrize("wrong", [{"as_of": "2026-11-01"}, {"as_of": 20261101}, {"profile": "own.toml"}, {"profile": Path("own.toml")}])
def test_what_is_no_day_and_no_profile_is_a_type_error_that_names_what_is_meant(wrong: dict[str, Any]) -> None:
    name = next(iter(wrong))
    for call in (lambda: rm.ResumeMatcher(**wrong), lambda: rm.match(RESUME, **wrong)):
        with pytest.raises(TypeError, match=f"^{name} is a .*, such as .*, not "):
            call()


@pytest.mark.parametrize("one", ["resume.docx", Path("resume.docx"), RESUME, BytesIO(RESUME)])
def test_one_source_is_not_taken_for_many(one: Any) -> None:
    with pytest.raises(TypeError, match="several sources"):
        rm.match_many(one, matcher=rm.ResumeMatcher(as_of=datetime.date(2026, 11, 1)))
