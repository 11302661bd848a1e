from datetime import date

import pytest

from disputes.made import a_claim, a_date, a_report, an_analysis, said_by
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.dates import compare_dates, find_dates
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict


def claim(first: str, last: str, document: str, *others: str) -> Claim:
    low, high = (date.fromisoformat(day).toordinal() for day in (first, last))
    days = (date.fromisoformat(other).toordinal() for other in others)
    key = ",".join(f"{day}-{day}" for day in days)
    return a_claim(first, low, high, field="date", key=key, document=document)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("2019-03-01", "2019-03-01"), ("2019-03-01", "2019-03-01"), Agreed),
        (("2019-03-01", "2019-03-03"), ("2019-03-02", "2019-03-02"), Agreed),
        (("2019-03-01", "2019-03-01"), ("2019-03-02", "2019-03-02"), Disputed),
    ],
)
def test_days_that_do_not_meet_are_disputed(
    first: tuple[str, str], second: tuple[str, str], verdict: type[Verdict]
) -> None:
    found = compare_dates([claim(*first, "a"), claim(*second, "b")])
    assert isinstance(found, verdict)
    assert found.reason


def test_one_date_is_too_little() -> None:
    assert isinstance(compare_dates([claim("2019-03-01", "2019-03-01", "a")]), CannotTell)


def test_a_report_that_names_the_other_day_too_makes_no_dispute() -> None:
    both = claim("2019-03-01", "2019-03-01", "a", "2019-03-02")
    assert isinstance(compare_dates([both, claim("2019-03-02", "2019-03-02", "b")]), Agreed)


LEAD = "The harbour master had closed the outer gate for the whole of the winter season before. "


@pytest.mark.parametrize(
    ("sentence", "words", "value", "told"),
    [
        ("Raiders burnt the store on Friday.", "Friday", "2019-03-01", True),
        ("Raiders burnt the store, the mayor said on Friday.", "Friday", "2019-03-01", False),
        ("Raiders burnt the store in 2019.", "2019", "2019", False),  # background
    ],
)
def test_only_the_day_of_the_happening_counts(
    sentence: str, words: str, value: str, told: bool
) -> None:
    text = LEAD + sentence
    event = a_report(text, "burnt", date=value)
    analysed = an_analysis(text, dates=(a_date(text, words, value),), events=(event,))
    found = list(find_dates(Account(analysed, event, 0, True, None, None)))
    assert [text[slice(*each.evidence.span)] for each in found] == ([words] if told else [])


def test_a_dateline_is_no_claim() -> None:
    text = "1 March 2019 Raiders burnt the store."
    event = a_report(text, "burnt", date="2019-03-01")
    dates = (a_date(text, "1 March 2019", "2019-03-01"),)
    analysed = an_analysis(text, dates=dates, events=(event,))
    assert list(find_dates(Account(analysed, event, 0, True, None, None))) == []


def test_a_date_without_words_is_no_claim() -> None:
    text = LEAD + "Raiders burnt the store."
    event = a_report(text, "burnt", date="2019-03-01")
    analysed = an_analysis(text, events=(event,))
    assert list(find_dates(Account(analysed, event, 0, True, None, None))) == []


def test_the_speaker_of_a_claim_is_named() -> None:
    text = LEAD + "The mayor said raiders burnt the store on Friday."
    event = a_report(text, "burnt", date="2019-03-01")
    said = said_by(text, "The mayor", "said", "raiders burnt the store on Friday")
    dates = (a_date(text, "Friday", "2019-03-01"),)
    analysed = an_analysis(text, dates=dates, events=(event,), attributions=(said,))
    (found,) = find_dates(Account(analysed, event, 0, True, None, None))
    assert found.speaker == "The mayor"
