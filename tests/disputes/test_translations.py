import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.made import a_place, an_analysis
from wireroom.disputes.translations import check_translation
from wireroom.records.annotations import Entity
from wireroom.records.changes import TranslationFinding

ORIGINAL = [
    "Утром в порту сгорели 12 складов.",
    "Губернатор Орлов не приехал на место пожара.",
    "Ущерб оценили в 1,5 млн рублей.",
    "Причиной, возможно, стала проводка.",
]
TRANSLATION = [
    "Twelve warehouses burnt in the port this morning.",
    "Governor Orlov did not come to the place of the fire.",
    "The damage was put at 1.5 million roubles.",
    "The cause may have been the wiring.",
]


def findings(original: str, translation: str) -> tuple[TranslationFinding, ...]:
    return check_translation(an_analysis(original), an_analysis(translation, "b"))


def with_change(index: int, sentence: str) -> str:
    return " ".join([*TRANSLATION[:index], sentence, *TRANSLATION[index + 1 :]])


def test_a_faithful_translation_has_no_findings() -> None:
    assert findings(" ".join(ORIGINAL), " ".join(TRANSLATION)) == ()
    assert findings(" ".join(TRANSLATION), " ".join(ORIGINAL)) == ()


@pytest.mark.parametrize(
    ("index", "sentence", "field", "original", "translation"),
    [
        (2, "The damage was put at 15 million roubles.", "number", "1,5 млн", "15 million"),
        (0, "Twenty warehouses burnt in the port this morning.", "number", "12", "Twenty"),
        (1, "Governor Orlov came to the place of the fire.", "negation", "не", None),
        (3, "The cause was the wiring.", "certainty", "возможно", None),
    ],
)
def test_a_planted_slip_is_found(
    index: int, sentence: str, field: str, original: str, translation: str | None
) -> None:
    source, target = " ".join(ORIGINAL), with_change(index, sentence)
    (found,) = findings(source, target)
    assert found.field == field
    assert found.note
    assert found.original is not None
    assert found.original.of(source) == original
    assert found.translation is not None
    assert found.translation.of(target) == (translation or sentence)


def test_a_sentence_that_is_not_rendered_is_missing() -> None:
    source, target = " ".join(ORIGINAL), " ".join([*TRANSLATION[:1], *TRANSLATION[2:]])
    (missing,) = findings(source, target)
    assert (missing.field, missing.translation) == ("missing", None)
    (added,) = findings(target, source)
    assert (added.field, added.original) == ("added", None)


def test_a_sentence_that_was_cut_in_two_is_not_missing() -> None:
    cut = "The damage was counted on Friday. It was put at 1.5 million roubles in all by them."
    source = [*ORIGINAL]
    source[2] = "Ущерб подсчитали в пятницу, и всего его оценили в 1,5 млн рублей по их словам."
    assert findings(" ".join(source), with_change(2, cut)) == ()


def test_a_person_who_became_another_is_found() -> None:
    source, target = "На место приехал Орлов.", "Petrov came to the place."
    first = an_analysis(source, entities=(Entity(17, 22, "PERSON", "Орлов"),))
    second = an_analysis(target, entities=(Entity(0, 6, "PERSON", "Petrov"),))
    (found,) = check_translation(first, second)
    assert (found.field, found.note) == ("name", "Орлов became Petrov")


def test_a_place_that_became_another_is_found() -> None:
    source, target = "They went to Bellham that day.", "That day they went to Osterby."
    first = an_analysis(source, places=(a_place(source, "Bellham"),))
    second = an_analysis(target, places=(a_place(target, "Osterby"),))
    (found,) = check_translation(first, second)
    assert found.field == "place"


@pytest.mark.parametrize(("original", "translation"), [("", ""), ("", "A word of thanks to all.")])
def test_an_empty_side(original: str, translation: str) -> None:
    assert {found.field for found in findings(original, translation)} <= {"added", "missing"}


@given(st.text(max_size=150), st.text(max_size=150))
def test_any_two_texts_can_be_held_together(original: str, translation: str) -> None:
    for found in findings(original, translation):
        assert found.original or found.translation
        assert found.note


def test_a_small_number_that_became_a_great_one_is_found_with_both() -> None:
    original = "При пожаре в порту погибли пять человек и девять пострадали, сообщил врач."
    translation = "Five people died and nineteen were hurt in the fire in the port, a doctor said."
    (found,) = findings(original, translation)
    assert found.original is not None
    assert found.translation is not None
    assert found.original.of(original) == "девять"
    assert found.translation.of(translation) == "nineteen"
    assert found.note == "девять became nineteen"


def test_what_says_that_it_is_a_translation_renders_nothing() -> None:
    whole = "Translated from Kolsky Vestnik by the Polar Review. " + " ".join(TRANSLATION)
    assert findings(" ".join(ORIGINAL), whole) == ()
