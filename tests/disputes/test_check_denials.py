import pytest

from disputes.made import a_claim, a_report, an_actor, an_analysis, said_by
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.denials import compare_occurrence, find_occurrence
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict


def claim(key: str, document: str) -> Claim:
    return a_claim(key, field="occurrence", key=key, document=document)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("happened", "happened", Agreed),
        ("did not happen", "did not happen", Agreed),
        ("happened", "did not happen", Disputed),
        ("happened", "", CannotTell),
    ],
)
def test_whether_it_happened(first: str, second: str, verdict: type[Verdict]) -> None:
    found = compare_occurrence([claim(first, "a"), claim(second, "b")])
    assert isinstance(found, verdict)
    assert found.reason


TEXT = "The garrison said that nobody shelled the mill, whatever Turkish gunners say."


@pytest.mark.parametrize(
    ("certainty", "keys"),
    [
        ("asserted", ["happened"]),
        ("reported", ["happened"]),
        ("denied", ["did not happen"]),
        ("alleged", []),
        ("possible", []),
        ("planned", []),
    ],
)
def test_what_a_report_claims(certainty: str, keys: list[str]) -> None:
    event = a_report(TEXT, "shelled", certainty=certainty)
    analysed = an_analysis(TEXT, events=(event,))
    account = Account(analysed, event, 0, True, None, None)
    assert [found.key for found in find_occurrence(account)] == keys


def test_who_denies_having_done_it_does_not_deny_that_it_happened() -> None:
    text = "Turkey denied that Turkish gunners shelled the mill."
    said = said_by(text, "Turkey", "denied", "Turkish gunners shelled the mill", stance="denies")
    actors = (an_actor(text, "Turkish gunners"),)
    event = a_report(text, "shelled", certainty="denied", actors=actors)
    analysed = an_analysis(text, events=(event,), attributions=(said,))
    assert list(find_occurrence(Account(analysed, event, 0, True, None, None))) == []
