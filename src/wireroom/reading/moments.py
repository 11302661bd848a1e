"""The dates that feeds, letters and exports give in fields of their own."""

import re
from datetime import UTC, datetime, timedelta, timezone
from time import struct_time
from typing import NamedTuple

from wireroom.reading.dates import find_stamp
from wireroom.reading.metadata import as_iso

_LONGEST = 100  # characters; what is longer is no date
_ZONE = re.compile(r"(?:\b(?:GMT|UTC))?([+-])(\d\d):?(\d\d)\b(?:\s*\([^)]*\))?\s*$")
_UTC = re.compile(r"(?:\b(?:GMT|UTC)|\dZ)\s*(?:\([^)]*\))?\s*$")
_HALF = re.compile(r"\d\s?[ap]\.?m\b", re.I)  # which the standard library does not know
_WITH_SECONDS = re.compile(r"\d:\d\d:\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_SECONDS = re.compile(r"\d{9,10}")
_CLOCK = re.compile(r"(\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:?\d\d)?")
_BASIC_ZONE = re.compile(r"([+-]\d\d)(\d\d)$")
_MOST_MINUTES = 24 * 60  # that a zone may be away from UTC


class Moment(NamedTuple):
    """A date in ISO 8601, as precise as given and with the zone as given.

    ``note`` says why there is no value, or what the value was made from, where that matters.
    """

    value: str | None
    note: str | None = None


def read_moment(text: str, parsed: struct_time | None = None) -> Moment:
    """The date that a field holds. ``parsed`` is how a library read it, in UTC: what it is worth
    where our own ways fail, if the year that it gives stands in the text."""
    text = " ".join(text[: _LONGEST + 1].split())
    if not text or len(text) > _LONGEST:
        return Moment(None)
    if _SECONDS.fullmatch(text):
        return Moment(from_seconds(int(text)), "seconds since 1970")
    stamp = find_stamp(text)
    value = stamp.value if _HALF.search(text) and stamp is not None else as_iso(text)
    if value is not None:
        return Moment(_tidied(value, text))
    if stamp is not None and stamp.note is not None:
        return Moment(None, stamp.note)
    return _by_library(text, parsed)


def from_seconds(seconds: int, shown: str | None = None) -> str | None:
    """A moment as ISO 8601: in the zone that a clock which showed ``shown`` then was in, in UTC
    where that is not known. None where no calendar has it."""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
        local = datetime.fromisoformat(shown) if shown else None
    except (ValueError, OverflowError, OSError):
        return None
    if local is None or local.tzinfo is not None:
        return moment.isoformat().replace("+00:00", "Z")
    minutes = round((local - moment.replace(tzinfo=None)).total_seconds() / 60)
    if abs(minutes) >= _MOST_MINUTES:
        return moment.isoformat().replace("+00:00", "Z")
    return local.replace(tzinfo=timezone(timedelta(minutes=minutes))).isoformat()


def in_utc(value: str | None) -> str | None:
    """A moment that has a zone, as UTC; None for any other."""
    try:
        moment = datetime.fromisoformat(value) if value else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        return None


def _tidied(value: str, text: str) -> str | None:
    """With the zone that stands in the text, and without a time that no clock shows."""
    day, _, time = value.partition("T")
    if not time or ":" not in text:
        return value[:10]  # a day alone, which the standard library gives a midnight
    clock, zone = _CLOCK.fullmatch(time), _ZONE.search(text)
    if clock is None:
        return day
    shown = clock[1] if _WITH_SECONDS.search(text) else clock[1][:5]
    given = "".join((zone[1], zone[2], ":", zone[3])) if zone else ""
    if not given and clock[2]:
        given = _BASIC_ZONE.sub(r"\1:\2", clock[2])
    if not given and _UTC.search(text):
        given = "+00:00"
    value = f"{day}T{shown}{'+00:00' if given == '-00:00' else given}"
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return day
    return value


def _by_library(text: str, parsed: struct_time | None) -> Moment:
    if parsed is None or "/" in text:
        return Moment(None)
    if str(parsed.tm_year) not in _YEAR.findall(text):
        return Moment(None)
    try:
        moment = datetime(*parsed[:6], tzinfo=UTC)
    except ValueError:
        return Moment(None)
    note = "as feedparser reads it"
    if ":" not in text:
        return Moment(moment.date().isoformat(), note)
    return Moment(moment.isoformat().replace("+00:00", "Z"), note)
