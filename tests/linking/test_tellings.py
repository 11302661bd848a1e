"""Which accounts of one thread are tied before all are held against each other."""

from dataclasses import replace
from typing import Any

from linking.made import Told, a_thread, analysed
from wireroom.linking.accounts import Account, accounts_of
from wireroom.linking.tellings import find_tellings, is_told_again
from wireroom.records.documents import Part
from wireroom.records.events import Participant
from wireroom.records.spans import Span

TWICE = (
    "The envoy Lund visited Port Ellery on Friday. Crowds stood at the pier. "
    "The visit of Lund to Port Ellery, when he visited the yard, was short."
)
DAY, NEXT = "2021-03-05", "2021-03-06"


def _pair(**other: Any) -> tuple[Account, Account]:
    """Two accounts that one post gives of a visit; ``other`` changes the report of the second."""
    first = Told("visited Port", "CONSULT", DAY, "Port Ellery")
    second = Told("visited the", "CONSULT", DAY, "Port Ellery")
    one, two = accounts_of([analysed(a_thread("t", [TWICE]), first, second)])
    assert two.event is not None
    day = other.pop("day", None)
    event = replace(two.event, **other)
    if day:
        (told,) = accounts_of([analysed(a_thread("t", [TWICE]), replace(second, date=day))])
        two = replace(two, days=told.days, is_dated=True, date=day)
    return one, replace(two, event=event)


def _named(name: str) -> tuple[Participant, ...]:
    return (Participant((Span(0, 3),), name, "person"),)


def test_a_visit_told_twice_by_one_post_is_one() -> None:
    one, two = _pair()
    assert is_told_again(one, two)
    assert find_tellings([one, two], {}) == [[0, 1]]


def test_a_visit_on_another_day_or_only_planned_is_another() -> None:
    assert not is_told_again(*_pair(day=NEXT))
    assert not is_told_again(*_pair(certainty="planned"))


def test_a_visit_of_somebody_else_is_another_but_an_office_may_be_anybodys() -> None:
    one, two = _pair(actors=_named("Ada Berg"))
    assert one.event is not None
    lund = replace(one, event=replace(one.event, actors=_named("Nils Lund")))
    assert not is_told_again(lund, two)
    again = _pair(actors=_named("Lund"))[1]
    assert is_told_again(lund, again)
    assert is_told_again(lund, _pair(actors=_named("Northern President"))[1])


def test_a_visit_told_of_no_place_is_not_shown_to_be_the_same() -> None:
    one, two = _pair()
    assert not is_told_again(one, replace(two, place=None))


def test_the_same_sentence_in_two_posts_is_tied_and_another_is_not() -> None:
    fire = "Fire gutted the mill in Westmark."
    posts = a_thread("t", [fire], [fire], ["Fire gutted the mill at dawn."])
    starts = [at for at in range(len(posts.text)) if posts.text.startswith("gutted", at)]
    made = analysed(posts, *[Told("gutted")] * 3)
    events = tuple(
        replace(event, trigger=Span(at, at + 6))
        for event, at in zip(made.analysis.events, starts, strict=True)
    )
    accounts = accounts_of([replace(made, analysis=replace(made.analysis, events=events))])
    assert find_tellings(accounts, {}) == [[0, 1], [2]]


def test_a_part_and_its_declared_translation_are_tied_where_they_are_alike() -> None:
    parts = [
        Part("pasted", 0, 0, title="Fire gutted the mill in Westmark."),
        Part("translation", 0, 0, title="The mill in Westmark burnt down.", translation_of=0),
    ]
    accounts = accounts_of([analysed(a_thread("t", parts), Told("gutted"), Told("burnt"))])
    assert find_tellings(accounts, {(0, 1): 0.9}) == [[0, 1]]
    assert find_tellings(accounts, {(0, 1): 0.1}) == [[0], [1]]
    others = [replace(part, translation_of=None) for part in parts]
    apart = accounts_of([analysed(a_thread("t", others), Told("gutted"), Told("burnt"))])
    assert find_tellings(apart, {(0, 1): 0.9}) == [[0], [1]]
