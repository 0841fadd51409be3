"""Every failure of a file is a typed error that names the file and the remedy, survives pickling, and hides no library's exception."""

from __future__ import annotations

import inspect
import pickle
import pkgutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import docx
import pdfminer
import pytest
from lxml import etree

import resume_match as rm
from resume_match import errors

SAMPLES = Path(__file__).parents[1] / "examples" / "resumes"
NOT_ON_READING = ("pdfminer.high_level", "pdfminer.psexceptions")
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
    error = kind.__new__(kind)
    error.args = ("broken",)
    return error


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
        "ReaderCrashedError": "corrupt",
        "UnsafeDocumentError": "unsafe_content",
        "UnsupportedFormatError": "unsupported_format",
    }


@pytest.mark.parametrize("place", ["PDFPageInterpreter.execute", "PDFPageInterpreter.process_page", "PDFResourceManager.get_font"])
@pytest.mark.parametrize("kind", exceptions_of(pdfminer), ids=lambda kind: kind.__name__)
def test_no_exception_of_pdfminer_escapes_reading(kind: type[Exception], place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, method = place.split(".")
    content = (SAMPLES / "two-column.pdf").read_bytes()
    monkeypatch.setattr(getattr(import_module("pdfminer.pdfinterp"), owner), method, raises(kind))
    outcome = read_or_say_why(content)
    assert isinstance(outcome, rm.DocumentError) or outcome.diagnostics or len(outcome.text) > 1000


@pytest.mark.parametrize("kind", [*exceptions_of(docx), etree.XMLSyntaxError, etree.LxmlError], ids=lambda kind: kind.__name__)
def test_no_exception_of_lxml_or_python_docx_escapes_reading(kind: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    reader = import_module("resume_match.parsers.docx.xml")
    content = (SAMPLES / "tables.docx").read_bytes()

    class Broken:
        def __getattr__(self, name: str) -> object:
            return raises(kind) if name in {"fromstring", "parse", "iterparse"} else getattr(etree, name)

    monkeypatch.setattr(reader, "etree", Broken())
    assert isinstance(read_or_say_why(content), rm.DocumentError)


@pytest.mark.parametrize(
    "kind", [zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError]
)
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
