"""Where two texts say the same words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wireroom.linking.alignment import Stretch, align
from wireroom.text.shingles import words_of

LETTERS = st.lists(st.sampled_from("abcdefgh"), max_size=60)


def aligned(one: str, other: str, size: int = 3) -> tuple[Stretch, ...]:
    a, b = words_of(one).codes, words_of(other).codes
    return align(a, b, size, np.zeros(len(a), bool))


def test_a_copy_is_one_stretch() -> None:
    text = "the ferry ran aground off the point at dawn"
    assert aligned(text, text) == (Stretch(0, 9, 0, 9, 9, 9),)


def test_small_differences_are_bridged_and_counted_out() -> None:
    one = "the old ferry ran aground off the point at dawn on monday"
    other = "the old ferry ran onto rocks off the point at dawn on monday"
    (stretch,) = aligned(one, other)
    assert (stretch.same, stretch.a_end, stretch.b_end) == (11, 12, 13)
    assert not stretch.is_exact


def test_what_lies_far_apart_is_two_stretches() -> None:
    filler = " ".join(f"word{number}" for number in range(30))
    one, other = f"a b c d e {filler} k l m n o", "a b c d e k l m n o"
    assert [(x.a_start, x.b_start) for x in aligned(one, other)] == [(0, 0), (35, 5)]


@given(LETTERS, LETTERS)
def test_no_word_is_used_twice_and_what_is_said_to_be_same_is(
    one: list[str], other: list[str]
) -> None:
    a, b = words_of(" ".join(one)).codes, words_of(" ".join(other)).codes
    found = align(a, b, 3, np.zeros(len(a), bool))
    for side in ("a", "b"):
        places = sorted((getattr(x, f"{side}_start"), getattr(x, f"{side}_end")) for x in found)
        assert all(start < end for start, end in places)
        assert all(x[1] <= y[0] for x, y in zip(places, places[1:], strict=False))
    for stretch in found:
        assert stretch.same <= min(stretch.a_end - stretch.a_start, stretch.b_end - stretch.b_start)
        if stretch.is_exact:
            mine = a[stretch.a_start : stretch.a_end].tolist()
            assert mine == b[stretch.b_start : stretch.b_end].tolist()
