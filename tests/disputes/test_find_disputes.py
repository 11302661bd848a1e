from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.made import a_claim, a_place, a_quantity, a_report, an_actor, an_analysis, said_by
from wireroom.disputes import find_disputes, find_verdicts
from wireroom.disputes.ordering import SHORT, shown_value
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event, Report
from wireroom.records.disputes import Claim
from wireroom.records.links import Origin


def a_story(name: str, killed: str, low: float, place: str, actor: str) -> AnalysedDocument:
    text = f"The mayor said {actor} burnt the store at {place}, killing {killed}."
    said = said_by(text, "The mayor", "said", text[text.index(actor) : -1])
    event = a_report(
        text, "burnt", quantities=(0,), place=0, actors=(an_actor(text, actor),), attribution=0
    )
    return an_analysis(
        text,
        name,
        quantities=(a_quantity(text, killed, low, low),),
        places=(a_place(text, place),),
        events=(event,),
        attributions=(said,),
    )


STORIES = {
    "a": a_story("a", "12 people", 12, "Bellham", "Turkish agents"),
    "b": a_story("b", "15 people", 15, "Osterby", "Israeli agents"),
    "c": a_story("c", "12 men", 12, "Bellham", "the agents"),
}


def an_event(*documents: str, origins: tuple[Origin, ...] = ()) -> Event:
    reports = tuple(Report(document, 0, True) for document in documents)
    return Event("e", "a fire", "ASSAULT", None, None, reports, origins)


def test_every_field_shows_who_says_what() -> None:
    disputes = {d.field: d for d in find_disputes(an_event("a", "b", "c"), STORIES)}
    assert list(disputes) == ["killed", "place", "responsibility"]
    first, second = disputes["killed"].values
    assert (first.value, first.documents, first.speakers) == (
        "12 people",
        ("a", "c"),
        ("The mayor",),
    )
    assert (second.value, second.documents) == ("15 people", ("b",))
    evidence = second.evidence[0]
    assert evidence.span.of(STORIES[evidence.document].document.text) == "15 people"
    assert all(dispute.reason for dispute in disputes.values())


def test_reports_that_agree_make_no_dispute() -> None:
    event = an_event("a", "c")
    assert find_disputes(event, STORIES) == ()
    assert {field for field, _, _ in find_verdicts(event, STORIES)} >= {"killed", "place"}


def test_copies_of_one_origin_that_differ_are_shown_as_copies() -> None:
    origins = (Origin("agency", "The Agency", True, ("a", "b"), "credited"),)
    disputes = find_disputes(an_event("a", "b", origins=origins), STORIES)
    assert "copying change" in disputes[0].reason


def test_a_report_of_another_kind_says_nothing_of_where_it_happened() -> None:
    event = an_event("a", "b")
    reaction = Event("e", "", "CONSULT", None, None, event.reports)
    assert "place" not in {dispute.field for dispute in find_disputes(reaction, STORIES)}


@pytest.mark.parametrize("report", [Report("gone", 0, True), Report("a", 7, True)])
def test_a_report_that_is_not_there_is_left_out(report: Report) -> None:
    event = Event("e", "", "ASSAULT", None, None, (report,))
    assert find_disputes(event, STORIES) == ()


@given(st.permutations(["a", "b", "c"]))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    assert find_disputes(an_event(*order), STORIES) == find_disputes(
        an_event("a", "b", "c"), STORIES
    )


def test_what_a_later_version_puts_right_is_shown_and_opposes_nothing() -> None:
    reports = (Report("b", 0, True, role="earlier version", repeats=1), Report("a", 0, True))
    corrected = Event("e", "a fire", "ASSAULT", None, None, reports)
    assert not [d for d in find_disputes(corrected, STORIES) if d.field == "killed"]
    third = {**STORIES, "d": a_story("d", "20 people", 20, "Bellham", "the agents")}
    event = Event("e", "a fire", "ASSAULT", None, None, (*reports, Report("d", 0, True)))
    (killed,) = (d for d in find_disputes(event, third) if d.field == "killed")
    assert {v.value: v.withdrawn for v in killed.values} == {
        "12 people": (),
        "15 people": ("b",),
        "20 people": (),
    }
    assert "15" not in killed.reason


def test_values_come_in_the_order_of_time_whatever_zone_it_is_in() -> None:
    def at_time(name: str, published: str) -> AnalysedDocument:
        story = STORIES[name]
        return AnalysedDocument(replace(story.document, published=published), story.analysis)

    times = {
        "a": at_time("a", "2031-05-05T09:20:00+01:00"),
        "b": at_time("b", "2031-05-05T08:10:00+00:00"),
    }
    (killed,) = (d for d in find_disputes(an_event("a", "b"), times) if d.field == "killed")
    assert [value.value for value in killed.values] == ["15 people", "12 people"]


def test_a_value_in_two_scripts_is_shown_as_a_number() -> None:
    def claim(value: str, low: float, high: float) -> Claim:
        return a_claim(value, low, high)

    assert shown_value([claim("пять человек", 5, 5), claim("five people", 5, 5)]) == "5"
    assert shown_value(
        [claim("не менее пяти", 5, 5 * SHORT), claim("at least 5", 5, 5 * SHORT)]
    ) == ("at least 5")
    assert shown_value([claim("five people", 5, 5), claim("5 men", 5, 5)]) == "five people"
