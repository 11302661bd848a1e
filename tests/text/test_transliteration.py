"""Names in two alphabets."""

import pytest

from wireroom.text.transliteration import skeleton


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Dunmore", "Данмор"),
        ("Khezron", "Хезрон"),
        ("Assad", "Асад"),
        ("Lukashenko", "Лукашенко"),
        ("Marlow", "Марлов"),
        ("Barakat", "بركات"),
        ("Zelensky", "Зеленський"),
    ],
)
def test_one_name_in_two_alphabets_is_one(name: str, other: str) -> None:
    assert skeleton(name) == skeleton(other)


@pytest.mark.parametrize(("name", "other"), [("Dunmore", "Данилов"), ("Reyes", "Марлов")])
def test_other_names_are_others(name: str, other: str) -> None:
    assert skeleton(name) != skeleton(other)


def test_other_scripts_give_nothing() -> None:
    assert skeleton("東京") == ""
