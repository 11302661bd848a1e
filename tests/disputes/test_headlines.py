from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.made import a_date, a_place, a_quantity, a_report, an_analysis, at
from wireroom.disputes.headlines import compare_headline, place_by_text
from wireroom.records.analyses import PassageFinding
from wireroom.records.annotations import Entity
from wireroom.records.headlines import HeadlineFinding, Mismatch
from wireroom.records.passages import Passage
from wireroom.records.spans import Span

BODY = "At least 12 people died when a store burnt at Bellham on Friday, the mayor said."


def finding(title: str, words: str, role: str = "killed", body: str = BODY) -> HeadlineFinding:
    value = float("".join(filter(str.isdigit, words)))
    quantities = (a_quantity(title, words, value, value, role=role),)
    found = (a_quantity(body, "At least 12 people", 12, None),)
    return compare_headline(
        an_analysis(title, quantities=quantities), an_analysis(body, quantities=found)
    )


@pytest.mark.parametrize(
    ("title", "words", "fields"),
    [
        ("12 people died when store burnt at Bellham", "12 people", []),
        ("15 people died when store burnt at Bellham", "15 people", ["number"]),
    ],
)
def test_a_number_that_the_text_does_not_have(title: str, words: str, fields: list[str]) -> None:
    found = finding(title, words)
    assert [mismatch.field for mismatch in found.mismatches] == fields
    for mismatch in found.mismatches:
        assert mismatch.title.of(title) == "15"
        assert mismatch.text.of(BODY) == "At least 12 people"
        assert mismatch.reason


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("At least 12 people died when a store burnt, and 15 were hurt at Bellham.", ()),
        ("7 sailors and 8 dockers died when a store burnt at Bellham.", ("7", "8")),
    ],
)
def test_a_number_that_the_text_bears_out(body: str, numbers: tuple[str, ...]) -> None:
    title = "15 people died when store burnt at Bellham"
    found = tuple(a_quantity(body, n, float(n), float(n)) for n in numbers)
    first = an_analysis(title, quantities=(a_quantity(title, "15 people", 15, 15),))
    assert compare_headline(first, an_analysis(body, quantities=found)).mismatches == ()


def test_a_round_number_bears_with_what_it_rounds() -> None:
    title, body = "100 people died in store fire", "A store burnt and 102 people died in the fire."
    first = an_analysis(title, quantities=(a_quantity(title, "100 people", 100, 100),))
    second = an_analysis(body, quantities=(a_quantity(body, "102 people", 102, 102),))
    assert compare_headline(first, second).mismatches == ()


def test_the_number_of_a_date_is_none() -> None:
    title = "Store burnt on 15 March, people died"
    found = an_analysis(title, dates=(a_date(title, "15 March", "2019-03-15"),))
    body = an_analysis(BODY, quantities=(a_quantity(BODY, "At least 12 people", 12, None),))
    assert compare_headline(found, body).mismatches == ()


@pytest.mark.parametrize(
    ("title", "place", "body", "places", "text"),
    [
        ("Store burnt at Osterby", "Osterby", "A store burnt at Bellham.", ["Bellham"], "Bellham"),
        ("Store burnt at Bellham", "Bellham", "A store burnt at Bellham.", ["Bellham"], None),
        ("Store burnt at Bellham", "Bellham", "A store burnt near Bellam.", [], None),
        ("Store burnt in Northshire", "Northshire", "A store burnt at Bellham.", ["Bellham"], None),
        ("Store burnt at Bellham", "Bellham", "A store burnt in Saltmark.", ["Saltmark"], None),
        ("Store burnt in Saltmark", "Saltmark", "A store burnt at Bellham.", ["Bellham"], None),
        (
            "Store burnt in Fenland",
            "Fenland",
            "A store burnt at Bellham in Saltmark. Stores burnt in Fenland too in that year.",
            ["Bellham", "Saltmark", "Fenland"],
            "Bellham",
        ),
        (
            "Store of Fenland burnt",  # whose store, not where
            "Fenland",
            "A store burnt at Bellham in Saltmark.",
            ["Bellham", "Saltmark"],
            None,
        ),
    ],
)
def test_a_place_that_is_not_where_it_happened(
    title: str, place: str, body: str, places: list[str], text: str | None
) -> None:
    first = an_analysis(title, places=(a_place(title, place),))
    second = an_analysis(body, places=tuple(a_place(body, name) for name in places))
    found = compare_headline(first, second).mismatches
    assert [(m.field, m.title.of(title), m.text.of(body)) for m in found] == (
        [("place", place, text)] if text else []
    )


def test_a_name_that_stands_where_a_place_does() -> None:
    title, body = "Big store burnt at Tarn", "A big store burnt at Bellham, a guard told us."
    second = an_analysis(body, places=(a_place(body, "Bellham"),))
    (found,) = compare_headline(an_analysis(title), second).mismatches
    assert (found.field, found.title.of(title)) == ("place", "Tarn")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Big Store Burnt in Tarn Harbour Blaze", "Tarn"),
        ("Big Store Burnt in Attack", None),  # a word that names no place
        ("Store in Blaze Burnt", None),  # the text has it
    ],
)
def test_a_headline_that_writes_every_word_with_a_capital(title: str, name: str | None) -> None:
    body = "A big store burnt in a blaze at Bellham, a guard told us."
    second = an_analysis(body, places=(a_place(body, "Bellham"),))
    found = compare_headline(an_analysis(title), second).mismatches
    assert [mismatch.title.of(title) for mismatch in found] == ([name] if name else [])


def test_the_full_name_of_a_person_is_no_place() -> None:
    title, body = "Big store burnt, says Tilda Varn", "A big store burnt at Bellham, we hear."
    entities = (Entity(22, 32, "PERSON", "Tilda Varn"),)
    second = an_analysis(body, places=(a_place(body, "Bellham"),))
    assert compare_headline(an_analysis(title, entities=entities), second).mismatches == ()


@pytest.mark.parametrize(
    ("title", "body", "named"),
    [
        ("Turkish jets bombed store", "Israeli jets bombed a store.", ("Turkish", "Israeli")),
        ("Turkish jets bombed store", "Turkish jets bombed a store.", None),
        ("Terrorists bombed store", "Islamic State bombed a store.", None),
        (
            "Turkish jets bombed store",
            "Israeli jets bombed a store, which Turkish envoys saw.",
            ("Turkish", "Israeli"),
        ),
        ("Gunmen bombed store", "Israeli jets bombed a store.", None),
    ],
)
def test_a_party_that_the_text_does_not_name(
    title: str, body: str, named: tuple[str, str] | None
) -> None:
    found = compare_headline(an_analysis(title), an_analysis(body)).mismatches
    assert [(m.field, m.title.of(title), m.text.of(body)) for m in found] == (
        [("actor", *named)] if named else []
    )


@pytest.mark.parametrize(
    ("title", "body", "field", "words"),
    [
        (
            "Keeper sold lighthouse coins to museum",
            "The keeper allegedly sold the lighthouse coins to the museum.",
            "certainty",
            "allegedly",
        ),
        (
            "Keeper sold lighthouse coins to museum",
            "The keeper had not sold the lighthouse coins to the museum.",
            "negation",
            "not",
        ),
        (
            "Keeper sold lighthouse coins to museum",
            "The keeper sold the lighthouse coins to the museum and not a word was said.",
            None,
            None,
        ),
        (
            "Keeper sold lighthouse coins to museum: police",  # it has a source
            "The keeper allegedly sold the lighthouse coins to the museum, police say.",
            None,
            None,
        ),
        (
            "Keeper sold lighthouse coins to museum",
            "The keeper allegedly sold the lighthouse coins to the museum. On Monday the keeper"
            " said that he sold the lighthouse coins to the museum.",
            None,
            None,
        ),
    ],
)
def test_a_headline_that_is_surer_than_its_text(
    title: str, body: str, field: str | None, words: str | None
) -> None:
    found = compare_headline(an_analysis(title), an_analysis(body)).mismatches
    assert [(m.field, m.text.of(body)) for m in found] == ([(field, words)] if field else [])


def test_a_text_about_something_else_has_no_mismatches() -> None:
    title, body = "Store burnt at Osterby", "The choir sang for an hour at Bellham."
    first = an_analysis(title, places=(a_place(title, "Osterby"),))
    found = compare_headline(first, an_analysis(body, places=(a_place(body, "Bellham"),)))
    assert (found.relation, found.mismatches) == ("unrelated", ())


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_headline_can_be_held_against_any_text(title: str, body: str) -> None:
    found = compare_headline(an_analysis(title), an_analysis(body))
    for mismatch in found.mismatches:
        assert mismatch.title.of(title)
        assert mismatch.text.of(body)


@pytest.mark.parametrize(
    ("title", "body", "fields"),
    [
        (
            "Rebels burn store at Bellham",
            "A store burnt at Bellham. An officer said that rebels may have come in by the gate.",
            ["certainty"],
        ),
        (
            "Rebels burn store at Bellham",
            "A store burnt at Bellham. Rebels may have come by the gate. The rebels said so.",
            [],
        ),
        (
            "Rebels may burn store at Bellham",
            "A store burnt at Bellham. An officer said that rebels may have come in by the gate.",
            [],
        ),
        ("Rebels burn store at Bellham", "A store burnt at Bellham, and nobody was hurt.", []),
    ],
)
def test_a_headline_that_is_sure_who_did_what_the_text_leaves_open(
    title: str, body: str, fields: list[str]
) -> None:
    first = an_analysis(title, events=(a_report(title, "burn"),))
    found = [m.field for m in compare_headline(first, an_analysis(body)).mismatches]
    assert found == fields


def test_an_event_is_where_the_text_has_it_and_not_the_headline() -> None:
    text = "Store burnt at Osterby\nA store burnt at Bellham on Friday."
    title = Span(0, text.index("\n"))
    event = replace(a_report(text, "burnt"), place=0)
    mismatch = Mismatch("place", at(text, "Osterby"), at(text, "Bellham"))
    analysis = an_analysis(
        text,
        places=(a_place(text, "Osterby"), a_place(text, "Bellham")),
        events=(event,),
        passages=(Passage(0, len(text), "pasted", "en", title_span=title, post=1, part=0),),
        passage_headlines=(PassageFinding(0, HeadlineFinding("discusses", (mismatch,))),),
    ).analysis
    assert place_by_text(analysis).events[0].place == 1
    without = replace(analysis, passage_headlines=())
    assert place_by_text(without) == without
