"""Which happenings are reported, where the model is heard, and the day where none is told."""

from collections.abc import Sequence
from dataclasses import replace

from wireroom.extraction.events.circumstances import Setting, calendar_part
from wireroom.extraction.events.happenings import Happening, is_bare
from wireroom.extraction.events.mentions import Mention
from wireroom.records.events import Certainty, EventReport

# The least chance of a particular attack that the model has to see in some mention; less where the
# text opens with it, and hardly any where the text is a headline or a few lines. Set on MUC-4's
# development part and the open part of FA-KES, 2026-11: figures on those parts are a little
# flattered.
_LEAST, _LEAST_OPENING, _LEAST_SHORT = 0.65, 0.3, 0.04
_OPENING = 1  # sentences after the first
SHORT = 3  # sentences
_TOLD: tuple[Certainty, ...] = ("asserted", "reported", "alleged")


def is_general(happening: Happening, sentences: int) -> bool:
    """Spoken of in general, by what the model makes of all its mentions: "the attacks of rebels".
    ``sentences`` is how many the passage has.

    Never where somebody was counted: of wars the model was taught little.
    """
    chances = [one.incident for one in happening.mentions]
    if happening.counted or not all(chance is not None for chance in chances):
        return False
    opens = happening.mentions[0].sentence <= _OPENING
    least = _LEAST_OPENING if opens else _LEAST
    if sentences <= SHORT:
        least = _LEAST_SHORT
    return max(chance or 0.0 for chance in chances) < least


_OF_WAR = frozenset({"aerial", "chemical", "heavy-weapons", "drone", "suicide-attack"})


def tells_of_war(mentions: Sequence[Mention]) -> bool:
    """Whether a passage tells of a war fought from the air or with heavy weapons, of which those
    who taught the model told it nothing."""
    return any(
        one.mode in _OF_WAR or any(actor.kind == "vehicle" for actor in one.participants.actors)
        for one in mentions
        if one.incident is not None
    )


_NOW = ("PRESENT_REF", "FUTURE_REF")


def dated(report: EventReport, happening: Happening, setting: Setting) -> EventReport:
    """News that tells no time is of the day of its publication, or of before.

    A time that is told and is no day ("last weekend", "in the 1990s") leaves the day unknown.
    """
    day = calendar_part(setting.values.published or "")
    if report.date is not None or report.certainty not in _TOLD:
        return report
    if any(_tells_a_vague_time(one.sentence, setting) for one in happening.mentions):
        return report
    if day is None or len(day) < len("2021-03-05"):
        return report
    reason = report.reason + "; no time is told: the day of publication"
    return replace(report, date=day, day_told=False, reason=reason)


def _tells_a_vague_time(sentence: int, setting: Setting) -> bool:
    times = [setting.values.dates[index] for index, _ in setting.dates.get(sentence, ())]
    return any(
        one.type == "DATE" and one.value not in _NOW and calendar_part(one.value) is None
        for one in times
    )


def is_idle(happening: Happening) -> bool:
    """Nothing tells it from others of its kind: no participant, number, place or day of its own."""
    if all(mention.vague for mention in happening.mentions):
        return True
    return all(
        one.trigger.noun
        and one.sentence > 1
        and not one.attached
        and is_bare(one)
        and one.date is None
        and not one.participants.instruments
        for one in happening.mentions
    )
