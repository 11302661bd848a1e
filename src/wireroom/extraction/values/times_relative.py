"""Readings of what lies some way from the document's date, or from the day told of last."""

import re
from datetime import date

from wireroom.extraction.values import times_calendar as calendar
from wireroom.extraction.values.times_calendar import Anchor
from wireroom.extraction.values.times_match import (
    Match,
    Read,
    Situation,
    against,
    count_of,
    made,
    part_of_day,
    step_of,
    tense_of,
    unit_of,
    value_of,
)


def read_shift(match: Match, situation: Situation) -> Read:
    """ "last week", "this year", "the end of the month"."""
    step = int(match.argument) if match.argument else step_of(match, situation)
    unit = unit_of(match, situation)
    if step is None:
        return ()
    if unit.startswith("T"):  # "the last hour" is a length; "early in the second half" is no time
        return read_past(match, situation) if step < 0 else ()
    return _shifted(match, situation, step, unit)


def _shifted(match: Match, situation: Situation, count: float, unit: str) -> Read:
    value = moved_from(situation.anchor, count, unit)
    kind = "TIME" if unit.startswith("T") else "DATE"
    return made(match, kind, value, against(situation))


def moved_from(anchor: Anchor, count: float, unit: str) -> str:
    """The value ``count`` units from an anchor; a reference where the anchor is too coarse."""
    reference = "PRESENT_REF" if count == 0 else "PAST_REF" if count < 0 else "FUTURE_REF"
    if unit.startswith("T"):
        return reference
    if count != int(count):
        whole = {"Y": ("M", 12), "DE": ("Y", 10), "W": ("D", 7)}.get(unit)
        if whole is None:
            return reference
        unit, count = whole[0], round(count * whole[1])
    if anchor.day is not None:
        return calendar.moved(anchor.day, int(count), unit)
    if anchor.year is None:
        return reference
    if unit in ("Y", "DE", "CE"):
        return calendar.moved(date(anchor.year, 1, 1), int(count), unit)
    if unit == "M" and anchor.month is not None:
        return calendar.moved(date(anchor.year, anchor.month, 1), int(count), unit)
    return reference


def read_past(match: Match, situation: Situation) -> Read:
    """ "the past decade": a length of time up to now."""
    value = calendar.duration_value(1, unit_of(match, situation))
    return made(match, "DURATION", value, "a length of time up to now")


def read_narrative(match: Match, situation: Situation) -> Read:
    """ "the same day", "the following week": from the day told of last."""
    word = value_of(match, situation, "narrative") or match.argument
    if match.has("part"):
        return _narrative_part(match, situation, int(word or 0))
    unit, told = unit_of(match, situation), situation.previous
    if not word or unit.startswith("T"):
        return ()
    if told is None:
        if int(word):
            return _shifted(match, situation, int(word), unit)
        return made(match, "DATE", "XXXX-XX-XX", "it does not say from when")
    value = calendar.moved(told, int(word), unit)
    return made(match, "DATE", value, f"from the day told of last, {told.isoformat()}")


def _narrative_part(match: Match, situation: Situation, step: int) -> Read:
    """ "the same evening", "the night before", "the next morning"."""
    told, part = situation.previous, part_of_day(match, situation)
    if part is None:
        return ()
    if told is None:
        return made(match, "TIME", f"XXXX-XX-XXT{part}", "it does not say of which day")
    day = calendar.moved(told, step, "D")
    reason = f"from the day told of last, {told.isoformat()}"
    return made(match, "TIME", f"{day}T{part}", reason) if "_" not in day else ()


def read_weekend(match: Match, situation: Situation) -> Read:
    """ "the weekend": the last that has begun, or the next."""
    day = situation.anchor.day
    if day is None:
        return made(match, "DATE", "XXXX-WXX-WE", against(situation))
    begun = day.isoweekday() >= 6 or tense_of(match.span.start, situation) == "future"
    return made(match, "DATE", calendar.moved(day, 0 if begun else -1, "WE"), against(situation))


def read_ago(match: Match, situation: Situation) -> Read:
    """ "two days ago", "a year from now"."""
    count, known = count_of(match, situation)
    sign = int(match.argument or -1)
    if count is None:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return (
            made(match, "DATE", reference, "how long is not said")
            if known or not match.has("number")
            else ()
        )
    return _shifted(match, situation, sign * count, unit_of(match, situation))


def read_after(match: Match, situation: Situation) -> Read:
    """ "через пять дней": from now, but of what is past from the day told of last."""
    past = tense_of(match.span.start, situation) == "past"
    return read_later(match, situation) if past else read_ago(match, situation)


def read_later(match: Match, situation: Situation) -> Read:
    """From the day told of last; a length of time where none was told of."""
    count, known = count_of(match, situation)
    if not match.has("number"):
        count, known = 1, True  # "днём ранее"
    if not known:
        return ()
    unit = unit_of(match, situation)
    if count is None or situation.previous is None or unit.startswith("T") or count != int(count):
        return made(match, "DURATION", calendar.duration_value(count, unit), "from a time not told")
    day = calendar.moved(situation.previous, int(match.argument or 1) * int(count), unit)
    return made(match, "DATE", day, f"from the day told of last, {situation.previous.isoformat()}")


def read_phrase_shift(match: Match, situation: Situation) -> Read:
    """ "yesterday", "tomorrow"."""
    return _shifted(match, situation, *_argument(match.argument))


def read_phrase_part(match: Match, situation: Situation) -> Read:
    """ "last night", "this morning"."""
    shift, part = match.argument.split()
    day = moved_from(situation.anchor, *_argument(shift))
    if day.endswith("_REF"):
        day = "XXXX-XX-XX"
    return made(match, "TIME", f"{day}T{part}", against(situation))


def _argument(text: str) -> tuple[int, str]:
    found = re.fullmatch(r"([+-]?\d+)([A-Z]+)", text)
    return (int(found[1]), found[2]) if found else (0, "D")


def read_reference(match: Match, situation: Situation) -> Read:
    """ "now", "recently", "soon"."""
    return made(match, "DATE", match.argument, "says no more than when it lies from now")
