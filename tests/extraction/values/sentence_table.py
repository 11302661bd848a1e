"""Sentences with the places, times and quantities that a reader sees in them, and the score."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.places import find_places
from wireroom.extraction.values.quantities import find_quantities
from wireroom.extraction.values.times import find_times
from wireroom.language import annotate, pack_for
from wireroom.records.annotations import AnnotatedText
from wireroom.records.dates import PartialDate
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

PUBLISHED = PartialDate.parse("2020-01-10")  # a Friday
KINDS = ("places", "times", "quantities")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and what is expected: of each kind, as text."""

    language: str
    sentence: str
    expected: tuple[Counter[str], Counter[str], Counter[str]]


def rows(name: str) -> Iterator[Row]:
    """The rows of a table beside this module."""
    path = Path(__file__).with_name(name)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, sentence, places, times, quantities = (*line.split("\t"), "", "", "")[:5]
            yield Row(
                language,
                sentence,
                (
                    Counter(filter(None, places.split(", "))),
                    Counter(times.split()),
                    expected_counts(quantities),
                ),
            )


def found(row: Row, gazetteer: Gazetteer) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """What the program finds, in the words of the table."""
    pack = pack_for(row.language)
    annotated = annotate(row.sentence, Span(0, len(row.sentence)), pack)
    return (
        _places(row, annotated, gazetteer),
        Counter(time.value for time in find_times(annotated, pack, PUBLISHED)),
        _quantities(annotated, pack),
    )


def _places(row: Row, annotated: AnnotatedText, gazetteer: Gazetteer) -> Counter[str]:
    """Under the words of the table where it is the place meant, else under its own name."""
    made: Counter[str] = Counter()
    for place in find_places(annotated, gazetteer):
        if place.use != "name":
            continue
        entry = place.entry
        name = f"{entry.name}:{entry.country}" if entry else f"{place.name}:?"
        known = [
            one
            for one in row.expected[0]
            if entry
            and one.split(":")[0] in entry.name
            and one.split(":")[1] in ("", entry.country or "")
        ]
        made[known[0] if known else name] += 1
    return made


def _quantities(annotated: AnnotatedText, pack: LanguagePack) -> Counter[str]:
    made: Counter[str] = Counter()
    for one in find_quantities(annotated, pack):
        low, high = _number(one.low), _number(one.high)
        whole = f" <{one.part_of}" if one.part_of is not None else ""
        made[" ".join(f"{one.value:g} {low}-{high} {one.unit} {one.role}".split()) + whole] += 1
    return made


def expected_counts(cell: str) -> Counter[str]:
    """The quantities that a cell of a table lists."""
    return Counter(filter(None, (one.strip() for one in cell.split(";"))))


def found_counts(language: str, sentence: str) -> Counter[str]:
    """The quantities of a sentence, in the words of the table."""
    pack = pack_for(language)
    return _quantities(annotate(sentence, Span(0, len(sentence)), pack), pack)


def _number(bound: float | None) -> str:
    return "" if bound is None else f"{bound:.0f}"


def scores(name: str, gazetteer: Gazetteer) -> dict[tuple[str, str], tuple[int, int, int]]:
    """By language and kind: how many are right, how many expected, how many found."""
    made: dict[tuple[str, str], tuple[int, int, int]] = {}
    for row in rows(name):
        for kind, expected, got in zip(KINDS, row.expected, found(row, gazetteer), strict=True):
            right, wanted, seen = made.get((row.language, kind), (0, 0, 0))
            made[row.language, kind] = (
                right + (expected & got).total(),
                wanted + expected.total(),
                seen + got.total(),
            )
    return made
