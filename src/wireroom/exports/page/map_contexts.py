"""What the map shows: sheets of ground with marks on them, and what is said to be where."""

from dataclasses import dataclass

from wireroom.exports.page.link_contexts import Link, Quote, StepView


@dataclass(frozen=True, slots=True)
class Facets:
    """What an event or a report is sifted by: where (marks), what sort, told by whom, when.

    ``event`` is the anchor of the event's card, empty for a report; ``tells`` are those of the
    events that a report tells of. Days are empty where they are not known.
    """

    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    event: str = ""
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to sift by: its key in the facets, and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """All that timeline and map can be sifted by."""

    places: tuple[Choice, ...] = ()
    types: tuple[Choice, ...] = ()
    tellers: tuple[Choice, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class WhereSaid:
    """Who puts an event at a place, through whose hands, and in which words."""

    source: Link
    chain: tuple[StepView, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event at a place. ``rivals`` are other places that reports give for the same event,
    ``happened`` what they leave open of whether it happened."""

    event: Link
    type: str
    when: str
    said: tuple[WhereSaid, ...]
    rivals: tuple[Link, ...]
    facets: Facets
    happened: str = ""


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """A place that events are said to be at. ``drawn`` is False where it is too wide for a mark.

    ``also`` are other places that bear the name, in words, each leading to where it is written.
    """

    anchor: str
    name: str
    around: str
    precision: str
    drawn: bool
    events: tuple[PlacedEvent, ...]
    also: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands, in pixels from its sign, and which part of it ("start", …) is there."""

    x: float = 0.0
    y: float = 0.0
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a sheet: an area with a ``path``, a ring of a ``radius``, or a dot without one.

    ``label`` is where its name stands, ``crowded`` whether there is room for that on a larger
    sheet only. ``wide`` is a radius on the ground rather than of a sign. ``form`` is point, town,
    district, region or country.
    """

    anchor: str
    form: str
    name: str
    title: str
    x: float
    y: float
    path: str
    radius: float
    wide: bool
    label: Label = Label()
    crowded: bool = False
    rival: bool = False


@dataclass(frozen=True, slots=True)
class RivalLine:
    """Two places that one event is said to be at, by different reports."""

    ends: tuple[str, str]
    x1: float
    y1: float
    x2: float
    y2: float
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """Another place that bears the name of one that is marked: a small ring on a line to it."""

    anchor: str
    x1: float
    y1: float
    x2: float
    y2: float
    radius: float
    title: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the world, with its marks. ``scale`` is how many of its units are a pixel."""

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int
    scale: float
    land: str
    borders: str
    divisions: str
    marks: tuple[Mark, ...]
    rivals: tuple[RivalLine, ...]
    bearers: tuple[Bearer, ...] = ()


@dataclass(frozen=True, slots=True)
class MapView:
    """The sheets, the nearest first, and the places on them, those with most events first."""

    sheets: tuple[Sheet, ...]
    places: tuple[PlaceOnMap, ...]
    forms: tuple[str, ...]
