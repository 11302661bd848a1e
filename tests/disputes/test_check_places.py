import pytest

from disputes.made import PLACES, a_claim, a_place, a_report, an_analysis
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.places import compare_places, find_places
from wireroom.disputes.whereabouts import Whereabouts, as_key
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.places import PlaceMention


def claim(name: str, document: str, *near: str, readings: tuple[str, ...] = ()) -> Claim:
    def whereabouts(word: str, *others: str) -> Whereabouts:
        entries = tuple(PLACES[each] for each in (word, *others))
        return Whereabouts.of(PlaceMention(0, 1, word, "name", entries[0].precision, entries))

    key = as_key([whereabouts(name, *readings), *map(whereabouts, near)])
    return a_claim(name, field="place", key=key, document=document)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Bellham", "Bellham", Agreed),
        ("Bellham", "Northshire", Agreed),  # a town and its region
        ("Bellham", "Saltmark", Agreed),  # a town and its country
        ("Bellham", "Little Bell", Agreed),  # thirteen kilometres apart
        ("Bellham", "Osterby", Disputed),
        ("Northshire", "Osterby", Disputed),
        ("Saltmark", "Fenland", Disputed),
        ("Saltmark", "Graywater", Disputed),
    ],
)
def test_places_that_lie_apart_are_disputed(
    first: str, second: str, verdict: type[Verdict]
) -> None:
    found = compare_places([claim(first, "a"), claim(second, "b")])
    assert isinstance(found, verdict)
    assert found.reason


def test_one_place_is_too_little() -> None:
    assert isinstance(compare_places([claim("Bellham", "a")]), CannotTell)


def test_a_namesake_makes_no_dispute() -> None:
    namesake = claim("Osterby", "a", readings=("Bellham",))
    assert isinstance(compare_places([namesake, claim("Bellham", "b")]), Agreed)


def test_a_report_that_names_the_other_place_too_makes_none() -> None:
    both = claim("Osterby", "a", "Bellham")
    assert isinstance(compare_places([both, claim("Bellham", "b")]), Agreed)


@pytest.mark.parametrize(
    ("text", "words", "counts"),
    [
        ("The barracks in Fenland burnt.", "Fenland", True),
        ("Fenland burnt the barracks.", "Fenland", False),  # it acts
        ("Osterby saw the barracks burnt.", "Osterby", True),
    ],
)
def test_a_country_counts_where_something_is_in_it(text: str, words: str, counts: bool) -> None:
    event = a_report(text, "burnt", place=0)
    analysed = an_analysis(text, places=(a_place(text, words),), events=(event,))
    found = list(find_places(Account(analysed, event, 0, True, None, None)))
    assert [each.value for each in found] == ([words] if counts else [])
