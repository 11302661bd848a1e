"""Places of a headline that are not where the text below says that it happened."""

from collections import Counter
from collections.abc import Iterator, Sequence

from wireroom.disputes.headline_names import find_name_mismatches
from wireroom.disputes.spelling import is_spelt
from wireroom.disputes.tokens import split_words
from wireroom.disputes.whereabouts import Whereabouts, are_apart
from wireroom.disputes.wordlists import words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import Mismatch
from wireroom.records.places import PlaceMention

_LEDE = 3  # sentences, a dateline among them


def find_place_mismatches(title: AnalysedDocument, body: AnalysedDocument) -> Iterator[Mismatch]:
    """The headline's places that the text does not name, where it names others as narrow.

    A place is borne out by its name in any spelling, by a place that it lies in or holds, and by
    one within 30 km; a town of the headline is not borne out by its country alone. A country of
    the headline may be named in the text and still not be where it happened: it is a mismatch
    if the text opens in another, and comes back to that one more often.
    """
    places = [place for place in body.analysis.places if place.candidates]
    for place in title.analysis.places:
        if not place.candidates or place.use != "name":
            continue
        if place.precision == "country":
            rival = _other_country(title, place, body, places)
        else:
            rival = _other_town(title, place, places, body.document.text)
        if rival:
            reason = (
                f"the headline says {place.span.of(title.document.text)},"
                f" the text {rival.span.of(body.document.text)}"
            )
            yield Mismatch("place", place.span, rival.span, reason)
    yield from find_name_mismatches(title, body)


def _other_town(
    title: AnalysedDocument,
    place: PlaceMention,
    places: Sequence[PlaceMention],
    body: str,
) -> PlaceMention | None:
    """The first narrow place of the text, where none bears out the headline's."""
    narrow = [p for p in places if p.use == "name" and p.precision != "country"]
    if not narrow or is_spelt(place.span.of(title.document.text), body):
        return None
    where = Whereabouts.of(place)
    if any(not are_apart(where, Whereabouts.of(other)) for other in narrow):
        return None
    return narrow[0]


def _other_country(
    title: AnalysedDocument,
    place: PlaceMention,
    body: AnalysedDocument,
    places: Sequence[PlaceMention],
) -> PlaceMention | None:
    """The place of the lede in another country, where the text has more of that country."""
    if not _is_where(title.document.text, place) or _is_compound(title.document.text, place):
        return None
    own = _country(place)
    lede = _lede(body, places)
    counts = Counter(_country(p) for p in places)
    if not own or any(_country(p) == own for p in lede):
        return None
    named = [p for p in lede if p.use == "name" and not _is_compound(body.document.text, p)]
    rival = named[0] if named else None
    return rival if rival and counts[_country(rival)] > counts[own] else None


def _is_compound(text: str, place: PlaceMention) -> bool:
    """Whether it is the first part of a word: "US-led"."""
    return text[place.end : place.end + 1] in ("-", "‑")


def _lede(body: AnalysedDocument, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of the first sentence that names any."""
    for sentence in body.analysis.sentences[:_LEDE]:
        inside = [place for place in places if sentence.covers(place.span)]
        if any(place.use == "name" for place in inside):
            return inside
    return []


def _country(place: PlaceMention) -> str:
    return (place.entry.country or "") if place.entry else ""


def _is_where(title: str, place: PlaceMention) -> bool:
    """Whether the word before it says "in", "near", "at"."""
    before = [word for word in split_words(title) if word.end <= place.start]
    return bool(before) and before[-1].key in words("whereabouts")
