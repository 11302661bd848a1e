"""Times written in ISO 8601, put in order by when they were, whatever zone they are written in."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

_TIMED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")
_WIDEST = timedelta(hours=14)  # how far a zone that is not given may lie from UTC
_DAY = 10  # characters of a day
NEVER = "9999"


@lru_cache(maxsize=20_000)
def read_instant(text: str | None) -> datetime | None:
    """The instant of a day with a time of day, in UTC where a zone is given, else without one."""
    if not text or not _TIMED.fullmatch(text.strip()):
        return None
    try:
        read = datetime.fromisoformat(text.strip().replace(" ", "T", 1).replace(" ", ""))
        return read.astimezone(UTC) if read.tzinfo else read
    except (ValueError, OverflowError):
        return None


def in_time(text: str | None) -> str:
    """A key that sorts by time: UTC is taken where no zone is given, the end of a day where no
    time of day is, and what is unknown comes last.

    >>> in_time("2025-03-14T12:30+03:00") < in_time("2025-03-14T10:00+00:00")
    True
    """
    instant = read_instant(text)
    return instant.strftime("%Y-%m-%dT%H:%M:%S") if instant else f"{text or NEVER}~"


def is_earlier(one: str | None, other: str | None) -> bool | None:
    """Whether the one is before the other; None where they are equal or it cannot be told.

    Two with a zone are compared as instants, two without as they are written. Where only one has
    a zone, or a time of day, they must lie apart by more than the zone may make up for, or differ
    in the day, month or year that both give.

    >>> is_earlier("2025-03-14T12:30+03:00", "2025-03-14T10:00+00:00")
    True
    >>> is_earlier("2025-03-14", "2025-03-14T10:00+00:00") is None
    True
    """
    first, second = read_instant(one), read_instant(other)
    if first and second:
        return _of_instants(first, second)
    if not one or not other:
        return None
    length = min(_DAY, len(one), len(other))
    return None if one[:length] == other[:length] else one[:length] < other[:length]


def _of_instants(first: datetime, second: datetime) -> bool | None:
    alike = (first.tzinfo is None) == (second.tzinfo is None)
    apart = second.replace(tzinfo=None) - first.replace(tzinfo=None)
    if not apart or (not alike and abs(apart) <= _WIDEST):
        return None
    return apart > timedelta(0)
