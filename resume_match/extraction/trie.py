"""The trie of forms: where each key of a word leads, and which forms end there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

Ends = tuple[tuple[str, bool], ...]
"""The ids of forms, each with whether it is a verb."""


@dataclass(slots=True)
class Node:
    """A place in the trie: where each key leads, and what ends here."""

    children: dict[str, Node] = field(default_factory=dict)
    ends: Ends = ()


class Opening(NamedTuple):
    """What begins with a word: the forms that are this word alone, in the order of their names, and the nodes where longer ones go on."""

    ends: Ends
    further: tuple[Node, ...]


def plant(root: Node, words: Iterable[str]) -> Node:
    """The node that these words lead to, made where it is missing."""
    node = root
    for word in words:
        below = node.children.get(word)
        if below is None:
            below = node.children[word] = Node()
        node = below
    return node


def opening_of(root: Node, keys: Iterable[str]) -> Opening | None:
    """What begins with a word of these keys; None where nothing does."""
    below = [root.children[key] for key in keys if key in root.children]
    if not below:
        return None
    return Opening(tuple(sorted({end for node in below for end in node.ends})), tuple(node for node in below if node.children))
