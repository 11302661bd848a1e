"""Paragraphs, sentences and quotations, by rules alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.language.generic import split_sentences
from wireroom.language.paragraphs import LONGEST, split_paragraphs
from wireroom.language.quotations import find_quotations
from wireroom.records.spans import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in split_paragraphs(text, whole(text))]


def test_a_line_is_a_paragraph() -> None:
    assert paragraphs("One.\n  Two. \n\n\nThree.") == ["One.", "Two.", "Three."]


def test_a_wrapped_text_is_parted_by_blank_lines() -> None:
    lines = "The ferry from the outer islands did not sail on Monday because of\n" * 3
    assert len(paragraphs(f"{lines}the ice.\n\n{lines}the wind.")) == 2


def test_a_paragraph_without_end_is_cut_at_a_space() -> None:
    pieces = split_paragraphs(text := "word " * LONGEST, whole(text))
    assert all(span.end - span.start <= LONGEST for span in pieces)
    assert sum(len(span.of(text).split()) for span in pieces) == LONGEST


@given(st.text(alphabet="ab \n\t", max_size=200))
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    assert " ".join(paragraphs(text)).split() == text.split()


@given(st.text(alphabet="ab. !?\n؟", max_size=200))
def test_sentences_hold_every_word_in_order(text: str) -> None:
    found = split_sentences(text, whole(text))
    assert " ".join(span.of(text) for span in found).split() == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We left." Then he left.', [('"We left."', 0, True)]),
        (
            "“She called it ‘a mistake’ twice.”",
            [("“She called it ‘a mistake’ twice.”", 0, True), ("‘a mistake’", 1, True)],
        ),
        ("«Мы не комментируем», — сказал он.", [("«Мы не комментируем»", 0, True)]),
        ("„Wir gehen“, sagte sie.", [("„Wir gehen“", 0, True)]),
        ("“It goes on.\n“And on.”", [("“It goes on.", 0, False), ("“And on.”", 0, True)]),
        ("the dockers' strike and Solheim's word", []),
        ("a 'so-called' truce", [("'so-called'", 0, True)]),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, int, bool]]) -> None:
    found = find_quotations(text, whole(text))
    assert [(each.span.of(text), each.depth, each.closed) for each in found] == expected


@given(st.text(alphabet="ab \"'“”«»‘’\n", max_size=120))
def test_quotations_nest_or_stand_apart(text: str) -> None:
    found = find_quotations(text, whole(text))
    for one in found:
        for other in found:
            crossing = one.start < other.start < one.end < other.end
            assert not crossing


def test_a_quotation_that_opens_a_paragraph_may_close_in_the_next() -> None:
    text = '"The tide is high.\n\nNobody will sail, " the channel notes.\n\nIt was 12" wide.'
    found = find_quotations(text, whole(text))
    assert [(q.span.of(text), q.closed) for q in found[:2]] == [
        ('"The tide is high.', False),
        ('Nobody will sail, "', True),
    ]


def test_a_quotation_left_open_ends_with_its_paragraph_where_the_next_has_its_own() -> None:
    text = '"The tide is high.\n\nHe said: "Nobody will sail.'
    assert [q.span.of(text) for q in find_quotations(text, whole(text))] == [
        '"The tide is high.',
        '"Nobody will sail.',
    ]
