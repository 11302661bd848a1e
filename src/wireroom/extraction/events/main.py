"""The happening that a document is mainly about."""

from bisect import bisect_right
from collections.abc import Mapping

from wireroom.extraction.events.causes import name_cause
from wireroom.extraction.events.culprits import name_actor
from wireroom.extraction.events.perpetrators import find_perpetrator
from wireroom.extraction.events.scenes import (
    division_of,
    event_sentences,
    find_place,
    is_sure,
)
from wireroom.extraction.events.tolls import count_killed
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, MainEvent
from wireroom.records.places import PlaceMention
from wireroom.text.folding import fold

# Set by hand while reading errors on the open FA-KES, CASE 2021 and PLOVER records, 2026-11:
# figures on those same records are therefore not figures on unseen text.
_LEDE = 4.0  # for the first sentence; falls with its number
_MENTION = 0.4
_MENTIONS = 6  # counted at most
_DEAD = 1.5
_TITLE = 0.8
_DEPTH = 1.6
_PROTEST_DEPTH = 0.7  # what meets a protest is told first, and is part of it
_VIOLENT = 1.0
_SHORT = 3  # sentences of a text that is about no more than it says first
_EARLY_ON = 4  # sentences
_ONE = 1  # sentence: what hangs on its main clause is not what it tells
_NOT_YET = 1.5  # taken off for what is planned or denied


def find_main_event(analysis: Analysis, document: Document) -> MainEvent | None:
    """The main event of one Document with its fields; None where it reports no event.

    It is chosen by where it first stands, how often it is mentioned, how many died, and what it
    shares with the title. Its dead are those that were counted in its own sentences.
    """
    if not analysis.events:
        return None
    title = set(fold(document.title or "").split())
    starts = [sentence.start for sentence in analysis.sentences]
    weights = [
        _weight(analysis, document, number, title, starts) for number in range(len(analysis.events))
    ]
    index = max(range(len(weights)), key=lambda number: (weights[number], -number))
    if _is_talk(analysis.events[index]) and len(starts) > _SHORT:
        deeds = [n for n in range(len(weights)) if _is_talked_of(analysis, n, starts)]
        index = max(deeds, key=lambda number: (weights[number], -number), default=index)
    event = analysis.events[index]
    place = find_place(analysis, document, event)
    cause = name_cause(analysis, document, event)
    return MainEvent(
        index,
        event.date,
        place,
        _region(analysis, document, event, place) if place is not None else None,
        find_perpetrator(analysis, document, event, cause)
        or name_actor(analysis, document, index, cause),
        cause,
        _killed(analysis, document, event),
    )


def _weight(
    analysis: Analysis, document: Document, number: int, title: set[str], starts: list[int]
) -> float:
    event = analysis.events[number]
    sentence = max(0, bisect_right(starts, event.trigger.start) - 1)
    depth = _PROTEST_DEPTH if event.type == "PROTEST" else _DEPTH
    weight = _LEDE / (1 + 0.5 * sentence) - depth * min(event.depth, 3)
    weight += _MENTION * min(len(event.mentions), _MENTIONS)
    weight += _TITLE * min(2, len(title & _words(document, event)))
    # A line or two tell what their main clause tells: "demanded that they admit the murders".
    told = event.depth == 0 or len(starts) > _ONE
    if event.type == "PROTEST" or told and event.type in ("ASSAULT", "CRIME"):
        weight += _VIOLENT
    deadly = _is_deadly(analysis, event)
    if told and deadly:
        weight += _DEAD
    if event.certainty == "denied" or (event.certainty == "planned" and not deadly):
        weight -= _NOT_YET
    return weight


def _is_deadly(analysis: Analysis, event: EventReport) -> bool:
    return any(analysis.quantities[i].role == "killed" for i in event.quantities)


def _is_talk(event: EventReport) -> bool:
    return event.type not in ("ASSAULT", "CRIME", "PROTEST", "COERCE")


def _is_talked_of(analysis: Analysis, number: int, starts: list[int]) -> bool:
    """Whether an event is a deed with a toll and a weapon that an article of talks is about: told
    early, or more than once. The dead of a whole war are counted without a weapon."""
    event = analysis.events[number]
    if event.type not in ("ASSAULT", "CRIME") or event.mode is None or event.certainty == "denied":
        return False
    early = bisect_right(starts, event.trigger.start) <= _EARLY_ON
    return _is_deadly(analysis, event) and (early or len(event.mentions) > 1)


def _words(document: Document, event: EventReport) -> set[str]:
    words = {word for span in event.mentions[:6] for word in fold(span.of(document.text)).split()}
    for one in (*event.actors[:3], *event.targets[:3]):
        words.update(fold(one.name).split()[-1:])
    return words


def _region(analysis: Analysis, document: Document, event: EventReport, place: int) -> str | None:
    """The first-order division that the place is in.

    A name that several places have, or none in just that spelling, may have been taken for the
    wrong one: a division of the same country that the text names beside it goes first. An area
    that the gazetteer has in no division is in the one that the text names with it.
    """
    chosen = analysis.places[place]
    own = division_of(chosen)
    if own is not None and (chosen.precision == "region" or is_sure(document, chosen)):
        return own
    sentences = [s for s in analysis.sentences if s.covers(chosen.span)] or [chosen.span]
    if own is None and _country(chosen) is not None:
        sentences += event_sentences(analysis, event)
    named = [
        division_of(other)
        for other in analysis.places
        if other.use == "name"
        and _country(other) == _country(chosen)
        and _names_division(other)
        and any(sentence.covers(other.span) for sentence in sentences)
    ]
    return named[0] if named and own not in named else own


def _names_division(place: PlaceMention) -> bool:
    """Whether a name is a division's, or a town's that its division is called after."""
    region = division_of(place)
    if region is None or place.entry is None:
        return False
    return place.precision == "region" or fold(region).startswith(fold(place.entry.name))


def _country(place: PlaceMention) -> str | None:
    return place.entry.country if place.entry is not None else None


def _killed(analysis: Analysis, document: Document, event: EventReport) -> Mapping[str, int]:
    return count_killed(analysis, document, event)
