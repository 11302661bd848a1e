"""Everything that was found between Documents."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.disputes import Dispute
from wireroom.records.links import Boilerplate, ChainLink, Origin, Reuse

ReportRole = Literal[
    "report", "quotation", "link title", "translation", "earlier version", "repetition"
]
EventStanding = Literal["event", "mention"]


@dataclass(frozen=True, slots=True)
class Report:
    """One Document's account of an event: ``event`` is an index into its analysis's events.

    ``main`` is True in exactly one report of each Document that is in an event at all.
    ``reason`` says why it is held to be of the same happening as the others. ``role`` is
    "report", or, for what tells again what another report of the event tells and counts for
    none: the quotation of a post, the title of a link to what was given already, the translation
    of a part in the same post, a version that a later one took the place of, what one piece tells
    a second time (a repetition). ``repeats`` is then
    the index, in the event, of that other report.
    """

    document: str
    event: int
    main: bool
    reason: str = ""
    role: ReportRole = "report"
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports that are held to be of one happening, before anything is said about them."""

    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as all Documents together report it.

    ``standing`` is "mention" for what no one could follow as an event: talk in general, what
    somebody says, what is recalled in passing. It is kept and counted apart; ``standing_reason``
    says why. ``edges`` are who had it from whom: the links of its reports, with those whose
    direction is not known.
    """

    id: str
    title: str
    type: str
    date: str | None
    place: str | None
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    standing: EventStanding = "event"
    standing_reason: str = ""
    edges: tuple[ChainLink, ...] = ()

    @property
    def told(self) -> int:
        """How many reports there are, without what only repeats one of them."""
        return sum(report.role == "report" for report in self.reports)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every Document is in at least one event or ``unplaced``. ``boilerplate`` was set aside."""

    events: tuple[Event, ...]
    reuse: tuple[Reuse, ...]
    chains: tuple[ChainLink, ...]
    unplaced: tuple[str, ...]
    boilerplate: tuple[Boilerplate, ...] = ()
