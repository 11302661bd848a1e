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


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The store was burnt by saboteurs.", ["saboteurs"]),
        ("The store was burnt. A gas leak had caused it.", ["accident"]),
        ("The store was burnt. A gas leak could have caused it.", ["may:accident"]),
        ("The store was burnt. Saboteurs may have come in by the fence.", ["may:saboteurs"]),
        ("The store was burnt. There had been no sabotage.", ["not:saboteurs"]),
        ("The store was burnt. Sabotage was ruled out.", ["not:saboteurs"]),
        ("The store burnt out, burnt by hand. Диверсии не было, это утечка газа.",
         ["not:saboteurs", "accident"]),
        ("The store was burnt. No word came from the mayor; a gas leak is blamed.", ["accident"]),
        ("The store was burnt. The mayor had a car accident.", []),
    ],
)  # fmt: skip
def test_what_it_is_said_to_have_come_from_is_a_claim(text: str, keys: list[str]) -> None:
    assert found_in(text) == keys


def test_a_cause_is_shown_with_what_denies_or_doubts_it() -> None:
    text = "The store was burnt. Saboteurs may have entered by the fence, not a gas leak."
    event = a_report(text, "burnt")
    account = Account(an_analysis(text, events=(event,)), event, 0, True, None, None)
    shown = [claim.value for claim in find_responsibility(account)]
    assert shown == ["Saboteurs may have entered", "not a gas leak"]


def test_another_fire_s_cause_is_not_this_one_s() -> None:
    text = "The store was burnt. A mill had been torched by saboteurs."
    event, other = a_report(text, "burnt"), a_report(text, "torched")
    account = Account(an_analysis(text, events=(event, other)), event, 0, True, None, None)
    assert not list(find_responsibility(account))


def test_who_blames_somebody_is_the_speaker() -> None:
    text = "The store was burnt. The harbour master blamed saboteurs."
    event = a_report(text, "burnt")
    blame = a_report(text, "blamed", "DISAPPROVE", actors=(an_actor(text, "The harbour master"),))
    account = Account(an_analysis(text, events=(event, blame)), event, 0, True, None, None)
    (claim,) = find_responsibility(account)
    assert (claim.key, claim.speaker) == ("saboteurs", "The harbour master")


def test_who_is_blamed_for_what_was_done_is_a_claim() -> None:
    text = "The mayor blamed Turkey after the store was burnt."
    event = a_report(text, "burnt")
    actors, targets = (an_actor(text, "The mayor"),), (an_actor(text, "Turkey"),)
    blame = a_report(text, "blamed", "DISAPPROVE", actors=actors, targets=targets)
    account = Account(an_analysis(text, events=(event, blame)), event, 0, True, None, None)
    (claim,) = find_responsibility(account)
    assert (claim.key, claim.speaker, claim.value) == ("turkey", "The mayor", "Turkey")


def test_what_is_left_open_opposes_a_denial_only() -> None:
    open_ = claim("may:saboteurs", "a")
    assert isinstance(compare_responsibility([open_, claim("not:saboteurs", "b")]), Disputed)
    assert isinstance(compare_responsibility([open_, claim("accident", "b")]), Agreed)
    assert isinstance(
        compare_responsibility([claim("saboteurs", "a"), claim("accident", "b")]), Disputed
    )
