"""Places, times and quantities in nine languages, by tables of sentences.

What was right when a table was last gone through stays right: the floors are those figures.
"""

import pytest

from extraction.values.sentence_table import KINDS, scores
from wireroom.extraction.values.gazetteer import Gazetteer

GAZETTEER = Gazetteer.open()
TABLES = ("sentences.tsv", "sentences_more.tsv", "sentences_en_ru.tsv")
FLOORS = {"places": 0.94, "times": 0.99, "quantities": 0.88}


@pytest.mark.parametrize("table", TABLES)
def test_the_sentences_of_a_table_are_read(table: str) -> None:
    found = scores(table, GAZETTEER)
    for (language, kind), (right, expected, seen) in found.items():
        figure = 2 * right / (expected + seen) if expected + seen else 1.0
        assert figure >= FLOORS[kind], (table, language, kind, right, expected, seen)
    assert {kind for _, kind in found} == set(KINDS)
