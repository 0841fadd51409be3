"""The signs of a statement, its passages, and what a scorecard makes of them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

import resume_match as rm
from resume_match.extraction.statements import Statement
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.scorecards import Scorecards, grade_scorecards, scorecards, scorecards_of
from resume_match.scoring.scorecards import Weighed, Weigher, judged, strongest_signs, weigh
from resume_match.scoring.signs import AS_WRITTEN, Passage, keeper, lemma_of, passages_of


@pytest.fixture(scope="module")
def matcher() -> rm.ResumeMatcher:
    return rm.ResumeMatcher()


def passages(matcher: rm.ResumeMatcher, text: str, kind: rm.StatementKind = rm.StatementKind.PROSE) -> tuple[Passage[str], ...]:
    """The passages of a statement of an experience section."""
    statement = Statement(rm.Span(0, len(text)), kind, rm.SectionKind.EXPERIENCE)
    return passages_of(tuple(matcher.extractor.read(text, statement)), text, AS_WRITTEN)


def test_signs_are_the_deed_its_object_and_the_words_in_their_dictionary_form(matcher: rm.ResumeMatcher) -> None:
    (whole,) = passages(matcher, "Negotiated contracts quarterly")
    assert {"negotiate", "deal", "negotiate>deal", '"contract"', '"quarterly"'} <= whole.signs


@pytest.mark.parametrize(
    "text",
    ["She met her clients", "Graduated from a college", "Walked along Maple Street"],
)
def test_words_that_tell_who_somebody_is_are_no_signs(matcher: rm.ResumeMatcher, text: str) -> None:
    signs = {sign for passage in passages(matcher, text) for sign in passage.signs}
    assert signs.isdisjoint({'"she"', '"her"', '"college"', '"street"'})


def test_words_in_company_are_signs_small_ones_too(matcher: rm.ResumeMatcher) -> None:
    (whole,) = passages(matcher, "Negotiated with the landlord")
    assert {"^negotiate", 'negotiate>"with"', 'negotiate>"landlord"', '"negotiate with"', '"the landlord"'} <= whole.signs


def test_what_hyphens_join_is_a_word_and_its_parts(matcher: rm.ResumeMatcher) -> None:
    of_words = {'"cost"', '"save"', '"cost save"', '"save contract"', 'negotiate>"save"'}
    (joined,) = passages(matcher, "Negotiated cost-saving contracts")
    (apart,) = passages(matcher, "Negotiated cost saving contracts")
    assert of_words <= joined.signs & apart.signs
    assert '"cost-saving"' in joined.signs


def test_only_the_first_deed_comes_first(matcher: rm.ResumeMatcher) -> None:
    (whole,) = passages(matcher, "Negotiated leases and trained staff")
    assert "^negotiate" in whole.signs
    assert "train" in whole.signs
    assert "^train" not in whole.signs


def test_words_that_tell_who_somebody_is_keep_no_company(matcher: rm.ResumeMatcher) -> None:
    (whole,) = passages(matcher, "Trained her staff")
    assert not [sign for sign in whole.signs if "her" in sign.strip('"').replace('>"', " ").split()]


def test_a_phrase_that_is_denied_gives_no_signs(matcher: rm.ResumeMatcher) -> None:
    assert passages(matcher, "No experience in negotiation") == ()


def test_titles_and_lines_of_education_are_not_weighed(matcher: rm.ResumeMatcher) -> None:
    assert passages(matcher, "Communications Director", rm.StatementKind.TITLE) == ()
    assert passages(matcher, "Bachelor of Arts in Communication", rm.StatementKind.EDUCATION) == ()


def test_each_sentence_of_a_statement_is_weighed_for_itself(matcher: rm.ResumeMatcher) -> None:
    text = "Negotiated leases. Trained cooks Answered phones; wrote menus"
    told = {"negotiate", "train", "write", "^negotiate", "^train", "^write"}
    found = [sorted(told & one.signs) for one in passages(matcher, text)]
    assert found == [["^negotiate", "negotiate"], ["^train", "train"], [], ["^write", "write"]]


def test_a_sentence_in_capitals_has_the_signs_of_a_small_one(matcher: rm.ResumeMatcher) -> None:
    (small,), (large,) = passages(matcher, "negotiated leases quarterly"), passages(matcher, "NEGOTIATED LEASES QUARTERLY")
    assert small.signs == large.signs


def test_a_long_statement_is_read_whole_and_in_passages_of_ten_words(matcher: rm.ResumeMatcher) -> None:
    text = (
        "Negotiated supply contracts with twelve vendors across three continents, "
        "trained the night shift in safe lifting every single Monday morning"
    )
    whole, *parts = passages(matcher, text)
    assert {"negotiate", "train"} <= whole.signs
    assert len(parts) >= 2
    assert all(not {"negotiate", "train"} <= part.signs for part in parts)
    assert any("negotiate" in part.signs for part in parts)
    assert any("train" in part.signs for part in parts)


@pytest.mark.parametrize(
    ("word", "lemma"), [("negotiated", "negotiate"), ("policies", "policy"), ("invoices", "invoice"), ("business", "business")]
)
def test_lemma_of(word: str, lemma: str) -> None:
    assert lemma_of(word) == lemma


LESS = round(50 * calibration().scorecard_passage)  # half of what a passage must have more
WORTH = calibration().scorecard_patterns
SIGNS = {'"brew"': 150, "barley": 75, "wash": -200, '"malt"': 150 - LESS}


def cards(points: dict[str, int]) -> Scorecards:
    """One card, for brewing, that gives these signs their points."""
    return scorecards_of(("brewing",), np.array([-200]), tuple(points), np.array([[given] for given in points.values()]))


CARDS = cards(SIGNS)
GRADES = dataclasses.replace(cards({'"brew"': 0, "barley": 20, "wash": -60}), base=np.array([10]))


def brewer(given: Scorecards, grades: Scorecards = GRADES) -> Weigher:
    """A weigher of these cards."""
    return Weigher(given, grades, frozenset(), keeper(given.rows_of))


BREWER = brewer(CARDS)


def passage(*signs: str, given: Scorecards = CARDS, words: tuple[str, ...] = ()) -> Passage[int]:
    return Passage((), words, given.rows_of(signs))


@pytest.mark.parametrize(
    ("signs", "patterns", "points"),
    [
        (('"brew"', "barley", '"unknown"'), {}, 0.25),
        (('"brew"', "barley"), {"brewing": rm.Strength.EXPLICIT}, round(0.25 + WORTH[rm.Strength.EXPLICIT], 2)),
        (('"brew"',), {"brewing": rm.Strength.PARTIAL}, round(-0.5 + WORTH[rm.Strength.PARTIAL], 2)),
    ],
)
def test_points_are_the_sum_of_start_pattern_and_signs(signs: tuple[str, ...], patterns: dict[str, rm.Strength], points: float) -> None:
    assert weigh(BREWER, [passage(*signs)], patterns)["brewing"].points == points


def test_the_best_sentence_counts_or_a_stretch_that_says_so_much_more() -> None:
    partial = {"brewing": rm.Strength.PARTIAL}
    stretch = dataclasses.replace(passage('"brew"'), stretch=True)
    best = weigh(BREWER, [passage("wash"), passage('"brew"', "barley")], {})["brewing"]
    assert best == Weighed(0.25, passage('"brew"', "barley"), rm.Strength.EXPLICIT)
    best = weigh(BREWER, [passage('"brew"', "wash"), stretch], partial)["brewing"]
    assert best == Weighed(round(-0.5 - calibration().scorecard_passage + WORTH[rm.Strength.PARTIAL], 2), stretch, rm.Strength.PARTIAL)
    best = weigh(BREWER, [passage('"malt"'), stretch], partial)["brewing"]
    assert best == Weighed(round(-0.5 - LESS / 100 + WORTH[rm.Strength.PARTIAL], 2), passage('"malt"'), rm.Strength.PARTIAL)


def test_too_few_points_are_no_evidence_whether_or_not_a_pattern_holds() -> None:
    assert weigh(BREWER, [passage()], {}) == {}
    assert weigh(BREWER, [passage("wash")], {"brewing": rm.Strength.PARTIAL}) == {}


@pytest.mark.parametrize(
    ("given", "signs", "points", "strength"),
    [
        (245, ('"brew"', "wash"), -0.05, rm.Strength.PARTIAL),
        (255, ('"brew"', "wash"), 0.05, rm.Strength.EXPLICIT),
        (245, ('"brew"', "barley"), 0.45, rm.Strength.EXPLICIT),
        (195, ('"brew"', "barley"), -0.05, rm.Strength.PARTIAL),
    ],
)
def test_what_tells_of_a_part_only_loses_points_and_nothing_wins_by_it(
    given: int, signs: tuple[str, ...], points: float, strength: rm.Strength
) -> None:
    brewing = cards({'"brew"': given, "barley": 0, "wash": 0})
    found = weigh(brewer(brewing), [passage(*signs, given=brewing)], {})["brewing"]
    assert (found.points, found.strength) == (points, strength)


def test_what_tells_of_a_part_for_sure_is_partial_whatever_it_has() -> None:
    sure = -round(100 * calibration().scorecard_part_only)
    brewing = cards({'"brew"': 9000})
    for more, strength in ((0, rm.Strength.PARTIAL), (1, rm.Strength.EXPLICIT)):
        given = brewer(brewing, dataclasses.replace(cards({'"brew"': 0}), base=np.array([more - sure])))
        assert weigh(given, [passage('"brew"', given=brewing)], {})["brewing"].strength is strength


def test_what_would_be_explicit_is_partial_whatever_it_loses() -> None:
    harsh = brewer(CARDS, dataclasses.replace(GRADES, base=np.array([-900])))
    found = weigh(harsh, [passage('"brew"', "barley")], {})["brewing"]
    assert (found.points, found.strength, found.in_part) == (-8.55, rm.Strength.PARTIAL, True)


def test_cards_are_taken_under_other_names_and_in_another_order() -> None:
    first, second = scorecards().names[:2]
    turned = scorecards().under([("b", second), ("a", first)])
    row = next(row for row in turned.rows.values() if row and turned.points[row].any())
    assert turned.names == ("b", "a")
    assert turned.of_rows(frozenset([row])).tolist() == scorecards().points[row, [1, 0]].tolist()


def test_a_sign_is_found_in_its_row_whether_it_is_joined_or_not() -> None:
    known = scorecards_of(("brewing",), np.array([0]), ("lead", "lead>team", 'lead>"through"', '"through"'), np.zeros((4, 1)))
    assert known.rows_of(["lead", "of no card", '"through"']) == {0, 3}
    assert known.rows_of(["of no card"], [(("lead", "own"), ("team", '"beside"'))]) == {1}
    assert known.rows_of(["lead"], [(("lead",), ("team", '"through"')), (("own",), ("team",))]) == {0, 1, 2}


def test_the_beginning_of_a_word_is_a_sign_unless_it_may_be_a_name(matcher: rm.ResumeMatcher) -> None:
    (whole,) = passages(matcher, "Negotiated contracts with Hollander quarterly")
    assert {'"nego...', '"negot...', '"quar...', '"quart...'} <= whole.signs
    assert whole.signs.isdisjoint({'"holl...', '"Holl...'})


@pytest.mark.parametrize(
    ("points", "pattern", "strength"),
    [
        (0.0, None, rm.Strength.EXPLICIT),
        (0.3, rm.Strength.PARTIAL, rm.Strength.EXPLICIT),
        (-0.1, rm.Strength.EXPLICIT, rm.Strength.PARTIAL),
        (-2.5, rm.Strength.PARTIAL, rm.Strength.PARTIAL),
        (-2.6, rm.Strength.PARTIAL, None),
        (-0.7, None, rm.Strength.PARTIAL),
        (-1.1, None, None),
    ],
)
def test_points_decide_the_strength(points: float, pattern: rm.Strength | None, strength: rm.Strength | None) -> None:
    assert judged(points, pattern) is strength


def strongest(points: dict[str, int], *words: str) -> str:
    """What a reason names of a statement of these words that holds all of these signs."""
    return strongest_signs(points, words)


def test_reasons_name_the_strongest_signs_first() -> None:
    told = passage('"brew"', "barley", "wash", '"unknown"')
    assert BREWER.reason("brewing", told) == '"brew" +1.5, barley +0.8'
    assert BREWER.reason("brewing", told, against=True) == "wash -2.0"
    assert BREWER.reason("brewing", told, of_grade=True) == "barley +0.2"


def test_a_reason_counts_the_beginning_of_a_word_to_the_word() -> None:
    told = strongest({'"brew"': 100, '"barl...': 75, '"hopp...': 25, "brew": 50}, "Brewed", "barley")
    assert told == 'brew +1.5, "barley" +0.8, "hopp…" +0.2'


def test_a_reason_tells_a_word_in_its_dictionary_form_and_no_pair_of_words() -> None:
    assert strongest({'"brew"': 100, '"brewe...': 50, '"brew hard"': 20}, "brewed", "hard") == '"brew" +1.5, "brew hard" +0.2'


def test_a_reason_counts_what_stands_beside_a_deed_to_the_deed() -> None:
    told = strongest({"brew": 150, "^brew": 75, 'brew>"slowly"': 25, '"brew slowly"': 10}, "brew", "slowly")
    assert told == 'brew +2.5, "brew slowly" +0.1'


def test_a_deed_and_what_it_acts_on_are_told_in_words() -> None:
    assert strongest({"lead>sea-staff": 150}) == "lead sea staff +1.5"


def test_helping_with_a_deed_is_partial_whatever_its_signs(matcher: rm.ResumeMatcher) -> None:
    evidence = {found.requirement_id: found.strength for found in matcher.assess("Assisted in negotiating contracts with vendors")}
    assert evidence["negotiation"] is rm.Strength.PARTIAL


@pytest.mark.parametrize(
    ("statement", "whole", "part"),
    [
        ("Helped troubleshoot payment outages in the overnight batch", "problem-solving", None),
        ("Assisted in debugging the Java services of the booking engine", "technical-background", None),
        ("Supported continuous process improvements on the filling line", "continuous-improvement", None),
        ("Contributed to the design and development of a Kotlin banking app", "technical-background", "development-lifecycle"),
    ],
)
def test_a_hand_in_technical_work_a_fault_or_an_improvement_shows_it_in_full(
    statement: str, whole: str, part: str | None, matcher: rm.ResumeMatcher
) -> None:
    evidence = {found.requirement_id: found.strength for found in matcher.assess(statement)}
    assert evidence[whole] is rm.Strength.EXPLICIT
    assert part is None or evidence[part] is rm.Strength.PARTIAL


def test_what_helping_shows_in_full_are_names_of_scorecards() -> None:
    assert calibration().scorecard_helping <= set(scorecards().names)


def test_a_pattern_that_all_else_speaks_against_is_no_evidence(matcher: rm.ResumeMatcher) -> None:
    found = {evidence.requirement_id for evidence in matcher.assess("Led development of a payment processing engine with low latency")}
    assert "technical-background" in found
    assert found.isdisjoint({"negotiation", "organizational-skills", "communication"})


def test_each_scorecard_has_a_card_of_grades_that_knows_its_first_signs() -> None:
    assert grade_scorecards().names == scorecards().names
    known = grade_scorecards().signs
    assert known == scorecards().signs[: len(known)]


def test_a_team_of_another_trade_is_a_part(matcher: rm.ResumeMatcher) -> None:
    (found,) = [one for one in matcher.assess("Managed a team of 12 sales associates") if one.requirement_id == "team-management"]
    assert found.strength is rm.Strength.PARTIAL
    (found,) = [one for one in matcher.assess("Managed a team of 12 engineers") if one.requirement_id == "team-management"]
    assert found.strength is rm.Strength.EXPLICIT


def test_a_reason_says_what_tells_of_a_part(matcher: rm.ResumeMatcher) -> None:
    evidence = {found.requirement_id: found for found in matcher.assess("Filed compliance reports and activity reports weekly")}
    assert evidence["performance-reporting"].strength is rm.Strength.PARTIAL
    signs, _, of_a_part = evidence["performance-reporting"].factors[0].reason.partition(", a part only by ")
    assert ', by its signs "report" +' in signs
    assert '"file" -' in of_a_part


def test_every_scorecard_belongs_to_a_requirement_of_the_bundled_profile_that_names_it() -> None:
    named = [requirement.scorecard for requirement in rm.load_profile().requirements if requirement.scorecard]
    assert sorted(scorecards().names) == sorted(named)


def test_a_profile_without_scorecards_is_judged_by_its_patterns_alone(matcher: rm.ResumeMatcher) -> None:
    bundled = rm.load_profile()
    bare = dataclasses.replace(
        bundled, requirements=tuple(dataclasses.replace(requirement, scorecard="") for requirement in bundled.requirements)
    )
    reasons = [
        factor.reason
        for text in ("Streamlined the intake process", "Grew greenhouse tomatoes and cut heating gas 18% by adding energy screens")
        for found in rm.ResumeMatcher(bare).assess(text)
        for factor in found.factors
    ]
    assert reasons
    assert not any("signs" in reason for reason in reasons)


def test_an_unknown_scorecard_is_refused_with_a_remedy(tmp_path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('title = "Own"\n[[requirement]]\ntext = "Negotiation"\nscorecard = "negotation"\n', encoding="utf-8")
    with pytest.raises(rm.DataError, match="did you mean 'negotiation'"):
        rm.load_profile(path)
