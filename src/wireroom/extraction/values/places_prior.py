"""How likely a place is meant by a name, before the document is read."""

import math
from typing import NamedTuple

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_spelling import place_key
from wireroom.records.places import GazetteerEntry, Precision

# In units of the logarithm of inhabitants. Chosen on LGL and GeoVirus, 2026-11, whose figures are
# therefore a little flattered.
KIND = {"country": 3.0, "region": -0.2, "district": -1.6, "town": 0.0, "point": -0.5}
DIVISION = 0.8  # a first-order division that bears the very name
# The name is not the one that the gazetteer has first ("Homs" for "Homs Governorate").
ALTERNATES = {"town": -1.0, "district": -1.6}
OTHER_ALTERNATE = -0.6
# "Hims" for "Homs Governorate": its seat bears that name, too, and is meant where no word says
# that the governorate is.
BARE_DIVISION = -1.6
WIDE = 1.5  # a sea or a part of the world: no country speaks for it
CAPITAL = 2.0  # a town that is the capital of a country
TYPED = 3.0  # "Aleppo province", "city of Aleppo"
_SEATED = " Governorate"
UNKNOWN = 50  # inhabitants that a place is taken to have where nothing is known


class NameKey(NamedTuple):
    """A name, and the precision that is asked of it: "Idlib province" need not be "Idlib"."""

    name: str
    asked: Precision | None


class Prior:
    """Knows which towns are capitals."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._capitals = gazetteer.words("capitals", "und")

    def of(self, entry: GazetteerEntry, key: NameKey) -> float:
        """The higher the likelier: the logarithm of inhabitants, changed by what the name says."""
        score = math.log10(entry.population + UNKNOWN) + KIND[entry.precision]
        exact = place_key(entry.name) == key.name
        # In another script no name is the gazetteer's own, so that says nothing of a town.
        if not exact and not (_is_spot(entry) and not key.name.isascii()):
            score += _alternate(entry)
        if entry.precision == "region" and entry.country is None:
            score += WIDE
        if exact and entry.precision == "region" and entry.admin1 == entry.name:
            score += DIVISION
        if entry.precision == "town" and f"{key.name}|{entry.country}" in self._capitals:
            score += CAPITAL
        if entry.precision == key.asked:
            score += TYPED
        return score


def _is_spot(entry: GazetteerEntry) -> bool:
    """A town, or an area of the table made by hand, which has its names in every script."""
    return entry.precision == "town" or (
        entry.precision in ("district", "point") and not entry.geonameid and entry.population > 0
    )


def _alternate(entry: GazetteerEntry) -> float:
    if entry.precision == "region" and entry.name.endswith(_SEATED):
        return BARE_DIVISION
    return ALTERNATES.get(entry.precision, OTHER_ALTERNATE)
