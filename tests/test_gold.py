"""The gold gate: statements written for this project before the rules that judge them. A change detector, never quoted as accuracy.

`gold/statements.jsonl` holds one statement a line with its labels (2 explicit, 1 partial or arguable, unlisted none). Those with
`imitates` look like evidence of that requirement and are none. `trades.jsonl` and `everyday.jsonl` hold further statements that the
wordings were widened with; `unread.jsonl` some that only the scorecards were fitted with, and `plain_words.jsonl` 23,755 more, of people of
all trades, who mostly tell a deed by what was done and do not name it; `near_misses.jsonl` holds thousands that were written beside the
mistakes made on real resumes, some on each side of what had been mistaken; `resumes.jsonl` holds fictional people's resumes, line by line.
`usual_words.jsonl` has the set phrases of most real resumes ("responsible for ensuring"), which all of those hardly use.
`held_out.jsonl`, of their kinds `held_out_plain.jsonl` and `held_out_usual.jsonl`, and `held_out_products.jsonl`, of people near products,
projects and software, are learned from nowhere: their statements are not recombined either. The floors of `statements.jsonl` are what was
measured; they go up, never down. Why those of others fell is said there.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import resume_match as rm

GOLD = Path(__file__).parent / "gold" / "statements.jsonl"
BENCHMARK = Path(__file__).parents[2] / "shared" / "benchmark"

# The scorecards are fitted on all but the held-out four: their floors tell that the fit was not lost, and fell twice: from 0.985, 0.965
# and 0.955, when it was made to remember less and what nobody fitted rose by 0.02; and by 0.005 to 0.025, when usual_words.jsonl came and
# the line was set for real resumes, which read like it: what nobody fitted of theirs rose by 0.01 and 0.02, and more is asked of plain
# words (held_out, held_out_plain). All rose when a teacher was asked (benchmarks/teach_scorecards.py). The held-out ones tell how far the
# knowledge travels.
MORE_FLOORS = {
    "trades": 0.97,
    "everyday": 0.95,
    "unread": 0.945,
    "plain_words": 0.9,
    "near_misses": 0.91,
    "resumes": 0.895,
    "usual_words": 0.94,
    "held_out": 0.81,
    "held_out_plain": 0.79,
    "held_out_usual": 0.865,
    "held_out_products": 0.835,
}

# Of a file with more statements every fifth is judged: there are 100,000 in all, and one takes a millisecond or more.
MANY, EVERY = 5000, 5

# Of the pairs that are labelled 1, a part, so many at most may be called explicit: F1 counts them neither way. Without cards of grades
# (grade_scorecards.tsv) it is 0.31 and 0.23 of the first two, and 0.36 of the tuned part of the benchmark.
PARTS_TAKEN_FOR_THE_WHOLE = {"held_out": 0.23, "held_out_plain": 0.19, "tune": 0.25}

GOLD_F1_FLOOR = 0.99
TITLE_F1_FLOOR = 0.97
LURES_TAKEN_PER_HUNDRED = 1
TUNE_FLOORS = {"statement": 0.98, "resume": 0.99}


def gold() -> list[dict]:
    """The gold statements in file order."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def explicit(matcher: rm.ResumeMatcher, statement: dict) -> set[str]:
    """The requirements of which the matcher finds explicit evidence in the statement."""
    found = matcher.assess(statement["text"], section=statement["section"])
    return {evidence.requirement_id for evidence in found if evidence.strength is rm.Strength.EXPLICIT}


def f1_of(statements: list[dict], found: dict[str, set[str]]) -> float:
    """F1 over (statement, requirement) pairs; pairs labelled 1 are free either way."""
    right = false = missed = 0
    for statement in statements:
        got, labels = found[statement["id"]], statement["labels"]
        wanted = {requirement for requirement, grade in labels.items() if grade == 2}
        right += len(got & wanted)
        missed += len(wanted - got)
        false += len(got - set(labels))
    return 2 * right / (2 * right + false + missed)


def parts_taken(statements: list[dict], found: dict[str, set[str]]) -> float:
    """The share of the pairs labelled 1 that are called explicit."""
    parts = [(statement["id"], requirement) for statement in statements for requirement, grade in statement["labels"].items() if grade == 1]
    return sum(requirement in found[statement] for statement, requirement in parts) / len(parts)


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


@pytest.fixture(scope="module")
def found(matcher: rm.ResumeMatcher) -> dict[str, set[str]]:
    return {statement["id"]: explicit(matcher, statement) for statement in gold()}


def test_every_requirement_has_at_least_eight_explicit_statements() -> None:
    explicit_labels = Counter(requirement for statement in gold() for requirement, grade in statement["labels"].items() if grade == 2)
    assert {
        requirement.id: explicit_labels[requirement.id]
        for requirement in rm.load_profile().requirements
        if explicit_labels[requirement.id] < 8
    } == {}


def test_labels_and_imitated_requirements_are_ids_of_the_bundled_profile() -> None:
    known = {requirement.id for requirement in rm.load_profile().requirements}
    named = {name for statement in gold() for name in (*statement["labels"], *filter(None, [statement.get("imitates")]))}
    assert named - known == set()


def test_the_gate_holds_330_statements_60_titles_and_100_lures_each_once() -> None:
    statements = gold()
    assert len({statement["id"] for statement in statements}) == len({statement["text"] for statement in statements}) == len(statements)
    assert len(statements) >= 330
    assert sum(statement["id"].startswith("title-") for statement in statements) >= 60
    assert sum("imitates" in statement for statement in statements) >= 100


def test_no_lure_is_labelled_explicit_for_what_it_imitates() -> None:
    assert [statement["id"] for statement in gold() if statement["labels"].get(statement.get("imitates")) == 2] == []


def test_gold_statements_are_found_at_no_less_than_the_floor(found: dict[str, set[str]]) -> None:
    assert f1_of(gold(), found) >= GOLD_F1_FLOOR


def test_bare_titles_are_found_at_no_less_than_the_floor(found: dict[str, set[str]]) -> None:
    titles = [statement for statement in gold() if statement["id"].startswith("title-")]
    assert f1_of(titles, found) >= TITLE_F1_FLOOR


def test_at_most_three_lures_of_a_hundred_are_taken_for_what_they_imitate(found: dict[str, set[str]]) -> None:
    lures = [statement for statement in gold() if "imitates" in statement]
    taken = [(statement["imitates"], statement["text"]) for statement in lures if statement["imitates"] in found[statement["id"]]]
    assert len(taken) <= LURES_TAKEN_PER_HUNDRED * len(lures) / 100, taken


@pytest.mark.skipif(not BENCHMARK.is_dir(), reason=f"no benchmark at {BENCHMARK}")
def test_tune_statements_of_the_benchmark_are_found_at_no_less_than_the_floor(matcher: rm.ResumeMatcher) -> None:
    evaluate = module_of(BENCHMARK / "evaluate.py")
    statements = evaluate.in_part(evaluate.read_items(BENCHMARK / "dev.jsonl"), "tune")
    found = {item["id"]: explicit(matcher, item) for item in statements}
    statement, resume, _, _ = evaluate.score(statements, found)
    assert statement[2] >= TUNE_FLOORS["statement"]
    assert resume[2] >= TUNE_FLOORS["resume"]
    assert parts_taken(statements, found) <= PARTS_TAKEN_FOR_THE_WHOLE["tune"]


def module_of(path: Path) -> ModuleType:
    """The Python file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(MORE_FLOORS))
def test_further_statements_are_judged_at_no_less_than_their_floor(name: str, matcher: rm.ResumeMatcher) -> None:
    statements = [json.loads(line) for line in (GOLD.parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    statements = statements[::EVERY] if len(statements) > MANY else statements
    found = {statement["id"]: explicit(matcher, statement) for statement in statements}
    assert f1_of(statements, found) >= MORE_FLOORS[name]
    assert parts_taken(statements, found) <= PARTS_TAKEN_FOR_THE_WHOLE.get(name, 1.0)
