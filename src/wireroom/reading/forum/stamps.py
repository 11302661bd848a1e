"""When a post was made, as its page tells: in attributes, or in the words that it prints."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple

from persiantools.jdatetime import JalaliDate
from selectolax.lexbor import LexborNode

from wireroom.reading.words import rows

_BARE = frozenset(("time", "abbr", "span"))  # what a date is in, without other elements
_LONGEST = 300  # characters of words that a date is looked for in
_ISO = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?\s*",
    re.ASCII,
)
_DIGIT = re.compile(r"\d")
_WORD = r"[^\W\d_]{2,}(?:\u200c[^\W\d_]+)?"
_DATE = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<a>\d{1,4})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{1,4})(?![\d/-])"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?[\s/-]+(?:of\s+|de\s+)?(?P<month>{_WORD})\.?,?"
    r"[\s/-]+(?:de\s+|del\s+)?(?P<year>\d{4})"
    rf"|(?P<month_first>{_WORD})\.?\s+(?P<second>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s+(?P<third>\d{{4}})"
    r")"
)
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])"
    r"(?:\s*(?:([AaPp])\.?\s?[Mm]\b|(μμ|ÖS|ب\.?\u200c?ظ|م\b|مساء|ق\.?\u200c?ظ|ص\b|صباح)))?"
)
_AFTER_NOON = ("μ", "Ö", "ب", "م")  # how words for it begin
_PERSIAN_YEARS = range(1370, 1416)  # 1991 to 2036 of our era; no other calendar in use has them
_MILLISECONDS = 100_000_000_000  # a larger number of seconds would be after the year 5000


class Moment(NamedTuple):
    """A point in time in ISO 8601 as precise as it is given, and where it was taken from.

    ``value`` is None where the page tells none that can be read for certain; ``note`` says why.
    ``shown`` has the words of it where they were not in a place of their own.
    """

    value: str | None
    origin: str
    note: str | None = None
    shown: str | None = None


def moment_of(node: LexborNode, day_first: bool | None) -> Moment:
    """The time that an element tells: by ``datetime``, by ``title``, as an epoch, or in words.

    The attributes may be those of an element in it. ``day_first`` is the order of dates that are
    all numbers, None if not known.
    """
    given = node.attributes
    found = _of_attributes(given, day_first) if len(given) > 0 else None
    if found is not None:
        return found
    # Asking for elements costs more than looking at the first one.
    inside = node.first_child
    if inside is not None and inside.tag in _BARE and (given := inside.attributes):
        found = _of_attributes(given, day_first)
        if found is not None and found.value is not None and "T" in found.value:
            return found
    words = words_of(node)
    if inside is not None and (inside.next is not None or inside.tag != "-text"):
        for inner in node.css("time, [title], [data-time]"):
            found = _of_attributes(inner.attributes, day_first)
            if found is not None and found.value is not None:
                return _with_time(found, words)
    printed = read_printed(words, day_first)
    if printed is not None:
        return printed
    return Moment(None, "page text", f"“{words[:_LONGEST]}” is no date by itself")


def edit_moment(node: LexborNode) -> Moment:
    """The time that the mark of an edited post tells."""
    for inner in node.css("time, abbr, [data-time]"):
        found = _of_attributes(inner.attributes, None)
        if found is not None and found.value is not None:
            return found
    return moment_of(node, None)


def words_of(node: LexborNode) -> str:
    """The text of an element on one line."""
    return " ".join(node.text().split())


def read_printed(text: str, day_first: bool | None) -> Moment | None:
    """The first date in words that a board prints, with the time beside it; None without one."""
    if _DIGIT.search(text) is None:
        return None
    text = text[:_LONGEST]
    # Digits of any script count: int() reads them too.
    for found in _DATE.finditer(text):
        day, note, calendar = _day(found, day_first)
        if day is None and note is None:
            continue
        origin = "page text" if calendar is None else f"page text; {calendar} calendar"
        if day is None:
            return Moment(None, origin, note)
        return Moment(day + _time(text, found), origin)
    return None


def find_date_start(text: str) -> int | None:
    """Where the first date or time in words begins; None without one."""
    found = [match.start() for match in (_DATE.search(text), _TIME.search(text)) if match]
    return min(found, default=None)


def order_of(texts: Iterable[str]) -> bool | None:
    """Whether dates that are all numbers are day first, from those that can be read one way."""
    seen = set()
    for text in texts:
        for found in _DATE.finditer(text[:_LONGEST]):
            if found["a"] and found["mark"] != "." and len(found["a"]) < 3:
                first, second = int(found["a"]), int(found["b"])
                if (first > 12) != (second > 12):
                    seen.add(first > 12)
    return seen.pop() if len(seen) == 1 else None


def read_iso(text: str) -> str | None:
    """A date in ISO 8601, or such as differs from it by a space or a colon; else None."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    day, time, zone = found.groups()
    if not _is_day(day):
        return None
    if not time:
        return str(day)
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{time}{zone or ''}"


def read_epoch(text: str) -> str | None:
    """Seconds or milliseconds since 1970 as a point in time, UTC; None for what is no such."""
    if not text.isascii() or not text.isdigit() or not 8 <= len(text) <= 14:
        return None
    seconds = int(text)
    if seconds > _MILLISECONDS:
        seconds //= 1000
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None


def _of_attributes(given: Mapping[str, str | None], day_first: bool | None) -> Moment | None:
    for name in ("datetime", "content"):
        stated = given.get(name)
        if stated and (value := read_iso(stated)) is not None:
            return Moment(value, f"{name} attribute")
    title = given.get("title")
    if title:
        value = read_iso(title)
        if value is not None:
            return Moment(value, "title attribute")
        printed = read_printed(title, day_first)
        if printed is not None and printed.value is not None:
            return printed._replace(origin=printed.origin.replace("page text", "title attribute"))
    for name in ("data-time", "data-timestamp", "data-epoch"):
        epoch = given.get(name)
        if epoch and (value := read_epoch(epoch)) is not None:
            return Moment(value, "epoch attribute, UTC")
    return None


def _with_time(found: Moment, words: str) -> Moment:
    """A day that an attribute tells, with the time of day that stands beside it in words."""
    if found.value is None or "T" in found.value:
        return found
    time = _TIME.search(words)
    return found if time is None else found._replace(value=found.value + _clock(time))


def _day(found: re.Match[str], day_first: bool | None) -> tuple[str | None, str | None, str | None]:
    """The day in ISO 8601, why it is not known, and its calendar where that is not ours."""
    if found["a"]:
        return _of_numbers(found, day_first)
    word = found["month"] or found["month_first"]
    day = int(found["day"] or found["second"])
    year = int(found["year"] or found["third"])
    number = _months().get(word.lower())
    if number is not None:
        return _as_day(year, number, day), None, None
    number = _persian_months().get(word)
    if number is not None and year in _PERSIAN_YEARS:
        return _from_persian(year, number, day), None, "Persian"
    return None, None, None


def _of_numbers(
    found: re.Match[str], day_first: bool | None
) -> tuple[str | None, str | None, str | None]:
    first, second, third = found["a"], int(found["b"]), found["c"]
    if len(first) == 4:
        if int(first) in _PERSIAN_YEARS:
            return _from_persian(int(first), second, int(third)), None, "Persian"
        return _as_day(int(first), second, int(third)), None, None
    if len(third) not in (2, 4) or len(first) > 2:
        return None, None, None
    if found["mark"] != "." and len(third) == 2:
        return None, None, None
    year = int(third) if len(third) == 4 else 2000 + int(third)
    if year in _PERSIAN_YEARS:
        return _from_persian(year, second, int(first)), None, "Persian"
    if found["mark"] == ".":
        return _as_day(year, second, int(first)), None, None
    return _either_way(found[0], (int(first), second, year), day_first)


def _either_way(
    words: str, numbers: tuple[int, int, int], day_first: bool | None
) -> tuple[str | None, str | None, str | None]:
    first, second, year = numbers
    one, other = _as_day(year, second, first), _as_day(year, first, second)
    if one is None or other is None or one == other:
        return one or other, None, None
    if day_first is not None:
        return (one if day_first else other), None, None
    return None, f"{words} can be {one} or {other}", None


def _time(text: str, found: re.Match[str]) -> str:
    """The time of day that stands nearest to a date: after it, or else before it."""
    time = _TIME.search(text, found.end())
    if time is None:
        before = [*_TIME.finditer(text, 0, found.start())]
        time = before[-1] if before else None
    return _clock(time) if time is not None else ""


def _clock(time: re.Match[str]) -> str:
    hour, minute, second = int(time[1]), int(time[2]), int(time[3] or 0)
    if time[4] or time[5]:
        after = time[4] in ("P", "p") or (time[5] or "").startswith(_AFTER_NOON)
        hour = hour % 12 + (12 if after else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if time[3] else "")


def _as_day(year: int, month: int, day: int) -> str | None:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return text if _is_day(text) else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _from_persian(year: int, month: int, day: int) -> str | None:
    try:
        return str(JalaliDate(year, month, day).to_gregorian().isoformat())  # type: ignore[no-untyped-call]
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in rows("months")}


@cache
def _persian_months() -> dict[str, int]:
    return {name: int(number) for name, number in rows("persian_months")}
