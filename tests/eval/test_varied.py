"""Made documents keep their offsets and are in other words."""

from eval.varied import Story, varied
from linking.made import Told, a_document, analysed

BASE = analysed(
    a_document(
        "d",
        "The crane collapsed in Westmark on Friday. Gazette staff saw it.",
        title="Crane collapsed",
        published="2025-03-14",
        outlet="Gazette",
    ),
    Told("collapsed", date="2025-03-14", place="Westmark"),
)


def test_the_first_round_is_as_given_and_the_next_is_another_story() -> None:
    first, second, third = varied([BASE], 3)
    assert first == BASE
    texts = {each.document.text for each in (first, second, third)}
    assert len(texts) == 3
    assert {each.document.id for each in (first, second, third)} == {"d", "d-1", "d-2"}


def test_offsets_small_words_and_outlets_stay() -> None:
    found = Story(7, frozenset({"gazette"})).of(BASE)
    before, after = BASE.document.text, found.document.text
    assert [len(word) for word in after.split()] == [len(word) for word in before.split()]
    assert after.startswith("The ")
    assert " in " in after
    assert "Gazette" in after
    assert found.analysis.sentences == BASE.analysis.sentences
    trigger = found.analysis.events[0].trigger
    assert trigger == BASE.analysis.events[0].trigger
    assert found.document.outlet == "Gazette"


def test_days_move_together_and_places_move_away() -> None:
    found = Story(3, frozenset()).of(BASE)
    assert found.document.published == found.analysis.events[0].date != "2025-03-14"
    before, after = (each.analysis.places[0].entry for each in (BASE, found))
    assert before
    assert after
    assert before.latitude == after.latitude
    assert before.longitude != after.longitude


def test_one_story_is_always_in_the_same_words() -> None:
    assert Story(5, frozenset()).of(BASE) == Story(5, frozenset()).of(BASE)
