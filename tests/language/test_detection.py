"""Which language a text is in."""

import pytest

from wireroom.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour was closed after two explosions.", "en"),
        ("Порт был закрыт после двух взрывов.", "ru"),
        ("Порт було закрито після двох вибухів, повідомила поліція.", "uk"),
        ("أغلق الميناء بعد انفجارين", "ar"),
        ("Liman iki patlamanın ardından kapatıldı.", "tr"),
        ("Der Hafen wurde nach zwei Explosionen geschlossen.", "de"),
        ("Le port a été fermé après deux explosions.", "fr"),
        ("El puerto fue cerrado tras dos explosiones.", "es"),
        ("12.03.2025 - 17:14", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_a_few_words_that_fit_several_languages_are_in_the_expected_one() -> None:
    assert detect_language("Two men were hurt.") == "en"
    assert detect_language("Two men were hurt.", expected="nl") == "nl"
    assert detect_language("Порт закрыт", expected="en") == "ru"
