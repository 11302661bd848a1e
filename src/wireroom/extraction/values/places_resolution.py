"""Which of its namesakes a place name means.

In the manner of Leidner (2007): one sense a document, containment ("Paris, Texas"), and
nearness to the document's other places decide; how well a place is known only breaks ties.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_spelling import place_key
from wireroom.extraction.values.places_found import FoundName
from wireroom.extraction.values.places_prior import NameKey, Prior
from wireroom.records.places import GazetteerEntry, Precision

# In units of the logarithm of inhabitants. Chosen on LGL and GeoVirus, 2026-11, whose figures are
# therefore a little flattered.
INSIDE = 4.0  # "Paris, Texas"
INSIDE_IN = 1.5  # "Paris in Texas"
SAME_COUNTRY = 0.9
SAME_DIVISION = 1.0
NEARBY = 0.8  # for every other place within about a degree
FAR = 1.0  # what naming a country says about the other names, however often it is named
# The same three before anything is chosen: country, first-order, second-order division.
COMPANY = (0.8, 1.0, 1.0)
SHARP = 3.0
MOST_NEIGHBOURS = 50  # more say no more, and a list of all villages is no quadratic task
ROUNDS = 3
CONSIDERED = 40
KEPT = 10


@dataclass(frozen=True, slots=True)
class Link:
    """The mention ``inner`` is followed by ``outer`` in a way that says "lies in"."""

    inner: int
    outer: int
    weight: float


@dataclass(slots=True)
class _Group:
    """All mentions under one key: they mean one place."""

    count: int
    candidates: list[tuple[float, GazetteerEntry]]
    bonus: dict[GazetteerEntry, float] = field(default_factory=dict)
    why: dict[GazetteerEntry, str] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """How much the name says about the others."""
        return 1 + math.log(self.count)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Candidates, the chosen one first, and why it was chosen."""

    candidates: tuple[GazetteerEntry, ...]
    why: str


NOWHERE = Resolution((), "the gazetteer does not know the name")


def resolve(
    names: Sequence[FoundName],
    types: Mapping[int, Precision],
    links: Sequence[Link],
    gazetteer: Gazetteer,
) -> list[Resolution]:
    """One Resolution a name, in order.

    ``types`` has the precision that a word beside the mention asks for ("province"), by index.
    """
    keys = [NameKey(place_key(name.form), types.get(at)) for at, name in enumerate(names)]
    groups = _groups(names, keys, gazetteer)
    _add_containment(groups, keys, links)
    _add_company(groups)
    chosen = {key: group.candidates[0][1] for key, group in groups.items()}
    ranked: dict[NameKey, list[tuple[float, GazetteerEntry]]] = {}
    for _ in range(ROUNDS):
        context = _Context(groups, chosen)
        ranked = {key: context.ranked(key, group) for key, group in groups.items()}
        new = {key: ranking[0][1] for key, ranking in ranked.items()}
        if new == chosen:
            break
        chosen = new
    made = {key: _resolution(groups[key], ranking) for key, ranking in ranked.items()}
    return [made.get(key, NOWHERE) for key in keys]


def _groups(
    names: Sequence[FoundName], keys: Sequence[NameKey], gazetteer: Gazetteer
) -> dict[NameKey, _Group]:
    counts = Counter(keys)
    groups: dict[NameKey, _Group] = {}
    prior = Prior(gazetteer)
    exact = {key: _exact(name, gazetteer) for name, key in zip(names, keys, strict=True)}
    about = {entry.country for entries in exact.values() for entry in list(entries)[:1]}
    for name, key in zip(names, keys, strict=True):
        # Spellings that only sound alike are taken within the countries that are named anyway.
        entries = exact[key] or [
            entry for entry in gazetteer.lookup(name.form) if entry.country in about or not about
        ]
        scored = sorted(((prior.of(entry, key), entry) for entry in entries), key=_order)
        if scored and key not in groups:
            groups[key] = _Group(counts[key], scored[:CONSIDERED])
    return groups


def _order(scored: tuple[float, GazetteerEntry]) -> tuple[object, ...]:
    score, entry = scored
    return -score, entry.name, entry.country or "", entry.latitude, entry.longitude


def _exact(name: FoundName, gazetteer: Gazetteer) -> dict[GazetteerEntry, None]:
    fixed = {name.fixed: None} if name.fixed else {}
    if name.use == "demonym" or (fixed and "." in name.form) or (fixed and name.form.isupper()):
        return fixed
    return fixed | dict.fromkeys(gazetteer.named(name.form))


def _add_containment(
    groups: Mapping[NameKey, _Group], keys: Sequence[NameKey], links: Sequence[Link]
) -> None:
    for link in links:
        inner, outer = groups.get(keys[link.inner]), groups.get(keys[link.outer])
        if inner is None or outer is None or inner is outer:
            continue
        for _, entry in inner.candidates:
            for _, container in outer.candidates[:12]:
                if lies_in(entry, container):
                    why = f"it lies in {container.name}, which is named beside it"
                    _raise(inner, entry, link.weight, why)
                    _raise(
                        outer, container, link.weight * 0.7, f"{entry.name} beside it lies in it"
                    )


def _add_company(groups: Mapping[NameKey, _Group]) -> None:
    """Favour the division that many of the names have a namesake in, before any is chosen.

    A name with few namesakes says more than one that is everywhere: each gives its weight in
    equal parts to the divisions that it has namesakes in.
    """
    shares = {key: _shares(group) for key, group in groups.items()}
    _count_countries_once(groups, shares)
    total: dict[tuple[str, ...], float] = defaultdict(float)
    for key in groups:
        for division, share in shares[key].items():
            total[division] += share
    for key, group in groups.items():
        own = shares[key]
        group.candidates = sorted(
            (
                (
                    score
                    + sum(
                        COMPANY[len(division) - 1]
                        * math.log1p(max(total[division] - own[division], 0.0) * SHARP)
                        for division in _divisions(entry)
                    ),
                    entry,
                )
                for score, entry in group.candidates
            ),
            key=_order,
        )


def _shares(group: _Group) -> dict[tuple[str, ...], float]:
    made: dict[tuple[str, ...], float] = {}
    for level in (1, 2, 3):
        found = sorted(
            {
                division
                for _, entry in group.candidates
                for division in _divisions(entry)
                if len(division) == level
            }
        )
        made.update((division, 1.0 / len(found)) for division in found)
    return made


def _count_countries_once(
    groups: Mapping[NameKey, _Group], shares: Mapping[NameKey, dict[tuple[str, ...], float]]
) -> None:
    """A country is named far from home, and often: "US", "U.S.", "American" are one hint."""
    seen: set[GazetteerEntry] = set()
    for key, group in groups.items():
        first = group.candidates[0][1]
        if first.precision == "country":
            for division in shares[key]:
                shares[key][division] *= 0.0 if first in seen else FAR
            seen.add(first)


def _divisions(entry: GazetteerEntry) -> list[tuple[str, ...]]:
    """Country, first-order and second-order division, each as the path to it."""
    path = [part for part in (entry.country, entry.admin1, entry.admin2) if part]
    return [tuple(path[: length + 1]) for length in range(len(path))]


def _raise(group: _Group, entry: GazetteerEntry, weight: float, why: str) -> None:
    if weight > group.bonus.get(entry, 0.0):
        group.bonus[entry] = weight
        group.why[entry] = why


def lies_in(entry: GazetteerEntry, container: GazetteerEntry) -> bool:
    """Whether the gazetteer has ``entry`` inside ``container``."""
    if entry.country != container.country or entry == container or not entry.country:
        return False
    if container.precision == "country":
        return entry.precision != "country"
    if container.precision == "region":
        return entry.precision not in ("country", "region") and (
            container.admin1 is not None and entry.admin1 == container.admin1
        )
    return (
        container.precision == "district"
        and entry.precision in ("town", "point")
        and container.admin2 is not None
        and (entry.admin1, entry.admin2) == (container.admin1, container.admin2)
    )


class _Context:
    """What the places chosen so far say about the others."""

    def __init__(
        self, groups: Mapping[NameKey, _Group], chosen: Mapping[NameKey, GazetteerEntry]
    ) -> None:
        self.chosen = chosen
        self.countries: dict[str, float] = defaultdict(float)
        self.divisions: dict[tuple[str, str], float] = defaultdict(float)
        self.cells: dict[tuple[int, int], list[NameKey]] = defaultdict(list)
        named: set[str] = set()
        for key, entry in chosen.items():
            if entry.country and entry.precision == "country":
                self.countries[entry.country] += 0.0 if entry.country in named else FAR
                named.add(entry.country)
            elif entry.country:
                self.countries[entry.country] += groups[key].weight
                if entry.admin1:
                    self.divisions[entry.country, entry.admin1] += groups[key].weight
            if entry.precision in ("town", "district", "point"):
                self.cells[_cell(entry)].append(key)

    def ranked(self, key: NameKey, group: _Group) -> list[tuple[float, GazetteerEntry]]:
        own = self.chosen[key]
        scored = [
            (
                prior
                + group.bonus.get(entry, 0.0)
                + self._agreement(key, entry, own, group.weight),
                entry,
            )
            for prior, entry in group.candidates
        ]
        return sorted(scored, key=_order)

    def _agreement(
        self, key: NameKey, entry: GazetteerEntry, own: GazetteerEntry, weight: float
    ) -> float:
        if not entry.country:
            return 0.0
        country = self.countries.get(entry.country, 0.0)
        own_weight = FAR if own.precision == "country" else weight
        country -= own_weight if own.country == entry.country else 0
        score = SAME_COUNTRY * math.log1p(max(country, 0.0))
        if entry.admin1:
            division = self.divisions.get((entry.country, entry.admin1), 0.0)
            same = (own.country, own.admin1) == (entry.country, entry.admin1)
            score += SAME_DIVISION * math.log1p(max(division - (weight if same else 0), 0.0))
        if entry.precision in ("town", "district", "point"):
            score += NEARBY * math.log1p(self._near(key, entry))
        return score

    def _near(self, key: NameKey, entry: GazetteerEntry) -> int:
        row, column = _cell(entry)
        around = (
            other
            for y in (row - 1, row, row + 1)
            for x in (column - 1, column, column + 1)
            for other in self.cells.get((y, x), [])[:MOST_NEIGHBOURS]
            if other != key and _close(self.chosen[other], entry)
        )
        return sum(1 for _ in islice(around, MOST_NEIGHBOURS))


def _cell(entry: GazetteerEntry) -> tuple[int, int]:
    return math.floor(entry.latitude), math.floor(entry.longitude / 1.3)


def _close(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    return abs(one.latitude - other.latitude) < 1.0 and abs(one.longitude - other.longitude) < 1.3


def _resolution(group: _Group, ranking: Sequence[tuple[float, GazetteerEntry]]) -> Resolution:
    entries = tuple(entry for _, entry in ranking[:KEPT])
    first = entries[0]
    many = f"{len(group.candidates)} places of that name"
    if len(group.candidates) == 1:
        why = "the only place of that name in the gazetteer"
    elif first in group.why:
        why = group.why[first]
    elif first == group.candidates[0][1]:
        why = f"the best known of {many}, and none of the others fits better"
    else:
        why = f"of {many}, the one near the other places named"
    return Resolution(entries, why)
