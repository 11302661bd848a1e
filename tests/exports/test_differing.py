"""Two passages side by side: what is marked in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.exports.page.differing import ALIKE, AROUND, mark_differences

_texts = st.text("ab.,é م\n", max_size=60)


def _marked(earlier: str, later: str) -> tuple[str, str]:
    sides = mark_differences(earlier, later)
    signs = {"gone": "-{}-", "new": "+{}+", "left out": "<{}>", "cut": "<cut>"}
    return (
        "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in sides[0]),
        "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in sides[1]),
    )


@pytest.mark.parametrize(
    ("earlier", "later", "marked"),
    [
        ("Four men died.", "Five men died.", ("-Four- men died.", "+Five+ men died.")),
        ("The men  died,", "the men\ndied", ("The men died-,-", "the men died")),
        ("“Four men died”", "Four men", ("-“-Four men -died”-", "Four men")),
        ("", "Four", ("", "+Four+")),
        ("Погибли трое", "Погибли двое", ("Погибли -трое-", "Погибли +двое+")),
        ("قتل ثلاثة رجال", "قتل رجال", ("قتل -ثلاثة- رجال", "قتل رجال")),
    ],
)
def test_what_only_one_has_is_marked(earlier: str, later: str, marked: tuple[str, str]) -> None:
    assert _marked(earlier, later) == marked


@given(_texts, _texts)
def test_no_character_is_lost_but_white_space(earlier: str, later: str) -> None:
    for text, side in zip((earlier, later), mark_differences(earlier, later), strict=True):
        assert "".join(piece.text for piece in side) == " ".join(text.split())


@given(_texts)
def test_what_is_alike_is_not_marked(text: str) -> None:
    assert {piece.kind for side in mark_differences(text, text) for piece in side} <= {"same"}


def test_the_middle_of_a_long_run_is_left_out_and_counted() -> None:
    words = " ".join(f"w{at}" for at in range(ALIKE + 1))
    left, _ = _marked(f"old {words}", f"new {words}")
    assert left.startswith("-old- w0 ")
    assert f"<{ALIKE + 1 - 2 * AROUND}>" in left
    assert left.endswith(f"w{ALIKE}")
