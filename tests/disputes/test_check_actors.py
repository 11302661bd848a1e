import pytest

from disputes.made import a_claim, a_place, a_report, an_actor, an_analysis
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.actors import compare_actors, find_actors
from wireroom.disputes.parties import find_parties, party_of
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict


def claim(name: str, document: str) -> Claim:
    key = "|".join(sorted(party_of(name)))
    return a_claim(name, field="actor", key=key, document=document)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Turkish troops", "the Turkish army's men", Agreed),
        ("Turkish troops", "Israeli troops", Disputed),
        ("rebels", "insurgents", Agreed),
        ("Islamic State militants", "terrorists", Agreed),  # a name that others call them by
        ("Turkish troops", "the Osterby watch", Agreed),  # may be anybody
        ("Turkish troops", "gunmen", CannotTell),  # fits anybody
    ],
)
def test_parties_that_cannot_be_one_are_disputed(
    first: str, second: str, verdict: type[Verdict]
) -> None:
    found = compare_actors([claim(first, "a"), claim(second, "b")])
    assert isinstance(found, verdict)
    assert found.reason


def test_us_and_is_count_in_capitals_only() -> None:
    assert [m.party for m in find_parties("It is said that IS told us of the US")] == [
        "islamic state",
        "united states",
    ]


def test_actors_of_one_report_are_one_claim() -> None:
    text = "Turkish and Russian envoys met in Osterby."
    actors = (an_actor(text, "Turkish"), an_actor(text, "Russian envoys"))
    event = a_report(text, "met", "CONSULT", actors=actors)
    analysed = an_analysis(text, events=(event,))
    (found,) = find_actors(Account(analysed, event, 0, True, None, None))
    assert found.key == "russia|turkey"
    assert found.value == "Turkish, Russian envoys"


@pytest.mark.parametrize(("kind", "claims"), [("CONSULT", 0), ("AGREE", 0), ("REJECT", 1)])
def test_one_side_of_talks_is_no_rival_of_the_other(kind: str, claims: int) -> None:
    text = "Turkish envoys came to Osterby."
    event = a_report(text, "came", kind, actors=(an_actor(text, "Turkish envoys"),))  # type: ignore[arg-type]
    analysed = an_analysis(text, events=(event,))
    assert len(list(find_actors(Account(analysed, event, 0, True, None, None)))) == claims


@pytest.mark.parametrize("kind", ["ASSAULT", "CRIME"])
def test_what_is_blamed_on_someone_is_left_to_another_check(kind: str) -> None:
    text = "Turkish troops shelled Osterby."
    event = a_report(text, "shelled", kind, actors=(an_actor(text, "Turkish troops"),))  # type: ignore[arg-type]
    analysed = an_analysis(text, events=(event,))
    assert list(find_actors(Account(analysed, event, 0, True, None, None))) == []


def test_the_town_that_a_wire_was_sent_from_did_nothing() -> None:
    text = "OSTERBY The envoys met."
    place = a_place("Osterby The envoys met.", "Osterby")
    event = a_report(text, "met", "CONSULT", actors=(an_actor(text, "OSTERBY"),))
    analysed = an_analysis(text, events=(event,), places=(place,))
    assert list(find_actors(Account(analysed, event, 0, True, None, None))) == []
