"""What a posting calls the job: the title of its front matter and nothing else of it, or its first line."""

from __future__ import annotations

import pytest

import resume_match as rm

BODY = "\n## Requirements\n\n- You know SQL\n- Excellent communication skills\n"


def tailored(text: str) -> rm.RoleProfile:
    """The bundled profile for a posting of that text."""
    return rm.tailor(rm.load_profile(), rm.read_document(text.encode("utf-8"), name="posting.md"))


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ('title: "Head of Charts"\nlocation: "Bergen, Norway"\nhost: "https://tide.example/"\nfeatured: 15', "Head of Charts"),
        ('company: "Tidewater Maps"\nlocation: "Bergen"\ntitle: Head of Charts # internal name', "Head of Charts"),
        ("Title: 'The harbour''s Product Lead'\nplace: Bergen", "The harbour's Product Lead"),
        ('title: "Lead \\"Tides\\" Product Manager"', 'Lead "Tides" Product Manager'),
        ("title: >-\n  Head of Charts\n  and Tides\nplace: Bergen", "Head of Charts and Tides"),
        ("company:\n  title: Tidewater Maps\ntitle: Product Owner", "Product Owner"),
    ],
)
def test_the_title_of_the_front_matter_is_the_title_of_the_posting(front: str, title: str) -> None:
    assert tailored(f"---\n{front}\n---\n{BODY}").title == title


def test_the_id_of_the_tailored_profile_is_made_of_the_title_alone() -> None:
    profile = tailored(f'---\ntitle: "Head of Charts"\nlocation: "Bergen"\nurl: "https://tide.example/1"\n---\n{BODY}')
    assert profile.id == "director-of-product-management-for-head-of-charts"


def test_front_matter_without_a_title_leaves_it_to_the_first_line() -> None:
    assert tailored(f"---\nlocation: Bergen\nhost: tide.example\n---\n\n# Chart Product Manager\n{BODY}").title == "Chart Product Manager"


def test_pairs_without_fences_are_read_alike() -> None:
    pairs = "title: Chart Product Manager\nlocation: Bergen, the old harbour\nhost: tide.example\n"
    assert tailored(pairs + BODY).title == "Chart Product Manager"


def test_nothing_else_of_the_front_matter_is_asked_for() -> None:
    front = "---\ntitle: Product Lead\nsummary: You must have 9 years of experience in sales\nskills:\n  - Negotiate contracts\n---\n"
    source = rm.read_document((front + BODY).encode("utf-8"), name="posting.md")
    spans = {span for requirement in rm.tailor(rm.load_profile(), source).requirements for span in requirement.origins}
    assert {source.quote(span) for span in spans} == {"You know SQL", "Excellent communication skills"}
