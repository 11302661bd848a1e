"""Days of the Persian calendar as days of the Gregorian one."""

from datetime import date, timedelta

_CYCLE = 33  # years, of which these are leap years; right for 1178 to 1633
_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)
_KNOWN_YEAR, _KNOWN_DAY = 1394, date(2015, 3, 21)  # the first day of that year
_LONG_MONTHS = 6  # months of 31 days, before those of 30


def from_persian(year: int, month: int, day: int) -> str | None:
    """The day in ISO 8601; None where that calendar has no such day.

    >>> from_persian(1394, 11, 27)
    '2016-02-16'
    """
    if not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return None
    months = sum(_days(year, before) for before in range(1, month))
    return (_KNOWN_DAY + timedelta(days=_new_year(year) + months + day - 1)).isoformat()


def _days(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < 12 or year % _CYCLE in _LEAP else 29


def _new_year(year: int) -> int:
    """Days from the known new year to that of ``year``."""
    return 365 * (year - _KNOWN_YEAR) + _leaps(year) - _leaps(_KNOWN_YEAR)


def _leaps(year: int) -> int:
    """The leap years before ``year``."""
    return year // _CYCLE * len(_LEAP) + sum(place < year % _CYCLE for place in _LEAP)
