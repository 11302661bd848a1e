"""What is no saying of anybody's, and whose it is where an owner stands before the source."""

import pytest

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.documents import Document


def _sources(text: str) -> list[str]:
    found = analyse_document(Document("a", text), Gazetteer.open()).attributions
    return [" ".join(span.of(text) for span in one.source) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Northern warplanes have tried to deceive the radar in Lund.",
        "The helicopters tried to deceive the radar in Lund.",
    ],
)
def test_machines_want_nothing(text: str) -> None:
    assert _sources(text) == []


def test_crews_may_want_and_say() -> None:
    assert _sources("The pilots hope to reach the radar in Lund by noon.") == ["The pilots"]
    assert _sources("The pilots said that the radar in Lund was down.") == ["The pilots"]


def test_who_asks_for_no_name_says_the_rest_only() -> None:
    text = "A pilot who asked not to be named said that the ferry sank at noon."
    (source,) = _sources(text)
    assert source.startswith("A pilot")


def test_who_asks_for_a_berth_is_asking() -> None:
    assert _sources("The pilot asked the harbour master to be named in the report.") == [
        "The pilot"
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norway's Lund complains that the ferry is late.", "Norway's Lund"),
        ("Norway's minister complained that the ferry is late.", "Norway's minister"),
        ("Norway complains that the ferry is late.", "Norway"),
    ],
)
def test_the_source_is_who_is_owned_and_not_the_owner(text: str, source: str) -> None:
    assert _sources(text) == [source]
