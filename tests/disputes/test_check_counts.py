import pytest

from disputes.made import a_claim, a_quantity, a_report, an_analysis
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.counts import compare_counts, find_counts
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.disputes import Agreed, CannotTell, Disputed, Verdict
from wireroom.records.events import MainEvent

INFINITE = float("inf")


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ((12, 12), (12, 12), Agreed),
        ((40, 46), (43, 43), Agreed),
        ((36, 44), (63, 77), Disputed),
        ((12, 12), (15, 15), Disputed),
        ((24, INFINITE), (43, 43), Agreed),
        ((24, INFINITE), (5, 5), Disputed),
        ((None, None), (43, 43), CannotTell),
    ],
)
def test_ranges_that_do_not_meet_are_disputed(
    first: tuple[float, float], second: tuple[float, float], verdict: type[Verdict]
) -> None:
    claims = [a_claim("a", *first, document="a"), a_claim("b", *second, document="b")]
    found = compare_counts(claims)
    assert isinstance(found, verdict)
    assert found.reason


def test_one_report_is_too_little() -> None:
    assert isinstance(compare_counts([a_claim("12", 12, 12)]), CannotTell)


@pytest.mark.parametrize(
    ("said", "later", "verdict"),
    [
        ("2019-03-01T10:00", "2019-03-01T15:00", Agreed),  # it grew in an afternoon
        ("2019-03-01T10:00", "2019-03-01T10:20", Disputed),  # too soon to be news
        ("2019-03-01T10:00", "2019-03-04T10:00", Disputed),  # too late
        ("2019-03-01", "2019-03-02", Disputed),  # nobody can tell which came first
        ("2019-03-01T15:00", "2019-03-01T10:00", Disputed),  # it shrank
        ("2019-03-01T10:00Z", "2019-03-01T15:00", Disputed),  # clocks of two kinds
        ("2019-03-01Tnoon", "2019-03-01T15:00", Disputed),
        (None, "2019-03-01T15:00", Disputed),
    ],
)
def test_a_toll_that_grows_within_a_day_is_a_revision(
    said: str | None, later: str, verdict: type[Verdict]
) -> None:
    claims = [
        a_claim("12", 12, 12, document="a", said=said),
        a_claim("15", 15, 15, document="b", said=later),
    ]
    assert isinstance(compare_counts(claims), verdict)


def test_prisoners_are_counted_once() -> None:
    claims = [
        a_claim("12", 12, 12, field="detained", said="2019-03-01T10:00"),
        a_claim("15", 15, 15, field="detained", said="2019-03-01T15:00"),
    ]
    assert isinstance(compare_counts(claims), Disputed)


def test_reports_of_one_origin_that_differ_are_called_a_copying_change() -> None:
    claims = [
        a_claim("12", 12, 12, document="a", origin=0),
        a_claim("21", 21, 21, document="b", origin=0),
    ]
    assert "copying change" in compare_counts(claims).reason


def account(analysed: AnalysedDocument) -> Account:
    return Account(analysed, analysed.analysis.events[0], 0, True, None, None)


def test_parts_are_not_counted_beside_the_whole() -> None:
    text = "The fire killed 12 people, among them 3 children."
    quantities = (
        a_quantity(text, "12 people", 12, 12),
        a_quantity(text, "3 children", 3, 3, part_of=0),
    )
    event = a_report(text, "killed", quantities=(0, 1))
    (claim,) = find_counts(account(an_analysis(text, quantities=quantities, events=(event,))))
    assert (claim.field, claim.value, claim.low, claim.high) == ("killed", "12 people", 12, 12)


def test_several_numbers_may_be_the_whole_or_its_parts() -> None:
    text = "Seven died on the quay and five in the hall."
    quantities = (a_quantity(text, "Seven", 7, 7), a_quantity(text, "five", 5, 5))
    event = a_report(text, "died", quantities=(0, 1))
    (claim,) = find_counts(account(an_analysis(text, quantities=quantities, events=(event,))))
    assert (claim.low, claim.high) == (7, 12)


def test_the_total_of_the_main_event_counts() -> None:
    text = "Seven died on the quay and five in the hall."
    quantities = (a_quantity(text, "Seven", 7, 7), a_quantity(text, "five", 5, 5))
    event = a_report(text, "died", quantities=(0, 1))
    main = MainEvent(0, killed={"total": 12})
    analysed = an_analysis(text, quantities=quantities, events=(event,), main_event=main)
    (claim,) = find_counts(account(analysed))
    assert (claim.low, claim.high) == (12, 12)
    assert claim.value == "Seven"


@pytest.mark.parametrize(
    ("words", "high"), [("at least 40 people", pytest.approx(46)), ("dozens of people", INFINITE)]
)
def test_at_least_is_the_count_that_somebody_had(words: str, high: float) -> None:
    text = f"The fire killed {words}."
    quantities = (a_quantity(text, words, 40, None),)
    event = a_report(text, "killed", quantities=(0,))
    (claim,) = find_counts(account(an_analysis(text, quantities=quantities, events=(event,))))
    assert claim.high == high


def test_the_reason_has_every_value_or_the_two_that_lie_furthest_apart() -> None:
    few = compare_counts([a_claim(str(n), n, n, document=str(n)) for n in (19, 9, 11)])
    assert few.reason == "9, 11 and 19 do not all meet"
    many = compare_counts([a_claim(str(n), n, n, document=str(n)) for n in (5, 19, 9, 11, 30)])
    assert many.reason == "of 5 values, 5 and 30 lie furthest apart"
