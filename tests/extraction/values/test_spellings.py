"""Spellings of places of the Syrian and Iraqi war in three scripts: looked up, and in sentences."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.places import find_places
from wireroom.language import annotate, pack_for
from wireroom.records.places import GazetteerEntry
from wireroom.records.spans import Span

GAZETTEER = Gazetteer.open()
SENTENCES = {
    "en": "Fighting went on in {} on Friday, Syrian and Iraqi officials said.",
    "ru": "Бои идут в районе города {}, сообщили жители Сирии.",
    "ar": "اندلعت اشتباكات في {} يوم الجمعة، بحسب مسؤولين في سوريا والعراق.",
}
NEAR, NEAR_WIDE = 25, 60  # km from a town, and from the middle of a governorate or heights
WIDE = ("Golan", "Rif Dimashq")


class Spelling(NamedTuple):
    place: str
    latitude: float
    longitude: float
    language: str
    written: str

    def is_at(self, entry: GazetteerEntry) -> bool:
        width = math.cos(math.radians(self.latitude))
        apart = math.hypot(
            entry.latitude - self.latitude, (entry.longitude - self.longitude) * width
        )
        return 111.2 * apart <= (NEAR_WIDE if self.place in WIDE else NEAR)


def spellings() -> Iterator[Spelling]:
    table = Path(__file__).with_name("spellings.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            place, latitude, longitude, language, written = line.split("\t")
            for one in written.split("|"):
                yield Spelling(place, float(latitude), float(longitude), language, one)


def is_found(spelling: Spelling) -> bool:
    text = SENTENCES[spelling.language].format(spelling.written)
    annotated = annotate(text, Span(0, len(text)), pack_for(spelling.language))
    return any(
        place.use == "name"
        and place.entry is not None
        and place.span.of(text) in spelling.written
        and spelling.is_at(place.entry)
        for place in find_places(annotated, GAZETTEER)
    )


def test_the_gazetteer_has_every_spelling_of_the_table() -> None:
    missing = [
        spelling.written
        for spelling in spellings()
        if not any(spelling.is_at(entry) for entry in GAZETTEER.lookup(spelling.written)[:10])
    ]
    assert missing == []


def test_nearly_all_spellings_are_found_in_a_sentence() -> None:
    table = list(spellings())
    missing = [spelling.written for spelling in table if not is_found(spelling)]
    assert len({spelling.place for spelling in table}) >= 35
    assert len(missing) <= 2, missing  # "الباب" is "the door", "Гута" a town in Slovakia, too
