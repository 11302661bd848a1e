import pytest

from disputes.made import a_claim, a_report, an_actor, an_analysis, said_by
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.responsibility import compare_responsibility, find_responsibility
from wireroom.records.attributions import Attribution
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.events import Participant


def claim(key: str, document: str) -> Claim:
    return a_claim(key, field="responsibility", key=key, document=document)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("turkey", "turkey", Agreed),
        ("turkey", "israel", Disputed),
        ("turkey", "not:turkey", Disputed),
        ("turkey", "not:israel", Agreed),
        ("not:turkey", "not:israel", Agreed),
        ("foreign intelligence", "terrorists", Disputed),
        ("turkey", "", CannotTell),
    ],
)
def test_two_who_are_blamed_or_one_who_denies_it(
    first: str, second: str, verdict: type[Verdict]
) -> None:
    found = compare_responsibility([claim(first, "a"), claim(second, "b")])
    assert isinstance(found, verdict)
    assert found.reason


def found_in(
    text: str, actors: tuple[Participant, ...] = (), attributions: tuple[Attribution, ...] = ()
) -> list[str]:
    event = a_report(text, "burnt", actors=actors)
    analysed = an_analysis(text, events=(event,), attributions=attributions)
    return [c.key for c in find_responsibility(Account(analysed, event, 0, True, None, None))]


def test_what_the_deed_is_called_says_who_did_it() -> None:
    assert found_in('The store was burnt in a "terrorist attack".') == ["terrorists"]
    assert found_in("The store was burnt in an attack.") == []


def test_who_is_named_goes_before_what_the_deed_is_called() -> None:
    text = "Turkish agents burnt the store in a terrorist attack."
    assert found_in(text, actors=(an_actor(text, "Turkish agents"),)) == ["turkey"]


def test_a_denial_is_a_claim() -> None:
    text = "The store was burnt and Turkey denied any role in it."
    said = said_by(text, "Turkey", "denied", "any role in it", stance="denies")
    assert found_in(text, attributions=(said,)) == ["not:turkey"]


def test_a_denial_of_something_else_is_none() -> None:
    text = "The store was burnt and Turkey denied the visit."
    said = said_by(text, "Turkey", "denied", "the visit", stance="denies")
    assert found_in(text, attributions=(said,)) == []
