"""Whose words something is where the grammar's subject or object is not the one who said it."""

import pytest

from extraction.attribution.test_bounds import found


@pytest.mark.parametrize(
    ("thing", "cue", "place"),
    [
        ("A fire", "was reported", "at the old mill near Kirkenes"),
        ("A second blast", "was reported", "on the coast road west of the port"),
    ],
)
def test_the_place_of_what_was_reported_is_told_and_is_no_source(
    thing: str, cue: str, place: str
) -> None:
    assert found(f"{thing} {cue} {place}.") == [("", cue, f"{thing} + {place}")]


def test_the_day_of_a_report_is_not_what_was_reported() -> None:
    assert found("A fire was reported on Monday.") == [("", "was reported", "A fire")]


def test_what_a_thing_was_described_as_is_told_too() -> None:
    text = "The yard has been described as unsafe by the port of Selm and the union."
    assert found(text) == [
        ("the port of Selm and the union", "has been described", "The yard + as unsafe")
    ]


def test_claims_are_not_theirs_who_look_into_them() -> None:
    text = "The police are investigating claims that the barge was overloaded."
    assert found(text) == [("", "claims", "that the barge was overloaded")]


@pytest.mark.parametrize(
    ("source", "verb"), [("The mayor", "repeated"), ("The harbour master", "made")]
)
def test_claims_are_theirs_who_make_them(source: str, verb: str) -> None:
    text = f"{source} {verb} the claim that the barge was overloaded."
    ((who, _, content),) = found(text)
    assert who == source
    assert content.endswith("that the barge was overloaded")


def test_claims_are_theirs_whose_they_are_called() -> None:
    text = "The union's claims that the barge was overloaded are being investigated."
    ((who, _, content),) = found(text)
    assert who.startswith("The union")
    assert content == "that the barge was overloaded"
