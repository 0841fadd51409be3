"""The bounded readers count what comes out, not what is declared."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from resume_match.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError
from resume_match.parsers.limits import DEFAULT_LIMITS, BoundedZip, Budget, Limits
from tests.parsers.docx_files import with_field, zipped


def opened(data: bytes, limits: Limits = DEFAULT_LIMITS) -> BoundedZip:
    return BoundedZip(data, Budget("a.docx", limits))


def test_the_defaults_are_those_that_the_security_page_promises() -> None:
    found = Limits()
    assert (found.file_bytes, found.inflated_xml_bytes, found.zip_members) == (20_000_000, 30_000_000, 10_000)
    assert (found.inflation_ratio, found.inflation_ratio_from_bytes, found.xml_depth) == (200, 10_000_000, 256)
    assert (found.xml_nodes, found.characters, found.seconds, found.memory_bytes) == (2_000_000, 1_000_000, 10.0, 300_000_000)


def test_names_are_compared_without_case_and_with_either_slash() -> None:
    archive = opened(zipped({"Word\\Document.XML": "x"}))
    assert archive.read("word/document.xml") == b"x"
    assert "/word/document.xml" in archive
    with pytest.raises(KeyError):
        archive.read("word/other.xml")


def test_members_that_nobody_asks_for_are_never_inflated() -> None:
    archive = opened(zipped({"word/media/image1.png": b"\0" * 100_000_000, "word/document.xml": "x"}))
    assert archive.read("word/document.xml") == b"x"


def test_what_is_inflated_counts_over_all_members() -> None:
    archive = opened(zipped({f"{number}.xml": b"a" * 400 for number in range(3)}), Limits(inflated_xml_bytes=1000))
    archive.read("0.xml")
    archive.read("1.xml")
    with pytest.raises(LimitExceededError, match="1,000 bytes"):
        archive.read("2.xml")


def test_the_ratio_counts_only_past_its_threshold() -> None:
    data = zipped({"a.xml": b"a" * 100_000})
    assert len(opened(data).read("a.xml")) == 100_000
    with pytest.raises(LimitExceededError, match="200 times"):
        opened(data, Limits(inflation_ratio_from_bytes=50_000)).read("a.xml")


def test_other_methods_than_office_uses_are_refused_before_a_byte_comes_out() -> None:
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with pytest.raises(CorruptDocumentError, match="method"):
            opened(zipped({"a.xml": b"a" * 10_000_000}, method)).read("a.xml")


def test_a_locked_member_is_encrypted() -> None:
    with pytest.raises(EncryptedDocumentError):
        opened(with_field(zipped({"a.xml": "x"}), "a.xml", 8, "<H", 1)).read("a.xml")


def test_damage_is_corrupt_and_chained() -> None:
    data = bytearray(zipped({"a.xml": bytes(range(256)) * 20}))
    data[60:90] = b"\xff" * 30
    with pytest.raises(CorruptDocumentError) as raised:
        opened(bytes(data)).read("a.xml")
    assert raised.value.__cause__ is not None


def test_a_directory_of_too_many_members_is_refused_before_it_is_built() -> None:
    with pytest.raises(LimitExceededError, match="zip_members"):
        opened(zipped({f"{number}": b"" for number in range(20)}), Limits(zip_members=10))


PEAK = """
import resource, sys
sys.path.insert(0, {root!r})
from resume_match.errors import DocumentError
from resume_match.parsers import read_document
from resume_match.parsers.docx import read_docx
from tests.parsers.docx_files import parts_of, para, zipped
read_document(zipped(parts_of(para("warm up"))))
data = zipped(parts_of({body}), 0)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_document(data)
except DocumentError:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="measures memory by Linux units")
@pytest.mark.parametrize(
    "body",
    [
        "'<w:p/>' * 1_900_000",
        "'<w:p ' + ' '.join(f'a{n}=\"\"' for n in range(900_000)) + '/>'",
        "'<w:p>' + '<w:r/>' * 1_900_000 + '</w:p>'",
    ],
    ids=["empty paragraphs", "attributes", "empty runs"],
)
def test_the_densest_xml_that_is_let_in_stays_under_the_memory_limit(body: str, request: pytest.FixtureRequest) -> None:
    code = PEAK.format(root=str(request.config.rootpath), body=body)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) < 300
