"""Building a matcher leaves the collector of garbage as the caller had it, and nothing for it to search at the first statement."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import resume_match as rm


@pytest.fixture(autouse=True)
def own_settings() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_what_was_built_counts_as_old() -> None:
    matcher = rm.ResumeMatcher()
    young = len(gc.get_objects(generation=0)) + len(gc.get_objects(generation=1))
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert young < 5_000
    assert any(one is matcher.judge for one in gc.get_objects(generation=2))


def test_what_the_caller_froze_stays_frozen() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    rm.ResumeMatcher()
    assert gc.get_freeze_count() >= frozen


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    rm.ResumeMatcher()
    assert not gc.isenabled()
