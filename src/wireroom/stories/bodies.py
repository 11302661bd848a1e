"""Speakers that are no persons: agencies, outlets, places, offices of a state, organisations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import SpeakerKind
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span
from wireroom.text.agencies import agency_name
from wireroom.text.folding import fold
from wireroom.text.name_sounds import is_arabic, sound_key
from wireroom.text.offices import find_office

_MARKS = re.compile("[\"'“”«»„‘’()]")
_ARTICLES = {"the", "der", "die", "das", "le", "la", "el", "los", "les"}
_SMALL = _ARTICLES | {"of", "for", "s", "de", "du", "и", "рф", "of the", ""}
_SHORT_NAMES = {"рф": "RU", "сша": "US", "us": "US", "u s": "US", "uk": "GB", "оаэ": "AE"}
_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[^\W\d_]{3,8}")


@dataclass(frozen=True, slots=True)
class Body:
    """What a name is of. Two names with one ``key`` are one speaker's, for the ``reason``.

    ``kind`` is what the speaker is then, None where the finding's own kind holds.
    """

    key: tuple[str, ...]
    reason: str
    kind: SpeakerKind | None = None
    note: str = ""


def body_of(
    analysed: AnalysedDocument, name: str, kind: SpeakerKind | None, source: Sequence[Span]
) -> Body | None:
    """What the name is of, None for a person and for what is no name ("the parties")."""
    agency = agency_name(name)
    if agency and kind != "person":
        return Body(("agency", fold(agency)), f"forms of the name of the agency {agency}", "agency")
    if kind in ("outlet", "agency"):
        return Body(("outlet", *_sounds(name)), "one name of an outlet, letter for letter")
    if kind in ("document", "witness"):
        return None
    office = _office(analysed, name, kind, source)
    if office:
        return office
    place = _place(analysed, name)
    if place and " " not in name.strip() or place and kind != "person":
        return place
    may_be_person = kind is None and (len(name.split()) == 1 or is_arabic(name))
    if kind not in ("organisation", "office", None) or may_be_person:
        return None
    return _organisation(analysed, name)


def _sounds(name: str) -> tuple[str, ...]:
    words = _MARKS.sub(" ", name).replace("-", " ").split()
    kept = [word for word in words if fold(word) not in _ARTICLES] or words
    return tuple(sound_key(word) for word in kept)


def _office(
    analysed: AnalysedDocument, name: str, kind: SpeakerKind | None, source: Sequence[Span]
) -> Body | None:
    """An office of a known country, when all words of its name are of it and of the country."""
    found = find_office(_MARKS.sub(" ", name)) if kind != "person" else None
    if found is None:
        return None
    places = _places_in(analysed, name, source)
    countries = {entry.country for place in places if (entry := place.entry) and entry.country}
    countries |= {_SHORT_NAMES[word] for word in found.rest if word in _SHORT_NAMES}
    if found.country:
        countries = {found.country}
    known = {word for place in places for word in _words(analysed, place)} | set(_SHORT_NAMES)
    if len(countries) != 1 or not set(found.rest) <= known | _SMALL:
        return None
    (country,) = countries
    reason = f"both are the {found.what} of one country ({country})"
    return Body(("office", found.what, country), reason, "organisation", f"of {country}")


def _places_in(analysed: AnalysedDocument, name: str, source: Sequence[Span]) -> list[PlaceMention]:
    """The places in the source; where the name stands elsewhere, those of the same words."""
    places = analysed.analysis.places
    inside = [place for place in places if any(span.covers(place.span) for span in source)]
    if inside:
        return inside
    words = f" {fold(name)} "
    return [
        place for place in places if f" {fold(place.span.of(analysed.document.text))} " in words
    ]


def _words(analysed: AnalysedDocument, place: PlaceMention) -> Iterable[str]:
    return fold(place.span.of(analysed.document.text)).split()


def _place(analysed: AnalysedDocument, name: str) -> Body | None:
    """A place that speaks is its government or its authorities."""
    wanted = fold(name).removeprefix("the ").strip()
    for place in analysed.analysis.places:
        entry = place.entry
        spellings = (fold(place.name), fold(place.span.of(analysed.document.text)))
        if entry is None or place.use != "name" or wanted not in spellings:
            continue
        note = "(its government or authorities)"
        at = entry.country if entry.precision == "country" else entry.geonameid
        if at is not None:
            return Body(("place", str(at)), f"both name {entry.name}", "organisation", note)
    return None


def _organisation(analysed: AnalysedDocument, name: str) -> Body | None:
    """A proper name: a capital that the Document never writes small ("Police" and "the police")
    and that is not a place's or a people's ("Russian officials").

    Arabic has no capitals; there it is for the finding to say what a name is.
    """
    words = [word for word in _MARKS.sub(" ", name).split() if fold(word) not in _ARTICLES]
    common = _small_words(analysed.document.text) | _place_words(analysed)
    proper = any(word[:1].isupper() and word.casefold() not in common for word in words)
    if not proper and not is_arabic(name):
        return None
    return Body(("name", *_sounds(name)), "one name, letter for letter")


def _place_words(analysed: AnalysedDocument) -> frozenset[str]:
    text = analysed.document.text
    places = (place.span.of(text) for place in analysed.analysis.places)
    return frozenset(word.casefold() for place in places for word in place.split())


@lru_cache(maxsize=8)
def _small_words(text: str) -> frozenset[str]:
    """All words that a text has in small letters."""
    return frozenset(word for word in _WORD.findall(text) if word.islower())


def acronym_of(name: str) -> str:
    """The first letters of the words of a name that begin with a capital; empty for fewer than
    three.

    >>> acronym_of("Organisation for the Prohibition of Chemical Weapons")
    'OPCW'
    """
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())
    return letters if len(letters) > 2 else ""


def is_acronym(name: str) -> bool:
    """Whether a name is made of three capitals or more and of nothing else."""
    return name.isupper() and bool(_ACRONYM.fullmatch(name))
