"""When: ISO 8601 of any precision as a moment that keeps it."""

import re
from datetime import UTC, datetime

from wireroom.records.dates import PartialDate
from wireroom.records.stories import Moment, MomentPrecision

_TIMED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?")


def read_moment(text: str | None) -> Moment | None:
    """The moment that an ISO 8601 date, time or interval stands for; None where it is none.

    A time with a zone is brought to UTC. A time without one is kept as it is written, and said
    to be without: its day may be off by one.
    """
    if not text:
        return None
    first, slash, last = text.strip().partition("/")
    if slash:
        return _interval(read_moment(first), read_moment(last))
    if _TIMED.fullmatch(first):
        return _timed(first)
    known = PartialDate.parse(first)
    return _partial(known) if known else None


def _interval(first: Moment | None, last: Moment | None) -> Moment | None:
    if not first or not last or last.last < first.first:
        return first or last
    if (first.first, first.last) == (last.first, last.last):
        return first
    return Moment(first.first, last.last, "interval", f"{first.shown} to {last.shown}")


def _timed(text: str) -> Moment | None:
    try:
        read = datetime.fromisoformat(text.replace(" ", "T", 1).replace(" ", ""))
        at = read.astimezone(UTC) if read.tzinfo else read
    except (ValueError, OverflowError):
        return None
    zone = " UTC" if read.tzinfo else ", zone not given"
    shown = f"{at.date().isoformat()} {at.hour:02d}:{at.minute:02d}{zone}"
    return Moment(at.date(), at.date(), "minute", shown)


def _partial(known: PartialDate) -> Moment:
    precision: MomentPrecision = "day" if known.day else "month" if known.month else "year"
    return Moment(known.first, known.last, precision, str(known))
