"""Who did it: a choice among the parties that a document names."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.extraction.events.parties import Roll
from wireroom.extraction.events.perpetrators import find_perpetrator
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, Participant
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.spans import Span

NORLAND = GazetteerEntry("Norland", 60.0, 10.0, "country", 1, "NO")
ESTMARK = GazetteerEntry("Estmark", 58.0, 25.0, "country", 2, "EE")


def place(
    text: str, words: str, entry: GazetteerEntry, use: Literal["name", "demonym"]
) -> PlaceMention:
    start = text.index(words)
    return PlaceMention(start, start + len(words), words, use, "country", (entry,))


def analysed(text: str, trigger: str, *actors: str, target: str = "") -> tuple[Analysis, Document]:
    """One sentence a line; the event is mentioned at its trigger alone."""
    bounds, at = [], 0
    for line in text.split("\n"):
        bounds.append(Span(at, at + len(line)))
        at += len(line) + 1

    def one(words: str) -> Participant:
        start = text.index(words)
        return Participant((Span(start, start + len(words)),), words, "group")

    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    event = EventReport(
        span,
        "ASSAULT",
        "heavy-weapons",
        tuple(one(words) for words in actors),
        (one(target),) if target else (),
        mentions=(span,),
    )
    places = []
    if "Norlandic" in text:
        places.append(place(text, "Norlandic", NORLAND, "demonym"))
    if "Norland " in text:
        places.append(place(text, "Norland ", NORLAND, "name"))
    if "Estmarkian" in text:
        places.append(place(text, "Estmarkian", ESTMARK, "demonym"))
    places += places[:1] * 2  # the country that the text is about
    return Analysis("a", "en", sentences=tuple(bounds), places=tuple(places), events=(event,)), (
        Document("a", text)
    )


def named(text: str, trigger: str, *actors: str, target: str = "") -> str | None:
    analysis, document = analysed(text, trigger, *actors, target=target)
    return find_perpetrator(analysis, document, analysis.events[0], "shelling")


def test_who_acts_is_chosen_and_who_is_hit_is_not() -> None:
    text = "Norlandic government forces shelled rebels in Port Selm.\nTwo people died."
    found = named(text, "shelled", "Norlandic government forces", target="rebels")
    assert found == "Norlandic government forces"


def test_whom_an_accuser_names_did_it_where_no_actor_is_told() -> None:
    text = "A market in the Norlandic town was bombed.\nResidents blamed the bombing on rebels."
    analysis, document = analysed(text, "bombed")
    at = text.index("rebels")
    rebels = Participant((Span(at, at + len("rebels")),), "rebels", "group")
    blame = EventReport(Span(at - 24, at - 18), "DISAPPROVE", targets=(rebels,))
    blaming = replace(analysis, events=(*analysis.events, blame))
    assert find_perpetrator(blaming, document, blaming.events[0], "shelling") == "rebels"


def test_a_party_that_only_speaks_did_nothing() -> None:
    text = "A market in the Norlandic town was bombed.\nThe opposition condemned it."
    assert named(text, "bombed") is None


def test_nobody_did_it_where_no_party_is_named() -> None:
    assert named("A market was bombed on Friday.", "bombed") is None


@pytest.mark.parametrize(
    ("phrase", "kind", "key"),
    [
        ("the Norlandic army", "state", "state"),
        ("Estmarkian warplanes", "state", "state EE"),
        ("Free Norlandic Army", "rebels", "rebels"),
        ("rebel fighters", "rebels", "rebels"),
        ("a Dune-led coalition", "coalition", "coalition"),
        ("Grey Dawn fighters", "named", "grey dawn"),
        ("masked gunmen", "irregulars", "irregulars"),
    ],
)
def test_parties_are_told_apart(phrase: str, kind: str, key: str) -> None:
    text = "Norlandic and Estmarkian officials met."
    analysis, _ = analysed(text, "met")
    party = Roll(analysis, text).of(Span(0, 1), phrase)
    assert party is not None
    assert (party.kind, party.key) == (kind, key)


@pytest.mark.parametrize("phrase", ["jets", "an official", "residents", ""])
def test_what_is_of_no_party_is_none(phrase: str) -> None:
    assert Roll(Analysis("a", "en"), "").of(Span(0, 1), phrase) is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("army", "Norlandic army"),
        ("jets", "Norlandic military"),
        ("Estmarkian jets", "Estmarkian military"),
        ("Norland army", "Norlandic army"),
        ("Veld regime", "Veld regime"),
    ],
)
def test_a_states_forces_are_shown_with_their_country(name: str, shown: str) -> None:
    text = "Norlandic troops met Estmarkian ones in Norland today."
    analysis, _ = analysed(text, "met")
    assert Roll(analysis, text).nationality(name) == shown


@given(st.text(alphabet="AaZ ’'.-\n", max_size=200), st.sampled_from(["army", "rebels", "jets"]))
def test_mentions_lie_in_the_text_in_order(words: str, head: str) -> None:
    text = f"{words} {head} met."
    found = Roll(Analysis("a", "en"), text).mentions()
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
