"""What sounds like evidence and is none, or a part only, with neighbours that are: lessons, awards, colleagues, letters, rules kept."""

from __future__ import annotations

import pytest

import resume_match as rm


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def strengths(matcher: rm.ResumeMatcher, text: str, section: str) -> dict[str, str]:
    return {found.requirement_id: found.strength.value for found in matcher.assess(text, section=section)}


@pytest.mark.parametrize(
    ("text", "section", "requirement"),
    [
        # trained, not training
        ("Cross-trained in picking, packing and returns", "experience", "communication"),
        ("Was cross trained on two presses", "experience", "communication"),
        ("Trained under pastry chef Odile Renner", "experience", "communication"),
        ("Trained for the half marathon", "experience", "communication"),
        ("Classically trained cellist", "summary", "communication"),
        ("Underwent training in conflict resolution", "experience", "problem-solving"),
        ("Sat in on focus groups", "experience", "market-research"),
        # a colleague's title
        ("Carried instruments for the project manager", "experience", "project-management"),
        ("Took the minutes for the program manager", "experience", "project-management"),
        # handed over, worn, served
        ("Presented with a clock for 20 years of service", "awards", "presentation-skills"),
        ("Presented with the Mayor's Medal", "awards", "communication"),
        ("Presented a neat appearance at the counter", "experience", "presentation-skills"),
        ("Presented hot meals to residents", "experience", "presentation-skills"),
        ("Desserts with attractive presentation", "experience", "presentation-skills"),
        # requirements kept
        ("Adhered to all safety requirements and specifications", "experience", "product-requirements"),
        ("Checked that riders met height requirements", "experience", "product-requirements"),
        ("Verified that the work met code requirements", "experience", "product-requirements"),
        # what a shop does with its goods
        ("Priced and stocked merchandise", "experience", "business-acumen"),
        # letters and lower-case words that are no degree
        ("Staff nurse on a 24-bed ward", "experience", "degree"),
        ("Rotations in cardiology and Med/Surg", "experience", "degree"),
        ("Built LLM pipelines", "experience", "degree"),
        ("LLM, RAG, Python", "skills", "degree"),
        ("Planned weddings and bachelor parties", "experience", "degree"),
        ("Master Baker, Guild of Bakers", "education", "degree"),
        # managers of other things
        ("Certified Property Manager (CPM)", "certifications", "product-management-certification"),
        ("Certified Professional Midwife (CPM)", "certifications", "product-management-certification"),
        # words in another sense
        ("Agile and strong, able to lift 60 pounds", "experience", "project-management"),
        ("Member of a student organization for the environment", "volunteer", "organizational-skills"),
        ("Data entry", "skills", "technical-background"),
        # office tools are nothing, and a listed "Training" is communication only (guideline)
        ("PowerPoint", "skills", "presentation-skills"),
        ("Training", "skills", "presentation-skills"),
    ],
)
def test_no_evidence(matcher: rm.ResumeMatcher, text: str, section: str, requirement: str) -> None:
    assert requirement not in strengths(matcher, text, section)


@pytest.mark.parametrize(
    ("text", "section", "requirement"),
    [
        # helping somebody with it, though that somebody stands between
        ("Assisted the director with budget preparation", "experience", "business-acumen"),
        ("Assisted the buyer with contract negotiations", "experience", "negotiation"),
        ("Assisted the director with product roadmap updates", "experience", "product-strategy"),
        ("Assisted the project manager with permits", "experience", "project-management"),
        # a degree not finished, and one of another field
        ("Pursuing a Master's in Finance", "education", "degree"),
        ("Currently working toward a B.A. in Economics", "education", "degree"),
        ("Enrolled in the MBA program, University of Larchfield", "education", "degree"),
        ("Juris Doctor, Larchfield Law School", "education", "degree"),
        ("LLM, University of Larchfield, 2014", "education", "degree"),
        ("B.Ed, University of Larchfield", "education", "degree"),
        # industry trends tracked (guideline)
        ("Monitored trends in the hotel industry", "experience", "competitor-monitoring"),
        ("Training", "skills", "communication"),
    ],
)
def test_a_part_only(matcher: rm.ResumeMatcher, text: str, section: str, requirement: str) -> None:
    assert strengths(matcher, text, section).get(requirement) == "partial"


@pytest.mark.parametrize(
    ("text", "section", "requirement"),
    [
        ("Cross-trained six cashiers on the returns desk", "experience", "communication"),
        ("Trained new nurses on the infusion pumps", "experience", "communication"),
        ("Served as project manager on the refit", "experience", "project-management"),
        ("Promoted to project manager after two years", "experience", "project-management"),
        ("Project manager for the warehouse move", "experience", "project-management"),
        ("Presented the findings to the board", "experience", "presentation-skills"),
        ("Wrote requirements for the ticket machine", "experience", "product-requirements"),
        ("Priced the new subscription tiers", "experience", "business-acumen"),
        ("Bachelor of Education in Mathematics, University of Larchfield", "education", "degree"),
        ("Certified Product Manager (CPM)", "certifications", "product-management-certification"),
        ("Agile", "skills", "project-management"),
        ("Responsible for the organization of the annual gala", "experience", "organizational-skills"),
        ("Presentations", "skills", "presentation-skills"),
        ("Strong oral skills", "skills", "communication"),
    ],
)
def test_the_neighbour_is_evidence(matcher: rm.ResumeMatcher, text: str, section: str, requirement: str) -> None:
    assert strengths(matcher, text, section).get(requirement) == "explicit"
