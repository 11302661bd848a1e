"""Arithmetic of the calendar on what may be known in part: a year, a month, a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from wireroom.records.dates import PartialDate

Tense = Literal["past", "future", "unknown"]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month that each begins in, in the north
UNKNOWN_YEAR = "XXXX"
_WEEK = 7
_THURSDAY = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date that expressions are read against; every part of it may be unknown.

    ``nearby`` is True where the text was written on that day or in the few after it.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    nearby: bool = False

    @classmethod
    def at(cls, against: PartialDate | None, nearby: bool = False) -> "Anchor":
        """The anchor of a date of any precision, or of none."""
        if against is None:
            return cls()
        return cls(against.year, against.month, against.first if against.day else None, nearby)


def day_value(year: int | None, month: int, day: int) -> str | None:
    """``2019-12-21``, ``XXXX-12-21`` without a year, None when there is no such day."""
    try:
        found = date(year or 2000, month, day)  # 2000: every day that any year has
    except ValueError:
        return None
    return f"{found.year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def month_value(year: int | None, month: int) -> str:
    """``2019-12``, or ``XXXX-12`` without a year."""
    return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"


def month_week_value(year: int | None, month: int, place: int) -> str:
    """The week of a month, from 1, or -1 for the last; the month itself without a year.

    A week belongs to the month that has its Thursday, as ISO 8601 has it for years.
    """
    if year is None or not 0 < year < 10_000:
        return month_value(None, month)
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    thursdays = [day for day in days if day.isoweekday() == _THURSDAY]
    return moved(thursdays[place - 1 if place > 0 else place], 0, "W")


def nearest_year(anchor: Anchor, month: int, day: int, tense: Tense) -> int | None:
    """The year of a day that is given without one: the nearest, on the side that the tense says.

    A tense counts only where the nearest day is more than a month on the other side, because
    schedules are often told in the past tense and plans that came true in the future.
    """
    if anchor.day is None:
        return _year_by_month(anchor, month)
    apart: dict[int, int] = {}  # days from the anchor, by year
    for year in (anchor.day.year - 1, anchor.day.year, anchor.day.year + 1):
        try:
            apart[year] = (date(year, month, day) - anchor.day).days
        except ValueError:
            continue
    sided = [year for year, days in apart.items() if _on_side(days, tense)]
    return min(sided or apart, key=lambda year: abs(apart[year]), default=None)


def _on_side(days: int, tense: Tense) -> bool:
    slack = 31
    return tense == "unknown" or (days <= slack if tense == "past" else days >= -slack)


def _year_by_month(anchor: Anchor, month: int) -> int | None:
    if anchor.year is None or anchor.month is None:
        return None
    apart = {anchor.year + step: step * 12 + month - anchor.month for step in (-1, 0, 1)}
    return min(apart, key=lambda year: (abs(apart[year]), year))


def year_of_month(anchor: Anchor, month: int, tense: Tense) -> int | None:
    """The year of a month that is given without one: the last such month, or the next."""
    if anchor.year is None or anchor.month is None:
        return None
    if tense == "future":
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


def weekday_value(anchor: Anchor, weekday: int, tense: Tense, step: int = 0) -> str:
    """The day of the week 1 (Monday) to 7 nearest to the anchor on the side of its tense.

    ``step`` -1 is "last", 1 is "next": never the anchor itself. ``XXXX-WXX-6`` without a day.
    Where the anchor is only near, the nearest such day on either side.
    """
    if anchor.day is None:
        return f"XXXX-WXX-{weekday}"
    if anchor.nearby and not step and tense != "future":
        half = _WEEK // 2
        return moved(anchor.day, (weekday - anchor.day.isoweekday() + half) % _WEEK - half, "D")
    back = (anchor.day.isoweekday() - weekday) % _WEEK
    if step < 0:
        return moved(anchor.day, -(back or _WEEK), "D")
    ahead = (weekday - anchor.day.isoweekday()) % _WEEK
    if step > 0:
        return moved(anchor.day, ahead or _WEEK, "D")
    return moved(anchor.day, ahead if tense == "future" else -back, "D")


def weekdays_value(anchor: Anchor, first: int, last: int, tense: Tense) -> tuple[str, str]:
    """Both ends of a stretch of weekdays: the last that is over, or the next that has not begun.

    ``XXXX-WXX-1`` and its like without a day.
    """
    if anchor.day is None:
        return f"XXXX-WXX-{first}", f"XXXX-WXX-{last}"
    ahead, length = (first - anchor.day.isoweekday()) % _WEEK, (last - first) % _WEEK
    if tense != "future":
        while ahead + length > 0:
            ahead -= _WEEK
    return moved(anchor.day, ahead, "D"), moved(anchor.day, ahead + length, "D")


def weekday_of_week(anchor: Anchor, weekday: int, step: int) -> str:
    """A day of the week (1 to 7) in the week that is ``step`` weeks from the anchor's."""
    if anchor.day is None:
        return f"XXXX-WXX-{weekday}"
    return moved(anchor.day, _WEEK * step + weekday - anchor.day.isoweekday(), "D")


def moved(day: date, count: int, unit: str) -> str:
    """The day, week, month, … ``count`` units from ``day``, at the grain of the unit.

    Units: D, W, M, Y, Q (quarter), DE (decade), CE (century), WE (weekend), FN (fortnight),
    H (half a year). Out of the calendar's range: the nearest reference, PAST or FUTURE.
    """
    try:
        return _moved(day, count, unit)
    except (ValueError, OverflowError):
        return "FUTURE_REF" if count > 0 else "PAST_REF"


def _moved(day: date, count: int, unit: str) -> str:
    if unit == "D":
        return (day + timedelta(days=count)).isoformat()
    if unit in ("W", "WE", "FN"):
        length = 2 * _WEEK if unit == "FN" else _WEEK
        year, week, _ = (day + timedelta(days=length * count)).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        there = day + relativedelta(months=count)
        return month_value(there.year, there.month)
    if unit == "Q":
        there = day + relativedelta(months=3 * count)
        return f"{there.year:04d}-Q{(there.month + 2) // 3}"
    if unit == "H":
        there = day + relativedelta(months=6 * count)
        return f"{there.year:04d}-H{(there.month + 5) // 6}"
    return years_moved(day.year, count, unit)


def years_moved(year: int, count: int, unit: str) -> str:
    """The year, decade (``201``) or century (``20``) ``count`` units from ``year``."""
    length = {"Y": 1, "DE": 10, "CE": 100}[unit]
    there = year + count * length
    if not 0 < there < 10_000:
        raise ValueError(f"no year {there}")
    return f"{there:04d}"[: {1: 4, 10: 3, 100: 2}[length]]


def season_value(anchor: Anchor, season: str, step: int | None, tense: Tense) -> str:
    """``2019-SP``: the last season of that name that has begun, the next one, or ``XXXX-SP``."""
    if anchor.year is None or anchor.month is None:
        return f"XXXX-{season}"
    begun = anchor.month >= SEASONS[season]
    if season == "WI" and anchor.month <= 2:  # the winter of last December is still on
        current = anchor.year - 1
    else:
        current = anchor.year if begun or step == 0 or tense == "future" else anchor.year - 1
    if step is not None and step > 0:
        current = anchor.year + begun
    if step is not None and step < 0 and begun and anchor.month < SEASONS[season] + 3:
        current -= 1
    return f"{current:04d}-{season}"


def quarter_value(anchor: Anchor, quarter: int, year: int | None, tense: Tense) -> str:
    """``2009-Q3``: of the year given, else the last such quarter to have begun."""
    if year is None and anchor.year is not None and anchor.month is not None:
        begun = (anchor.month + 2) // 3 >= quarter
        year = anchor.year if begun or tense == "future" else anchor.year - 1
    return f"{year:04d}-Q{quarter}" if year else f"XXXX-Q{quarter}"


def duration_value(count: float | None, unit: str) -> str:
    """``P3D``, ``PT2H``, ``P2.5Y``, ``PXY`` for an unknown number; decades in years."""
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    if unit in ("TH", "TM", "TS"):
        return f"PT{number}{unit[1]}"
    scaled = {"DE": (10, "Y"), "CE": (100, "Y"), "H": (6, "M"), "FN": (2, "W"), "WE": (1, "WE")}
    if unit in scaled:
        length, unit = scaled[unit]
        number = "X" if count is None else f"{count * length:g}"
    return f"P{number}{unit}"
