"""The days that an event may have been on, and how far two such stretches lie apart."""

from dataclasses import dataclass

from wireroom.records.dates import PartialDate

BEFORE_PUBLICATION = 2  # days that an event without a date may lie before its report


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From the first to the last day, both included, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    def apart(self, other: "Days") -> int:
        """Days between the two; 0 where some day is in both."""
        return max(0, self.first - other.last, other.first - self.last)


def days_of(date: str | None) -> Days | None:
    """From an ISO date of any precision, or an interval of two. None where it is neither."""
    if not date:
        return None
    first, _, last = date.partition("/")
    start = PartialDate.parse(first)
    end = PartialDate.parse(last) if last else start
    if start is None or end is None or end.last < start.first:
        return None
    return Days(start.first.toordinal(), end.last.toordinal())


def days_of_publication(published: str | None) -> Days | None:
    """The day of publication and the few before it."""
    day = days_of(published)
    return Days(day.first - BEFORE_PUBLICATION, day.last) if day else None
