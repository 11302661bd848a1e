"""Places that cannot both be where one event was, and others that one name may stand for."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, radians

from wireroom.exports.page.whereabouts import Whereabouts
from wireroom.records.links import Evidence
from wireroom.records.places import GazetteerEntry

_CLOSE_BY = 30.0  # kilometres between two names of what may be one place
_DEGREE = 111.2  # kilometres
_MOST = 4  # other bearers of a name that are told


def are_apart(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Whether neither may lie in the other, as far as is known."""
    if one.country != other.country and one.country and other.country:
        return True
    precisions = {one.precision, other.precision}
    if "country" in precisions:
        return False
    if "region" in precisions:
        return bool(one.admin1 and other.admin1 and one.admin1 != other.admin1)
    squeeze = cos(radians((one.latitude + other.latitude) / 2))
    across = (one.longitude - other.longitude) * squeeze
    return _DEGREE * hypot(across, one.latitude - other.latitude) > _CLOSE_BY


def rival_events(here: Whereabouts, there: Whereabouts) -> Iterator[tuple[int, bool]]:
    """The numbers of the events that are told to be at both places, which cannot be; and whether
    reports are in dispute over it or only name both."""
    disputed = {
        number
        for number in here.disputed.keys() & there.disputed.keys()
        if here.disputed[number] != there.disputed[number]
    }
    apart = are_apart(here.entry, there.entry)
    for number in sorted(here.told.keys() & there.told.keys() | disputed):
        both = number in here.disputed and number in there.disputed
        if number in disputed or (apart and not both):
            yield number, number in disputed


def other_bearers(here: Whereabouts) -> Sequence[tuple[GazetteerEntry, Evidence]]:
    """Other places that bear the name of this one and lie elsewhere, each with where a report
    writes that name."""
    return [
        (entry, evidence) for entry, evidence in here.also.items() if are_apart(entry, here.entry)
    ][:_MOST]
