"""Characters to words, and words to pieces, by the gaps between them.

Many files place each character by itself and hold no spaces, others hold spaces that mean nothing ("E X P E R I E N C E"): what
separates words is the gap, measured in units of the character size.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from resume_match.parsers.layout.glyphs import Glyph, Piece, Word

SAME_ROW = 0.3
"""Baselines this close, in character sizes, are one row: a bullet sign or a small capital is not always set on the baseline."""
SAME_RUN = 0.02
WORD_GAP = 0.16
"""A space is 0.22 to 0.33 of the size in the usual fonts, at least 0.18 in the narrow ones; kerning stays under 0.1."""
PIECE_GAP = 0.75
"""Beyond a wide justified space: what may be the gap between two columns."""
TAB_GAP = 1.25
UNLIKE = 1.8
"""Letters so many times as large as those beside them belong to something else."""
SPACE = 0.3
BULLET_REACH = 4.5
LETTER_GAP = 0.34
"""Letters set apart by hand stand up to this far from each other: further than two words set close, nearer than two such words."""
LOOSE = 0.08
SPACED_LETTERS = 4
SPACED_GAP = 2.0
MOST_RAISED = 12
SMALLEST_RAISED = 0.45
RAISED = 0.6
"""A raised or lowered sign (1st, CO2) stands less than this above or below the baseline of what it belongs to."""

BULLETS = frozenset("•◦▪▫■□●○◆◇♦►▶▸▹➢➣➤➔→»✓✔✦✧★☆❖⁃∙·‣⦿⦾◉◘◼◾⬤⚫➜❯❱›∘⋄⬥⬩")
DASHES = frozenset("-–—*o")
_ORDINAL = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The glyphs by row from top to bottom, each row from left to right; drawing order decides between equals."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.baseline)
    rows: list[list[Glyph]] = []
    base, size = 0.0, 0.0
    for glyph in ordered:
        if rows and glyph.baseline - base <= SAME_ROW * min(size, glyph.size) and glyph.baseline - base <= 4.0:
            rows[-1].append(glyph)
            size = max(size, glyph.size)
        else:
            rows.append([glyph])
            base, size = glyph.baseline, glyph.size
    rows = _with_raised(rows)
    for row in rows:
        row.sort(key=lambda glyph: glyph.left)
    return rows


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """The rows with small raised or lowered signs put into the row of what they are attached to."""
    result: list[list[Glyph]] = []
    for index, row in enumerate(rows):
        home = None
        if len(row) <= MOST_RAISED:
            below = rows[index + 1] if index + 1 < len(rows) else []
            home = next((other for other in (below, result[-1] if result else []) if _attached(row, other)), None)
        if home is None:
            result.append(row)
        else:
            home.extend(row)
    return result


def _attached(signs: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """True when every sign is smaller than a glyph of the row that it touches, or than a sign that it follows."""
    ends = list(row)
    for sign in sorted(signs, key=lambda glyph: glyph.left):
        touched = any(
            abs(sign.baseline - glyph.baseline) < RAISED * glyph.size
            and (SMALLEST_RAISED * glyph.size < sign.size < 0.85 * glyph.size or glyph in signs)
            and -0.3 * sign.size < sign.left - glyph.right < 0.4 * sign.size
            for glyph in ends
        )
        if not touched:
            return False
        ends.append(sign)
    return bool(row)


def words_of(row: Sequence[Glyph]) -> list[Word]:
    """The words of a row, from left to right, with letter-spaced ones closed up and doubled letters collapsed."""
    runs: list[list[Glyph]] = []
    near: set[int] = set()  # the runs that stand behind the one before them no further than letters may
    run: list[Glyph] = []
    spaced = False
    for glyph in row:
        if glyph.text.isspace():
            spaced = True
            continue
        if run:
            last = run[-1]
            if _doubled(run, glyph):
                continue
            gap = glyph.left - last.right
            size = min(glyph.size, last.size)
            if (spaced and gap > 0.05 * size) or gap > WORD_GAP * size or gap < -size * 1.5:
                if not spaced and 0 < gap < LETTER_GAP * size and glyph.size == last.size and glyph.bold == last.bold:
                    near.add(len(runs) + 1)
                runs.append(run)
                run = []
        run.append(glyph)
        spaced = False
    if run:
        runs.append(run)
    return _closed_up([_word(run) for run in (_drawn_together(runs, near) if near else runs)])


def _drawn_together(runs: Sequence[list[Glyph]], near: set[int]) -> list[list[Glyph]]:
    """The runs; those of a heading whose letters are set apart, some of them a little further than what parts words, made one.

    Kerning makes such letters stand unevenly: "TOOLB OX", "EDUC AT I O N".
    """
    starts = [start for start in range(len(runs)) if start not in near]
    chains = [runs[start:end] for start, end in pairwise([*starts, len(runs)])]
    loose = {_setting(chain) for chain in chains if 1 < len(chain) < sum(map(len, chain)) and _loose(chain)}
    result: list[list[Glyph]] = []
    for chain in chains:
        result += [[glyph for run in chain for glyph in run]] if _setting(chain) in loose and _loose(chain) else chain
    return result


def _setting(chain: Sequence[Sequence[Glyph]]) -> tuple[float, bool]:
    return chain[0][0].size, chain[0][0].bold


def _loose(chain: Sequence[Sequence[Glyph]]) -> bool:
    """True where the letters of the runs stand apart, within runs as between them."""
    letters = [glyph for run in chain for glyph in run]
    return len(letters) > 1 and median(right.left - left.right for left, right in pairwise(letters)) > LOOSE * letters[0].size


def _doubled(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """True when the glyph repeats one just set in nearly the same place: a bold made by printing twice."""
    text, left, reach = glyph.text, glyph.left, 0.15 * glyph.size
    last = run[-1]  # no generator: this runs for every character
    if last.text == text and abs(last.left - left) < reach:
        return True
    return len(run) > 1 and run[-2].text == text and abs(run[-2].left - left) < reach


def _word(run: Sequence[Glyph]) -> Word:
    texts, lefts, rights, baselines, sizes, bolds, italics = zip(*run, strict=True)
    half = len(run) / 2
    return Word("".join(texts), lefts[0], max(rights), baselines[0], max(sizes), sum(bolds) > half, sum(italics) > half)


def _closed_up(words: list[Word]) -> list[Word]:
    """The words with every sequence of single letters at even distances made into words."""
    result: list[Word] = []
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and _single(words[end]) and (end == start or _evenly(words[end - 1], words[end])):
            end += 1
        if end - start >= SPACED_LETTERS:
            result.extend(_unspaced(words[start:end]))
            start = end
        else:
            result.append(words[start])
            start += 1
    return result


def _single(word: Word) -> bool:
    return len(word.text) == 1 and (word.text.isalnum() or word.text in "&/-–.,'’")


def _evenly(left: Word, right: Word) -> bool:
    return left.size == right.size and left.bold == right.bold and right.left - left.right < SPACED_GAP * left.size


def _unspaced(letters: Sequence[Word]) -> list[Word]:
    gaps = [right.left - left.right for left, right in pairwise(letters)]
    usual = median(gaps)
    limit = max(usual * 1.6, usual + 0.12 * letters[0].size)
    words: list[Word] = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        last = words[-1]
        if gap > limit:
            # The space between two spaced words is wide, and still a space: it is counted to the first of them.
            words[-1] = last._replace(right=letter.left - SPACE * letter.size)
            words.append(letter)
        else:
            words[-1] = last._replace(text=last.text + letter.text, right=letter.right)
    return words


def pieces_of(words: Sequence[Word]) -> list[Piece]:
    """The words of a row in pieces, cut at gaps that may be a column's edge; a bullet sign keeps the piece that follows it."""
    groups: list[list[Word]] = []
    for word in words:
        if groups:
            last = groups[-1][-1]
            gap = word.left - last.right
            small, size = sorted((word.size, last.size)) if min(word.size, last.size) > 0 else (1.0, 1.0)
            if size > UNLIKE * small and min(len(word.text), len(last.text)) > 1:
                size = 0.4 * small  # a name in large letters, an address in small ones close beside it
            alone = len(groups[-1]) == 1 and is_bullet(last.text)
            if gap <= (BULLET_REACH if alone else PIECE_GAP) * size:
                groups[-1].append(word)
                continue
        groups.append([word])
    return [_piece(group) for group in groups]


def _piece(words: Sequence[Word]) -> Piece:
    longest = max(words, key=lambda word: word.right - word.left)
    return Piece(tuple(words), words[0].left, max(word.right for word in words), longest.baseline, longest.size)


def is_bullet(text: str) -> bool:
    """True for a sign that opens a list line: a bullet, a dash, a symbol font's private code, or a number like `1.` or `(a)`."""
    if len(text) == 1:
        return text in BULLETS or text in DASHES or unicodedata.category(text) == "Co"
    return bool(_ORDINAL.fullmatch(text))
