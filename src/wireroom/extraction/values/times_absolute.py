"""Readings of what names a day, a month, a year, an hour: with a calendar, or nearly."""

import re

from wireroom.extraction.values import times_calendar as calendar
from wireroom.extraction.values.times_clock import clock_value, numeric_value
from wireroom.extraction.values.times_match import (
    Match,
    Read,
    Situation,
    against,
    lean_of,
    made,
    month_of,
    step_of,
    tense_of,
    timed,
    unit_of,
    value_of,
    year_of,
)
from wireroom.records.spans import Span

_RECENT = 1900  # a bare number below this is seldom a year
_LAST_DECADES = {"2": "202", "1": "201"}


def _full_year(match: Match, situation: Situation, month: int, day: int) -> tuple[int | None, str]:
    year = year_of(match)
    if year:
        return year, "the year is given"
    tense = tense_of(match.span.start, situation)
    found = calendar.nearest_year(situation.anchor, month, day, tense)
    return found, against(situation, "the nearest such day")


def read_day(match: Match, situation: Situation) -> Read:
    """A day, with or without its year; with the hour that stands beside it."""
    month, day = month_of(match, situation), match.number("day")
    if not month or not day or not _is_name(match, situation, "month"):
        return ()
    year, reason = _full_year(match, situation, month, day)
    return timed(match, situation, calendar.day_value(year, month, day), reason)


def _is_name(match: Match, situation: Situation, name: str) -> bool:
    """Whether a word such as "may" has the capital that it needs to be a name."""
    word = match.parts.get(name, "")
    return not word[:1].islower() or word.rstrip(".").casefold() not in situation.grammar.capital


def read_days(match: Match, situation: Situation) -> Read:
    """A stretch of days: its first and its last day, each under its own words."""
    month, first, last = month_of(match, situation), match.number("day"), match.number("day2")
    if not month or not first or not last:
        return ()
    later = int(value_of(match, situation, "month2") or month)
    if (later, last) <= (month, first):
        return ()
    year, reason = _full_year(match, situation, later, last)
    values = [calendar.day_value(year, *day) for day in ((month, first), (later, last))]
    if None in values:
        return ()
    left, right = _halves(match)
    return made(match, "DATE", values[0], reason, left) + made(
        match, "DATE", values[1], reason, right
    )


def _halves(match: Match) -> tuple[Span, Span]:
    """What belongs to the first day, and what to the last, with the month and the year."""
    where = match.where
    left = [where["day"]]
    if "month2" in where or where["month"].end <= where["day"].start:
        left.append(where["month"])
    right = [where["day2"], where.get("month2", where["day2"])]
    return (
        Span(match.span.start, max(span.end for span in left)),
        Span(min(span.start for span in right), match.span.end),
    )


def read_numeric(match: Match, situation: Situation) -> Read:
    """A date in digits, with the hour that stands beside it."""
    day = numeric_value(match.parts, situation.day_first)
    if day is None:
        return ()
    if "T" in day:
        return made(match, "TIME", day, "a date in digits")
    return timed(match, situation, day, "a date in digits")


def read_month(match: Match, situation: Situation) -> Read:
    """A month; without a year, the last or the next by the tense."""
    month = month_of(match, situation)
    if not month or not _is_name(match, situation, "month"):
        return ()
    year, step = year_of(match), step_of(match, situation)
    anchor, reason = situation.anchor, "the year is given"
    if match.argument == "year" and anchor.year is not None and step is not None:
        year, reason = anchor.year + step, against(situation)
    if year is None:
        if not _stands_alone(match, situation):
            return ()
        reason = against(situation, "the nearest such month")
        year = calendar.year_of_month(anchor, month, lean_of(match, situation, step))
        if step is not None and step < 0 and year and anchor.month == month:
            year -= 1
    return made(match, "DATE", calendar.month_value(year, month), reason)


def read_month_week(match: Match, situation: Situation) -> Read:
    """ "the last week of March"."""
    month, place = month_of(match, situation), value_of(match, situation, "monthweek")
    if not month or place is None or not _is_name(match, situation, "month"):
        return ()
    year, reason = year_of(match), "the year is given"
    if year is None:
        reason = against(situation, "the nearest such month")
        tense = tense_of(match.span.start, situation)
        year = calendar.year_of_month(situation.anchor, month, tense)
    return made(match, "DATE", calendar.month_week_value(year, month, int(place)), reason)


def _stands_alone(match: Match, situation: Situation) -> bool:
    """Whether a bare month is one: a word that is also a name or a verb needs a preposition."""
    word = match.parts["month"].casefold().rstrip(".")
    if word not in situation.grammar.capital:
        return True
    return match.has("edge") or match.has("shift") or situation.before in situation.grammar.after


def read_year(match: Match, situation: Situation) -> Read:
    """A year; not a number of what is counted."""
    grammar = situation.grammar
    if match.has("yy"):
        return made(match, "DATE", f"{year_of(match):04d}", "two digits of the year are given")
    year = match.number("year") or 0
    if year < _RECENT and not match.has("edge") and situation.before not in grammar.after:
        return ()  # "at 1625", "1520 rubles"
    if situation.after in grammar.counted or situation.before in grammar.values.get(
        "APPROXIMATE", {}
    ):
        return ()
    return made(match, "DATE", f"{year:04d}", "the year is given")


def read_decade(match: Match, situation: Situation) -> Read:
    """ "the 1990s", "the 90s"."""
    digits = re.sub(r"\D", "", match.parts["decade"])
    if len(digits) < 4 and situation.before in situation.grammar.values.get("ROUND", {}):
        return ()  # "in his 90s", "in the low 60s"
    if len(digits) == 4:
        return made(match, "DATE", digits[:3], "the decade is given")
    return made(
        match,
        "DATE",
        _LAST_DECADES.get(digits[0], "19" + digits[0]),
        "a decade of the last century",
    )


def read_century(match: Match, situation: Situation) -> Read:
    """ "the 19th century"."""
    number = match.number("count")
    if match.has("roman"):
        number = _roman(match.parts["roman"]) if unit_of(match, situation) == "CE" else None
    if not number or number > 30:
        return ()
    return made(match, "DATE", f"{number - 1:02d}", "the century is given")


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _roman(written: str) -> int:
    digits = [_ROMAN[one] for one in written.upper().replace("Х", "X")]
    smaller = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in smaller)


def read_weekday(match: Match, situation: Situation) -> Read:
    """A day of the week, read with the tense of its clause."""
    weekday = value_of(match, situation, "weekday")
    word = match.parts["weekday"].casefold()
    if weekday is None or (
        word in situation.grammar.capital and match.span.end - match.span.start <= len(word) + 1
    ):
        return ()
    step = step_of(match, situation) or 0
    tense = tense_of(match.where["weekday"].start, situation)
    if match.argument == "week":
        day = calendar.weekday_of_week(situation.anchor, int(weekday), step)
        return timed(match, situation, day, against(situation, "that day of that week"))
    day = calendar.weekday_value(situation.anchor, int(weekday), tense, step)
    side = "the next" if tense == "future" or step > 0 else "the last"
    if situation.anchor.nearby and not step and tense != "future":
        side = "the nearest"
    return timed(match, situation, day, against(situation, f"{side} such weekday"))


def read_weekdays(match: Match, situation: Situation) -> Read:
    """ "from Monday to Wednesday": its first and its last day, each under its own words."""
    first, last = (value_of(match, situation, name) for name in ("weekday", "weekday2"))
    if first is None or last is None or first == last:
        return ()
    where = match.where
    tense = tense_of(where["weekday"].start, situation)
    values = calendar.weekdays_value(situation.anchor, int(first), int(last), tense)
    side = "the next" if tense == "future" else "the last"
    reason = against(situation, f"{side} such weekdays")
    return made(match, "DATE", values[0], reason, where["weekday"]) + made(
        match, "DATE", values[1], reason, where["weekday2"]
    )


def read_daypart(match: Match, situation: Situation) -> Read:
    """ "Montagabend": a day of the week and a part of it in one word."""
    said = (value_of(match, situation, "daypart") or "").split()
    if len(said) != 2:
        return ()
    tense = tense_of(match.span.start, situation)
    day = calendar.weekday_value(
        situation.anchor, int(said[0]), tense, step_of(match, situation) or 0
    )
    return made(match, "TIME", f"{day}T{said[1]}", against(situation, "the nearest such weekday"))


def read_quarter(match: Match, situation: Situation) -> Read:
    """ "the third quarter", of the year given or the last to have begun."""
    quarter = value_of(match, situation, "ordinal")
    if quarter is None:
        return ()
    year, step = year_of(match), step_of(match, situation)
    if year is None and step is not None and situation.anchor.year is not None:
        year = situation.anchor.year + step
    tense = tense_of(match.span.start, situation)
    value = calendar.quarter_value(situation.anchor, int(quarter), year, tense)
    return made(match, "DATE", value, "the year is given" if year_of(match) else against(situation))


def read_season(match: Match, situation: Situation) -> Read:
    """ "last summer", "in the spring of 2018"."""
    season, year = value_of(match, situation, "season"), year_of(match)
    if season is None:
        return ()
    step = step_of(match, situation)
    dated = year is not None or step is not None or match.has("edge") or match.argument == "alone"
    within = situation.grammar.values.get("WITHIN", {})
    if not dated and (situation.before not in within or situation.after in within):
        return ()  # "a spring", "since the fall of the city"
    tense = tense_of(match.span.start, situation)
    value = (
        f"{year:04d}-{season}"
        if year
        else calendar.season_value(situation.anchor, season, step, tense)
    )
    return made(match, "DATE", value, "the year is given" if year else against(situation))


def read_clock(match: Match, situation: Situation) -> Read:
    """An hour of the day told of last in the sentence, else of the document's own day."""
    clock = clock_value(match.parts["clock"], situation.grammar.values.get("ZONE", {}))
    if clock is None or not _is_clock(match, situation):
        return ()
    day = situation.previous or situation.anchor.day
    told = day.isoformat() if day else "XXXX-XX-XX"
    return made(match, "TIME", f"{told}T{clock}", f"the hour of {told}")


def _is_clock(match: Match, situation: Situation) -> bool:
    """ "6:08" alone may be a score or a verse; a zone, "p.m." or "at" make it an hour."""
    plain = re.fullmatch(r"\d:\s?\d\d", match.parts["clock"])
    return not plain or situation.before in situation.grammar.after
