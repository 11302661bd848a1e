"""Places: as named in a text, and as a gazetteer has them."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.spans import Span

Precision = Literal["point", "town", "district", "region", "country"]


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of the gazetteer. Latitude and longitude in degrees, WGS 84.

    ``country`` is ISO 3166-1 alpha-2; ``admin1`` and ``admin2`` are the names of what contains it.
    """

    name: str
    latitude: float
    longitude: float
    precision: Precision
    geonameid: int | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text. ``candidates`` are all that it may be, the chosen one first.

    Without a candidate, the name is a place's and nothing is known of where it is.
    """

    start: int
    end: int
    name: str
    use: Literal["name", "demonym"]
    precision: Precision
    candidates: tuple[GazetteerEntry, ...] = ()
    reason: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def entry(self) -> GazetteerEntry | None:
        """The candidate that was chosen, or None."""
        return self.candidates[0] if self.candidates else None
