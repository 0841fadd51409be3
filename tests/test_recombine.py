"""Recombined statements: the scorecards learn from what a teacher made of them, so they have to come out the same for ever."""

from __future__ import annotations

import importlib.util
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import resume_match as rm

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
OURS = {
    "statements": [
        {"section": "experience", "text": "Negotiated rates with 14 carriers for the winter peak."},
        {"section": "experience", "text": "Planned the harvest with two growers, trained pickers."},
    ],
    "trades": [{"section": "summary", "text": "Baker for nine years. Sold bread to hotels"}],
}


@pytest.fixture(scope="module")
def recombine() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recombine", BENCHMARKS / "recombine.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_of(recombine: ModuleType) -> tuple[dict, dict]:
    """Three statements in the files that the module knows, and how many of each count."""
    gold = {name: OURS.get(name, []) for name in recombine.FILES}
    return gold, {name: len(those) for name, those in gold.items()}


def test_statement_is_divided_before_small_words_and_behind_commas(recombine: ModuleType) -> None:
    parts = recombine.parts_of("Planned the harvest with two growers, trained pickers in May.")
    assert parts == ["Planned the harvest", "with two growers,", "trained pickers", "in May."]
    assert recombine.kinds_of(parts) == ["first ed", "with ", "ed", "in "]


def test_part_keeps_the_stop_of_the_place_where_it_comes_to_stand(recombine: ModuleType) -> None:
    assert recombine.ended_as("with two growers,", "with 14 carriers.") == "with 14 carriers,"
    assert recombine.ended_as("with 14 carriers", "in May.") == "in May"


def test_every_word_of_a_recombined_statement_was_written(recombine: ModuleType) -> None:
    gold, counts = gold_of(recombine)
    written = {word.strip(",.").lower() for those in gold.values() for statement in those for word in statement["text"].split()}
    made = list(islice(recombine.recombined(gold, counts), 200))
    assert {word.strip(",.").lower() for statement in made for word in statement["text"].split()} <= written
    assert len({statement["text"] for statement in made}) > 50
    assert not {statement["text"] for statement in made} & {statement["text"] for those in gold.values() for statement in those}


def test_statements_come_out_in_the_same_order_whatever_is_written_later(recombine: ModuleType) -> None:
    gold, counts = gold_of(recombine)
    later = gold | {"statements": [*gold["statements"], {"section": "skills", "text": "Excel, Jira"}]}
    first = [statement["text"] for statement in islice(recombine.recombined(gold, counts), 50)]
    assert [statement["text"] for statement in islice(recombine.recombined(later, counts), 50)] == first
    assert sha256("\n".join(first).encode()).hexdigest()[:12] == "c16c41a4dc74"


def test_of_files_that_came_later_no_statement_was_judged(recombine: ModuleType) -> None:
    assert recombine.counts_of({"counts": [3, 1]}) == dict.fromkeys(recombine.FILES, 0) | {"statements": 3, "trades": 1}


def test_what_a_teacher_judged_can_still_be_made(recombine: ModuleType) -> None:
    kept = np.load(BENCHMARKS / "recombined_labels.npz")
    counts = recombine.counts_of(kept)
    assert kept["requirements"].tolist() == [requirement.id for requirement in rm.load_profile().requirements if requirement.scorecard]
    made = list(islice(recombine.recombined(recombine.read_gold(), counts), kept["steps"].shape[1]))
    assert recombine.digest_of(made) == str(kept["digest"])
