import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.made import a_date, a_place, an_analysis, said_by
from wireroom.disputes.versions import compare_versions
from wireroom.records.annotations import Entity
from wireroom.records.changes import Change

LEAD = "The council sat on Tuesday in the old hall. Nobody was in the gallery. "


def changes(old: str, new: str) -> tuple[Change, ...]:
    return compare_versions(an_analysis(old), an_analysis(new, "b"))


@pytest.mark.parametrize(
    ("old", "new", "what", "gone"),
    [
        ("Rents rose by 1.5 percent.", "Rents rose by 15 percent.", {"number"}, "1.5"),
        ("Was the dam safe? Many left.", "Was the dam safe. Many left.", {"certainty"}, "?"),
        ('The "reform" was passed.', "The reform was passed.", {"certainty"}, '"'),
        ("The bridge may be closed.", "The bridge is closed.", {"certainty"}, "may be"),
        ("He has left the town.", "He has not left the town.", {"negation"}, None),
        ("Twelve ships sank there.", "Nine ships sank there.", {"number"}, "Twelve"),
        ("Pilots said the buoy was lit.", "The buoy was lit all night.", {"attribution"}, None),
        ("The buoy was red and old.", "The buoy was green and old.", {"wording"}, "red"),
    ],
)
def test_a_planted_change_is_found(old: str, new: str, what: set[str], gone: str | None) -> None:
    found = changes(LEAD + old, LEAD + new)
    assert found[0].kind == "changed"
    assert what <= set(found[0].what)
    if gone is not None:
        assert gone in found[0].gone


def test_names_places_and_dates_are_told_apart() -> None:
    old, new = "Mr Harrow reached Bellham on Friday.", "Mr Barrow reached Osterby on Monday."
    first = an_analysis(
        old,
        entities=(Entity(3, 9, "PERSON", "Harrow"),),
        places=(a_place(old, "Bellham"),),
        dates=(a_date(old, "Friday", "2019-03-01"),),
        attributions=(),
    )
    second = an_analysis(
        new,
        entities=(Entity(3, 9, "PERSON", "Barrow"),),
        places=(a_place(new, "Osterby"),),
        dates=(a_date(new, "Monday", "2019-03-04"),),
    )
    (found,) = compare_versions(first, second)
    assert found.what == ("name", "date", "place")
    assert found.gone == ("Harrow", "Bellham", "Friday")


def test_a_number_that_a_tagger_takes_for_a_name_is_a_number() -> None:
    old, new = (f"{number} ships sank there." for number in ("Twelve", "Nine"))
    before, after = (
        an_analysis(text, name, entities=(Entity(0, text.index(" "), "PERSON", text.split()[0]),))
        for name, text in (("a", old), ("b", new))
    )
    assert [change.what for change in compare_versions(before, after)] == [("number",)]


def test_a_source_that_went_is_an_attribution() -> None:
    old, new = "Dockers told us the crane fell.", "We saw the crane fell."
    said = said_by(old, "Dockers", "told", "the crane fell")
    (found,) = compare_versions(an_analysis(old, attributions=(said,)), an_analysis(new))
    assert "attribution" in found.what


SENTENCES = [
    "The first ferry left at dawn.",
    "No passenger was on board of it.",
    "A dog slept under the bridge.",
    "The harbour master waved twice.",
]


def test_what_was_cut_added_and_moved_is_told_apart() -> None:
    old = " ".join(SENTENCES)
    assert [c.kind for c in changes(old, " ".join(SENTENCES[:3]))] == ["removed"]
    assert [c.kind for c in changes(" ".join(SENTENCES[1:]), old)] == ["added"]
    (moved,) = changes(old, " ".join([*SENTENCES[1:], SENTENCES[0]]))
    assert (moved.kind, moved.gone) == ("moved", ())
    assert moved.old is not None
    assert moved.old.of(old) == SENTENCES[0]


def test_sentences_that_moved_together_are_one_change() -> None:
    block = ["The mill stood still for a week.", "Its owner had gone to sea."]
    old = " ".join([*block, *SENTENCES])
    (moved,) = changes(old, " ".join([*SENTENCES, *block]))
    assert moved.old is not None
    assert moved.old.of(old) == " ".join(block)


def test_a_sentence_that_was_cut_in_two_is_one_change() -> None:
    old = "The board met in the hall and it passed the plan for the bridge after a long debate."
    new = "The board met in the hall. It passed the plan for the bridge after a long debate."
    (found,) = changes(LEAD + old, LEAD + new)
    assert found.kind == "changed"
    assert found.new is not None
    assert found.new.of(LEAD + new) == new
    (joined,) = changes(LEAD + new, LEAD + old)
    assert joined.kind == "changed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It’s “over” – he left.", 'It\'s "over" - he left.'),
        ("He  left\nthe\u00a0town.", "He left the town."),
        ("He left the har\u00adbour.", "He left the harbour."),
    ],
)
def test_what_only_printers_choose_is_no_change(old: str, new: str) -> None:
    assert changes(old, new) == ()


@given(st.text(max_size=200))
def test_equal_texts_have_no_changes(text: str) -> None:
    assert changes(text, text) == ()


@given(st.lists(st.sampled_from([*SENTENCES, "No.", "It is so!"]), max_size=12), st.randoms())
def test_every_change_points_into_its_text(sentences: list[str], chance: random.Random) -> None:
    old = " ".join(sentences)
    mixed = [s for s in sentences if chance.random() > 0.2]
    chance.shuffle(mixed)
    new = " ".join(mixed)
    for change in changes(old, new):
        assert change.what
        assert change.old or change.new
        assert all(phrase in old for phrase in change.gone)
        for span, text in ((change.old, old), (change.new, new)):
            assert span is None or span.of(text).strip()


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    for change in changes(old, new):
        assert change.kind in ("removed", "added", "changed", "moved")
