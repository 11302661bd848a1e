"""A part of the world on a sheet: Mercator's projection, and lines as SVG has them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, radians, sinh, tan

import numpy as np

from wireroom.exports.page.ground.outlines import Outlines, Points

_FARTHEST = 83.0  # degrees north and south; the projection has no poles
_KM = 111.2  # of a degree along a meridian
_NEAR = 0.3  # pixels that a line may stray; twice that where a sheet shows much of the world
_MUCH = 60  # degrees across
_MARGIN = 40  # units around the sheet that are still drawn


@dataclass(frozen=True, slots=True)
class View:
    """What is shown: a box of degrees on a sheet of so many units."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int
    scale: float = 1.0  # units to a pixel

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point is on the sheet, from its upper left corner."""
        x = (longitude - self.west) / (self.east - self.west) * self.width
        top, bottom = _stretched(self.north), _stretched(self.south)
        y = (top - _stretched(latitude)) / (top - bottom) * self.height
        return x, y

    def has(self, longitude: float, latitude: float) -> bool:
        """Whether a point is on the sheet."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def radius(self, kilometres: float, latitude: float) -> float:
        """How many units a distance is at a latitude."""
        squeeze = max(0.05, cos(radians(latitude)))
        return kilometres / (_KM * squeeze) / (self.east - self.west) * self.width

    def lines(self, outlines: Outlines, kind: int) -> str:
        """The path of all lines of a kind."""
        numbers = outlines.within(self.west, self.south, self.east, self.north)
        return self.path((outlines.line(one) for one in numbers if outlines.kinds[one] == kind), "")

    def path(self, lines: Iterable[Points], end: str = "Z") -> str:
        """Lines as one path in whole units. What is off the sheet is drawn along its margin."""
        pieces: list[str] = []
        for line in lines:
            low, high = line.min(axis=0), line.max(axis=0)
            if low[0] > self.east or high[0] < self.west:
                continue
            if low[1] > self.north or high[1] < self.south:
                continue
            where = self._on_sheet(line)
            if end:
                pieces.extend(_path(where, end, self.finest))
            else:
                for run in _runs(where, self.width, self.height):
                    pieces.extend(_path(run, end, self.finest))
        return "".join(pieces)

    def is_inside(self, rings: Sequence[Points], x: float, y: float) -> bool:
        """Whether a point of the sheet is within an area: it crosses its edges an odd time."""
        crossed = 0
        for ring in rings:
            where = self._on_sheet(np.vstack([ring, ring[:1]]))
            one, other = where[:-1], where[1:]
            over = (one[:, 1] > y) != (other[:, 1] > y)
            one, other = one[over], other[over]
            at = one[:, 0] + (y - one[:, 1]) / (other[:, 1] - one[:, 1]) * (other - one)[:, 0]
            crossed += int((at > x).sum())
        return crossed % 2 == 1

    @property
    def finest(self) -> float:
        """How many units a line may stray; rings of no more than thrice that are left out."""
        return _NEAR * self.scale * (2 if self.east - self.west > _MUCH else 1)

    def _on_sheet(self, line: Points) -> Points:
        x = (line[:, 0] - self.west) / (self.east - self.west) * self.width
        latitude = np.radians(np.clip(line[:, 1], -_FARTHEST, _FARTHEST))
        top, bottom = _stretched(self.north), _stretched(self.south)
        y = (top - np.arcsinh(np.tan(latitude))) / (top - bottom) * self.height
        x = np.clip(x, -_MARGIN, self.width + _MARGIN)
        y = np.clip(y, -_MARGIN, self.height + _MARGIN)
        return np.column_stack([x, y])


def fitting_view(
    points: Iterable[tuple[float, float]], least: float, sheet: tuple[int, int, float]
) -> View:
    """The smallest view of a shape that has all points (longitude, latitude) well inside it.

    It is at least ``least`` kilometres wide. ``sheet`` is its width, height and scale.
    """
    known = list(points)
    width, height, scale = sheet
    east, west = max(point[0] for point in known), min(point[0] for point in known)
    north, south = (
        _stretched(max(point[1] for point in known)),
        _stretched(min(point[1] for point in known)),
    )
    wide = least / _KM / max(0.05, cos(atan(sinh((north + south) / 2))))
    span = radians(max(wide, (east - west) * 1.4))
    span = min(max(span, (north - south) * 1.4 * width / height), radians(360))
    middle, centre = (north + south) / 2, radians((east + west) / 2)
    half = span * height / width / 2
    return View(
        degrees(centre - span / 2),
        degrees(atan(sinh(middle - half))),
        degrees(centre + span / 2),
        degrees(atan(sinh(middle + half))),
        width,
        height,
        scale,
    )


def _stretched(latitude: float) -> float:
    return asinh(tan(radians(max(-_FARTHEST, min(_FARTHEST, latitude)))))


def _runs(where: Points, width: int, height: int) -> Iterable[Points]:
    """The parts of a line that are on the sheet, each with its neighbours off it."""
    inside = (
        (where[:, 0] >= 0) & (where[:, 0] <= width) & (where[:, 1] >= 0) & (where[:, 1] <= height)
    )
    wide = inside.copy()
    wide[1:] |= inside[:-1]
    wide[:-1] |= inside[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], wide.astype(np.int8), [0]])))
    return [where[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _path(where: Points, end: str, finest: float) -> Iterable[str]:
    if len(where) < 2 or (end and np.ptp(where, axis=0).max() <= 3 * finest):
        return
    whole = np.rint(where)
    whole = whole[np.concatenate([[True], np.any(np.diff(whole, axis=0) != 0, axis=1)])]
    thin = _thinned(whole, finest).astype(int)
    kept = np.diff(thin, axis=0).tolist()
    if len(kept) < (2 if end else 1):
        return
    x, y = thin[0].tolist()
    yield f"M{x} {y}l" + " ".join(f"{across} {down}" for across, down in kept) + end


def _thinned(where: Points, finest: float) -> Points:
    """Without the points that lie near the line between their neighbours (Douglas and Peucker)."""
    keep = np.zeros(len(where), bool)
    keep[[0, -1]] = True
    stack = [(0, len(where) - 1)]
    while stack:
        start, end = stack.pop()
        if end - start < 2:
            continue
        first, step = where[start], where[end] - where[start]
        off = where[start + 1 : end] - first
        length = float(np.hypot(*step))
        far = (
            np.hypot(off[:, 0], off[:, 1])
            if length < 1e-9
            else np.abs(off[:, 0] * step[1] - off[:, 1] * step[0]) / length
        )
        at = int(np.argmax(far))
        if far[at] > finest:
            middle = start + 1 + at
            keep[middle] = True
            stack += [(start, middle), (middle, end)]
    return where[keep]
