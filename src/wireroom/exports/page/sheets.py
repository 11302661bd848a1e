"""The sheets of the map: what part of the world is shown, and how each place is marked on it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import cos, hypot, radians

from wireroom.exports.page.ground.outlines import BORDER, DIVISION, Outlines, Points, read_outlines
from wireroom.exports.page.ground.view import View, fitting_view
from wireroom.exports.page.labels import visible
from wireroom.exports.page.map_contexts import Bearer, Mark, RivalLine, Sheet
from wireroom.exports.page.map_labels import Labels
from wireroom.exports.page.rivals import other_bearers, rival_events
from wireroom.exports.page.whereabouts import Whereabouts
from wireroom.records.places import GazetteerEntry

_NEAR = (1440, 1320, 4.0)  # units across and down, and units to a pixel
_WORLD = (1080, 780, 3.0)
_LEAST, _LEAST_OF_WORLD = 450.0, 7000.0  # kilometres across
_TOGETHER = (
    2000.0  # kilometres from the middle of the story; what is farther is on a sheet of its own
)
_MUCH = 50.0  # degrees across; on a sheet of more, divisions would be one grey
_SIGN = {"point": 3.5, "town": 5.0}  # radius in pixels
_EXTENT = {
    "district": 8.0,
    "region": 50.0,
    "country": 150.0,
}  # km, of a ring where no area is known
_VAST = 300.0  # km, of a region that is in no one country
_SMALLEST = 8.0  # pixels; a ring below that would be taken for a town's
_CONTINENTS = range(6255146, 6255153)  # GeoNames' numbers

Placed = tuple[str, Whereabouts]
Rivals = tuple[Placed, Placed, int, bool]  # of the event with this number, in dispute or not


def is_drawn(entry: GazetteerEntry) -> bool:
    """Whether a mark could say where it is: no continent."""
    return entry.geonameid not in _CONTINENTS


def form_of(entry: GazetteerEntry) -> str:
    """How a place is marked: never as a point where it is an area."""
    return entry.precision


def build_sheets(places: Sequence[Whereabouts], hrefs: Mapping[int, str]) -> tuple[Sheet, ...]:
    """The sheet of the story, and one of the world around it where some places are far away.

    ``hrefs`` leads to the dispute over the place of an event, by the event's number.
    """
    drawn = [(f"m{at}", here) for at, here in enumerate(places, 1) if is_drawn(here.entry)]
    if not drawn:
        return ()
    outlines = read_outlines()
    view = _view(drawn, outlines)
    near = [one for one in drawn if view.has(*_point(one[1].entry))]
    far = [one for one in drawn if one not in near]
    lines = list(_rival_pairs(drawn))
    known = {anchor for anchor, _ in near}
    inside = [line for line in lines if line[0][0] in known and line[1][0] in known]
    first = _sheet(view, near, inside, hrefs)
    if not far:
        return (first,)
    reaching = [sign for anchor, here in far if (sign := _sign(anchor, here, view)).path]
    areas = tuple(replace(sign, name="") for sign in reaching)
    first = replace(first, marks=areas + first.marks)
    world = fitting_view([_point(here.entry) for _, here in drawn], _LEAST_OF_WORLD, _WORLD)
    across = [line for line in lines if line not in inside]
    ends = {anchor for line in across for anchor, _ in line[:2]}
    shown = [one for one in drawn if one in far or one[0] in ends]
    return first, _sheet(world, shown, across, hrefs)


def _point(entry: GazetteerEntry) -> tuple[float, float]:
    return entry.longitude, entry.latitude


def _view(drawn: Sequence[Placed], outlines: Outlines) -> View:
    """Where most of the story is. A country counts only where nothing closer is known."""
    spots = [here for _, here in drawn if here.entry.precision != "country"]
    chosen = spots or [here for _, here in drawn]
    middle = _middle(chosen)
    close = [here for here in chosen if _apart(_point(here.entry), middle) < _TOGETHER]
    points = [_point(here.entry) for here in close or chosen[:1]]
    if not spots:
        for here in close:
            points.extend(_corners(_area(here.entry, outlines)))
    for here in close:
        if here.entry.precision == "region":
            points.extend(_corners(_area(here.entry, outlines)))
    return fitting_view(points, _LEAST, _NEAR)


def _middle(places: Sequence[Whereabouts]) -> tuple[float, float]:
    """Half of the events lie on either side of it, each way."""
    weighted = [_point(here.entry) for here in places for _ in here.told]
    across = sorted(point[0] for point in weighted)
    along = sorted(point[1] for point in weighted)
    return across[len(across) // 2], along[len(along) // 2]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    squeeze = cos(radians((one[1] + other[1]) / 2))
    return 111.2 * hypot((one[0] - other[0]) * squeeze, one[1] - other[1])


def _area(entry: GazetteerEntry, outlines: Outlines) -> tuple[Points, ...]:
    if entry.precision == "country":
        return outlines.country(entry.country)
    if entry.precision == "region" and entry.admin1 == entry.name:
        return outlines.division(entry.geonameid)
    return ()


def _corners(rings: Sequence[Points]) -> Iterator[tuple[float, float]]:
    """Of the largest ring alone: a country's far islands would make a dot of it."""
    if rings:
        ring = max(rings, key=lambda one: float((one.max(axis=0) - one.min(axis=0)).prod()))
        low, high = ring.min(axis=0), ring.max(axis=0)
        yield float(low[0]), float(low[1])
        yield float(high[0]), float(high[1])


def _rival_pairs(drawn: Sequence[Placed]) -> Iterator[Rivals]:
    """Each two places that reports of one event give for it and that cannot both be."""
    for at, one in enumerate(drawn):
        for other in drawn[at + 1 :]:
            for number, disputed in rival_events(one[1], other[1]):
                yield one, other, number, disputed


def _bearers(placed: Sequence[Placed], view: View) -> Iterator[Bearer]:
    """Other places of one country that bear the name of one on the sheet, where they are on it."""
    for anchor, here in placed:
        for entry, _ in other_bearers(here):
            if entry.country == here.entry.country and view.has(*_point(entry)):
                x1, y1 = view.at(*_point(here.entry))
                x2, y2 = view.at(*_point(entry))
                title = f"Another place of that name: {visible(entry.name)}, {entry.admin1 or ''}"
                radius = _SIGN["point"] * view.scale
                yield Bearer(
                    anchor, round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1), radius,
                    title.rstrip(", "),
                )  # fmt: skip


def _sheet(
    view: View,
    placed: Sequence[Placed],
    rivals: Sequence[Rivals],
    hrefs: Mapping[int, str],
) -> Sheet:
    outlines, scale = read_outlines(), view.scale
    ends = {anchor for pair in rivals for anchor, _ in pair[:2]}
    labels = Labels(view.width, view.height, scale)
    ordered = sorted(placed, key=lambda one: _naming_order(one, ends))
    signs = [_sign(anchor, here, view) for anchor, here in ordered]
    for sign in signs:
        labels.keep_clear(sign)
    marks = {
        sign.anchor: labels.placed(sign, sign.anchor in ends, _inside(here.entry, view))
        for sign, (_, here) in zip(signs, ordered, strict=True)
    }
    return Sheet(
        round(view.west, 4), round(view.south, 4), round(view.east, 4), round(view.north, 4),
        view.width, view.height, scale,
        view.path(outlines.land()),
        view.lines(outlines, BORDER),
        view.lines(outlines, DIVISION) if view.east - view.west < _MUCH else "",
        tuple(marks[anchor] for anchor, here in sorted(placed, key=_widest_first)),
        tuple(_rival_line(one, view, hrefs) for one in rivals),
        tuple(_bearers(placed, view)),
    )  # fmt: skip


def _naming_order(placed: Placed, rivals: Collection[str]) -> tuple[bool, bool, int]:
    """Rivals first; a country has room elsewhere."""
    anchor, here = placed
    return anchor not in rivals, here.entry.precision == "country", -len(here.told)


def _inside(entry: GazetteerEntry, view: View) -> Callable[[float, float], bool] | None:
    rings = _area(entry, read_outlines())
    return partial(view.is_inside, rings) if rings else None


def _widest_first(placed: Placed) -> tuple[int, int]:
    order = ("country", "region", "district", "town", "point")
    return order.index(placed[1].entry.precision), int(placed[0][1:])


def _sign(anchor: str, here: Whereabouts, view: View) -> Mark:
    entry, form = here.entry, form_of(here.entry)
    x, y = view.at(entry.longitude, entry.latitude)
    rings = _area(entry, read_outlines())
    path = view.path(rings) if rings else ""
    radius, wide = _SIGN.get(form, 0.0), False
    if form in _EXTENT and not path:
        extent = _EXTENT[form] if entry.country else _VAST
        radius, wide = max(view.radius(extent, entry.latitude), _SMALLEST * view.scale), True
    number = len(here.told)
    name = visible(entry.name)
    title = f"{name}: {form}, {number} event{'s' if number > 1 else ''}"
    return Mark(
        anchor, form, f"{name} ({number})" if number > 1 else name, title, round(x, 1), round(y, 1),
        path, round(radius, 1), wide,
    )  # fmt: skip


def _rival_line(pair: Rivals, view: View, hrefs: Mapping[int, str]) -> RivalLine:
    (one, here), (other, there), number, disputed = pair
    x1, y1 = view.at(*_point(here.entry))
    x2, y2 = view.at(*_point(there.entry))
    names = [visible(place.entry.name) for place in (here, there)]
    title = f"Reports of one event differ on the place: {names[0]} or {names[1]}"
    if not disputed:
        title = f"Reports of one event name two places: {names[0]} and {names[1]}"
    href = hrefs.get(number) or f"#e{number}"
    return RivalLine(
        (one, other), round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1), href, title
    )
