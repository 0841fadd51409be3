"""A passage that fills a paragraph is cut to what tells; a shorter one is quoted whole."""

from __future__ import annotations

import resume_match as rm

FILLER = "Watered the plants of the yard and fed the fish in the pond beside the old sea wall "
RUN_ON = f"{FILLER * 3}Negotiated berth leases with nine harbors {FILLER * 3}".strip()


def text_of(line: str) -> str:
    resume = f"# Ines Okafor\n\n## Experience\n### Fennimore Ferries\n*Pilot*\t*May 2017 - June 2020*\n- {line}\n"
    report = rm.ResumeMatcher().match_document(rm.read_document(resume.encode(), name="cv.md"))
    return " ".join(rm.to_text(report, width=10_000).split())


def test_a_passage_that_fills_a_paragraph_is_cut_to_what_tells() -> None:
    told = text_of(RUN_ON)
    assert "Negotiated berth leases with nine harbors" in told
    assert f"“{RUN_ON}”" not in told
    assert "“… " in told and " …”" in told


def test_a_shorter_passage_is_quoted_whole() -> None:
    line = "Negotiated berth leases with nine harbors and fed the fish"
    assert f"“{line}”" in text_of(line)
