"""Fit the scorecards of the lexicon: how much each sign of a statement speaks for each requirement of the bundled profile.

    pip install scipy joblib
    python benchmarks/fit_scorecards.py --tune ../shared/benchmark/dev.jsonl --files ../shared/parsing/files \\
        --taught benchmarks/recombined_labels.npz --out resume_match/data/lexicon/en

It reads the statements of tests/gold but for the held-out ones, and those of real resumes: each line of a file is a labelled statement,
{"id", "resume", "section", "text", "labels": {requirement: grade}}.
Points are the coefficients of a logistic regression over the signs of whole statements, one regression a requirement, each sign scaled by
how unevenly it stands in statements with and without the requirement (the square root of the log-count ratio; Wang and Manning 2012,
"Baselines and Bigrams"). Grade-1 pairs of the benchmark are left out (they are free either way); ours count a little, since one in eight
of the benchmark's grade-2 pairs is a 1 in our own reading. What a pattern is worth beside the signs stands in calibration.toml. Of the
`--tune` file every third resume is left out, as the benchmark's own script does. Of the resumes under `--files` those statements count
whose hash stands in parsing_labels.jsonl, which holds labels and no text. What real people wrote counts more than what we did.

That is done twice. What the first scorecards and a teacher (teach_scorecards.py) make of statements that are recombined from ours tells
more of each word than the labels do: the second scorecards learn from it too, each recombined statement as much explicit as the mean of
their log-odds says.

Beside each scorecard there is one of grades: the same regression, of grade 2 against grade 1. It tells the whole from a part ("led a team
of engineers", "led a team"), which the scorecard need not. The same files give the same scorecards.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from joblib import Parallel, delayed
from recombine import counts_of, digest_of, read_gold, read_statements, recombined
from scipy import special
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

import resume_match as rm
from resume_match.extraction.statements import Statement, kind_of, statements
from resume_match.lexicon.scorecards import BASE
from resume_match.scoring.evidence import find_patterns, without_titles
from resume_match.scoring.signs import AS_WRITTEN, BESIDE, passages_of

LEXICON = Path(rm.__file__).parent / "data" / "lexicon" / "en"

# Each figure by F1 of statements whose source was left out: 1,056 of the tune part, 1,347 of ../shared/parsing and 144 of our own,
# before near_misses.jsonl was there.
INVERSE_PENALTY = 0.1  # of the squared points; 0.07: 0.003 less, 0.15: 0.004 less
SMOOTHING = 1.0  # added to the counts of the ratio; 0.3 and 3 the same within 0.001
OUR_PARTIAL = 0.15  # what a grade-1 pair of our own labels counts as an explicit one: 0.08: 0.001 less, 0.25: 0.004 less
# A sign counts from so many different resumes on, one of two words from so many: words of one writer are not knowledge. With 4 and 6 the
# table has 122,000 signs and F1 of real resumes is the same within 0.003 (tune, files and 1,623 statements of others, fitted on ours
# alone: 0.817, 0.863 and 0.839; with 6 and 10 it is 0.816, 0.861 and 0.838): more signs make loading and judging slower.
RESUMES = (6, 9)
# The probability from which a pair is called explicit where no pattern holds: half of the F1 that is reached, and less, since the two
# annotators of a benchmark call more explicit than we do (Lipton, Elkan, Naryanaswamy 2014, "Optimal Thresholding"). Of 1,623 statements
# of 62 other real resumes, labelled twice and fitted by nothing, F1 is 0.881 with 0.33, 0.872 with 0.27, 0.880 with 0.37; of
# held_out_plain.jsonl 0.790, 0.809 and 0.782, but such plain words are rare in real resumes.
LINE = np.log(0.33 / 0.67)
REAL = 6.0  # a real resume's statement counts for six of our own; on tune left out 2 gives 0.006 less than 8, and 0.003 less than 4
TWICE = 10.0  # what one counts that two annotators labelled; with 6 the two held-out sets are the same within 0.003
CURATED = 5.0  # what those of statements.jsonl count: hard cases of the guideline, and lures; with 1 (lures 4) F1 on it is 0.968, not 0.988
# Of the two log-odds that a recombined statement is judged by the teacher's counts so much, after so much is taken from it. On 1,503
# statements that neither was taught with (939 of 40 real resumes, each counted with the labels of one annotator and with those of two, and
# both held-out files) F1 of the two together is 0.866 with 0.7 and 0.4 taken, and 0.856 to 0.867 with shares of 0.4 to 0.7 and 0 to 1.5
# taken; it is 0.816 of the first scorecards alone and at most 0.856 of the teacher alone.
TEACHER, TEACHER_OVER = 0.6, 0.595
# Of the second scorecards. On the same statements their F1 is 0.829; with 0.1 and a start of 0.5, the only other fit, 0.818.
INVERSE_PENALTY_TAUGHT = 0.5
TAUGHT = 1.0  # what a recombined statement counts; with 0.3 F1 on the same statements is 0.002 less
# The signs of a card of grades: those of most resumes. On two sets of real resumes (939 and 5,254 statements) it tells grade 2 from 1,
# among what is called explicit, with an area under the curve of 0.79 and 0.81; 20,000 signs 0.80 and 0.81, all 0.80 and 0.82. An encoder
# that taught it too was of no use.
GRADED_SIGNS = 10_000
# The log-odds of grade 2 from which a statement loses what is missing to them: as high as it may be with F1 of the two sets as without
# (0.851 and 0.853). Of their 6,946 pairs of grade 1 then 1,713 are called explicit, without such cards 2,039; of the statuses of their 269
# resumes 0.781 are right (0.770). From -1 on it would be 0.787, and F1 0.847 and 0.852.
LINE_OF_GRADE = -1.6
AT_ONCE = 5000  # recombined statements whose signs are held as words
ROUNDS = 120  # of the solver


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
    return [statement | {"real": True, "twice": True} for statement in labelled if statement["resume"] not in left_out]


def analyzed(labelled, matcher):
    """Each statement that a scorecard weighs, with the signs of its sentences together, since labels are of whole statements."""
    rows = []
    for statement in labelled:
        text, section = statement["text"], rm.SectionKind(statement["section"])
        judged = Statement(rm.Span(0, len(text)), kind_of(text, section), section)
        mentions = tuple(matcher.extractor.read(text, judged))
        if sentences := [passage.signs for passage in passages_of(mentions, text, AS_WRITTEN) if not passage.stretch]:
            by_title = find_patterns(matcher.judge, without_titles(mentions)[0])  # what a title within shows, the rest need not show
            labels = {name: min(grade, 1) if name in by_title else grade for name, grade in statement["labels"].items()}
            rows.append((statement | {"labels": labels}, frozenset().union(*sentences)))
    return rows


def matrix_of(told, signs):
    """Sets of signs x signs, 1.0 where the sign stands in the set."""
    index = {sign: column for column, sign in enumerate(signs)}
    pairs = sorted((row, index[sign]) for row, found in enumerate(told) for sign in found if sign in index)
    at = tuple(np.array(pairs).T)
    return csr_matrix((np.ones(len(pairs)), at), shape=(len(told), len(signs)))


def told_by_enough(rows):
    """The signs that stand in the statements of enough different resumes, (of one word, of two); those of most first.

    So what is asked for most often stands together in the table, and in memory: a statement is judged in 0.05 ms less.
    """
    writers = defaultdict(set)
    for statement, told in rows:
        for sign in told:
            writers[sign].add(writer_of(statement))
    kept = (sign for sign, by in writers.items() if len(by) >= RESUMES[is_pair(sign)])
    return sorted(kept, key=lambda sign: (-len(writers[sign]), sign))


def is_pair(sign):
    """Whether a sign is of two words, or of a deed and a word of its phrase."""
    return BESIDE in sign or (sign.startswith('"') and " " in sign)


def writer_of(statement):
    """The resume that a statement stands in; one without a resume stands alone."""
    return statement.get("resume") or statement["id"]


def grades_of(rows, requirement):
    """The label of the requirement in each row: 2, 1 or 0."""
    return np.array([statement["labels"].get(requirement, 0) for statement, _ in rows])


def weights_of(rows):
    """How much each row counts."""
    worth = (("twice", TWICE), ("real", REAL), ("curated", CURATED))
    return np.array([next((weight for mark, weight in worth if statement.get(mark)), 1.0) for statement, _ in rows])


def all_fitted(matrix, rows, requirements, shares, inverse_penalty):
    """(coefficients, intercept) of each requirement's regression of explicit against unlisted, on all processors.

    `matrix` has the rows, and below them the recombined statements, whose shares are those of explicit evidence, a column a requirement.
    """
    ours = np.array([0.0 if statement.get("twice") else OUR_PARTIAL for statement, _ in rows])
    weights = weights_of(rows)
    known = [grades_of(rows, requirement) for requirement in requirements]
    shown = [np.append(grades > 0, share) for grades, share in zip(known, shares.T, strict=True)]
    counted = [np.append(weights * np.where(grades == 1, ours, 1.0), np.full(len(shares), TAUGHT)) for grades in known]
    return Parallel(n_jobs=-1)(delayed(fitted)(matrix, *of_one, inverse_penalty) for of_one in zip(shown, counted, strict=True))


def fitted(matrix, shown, counted, inverse_penalty):
    """(coefficients, intercept) of the regression of what is `shown`, from 0.0 to 1.0, each row counting as `counted` says."""
    with_it = SMOOTHING + matrix.T @ (counted * shown)
    without = SMOOTHING + matrix.T @ (counted * (1.0 - shown))
    ratio = np.log((with_it / with_it.sum()) / (without / without.sum()))
    telling = np.sign(ratio) * np.sqrt(np.abs(ratio))

    def loss(weights):
        """What is to be least, and its gradient: the start comes last and is not penalized."""
        odds = matrix @ (telling * weights[:-1]) + weights[-1]
        off = counted * (special.expit(odds) - shown)
        value = counted @ (np.logaddexp(0.0, odds) - shown * odds) + weights[:-1] @ weights[:-1] / (2 * inverse_penalty)
        return value, np.append(telling * (matrix.T @ off) + weights[:-1] / inverse_penalty, off.sum())

    start = np.zeros(matrix.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxfun": 2 * ROUNDS})
    return telling * found.x[:-1], float(found.x[-1])


def graded(matrix, rows, signs, requirements):
    """Requirement -> its card of grades: the regression of grade 2 against grade 1, of the statements that have one of them."""
    frequent, weights, cards = matrix[:, :GRADED_SIGNS], weights_of(rows), {}
    for requirement in requirements:
        grades = grades_of(rows, requirement)
        shown = np.flatnonzero(grades)
        fit_of = fitted(frequent[shown], (grades[shown] == 2).astype(float), weights[shown], INVERSE_PENALTY)
        cards[requirement] = card_of(signs[:GRADED_SIGNS], fit_of, LINE_OF_GRADE)
    return cards


def card_of(signs, fit_of, line):
    """A card from (coefficients, intercept): what a statement starts from, over the line, and the points of the signs."""
    weights, start = fit_of
    return {"base": hundredths(start - line), "points": dict(zip(signs, map(hundredths, weights.tolist()), strict=True))}


def hundredths(points):
    """Points as the table holds them."""
    return round(100 * points)


def write(path, cards):
    """A table of lexicon/scorecards.py under the comments that it has there: a row a sign, a column a card, in hundredths."""
    comments = [line for line in (LEXICON / path.name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    names = sorted(cards)
    signs = cards[names[0]]["points"]
    rows = [
        ["sign", *names],
        [BASE, *(str(cards[name]["base"]) for name in names)],
        *([sign, *(str(cards[name]["points"][sign]) for name in names)] for sign in signs),
    ]
    path.write_text("\n".join([*comments, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")


class Taught(NamedTuple):
    """The signs of recombined statements, in lists of some thousands, and the teacher's log-odds of each requirement for each of them."""

    told: list[list[frozenset[str]]]
    odds: np.ndarray


def with_scorecard():
    """The requirements that have a scorecard, in the profile's order."""
    return [requirement.id for requirement in rm.load_profile().requirements if requirement.scorecard]


def fit(rows, taught=None):
    """(scorecards, cards of grades), by requirement. `taught`: what a teacher made of recombined statements, or None."""
    requirements = with_scorecard()
    signs = told_by_enough(rows)
    matrix = matrix_of([told for _, told in rows], signs)
    grades = graded(matrix, rows, signs, requirements)
    fits = all_fitted(matrix, rows, requirements, np.zeros((0, len(requirements))), INVERSE_PENALTY)
    if taught:
        own = np.vstack([matrix_of(told, signs) @ np.stack([weights for weights, _ in fits], 1) for told in taught.told])
        own += [start for _, start in fits]
        odds = (1 - TEACHER) * own + TEACHER * (taught.odds - TEACHER_OVER)
        matrix = vstack([matrix, *(matrix_of(told, signs) for told in taught.told)]).tocsr()
        fits = all_fitted(matrix, rows, requirements, special.expit(odds), INVERSE_PENALTY_TAUGHT)
    return {requirement: card_of(signs, fit_of, LINE) for requirement, fit_of in zip(requirements, fits, strict=True)}, grades


def read_taught(path, gold, matcher):
    """What a teacher made of recombined statements of ours. ValueError where the statements that it judged can't be made any more."""
    file = np.load(path)
    counts = counts_of(file)
    statements = list(islice(recombined(gold, counts), file["steps"].shape[1]))
    if digest_of(statements) != str(file["digest"]) or file["requirements"].tolist() != with_scorecard():
        raise ValueError(f"{path} is about statements or requirements that have changed since: run teach_scorecards.py anew")
    asked = [{"labels": {}, "row": row, **statement} for row, statement in enumerate(statements)]
    kept, told = [], []
    for first in range(0, len(asked), AT_ONCE):
        rows = analyzed(asked[first : first + AT_ONCE], matcher)
        told.append([signs for _, signs in rows])
        kept += [statement["row"] for statement, _ in rows]
    return Taught(told, file["steps"].T[kept] * float(file["step"]))


def main():
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tune")
    parser.add_argument("--files")
    parser.add_argument("--taught", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the folder of the two tables")
    options = parser.parse_args()
    matcher = rm.ResumeMatcher()
    gold = read_gold()
    tune = without_every_third_resume(read_statements([options.tune])) if options.tune else []
    files = statements_of_files(options.files) if options.files else []
    curated, *others = gold.values()
    ours = [*(statement | {"curated": True} for statement in curated), *chain.from_iterable(others)]
    rows = analyzed([*ours, *tune, *files], matcher)
    cards, grades = fit(rows, read_taught(options.taught, gold, matcher) if options.taught else None)
    write(options.out / "scorecards.tsv", cards)
    write(options.out / "grade_scorecards.tsv", grades)
    print(f"{len(rows)} statements, {sum(len(card['points']) for card in cards.values())} points in {len(cards)} scorecards")


if __name__ == "__main__":
    main()
