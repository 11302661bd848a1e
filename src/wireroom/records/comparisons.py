"""Everything that was found between Documents."""

from dataclasses import dataclass

from wireroom.records.disputes import Dispute
from wireroom.records.links import ChainLink, Origin, Reuse


@dataclass(frozen=True, slots=True)
class Report:
    """One Document's account of an event: ``event`` is an index into its analysis's events.

    ``main`` is True in exactly one report of each Document that is in an event at all.
    ``reason`` says why it is held to be of the same happening as the others.
    """

    document: str
    event: int
    main: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports that are held to be of one happening, before anything is said about them."""

    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as all Documents together report it."""

    id: str
    title: str
    type: str
    date: str | None
    place: str | None
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every Document is in at least one event or ``unplaced``."""

    events: tuple[Event, ...]
    reuse: tuple[Reuse, ...]
    chains: tuple[ChainLink, ...]
    unplaced: tuple[str, ...]
