"""The pages of a PDF file: found through the page tree without recursion, or, where there is none, among all objects."""

from __future__ import annotations

from typing import NamedTuple

from resume_match.parsers.pdf.canvas import Area, Matrix
from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.objects import Ref
from resume_match.parsers.pdf.xref import is_type

INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate", "UserUnit")
LETTER = [0.0, 0.0, 612.0, 792.0]
LEAST_SIDE = 3.0


class Page(NamedTuple):
    """One page: its attributes with the inherited ones, and the number of its object (0 where it has none)."""

    attributes: dict[str, object]
    number: int


class PageList(NamedTuple):
    """The pages in order; None stands for one that is referred to and missing. `rebuilt` tells that there was no page tree."""

    pages: list[Page | None]
    rebuilt: bool


def find_pages(file: PdfFile) -> PageList:
    """The pages of a file; raises LimitExceededError beyond the limits of number and depth."""
    pages = _from_tree(file)
    if any(page is not None for page in pages):
        return PageList(pages, False)
    loose: list[Page | None] = []
    for number in file.numbers():
        file.guard.check_time()
        value = file.value(Ref(number, 0))
        if is_type(value, "Page"):
            loose.append(Page(file.dictionary(value), number))
            file.guard.check_pages(len(loose))
    return PageList(loose, True)


def _from_tree(file: PdfFile) -> list[Page | None]:
    pages: list[Page | None] = []
    seen: set[int] = set()
    todo: list[tuple[object, dict[str, object], int]] = [(file.catalog.get("Pages"), {}, 0)]
    while todo:
        thing, inherited, depth = todo.pop()
        if isinstance(thing, Ref):
            if thing.number in seen:
                continue
            seen.add(thing.number)
        node = file.dictionary(thing)
        if not node:
            if depth:
                pages.append(None)
                file.guard.check_pages(len(pages))
            continue
        file.guard.check_depth(depth)
        attributes = {**inherited, **node}
        kids = file.array(node.get("Kids"))
        if kids and node.get("Type") != "Page":
            passed_on = {key: attributes[key] for key in INHERITED if key in attributes}
            todo.extend((kid, passed_on, depth + 1) for kid in reversed(kids))
            file.guard.check_time()
        elif node.get("Type") == "Page" or "Contents" in node or "MediaBox" in node:
            pages.append(Page(attributes, thing.number if isinstance(thing, Ref) else 0))
            file.guard.check_pages(len(pages))
    return pages


def visible_box(file: PdfFile, page: Page) -> Area:
    """The part of the page that is shown, in the file's own coordinates (y upward): CropBox within MediaBox."""
    media = _box(file, page.attributes.get("MediaBox")) or Area(*LETTER)
    crop = _box(file, page.attributes.get("CropBox"))
    if crop is None:
        return media
    both = media.cut(crop)
    return both if both.right - both.left > LEAST_SIDE and both.bottom - both.top > LEAST_SIDE else media


def _box(file: PdfFile, thing: object) -> Area | None:
    numbers = file.numbers_of(thing, 4)
    if numbers is None:
        return None
    left, right = sorted((numbers[0], numbers[2]))
    bottom, top = sorted((numbers[1], numbers[3]))
    if right - left < LEAST_SIDE or top - bottom < LEAST_SIDE:
        return None
    return Area(left, bottom, right, top)


def reading_matrix(file: PdfFile, page: Page, box: Area) -> tuple[Matrix, float, float]:
    """The matrix from the file's coordinates to those of layout, with the page's width and height as it is read."""
    unit = min(max(file.number(page.attributes.get("UserUnit"), 1.0), 0.01), 75_000.0)
    width, height = (box.right - box.left) * unit, (box.bottom - box.top) * unit
    left, low, right, high = (side * unit for side in box)
    turn = file.integer(page.attributes.get("Rotate")) % 360
    if turn == 90:
        return (0.0, unit, unit, 0.0, -low, -left), height, width
    if turn == 180:
        return (-unit, 0.0, 0.0, unit, right, -low), width, height
    if turn == 270:
        return (0.0, -unit, -unit, 0.0, high, right), height, width
    return (unit, 0.0, 0.0, -unit, -left, high), width, height
