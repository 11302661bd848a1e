"""A passage is encoded once, window by window, for all who read it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.extraction.encoder import Encoder, encoder_for, flowing
from wireroom.extraction.encoder.encoding import SIZE, Words
from wireroom.extraction.encoder.pieces import Window
from wireroom.language import annotate, pack_for
from wireroom.records.spans import Span

PARAGRAPH = (
    "The harbour office of Port Selwyn said on Monday that three trawlers had been seized. "
    "Its master denied it. "
)
LONG = "\n\n".join(PARAGRAPH * 4 for _ in range(6))


@pytest.fixture
def encoder() -> Encoder:
    found = encoder_for("en")
    assert found is not None
    return found


def test_a_language_without_an_encoder_has_none() -> None:
    assert encoder_for("und") is None


def test_windows_hold_every_piece_once_and_are_no_larger_than_in_training(
    encoder: Encoder,
) -> None:
    read = encoder.read(LONG)
    assert len(read.windows) > 1
    assert all(0 < window.hi - window.lo <= SIZE for window in read.windows)
    bounds = [(window.lo, window.hi) for window in read.windows]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(read.pieces.ids)
    assert all(before[1] == after[0] for before, after in zip(bounds, bounds[1:], strict=False))


def test_what_was_encoded_is_not_encoded_again(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = "Nobody at the customs house of Port Selwyn had read this line before."
    read = encoder.read(fresh)
    whole = Window(0, len(read.pieces.ids))
    first = encoder.vectors(read, whole)
    monkeypatch.setattr(encoder, "_session", None)
    again = encoder.vectors(encoder.read(fresh), whole)
    assert np.array_equal(first.top, again.top)
    assert np.array_equal(first.middle, again.middle)
    encoder.forget()
    with pytest.raises(AttributeError):
        encoder.vectors(encoder.read(fresh), whole)


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_a_part_across_windows_is_the_windows_joined(data: st.DataObject) -> None:
    encoder = encoder_for("en")
    assert encoder is not None
    read = encoder.read(LONG)
    count = len(read.pieces.ids)
    lo = data.draw(st.integers(0, count - 1))
    hi = data.draw(st.integers(lo + 1, count))
    part = encoder.vectors(read, Window(lo, hi))
    whole = np.concatenate([encoder.vectors(read, window).top for window in read.windows])
    assert part.middle.shape == part.top.shape
    assert np.array_equal(part.top, whole[lo:hi])


def test_words_stand_where_the_text_has_them(encoder: Encoder) -> None:
    text = "Saltworkers' unions\n\nprotested."
    read = encoder.read(text)
    words = Words.of(read.pieces, Window(0, len(read.pieces.ids)))
    found = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert found == ["Saltworkers", "'", "unions", "protested", "."]


def test_what_stands_before_in_another_passage_changes_nothing() -> None:
    text = "Armed men kidnapped the harbour master. The customs house burned."
    before = "A quiet day at the quay.\n\n"
    annotated = annotate(before + text, Span(len(before), len(before + text)), pack_for("en"))
    assert flowing(annotated) == text


def test_line_breaks_within_a_sentence_are_spaces_and_others_stay() -> None:
    wrapped = (
        "On Monday evening rebels of the Grey Fleet attacked the old customs\n"
        "house of Port Selwyn and took the harbour master away in a boat.\n\n"
        "Nobody at the quay was hurt, said the office."
    )
    annotated = annotate(wrapped, Span(0, len(wrapped)), pack_for("en"))
    assert flowing(annotated) == wrapped.replace("customs\nhouse", "customs house")
