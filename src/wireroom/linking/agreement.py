"""Whether two reports agree on where, when and how many; nothing about what that is worth."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from wireroom.linking.accounts import TOWNS, Account
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.text.folding import fold

CLOSE_BY = 30.0  # kilometres between two names of what may be one place
STEM = 5  # letters by which forms of one town's name are held together
EARTH_RADIUS = 6371.0  # kilometres
FEWEST_OF_A_FORM = 3  # words of two headlines beside their towns
FEW_DAYS, WEEK, MONTH = 3, 7, 31  # days apart; a date that a machine found may be a few days off

Where = Literal["same", "region", "other", "unknown"]
When = Literal["same", "few days", "week", "month", "far", "unknown"]
HowMany = Literal["same", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Places:
    """``region`` where the one may lie in the other."""

    found: Where
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """How far apart; ``unknown`` where one of the two gives no day of its own."""

    found: When
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of the first role, in alphabetical order, that says anything."""

    found: HowMany
    reason: str = ""


def compare_places(one: PlaceMention | None, other: PlaceMention | None) -> Places:
    """By name, then by what the gazetteer knows. A country holds too much to say anything."""
    if one is None or other is None:
        return Places("unknown")
    if one.name == other.name or fold(one.name) == fold(other.name):
        return Places("same", f"both in {one.name}")
    if one.entry is None or other.entry is None:
        return Places("unknown")
    return _compare_entries(one.entry, other.entry)


def _compare_entries(one: GazetteerEntry, other: GazetteerEntry) -> Places:
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return Places("same", f"both in {one.name}")
    if "country" in (one.precision, other.precision):
        return Places("unknown")
    if one.precision not in TOWNS or other.precision not in TOWNS:
        held = one.country == other.country and one.admin1 and one.admin1 == other.admin1
        return Places("region", f"both in {one.admin1}") if held else Places("unknown")
    if kilometres(one, other) <= CLOSE_BY:
        return Places("same", f"{one.name} and {other.name} lie close together")
    return Places("other", f"{one.name} against {other.name}")


def kilometres(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """Great-circle distance by the haversine formula."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half)))


def compare_days(one: Account, other: Account) -> Time:
    """By the days that the reports give; of publication only where it is a month or more apart."""
    if one.days is None or other.days is None:
        return Time("unknown")
    apart = one.days.apart(other.days)
    if not (one.is_dated and other.is_dated):
        far = apart > MONTH
        return Time("month", f"reported {apart} days apart") if far else Time("unknown")
    if apart == 0:
        return Time("same", "the same day")
    said = f"{apart} days apart"
    if apart <= FEW_DAYS:
        return Time("few days", said)
    if apart <= WEEK:
        return Time("week", said)
    return Time("month" if apart <= MONTH else "far", said)


def give_other_days(one: Account, other: Account) -> bool:
    """Whether each gives one day of its own, and not the same."""
    if one.days is None or other.days is None or not (one.is_dated and other.is_dated):
        return False
    return one.days.length == other.days.length == 1 and one.days != other.days


def names_the_day(one: Account, other: Account) -> bool:
    """Whether the first names a day on which the event of the second may have been."""
    days = other.days
    if days is None or days.length > FEW_DAYS:
        return False
    return any(day in one.voice.named_days for day in range(days.first, days.last + 1))


def name_other_days(one: Account, other: Account) -> bool:
    """Whether each names one day of the year at its start, and not the same."""
    mine, theirs = one.voice.calendar_days, other.voice.calendar_days
    return len(mine) == len(theirs) == 1 and mine != theirs


def headlines_name_other_days(one: Account, other: Account) -> bool:
    """Whether each headline names the day that its text names, and not the same: the weather of
    the 8th and of the 18th. Only the day of the month is looked for, beside other words."""
    return name_other_days(one, other) and all(
        {str(int(day[-2:])) for day in account.voice.calendar_days}
        <= set(fold(account.title).replace(",", " ").split())
        for account in (one, other)
    )


def headlines_name_other_towns(one: Account, other: Account) -> bool:
    """Whether each headline has the place of its report, where these are two towns."""
    if compare_places(one.place, other.place).found != "other":
        return False
    return all(_has_place(account) for account in (one, other))


def headlines_fill_one_form(one: Account, other: Account) -> bool:
    """Whether the headlines are one but for their towns, which are two: "Weather in Westmark on 7
    May" and "Weather in Grey Point on 7 May"."""
    if not headlines_name_other_towns(one, other):
        return False
    mine, theirs = (_without_place(account) for account in (one, other))
    return len(mine) >= FEWEST_OF_A_FORM and mine == theirs


def _without_place(account: Account) -> list[str]:
    """The words of the headline but for those of the place, folded."""
    place, text = account.place, account.analysed.document.text
    named = fold(text[place.start : place.end]).split() if place else []
    stems = tuple(word[:STEM] for word in named)
    return [word for word in fold(account.title).split() if not word.startswith(stems)]


def _has_place(account: Account) -> bool:
    place, text = account.place, account.analysed.document.text
    stem = fold(text[place.start : place.end])[:STEM].strip() if place else ""
    return bool(stem) and any(word.startswith(stem) for word in fold(account.title).split())


def compare_numbers(one: Account, other: Account) -> Numbers:
    """The same range, or ranges that do not meet; "at least 12" and "15" say nothing."""
    mine, theirs = one.numbers or {}, other.numbers or {}
    for role in sorted(mine.keys() & theirs.keys()):
        (low, high), (from_, to) = mine[role], theirs[role]
        if (low, high) == (from_, to):
            return Numbers("same", f"the same number {role}")
        if high < from_ or to < low:
            return Numbers("other", f"other numbers {role}")
    return Numbers("unknown")
