"""What `read_pdf` gives of a file in order: text, lines with their places and styles, links, diagnostics."""

from __future__ import annotations

import hashlib

import pytest

from resume_match.errors import EncryptedDocumentError, LimitExceededError, NoTextError
from resume_match.model import Box, Document, DocumentFormat
from resume_match.parsers.limits import DEFAULT_LIMITS, Limits
from resume_match.parsers.pdf import read_pdf
from tests.parsers.pdf_files import encrypted, lines, one_page, paged, show


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read_pdf(data, "resume.pdf", limits)


def test_a_document_names_its_source_format_hash_and_pages() -> None:
    data = paged([show("Nora Quill"), show("Baked bread")]).written()
    document = read(data)
    assert (document.source, document.format, document.pages) == ("resume.pdf", DocumentFormat.PDF, 2)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text == "Nora Quill\nBaked bread"
    assert [document.quote(line.span) for line in document.lines] == ["Nora Quill", "Baked bread"]


def test_a_line_has_its_page_and_its_box_from_the_top_left() -> None:
    (line,) = read(one_page(show("Nora", x=72, y=692, size=10)).written()).lines
    assert line.page == 1
    box = line.anchor.box
    assert box is not None
    assert (box.left, box.top, box.bottom) == (72.0, 92.5, 102.5)
    assert box.right == pytest.approx(72 + 2.167 * 10, abs=0.5)


def test_a_turned_page_is_measured_as_it_is_read() -> None:
    content = f"q 0 1 -1 0 612 0 cm {show('Nora Quill', x=50, y=560)} Q"
    (line,) = read(one_page(content, page="/Rotate 90").written()).lines
    assert isinstance(line.anchor.box, Box)
    assert line.anchor.box.left == 50.0
    assert 40 < line.anchor.box.top < 52


def test_size_boldness_and_gap_tell_headings() -> None:
    fonts = one_page(show("EXPERIENCE", y=700, size=16).replace("/F1", "/F2") + lines("Head baker", "Baked bread", y=660, size=10))
    fonts.objects[4] = fonts.objects[4].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 6 0 R")
    fonts.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>", 6)
    heading, first, second = read(fonts.written()).lines
    assert (heading.style.size, heading.style.bold, heading.style.gap) == (16.0, True, None)
    assert (first.style.size, first.style.bold) == (10.0, False)
    assert first.style.gap is not None and second.style.gap is not None
    assert first.style.gap > 1 > second.style.gap


def test_the_bold_part_of_a_line_is_marked() -> None:
    file = one_page("BT /F2 10 Tf 72 700 Td (Head baker) Tj /F1 10 Tf 60 0 Td (Acme) Tj ET")
    file.objects[4] = file.objects[4].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 6 0 R")
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>", 6)
    document = read(file.written())
    (line,) = document.lines
    assert [document.quote(span) for span in line.bold_spans] == ["Head baker"]
    assert not line.style.bold


def test_a_link_covers_its_words() -> None:
    file = one_page(lines("Nora Quill", "mail me or call"), page="/Annots [6 0 R 7 0 R]")
    file.add("<< /Type /Annot /Subtype /Link /Rect [70 680 92 696] /A << /S /URI /URI (mailto:nora@example.org) >> >>", 6)
    file.add("<< /Type /Annot /Subtype /Link /Rect [400 20 420 40] /A << /S /URI /URI (https://example.org) >> >>", 7)
    document = read(file.written())
    (mail, home) = document.links
    assert mail.span is not None
    assert (document.quote(mail.span), mail.target) == ("mail", "mailto:nora@example.org")
    assert (home.span, home.target) == (None, "https://example.org")


def test_furniture_stands_behind_the_text() -> None:
    pages = [lines("Nora Quill", y=760) + lines("Baked bread", "Sold cake") + show(f"Page {number} of 2", y=30) for number in (1, 2)]
    document = read(paged(pages).written())
    assert document.text == "Nora Quill\nBaked bread\nSold cake\nBaked bread\nSold cake\nPage 1 of 2\nNora Quill\nPage 2 of 2"
    assert [line.style.furniture for line in document.lines] == [False] * 5 + [True] * 3


def test_a_word_broken_over_two_pages_is_put_together() -> None:
    document = read(paged([lines("Nora Quill", "We imple-"), lines("mented ovens")]).written())
    assert document.text == "Nora Quill\nWe implemented\novens"


def test_hidden_text_is_quoted_and_kept_out() -> None:
    document = read(one_page(lines("Nora Quill", "Baked bread") + "1 g " + show("kubernetes terraform", y=500)).written())
    assert document.text == "Nora Quill\nBaked bread"
    (found,) = document.diagnostics
    assert (found.code, found.page, found.quote) == ("hidden_text", 1, "kubernetes terraform")
    assert found.message == "Kept out of the text: its color is nearly that of its background (page 1)."


def test_a_page_that_could_not_be_read_is_named() -> None:
    file = paged([show("Nora Quill"), show("Baked bread"), show("Sold cake")])
    file.add("<< /Nothing true >>", 7)
    (found,) = read(file.written()).diagnostics
    assert (found.code, found.page, found.lost) == ("partial_text", 2, None)


def test_the_share_of_unmapped_characters_is_counted() -> None:
    names = " ".join(f"{code} /g{code}x" for code in range(65, 91))
    file = one_page(lines("nora quill", "baked bread XYZ"))
    file.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Own /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [{names}] >> >>", 3)
    (found,) = read(file.written()).diagnostics
    assert (found.code, found.lost) == ("unmapped_glyphs", 3)
    assert found.message.startswith("3 characters (12.0%)")


def test_reading_the_same_bytes_twice_gives_the_same() -> None:
    data = paged([lines("Nora Quill", "Baked bread") + "1 g " + show("more", y=500)] * 3).written()
    assert read(data) == read(data)


def test_limits_can_be_lowered_and_raised() -> None:
    three = paged([show("Nora Quill")] * 3).written()
    with pytest.raises(LimitExceededError) as raised:
        read(three, Limits(pages=2))
    assert "Limits(pages=...)" in str(raised.value)
    many = paged([show("Nora Quill")] * 310).written()
    assert read(many, Limits(pages=400)).pages == 310
    with pytest.raises(LimitExceededError):
        read(three, Limits(seconds=0))


def test_errors_say_what_to_do_and_quote_nothing() -> None:
    with pytest.raises(EncryptedDocumentError) as locked:
        read(encrypted(show("Nora Quill"), b"sesame"))
    assert str(locked.value).startswith("resume.pdf: it is protected by a password. Remove the password")
    assert locked.value.__cause__ is not None
    with pytest.raises(NoTextError) as empty:
        read(one_page("q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q".encode("latin-1")).written())
    assert "Run OCR" in str(empty.value)


def test_the_environment_is_not_asked_for_character_maps(monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("CMAP_PATH", str(tmp_path))
    file = one_page(show("Nora Quill") + "BT /F2 11 Tf 72 600 Td <00410042> Tj ET")
    file.objects[4] = file.objects[4].replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 6 0 R")
    file.add("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /UniJIS-UCS2-H /DescendantFonts [7 0 R] >>", 6)
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>"
    file.add(f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own {system} >>", 7)
    assert read(file.written()).text == "Nora Quill\nAB"


def test_nested_bullets_have_their_level() -> None:
    content = (
        lines("Head baker", "\x95 Baked bread") + show("\x95 of rye", x=90, y=672) + show("\x95 Sold cake", y=658) + lines("Miller", y=640)
    )
    assert [(line.style.list_item, line.style.level) for line in read(one_page(content).written()).lines] == [
        (False, 0), (True, 0), (True, 1), (True, 0), (False, 0),
    ]  # fmt: skip
