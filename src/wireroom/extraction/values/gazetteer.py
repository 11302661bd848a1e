"""The places of the world, read from one SQLite file beside this module (gazetteer.md)."""

import os
import sqlite3
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from wireroom.errors import NotFound
from wireroom.extraction.values.place_spelling import place_key, skeleton, sounded, without_articles
from wireroom.records.places import GazetteerEntry, Precision

PACKAGED = Path(__file__).with_name("gazetteer.sqlite")

# By the number of the kind; script/build-gazetteer has the same order.
_KINDS: tuple[tuple[str, Precision], ...] = (
    ("country", "country"),
    ("admin1", "region"),
    ("admin2", "district"),
    ("town", "town"),
    ("area", "region"),
    ("district", "district"),
    ("spot", "point"),
    ("airport", "point"),
)
_NUMBER = 3  # bytes of a place's number in a row of names
_REMEMBERED = 65_536  # names, and as many places
# Spellings of one name in different transliterations are at least so alike, in per cent, once they
# are written as they sound. Chosen by eye on two dozen names; not calibrated.
_ALIKE = 70
_ALIKE_SHORT = 90  # the same for names of fewer than _TELLING consonants
_TELLING = 3


class Gazetteer:
    """Names to places. Safe to share between threads; reopens by itself in a forked process.

    ``Gazetteer.open()`` opens the packaged file, read-only; a missing file is NotFound. It can be
    pickled: what is unpickled opens the same file anew.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise NotFound(f"the gazetteer {path.name} is missing", "script/build-gazetteer")
        self.path = path
        self._local = threading.local()
        self._entry = lru_cache(maxsize=_REMEMBERED)(self._read_entry)
        self._find = lru_cache(maxsize=_REMEMBERED)(self._read_key)
        self.lookup: Callable[[str], tuple[GazetteerEntry, ...]]
        self.lookup = lru_cache(maxsize=_REMEMBERED)(self._lookup)
        self.named: Callable[[str], tuple[GazetteerEntry, ...]]
        self.named = lru_cache(maxsize=_REMEMBERED)(self._named)
        self._words = lru_cache(maxsize=64)(self._read_words)

    @classmethod
    def open(cls, path: Path = PACKAGED) -> "Gazetteer":
        """The gazetteer in ``path``; the packaged one if none is named."""
        return cls(path)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        return Gazetteer, (self.path,)

    def meta(self) -> dict[str, str]:
        """What the file says of itself: rows of each table, and the digest of them all."""
        return {str(key): str(value) for key, value in self._ask("SELECT key, value FROM meta", ())}

    def words(self, name: str, language: str) -> dict[str, str]:
        """A word list for places, by key (place_key), with its second column.

        A language without such a list gets the one for languages without a pack ("und").
        """
        return self._words(name, language) or self._words(name, "und")

    def demonym(self, form: str, language: str = "en") -> GazetteerEntry | None:
        """The place whose people or things are called ``form`` ("Syrian", "сирийский")."""
        number = self.words("demonyms", language).get(place_key(form))
        return self._entry(int(number)) if number else None

    def abbreviation(self, form: str, language: str = "en") -> GazetteerEntry | None:
        """The place that is written ``form``, capitals and stops as they are ("Calif.", "US")."""
        number = self.words("abbreviations", language).get(form)
        return self._entry(int(number)) if number else None

    def _lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All places called ``name``, best known first; of other spellings only if none is."""
        return self.named(name) or self._similar(place_key(name))

    def _named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All places called exactly ``name``, but for case, accents, hyphens and the like."""
        key = place_key(name)
        return self._find(key) or self._find(without_articles(key))

    def _read_key(self, key: str) -> tuple[GazetteerEntry, ...]:
        rows = self._ask("SELECT places FROM name WHERE key = ?", (key,)) if key else ()
        return tuple(self._entry(number) for row in rows for number in _numbers(row[0]))

    def _similar(self, key: str) -> tuple[GazetteerEntry, ...]:
        made = skeleton(key)
        rows = self._ask("SELECT key FROM spelling WHERE skeleton = ?", (made,)) if made else ()
        sound = sounded(key)
        alike = sorted((-fuzz.ratio(sound, sounded(other)), other) for (other,) in rows)
        least = _ALIKE if len(made) >= _TELLING else _ALIKE_SHORT
        found: dict[GazetteerEntry, None] = {}
        for score, other in alike:
            if -score >= least and -score >= -alike[0][0] - 10:
                found.update(dict.fromkeys(self._find(other)))
        return tuple(found)

    def _read_entry(self, number: int) -> GazetteerEntry:
        name, latitude, longitude, number_of_kind, country, parent, population, geonameid = (
            self._ask(
                "SELECT name, latitude, longitude, kind, country, parent, population, geonameid"
                " FROM place WHERE id = ?",
                (number,),
            )[0]
        )
        kind, precision = _KINDS[number_of_kind]
        above = self._entry(parent) if parent else None
        return GazetteerEntry(
            name,
            latitude / 10_000,
            longitude / 10_000,
            precision,
            geonameid,
            country,
            name if kind == "admin1" else above.admin1 if above else None,
            name if kind == "admin2" else above.admin2 if above else None,
            population,
        )

    def _read_words(self, name: str, language: str) -> dict[str, str]:
        rows = self._ask(
            "SELECT key, value FROM word WHERE list = ? AND language = ?", (name, language)
        )
        return dict(rows)

    def _ask(self, question: str, values: Sequence[object]) -> list[Any]:
        return list(self._connection().execute(question, values))

    def _connection(self) -> sqlite3.Connection:
        # A connection must not be carried over a fork, nor used by two threads.
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is None or held[0] != os.getpid():
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            held = os.getpid(), sqlite3.connect(address, uri=True)
            self._local.held = held
        return held[1]


def _numbers(packed: bytes) -> list[int]:
    return [
        int.from_bytes(packed[at : at + _NUMBER], "big") for at in range(0, len(packed), _NUMBER)
    ]
