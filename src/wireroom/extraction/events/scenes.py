"""Where a document's main event was: a choice among the divisions whose places the text names.

A place is chosen by what all mentions of its first-order division say together, so that a
neighbourhood that the gazetteer does not know as that city's is outvoted by the city.
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span
from wireroom.text.folding import fold

# eval/main_event.md: a conditional logit, trained on one half of FA-KES by eval/train_main.py.
WEIGHTS: Mapping[str, float] = {
    "at": 1.13,
    "at told": 0.52,
    "counted": 0.45,
    "early": 1.15,
    "from": -1.04,
    "home": 2.30,
    "often": 0.29,
    "often told": 0.49,
    "region": -0.39,
    "titled": 1.46,
    "undivided": -1.68,
}

Division = tuple[str | None, str]
_MENTIONS = 8  # of the event, whose sentences are read
_BEFORE = re.compile(
    r"(\w+)\s+(?:(?:the|central|rural|(?:north|south)?(?:east|west|north|south)(?:ern)?)\s+)*$",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:(?:north|south)?-?(?:east|west|north|south)|outskirts|suburbs?|city|town|village"
    r"|province|governorate|district|neighbou?rhood|area|countryside|parts?)\s+of\s+(?:the\s+)?$",
    re.I,
)
_AT = frozenset({"in", "near", "at", "outside", "on", "around", "inside", "в", "во", "под", "близ"})
_FROM = frozenset({"from", "to", "toward", "towards", "and", "of", "из", "от", "к"})
_NEAR = 40  # characters before a name that are read
_CLOSE = 80  # characters


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is read once for all the places."""

    analysis: Analysis
    document: Document
    event: EventReport
    told: tuple[Span, ...]  # the event's sentences, in order
    counted: tuple[Span, ...]  # those that count its dead
    title: frozenset[str]
    countries: Counter[str | None]
    most: int


def find_place(analysis: Analysis, document: Document, event: EventReport) -> int | None:
    """Index of the place; None where the text names none and the event has none.

    Only what the gazetteer knows and what is finer than a country is chosen from; without any,
    the event's own place.
    """
    fine = fine_places(analysis)
    if not fine:
        return event.place
    rows = divisions(analysis, document, event, fine)
    best = max(rows, key=lambda key: weigh(rows[key][1]))
    members = rows[best][0]
    scene = _scene(analysis, document, event)
    chosen = max(members, key=lambda index: (_finest(scene, index), -index))
    place = analysis.places[chosen]
    told = any(sentence.covers(place.span) for sentence in scene.told)
    if told or scene.countries[_country(place)] == scene.most:
        return chosen
    # Named in passing, and abroad: the country that the text is about is all that is known.
    home = (i for i, x in enumerate(analysis.places) if scene.countries[_country(x)] == scene.most)
    return event.place if event.place is not None else next(home, chosen)


def fine_places(analysis: Analysis) -> list[int]:
    """The indexes of the names of known places that are finer than a country."""
    return [
        index
        for index, place in enumerate(analysis.places)
        if place.use == "name" and place.precision != "country" and place.entry is not None
    ]


def weigh(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())


def divisions(
    analysis: Analysis, document: Document, event: EventReport, fine: Sequence[int]
) -> dict[Division, tuple[list[int], dict[str, float]]]:
    """The divisions that the places lie in: which of the places do, and the features."""
    scene = _scene(analysis, document, event)
    groups: dict[Division, list[int]] = defaultdict(list)
    for index in fine:
        place = analysis.places[index]
        groups[_country(place), division_of(place) or f"={place.name}"].append(index)
    order = {index: rank for rank, index in enumerate(fine)}
    return {
        key: (members, _features(scene, key, members, order)) for key, members in groups.items()
    }


def division_of(place: PlaceMention) -> str | None:
    """The first-order division that the gazetteer has the place in."""
    if place.entry is None or place.precision == "country":
        return None
    own = place.entry.name if place.precision == "region" and place.entry.country else None
    return place.entry.admin1 or (own if place.entry.admin1 else None)


def is_sure(document: Document, place: PlaceMention) -> bool:
    """Whether a name has one candidate, and is written as that is."""
    words = fold(place.span.of(document.text))
    return (
        len(place.candidates) == 1 and place.entry is not None and words == fold(place.entry.name)
    )


def event_sentences(analysis: Analysis, event: EventReport) -> list[Span]:
    """The sentences that mention the event, the first few."""
    starts = [sentence.start for sentence in analysis.sentences]
    numbers = {max(0, bisect_right(starts, s.start) - 1) for s in event.mentions[:_MENTIONS]}
    return [analysis.sentences[number] for number in sorted(numbers) if starts]


def _scene(analysis: Analysis, document: Document, event: EventReport) -> _Scene:
    told = tuple(event_sentences(analysis, event))
    dead = [analysis.quantities[i] for i in event.quantities]
    counted = [s for s in told if any(x.role == "killed" and s.covers(x.span) for x in dead)]
    countries = Counter(_country(place) for place in analysis.places)
    title = frozenset(fold(document.title or "").split())
    most = max(countries.values(), default=0)
    return _Scene(analysis, document, event, told, tuple(counted), title, countries, most)


def _features(
    scene: _Scene, key: Division, members: Sequence[int], order: Mapping[int, int]
) -> dict[str, float]:
    places = [scene.analysis.places[index] for index in members]
    told = [_rank(scene.told, place) is not None for place in places]
    befores = [_preposition(scene.document, place) for place in places]
    at = [word in _AT for word in befores]
    return {
        "often told": math.log1p(sum(told)),
        "early": 1 / (1 + min(order[index] for index in members)),
        "often": math.log(len(places)),
        "home": scene.countries[key[0]] / max(scene.most, 1),
        "undivided": float(key[1].startswith("=")),
        "titled": float(any(_is_titled(scene, place) for place in places)),
        "region": float(any(place.precision == "region" for place in places)),
        "counted": float(any(_rank(scene.counted, place) is not None for place in places)),
        "at": float(any(at)),
        "at told": float(any(one and other for one, other in zip(at, told, strict=True))),
        "from": float(all(word in _FROM for word in befores)),
    }


def _rank(sentences: Sequence[Span], place: PlaceMention) -> int | None:
    return next((n for n, s in enumerate(sentences) if s.covers(place.span)), None)


def _preposition(document: Document, place: PlaceMention) -> str:
    before = document.text[max(0, place.start - _NEAR) : place.start]
    if _BESIDE.search(before):
        return "in"  # "west of Port Selm"
    found = _BEFORE.search(before)
    return found.group(1).lower() if found else ""


def _closeness(scene: _Scene, place: PlaceMention) -> float:
    """How near it stands to a mention of the event in the same sentence: 1 beside it, 0 far."""
    best = 0.0
    for sentence in scene.told:
        if sentence.covers(place.span):
            gaps = [
                max(place.start - span.end, span.start - place.end, 0)
                for span in scene.event.mentions[:_MENTIONS]
                if sentence.covers(span)
            ]
            best = max(best, math.exp(-min(gaps, default=10 * _CLOSE) / _CLOSE))
    return best


def _is_known(document: Document, place: PlaceMention) -> bool:
    """Whether the name is written as the gazetteer has it, or as its division is called."""
    words = fold(place.span.of(document.text))
    entry = place.entry
    if entry is None:
        return False
    return words == fold(entry.name) or fold(entry.admin1 or "").startswith(words)


def _is_titled(scene: _Scene, place: PlaceMention) -> bool:
    words = set(fold(place.span.of(scene.document.text)).split())
    return bool(words) and words <= scene.title


def _finest(scene: _Scene, index: int) -> float:
    """Which mention stands for the division: the event's own, in its sentences, early, fine."""
    place = scene.analysis.places[index]
    rank = _rank(scene.told, place)
    score = 1.0 * (index == scene.event.place) + (1.5 / (1 + 0.5 * rank) if rank is not None else 0)
    score += 0.5 * _is_titled(scene, place) + 0.5 * _is_known(scene.document, place)
    return score + 0.4 * _closeness(scene, place)


def _country(place: PlaceMention) -> str | None:
    return place.entry.country if place.entry is not None else None
