"""A match of a template, what it is read with, and what its words mean."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from wireroom.extraction.values.times_calendar import Anchor, Tense
from wireroom.extraction.values.times_clock import clock_value
from wireroom.extraction.values.times_grammar import Grammar
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression
from wireroom.text.words import word_key

_JOINERS = re.compile(r"[\s\u200c-]+")
_PIVOT = 30  # two-digit years up to this many are of this century


@dataclass(frozen=True, slots=True)
class Situation:
    """What one match is read with.

    ``before`` is the lower-cased word before it, ``after`` the one after it; ``previous`` the last
    day that was told of; ``day_first`` whether 3/4/2019 is in April, None where it cannot be told.
    """

    grammar: Grammar
    anchor: Anchor
    tense: Callable[[int], Tense]
    before: str = ""
    after: str = ""
    previous: date | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the text with the words that its template names."""

    span: Span
    parts: Mapping[str, str]
    argument: str
    where: Mapping[str, Span]

    def has(self, name: str) -> bool:
        return name in self.parts

    def number(self, name: str) -> int | None:
        digits = re.match(r"\d+", self.parts.get(name, ""))
        return int(digits[0]) if digits else None


Read = tuple[TimeExpression, ...]
Reading = Callable[[Match, Situation], Read]


def made(match: Match, kind: str, value: str | None, reason: str, span: Span | None = None) -> Read:
    if not value:
        return ()
    start, end = span or match.span
    if kind == "DATE":
        return (TimeExpression(start, end, "DATE", value, reason),)
    if kind == "TIME":
        return (TimeExpression(start, end, "TIME", value, reason),)
    if kind == "SET":
        return (TimeExpression(start, end, "SET", value, reason),)
    return (TimeExpression(start, end, "DURATION", value, reason),)


def value_of(match: Match, situation: Situation, name: str) -> str | None:
    """The value of the word of a class, None where the match has none of that class."""
    if not match.has(name):
        return None
    words = situation.grammar.values.get(name.upper().rstrip("2"), {})
    written = match.parts[name].rstrip(".")
    return words.get(word_key(written)) or words.get(word_key(_JOINERS.sub(" ", written).strip()))


def unit_of(match: Match, situation: Situation) -> str:
    return value_of(match, situation, "unit") or "D"


def count_of(match: Match, situation: Situation, name: str = "number") -> tuple[float | None, bool]:
    """The number of a match; (None, True) where it is there and vague, (None, False) without."""
    if not match.has(name):
        return None, False
    words = " ".join(match.parts[name].split())
    if situation.grammar.numerals.is_article(words.casefold()):
        return (1, True) if unit_of(match, situation) not in ("TS", "Q") else (None, False)
    if situation.grammar.numerals.is_vague(words.casefold()):
        return None, True
    found = situation.grammar.numerals.read(words)
    if found is None or found.ordinal:
        return None, False
    return (None, True) if found.vague else (found.value, True)


def step_of(match: Match, situation: Situation) -> int | None:
    word = value_of(match, situation, "shift")
    return None if word is None else int(word)


def against(situation: Situation, lead: str = "") -> str:
    """What an expression was read against; ``lead`` says which of several days it is taken for."""
    anchor = situation.anchor
    unknown = "the document's date is not known"
    if anchor.day is None and anchor.year is None:
        return f"{lead}; {unknown}" if lead else unknown
    if anchor.day is not None and anchor.nearby:
        known = f"{anchor.day.isoformat()}, the latest day known before it"
    else:
        date = anchor.day.isoformat() if anchor.day else f"{anchor.year:04d}"
        known = f"the document's date, {date}"
    return f"{lead}, read against {known}" if lead else f"read against {known}"


def part_of_day(match: Match, situation: Situation) -> str | None:
    return value_of(match, situation, "part")


def timed(match: Match, situation: Situation, day: str | None, reason: str) -> Read:
    """A day, with the clock or the part of the day that stands beside it."""
    if day is None:
        return ()
    if match.has("clock"):
        clock = clock_value(match.parts["clock"], situation.grammar.values.get("ZONE", {}))
        return made(match, "TIME", f"{day}T{clock}", reason) if clock else ()
    part = part_of_day(match, situation)
    return (
        made(match, "TIME", f"{day}T{part}", reason) if part else made(match, "DATE", day, reason)
    )


def year_of(match: Match) -> int | None:
    if match.has("yy"):
        short = int(match.parts["yy"])
        return (2000 if short <= _PIVOT else 1900) + short
    return match.number("year")


def month_of(match: Match, situation: Situation) -> int | None:
    known = value_of(match, situation, "month")
    return int(known) if known else match.number("monthnumber")


def tense_of(offset: int, situation: Situation) -> Tense:
    """The tense of the clause; after "until" and "by", what is not past is to come."""
    tense = situation.tense(offset)
    deadline = situation.before in situation.grammar.values.get("DEADLINE", {})
    return "future" if deadline and tense != "past" else tense


def lean_of(match: Match, situation: Situation, step: int | None) -> Tense:
    if step is not None and step != 0:
        return "past" if step < 0 else "future"
    return tense_of(match.span.start, situation)
