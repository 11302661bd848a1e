"""Texts as comparable words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wireroom.text.shingles import code_of, shingles, words_of


def test_words_are_the_same_but_for_case_accents_and_apostrophes() -> None:
    plain, printed = words_of("The harbours crane fell"), words_of("THE Harbour’s  crâne, fell!")
    assert plain.codes.tolist() == printed.codes.tolist()


def test_codes_are_the_same_in_every_run() -> None:
    assert code_of("ferry") == 7949881795909877008


@given(st.text())
def test_words_are_in_order_and_stand_where_they_say(text: str) -> None:
    words = words_of(text)
    assert np.all(words.starts < words.ends)
    assert np.all(words.ends[:-1] <= words.starts[1:])
    assert not len(words) or int(words.ends[-1]) <= len(text)


@given(st.lists(st.sampled_from("abc"), max_size=20), st.integers(1, 6))
def test_two_shingles_are_the_same_when_their_words_are(letters: list[str], size: int) -> None:
    codes = shingles(words_of(" ".join(letters)).codes, size).tolist()
    runs = [tuple(letters[at : at + size]) for at in range(len(letters) - size + 1)]
    assert len(codes) == max(0, len(runs))
    assert len(set(codes)) == len(set(runs))
