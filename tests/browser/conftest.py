"""A headless Chromium for the HTML report; the tests of this folder skip, saying so, where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests, the machine's own: nothing is downloaded."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (extra 'browser')")
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Where a test writes its page, so that it is opened from a folder as a user would."""
    return tmp_path / "report.html"
