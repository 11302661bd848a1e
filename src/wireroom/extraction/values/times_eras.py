"""Readings of days of the Hijri and of the Persian calendar."""

from collections.abc import Callable
from datetime import date

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from wireroom.extraction.values.times_match import (
    Match,
    Read,
    Situation,
    against,
    made,
    value_of,
)

_MOON = "by the Umm al-Qura calendar; where the moon was watched for, a day earlier or later"

ToDate = Callable[[int, int, int], date | None]


def read_hijri(match: Match, situation: Situation) -> Read:
    """A day of the Hijri calendar: "14 Ramadan 1441"."""
    anchor = situation.anchor.day
    year = _hijri_year(anchor) if anchor else None
    return _read(match, situation, "hijri", (hijri_day, year, _MOON))


def read_jalali(match: Match, situation: Situation) -> Read:
    """A day of the Persian calendar: "17 Dey 1398"."""
    anchor = situation.anchor.day
    year = _jalali_year(anchor) if anchor else None
    return _read(match, situation, "jalali", (jalali_day, year, "by the Persian calendar"))


def _read(
    match: Match, situation: Situation, name: str, era: tuple[ToDate, int | None, str]
) -> Read:
    to_date, current, reason = era
    month, day = value_of(match, situation, name), match.number("day")
    if month is None or day is None:
        return ()
    year = match.number("erayear")
    if year is not None:
        found = to_date(year, int(month), day)
        return made(match, "DATE", found.isoformat() if found else None, reason)
    anchor = situation.anchor.day
    if anchor is None or current is None:
        return made(match, "DATE", "XXXX-XX-XX", "the year is not known")
    days = [to_date(current + step, int(month), day) for step in (-1, 0, 1)]
    nearest = min(
        (found for found in days if found), key=lambda found: abs(found - anchor), default=None
    )
    value = nearest.isoformat() if nearest else None
    return made(match, "DATE", value, f"{reason}; {against(situation, 'the nearest such day')}")


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The day in the Gregorian calendar; None where there is none, or outside 1343 to 1500.

    >>> hijri_day(1441, 9, 14)
    datetime.date(2020, 5, 7)
    """
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def jalali_day(year: int, month: int, day: int) -> date | None:
    """The day in the Gregorian calendar; None where there is none.

    >>> jalali_day(1398, 10, 17)
    datetime.date(2020, 1, 7)
    """
    try:
        found = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def _hijri_year(day: date) -> int | None:
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def _jalali_year(day: date) -> int | None:
    try:
        return int(JalaliDate.to_jalali(day).year)  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None
