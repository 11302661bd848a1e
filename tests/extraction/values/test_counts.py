"""What is counted, and what befell it, in two tables of invented sentences."""

from pathlib import Path

import pytest

from extraction.values.sentence_table import expected_counts, found_counts

FLOORS = {"counts_en.tsv": 0.95, "counts_ru.tsv": 0.95}


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [(line + "\t").split("\t")[:3] for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("table", FLOORS)
def test_counts_of_a_table(table: str) -> None:
    right = wanted = seen = 0
    for language, sentence, cell in _rows(table):
        expected, got = expected_counts(cell), found_counts(language, sentence)
        right += (expected & got).total()
        wanted += expected.total()
        seen += got.total()
    assert 2 * right / (wanted + seen) >= FLOORS[table]


@pytest.mark.parametrize(
    ("sentence", "cell"),
    [
        ("More than half of the 200 sailors were killed.", "100 100-200 sailor killed"),
        ("Half of the town fled.", ""),
        ("None of the 62 sailors was killed.", ""),
        ("Of the 40 dead, 12 were children.", "40 40-40 person killed; 12 12-12 child killed <0"),
        ("Of the 40 boats, 12 were sold.", "40 40-40 boat"),
        ("The toll rose from 40 to 60 dead.", "60 60-60 person killed"),
        ("From 40 to 60 sailors were injured.", "40 40-60 sailor injured"),
        ("Doctors treated 70 wounded sailors.", "70 70-70 sailor injured"),
    ],
)
def test_shares_wholes_and_ranges(sentence: str, cell: str) -> None:
    assert found_counts("en", sentence) == expected_counts(cell)
