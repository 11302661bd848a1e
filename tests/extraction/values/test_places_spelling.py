"""Keys, sounds and forms under which names are looked up."""

import pytest

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_forms import Form, Forms, agreeing
from wireroom.extraction.values.place_spelling import place_key, skeleton, without_articles

GAZETTEER = Gazetteer.open()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ḩalab", "HALAB"),
        ("the Netherlands", "Netherlands"),
        ("Deir-ez-Zor", "Deir ez Zor"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Mt. Hermon", "Mount Hermon"),
        ("إدلب", "ادلب"),
        ("حماة", "حماه"),
        ("Чернігів", "Чернигив"),
        ("Königsberg", "Konigsberg"),
    ],
)
def test_two_ways_to_write_a_name_have_one_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Дейр-эз-Зор"),
        ("Dayr az Zawr", "Deir Ezzor"),
        ("Khmeimim", "Хмеймим"),
        ("Maarat al-Numan", "Ma'arrat an-Nu'man"),
        ("Khan Sheikhoun", "Хан-Шейхун"),
        ("Al-Qusayr", "Qusair"),
        ("Raqqa", "Raqqah"),
    ],
)
def test_transliterations_of_a_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(place_key(one)) == skeleton(place_key(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Mosul", "Basra"), ("Idlib", "Tadmur")]
)
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(place_key(one)) != skeleton(place_key(other))


def test_articles_are_dropped_before_a_word_only() -> None:
    assert without_articles("al bab") == "bab"
    assert without_articles("el") == "el"
    assert without_articles("الرقه") == "رقه"


@pytest.mark.parametrize(
    ("language", "words", "form"),
    [
        ("ar", "بدمشق", Form("دمشق", 1)),
        ("ar", "وحلب", Form("حلب", 1)),
        ("uk", "Харкові", Form("Харків")),
        ("uk", "Одесі", Form("Одеса")),
        ("tr", "İdlib'de", Form("İdlib", 0, 3)),
        ("en", "Syrias", Form("Syria", 0, 1)),
    ],
)
def test_a_name_is_looked_up_without_its_ending(language: str, words: str, form: Form) -> None:
    assert form in list(Forms(language, GAZETTEER).of(words))


def test_a_name_is_looked_up_as_it_stands_first() -> None:
    assert next(Forms("uk", GAZETTEER).of("Одесі")) == Form("Одесі")


def test_a_russian_adjective_agrees_with_its_noun() -> None:
    assert "донецкая область" in list(agreeing("донецкий область"))
