"""The whole way on the bundled story: everything that its README promises, and nothing else."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from wireroom.disputes.translations import check_translation
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document, compare_documents
from wireroom.reading import read_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Comparison, Event
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.documents import Document
from wireroom.records.pages import Page
from wireroom.stories import build_story

HARBOUR = Path(str(files("wireroom.samples").joinpath("harbour")))
NORTHWIRE, BEACON, VESTNIK = "1-northwire", "2-daily-beacon", "3-kolsky-vestnik"
FIRST, CORRECTED = "4-fjord-post-first", "5-fjord-post-corrected"
REVIEW, THREAD = "6-polar-review", "7-harbour-watch-thread"
ALL = {NORTHWIRE, BEACON, VESTNIK, FIRST, CORRECTED, REVIEW, THREAD}


@cache
def story() -> dict[str, AnalysedDocument]:
    """The analysed Documents by the name of their file, which is their id too."""
    found = {}
    for path in sorted(HARBOUR.iterdir()):
        for document in read_documents(Page(path.name, path.read_bytes())):
            assert isinstance(document, Document)
            named = replace(document, id=path.stem)
            found[path.stem] = AnalysedDocument(named, analyse_document(named, Gazetteer.open()))
    return found


@cache
def compared() -> Comparison:
    return compare_documents(list(story().values()))


@cache
def explosions() -> Event:
    return max(compared().events, key=lambda event: len(event.reports))


def disputes() -> dict[str, Dispute]:
    return {dispute.field: dispute for dispute in explosions().disputes}


def value_of(field: str, words: str) -> DisputedValue:
    """The value of a disputed field that some report gives in the given words."""
    (found,) = {
        value.value: value
        for value in disputes()[field].values
        for evidence in value.evidence
        if words in evidence.span.of(story()[evidence.document].document.text).lower()
    }.values()
    return found


def test_the_story_has_the_seven_documents() -> None:
    assert story().keys() == ALL
    assert not compared().unplaced


def test_the_explosions_are_one_event_that_all_report() -> None:
    event = explosions()
    assert (event.type, event.date, event.place) == ("ASSAULT", "2025-03-13", "Kirkenes")
    assert {report.document for report in event.reports} == ALL
    assert {report.document for report in event.reports if report.main} == ALL


def test_two_origins_stand_behind_them() -> None:
    origins = {
        each.source: set(each.documents) for each in explosions().origins if each.established
    }
    assert origins == {
        "Ingrid Solheim": {NORTHWIRE, BEACON, THREAD},
        "Эрик Нильсен": {VESTNIK, FIRST, CORRECTED, REVIEW, THREAD},
    }
    (poster,) = (each for each in explosions().origins if not each.established)
    assert (poster.kind, set(poster.documents)) == ("post", {THREAD})


def test_what_repeats_a_report_is_none() -> None:
    roles = [(each.document, each.role) for each in explosions().reports if each.role != "report"]
    assert sorted(roles) == [
        (FIRST, "earlier version"),
        (THREAD, "quotation"),
        (THREAD, "translation"),
    ]


def test_exactly_what_is_promised_is_disputed() -> None:
    assert set(disputes()) == {"killed", "injured", "responsibility", "damage"}
    assert not any(event.disputes for event in compared().events if event != explosions())


def test_how_many_died() -> None:
    assert set(value_of("killed", "at least three people").documents) == {NORTHWIRE, BEACON, THREAD}
    assert set(value_of("killed", "не менее пяти").documents) == {VESTNIK, REVIEW, THREAD}
    assert set(value_of("killed", "four people").documents) == {CORRECTED, THREAD}


def test_the_number_that_was_corrected_is_shown_as_withdrawn() -> None:
    for field in ("killed", "injured"):
        (old,) = (value for value in disputes()[field].values if FIRST in value.documents)
        assert old.withdrawn == (FIRST,)


def test_who_is_held_responsible() -> None:
    by_words = {
        evidence.span.of(story()[evidence.document].document.text).lower(): value
        for value in disputes()["responsibility"].values
        for evidence in value.evidence
    }
    assert "Ingrid Solheim" in by_words["saboteurs"].speakers
    assert set(by_words["saboteurs"].documents) == {FIRST, THREAD}
    assert set(by_words["saboteurs may have entered"].documents) == {NORTHWIRE, BEACON}
    assert set(by_words["gas leak"].documents) == {VESTNIK, FIRST, REVIEW}
    assert by_words["gas leak"] == by_words["утечка газа"]
    assert set(by_words["no sabotage"].documents) == {VESTNIK, REVIEW}
    assert set(by_words["gas leak could have caused"].documents) == {CORRECTED}
    assert "saboteurs (Ingrid Solheim)" in disputes()["responsibility"].reason


def test_how_bad_the_damage_to_the_pier_is() -> None:
    assert set(value_of("damage", "minor damage").documents) == {NORTHWIRE, BEACON}
    assert set(value_of("damage", "серьёзный ущерб").documents) == {VESTNIK}
    assert set(value_of("damage", "serious damage").documents) == {FIRST, CORRECTED, REVIEW}


def test_the_translation_is_found_and_its_wrong_number() -> None:
    (found,) = (
        each
        for each in compared().reuse
        if each.kind == "translation" and each.origin.document != each.copy.document
    )
    assert (found.origin.document, found.copy.document) == (VESTNIK, REVIEW)
    assert found.direction_known
    (slip,) = check_translation(story()[VESTNIK], story()[REVIEW])
    assert slip.original is not None
    assert slip.translation is not None
    assert slip.field == "number"
    assert slip.original.of(story()[VESTNIK].document.text) == "девять"
    assert slip.translation.of(story()[REVIEW].document.text) == "nineteen"


@pytest.mark.parametrize(
    ("document", "to", "kind"),
    [
        (BEACON, NORTHWIRE, "credited"),
        (BEACON, NORTHWIRE, "copied"),
        (VESTNIK, NORTHWIRE, "cited"),
        (REVIEW, VESTNIK, "translated"),
        (THREAD, BEACON, "copied"),
        (THREAD, CORRECTED, "copied"),
    ],
)
def test_who_has_it_from_whom(document: str, to: str, kind: str) -> None:
    assert (document, to, kind) in links()


def test_nobody_is_said_to_have_copied_who_has_not() -> None:
    copied = {(document, to) for document, to, kind in links() if kind == "copied"}
    assert copied == {(BEACON, NORTHWIRE), (THREAD, BEACON), (THREAD, CORRECTED)}


def links() -> set[tuple[str, str, str]]:
    return {(each.evidence.document, each.to, each.kind) for each in compared().chains}


def test_the_headline_that_makes_a_may_have_a_fact() -> None:
    flagged = {
        name: [mismatch.field for mismatch in each.analysis.headline.mismatches]
        for name, each in story().items()
        if each.analysis.headline and each.analysis.headline.mismatches
    }
    assert flagged == {BEACON: ["certainty"]}


def test_the_headline_that_names_the_wrong_town() -> None:
    thread = story()[THREAD]
    (mismatch,) = (
        mismatch
        for found in thread.analysis.passage_headlines
        for mismatch in found.headline.mismatches
    )
    assert mismatch.field == "place"
    assert mismatch.text.of(thread.document.text) == "Kirkenes"


def test_a_denial_is_a_mention_and_the_explosions_are_an_event() -> None:
    assert explosions().standing == "event"
    denials = [event for event in compared().events if event.standing == "mention"]
    assert denials
    assert all("denied" in event.title and event.standing_reason for event in denials)
    assert sum(event.standing == "event" for event in compared().events) == 2


def test_the_police_are_one_speaker_and_their_officer_another() -> None:
    speakers = build_story("harbour", tuple(story().values()), compared()).speakers
    (police,) = (each for each in speakers if each.name == "Police in Kirkenes")
    assert set(police.also) == {"Kirkenes police", "Police", "Полиция Киркенеса"}
    assert {step.document for step in police.statements} >= {NORTHWIRE, VESTNIK}
    (officer,) = (each for each in speakers if "police officer" in each.name)
    assert not officer.named
    others = [each.name for each in speakers if each not in (police, officer)]
    assert not any("police" in name.casefold() or "полиция" in name.casefold() for name in others)
