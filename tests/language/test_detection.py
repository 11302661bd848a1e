"""Which language a text is in."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from wireroom.language import detect_language
from wireroom.language.detection import KNOWN, identifier

# Invented sentences in the languages that are told and in others, their codes first.
SENTENCES = [
    line.split("\t")
    for line in Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
]


@cache
def whole() -> LanguageIdentifier:
    """The package's own model, restricted to the same languages."""
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(KNOWN))
    return found


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


@pytest.mark.parametrize(("code", "text"), SENTENCES)
def test_a_sentence_is_read_as_by_the_whole_model(code: str, text: str) -> None:
    ranked = identifier().rank(text)
    assert ranked == whole().rank(text)
    assert code not in KNOWN or ranked[0][0] == code


@given(st.text(max_size=400))
@settings(max_examples=200)
def test_any_text_is_read_as_by_the_whole_model(text: str) -> None:
    assert identifier().rank(text) == whole().rank(text)


def test_every_known_language_is_in_a_sentence_and_in_the_model() -> None:
    assert {code for code, _ in SENTENCES} >= set(KNOWN)
    assert set(identifier().labels) == set(KNOWN)
