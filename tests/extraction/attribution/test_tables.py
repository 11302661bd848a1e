"""Invented sentences in seven languages, with who says what by which words."""

from pathlib import Path

import pytest

from extraction.attribution.tables import (
    Expected,
    attributions,
    differences,
    precision_and_recall,
    read_table,
)

HERE = Path(__file__).parent
TABLES = [
    ("en", "english.tsv"),
    ("ru", "russian.tsv"),
    ("ar", "arabic.tsv"),
    ("de", "german.tsv"),
    ("es", "spanish.tsv"),
    ("fr", "french.tsv"),
    ("uk", "ukrainian.tsv"),
]
CASES = [
    pytest.param(code, text, expected, id=f"{code}: {text[:40]}")
    for code, name in TABLES
    for text, expected in read_table(HERE / name).items()
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_a_sentence_has_the_attributions_that_a_person_sees(
    code: str, text: str, expected: list[Expected]
) -> None:
    found = attributions(text, code)
    for one in expected:
        best = min((differences(text, one, a) for a in found), key=len, default=["missing"])
        assert best == [], f"{one}: {best} in {[a.reason for a in found]}"
    assert len(found) >= len(expected)


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_little_is_found_that_is_not_there(code: str, name: str) -> None:
    precision, recall = precision_and_recall(HERE / name, code)
    assert precision >= 0.9
    assert recall >= 0.95
