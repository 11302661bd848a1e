"""Places: found in a text, and found on the map."""

import re
from collections.abc import Sequence

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_spelling import place_key
from wireroom.extraction.values.places_found import FoundName
from wireroom.extraction.values.places_recognition import recognise
from wireroom.extraction.values.places_resolution import (
    INSIDE,
    INSIDE_IN,
    Link,
    Resolution,
    resolve,
)
from wireroom.extraction.values.places_vouching import Voucher
from wireroom.records.annotations import AnnotatedText
from wireroom.records.places import PlaceMention, Precision

_WITHIN = re.compile(r",\s?\(?|,? of | in |\s?\(|, in ")
_FOLLOWING = re.compile(r"[ -]((\w+)(?: \w+)?)")
_PRECEDING = re.compile(r"(\w+) of (?:the )?$|(\w+) $")
_RUSSIAN_CASE = re.compile(r"(?:ами|ями|ах|ях|ом|ем|ов|ой|ей|[аеиоуюя])$")
_NEAR = 28  # characters


def find_places(annotated: AnnotatedText, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that the passage names, in order, none overlapping another.

    Spans leave out "the" and "'s". ``name`` is the gazetteer's name of the chosen place, or the
    words themselves. A place that the gazetteer does not know has no candidates and the precision
    "town", which says nothing. One name means one place in the whole passage.
    """
    names = recognise(annotated, gazetteer)
    resolutions = _resolved(annotated, names, gazetteer)
    around = [resolution.candidates[0] for resolution in resolutions if resolution.candidates]
    more = list(Voucher(annotated, gazetteer, names, around).vouched())
    if more:
        names = sorted([*names, *more], key=lambda name: name.span)
        resolutions = _resolved(annotated, names, gazetteer)
    return tuple(
        _mention(annotated.text, name, resolution)
        for name, resolution in zip(names, resolutions, strict=True)
    )


def _resolved(
    annotated: AnnotatedText, names: Sequence[FoundName], gazetteer: Gazetteer
) -> list[Resolution]:
    types = _types(annotated, names, gazetteer)
    return resolve(names, types, _links(annotated, names), gazetteer)


def _mention(text: str, name: FoundName, resolution: Resolution) -> PlaceMention:
    chosen = resolution.candidates[0] if resolution.candidates else None
    return PlaceMention(
        name.span.start,
        name.span.end,
        chosen.name if chosen else " ".join(name.span.of(text).split()),
        name.use,
        chosen.precision if chosen else "town",
        resolution.candidates,
        f"{name.why}; {resolution.why}",
    )


def _links(annotated: AnnotatedText, names: Sequence[FoundName]) -> list[Link]:
    """Names that follow one another as "Paris, Texas", "Paris (Texas)" or "Paris in Texas" do."""
    links = []
    for index, (inner, outer) in enumerate(zip(names, names[1:], strict=False)):
        gap = annotated.text[inner.span.end : outer.span.start]
        if len(gap) <= 6 and inner.use == outer.use == "name" and _WITHIN.fullmatch(gap):
            close = gap.startswith(",") or "(" in gap
            links.append(Link(index, index + 1, INSIDE if close else INSIDE_IN))
    return links


def _types(
    annotated: AnnotatedText, names: Sequence[FoundName], gazetteer: Gazetteer
) -> dict[int, Precision]:
    """The precision that the word after a name ("province") or before it ("city of") asks for."""
    types = {
        _plain(word, annotated.language): precision
        for word, precision in gazetteer.words("place_types", annotated.language).items()
    }
    asked: dict[int, Precision] = {}
    for index, name in enumerate(names):
        if name.use == "demonym":
            continue
        before, after = _beside(annotated, name)
        for word in (
            _plain(name.span.of(annotated.text).rpartition(" ")[2], annotated.language),
            *after,
            *before,
        ):
            if word in types:
                asked[index] = _as_precision(types[word])
                break
    return asked


def _as_precision(word: str) -> Precision:
    known: dict[str, Precision] = {
        "town": "town",
        "district": "district",
        "region": "region",
        "point": "point",
        "country": "country",
    }
    return known[word]


def _beside(annotated: AnnotatedText, name: FoundName) -> tuple[list[str], list[str]]:
    text, span = annotated.text, name.span
    before = text[max(annotated.span.start, span.start - _NEAR) : span.start]
    after = text[span.end : min(annotated.span.end, span.end + _NEAR)]
    following = _FOLLOWING.match(after)
    preceding = _PRECEDING.search(before)
    words = [group for group in preceding.groups() if group] if preceding else []
    return (
        [_plain(word, annotated.language) for word in words],
        [_plain(word, annotated.language) for word in following.groups()] if following else [],
    )


def _plain(word: str, language: str) -> str:
    """The word as the list of kinds of places has it: Russian cases end in a vowel or in "-й"."""
    key = place_key(word)
    return _RUSSIAN_CASE.sub("", key) if language == "ru" else key
