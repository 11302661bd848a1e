"""The places, times and numbers of one passage, for who reads events from them."""

from dataclasses import dataclass

from wireroom.records.places import PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Values:
    """What was found in one passage; ``published`` is its ISO 8601 time where that is known."""

    places: tuple[PlaceMention, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    published: str | None = None
