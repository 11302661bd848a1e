"""Readings of lengths of time, and of what comes again and again."""

from wireroom.extraction.values import times_calendar as calendar
from wireroom.extraction.values.times_match import (
    Match,
    Read,
    Situation,
    count_of,
    made,
    part_of_day,
    unit_of,
    value_of,
)
from wireroom.records.spans import Span


def read_duration(match: Match, situation: Situation) -> Read:
    """ "three days"; a set where it is a rate ("15 a year")."""
    count, known = count_of(match, situation)
    if not known:
        return ()
    value = calendar.duration_value(count, unit_of(match, situation))
    article = situation.grammar.numerals.is_article(match.parts["number"].casefold())
    if article and _is_rate(situation):
        return made(match, "SET", value, "again and again")
    return made(match, "DURATION", value, "a length of time")


def _is_rate(situation: Situation) -> bool:
    """Whether "a year" follows a number or what it counts: "15 a year", "twice a week"."""
    before, grammar = situation.before, situation.grammar
    return before[-1:].isdigit() or before in grammar.values.get("FREQUENCY", {})


def read_span(match: Match, situation: Situation) -> Read:
    """ "the last two weeks": as a length of time, which lies at the document's date."""
    return read_duration(match, situation)


def read_half(match: Match, situation: Situation) -> Read:
    """ "half an hour"."""
    unit = unit_of(match, situation)
    smaller = {
        "TH": (30, "TM"),
        "TM": (30, "TS"),
        "D": (12, "TH"),
        "Y": (6, "M"),
        "DE": (5, "Y"),
        "CE": (50, "Y"),
    }
    count, unit = smaller.get(unit, (0.5, unit))
    return made(match, "DURATION", calendar.duration_value(count, unit), "half of the length")


def read_bare(match: Match, situation: Situation) -> Read:
    """ "for years", "in minutes": how long is not said."""
    if situation.before not in situation.grammar.values.get("LASTING", {}):
        return ()
    value = calendar.duration_value(None, unit_of(match, situation))
    return made(match, "DURATION", value, "how long is not said")


def read_durations(match: Match, situation: Situation) -> Read:
    """ "60 to 90 days": the shortest and the longest, each under its own words."""
    first, second = count_of(match, situation)[0], count_of(match, situation, "number2")[0]
    if first is None or second is None or first >= second:
        return ()
    unit, where = unit_of(match, situation), match.where
    right = Span(where["number2"].start, match.span.end)
    return made(
        match, "DURATION", calendar.duration_value(first, unit), "at least", where["number"]
    ) + made(match, "DURATION", calendar.duration_value(second, unit), "at most", right)


def read_set(match: Match, situation: Situation) -> Read:
    """ "every Friday", "each week"."""
    weekday = value_of(match, situation, "weekday")
    if weekday:
        return made(match, "SET", f"XXXX-WXX-{weekday}", "again and again")
    part = part_of_day(match, situation)
    if part:
        return made(match, "SET", f"XXXX-XX-XXT{part}", "again and again")
    count, known = count_of(match, situation)
    if match.has("number") and not known:
        return ()
    value = calendar.duration_value(count if match.has("number") else 1, unit_of(match, situation))
    return made(match, "SET", value, "again and again")


def read_phrase_set(match: Match, situation: Situation) -> Read:
    """ "daily", "annually"."""
    return made(match, "SET", match.argument, "again and again")


def read_phrase_duration(match: Match, situation: Situation) -> Read:
    """A length of time in fixed words."""
    return made(match, "DURATION", match.argument, "a length of time")
