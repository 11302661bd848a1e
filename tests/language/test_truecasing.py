"""Texts in capitals."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.language import annotate, pack_for
from wireroom.language.en.truecasing import is_capitals, truecase
from wireroom.records.spans import Span

WIRE = "THE HARBOUR MASTER SAID TODAY THAT GUERRILLAS ATTACKED A FERRY NEAR OSLO."


def test_a_wire_in_capitals_is_read_like_any_other() -> None:
    found = annotate(WIRE, Span(0, len(WIRE)), pack_for("en"))
    by_text = {token.text: token for token in found.tokens}
    assert by_text["ATTACKED"].lemma == "attack"
    assert by_text["ATTACKED"].pos == "VERB"
    assert [each.name for each in found.entities if each.type == "PLACE"] == ["Oslo"]


def test_a_text_with_some_capitals_is_left_alone() -> None:
    assert not is_capitals("URGENT: the harbour of Oslo is closed until tomorrow morning")
    assert not is_capitals("NATO")


@given(st.text(max_size=80), st.frozensets(st.text(min_size=1, max_size=4), max_size=4))
def test_no_character_moves(text: str, words: frozenset[str]) -> None:
    assert len(truecase(text, words)) == len(text)
