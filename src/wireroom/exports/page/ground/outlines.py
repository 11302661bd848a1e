"""Coasts, borders and divisions of the world, read from one file beside this module (ground.md)."""

import io
import lzma
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

COAST, BORDER, DIVISION = 0, 1, 2  # kinds of lines
_STEPS = 120  # to a degree; script/build-ground has the same number

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Lines of points (longitude, latitude); what lies on either side of each is a unit's number,
    which is 0 for the sea.

    ``starts`` has one entry more than there are lines. ``boxes`` are west, south, east, north.
    """

    points: Points
    starts: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    left: NDArray[np.uint16]
    right: NDArray[np.uint16]
    boxes: Points
    countries: tuple[str, ...]
    divisions: tuple[int, ...]

    def line(self, number: int) -> Points:
        """The points of one line."""
        return self.points[self.starts[number] : self.starts[number + 1]]

    def within(self, west: float, south: float, east: float, north: float) -> list[int]:
        """The lines that may have a part in a box of degrees."""
        box = self.boxes
        near = (
            (box[:, 0] <= east) & (box[:, 2] >= west) & (box[:, 1] <= north) & (box[:, 3] >= south)
        )
        return [int(number) for number in np.flatnonzero(near)]

    def division(self, geonameid: int | None) -> tuple[Points, ...]:
        """The rings around a first-order division; none where its lines are not known."""
        units = [
            unit for unit, known in enumerate(self.divisions) if known > 0 and known == geonameid
        ]
        return self._around(units)

    def country(self, code: str | None) -> tuple[Points, ...]:
        """The rings around a country, by its ISO 3166-1 code; none where it is too small."""
        units = [unit for unit, known in enumerate(self.countries) if known and known == code]
        return self._around(units)

    def land(self) -> tuple[Points, ...]:
        """The rings around all land."""
        return self._around(range(1, len(self.countries)))

    def _around(self, units: Sequence[int]) -> tuple[Points, ...]:
        if not units:
            return ()
        edges = np.isin(self.left, units) != np.isin(self.right, units)
        return tuple(_joined([self.line(int(number)) for number in np.flatnonzero(edges)]))


@cache
def read_outlines() -> Outlines:
    """All of the packaged file; it is read once."""
    packed = files("wireroom.exports.page.ground").joinpath("ground.npz.xz").read_bytes()
    with np.load(io.BytesIO(lzma.decompress(packed)), allow_pickle=False) as known:
        steps = known["steps"].astype(np.int64)
        starts = np.concatenate([[0], np.cumsum(known["lengths"])]).astype(np.int64)
        run = np.cumsum(steps, axis=1)
        # Each line begins with where it is, and goes on with steps from there.
        before = np.where(starts[:-1] > 0, run[:, starts[:-1] - 1], 0)
        points = (run - np.repeat(before, known["lengths"], axis=1)).T / _STEPS
        return Outlines(
            points,
            starts,
            known["kinds"],
            known["left"],
            known["right"],
            np.hstack(
                [
                    np.minimum.reduceat(points, starts[:-1]),
                    np.maximum.reduceat(points, starts[:-1]),
                ]
            ),
            tuple(code.decode("ascii") for code in known["countries"].tolist()),
            tuple(known["divisions"].tolist()),
        )


def _joined(lines: list[Points]) -> list[Points]:
    """Lines put end to end into rings; a ring that has a gap is closed straight."""
    ends: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        ends[_key(line[0])].append(number)
        ends[_key(line[-1])].append(number)
    left = set(range(len(lines)))
    rings = []
    for number in range(len(lines)):
        if number not in left:
            continue
        left.discard(number)
        ring = [lines[number]]
        while _key(ring[-1][-1]) != _key(ring[0][0]):
            following = [one for one in ends[_key(ring[-1][-1])] if one in left]
            if not following:
                break
            left.discard(following[0])
            line = lines[following[0]]
            ring.append(line if _key(line[0]) == _key(ring[-1][-1]) else line[::-1])
        rings.append(np.vstack(ring))
    return rings


def _key(point: Points) -> tuple[float, float]:
    return round(float(point[0]), 4), round(float(point[1]), 4)
