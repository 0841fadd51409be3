"""The law of suggestions over many resumes: true when followed, honest in every word, no two the same, the greatest gain first."""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.text.run import Run

import resume_match as rm
from resume_match.lexicon.phrasebook import phrasebook
from resume_match.matcher import Assessor
from resume_match.segmentation import segment
from resume_match.suggestions import fill
from resume_match.suggestions.coach import content_words
from tests.samples import OTHERS, SAMPLES, SHARED, matcher, report_of

ADDING = (rm.SuggestionKind.ADD_BULLET, rm.SuggestionKind.DEMONSTRATE)
STRENGTHEN = rm.SuggestionKind.STRENGTHEN_BULLET
BENCHMARK = tuple(path for path in OTHERS if path.parent.name == "resumes")
FILES = (*SAMPLES, *BENCHMARK)
PROFILE = rm.load_profile()
DUTIES = frozenset(requirement.id for requirement in PROFILE.requirements if requirement.kind is rm.RequirementKind.DUTY)


def id_of(path: Path) -> str:
    return path.name


def test_the_benchmark_s_resumes_are_there() -> None:
    if not BENCHMARK:
        pytest.skip(f"no resumes of other makers in {SHARED.name}/benchmark")
    assert len(BENCHMARK) > 20


def figure(coverages: tuple[rm.Coverage, ...], kind: rm.RequirementKind) -> float:
    """The figure of a kind, reckoned here again from the credits."""
    asked = [coverage for coverage in coverages if coverage.requirement.kind is kind]
    return sum(c.requirement.weight * c.credit for c in asked) / sum(c.requirement.weight for c in asked)


def followed(report: rm.CoverageReport, suggestion: rm.Suggestion, text: str) -> tuple[rm.Coverage, ...]:
    """The coverages of the resume with that text in place of the line that the suggestion rewrites, or added under its entry."""
    resume = report.documents.resume
    judge = Assessor(matcher(), segment(resume), False)
    old = suggestion.based_on
    kept = tuple(e for c in report.coverages for e in c.evidence if old is None or not old.contains(e.span))
    assert old is None or resume.quote(old).strip()
    section = rm.SectionKind.EXPERIENCE if suggestion.target else rm.SectionKind.SUMMARY
    return judge.cover(kept + judge.assess(text, section, suggestion.target))


def heading(start: str | None) -> rm.EntryHeading:
    return rm.EntryHeading(rm.EntryKind.EXPERIENCE, "Clerk", "Fenwick Foods", start, None, rm.Span(0, 5))


@pytest.mark.parametrize("entry", [None, heading(None), heading("2019-03")], ids=["loose", "undated", "dated"])
@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Led a team of six engineers and presented results to the board", rm.SectionKind.EXPERIENCE),
        ("Helped the owner negotiate prices with growers", rm.SectionKind.SUMMARY),
        ("Negotiation, budgets, project management, SQL", rm.SectionKind.SKILLS),
    ],
)
def test_a_draft_that_is_remembered_is_judged_as_any_line_of_its_entry(
    line: str, section: rm.SectionKind, entry: rm.EntryHeading | None
) -> None:
    judge = Assessor(matcher(), segment(rm.Document("", rm.DocumentFormat.TEXT, "", "", ())), "")
    plainly = matcher().assess(line, section=section, entry=entry)
    assert plainly
    assert judge.assess(line, section, entry) == judge.assess(line, section, entry) == plainly


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_a_line_that_is_filled_in_and_added_covers_its_requirement_and_gains_what_was_said(path: Path) -> None:
    report = report_of(path)
    for suggestion in report.suggestions:
        before = report.coverage(suggestion.requirement_id)
        kind = before.requirement.kind
        if suggestion.kind in ADDING or (suggestion.kind is STRENGTHEN and before.status is rm.Status.PARTIAL):
            after = followed(report, suggestion, fill(suggestion.text, suggestion.slots))
            now = next(coverage for coverage in after if coverage.requirement.id == suggestion.requirement_id)
            assert now.status is rm.Status.COVERED, suggestion.text
            assert suggestion.gain == pytest.approx(figure(after, kind) - figure(report.coverages, kind), abs=2e-6)
            plain = followed(report, suggestion, fill(suggestion.plain, suggestion.slots))
            assert next(c for c in plain if c.requirement.id == suggestion.requirement_id).status is rm.Status.COVERED, suggestion.plain


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_a_duty_line_without_the_duty_s_own_words_is_explicit_evidence(path: Path) -> None:
    for suggestion in report_of(path).suggestions:
        if suggestion.requirement_id in DUTIES and suggestion.kind is rm.SuggestionKind.ADD_BULLET:
            bare = without_wording(fill(suggestion.text, suggestion.slots), PROFILE.requirement(suggestion.requirement_id).text)
            found = matcher().assess(bare, entry=suggestion.target)
            assert (suggestion.requirement_id, "explicit") in [(e.requirement_id, e.strength) for e in found], bare


def without_wording(text: str, wording: str) -> str:
    for word in re.findall(r"[a-z]+(?:-[a-z]+)*", wording.lower()):
        if len(word) > 2 and word not in ("and", "with", "from"):
            text = re.sub(rf"\b{re.escape(word.removesuffix('s'))}(?:s|es)?\b", "", text, flags=re.IGNORECASE)
    return " ".join(text.split())


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_nothing_stands_outside_slots_that_neither_the_resume_nor_the_requirement_holds(path: Path) -> None:
    report = report_of(path)
    book = phrasebook()
    for suggestion in report.suggestions:
        held = (report.documents.resume.text + " " + report.coverage(suggestion.requirement_id).requirement.text).lower()
        for variant in (suggestion.text, suggestion.plain):
            outside = re.sub(r"\[[^\]]*\]", " ", variant)
            assert [number for number in re.findall(r"\d[\d,.]*\d|\d", outside) if number not in held] == []
            # Every capital but the first begins a name, and names come from the resume or the requirement alone.
            names = re.findall(r"\b[A-Z][\w'’&/-]*", outside[1:])
            assert [name for name in names if name.lower() not in held] == [], variant
        slots = {slot.name for slot in suggestion.slots}
        assert slots <= set(book.slots)
        assert set(re.findall(r"\[([^\]]*)\]", suggestion.text + suggestion.plain)) == slots
        assert all(slot.hint and slot.sample for slot in suggestion.slots)
        assert not [slot for slot in re.findall(r"\[([^\]]*)\]", suggestion.plain) if book.slots[slot].measured]


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_the_greatest_gain_comes_first_and_equal_gains_follow_the_profile(path: Path) -> None:
    order = {requirement.id: place for place, requirement in enumerate(PROFILE.requirements)}
    measured = (*ADDING, STRENGTHEN)
    keys = [(-s.gain, s.kind not in measured, order[s.requirement_id]) for s in report_of(path).suggestions]
    assert keys == sorted(keys)


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_no_two_suggestions_say_the_same_and_no_line_is_rewritten_twice(path: Path) -> None:
    suggestions = report_of(path).suggestions
    added = [content_words(s.text) for s in suggestions if s.kind in ADDING]
    alike = [(a, b) for n, a in enumerate(added) for b in added[n + 1 :] if len(a & b) >= 0.6 * len(a | b)]
    assert alike == []
    rewritten = [s.based_on for s in suggestions if s.based_on is not None]
    assert len(rewritten) == len(set(rewritten))
    assert len({s.requirement_id for s in suggestions}) == len(suggestions)


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_a_rewritten_line_keeps_every_word_of_the_original(path: Path) -> None:
    report = report_of(path)
    for suggestion in report.suggestions:
        if suggestion.based_on is not None:
            original = words_of(report.documents.resume.quote(suggestion.based_on))
            assert words_of(suggestion.text)[: len(original)] == original


def words_of(line: str) -> list[str]:
    """The words of a line without its bullet sign and the punctuation at their ends."""
    return [word for word in (word.strip("-•*.,;()") for word in line.split()) if word]


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_what_is_shown_is_at_most_strengthened_named_or_demonstrated(path: Path) -> None:
    report = report_of(path)
    kinds = [s.kind for s in report.suggestions if report.coverage(s.requirement_id).status is rm.Status.COVERED]
    assert set(kinds) <= {STRENGTHEN, rm.SuggestionKind.NAME_IT, rm.SuggestionKind.DEMONSTRATE}
    assert report.suggestions


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_no_line_of_work_belongs_under_a_school(path: Path) -> None:
    assert [s for s in report_of(path).suggestions if s.target is not None and s.target.kind is rm.EntryKind.EDUCATION] == []


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_credentials_are_examples_inside_slots_only(path: Path) -> None:
    for suggestion in report_of(path).suggestions:
        if suggestion.kind is rm.SuggestionKind.ADD_CREDENTIAL:
            assert re.findall(r"[A-Z0-9]\w*", re.sub(r"\[[^\]]*\]", "", suggestion.text)) == []


@pytest.mark.parametrize("path", FILES, ids=id_of)
def test_the_projection_is_what_the_suggestions_bring_together(path: Path) -> None:
    report = report_of(path)
    assert report.projection is not None
    first, everything = report.projection.best_three.overall or 0.0, report.projection.all.overall or 0.0
    assert report.overall <= first <= everything


def test_what_could_not_be_read_gets_no_line() -> None:
    text = "# Lena Brandt\n\n## Berufserfahrung\n\nLeiterin des Einkaufs bei einem Hersteller von Fenstern. " * 6
    report = matcher().match_document(rm.read_document(text.encode(), name="lebenslauf.md"))
    unreadable = {coverage.requirement.id for coverage in report.unreadable}
    assert unreadable
    assert [s for s in report.suggestions if s.requirement_id in unreadable] == []


# ------------------------------------------------------------------------------------------- written into the file and read again


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.suffix == ".docx"], ids=id_of)
def test_a_line_written_into_the_word_file_covers_its_requirement_and_gains_what_was_said(path: Path) -> None:
    report = report_of(path)
    tried = [s for s in report.suggestions if s.target is not None and (s.kind in ADDING or (s.kind is STRENGTHEN and s.gain > 0))]
    assert tried
    for suggestion in tried:
        again = matcher().match(written_into(path, suggestion, report), suggest=False)
        before = report.coverage(suggestion.requirement_id).requirement
        assert again.coverage(before.id).status is rm.Status.COVERED, suggestion.text
        gained = figure(again.coverages, before.kind) - figure(report.coverages, before.kind)
        assert suggestion.gain == pytest.approx(gained, abs=2e-6), suggestion.text


def written_into(path: Path, suggestion: rm.Suggestion, report: rm.CoverageReport) -> bytes:
    """The file with the filled line in place of the one that it rewrites, or behind the first line of its entry, set like that line."""
    document = docx.Document(str(path))
    if suggestion.based_on is not None:
        beside = report.documents.resume.quote(suggestion.based_on)
    else:
        beside = next(e for e in rm.read_resume(path).entries if suggestion.target and e.span == suggestion.target.span).bullets[0].text
    start = " ".join(beside.split())[:40]
    line = next(p for p in document.element.body.iter("{*}p") if start in " ".join("".join(p.itertext()).split()))
    added = deepcopy(line)
    for run in list(added.iter("{*}r"))[1:]:
        run.getparent().remove(run)
    Run(next(added.iter("{*}r")), None).text = fill(suggestion.text, suggestion.slots)
    line.addnext(added)
    if suggestion.based_on is not None:
        line.getparent().remove(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
