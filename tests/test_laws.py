"""The laws of the library, each tested over many resumes: the samples of examples/ and, where they are present, files of other makers."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Pt, RGBColor
from samples import (
    AS_OF,
    ORDER,
    OTHER_PAIRS,
    OTHERS,
    PAIRS,
    RESUMES,
    SAMPLES,
    SHARED,
    SOURCES,
    matcher,
    report_of,
    report_on,
    scores,
    statuses,
)

import resume_match as rm

ALL = [*SAMPLES, *OTHERS]
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in SOURCES}
ENTRIES = {"marketing-manager": "- Manage a team", "senior-product-manager": "- Own the strategy", "software-engineer": "- Lead a team"}
BULLETS = (
    "Negotiated a four-year supply contract with two carriers",
    "Set the product strategy and roadmap for the next three years",
    "Benchmarked six competitors every quarter",
    "Presented quarterly results to the board",
    "Managed a team of five product managers",
    "Sorted the mail and watered the plants",
)
NOT_A_RESUME = {
    "nothing.pdf": b"",
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"\0" * 400,
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 800,
    "rich.rtf": rb"{\rtf1\ansi Negotiated contracts}",
    "archive.docx": b"PK\x05\x06" + b"\0" * 18,
    "cut.pdf": (RESUMES / "two-column.pdf").read_bytes()[:900],
    "noise.docx": b"PK\x03\x04" + bytes(range(256)) * 3,
}


def id_of(path: Path) -> str:
    return path.name


def matched(path: Path) -> rm.CoverageReport:
    """The report on a file; a file that gives a typed error obeys the laws by that."""
    try:
        return report_of(path)
    except rm.DocumentError as error:
        pytest.skip(f"gives no report: {error.code}")


def spans_of(report: rm.CoverageReport) -> Iterator[tuple[str, rm.Span]]:
    """Every span of a report into the resume, with what it is of."""
    for coverage in report.coverages:
        yield from (("evidence", evidence.span) for evidence in coverage.evidence if evidence.source is rm.EvidenceSource.RESUME)
        if coverage.nearest:
            yield "nearest", coverage.nearest.span
    for mention in report.mentions:
        yield from (("mention", mention.span), ("statement", mention.statement))
        phrases = (mention.action, mention.object, mention.scope, mention.result)
        yield from (("phrase", phrase.span) for phrase in phrases if phrase)
    yield from (("suggestion", suggestion.based_on) for suggestion in report.suggestions if suggestion.based_on)
    yield from (("diagnostic", diagnostic.span) for diagnostic in report.diagnostics if diagnostic.span)


# ------------------------------------------------------------------------------------- 1. spans quote, anchors resolve, scores add up


@pytest.mark.parametrize("path", ALL, ids=id_of)
def test_every_span_quotes_text_and_every_score_is_the_product_of_its_factors(path: Path) -> None:
    report = matched(path)
    document = report.documents.resume
    assert [(of, span) for of, span in spans_of(report) if not document.quote(span).strip()] == []
    for evidence in (evidence for coverage in report.coverages for evidence in coverage.evidence):
        assert evidence.quote == document.quote(evidence.span)
        assert evidence.factors
        assert evidence.score == rm.Evidence.score_of(evidence.factors)


@pytest.mark.parametrize("path", ALL, ids=id_of)
def test_every_anchor_leads_back_into_the_file(path: Path) -> None:
    document = matched(path).documents.resume
    for line in document.lines:
        assert document.quote(line.span).strip()
        if document.format is rm.DocumentFormat.PDF:
            assert line.anchor.box is not None and 1 <= (line.anchor.page or 0) <= (document.pages or 0)
        else:
            assert line.anchor.part and line.anchor.paragraph is not None
    lines = [line.span for line in document.lines]
    evidence = [evidence.span for coverage in matched(path).coverages for evidence in coverage.evidence]
    assert [span for span in evidence if not any(span.overlaps(line) for line in lines)] == []


# ------------------------------------------------------------------------------------------------------ 2. one answer, byte for byte

SCRIPT = """
import datetime, sys
import resume_match as rm
for path in sys.argv[1:]:
    print(rm.to_json(rm.match(path, as_of=datetime.date(2026, 11, 1))))
"""


def run_elsewhere(folder: Path, seed: str, locale: str, zone: str) -> bytes:
    """The JSON of all samples from a process of its own, in another folder, under another hash seed, locale and time zone."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", SCRIPT, *map(str, SAMPLES)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True).stdout


def test_the_same_file_gives_the_same_bytes_under_any_hash_seed_folder_locale_and_time_zone(tmp_path: Path) -> None:
    first = run_elsewhere(tmp_path, "1", "C", "Pacific/Kiritimati")
    second = run_elsewhere(Path(__file__).parent, "4242", "C.UTF-8", "America/Anchorage")
    assert len(first) > 1000 * len(SAMPLES)
    assert first == second


@pytest.mark.parametrize("path", SAMPLES, ids=id_of)
def test_a_second_matching_gives_the_same_report_and_json_brings_it_back(path: Path) -> None:
    again = rm.ResumeMatcher(as_of=AS_OF).match(path)
    assert rm.to_json(again) == rm.to_json(report_of(path))
    assert rm.from_json(rm.to_json(again)) == again


def test_bytes_and_open_files_give_the_report_of_their_path() -> None:
    path = SAMPLES[0]
    expected = scores(report_of(path))
    with path.open("rb") as stream:
        assert scores(matcher().match(stream)) == expected
    assert scores(matcher().match(path.read_bytes())) == expected


# --------------------------------------------------------------------------------------- 3. true evidence never hurts; order is nothing


@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize("name", ENTRIES)
def test_another_affirmative_bullet_lowers_no_status(name: str, bullet: str) -> None:
    text, mark = TEXTS[name], ENTRIES[name]
    before, after = report_on(text), report_on(text.replace(mark, f"- {bullet}\n{mark}", 1))
    fell = [
        (old.requirement.id, old.status, new.status)
        for old, new in zip(before.coverages, after.coverages, strict=True)
        if ORDER.index(new.status) < ORDER.index(old.status) or new.credit < old.credit
    ]
    assert fell == []


@pytest.mark.parametrize("name", ENTRIES)
def test_shuffling_the_bullets_of_an_entry_changes_no_status(name: str) -> None:
    text = TEXTS[name]
    block = re.search(r"(?:^- .*\n)+", text, re.MULTILINE)
    assert block is not None
    lines = block.group().splitlines(keepends=True)
    shuffled = text.replace(block.group(), "".join([*lines[1::2], *reversed(lines[::2])]))
    assert shuffled != text
    assert statuses(report_on(shuffled)) == statuses(report_on(text))


# ------------------------------------------------------------------------------------------- 4. what covered and missing stand on


@pytest.mark.parametrize("path", ALL, ids=id_of)
def test_covered_has_explicit_evidence_and_missing_has_none(path: Path) -> None:
    for coverage in matched(path).coverages:
        strengths = {evidence.strength for evidence in coverage.evidence}
        assert coverage.status is not rm.Status.COVERED or rm.Strength.EXPLICIT in strengths
        assert coverage.status is not rm.Status.MISSING or not strengths
        assert coverage.evidence == tuple(sorted(coverage.evidence, key=lambda evidence: -evidence.score))


def test_a_bare_list_of_the_duties_words_covers_none_of_them() -> None:
    duties = [requirement for requirement in rm.load_profile().requirements if requirement.kind is rm.RequirementKind.DUTY]
    words = "product strategy, roadmap, market research, product requirements, product development, launches, team management, "
    words += "competitor analysis, continuous improvement, KPI reporting, cross-functional collaboration"
    report = report_on(f"# Robin Vale\nrobin.vale@example.com\n\n## Skills\n{words}\n")
    told = statuses(report)
    assert [duty.id for duty in duties if told[duty.id] == "covered"] == []
    assert [duty.id for duty in duties if told[duty.id] == "partial"] != []


# ----------------------------------------------------------------------------------------------- 5. what nobody can see changes nothing


def hidden_docx(how: str) -> bytes:
    """A Word sample with a paragraph of keywords that no reader sees."""
    document = docx.Document(str(RESUMES / "marketing-manager.docx"))
    run = document.add_paragraph().add_run("Owned the product strategy and roadmap. Managed product managers. Negotiated contracts. CSPO.")
    if how == "vanish":
        run.font.hidden = True
    elif how == "white":
        run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    elif how == "tiny":
        run.font.size = Pt(1)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("how", ["vanish", "white", "tiny"])
def test_hidden_words_change_no_score_and_are_told(how: str) -> None:
    report = matcher().match(hidden_docx(how))
    assert scores(report) == scores(report_of(RESUMES / "marketing-manager.docx"))
    hidden = [diagnostic for diagnostic in report.diagnostics if diagnostic.code is rm.DiagnosticCode.HIDDEN_TEXT]
    assert any("Negotiated contracts" in (diagnostic.quote or "") for diagnostic in hidden)


def test_the_same_words_in_plain_sight_do_count() -> None:
    assert scores(matcher().match(hidden_docx("not at all"))) != scores(report_of(RESUMES / "marketing-manager.docx"))


# ------------------------------------------------------------------------------------------------------ 6. who it is changes nothing

SWAPS = {
    "name": ("Tomas Rennick", "Aisha Mbeki-Larsen"),
    "address": ("Portland, OR | 503-555-0171", "Lagos, Nigeria | +234 1 555 0171"),
    "school": ("Willamette Valley College", "Harvard University"),
    "year of graduation": ("Salem, OR, 2014", "Salem, OR, 1987"),
    "pronouns": ("eight years in food and drink", "eight years in food and drink (she/her)"),
    "age": ("tomas.rennick@example.net", "tomas.rennick@example.net | born 1961"),
}


@pytest.mark.parametrize("swapped", SWAPS)
def test_swapping_who_the_person_is_changes_no_score(swapped: str) -> None:
    old, new = SWAPS[swapped]
    text = TEXTS["marketing-manager"]
    assert old in text
    assert scores(report_on(text.replace(old, new))) == scores(report_on(text))


# ---------------------------------------------------------------------------------------------------- 7. DOCX and PDF tell the same


@pytest.mark.parametrize(("word", "pdf"), (*PAIRS, *OTHER_PAIRS), ids=lambda path: path.name)
def test_a_resume_as_docx_and_as_pdf_agrees_on_every_status_and_entry(word: Path, pdf: Path) -> None:
    assert statuses(report_of(word)) == statuses(report_of(pdf))
    read = [[(entry.title, entry.organization, entry.start, entry.end) for entry in rm.read_resume(path).entries] for path in (word, pdf)]
    assert read[0] == read[1]


# ------------------------------------------------------------------------------------------------------------------ 8. suggestions

COVERING = (rm.SuggestionKind.ADD_BULLET, rm.SuggestionKind.DEMONSTRATE, rm.SuggestionKind.STRENGTHEN_BULLET)


def filled(suggestion: rm.Suggestion) -> str:
    """The draft with its slots' samples in place."""
    text = suggestion.text
    for slot in suggestion.slots:
        text = text.replace(f"[{slot.name}]", slot.sample)
    return text


def with_suggestion(text: str, report: rm.CoverageReport, suggestion: rm.Suggestion) -> str:
    """The source text with the suggestion followed: its line rewritten, or a bullet added to its entry."""
    document = report.documents.resume
    if suggestion.kind is rm.SuggestionKind.STRENGTHEN_BULLET and suggestion.based_on:
        old = document.quote(suggestion.based_on).lstrip("-•* ").strip()
        assert old in text
        return text.replace(old, filled(suggestion), 1)
    assert suggestion.target is not None
    last = "- " + document.quote(suggestion.target.span).splitlines()[-1].lstrip("•- ")
    assert last in text
    return text.replace(last, f"{last}\n- {filled(suggestion)}", 1)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_suggestion_that_is_followed_covers_its_requirement_and_gains_what_it_says(name: str) -> None:
    report = matcher().match_document(rm.read_document(TEXTS[name].encode(), name="cv.md"))
    before = {coverage.requirement.id: coverage for coverage in report.coverages}
    assert any(suggestion.kind in COVERING for suggestion in report.suggestions)
    for suggestion in report.suggestions:
        old = before[suggestion.requirement_id]
        if suggestion.kind not in COVERING or (
            suggestion.kind is rm.SuggestionKind.STRENGTHEN_BULLET and old.status is not rm.Status.PARTIAL
        ):
            continue
        after = report_on(with_suggestion(TEXTS[name], report, suggestion))
        new = next(coverage for coverage in after.coverages if coverage.requirement.id == suggestion.requirement_id)
        assert new.status is rm.Status.COVERED, suggestion
        duty = old.requirement.kind is rm.RequirementKind.DUTY
        gained = (after.duties - report.duties) if duty else (after.skills - report.skills)
        if old.requirement.kind is not rm.RequirementKind.QUALIFICATION:
            assert suggestion.gain == pytest.approx(gained, abs=0.0005), suggestion


@pytest.mark.parametrize("path", SAMPLES, ids=id_of)
def test_a_duty_draft_shows_its_duty_without_the_duties_own_words(path: Path) -> None:
    texts = {
        requirement.id: requirement.text for requirement in rm.load_profile().requirements if requirement.kind is rm.RequirementKind.DUTY
    }
    drafts = [one for one in report_of(path).suggestions if one.kind in COVERING and one.requirement_id in texts]
    for suggestion in drafts:
        own = set(re.findall(r"[a-z]{4,}", texts[suggestion.requirement_id].casefold())) - {"from", "with", "against"}
        bare = " ".join(word for word in filled(suggestion).split() if word.casefold().strip(".,;:()") not in own)
        shown = {evidence.requirement_id for evidence in matcher().assess(bare) if evidence.strength is rm.Strength.EXPLICIT}
        assert suggestion.requirement_id in shown, bare


@pytest.mark.parametrize("path", ALL, ids=id_of)
def test_suggestions_come_in_order_of_gain_and_hold_no_number_that_the_resume_does_not(path: Path) -> None:
    report = matched(path)
    gains = [suggestion.gain for suggestion in report.suggestions]
    assert gains == sorted(gains, reverse=True)
    for suggestion in report.suggestions:
        outside = re.sub(r"\[[^\]]*\]", "", f"{suggestion.text} {suggestion.plain}")
        assert [number for number in re.findall(r"\d+", outside) if number not in report.documents.resume.text] == []
        assert set(re.findall(r"\[([^\]]*)\]", suggestion.text)) <= {slot.name for slot in suggestion.slots}


# ----------------------------------------------------------------------------------------------------- 9. as many out as went in


@pytest.mark.skipif("match_many" not in rm.__all__, reason="match_many is not there yet")
def test_as_many_outcomes_come_out_as_sources_went_in_and_a_bad_file_hides_no_other(tmp_path: Path) -> None:
    for name, content in NOT_A_RESUME.items():
        (tmp_path / name).write_bytes(content)
    sources = [SAMPLES[0], *sorted(tmp_path.iterdir()), tmp_path / "absent.pdf", SAMPLES[1]]
    outcomes = list(rm.match_many(sources, matcher=matcher()))
    kinds = [type(outcome).__name__ for outcome in outcomes]
    assert kinds == ["CoverageReport", *["Failure"] * (len(NOT_A_RESUME) + 1), "CoverageReport"]
    assert scores(outcomes[0]) == scores(report_of(SAMPLES[0]))


# -------------------------------------------------------------------------------------------------------- 10. failures are typed


@pytest.mark.parametrize("name", NOT_A_RESUME)
def test_a_file_that_gives_no_report_is_a_typed_error_that_names_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(NOT_A_RESUME[name])
    with pytest.raises(rm.DocumentError) as caught:
        matcher().match(path)
    error = caught.value
    assert (error.source, str(error).startswith(f"{name}: ")) == (name, True)
    assert error.remedy
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy)) == (type(error), str(error))


def test_a_missing_path_stays_file_not_found(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        matcher().match(tmp_path / "absent.docx")


@pytest.mark.skipif(not OTHERS, reason=f"no files of other makers under {SHARED}")
@pytest.mark.parametrize("path", OTHERS or SAMPLES, ids=id_of)
def test_a_file_of_another_maker_gives_a_report_or_a_typed_error(path: Path) -> None:
    try:
        assert len(report_of(path).coverages) == 25
    except rm.DocumentError as error:
        assert str(error).startswith(f"{path.name}: ")


# ---------------------------------------------------------------------------------------------------- 11. every output says what it is


@pytest.mark.parametrize("render", [rm.to_json, rm.to_markdown, rm.to_text, rm.to_html])
def test_every_output_says_that_it_is_a_draft_aid(render: object) -> None:
    text = " ".join(render(report_of(SAMPLES[0])).split())
    assert "draft aid" in text
    assert "predicts no applicant-tracking system" in text
    assert "makes no hiring decision" in text
