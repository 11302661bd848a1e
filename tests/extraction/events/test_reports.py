"""One report a happening: mentions, place, day, numbers, certainty, attribution."""

import pytest

from extraction.events.finding import Find
from wireroom.records.attributions import Attribution
from wireroom.records.events import Certainty
from wireroom.records.places import GazetteerEntry, PlaceMention, Precision
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression
from wireroom.records.values import Values


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def place(text: str, words: str, precision: Precision = "town") -> PlaceMention:
    entry = GazetteerEntry(words, 1.0, 2.0, precision, country="NO", admin1="Selm")
    return PlaceMention(*at(text, words), words, "name", precision, (entry,))


def killed(text: str, words: str, value: float) -> Quantity:
    return Quantity(*at(text, words), value, value, value, "person", "killed")


def test_mentions_of_one_happening_are_one_report(find: Find) -> None:
    text = (
        "A car bomb killed five people near the market on Monday. "
        "The blast also wounded a policeman. No group claimed the attack."
    )
    (event,) = find(text)
    assert event.type == "ASSAULT"
    assert event.mode == "explosives"
    assert event.mentions[0] == event.trigger
    assert {span.of(text) for span in event.mentions} >= {"killed", "blast", "attack"}


def test_another_attack_is_another_report(find: Find) -> None:
    text = "Gunmen attacked a bakery. In another attack, pirates kidnapped the pilot."
    assert [event.mode for event in find(text)].count("abduct") == 1
    assert len(find(text)) >= 2


def test_place_day_and_numbers_of_the_sentence(find: Find) -> None:
    text = "Two fishermen were killed on Friday when rebels shelled Port Selm in Norland."
    values = Values(
        (place(text, "Port Selm"), place(text, "Norland", "country")),
        (TimeExpression(*at(text, "Friday"), "DATE", "2021-03-05"),),
        (killed(text, "Two fishermen", 2),),
        "2021-03-06",
    )
    event = find(text, "en", values)[0]
    assert event.place == 0
    assert event.date == "2021-03-05"
    assert event.quantities == (0,)


def test_a_party_is_no_place(find: Find) -> None:
    text = "Norland vetoed the plan."
    values = Values((place(text, "Norland", "country"),))
    assert find(text, "en", values)[0].place is None


@pytest.mark.parametrize(
    ("text", "name", "precision", "where"),
    [
        ("Rebels wounded Norland soldiers near the quay.", "Norland", "country", None),
        ("The bomb went off inside Norland territory.", "Norland", "country", 0),
        ("Rebels killed Solberg Fuentes, a pilot.", "Solberg", "town", None),
        ("Gunmen fired on the Belmar police.", "Belmar", "town", None),
        ("REBELS SET FIRE TO THE BRIDGE OVER THE CHANNEL OF KIRKEVIK.", "BRIDGE", "town", None),
    ],
)
def test_whose_it_is_is_not_where_it_was(
    find: Find, text: str, name: str, precision: Precision, where: int | None
) -> None:
    event = find(text, "en", Values((place(text, name, precision),)))[0]
    assert event.place == where


@pytest.mark.parametrize(
    ("text", "when", "date"),
    [
        ("The mayor said on Friday that rebels shelled the town.", "Friday", None),
        ("The mayor on Friday condemned the killing of two pilots.", "Friday", None),
        ("The mayor said that rebels shelled the town on Friday.", "Friday", "2021-03-05"),
    ],
)
def test_the_day_on_which_somebody_spoke_dates_no_event(
    find: Find, text: str, when: str, date: str | None
) -> None:
    values = Values((), (TimeExpression(*at(text, when), "DATE", "2021-03-05"),))
    violent = [event for event in find(text, "en", values) if event.type == "ASSAULT"]
    assert [event.date for event in violent] == [date]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Нанесён удар по базе Норландии.", None),  # whose base it is
        ("Нанесён удар по северу Норландии.", 0),
        ("Нанесён удар по базе в Норландии.", 0),
    ],
)
def test_an_owner_is_no_place(find: Find, text: str, where: int | None) -> None:
    name = text[text.index("Норланд") : -1]
    assert find(text, "ru", Values((place(text, name, "country"),)))[0].place == where


def test_a_date_alone_on_its_line_dates_no_event(find: Find) -> None:
    text = "Rebels shelled the town\n05.03.2021 - 12:30"
    values = Values((), (TimeExpression(*at(text, "05.03.2021"), "DATE", "2021-03-05"),))
    assert find(text, "en", values)[0].date is None


def test_what_is_denied_is_no_further_mention(find: Find) -> None:
    text = "Rebels shelled the bakery. The mayor denied that the school had been shelled."
    told = Attribution(
        (at(text, "The mayor"),),
        (at(text, "denied"),),
        (at(text, "that the school had been shelled"),),
        "indirect",
        "denies",
    )
    reports = [x for x in find(text, "en", Values(), (told,)) if x.type == "ASSAULT"]
    assert [report.certainty for report in reports] == ["asserted", "denied"]


def test_who_speaks_in_passing_has_not_reported_it(find: Find) -> None:
    text = "Rebels shelled the bakery. The mayor condemned the shelling."
    told = Attribution(
        (at(text, "The mayor"),), (at(text, "condemned"),), (at(text, "the shelling"),), "indirect"
    )
    reports = [x for x in find(text, "en", Values(), (told,)) if x.type == "ASSAULT"]
    assert [report.attribution for report in reports] == [None]


def test_durations_and_vague_times_are_no_day(find: Find) -> None:
    text = "Rebels shelled the town for three days."
    values = Values((), (TimeExpression(*at(text, "three days"), "DURATION", "P3D"),))
    assert find(text, "en", values)[0].date is None


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Rebels attacked the bakery.", "asserted"),
        ("Rebels may have attacked the bakery.", "possible"),
        ("Rebels allegedly attacked the bakery.", "alleged"),
        ("Rebels did not attack the bakery.", "denied"),
        ("Rebels plan to attack the bakery.", "planned"),
        ("A court examined the allegation that rebels bombed the bakery.", "alleged"),
        ("A court cleared rebels of the allegation that they bombed the bakery.", "denied"),
    ],
)
def test_certainty(find: Find, text: str, certainty: Certainty) -> None:
    assert [event.certainty for event in find(text) if event.type == "ASSAULT"] == [certainty]


@pytest.mark.parametrize(("stance", "certainty"), [("asserts", "reported"), ("denies", "denied")])
def test_the_innermost_attribution_counts(find: Find, stance: str, certainty: str) -> None:
    text = "The radio says the mayor insisted that rebels attacked the bakery."
    outer = Attribution(
        (at(text, "The radio"),),
        (at(text, "says"),),
        (at(text, "the mayor insisted that rebels attacked the bakery"),),
        "indirect",
    )
    inner = Attribution(
        (at(text, "the mayor"),),
        (at(text, "insisted"),),
        (at(text, "rebels attacked the bakery"),),
        "indirect",
        "denies" if stance == "denies" else "asserts",
        inside=0,
    )
    events = find(text, "en", Values(), (outer, inner))
    event = next(event for event in events if event.type == "ASSAULT")
    assert event.attribution == 1
    assert event.certainty == certainty


def test_who_is_said_to_have_done_it_is_an_actor(find: Find) -> None:
    text = "The Grey Fleet claimed responsibility for the bombing of the customs house."
    event = next(event for event in find(text) if event.type == "ASSAULT")
    assert any("Fleet" in one.name for one in event.actors)
    assert any("house" in one.name for one in event.targets)
