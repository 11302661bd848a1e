"""Texts cut where highlights begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.exports.page.segments import split_segments
from wireroom.records.spans import Span

bounds = st.integers(-3, 45)


@given(
    st.text(alphabet="ab \n\u202e\u200fя", max_size=40),
    st.lists(st.tuples(bounds, bounds).map(lambda pair: Span(*pair)), max_size=12),
    st.lists(bounds, max_size=5),
)
def test_segments_are_the_text_and_know_their_marks(
    text: str, marks: list[Span], cuts: list[int]
) -> None:
    segments = split_segments(text, marks, cuts)
    assert "".join(text[one.start : one.end] for one in segments) == text
    assert all(one.start < one.end for one in segments)
    for segment in segments:
        expected = [
            index
            for index, mark in enumerate(marks)
            if max(0, mark.start) <= segment.start
            and segment.end <= min(len(text), mark.end)
            and mark.start < mark.end
        ]
        assert list(segment.marks) == expected


@given(st.text(alphabet="ab\u202e\u2066", max_size=20))
def test_turning_characters_stand_alone(text: str) -> None:
    for segment in split_segments(text, ()):
        turning = {char in "\u202e\u2066" for char in text[segment.start : segment.end]}
        assert turning == {segment.turning}


@pytest.mark.parametrize(
    ("marks", "cut_at"),
    [
        ([], [0, 10]),
        ([Span(2, 5)], [0, 2, 5, 10]),
        ([Span(2, 6), Span(4, 8)], [0, 2, 4, 6, 8, 10]),
        ([Span(0, 10), Span(3, 4), Span(3, 4)], [0, 3, 4, 10]),
        ([Span(5, 5), Span(7, 6), Span(-4, 2), Span(9, 40)], [0, 2, 9, 10]),
    ],
)
def test_where_a_text_is_cut(marks: list[Span], cut_at: list[int]) -> None:
    segments = split_segments("0123456789", marks)
    assert [one.start for one in segments] + [segments[-1].end] == cut_at


def test_an_empty_text_has_no_segments() -> None:
    assert split_segments("", [Span(0, 1)]) == ()
