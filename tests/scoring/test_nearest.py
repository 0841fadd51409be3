"""The passage that comes nearest to a missing requirement, and the words that it is said to share."""

from __future__ import annotations

import pytest

import resume_match as rm
from tests.samples import SAMPLES, report_of


def nearest(requirement: str, line: str, kind: str = "duty") -> rm.Nearest | None:
    asked = rm.Requirement("asked", rm.RequirementKind(kind), requirement)
    own = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)))
    resume = f"# Experience\n\n## Planner, Fennimore Ferries\n2019 - 2023\n\n- {line}\n"
    coverage = own.match_document(rm.read_document(resume.encode(), name="cv.md"), suggest=False).coverages[0]
    assert coverage.evidence == ()
    return coverage.nearest


@pytest.mark.parametrize(
    ("requirement", "line", "shared"),
    [
        ("Prepare reports, invoices and timetables for harbours", "Compiled the reports of two pilots", "reports"),
        ("Knowledge of patient privacy rules", "Wrote 40 Rules for the night shift, and the rules of the canteen", "Rules"),
        ("Conduct market research and analysis to identify tides and trends", "Analyses of ticket sales", "Analyses"),
    ],
)
def test_the_words_shared_are_named_as_the_passage_writes_them(requirement: str, line: str, shared: str) -> None:
    found = nearest(requirement, line)
    assert found is not None
    assert found.reason == f"It shares only: {shared}."


def test_a_passage_that_shares_no_word_a_reader_can_see_is_not_nearest() -> None:
    line = "Documented 600 sailings"
    assert nearest("Experience with electronic patient records", line, "qualification") is None
    assert nearest("Experience with electronic patient records", "Kept the records of 600 sailings", "qualification") is not None


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_word_that_is_said_to_be_shared_stands_in_the_passage(path: object) -> None:
    for coverage in report_of(path).coverages:
        if coverage.nearest and coverage.nearest.reason.startswith("It shares only: "):
            shared = coverage.nearest.reason.removeprefix("It shares only: ").removesuffix(".").split(", ")
            assert all(word in coverage.nearest.quote for word in shared)
