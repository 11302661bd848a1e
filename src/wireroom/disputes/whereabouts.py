"""Whether two place names may stand for one place, or for one that holds the other."""

import json
import math
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.text.folding import fold

NEAR_KM = 30.0  # a village and the town that papers name for it
_RADIUS_KM = 6371.0
_MOST = 12  # candidates compared; the gazetteer puts the likely ones first
_WIDE = ("country", "region", "district")


@dataclass(frozen=True, slots=True)
class Reading:
    """One place that a name may stand for: where it is, how wide, and what it lies in."""

    name: str
    latitude: float
    longitude: float
    precision: str
    country: str
    admin1: str
    admin2: str

    @classmethod
    def of(cls, entry: GazetteerEntry) -> "Reading":
        return cls(
            fold(entry.name),
            entry.latitude,
            entry.longitude,
            entry.precision,
            entry.country or "",
            fold(entry.admin1 or ""),
            fold(entry.admin2 or ""),
        )


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """All that a place name may stand for, the likeliest first."""

    name: str
    readings: tuple[Reading, ...]

    @classmethod
    def of(cls, mention: PlaceMention) -> "Whereabouts":
        return cls(fold(mention.name), tuple(Reading.of(e) for e in mention.candidates[:_MOST]))


def as_key(places: Iterable[Whereabouts]) -> str:
    """Several whereabouts as a string, which is equal for equal ones."""
    return json.dumps(
        [[place.name, [astuple(reading) for reading in place.readings]] for place in places],
        ensure_ascii=False,
    )


def from_key(key: str) -> tuple[Whereabouts, ...]:
    """The whereabouts that ``as_key`` made ``key`` of."""
    return tuple(
        Whereabouts(name, tuple(Reading(*fields) for fields in readings))
        for name, readings in json.loads(key)
    )


def are_apart(a: Whereabouts, b: Whereabouts) -> bool:
    """Whether both are known and no reading of one meets any of the other. False if in doubt."""
    if not a.readings or not b.readings or a.name == b.name:
        return False
    return not any(_meet(x, y) for x in a.readings for y in b.readings)


def _meet(a: Reading, b: Reading) -> bool:
    if a.name == b.name and a.country == b.country:
        return True
    if _holds(a, b) or _holds(b, a):
        return True
    if a.precision in _WIDE and b.precision in _WIDE:
        return False
    return distance_km(a, b) <= NEAR_KM


def _holds(wide: Reading, narrow: Reading) -> bool:
    if wide.country != narrow.country:
        return False
    if wide.precision == "country":
        return True
    if wide.precision == "region":
        return _same_region(wide, narrow)
    return wide.precision == "district" and wide.name in (narrow.admin2, narrow.admin1)


def _same_region(wide: Reading, narrow: Reading) -> bool:
    if not wide.admin1 or not narrow.admin1:
        return wide.name == narrow.admin1 or not narrow.admin1
    return wide.admin1 == narrow.admin1 or wide.name == narrow.admin1


def distance_km(a: Reading, b: Reading) -> float:
    """Along the great circle, in kilometres."""
    first, second = math.radians(a.latitude), math.radians(b.latitude)
    across = math.radians(b.longitude - a.longitude)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    )
    return 2 * _RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))
