"""Fit the scorecards of the lexicon: how much each sign of a statement speaks for each requirement of the bundled profile.

    pip install scikit-learn
    python benchmarks/fit_scorecards.py tests/gold/statements.jsonl tests/gold/trades.jsonl tests/gold/everyday.jsonl \\
        --blind tests/gold/unread.jsonl --tune ../shared/benchmark/dev.jsonl --files ../shared/parsing/files \\
        --out resume_match/data/lexicon/en/scorecards.tsv

Each line of a file is a labelled statement: {"id", "resume", "section", "text", "labels": {requirement: grade}}, as in tests/gold.
Points are the coefficients of a logistic regression over the signs of whole statements, one regression a requirement, with the grade-1
pairs left out (they are free either way). What a pattern is worth beside the signs is fitted on the statements of `--files` and `--blind`
alone, which nobody wrote patterns by, against points that were fitted without the statement's own resume. Of the `--tune` file every third
resume is left out, as the benchmark's own script does. Of the resumes under `--files` those statements count whose hash stands in
parsing_labels.jsonl, which holds labels and no text. What real people wrote counts more than what we did. The same files give the same
scorecards.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

import resume_match as rm
from resume_match.extraction.statements import Statement, kind_of, statements
from resume_match.lexicon.calibration import calibration
from resume_match.lexicon.scorecards import BASE, PATTERNS
from resume_match.scoring.evidence import find_patterns
from resume_match.scoring.signs import passages_of

INVERSE_PENALTY = 0.3  # of the squared points; with 0.15 and 0.6 F1 of real statements left out is the same within 0.005
USUAL = 5.0  # the idf of a sign of one statement in 150; a scale that goes with the penalty
RESUMES = 3  # a sign counts from so many different resumes on: words of one writer are not knowledge
# The probability from which a pair is called explicit: F1 of statements left out is best, and flat, from 0.3 to 0.4, as theory says:
# half of the F1 that is reached (Lipton, Elkan, Naryanaswamy 2014).
LINE = np.log(0.35 / 0.65)
REAL = 2.0  # a real resume's statement counts for two of our own: F1 of real ones left out rose from 0.852 to 0.855
EXPLICIT_PAIRS = 12  # a requirement with fewer has no scorecard
FOLDS = 5


def read_statements(paths):
    """The labelled statements of the files, in order."""
    return [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def statements_of_files(folder):
    """The labelled statements of the resumes of a folder, each text once."""
    given = read_statements([Path(__file__).with_name("parsing_labels.jsonl")])
    labelled = {line["sha256"]: line for line in given}
    found = []
    for path in sorted(Path(folder).rglob("*.*")):
        try:
            resume = rm.read_resume(path)
        except rm.DocumentError:
            continue
        for statement in statements(resume):
            text = " ".join(resume.document.text[statement.span.start : statement.span.end].split())
            if line := labelled.pop(sha256(text.encode()).hexdigest()[:16], None):
                found.append({"id": line["sha256"], "resume": path.name, "text": text, "real": True, **line})
    print(f"{len(found)} of {len(given)} labelled statements found in {folder}")
    return found


def without_every_third_resume(labelled):
    """The part of the benchmark that may be worked with."""
    left_out = set(sorted({statement["resume"] for statement in labelled})[::3])
    return [statement | {"real": True} for statement in labelled if statement["resume"] not in left_out]


def analyzed(labelled, matcher):
    """(statement, signs of its passages, whole first, strongest patterns) of each statement that a scorecard weighs."""
    rows = []
    for statement in labelled:
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


def weights_of(rows):
    """How much each row counts."""
    return np.array([REAL if statement.get("real") else 1.0 for statement, _, _ in rows])


def fitted(matrix, rows, requirement):
    """(coefficients, intercept) of the regression of explicit against unlisted. Rarer signs are penalized less: by their idf (USUAL)."""
    grades = grades_of(rows, requirement)
    rarity = np.log(matrix.shape[0] / np.asarray(matrix.sum(axis=0)).ravel()) / USUAL
    clear = grades != 1
    model = LogisticRegression(C=INVERSE_PENALTY, solver="liblinear", max_iter=1000, random_state=0)
    model.fit((matrix @ diags(rarity))[clear], grades[clear] == 2, weights_of(rows)[clear])
    return model.coef_[0] * rarity, float(model.intercept_[0])


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
        judged = [(at, found, number > 0) for at in np.flatnonzero(folds == fold) for number, found in enumerate(rows[at][1])]
        passages, owners = matrix_of([found for _, found, _ in judged], signs), np.array([at for at, _, _ in judged])
        less = np.array([inner for _, _, inner in judged]) * calibration().scorecard_passage
        points[folds == fold] = -np.inf
        for column, requirement in enumerate(requirements):
            weights, start = fitted(learned, known, requirement)
            np.maximum.at(points[:, column], owners, passages @ weights + start - less)
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
    model = LogisticRegression(C=1.0, solver="liblinear", max_iter=2000, random_state=0)
    model.fit(features[clear], grades[clear] == 2, np.repeat(weights_of(rows), len(requirements))[clear])
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


def hundredths(points):
    """Points as the table holds them."""
    return round(100 * points)


def write(path, cards):
    """The table of lexicon/scorecards.py: a row a sign, a column a card, in hundredths."""
    names = sorted(cards)
    signs = cards[names[0]]["points"]
    told = [(BASE, "base"), (PATTERNS["explicit"], "explicit"), (PATTERNS["partial"], "partial")]
    rows = [
        ["sign", *names],
        *([row, *(str(cards[name][part]) for name in names)] for row, part in told),
        *([sign, *(str(cards[name]["points"][sign]) for name in names)] for sign in signs),
    ]
    head = (
        "# What speaks for and against each requirement, in hundredths of log-odds: fitted by benchmarks/fit_scorecards.py, not by hand.\n"
        '# A name is a verb family or a concept, lead>team a deed with its object, a word in quotes that word, "wor... how words begin.\n'
        "# From 0 on, the sum of the start, of what a pattern gives and of the signs is explicit evidence.\n"
    )
    path.write_text(head + "\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")


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
        weights, start = fitted(matrix, rows, requirement)
        part = own[requirement]
        cards[requirement] = {
            "base": hundredths(part["scale"] * start + part["start"]),
            "explicit": hundredths(part["explicit"]),
            "partial": hundredths(part["partial"]),
            "points": dict(zip(signs, map(hundredths, (part["scale"] * weights).tolist()), strict=True)),
        }
    return cards


def main():
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="*")
    parser.add_argument("--blind", nargs="+", required=True)
    parser.add_argument("--tune")
    parser.add_argument("--files")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    matcher = rm.ResumeMatcher()
    tune = without_every_third_resume(read_statements([options.tune])) if options.tune else []
    files = statements_of_files(options.files) if options.files else []
    rows = analyzed([*read_statements(options.labelled), *tune], matcher)
    blind = analyzed([*files, *read_statements(options.blind)], matcher)
    cards = fit(rows + blind, len(blind))
    write(options.out, cards)
    print(f"{len(rows) + len(blind)} statements, {sum(len(card['points']) for card in cards.values())} points in {len(cards)} scorecards")


if __name__ == "__main__":
    main()
