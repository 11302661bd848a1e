"""Where a source asks for no name."""

import pytest

from wireroom.records.spans import Span
from wireroom.text.anonymity import find_anonymity


def _found(text: str, language: str) -> list[str]:
    return [span.of(text) for span in find_anonymity(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("A pilot who asked not to be named saw the tug sink.", "en", "asked not to be named"),
        ("A clerk spoke on condition of anonymity.", "en", "on condition of anonymity"),
        ("The mate declined to give his name.", "en", "declined to give his name"),
        ("Лоцман говорил на условиях анонимности.", "ru", "на условиях анонимности"),
    ],
)
def test_a_wish_for_no_name_is_found(text: str, language: str, words: str) -> None:
    assert _found(text, language) == [words]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor asked that the ferry be named after the pilot.", "en"),
        ("The mate declined to give the course of the tug.", "en"),
        ("Лоцман просил называть его капитаном.", "ru"),
        ("A clerk spoke on condition of anonymity.", "ru"),
        ("A clerk spoke on condition of anonymity.", "xx"),
    ],
)
def test_other_wishes_and_other_languages_are_left_alone(text: str, language: str) -> None:
    assert _found(text, language) == []


def test_only_what_lies_in_the_stretch_is_found() -> None:
    text = "She asked not to be named. He asked not to be named."
    second = text.index("He")
    (span,) = find_anonymity(text, Span(second, len(text)), "en")
    assert span.start > second
