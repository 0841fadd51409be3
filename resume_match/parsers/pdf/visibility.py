"""Which characters of a page a reader can see, and why not the others.

The rules err towards seeing: text over a picture, a pattern or a soft mask is taken as visible, since an accusation needs a ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, radians, sin
from typing import NamedTuple

from resume_match.parsers.layout import Glyph
from resume_match.parsers.pdf.canvas import Area, Canvas, Fill, Run
from resume_match.parsers.pdf.colors import WHITE, Rgb, blended, contrast

LEAST_CONTRAST = 1.2
LEAST_SIZE = 2.0
PAGE_SIZED = 0.8
"""The share of the page that pictures must cover for it to be a scan, and invisible text over them its text layer."""
_CLIP_SLACK = 1.0

TOO_SMALL = "it is smaller than 2 points"
OFF_PAGE = "it stands outside the page"
CLIPPED = "it is clipped away"
NOT_PAINTED = "it is drawn in an invisible mode"
TRANSPARENT = "its opacity is 0"
LAYER_OFF = "its layer is switched off"
LOW_CONTRAST = "its color is nearly that of its background"


class Sorted(NamedTuple):
    """The glyphs of a page by angle, visible ones apart from hidden ones by reason; `ocr` tells that a scan's text layer was taken."""

    visible: dict[int, list[Glyph]]
    hidden: dict[str, list[Glyph]]
    ocr: bool


def sort_out(canvas: Canvas, check: Callable[[], None] = lambda: None) -> Sorted:
    """The glyphs of a page, seen and unseen. `check` is called now and then and may raise, to end a long task."""
    visible: dict[int, list[Glyph]] = {}
    hidden: dict[str, list[Glyph]] = {}
    layer = _is_text_layer(canvas)
    ocr = False
    judge = _Judge(canvas, check)
    for run in canvas.runs:
        unpainted = run.paint.mode in (3, 7)
        taken = unpainted and layer
        if judge.all_seen(run, taken):  # nearly every run of an honest file
            visible.setdefault(run.angle, []).extend(run.glyphs)
            ocr = ocr or taken
            continue
        for glyph, reason in judge.verdicts(run, taken):
            if reason is None:
                visible.setdefault(run.angle, []).append(glyph)
                ocr = ocr or taken
            else:
                hidden.setdefault(reason, []).append(glyph)
    return Sorted(visible, hidden, ocr)


def is_pictured(canvas: Canvas) -> bool:
    """True when pictures cover the page, as in a scan."""
    return sum(image.size for image in canvas.images) >= PAGE_SIZED * canvas.area.size


def _is_text_layer(canvas: Canvas) -> bool:
    """True when pictures cover the page and what is not painted is most of its text: a scan after character recognition."""
    if not is_pictured(canvas):
        return False
    unpainted = painted = 0
    for run in canvas.runs:
        if run.paint.mode in (3, 7):
            unpainted += len(run.glyphs)
        else:
            painted += len(run.glyphs)
    return unpainted >= painted


class _Judge:
    def __init__(self, canvas: Canvas, check: Callable[[], None]) -> None:
        self._check = check
        self._page = canvas.area
        self._fills = canvas.fills
        self._suspects: dict[tuple[Rgb, float], bool] = {}
        self._alike: dict[Rgb, tuple[bool, list[Area]]] = {}

    def all_seen(self, run: Run, taken: bool) -> bool:
        """True when a look at the whole run tells that each of its glyphs can be seen; False decides nothing."""
        paint, glyphs = run.paint, run.glyphs
        if paint.layer_off or run.angle or glyphs[0].size < LEAST_SIZE or (paint.mode in (3, 7) and not taken):
            return False
        left, right, y = glyphs[0].left, glyphs[0].right, glyphs[0].baseline - 0.3 * glyphs[0].size
        if len(glyphs) > 1:
            left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
        if not (self._page.holds(left, y) and self._page.holds(right, y)):
            return False
        if paint.clip is not None and not _shows_all(paint.clip, left, right, y):
            return False
        if taken or paint.masked:
            return True
        return paint.alpha >= 0.5 and (paint.color is None or not self._may_blend_in(paint.color, Area(left, y, right, y)))

    def _may_blend_in(self, color: Rgb, area: Area) -> bool:
        """True when the color is nearly white, or a shape of nearly that color, or one that is seen through, touches an area."""
        self._check()
        if color not in self._alike:
            alike = [fill.area for fill in self._fills if fill.color is not None and (fill.alpha <= 0.99 or _near(color, fill.color))]
            self._alike[color] = _near(color, WHITE), alike
        pale, alike = self._alike[color]
        return pale or any(
            other.left <= area.right and area.left <= other.right and other.top <= area.bottom and area.top <= other.bottom
            for other in alike
        )

    def verdicts(self, run: Run, taken: bool) -> Iterator[tuple[Glyph, str | None]]:
        """Each glyph of a run with the reason why it cannot be seen, None for those that can."""
        paint = run.paint
        size = run.glyphs[0].size
        whole: str | None = None
        if paint.layer_off:
            whole = LAYER_OFF
        elif paint.mode in (3, 7) and not taken:
            whole = NOT_PAINTED
        elif size < LEAST_SIZE:
            whole = TOO_SMALL
        elif paint.alpha <= 0.01 and not paint.masked and not taken:
            whole = TRANSPARENT
        if whole is not None:
            for glyph in run.glyphs:
                yield glyph, whole
            return
        judged = not taken and paint.color is not None and not paint.masked and self._suspect(paint.color, paint.alpha)
        clip = paint.clip
        page = self._page
        below = self._below(run) if judged else []
        for glyph in run.glyphs:
            x, y = _middle(glyph, run.angle)
            if not page.holds(x, y):
                yield glyph, OFF_PAGE
            elif clip is not None and not _shows(clip, glyph, x, y):
                yield glyph, CLIPPED
            elif judged and paint.color is not None and self._blends_in(run, below, x, y):
                yield glyph, LOW_CONTRAST
            else:
                yield glyph, None

    def _suspect(self, color: Rgb, alpha: float) -> bool:
        """True when the color is nearly that of the page or of any shape on it."""
        key = (color, alpha)
        if key not in self._suspects:
            grounds = {fill.color for fill in self._fills if fill.color is not None}
            grounds.add(WHITE)
            self._suspects[key] = alpha < 0.5 or any(contrast(color, ground) < LEAST_CONTRAST for ground in grounds)
        return self._suspects[key]

    def _below(self, run: Run) -> list[Fill]:
        """The shapes painted before a run that may lie under it, the uppermost first."""
        shapes = [fill for fill in reversed(self._fills) if fill.order < run.order and fill.alpha > 0.01]
        if run.angle:
            return shapes
        left, right = min(glyph.left for glyph in run.glyphs), max(glyph.right for glyph in run.glyphs)
        ys = [glyph.baseline - 0.3 * glyph.size for glyph in run.glyphs]
        top, bottom = min(ys), max(ys)
        return [
            fill
            for fill in shapes
            if fill.area.left <= right and left <= fill.area.right and fill.area.top <= bottom and top <= fill.area.bottom
        ]

    def _blends_in(self, run: Run, below: list[Fill], x: float, y: float) -> bool:
        self._check()
        color, ground = run.paint.color, _ground(below, x, y)
        return color is not None and ground is not None and contrast(blended(color, run.paint.alpha, ground), ground) < LEAST_CONTRAST


def _ground(below: list[Fill], x: float, y: float) -> Rgb | None:
    """The color under a point, of shapes the uppermost first; None where a picture, pattern or shading makes it unknown."""
    over: list[Fill] = []
    for fill in below:
        if fill.covers(x, y):
            over.append(fill)
            if fill.color is None or fill.alpha > 0.99:
                break
    ground: Rgb = WHITE
    for fill in reversed(over):
        if fill.color is None:
            return None
        ground = blended(fill.color, fill.alpha, ground)
    return ground


def _near(color: Rgb, other: Rgb) -> bool:
    return contrast(color, other) < LEAST_CONTRAST


def _shows_all(clip: Area, left: float, right: float, y: float) -> bool:
    """True when glyphs between two edges with their middles at a height lie inside the clip."""
    wide = clip.right - clip.left >= 0.1 and clip.bottom - clip.top >= 0.1
    return wide and clip.holds(left, y) and clip.holds(right, y)


def _middle(glyph: Glyph, angle: int) -> tuple[float, float]:
    """The middle of a glyph on the page."""
    x, y = (glyph.left + glyph.right) / 2, glyph.baseline - 0.3 * glyph.size
    if not angle:
        return x, y
    turn = radians(angle)
    return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)


def _shows(clip: Area, glyph: Glyph, x: float, y: float) -> bool:
    """True when part of the glyph lies inside the clip."""
    across = (glyph.right - glyph.left) / 2 + _CLIP_SLACK
    up = 0.4 * glyph.size + _CLIP_SLACK
    if clip.right - clip.left < 0.1 or clip.bottom - clip.top < 0.1:
        return False
    return clip.left - across < x < clip.right + across and clip.top - up < y < clip.bottom + up
