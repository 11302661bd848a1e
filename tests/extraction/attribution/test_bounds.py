"""Where contents and sources begin and end, in texts that have lost their commas or their lines."""

import pytest

from extraction.attribution.tables import attributions
from wireroom.records.spans import Span


def found(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, pieces parted by " + "."""

    def words(spans: tuple[Span, ...]) -> str:
        return " + ".join(span.of(text) for span in spans)

    return [
        (words(each.source), words(each.cue), words(each.content)) for each in attributions(text)
    ]


@pytest.mark.parametrize(
    "before",
    [
        "The Port Selwyn pier shut for repairs Northwire Monday 3 May 2021 ",
        "Published May 3, 2021 ",
        "Updated 3 May 2021 ",
        "(Northwire and agencies) ",
        "",
    ],
)
def test_a_date_or_a_credit_that_runs_into_the_text_is_not_what_was_said(before: str) -> None:
    told = "The pier was damaged by a barge on Saturday night"
    assert found(f"{before}{told} the harbour office said.") == [
        ("the harbour office", "said", told)
    ]


def test_a_date_that_is_part_of_the_sentence_stays_in_it() -> None:
    text = "On 3 May 2021 the pier was shut, the harbour office said."
    assert found(text) == [("the harbour office", "said", "On 3 May 2021 the pier was shut")]


def test_a_quotation_that_ends_a_content_is_in_it_with_its_mark() -> None:
    text = (
        'The pilot said that he "waited for hours" and that the crew "was referred to a lawyer." '
        '"I was not given any reasons, and nobody wrote to me," said the pilot.'
    )
    first, second = found(text)
    assert first[2].endswith('a lawyer."')
    assert second[2] == '"I was not given any reasons, and nobody wrote to me,"'


def test_no_comma_is_left_at_the_edge_of_a_piece() -> None:
    text = "The barge, which, as the Gazette reported, was bought in Kirkenes, sank on Monday."
    assert found(text) == [("the Gazette", "reported", "which + was bought in Kirkenes")]


def test_the_preposition_of_a_day_is_no_part_of_the_cue() -> None:
    text = "Five containers fell into the bay at Selm the harbour office said on Monday."
    assert found(text) == [
        ("the harbour office", "said", "Five containers fell into the bay at Selm")
    ]


@pytest.mark.parametrize(
    ("told", "source", "cue"),
    [
        (
            "The ferry ran aground in the night and its crew was taken ashore",
            "the coast guard",
            "according to",
        ),
        ("The crane fell in the storm and the quay was shut", "the harbour master", "according to"),
    ],
)
def test_a_cue_at_the_end_of_a_sentence_is_for_all_of_it(told: str, source: str, cue: str) -> None:
    assert found(f"{told} {cue} {source}.") == [(source, cue, told)]


@pytest.mark.parametrize(
    ("told", "source", "cue", "rest"),
    [
        (
            "Two pilots were hurt when a barge struck the pier at Port Selwyn",
            "the coast guard",
            "said",
            "",
        ),
        (
            "Two tugs were lost in the storm",
            "a source at Port Selwyn Police",
            "told",
            " Northwire",
        ),
    ],
)
def test_without_a_comma_the_source_is_whole_and_no_part_of_the_content(
    told: str, source: str, cue: str, rest: str
) -> None:
    assert found(f"{told} {source} {cue}{rest}.") == [(source, cue, told)]


@pytest.mark.parametrize(
    ("before", "source", "cue", "after"),
    [
        ("The ferry will", "I", "expect", "be back by the spring"),
        ("The new crane will", "the harbour master", "believes", "be ready by June"),
    ],
)
def test_an_aside_between_commas_has_both_halves_of_its_clause(
    before: str, source: str, cue: str, after: str
) -> None:
    text = f"{before}, {source} {cue}, {after}."
    assert found(text) == [(source, cue, f"{before} + {after}")]


def test_violence_by_a_force_is_no_saying() -> None:
    assert found("The rebels fired a rocket at the depot.") == []
    text = "Militia units are attacking the grain terminal with heavy guns."
    assert found(text) == []


def test_a_person_may_attack_with_words() -> None:
    text = 'Lisin attacked the minister\'s "shameful and cowardly policy" in a letter.'
    assert [each[:2] for each in found(text)] == [("Lisin", "attacked")]


def test_a_source_has_its_whole_clause() -> None:
    text = "A police officer who asked not to be named said that saboteurs may have been there."
    sources = [each.source[0].of(text) for each in attributions(text) if each.source]
    assert "A police officer who asked not to be named" in sources
    assert "A police officer who" not in sources
