"""Comments in the applicant's own Word file: at the right words, readable by Word's rules, and nothing else changed."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from lxml import etree

from resume_match.errors import CorruptDocumentError, SourceMismatchError, UnsupportedFormatError
from resume_match.model import Anchor, CoverageReport, Documents, EntryHeading, EntryKind, Score, Span, Suggestion, SuggestionKind
from resume_match.parsers.docx import read_docx
from resume_match.parsers.docx.annotate import Note, add_comments
from resume_match.renderers.annotations import annotate_docx
from tests.renderers.reports import Asked, missing, report

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_BOX = (
    f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox>'
    "<w:txbxContent>"
    "<w:p><w:r><w:t>Boxed: chaired the pricing board</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def resume_file() -> bytes:
    """A resume with runs set apart, a table, a link and a text box, as python-docx writes it."""
    document = docx.Document()
    document.add_paragraph("Imogen Vale")
    bullet = document.add_paragraph(style="List Bullet")
    bullet.add_run("Owned the ")
    bullet.add_run("three-year").bold = True
    bullet.add_run(" roadmap. Reported churn to the board. Trained 12 planners.")
    cell = document.add_table(rows=1, cols=2).rows[0].cells[1]
    cell.paragraphs[0].add_run("Ran the depot survey\tand sized the market")
    document.add_paragraph()._p.append(parse_xml(TEXT_BOX))
    document.sections[0].header.paragraphs[0].text = "imogen@vale.example"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def commented(*notes: Note, data: bytes | None = None) -> tuple[bytes, list[tuple[str, str]]]:
    """The annotated file, and of each comment its text and the words that it is set on, both as python-docx reads them back."""
    made = add_comments(data or resume_file(), "vale.docx", notes, "2026-11-01")
    document = docx.Document(io.BytesIO(made))
    return made, [("\n".join(p.text for p in comment.paragraphs), words_of(document, comment.comment_id)) for comment in document.comments]


def words_of(document: docx.document.Document, number: int) -> str:
    """The text between the two ends of a comment's range."""
    found, inside = [], False
    for element in document.element.body.iter():
        if element.tag in (f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd") and element.get(f"{{{W}}}id") == str(number):
            inside = element.tag.endswith("Start")
        elif inside and element.tag == f"{{{W}}}t":
            found.append(element.text or "")
    return "".join(found)


def at(data: bytes, words: str) -> Anchor:
    """The anchor of the line that holds those words."""
    document = read_docx(data, "vale.docx")
    return next(line.anchor for line in document.lines if words in document.quote(line.span))


@pytest.mark.parametrize(
    ("quote", "set_on"),
    [
        ("Reported churn to the board", "Reported churn to the board."),
        ("Owned the three-year roadmap.", "Owned the three-year roadmap."),
        ("three-year", "three-year"),
        ("year roadmap", "-year roadmap."),
        ("Trained 12 planners", "Trained 12 planners."),
        ("reported  CHURN", "Reported churn"),
        ("not in this paragraph", "Owned the three-year roadmap. Reported churn to the board. Trained 12 planners."),
        ("", "Owned the three-year roadmap. Reported churn to the board. Trained 12 planners."),
    ],
)
def test_a_comment_is_set_on_the_words_that_it_speaks_of(quote: str, set_on: str) -> None:
    _, comments = commented(Note(at(resume_file(), "roadmap"), quote, ("Say which.",)))
    assert comments == [("Say which.", set_on)]


def test_several_comments_in_one_paragraph_keep_their_own_words() -> None:
    here = at(resume_file(), "roadmap")
    _, comments = commented(Note(here, "Trained 12", ("a",)), Note(here, "Owned the three", ("b",)), Note(here, "Owned the three", ("c",)))
    assert comments == [("a", "Trained 12"), ("b", "Owned the three-"), ("c", "Owned the three-")]


def test_a_table_cell_takes_a_comment_on_its_words() -> None:
    _, comments = commented(Note(at(resume_file(), "sized"), "sized the market", ("How large?",)))
    assert comments == [("How large?", "sized the market")]


def test_a_text_box_is_quoted_in_a_comment_on_the_run_that_it_hangs_on() -> None:
    made, comments = commented(Note(at(resume_file(), "Boxed"), "chaired the pricing board", ("Good.",)))
    assert comments == [("On “chaired the pricing board”\nGood.", "Boxed: chaired the pricing board")]
    box = next(docx.Document(io.BytesIO(made)).element.body.iter(f"{{{W}}}txbxContent"))
    assert not [element for element in box.iter() if "comment" in str(element.tag)]


def test_what_word_takes_no_comment_on_is_quoted_at_the_top() -> None:
    _, comments = commented(Note(at(resume_file(), "imogen@"), "imogen@vale.example", ("Fine.",)), Note(None, "", ("All in all.",)))
    assert comments == [("On “imogen@vale.example”\nFine.", "Imogen Vale"), ("All in all.", "Imogen Vale")]


def test_every_other_part_stays_byte_for_byte() -> None:
    before = zipfile.ZipFile(io.BytesIO(resume_file()))
    after = zipfile.ZipFile(io.BytesIO(commented(Note(at(resume_file(), "roadmap"), "churn", ("x",)))[0]))
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert [name for name in after.namelist() if name not in before.namelist()] == ["word/comments.xml"]
    assert all(before.read(name) == after.read(name) for name in before.namelist() if name not in touched)
    assert after.namelist()[: len(before.namelist())] == before.namelist()


def test_the_body_without_its_comments_reads_as_before() -> None:
    data = resume_file()
    made, _ = commented(Note(at(data, "roadmap"), "churn to", ("x",)), Note(at(data, "sized"), "market", ("y",)), data=data)
    assert read_docx(made, "a").text == read_docx(data, "a").text
    assert [line.bold_spans for line in read_docx(made, "a").lines] == [line.bold_spans for line in read_docx(data, "a").lines]
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))
    for element in [element for element in root.iter() if "omment" in etree.QName(element).localname]:
        parent = element.getparent()
        parent.remove(element)
        if parent.tag == f"{{{W}}}r" and not len(parent):
            parent.getparent().remove(parent)
    first = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    runs = [[(run.text, run.bold) for run in paragraph.runs] for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert [merged(p) for p in root.iter(f"{{{W}}}p")] == [merged(p) for p in first.iter(f"{{{W}}}p")]
    assert runs[1][1] == ("three-year", True)


def merged(paragraph: etree._Element) -> list[tuple[bytes, str]]:
    """The runs of a paragraph, neighbours of the same setting joined."""
    found: list[tuple[bytes, str]] = []
    for run in paragraph.iterchildren(f"{{{W}}}r"):
        setting = b"".join(etree.tostring(element) for element in run.iterchildren(f"{{{W}}}rPr"))
        text = "".join(element.text or etree.QName(element).localname for element in run if element.tag != f"{{{W}}}rPr")
        if found and found[-1][0] == setting:
            text = found.pop()[1] + text
        found.append((setting, text))
    return found


def test_comments_that_are_there_stay_and_new_ones_follow() -> None:
    document = docx.Document(io.BytesIO(resume_file()))
    document.add_comment(document.paragraphs[0].runs, text="Mine", author="Imogen", initials="IV")
    saved = io.BytesIO()
    document.save(saved)
    made, comments = commented(Note(None, "", ("New",)), data=saved.getvalue())
    assert comments == [("Mine", "Imogen Vale"), ("New", "Imogen Vale")]
    ids = [comment.comment_id for comment in docx.Document(io.BytesIO(made)).comments]
    assert len(set(ids)) == 2


def test_the_same_notes_give_the_same_bytes() -> None:
    data, note = resume_file(), Note(None, "", ("x",))
    assert add_comments(data, "a", [note], "2026-11-01") == add_comments(data, "a", [note], "2026-11-01")


def test_a_file_with_a_damaged_picture_is_refused_by_name() -> None:
    data = bytearray(resume_file())
    member = zipfile.ZipFile(io.BytesIO(bytes(data))).getinfo("docProps/thumbnail.jpeg")
    start = member.header_offset + 30 + len(member.filename)
    data[start + 20 : start + 60] = b"\xff" * 40
    with pytest.raises(CorruptDocumentError, match=r"vale\.docx"):
        add_comments(bytes(data), "vale.docx", [Note(None, "", ("x",))], "2026-11-01")


def annotated_report(data: bytes) -> CoverageReport:
    """A report on that file with one suggestion for a line, one for an entry, one for neither."""
    document = read_docx(data, "vale.docx")
    start = document.text.index("Reported churn")
    line, entry = Span(start, start + len("Reported churn to the board.")), Span(0, len(document.text))
    heading = EntryHeading(EntryKind.EXPERIENCE, "Planner", "Vale", None, None, entry)

    def suggestion(kind: SuggestionKind, target: EntryHeading | None, based_on: Span | None) -> Suggestion:
        return Suggestion("market-research", kind, f"{kind.value} [n]", "plain", (), target, based_on, Score(0.1), "Because.")

    made = (
        suggestion(SuggestionKind.STRENGTHEN_BULLET, heading, line),
        suggestion(SuggestionKind.ADD_BULLET, heading, None),
        suggestion(SuggestionKind.STATE_IT, None, None),
    )
    return replace(report(), documents=Documents(document), coverages=(missing(Asked.research),), suggestions=made, diagnostics=())


def test_a_report_becomes_one_comment_on_the_whole_and_one_for_each_suggestion(tmp_path: Path) -> None:
    data, target = resume_file(), tmp_path / "reviewed.docx"
    assert annotate_docx(annotated_report(data), data, target) == 4
    document = docx.Document(str(target))
    comments = {"\n".join(p.text for p in comment.paragraphs): words_of(document, comment.comment_id) for comment in document.comments}
    whole, rewritten, added, stated = comments
    assert "it predicts no applicant-tracking system and makes no hiring decision" in whole
    assert rewritten.startswith(
        "1. Strengthen a bullet (duties +10 points), for: Conduct market research and analysis\nDraft: strengthen-bullet [n]"
    )
    assert comments[rewritten] == "Reported churn to the board."
    assert comments[added] == comments[stated] == comments[whole] == "Imogen Vale"


def test_another_file_than_the_report_speaks_of_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceMismatchError, match=r"vale\.docx: not the file of this report"):
        annotate_docx(annotated_report(resume_file()), resume_file() + b" ", tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_takes_no_comments(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match="HTML report"):
        annotate_docx(report(), b"%PDF", tmp_path / "x.docx")


def test_the_resume_itself_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "vale.docx"
    path.write_bytes(resume_file())
    made = annotated_report(path.read_bytes())
    assert hashlib.sha256(path.read_bytes()).hexdigest() == made.documents.resume.sha256
    with pytest.raises(ValueError, match="another file"):
        annotate_docx(made, path, tmp_path / "." / "vale.docx")


def test_libreoffice_opens_the_annotated_file(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine")
    target = tmp_path / "reviewed.docx"
    data = resume_file()
    annotate_docx(annotated_report(data), data, target)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    run = [office, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(target)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    content = zipfile.ZipFile(tmp_path / "reviewed.odt").read("content.xml").decode()
    assert content.count("<office:annotation ") == 4
