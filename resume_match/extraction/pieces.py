"""A phrase of a statement, as ranges of its words."""

from __future__ import annotations

from typing import NamedTuple

from resume_match.extraction.actions import Action

Range = tuple[int, int]


class Piece(NamedTuple):
    """A phrase as ranges of words: what it covers (`regions`), its action, object, scope and result, and whether it counts.

    `governed` are the families of the action that an action noun depends on ("supported budget planning"); `excluded` the words inside
    that do not count ("without ...", "led by ...").
    """

    regions: tuple[Range, ...]
    action: Action | None = None
    object: Range | None = None
    scope: Range | None = None
    result: Range | None = None
    governed: tuple[str, ...] = ()
    excluded: tuple[Range, ...] = ()
    negated: bool = False
    wished: bool = False
    others: bool = False

    @property
    def first(self) -> int:
        return min(self.regions)[0]

    @property
    def last(self) -> int:
        return max([end for _, end in self.regions])
