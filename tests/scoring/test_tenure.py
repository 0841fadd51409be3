"""Years asked for are judged by the dated positions of the field, whatever the sentences say."""

from __future__ import annotations

import datetime

import pytest

import resume_match as rm

RESUME = """\
Ilse Marwood
ilse.marwood@example.org

EXPERIENCE
Senior Product Manager, Harrow Lane Software
Jan 2020 - Dec 2024
- Own the roadmap of the billing product.

Product Manager, Quayside Labs
Jan 2018 - Dec 2020
- Wrote user stories for the mobile app.
"""


def coverage_of(text: str, years: float, resume: str = RESUME) -> rm.Coverage:
    asked = rm.Requirement("years", rm.RequirementKind.QUALIFICATION, text, years=years)
    matcher = rm.ResumeMatcher(rm.RoleProfile("own", "Own", "1", "test", (asked,)), as_of=datetime.date(2026, 11, 1))
    return matcher.match(resume.encode()).coverages[0]


@pytest.mark.parametrize(("years", "status"), [(7.0, "covered"), (12.0, "partial")])
def test_overlapping_positions_count_once(years: float, status: str) -> None:
    coverage = coverage_of(f"{years:.0f}+ years of experience in product management", years)
    assert coverage.status.value == status
    assert [evidence.entry.title for evidence in coverage.evidence if evidence.entry] == ["Senior Product Manager", "Product Manager"]


def test_what_was_found_is_said_beside_what_was_asked() -> None:
    assert "12" in coverage_of("12+ years of experience in product management", 12.0).reason


def test_positions_without_dates_cannot_tell() -> None:
    undated = RESUME.replace("Jan 2020 - Dec 2024\n", "").replace("Jan 2018 - Dec 2020\n", "")
    assert coverage_of("5+ years of experience in product management", 5.0, undated).status is rm.Status.UNREADABLE
