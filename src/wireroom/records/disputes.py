"""Claims about one field of one event, and how they stand to each other."""

from dataclasses import dataclass

from wireroom.records.links import Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """One report's value for one field of an event.

    ``value`` is what is shown. ``low`` and ``high`` bound a number or, as ordinals, a day; both
    None where the value is no range. ``key`` is what is compared where it is no range: the same
    key is the same value. ``origin`` is the index of the event's Origin that the report rests on,
    None where it is not known. ``said`` is the ISO 8601 time of the report.
    """

    field: str
    value: str
    evidence: Evidence
    speaker: str | None = None
    key: str = ""
    low: float | None = None
    high: float | None = None
    origin: int | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """At least two claims cannot both hold. Which is right is not said."""

    reason: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Every claim fits every other."""

    reason: str


@dataclass(frozen=True, slots=True)
class CannotTell:
    """There is too little to compare."""

    reason: str


Verdict = Disputed | Agreed | CannotTell


@dataclass(frozen=True, slots=True)
class DisputedValue:
    """One value of a disputed field: who gives it, and where.

    ``value`` is in the words of the first report, or, where they are in several scripts, as a
    number. ``withdrawn`` are those of the documents of which a later version gives another value.
    """

    value: str
    documents: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    speakers: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field of an event on which reports differ; the values in the order of their first report.

    ``field`` is place, date, actor, responsibility, occurrence, or the role of a quantity.
    """

    field: str
    values: tuple[DisputedValue, ...]
    reason: str
