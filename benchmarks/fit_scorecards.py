"""Fit the scorecards of the lexicon: how much each sign of a statement speaks for each requirement of the bundled profile.

    pip install scikit-learn
    python benchmarks/fit_scorecards.py tests/gold/statements.jsonl tests/gold/trades.jsonl tests/gold/everyday.jsonl \\
        --blind tests/gold/unread.jsonl --tune ../shared/benchmark/dev.jsonl --out resume_match/data/lexicon/en/scorecards

Each line of a file is a labelled statement: {"id", "resume", "section", "text", "labels": {requirement: grade}}, as in tests/gold.
Points are the coefficients of a logistic regression over the signs of whole statements, one regression a requirement, with the grade-1
pairs left out (they are free either way). What a pattern is worth beside the signs is fitted on the `--blind` files alone, whose
statements nobody wrote patterns by, against points that were fitted without the statement's own resume. Of the `--tune` file every
third resume is left out, as the benchmark's own script does. The same files give the same scorecards.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import resume_match as rm
from resume_match.extraction.statements import Statement, kind_of
from resume_match.scoring.evidence import find_patterns
from resume_match.scoring.signs import passages_of

INVERSE_PENALTY = 1.0  # of the squared points; 0.5 and 2.0 agreed less with statements left out
RESUMES = 3  # a sign counts from so many different resumes on: words of one writer are not knowledge
LEAST_POINTS = 0.15  # smaller points are left out: they change no answer and make the files long
LINE = np.log(0.4 / 0.6)  # agreement (F1) is best from half of the F1 reached on, about 0.8 (Lipton, Elkan, Naryanaswamy 2014)
EXPLICIT_PAIRS = 12  # a requirement with fewer has no scorecard
FOLDS = 5


def read_statements(paths):
    """The labelled statements of the files, in order."""
    return [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def without_every_third_resume(statements):
    """The part of the benchmark that may be worked with."""
    left_out = set(sorted({statement["resume"] for statement in statements})[::3])
    return [statement for statement in statements if statement["resume"] not in left_out]


def analyzed(statements, matcher):
    """(statement, signs of its passages, whole first, strongest patterns) of each statement that a scorecard weighs."""
    rows = []
    for statement in statements:
        text, section = statement["text"], rm.SectionKind(statement["section"])
        judged = Statement(rm.Span(0, len(text)), kind_of(text, section), section)
        mentions = tuple(matcher.extractor.read(text, judged))
        if passages := [passage.signs for passage in passages_of(mentions, text)]:
            rows.append((statement, passages, find_patterns(matcher.judge, mentions)))
    return rows


def matrix_of(passages, signs):
    """Passages x signs, 1.0 where the sign stands in the passage."""
    index = {sign: column for column, sign in enumerate(signs)}
    pairs = sorted((row, index[sign]) for row, found in enumerate(passages) for sign in found if sign in index)
    at = tuple(np.array(pairs).T)
    return csr_matrix((np.ones(len(pairs)), at), shape=(len(passages), len(signs)))


def told_by_enough(rows):
    """The signs that stand in the statements of enough different resumes, sorted."""
    writers = defaultdict(set)
    for statement, (whole, *_), _ in rows:
        for sign in whole:
            writers[sign].add(writer_of(statement))
    return sorted(sign for sign, by in writers.items() if len(by) >= RESUMES)


def writer_of(statement):
    """The resume that a statement stands in; one without a resume stands alone."""
    return statement.get("resume") or statement["id"]


def grades_of(rows, requirement):
    """The label of the requirement in each row: 2, 1 or 0."""
    return np.array([statement["labels"].get(requirement, 0) for statement, _, _ in rows])


def fitted(matrix, grades):
    """(coefficients, intercept) of the regression of explicit against unlisted."""
    clear = grades != 1
    model = LogisticRegression(C=INVERSE_PENALTY, solver="liblinear", max_iter=1000, random_state=0)
    model.fit(matrix[clear], grades[clear] == 2)
    weights = model.coef_[0]
    return np.where(np.abs(weights) < LEAST_POINTS, 0.0, weights), float(model.intercept_[0])


def points_without_own_resume(rows, requirements):
    """Statements x requirements: points fitted on the other resumes only."""
    writers = sorted({writer_of(statement) for statement, _, _ in rows})
    fold_of = {writer: place % FOLDS for place, writer in enumerate(np.random.default_rng(0).permutation(writers).tolist())}
    folds = np.array([fold_of[writer_of(statement)] for statement, _, _ in rows])
    points = np.zeros((len(rows), len(requirements)))
    for fold in range(FOLDS):
        known = [row for row, of in zip(rows, folds, strict=True) if of != fold]
        signs = told_by_enough(known)
        learned = matrix_of([whole for _, (whole, *_), _ in known], signs)
        judged = [(at, found) for at in np.flatnonzero(folds == fold) for found in rows[at][1]]
        passages, owners = matrix_of([found for _, found in judged], signs), np.array([at for at, _ in judged])
        points[folds == fold] = -np.inf
        for column, requirement in enumerate(requirements):
            weights, start = fitted(learned, grades_of(known, requirement))
            np.maximum.at(points[:, column], owners, passages @ weights + start)
    return points


def joined(rows, points, requirements):
    """The features of every (statement, requirement) pair: points, pattern found, and the pattern by requirement; with the grades."""
    features, grades = [], []
    count = len(requirements)
    for (statement, _, patterns), row in zip(rows, points, strict=True):
        for column, requirement in enumerate(requirements):
            feature = np.zeros(3 + 3 * count)
            strength = patterns.get(requirement)
            feature[0] = row[column]
            feature[1:3] = SHARED * (strength == "explicit"), SHARED * (strength == "partial")
            feature[3 + column] = OWN
            feature[3 + count + column], feature[3 + 2 * count + column] = OWN * (strength == "explicit"), OWN * (strength == "partial")
            features.append(feature)
            grades.append(statement["labels"].get(requirement, 0))
    return np.array(features), np.array(grades)


SHARED, OWN = 4.0, 0.7  # scales: what all requirements share is hardly penalized, what one has of its own strongly


def join(rows, points, requirements):
    """The scale of the points, and what each requirement starts from and gets for a pattern, fitted together."""
    features, grades = joined(rows, points, requirements)
    clear = grades != 1
    model = LogisticRegression(C=1.0, solver="liblinear", max_iter=2000, random_state=0).fit(features[clear], grades[clear] == 2)
    weights, count = model.coef_[0], len(requirements)
    return {
        requirement: {
            "scale": float(weights[0]),
            "start": float(model.intercept_[0] + OWN * weights[3 + column] - LINE),
            "explicit": float(SHARED * weights[1] + OWN * weights[3 + count + column]),
            "partial": float(SHARED * weights[2] + OWN * weights[3 + 2 * count + column]),
        }
        for column, requirement in enumerate(requirements)
    }


def write(folder, requirement, card):
    """One file a requirement, the strongest signs first."""
    said = sorted(card["points"].items(), key=lambda given: (-given[1], given[0]))
    lines = [
        f"# What speaks for and against {requirement}, in log-odds: fitted by benchmarks/fit_scorecards.py, not written by hand.",
        "# A name is a verb family or a concept, lead>team a deed with its object, a word in quotes that word; a sum of 0 is explicit.",
        "",
        f"[{requirement}]",
        f"base = {card['base']}",
        f"patterns = {{ explicit = {card['explicit']}, partial = {card['partial']} }}",
        "",
        f"[{requirement}.points]",
        *(f"'{sign}' = {points}" for sign, points in said),
    ]
    (folder / f"{requirement}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def fit(rows, blind):
    """Requirement -> its scorecard, fitted on all rows; what patterns are worth is fitted on the last `blind` of them."""
    requirements = [name.id for name in rm.load_profile().requirements]
    requirements = [name for name in requirements if (grades_of(rows, name) == 2).sum() >= EXPLICIT_PAIRS]
    points = points_without_own_resume(rows, requirements)
    own = join(rows[-blind:], points[-blind:], requirements)
    signs = told_by_enough(rows)
    matrix = matrix_of([whole for _, (whole, *_), _ in rows], signs)
    cards = {}
    for requirement in requirements:
        weights, start = fitted(matrix, grades_of(rows, requirement))
        part = own[requirement]
        cards[requirement] = {
            "base": round(part["scale"] * start + part["start"], 2),
            "explicit": round(part["explicit"], 2),
            "partial": round(part["partial"], 2),
            "points": {sign: round(part["scale"] * weight, 2) for sign, weight in zip(signs, weights.tolist(), strict=True) if weight},
        }
    return cards


def main():
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="*")
    parser.add_argument("--blind", nargs="+", required=True)
    parser.add_argument("--tune")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    matcher = rm.ResumeMatcher()
    tune = without_every_third_resume(read_statements([options.tune])) if options.tune else []
    rows = analyzed([*read_statements(options.labelled), *tune], matcher)
    blind = analyzed(read_statements(options.blind), matcher)
    options.out.mkdir(parents=True, exist_ok=True)
    cards = fit(rows + blind, len(blind))
    for requirement, card in cards.items():
        write(options.out, requirement, card)
    print(f"{len(rows) + len(blind)} statements, {sum(len(card['points']) for card in cards.values())} points in {len(cards)} scorecards")


if __name__ == "__main__":
    main()
