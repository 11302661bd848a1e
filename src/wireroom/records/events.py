"""One Document's account of one happening."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wireroom.records.spans import Span

# PLOVER of 2017; clashes are ASSAULT.
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "INVESTIGATE",
    "DEMAND",
    "DISAPPROVE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "CRIME",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
# What two sides do together: a report may name either as the one who does it.
MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
ParticipantKind = Literal[
    "person", "group", "organization", "state", "facility", "vehicle", "property"
]
Certainty = Literal["asserted", "reported", "alleged", "denied", "possible", "planned"]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who did it, to whom, or with what. The first span is the fullest phrase."""

    spans: tuple[Span, ...]
    name: str
    kind: ParticipantKind | None = None


@dataclass(frozen=True, slots=True)
class EventReport:
    """An account of one happening, however often the passage mentions it.

    ``trigger`` is its first mention. ``place``, ``quantities`` and ``attribution`` are indexes
    into the same analysis; ``date`` is an ISO date of any precision or an interval of two.
    ``day_told`` is False where the text tells no time and ``date`` is the day of publication: it
    happened then or before. ``depth`` is how many clauses the shallowest mention lies below the
    main one of its sentence.
    """

    trigger: Span
    type: EventType
    mode: str | None = None
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Participant, ...] = ()
    place: int | None = None
    date: str | None = None
    quantities: tuple[int, ...] = ()
    attribution: int | None = None
    certainty: Certainty = "asserted"
    mentions: tuple[Span, ...] = ()
    depth: int = 0
    reason: str = ""
    day_told: bool = True


@dataclass(frozen=True, slots=True)
class MainEvent:
    """The happening that a document is mainly about.

    ``event`` and ``place`` are indexes into the same analysis. ``killed`` has the keys that the
    document gives, of total, civilians, combatants, children, women; the last two are counted in
    the total too. ``cause`` is "shelling", "air strike", "explosion", "shooting", "chemical",
    "execution", … or None.
    """

    event: int
    date: str | None = None
    place: int | None = None
    admin1: str | None = None
    actor: str | None = None
    cause: str | None = None
    killed: Mapping[str, int] = field(default_factory=dict)
