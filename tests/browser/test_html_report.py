"""The HTML report in a real browser: opening, highlighting, copying, printing, without script, on a phone, and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from resume_match.model import CoverageReport
from resume_match.renderers import to_html
from tests.renderers.reports import hostile_report, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1400, "height": 900}
Open = Callable[..., "Page"]


@pytest.fixture
def complaints() -> list[str]:
    """What pages log, raise, pop up, and ask the network for."""
    return []


@pytest.fixture
def opened(browser: Browser, written: Path, complaints: list[str]) -> Iterator[Open]:
    """Opens a report from a folder and listens for complaints."""
    contexts = []

    def open_page(made: CoverageReport | None = None, **settings: Any) -> Page:
        written.write_text(to_html(made or report()), encoding="utf-8")
        context = browser.new_context(**({"viewport": DESKTOP} | settings))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(written.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def shown(page: Page, selector: str) -> bool:
    return page.locator(selector).first.is_visible()


def test_a_requirement_opens_to_its_evidence(opened: Open, complaints: list[str]) -> None:
    page = opened()
    assert not shown(page, "#D1 blockquote")
    page.click("#D1 summary")
    assert page.locator("#D1 blockquote").inner_text() == "Owned the three-year roadmap and aligned it with the company's objectives"
    assert complaints == []


def test_a_requirement_opens_from_the_keyboard(opened: Open) -> None:
    page = opened()
    page.locator("#D1 summary").focus()
    page.keyboard.press("Enter")
    assert shown(page, "#D1 blockquote")


def test_all_requirements_open_and_close_at_once(opened: Open) -> None:
    page = opened()
    page.click("#open-all")
    assert page.locator("details.requirement[open]").count() == 7
    page.click("#open-all")
    assert page.locator("details.requirement[open]").count() == 0


def test_evidence_highlights_its_passage_and_the_passage_leads_back(opened: Open) -> None:
    page = opened()
    page.click("#D1 summary")
    page.click("#D1 .where a")
    page.wait_for_selector("mark.here", timeout=5_000)  # the browser tells of the new address a little later
    assert page.locator("mark.here").all_inner_texts() == ["Owned the three-year roadmap and aligned it with the company's objectives"]
    page.click("a.back[href='#D2']")
    page.wait_for_selector("#D2[open]", timeout=5_000)
    assert page.evaluate("document.activeElement.closest('details').id") == "D2"


@pytest.mark.parametrize("allowed", [True, False])
def test_a_draft_is_copied_with_and_without_the_clipboard_api(opened: Open, allowed: bool) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"] if allowed else [])
    if not allowed:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.evaluate("document.addEventListener('copy', () => { window.copied = String(getSelection()); })")
    page.click("button[data-copy='A1-1']")
    page.wait_for_function("document.getElementById('said').textContent !== ''")
    assert page.inner_text("#said") == "Copied."
    copied = page.evaluate("navigator.clipboard.readText()") if allowed else page.evaluate("window.copied")
    assert copied == "Researched [market] with [n] interviews and chose [opportunity]"


def test_where_nothing_copies_the_draft_is_selected(opened: Open) -> None:
    page = opened()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false")
    page.click("button[data-copy='A1-2']")
    page.wait_for_function("document.getElementById('said').textContent !== ''")
    assert page.inner_text("#said") == "Selected: press Ctrl+C to copy."
    assert page.evaluate("String(getSelection())") == "Researched [market] and chose [opportunity]"


def test_without_script_everything_is_there_but_the_buttons(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    assert not shown(page, "#open-all")
    page.click("#D1 summary")
    assert shown(page, "#D1 blockquote")
    assert shown(page, "mark.explicit")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_is_wider_than_the_screen(opened: Open, viewport: dict[str, int]) -> None:
    for made in (report(), hostile_report()):
        page = opened(made, viewport=viewport)
        page.click("#open-all")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", [1100, 1400])
def test_the_copy_button_beside_a_long_draft_stays_on_one_line(opened: Open, width: int) -> None:
    made = report()
    long = replace(made.suggestions[0], text=" ".join(["Researched [market] with [n] interviews"] * 9))
    page = opened(replace(made, suggestions=(long, *made.suggestions[1:])), viewport={"width": width, "height": 900})
    heights = page.eval_on_selector_all(".draft button", "found => found.map(button => button.getBoundingClientRect().height)")
    assert len(heights) == 5
    assert max(heights) < 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing(opened: Open, viewport: dict[str, int], scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed (extra 'browser')")
    page = opened(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.click("#open-all")
    page.evaluate("location.hash = 'D1-1'")
    page.wait_for_selector("mark.here")
    found = axe.Axe().run(page)
    assert [(violation["id"], violation["nodes"][0]["target"]) for violation in found.response["violations"]] == []


def test_dark_mode_follows_the_system(opened: Open) -> None:
    assert opened(color_scheme="light").evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert opened(color_scheme="dark").evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 28)"


def test_paper_shows_every_requirement_open(opened: Open) -> None:
    page = opened()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.requirement[open]").count() == 7
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.requirement[open]").count() == 0
    assert page.pdf().startswith(b"%PDF")


def test_a_hostile_resume_runs_nothing_and_fetches_nothing(opened: Open, complaints: list[str]) -> None:
    page = opened(hostile_report())
    page.click("#open-all")
    assert complaints == []
    assert page.locator("script").count() == 1
    assert "<script>alert(1)</script>" in page.inner_text("#D1 blockquote")


def test_the_policy_of_the_page_stops_a_script_that_is_not_its_own(opened: Open) -> None:
    page = opened()
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
    assert page.evaluate("window.ran") is None
