"""Names on a map: each beside its sign where there is room, the weightiest first."""

from collections.abc import Callable
from dataclasses import replace
from math import hypot

from wireroom.exports.page.map_contexts import Label, Mark

_LETTER, _LINE = 6.4, 14.0  # pixels that a letter takes, and a line
_OFF = 4.0  # pixels between a sign and its name
_BASE = 4.0  # pixels that the middle of a line is above where its letters stand

# Pixels off the middle of an area where its name may stand.
_GRID = [(15.0 * x, _LINE * y) for x in range(-8, 9) for y in range(-6, 7)]

IsInside = Callable[[float, float], bool]
Box = tuple[float, float, float, float]


class Labels:
    """What is taken of a sheet of so many units, ``scale`` of them to a pixel."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        self._right, self._bottom = width / scale, height / scale
        self._scale = scale
        self._taken: list[Box] = []

    def keep_clear(self, mark: Mark) -> None:
        """No name stands on the sign of a place."""
        if mark.form in ("point", "town"):
            x, y, size = mark.x / self._scale, mark.y / self._scale, mark.radius
            self._taken.append((x - size, y - size, x + size, y + size))

    def placed(self, mark: Mark, rival: bool, is_inside: IsInside | None = None) -> Mark:
        """The mark with a place for its name; that of a rival place stands whatever is there.

        ``is_inside`` says of a point of the sheet whether it is in the area of the mark.
        """
        beside = mark.form in ("point", "town", "district")
        labels = self._beside(mark) if beside else self._within(mark, is_inside)
        for label in labels:
            box = self._box(mark, label)
            if self._is_free(box):
                self._taken.append(box)
                return replace(mark, label=label, rival=rival)
        return replace(mark, label=labels[0], crowded=not rival, rival=rival)

    def _within(self, mark: Mark, is_inside: IsInside | None) -> list[Label]:
        """Around the middle of an area, the nearest first, and never outside it."""
        offsets = [(0.0, 0.0), (0.0, -_LINE), (0.0, _LINE)]
        if is_inside:
            offsets += sorted(_GRID, key=lambda one: hypot(one[0], 2 * one[1]))
        return [Label(0, _BASE), Label(self._shift(mark), _BASE)] + [
            Label(x, round(y + _BASE, 1))
            for x, y in offsets
            if not is_inside or is_inside(mark.x + x * self._scale, mark.y + y * self._scale)
        ]

    def _shift(self, mark: Mark) -> float:
        """How far aside a name must go to be whole on the sheet; no farther than it is long."""
        half, x = _width(mark) / 2 + 1, mark.x / self._scale
        return round(min(self._right - x - half, 0) or max(half - x, 0), 1)

    def _beside(self, mark: Mark) -> list[Label]:
        """On the sides of a sign, or of a ring on the ground."""
        off = round((mark.radius / self._scale if mark.wide else mark.radius) + _OFF, 1)
        return [
            Label(off, _BASE, "start"),
            Label(-off, _BASE, "end"),
            Label(0, -off - 2.0),
            Label(0, off + _LINE / 2 + _BASE),
        ]

    def _box(self, mark: Mark, label: Label) -> Box:
        x, y = mark.x / self._scale + label.x, mark.y / self._scale + label.y - _BASE
        wide = _width(mark)
        left = {"start": x, "end": x - wide}.get(label.anchor, x - wide / 2)
        return left, y - _LINE / 2, left + wide, y + _LINE / 2

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > self._right or bottom > self._bottom:
            return False
        return all(
            right <= other[0] or left >= other[2] or bottom <= other[1] or top >= other[3]
            for other in self._taken
        )


def _width(mark: Mark) -> float:
    return len(mark.name) * _LETTER
