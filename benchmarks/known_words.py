"""Rewrite data/lexicon/en/known_words.toml: the English words that a spelling corrector must leave alone.

    python benchmarks/known_words.py WORDLIST [WORDLIST ...]

A word list is a file with one word a line (Debian's wamerican and wbritish packages bring /usr/share/dict/american-english and
british-english). Kept are the words that would otherwise be taken for a misspelling of a word of the lexicon. Run it after
the lexicon has grown.
"""

from __future__ import annotations

import sys
from pathlib import Path

import resume_match
from resume_match.extraction import build_vocabulary
from resume_match.scoring.similarity import spelling_corrector

HEAD = """\
# English words that are one or two letters away from a word of the lexicon and yet words of their own: never read as misspellings.
# Made by benchmarks/known_words.py from Debian's American and British word lists (SCOWL); run it again when the lexicon has grown.
"""


def main() -> None:
    """Read the word lists, ask the vocabulary what it would make of each word, and keep those it would change."""
    words = {word.strip().removesuffix("'s") for path in sys.argv[1:] for word in Path(path).read_text(encoding="utf-8").splitlines()}
    vocabulary = build_vocabulary(lambda known: spelling_corrector(known, own_words=frozenset()))
    kept = sorted(word for word in words if word.isascii() and word.islower() and vocabulary.read(word).corrected is not None)
    lines = "".join(f'  "{word}",\n' for word in kept)
    target = Path(resume_match.__file__).parent / "data" / "lexicon" / "en" / "known_words.toml"
    target.write_text(f"{HEAD}words = [\n{lines}]\n", encoding="utf-8")
    print(f"{len(kept)} words of {len(words)} kept in {target.name}")


if __name__ == "__main__":
    main()
