"""Dates as pages and posts print them, before the language of a text is known."""

import re
from functools import cache
from typing import NamedTuple

from wireroom.reading.words import rows
from wireroom.records.dates import PartialDate


class Stamp(NamedTuple):
    """A date in a text: ``[start, end)`` and its value in ISO 8601, as precise as printed.

    ``value`` is None where day and month could be either way round; ``note`` then says so.
    """

    start: int
    end: int
    value: str | None
    note: str | None = None


# A time follows its date after a comma, a dash or a word; "19: 43" is 19:43 after some translators.
_TIME = (
    r"(?:(?:\s*[,–—-]\s*|\s+(?:at|в|o|um|à)\s+|\s+|T)"
    r"(?P<hour>[01]?\d|2[0-3]):\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[AaPp])\.?[Mm]\b\.?)?)?"
)
_DIGIT = re.compile(r"\d")
_ORDER = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((row[0] for row in rows("months")), key=lambda name: (-len(name), name))
    month = rf"(?:{'|'.join(map(re.escape, names))})\b\.?"
    dates = (
        r"(?P<iso>\d{4}-\d\d-\d\d)",
        r"(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4})",
        r"(?P<slashed>\d{1,2}/\d{1,2}/\d{4})",
        rf"(?P<named_first>{month}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})",
        rf"(?P<day_first>\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?{month},?\s+(?:de\s+)?\d{{4}})",
    )
    return re.compile(rf"(?<![\w./-])(?:{'|'.join(dates)})(?![\d/])(?:\s*г\.)?{_TIME}", re.I)


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in rows("months")}


def find_stamp(text: str, day_first: bool | None = None) -> Stamp | None:
    """The first date in ``text`` that the calendar has.

    Dotted dates are day first. ``day_first`` is the order of slashed ones, None if not known.
    """
    if _DIGIT.search(text) is None:
        return None
    for found in _pattern().finditer(text):
        if found["slashed"]:
            first, second, year = (int(part) for part in found["slashed"].split("/"))
            if day_first is None and first <= 12 and second <= 12 and first != second:
                note = f"{found['slashed']} can be read day first or month first"
                return Stamp(found.start(), found.end(), None, note)
            is_day_first = first > 12 if day_first is None else day_first
            parts = (year, second, first) if is_day_first else (year, first, second)
        else:
            parts = _parts(found)
        day = "{:04d}-{:02d}-{:02d}".format(*parts)
        if PartialDate.parse(day):
            return Stamp(found.start(), found.end(), day + _time(found))
    return None


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day as they are printed, whether the calendar has them or not."""
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return year, month, day
    if found["dotted"]:
        day, month, year = (int(part) for part in found["dotted"].split("."))
        return year, month, day
    words = re.findall(r"\w+", (found["named_first"] or found["day_first"]).lower())
    month = next(_months()[word] for word in words if word in _months())
    day, year = (int("".join(filter(str.isdigit, word))) for word in words if word[0].isdigit())
    return year, month, day


def _time(found: re.Match[str]) -> str:
    if not found["hour"]:
        return ""
    hour, minute = int(found["hour"]), found["minute"]
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    return f"T{hour:02d}:{minute}"


def slashed_order(text: str) -> bool | None:
    """Whether the slashed dates of a text are day first, from those where only one way can be."""
    seen = {
        first > second
        for first, second in ((int(a), int(b)) for a, b in _ORDER.findall(text))
        if (first > 12) != (second > 12)
    }
    return seen.pop() if len(seen) == 1 else None
