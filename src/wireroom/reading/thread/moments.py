"""Moments as boards print them over posts: dates of many languages, months, "yesterday at 10:15".

Beside the days that ``reading.dates`` knows: months without a day, years of two digits, dates with
hyphens, the Persian calendar, and days counted from the reading, which have no value.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from wireroom.reading.thread.persian import from_persian
from wireroom.reading.words import rows, words
from wireroom.records.dates import PartialDate

_LONGEST = 200  # characters; a moment in a longer line is not the board's
_PERSIAN_YEARS = range(1300, 1500)
_DAY = len("2021-03-07")
_TURN = 70  # years of two digits from here on are of the last century

_WORD = r"[^\W\d_]{3,12}"
_DATE = re.compile(
    r"(?<![\w./:-])(?:"
    r"(?P<first>\d{1,4})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{4}|\d\d)(?:(?=T\d)|(?![\w/-]|[.]\d))"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[.º])?[\s-]+(?:of\s+|de\s+)?"
    rf"(?P<month>{_WORD}(?:\s{_WORD})?)[.,]?,?[\s-]+(?:de\s+|del\s+)?(?P<year>\d{{4}}|['’]\d\d)(?!\d)"
    rf"|(?P<month_first>{_WORD})[.]?\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_after>\d{{4}})(?!\d)"
    rf"|(?P<month_only>{_WORD})[.]?\s+(?P<year_only>\d{{4}}|['’]\d\d)(?!\d)"
    rf"|(?P<month_short>{_WORD})[.]?\s(?P<day_short>\d{{1,2}})(?![\d:.])"
    r")"
)
_ORDER = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_SHORT_AGO = re.compile(r"\d{1,3}\s?(?:s|m|h|d|w|mo|y|yr)s?")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.\u200c][^\W\d_]+)*")


class Moment(NamedTuple):
    """A moment in a line: ``[start, end)`` and its value in ISO 8601, as precise as printed.

    ``value`` is None where it cannot be known; ``note`` then says why. A ``note`` beside a value
    says what it was worked out from.
    """

    start: int
    end: int
    value: str | None
    note: str | None = None


def find_order(text: str) -> bool | None:
    """Whether slashed and hyphened dates of a page are day first, from those that can only be read
    one way; None where none or both are shown."""
    seen = {
        first > second
        for first, second in ((int(a), int(b)) for a, _, b in _ORDER.findall(text))
        if (first > 12) != (second > 12) and max(first, second) <= 31
    }
    return seen.pop() if len(seen) == 1 else None


@lru_cache(maxsize=8192)  # labels and dates of members come again and again
def find_moment(text: str, day_first: bool | None = None) -> Moment | None:
    """The first moment in a line, with its weekday and time of day; None where it has none."""
    if len(text) > _LONGEST:
        return None
    found = _DATE.search(text)
    while found:
        told = _day(found, day_first)
        if told is not None:
            return _with_time(text, found.start(), found.end(), told)
        found = _DATE.search(text, found.start() + 1)  # "Fri 7" hides "7 Oct 2011"
    return _relative(text)


def _day(found: re.Match[str], day_first: bool | None) -> tuple[str | None, str | None] | None:
    """The value and the note of a date; None where the calendar has none such."""
    if found["mark"]:
        return _numeric(found, day_first)
    if found["month_short"]:
        known = found["month_short"].lower() in _months()
        return (None, f"{found[0]!r} has no year") if known else None
    name = found["month"] or found["month_first"] or found["month_only"]
    month = _months().get(" ".join(name.lower().split()))
    if month is None:
        return None
    year = _year(found["year"] or found["year_after"] or found["year_only"])
    day = found["day"] or found["day_after"]
    value = f"{year:04d}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    return (value, None) if PartialDate.parse(value) else None


def _numeric(found: re.Match[str], day_first: bool | None) -> tuple[str | None, str | None] | None:
    first, second, third = (int(found[name]) for name in ("first", "second", "third"))
    if len(found["first"]) == 4:
        return _year_first(found, first, second, third)
    if len(found["first"]) == 3:
        return None
    year = _year(found["third"])
    if found["mark"] != "." and day_first is None and max(first, second) <= 12 and first != second:
        return None, f"{found[0]} can be read day first or month first"
    is_day_first = found["mark"] == "." or (first > 12 if day_first is None else day_first)
    day, month = (first, second) if is_day_first else (second, first)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return (value, None) if PartialDate.parse(value) else None


def _year_first(
    found: re.Match[str], year: int, month: int, day: int
) -> tuple[str | None, str | None] | None:
    if year in _PERSIAN_YEARS:
        value = from_persian(year, month, day)
        return (value, f"{found[0]} of the Persian calendar") if value else None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return (value, None) if year > 1900 and PartialDate.parse(value) else None


def _year(digits: str) -> int:
    year = int(digits.lstrip("'’"))
    return year if year > 99 else year + (1900 if year >= _TURN else 2000)


def _with_time(text: str, start: int, end: int, told: tuple[str | None, str | None]) -> Moment:
    value, note = told
    start = _before_weekday(text, start)
    found = _time().match(text, end) or _time_before().search(text, 0, start)
    clock = _clock(found) if found else None
    if found is None or clock is None:
        return Moment(start, end, value, note)
    is_day = value is not None and len(value) == _DAY
    whole = f"{value}T{clock}" if is_day else value
    return Moment(min(start, found.start()), max(end, found.end()), whole, note)


def _before_weekday(text: str, start: int) -> int:
    """Where the weekday before a date begins, if there is one."""
    before = text[:start].rstrip(" ,،.")
    token = before.rsplit(" ", 1)[-1].rsplit("\xa0", 1)[-1]
    if token and token.lower() in words("when", "short") | words("when", "weekday"):
        return len(before) - len(token)
    return start


def _clock(found: re.Match[str]) -> str | None:
    """Hours and minutes; None where a clock has none such."""
    hour, half = int(found["hour"]), (found["half"] or "").lower().rstrip(".")
    if half:
        hour = hour % 12 + (12 if half in words("when", "evening") else 0)
    minute = int(found["minute"])
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _relative(text: str) -> Moment | None:
    """A moment counted from the day of reading."""
    if _SHORT_AGO.fullmatch(text):
        return Moment(0, len(text), None, _note(text))
    if not any(token in _relative_tokens() for token in _TOKEN.findall(text.lower())):
        return None
    found = _relative_pattern().search(text)
    if found is None:
        return None
    return Moment(found.start(), found.end(), None, _note(found[0]))


def _note(said: str) -> str:
    return f"{said.strip()!r} is counted from a day that the page does not tell"


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in rows("months")}


def _any(kind: str) -> str:
    found = sorted(words("when", kind), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, found))


def _clock_pattern() -> str:
    halves = f"{_any('morning')}|{_any('evening')}"
    return (
        r"(?<![\d.:])(?P<hour>\d{1,2})(?:\s?:\s?|h)(?P<minute>\d\d)(?::\d\d)?(?![\d:])"
        rf"(?:\s*(?P<half>{halves})(?!\w)\.?)?(?:\s*(?:Uhr|hrs)\b)?"
    )


@cache
def _time() -> re.Pattern[str]:
    link = rf"(?:T|\s*[,،·•|@/–—-]?\s*(?:(?:{_any('at')})[.:]?\s*)?)"
    return re.compile(link + _clock_pattern(), re.I)


@cache
def _time_before() -> re.Pattern[str]:
    return re.compile(rf"{_clock_pattern()}\s*(?:[,·–—-]\s*)?$", re.I)


@cache
def _relative_tokens() -> frozenset[str]:
    kinds = ("day", "weekday", "now", "after", "before")
    return frozenset(
        token
        for kind in kinds
        for phrase in words("when", kind)
        for token in _TOKEN.findall(phrase)
    )


@cache
def _relative_pattern() -> re.Pattern[str]:
    link = rf"(?:\s*[,،·–—-]?\s*(?:(?:{_any('at')})[.:]?\s*)?)"
    count = rf"(?:\d{{1,3}}|{_any('one')})"
    unit = rf"(?:{_any('unit')})\b\.?"
    time = _clock_pattern()
    other = time.replace("P<hour>", "P<hour_2>").replace("P<minute>", "P<minute_2>")
    return re.compile(
        rf"(?<!\w)(?:(?:{_any('now')})(?!\w)|(?:{_any('day')})(?!\w)(?:{link}{time})?"
        rf"|(?:{_any('weekday')}){link}{other.replace('P<half>', 'P<half_2>')}"
        rf"|{count}\s*{unit}\s*(?:{_any('after')})(?!\w)"
        rf"|(?:{_any('before')})\s+{count}\s*{unit})",
        re.I,
    )
