"""What stands at the heads of two articles in different languages, and what they have in common."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, get_args

from wireroom.linking.accounts import LEAD, TOWNS, Account
from wireroom.linking.agreement import (
    CLOSE_BY,
    compare_days,
    compare_numbers,
    give_other_days,
    kilometres,
    names_the_day,
)
from wireroom.linking.days import days_of
from wireroom.records.places import GazetteerEntry
from wireroom.records.spans import Span
from wireroom.text.meaning import likeness_in_meaning
from wireroom.text.transliteration import skeleton

MOST_DAYS = 2  # between publications, that count
FEWEST_CONSONANTS = 3  # of a name that is compared across alphabets
LONGEST_ENDING, FEWEST_BEFORE = 2, 4  # consonants that a case may add, and of the name before it
MIDDLE = 0.85  # the cosine at which meaning says neither yes nor no

_CAPITALISED = re.compile(r"[^\W\d_][^\W\d_]+")
_FIGURE = re.compile(r"(?<![\w.,])(\d{1,3}(?:[ ,\u00a0]\d{3})+|\d+)([.,]\d+)?(?![\w]|[.,]\d)")

Name = Literal[
    "meaning",
    "same place",
    "other place",
    "other country",
    "same figure",
    "same number",
    "other number",
    "names",
    "same type",
    "other type",
    "same day",
    "other day",
    "days between",
]
NAMES: tuple[Name, ...] = get_args(Name)
FOR: frozenset[Name] = frozenset({"same place", "same figure", "same number", "names", "same day"})
AGAINST: frozenset[Name] = frozenset({"other place", "other country", "other number", "other day"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for or against, how strongly, and in words.

    ``meaning`` is the cosine above ``MIDDLE``, ``names`` the share
    of the names that are alike, ``days between`` those between publications, up to two; the others
    are 1.
    """

    name: Name
    value: float
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """``places`` by their number in the gazetteer, else their name, without countries; ``figures``
    are all numbers of something, and those in digits that are of no date; ``names`` the consonants
    of words with a capital; ``day`` is that of publication, as an ordinal."""

    text: str
    places: Mapping[str, GazetteerEntry]
    countries: frozenset[str]
    figures: frozenset[float]
    names: frozenset[str]
    day: int | None


def head_of(account: Account) -> Head:
    """Of the article that a report leads: its headline and first 300 characters; and its place."""
    document, passage = account.analysed.document, account.voice.passage
    analysis, end = account.analysed.analysis, passage.start + LEAD
    start = document.text[passage.start : min(passage.end, end)]
    title = document.title or ""
    named = [
        place
        for place in analysis.places
        if passage.start <= place.start < end and place.use == "name"
    ]
    found = [place.entry for place in (account.place, *named) if place and place.entry]
    days = days_of((passage.published or document.published or "")[:10])
    text = start if start.startswith(title) else f"{title}. {start}"
    told = (each.value for each in analysis.quantities if passage.start <= each.start < end)
    dates = [each.span.moved(-passage.start) for each in analysis.dates if each.start < end]
    return Head(
        text=text,
        places={
            str(entry.geonameid or entry.name): entry
            for entry in found
            if entry.precision != "country"
        },
        countries=frozenset(entry.country for entry in found if entry.country),
        figures=frozenset((*told, *_figures(title, ()), *_figures(start, dates))),
        names=_names(text),
        day=days.first if days else None,
    )


def _figures(text: str, dates: Sequence[Span]) -> Iterable[float]:
    """The numbers in digits, but for those in dates."""
    for found in _FIGURE.finditer(text):
        if not any(date.overlaps(Span(*found.span())) for date in dates):
            whole = re.sub(r"\D", "", found.group(1))
            yield float(whole + (found.group(2) or "").replace(",", "."))


def _names(text: str) -> frozenset[str]:
    words = (found.group() for found in _CAPITALISED.finditer(text))
    bare = (skeleton(word) for word in words if word[0].isupper())
    return frozenset(each for each in bare if len(each) >= FEWEST_CONSONANTS)


def _alike_by_sound(mine: frozenset[str], theirs: frozenset[str]) -> int:
    """How many names of the one are names of the other, too, whatever their cases."""
    return min(
        sum(any(_is_form(one, other) for other in theirs) for one in mine),
        sum(any(_is_form(one, other) for other in mine) for one in theirs),
    )


def _is_form(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    ending = len(long) - len(short)
    return len(short) >= FEWEST_BEFORE and ending <= LONGEST_ENDING and long.startswith(short)


def signs_across(one: Account, other: Account) -> list[Sign]:
    """All that two articles in different languages have for and against being of one event.

    Meaning proposes and the others confirm: where a place, a number or a day speaks against, or
    no place, number, name or day speaks for it, likeness in meaning counts for nothing, and
    unlikeness still does.
    """
    mine, theirs = head_of(one), head_of(other)
    found = list(_signs(one, other, mine, theirs))
    meaning = likeness_in_meaning(mine.text, theirs.text)
    if meaning is not None:
        value = meaning - MIDDLE
        names = {sign.name for sign in found}
        if names & AGAINST or not names & FOR:
            value = min(value, 0.0)
        found.append(Sign("meaning", value, "alike in meaning" if value > 0 else ""))
    return found


def _signs(one: Account, other: Account, mine: Head, theirs: Head) -> Iterable[Sign]:
    yield from _of_places(mine, theirs)
    numbers = compare_numbers(one, other)
    if numbers.found == "same":
        yield Sign("same number", 1.0, numbers.reason)
    elif numbers.found == "other":
        yield Sign("other number", 1.0, numbers.reason)
    if shared := sorted(mine.figures & theirs.figures):
        yield Sign("same figure", 1.0, f"both say {shared[-1]:g}")
    if names := _alike_by_sound(mine.names, theirs.names):
        alike = "one name" if names == 1 else f"{names} names"
        share = min(1.0, names / sqrt(len(mine.names) * len(theirs.names)))
        yield Sign("names", share, f"{alike} alike by the consonants")
    if one.type and other.type:
        yield Sign("same type" if one.type == other.type else "other type", 1.0)
    yield from _of_days(one, other, mine, theirs)


def _of_places(mine: Head, theirs: Head) -> Iterable[Sign]:
    if mine.places and theirs.places:
        if shared := sorted(mine.places.keys() & theirs.places.keys()):
            yield Sign("same place", 1.0, f"both in {mine.places[shared[0]].name}")
        elif close := _close_by(mine, theirs):
            yield Sign("same place", 1.0, close)
        elif not _in_one_division(mine, theirs):
            one, other = (head.places[min(head.places)].name for head in (mine, theirs))
            yield Sign("other place", 1.0, f"{one} against {other}")
    elif mine.countries and theirs.countries and not mine.countries & theirs.countries:
        yield Sign("other country", 1.0, "other countries")


def _close_by(mine: Head, theirs: Head) -> str:
    for _, one in sorted(mine.places.items()):
        for _, other in sorted(theirs.places.items()):
            towns = one.precision in TOWNS and other.precision in TOWNS
            if towns and kilometres(one, other) <= CLOSE_BY:
                return f"{one.name} and {other.name} lie close together"
    return ""


def _in_one_division(mine: Head, theirs: Head) -> bool:
    """Whether a place of each lies in one province, so that the one may lie in the other."""
    first = {(each.country, each.admin1) for each in mine.places.values() if each.admin1}
    return any((each.country, each.admin1) in first for each in theirs.places.values())


def _of_days(one: Account, other: Account, mine: Head, theirs: Head) -> Iterable[Sign]:
    if give_other_days(one, other):
        yield Sign("other day", 1.0, "other days")
    elif compare_days(one, other).found == "same" or names_the_day(one, other):
        yield Sign("same day", 1.0, "the same day")
    if mine.day is not None and theirs.day is not None:
        yield Sign("days between", float(min(MOST_DAYS, abs(mine.day - theirs.day))))
