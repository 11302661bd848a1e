"""On whose word reports rest, and how many origins that makes."""

from dataclasses import replace
from typing import Any

import pytest

from linking.made import Told, a_document, a_thread, analysed
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.documents import Part
from wireroom.records.links import Origin
from wireroom.stories import build_story
from wireroom.text.independence import count_independent

TEXTS = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery and carried off nine "
    "barrels in a lorry.",
    "Two guards were shot when masked raiders broke into the Port Ellery gunpowder store; nine "
    "barrels are gone.",
    "At the gunpowder store of Port Ellery two guards have been shot. The masked raiders took "
    "nine barrels.",
)


def a_report(
    number: int, more: str = "", outlet: str | None = None, **told: str
) -> AnalysedDocument:
    speaker_kind = told.pop("speaker_kind", "person")
    document = a_document(f"d{number}", TEXTS[number] + more, outlet=outlet)
    known = Told(
        "shot",
        date="2031-05-05",
        place="Port Ellery",
        speaker=told.get("speaker"),
        speaker_kind=speaker_kind if told.get("speaker") else None,  # type: ignore[arg-type]
    )
    return analysed(document, known)


def the_event(*documents: AnalysedDocument) -> Event:
    (event,) = link_documents(documents).events
    return event


def test_one_speaker_in_two_papers_is_one_origin() -> None:
    event = the_event(*(a_report(number, speaker="Inspector Dunmore") for number in (0, 1)))
    (origin,) = event.origins
    assert (origin.kind, origin.source) == ("person", "Inspector Dunmore")
    assert (origin.established, origin.documents) == (True, ("d0", "d1"))


def test_two_speakers_are_two_origins() -> None:
    event = the_event(a_report(0, speaker="Inspector Dunmore"), a_report(1, speaker="Alma Reyes"))
    assert count_independent(event.origins) == 2


def test_one_agency_behind_two_papers_is_one_origin() -> None:
    event = the_event(a_report(0, " - REUTERS"), a_report(1, " (Reuters)"))
    (origin,) = event.origins
    assert (origin.kind, origin.source) == ("agency", "Reuters")
    assert "Reuters" in origin.reason


def test_a_photograph_is_no_credit_for_the_words() -> None:
    event = the_event(a_report(0, " REUTERS/A. Photographer"))
    assert not event.origins[0].established


def test_who_names_nobody_is_not_established() -> None:
    event = the_event(a_report(0, outlet="Ellery Echo"), a_report(1), a_report(2))
    assert len(event.origins) == 3
    assert count_independent(event.origins) == 0


def test_an_unnamed_official_is_not_established_and_not_the_same_as_another() -> None:
    event = the_event(
        *(a_report(n, speaker="a senior official", speaker_kind="unnamed") for n in (0, 1))
    )
    assert [origin.established for origin in event.origins] == [False, False]


def test_witnesses_without_a_name_are_not_established() -> None:
    event = the_event(a_report(0, speaker="residents", speaker_kind="witness"))
    assert [(x.kind, x.established) for x in event.origins] == [("witness", False)]


def test_a_copy_rests_on_what_its_original_rests_on() -> None:
    original = a_report(0, speaker="Inspector Dunmore")
    copy = analysed(
        a_document("copy", TEXTS[0]), Told("shot", date="2031-05-05", place="Port Ellery")
    )
    (origin,) = the_event(original, copy).origins
    assert origin.documents == ("copy", "d0")
    assert "words in common" in origin.reason


def test_outlets_that_cite_one_another_are_a_circle_and_nobody_s_origin() -> None:
    event = the_event(
        a_report(0, outlet="Ellery Echo", speaker="Westmark Post", speaker_kind="outlet"),
        a_report(1, outlet="Westmark Post", speaker="Ellery Echo", speaker_kind="outlet"),
    )
    assert count_independent(event.origins) == 0
    assert all("circle" in origin.reason for origin in event.origins)


def test_a_source_that_is_not_at_hand_is_said_to_be_missing() -> None:
    event = the_event(a_report(0, speaker="Westmark Post", speaker_kind="outlet"))
    (origin,) = event.origins
    assert (origin.kind, origin.source) == ("outlet", "Westmark Post")
    assert "not among" in origin.reason


def test_a_post_that_repeats_another_is_no_second_origin() -> None:
    words = "Raiders have shot two guards at the gunpowder store in Port Ellery"
    thread = a_thread(
        "t", [f"{words}."], [f"{words}.", Part("pasted", 0, 0, title="Guards shot in Port Ellery")]
    )
    found = link_documents(
        [
            analysed(
                thread,
                Told("have shot", place="Port Ellery"),
                Told("shot in", place="Port Ellery"),
            )
        ]
    )
    assert all(origin.kind == "post" for event in found.events for origin in event.origins)


def test_an_outlet_s_own_report_and_who_credits_it_are_one_origin() -> None:
    own = a_report(0, outlet="Ellery Wire")
    copy = a_report(1, "\nReporting by Ellery Wire", outlet="Westmark Post")
    (origin,) = the_event(own, copy).origins
    assert (origin.source, origin.documents) == ("Ellery Wire", ("d0", "d1"))


def test_an_origin_has_the_name_of_who_told_it_first() -> None:
    text = TEXTS[0] + " The lorry was found burnt out on the moor road, and nobody was held."
    told = Told("shot", date="2031-05-05", place="Port Ellery")
    late = a_document("late", text, published="2031-05-06T09:00Z", outlet="Daily Copy")
    early = a_document("early", text, published="2031-05-06T10:00+03:00", outlet="Morning Wire")
    (origin,) = the_event(analysed(late, told), analysed(early, told)).origins
    assert (origin.source, origin.established) == ("Morning Wire", False)


def _published_in(told: AnalysedDocument, **fields: str) -> AnalysedDocument:
    published: dict[str, Any] = {**fields}
    return replace(told, document=replace(told.document, **published))


@pytest.mark.parametrize(
    ("alike", "origins", "established"),
    [
        ({"outlet": "Ellery Echo"}, 2, 2),  # one publisher, two speakers
        ({"feed": "Coast news"}, 2, 2),  # one feed, two speakers
        ({"url": "https://echo.example/{}"}, 2, 2),  # one house, as far as an address shows it
        ({"author": "Ann Example"}, 2, 2),
    ],
)
def test_feed_publisher_and_owner_make_no_origin_one(
    alike: dict[str, str], origins: int, established: int
) -> None:
    documents = [
        _published_in(each, **alike)
        for each in (a_report(0, speaker="Inspector Dunmore"), a_report(1, speaker="Alma Reyes"))
    ]
    event = the_event(*documents)
    assert (len(event.origins), count_independent(event.origins)) == (origins, established)


@pytest.mark.parametrize("field", ["outlet", "feed", "url", "author"])
def test_two_feeds_publishers_and_owners_make_no_second_origin(field: str) -> None:
    documents = [
        _published_in(each, **{field: f"https://{at}.example"})
        for at, each in enumerate(a_report(n, speaker="Inspector Dunmore") for n in (0, 1))
    ]
    assert len(the_event(*documents).origins) == 1


@pytest.mark.parametrize("field", ["outlet", "feed", "url", "author"])
def test_what_nobody_is_named_for_is_never_independent(field: str) -> None:
    documents = [
        _published_in(each, **{field: f"https://{at}.example"})
        for at, each in enumerate(a_report(n) for n in range(3))
    ]
    origins = the_event(*documents).origins
    assert count_independent(origins) == 0
    assert {origin.states for origin in origins} == {("not established",)}


def test_one_function_counts_events_and_stories() -> None:
    documents = [
        a_report(0, speaker="Inspector Dunmore", outlet="Ellery Echo"),
        a_report(1, speaker="Alma Reyes"),
        a_report(2),
    ]
    comparison = link_documents(documents)
    story = build_story("Raid", documents, comparison)
    (sources,) = story.sources
    number = count_independent(*(event.origins for event in comparison.events))
    assert number == story.counts.origins == sources.origins == 2
    assert sources.not_established == story.counts.not_established == 1


def test_an_origin_of_two_events_is_one_and_two_of_one_event_are_two() -> None:
    def an_origin(source: str, document: str, established: bool = True) -> Origin:
        return Origin("person", source, established, (document,), "")

    one, other = an_origin("Ilse Varga", "a"), an_origin("ILSE VARGA", "b")
    assert count_independent([one], [other]) == 1
    assert count_independent([one, other]) == 2
    assert count_independent([one, other], [one]) == 2
    assert count_independent([one], [an_origin("Ilse Varga", "c", established=False)]) == 1
