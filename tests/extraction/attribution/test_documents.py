"""Short texts of many kinds: who is found in them, who that is, and through whom."""

from pathlib import Path

import pytest

from extraction.attribution.documents import Wanted, missing, read_documents
from extraction.attribution.tables import attributions

DOCUMENTS = read_documents(Path(__file__).parent / "english_documents.txt")
CASES = [pytest.param(text, wanted, id=text[:50]) for text, wanted in DOCUMENTS]


def best(text: str, wanted: Wanted) -> set[str]:
    found = attributions(text)
    return min((missing(text, wanted, a, found) for a in found), key=len, default={"all"})


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_text_has_the_attributions_that_a_person_sees(text: str, wanted: list[Wanted]) -> None:
    wrong = {one.cue: best(text, one) for one in wanted if not one.is_open}
    assert not any(wrong.values()), wrong


def test_few_lines_are_open_and_little_is_found_beside_them() -> None:
    wanted = [one for _, each in DOCUMENTS for one in each]
    assert sum(one.is_open for one in wanted) <= 0.1 * len(wanted)
    found = sum(len(attributions(text)) for text, _ in DOCUMENTS)
    assert found <= 1.1 * len(wanted)
