"""Hours and dates that are written in digits."""

import re
from collections.abc import Mapping

from wireroom.extraction.values.times_calendar import day_value

_EXACT = re.compile(r"(\d{1,2})[:.]\s?(\d\d)(?::\d\d)?")
_RUN = re.compile(r"(\d\d)(\d\d)(?=\s[A-Za-z])")
_HOUR = re.compile(r"(\d{1,2})")
_HALF = re.compile(r"(?<![a-z])([ap])\.?m(?![a-z])|(?<=\d)([ap])\.?m(?![a-z])")
_WORDS = re.compile(r"[^\W\d]+(?:\s[^\W\d]+)*")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?(Z)?)?")
_PIVOT = 30


def clock_value(text: str, zones: Mapping[str, str]) -> str | None:
    """``18:30``, ``08:00Z`` from "6:30 p.m.", "0800 UTC"; ``zones`` maps words to ``Z`` or ""."""
    lower = text.casefold()
    found = _EXACT.match(lower) or _RUN.match(lower) or _HOUR.match(lower)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2]) if found.re is not _HOUR else 0
    half = _HALF.search(lower)
    if half:
        hour = hour % 12 + (12 if (half[1] or half[2]) == "p" else 0) if hour <= 12 else hour
    if hour > 23 or minute > 59:
        return None
    zone = next((zones[word] for word in _WORDS.findall(lower) if word in zones), "")
    return f"{hour:02d}:{minute:02d}{zone}"


def numeric_value(parts: Mapping[str, str], day_first: bool | None) -> str | None:
    """The day of a date in digits: ISO, dotted (day first), or slashed.

    A slashed date in which both numbers may be the month is read in the order ``day_first`` that
    the text shows elsewhere; None, and no date, where it shows none.
    """
    if "iso" in parts:
        return _iso_value(parts["iso"])
    if "dotted" in parts:
        day, month, year = (int(piece) for piece in re.split(r"[.\-]", parts["dotted"]))
        return day_value(_whole_year(year), month, day)
    first, second, year = (int(piece) for piece in parts["slashed"].split("/"))
    if first <= 12 and second <= 12 and first != second:
        if day_first is None:
            return None
    elif first > 12:
        day_first = True
    else:
        day_first = False
    day, month = (first, second) if day_first else (second, first)
    return day_value(_whole_year(year), month, day)


def _whole_year(year: int) -> int:
    if year >= 100:
        return year
    return (2000 if year <= _PIVOT else 1900) + year


def _iso_value(text: str) -> str | None:
    found = _ISO_DATE.match(text)
    if not found:
        return None
    day = day_value(int(found[1]), int(found[2]), int(found[3]))
    return f"{day}T{found[4]}{found[5] or ''}" if day and found[4] else day


def day_first_order(text: str, start: int, end: int) -> bool | None:
    """Whether the slashed dates of a text put the day first; None where none of them shows it."""
    orders = set()
    for found in re.finditer(
        r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])", text[start:end]
    ):
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            orders.add(True)
        elif second > 12 >= first:
            orders.add(False)
    return orders.pop() if len(orders) == 1 else None
