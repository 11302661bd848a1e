"""A story that grows: the same groups in whatever order its Documents come."""

from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linking.made import Told, a_document, a_thread, analysed
from wireroom.linking import growing, likenesses
from wireroom.linking.accounts import Account, accounts_of, rarity_among
from wireroom.linking.grouping import group_accounts
from wireroom.linking.growing import GrowingGroups
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Part

SCENES = (
    "A crane collapsed on the grain quay of {town} on {day}, killing {dead} dockers.",
    "{dead} dockers died when the crane on the grain quay in {town} collapsed on {day}.",
    "Divers searched the wreck of the ferry that capsized off {town} on {day}; {dead} had drowned.",
    "The ferry capsized off {town} on {day} and {dead} passengers drowned, the coast guard said.",
    "Fire destroyed the fish market of {town} on {day}. {dead} traders were killed.",
)
WORDS = ("collapsed", "collapsed", "capsized", "capsized", "destroyed")


def _documents(chosen: Sequence[tuple[int, str, str, int]]) -> list[AnalysedDocument]:
    made = []
    for number, (scene, town, day, dead) in enumerate(chosen):
        text = SCENES[scene].format(town=town, day=day, dead=dead)
        told = Told(WORDS[scene], date=day, place=town, killed=dead)
        second = "An inquiry was opened."
        document = a_document(f"d{number}", f"{text} {second}", published=day, outlet=f"o{number}")
        made.append(analysed(document, told, Told("opened", "INVESTIGATE")))
    return made


STORY = st.lists(
    st.tuples(
        st.integers(0, len(SCENES) - 1),
        st.sampled_from(["Port Ellery", "Westmark", "Grey Point"]),
        st.sampled_from(["2025-03-14", "2025-03-15", "2025-04-02"]),
        st.sampled_from([2, 12]),
    ),
    min_size=1,
    max_size=14,
)


def _at_once(documents: Sequence[AnalysedDocument]) -> list[list[tuple[str, int]]]:
    accounts = accounts_of(documents, rarity_among(documents))
    return [_names([accounts[index] for index in group]) for group in group_accounts(accounts)]


def _names(group: Sequence[Account]) -> list[tuple[str, int]]:
    return [(account.document, account.index) for account in group]


def _grown(documents: Sequence[AnalysedDocument], batches: Sequence[int]) -> GrowingGroups:
    story, waiting = GrowingGroups(rarity_among(documents)), list(documents)
    for size in batches:
        story.add(waiting[:size])
        del waiting[:size]
    story.add(waiting)
    return story


@pytest.mark.parametrize("most", [2, 4, 150])
@settings(max_examples=40, deadline=None)
@given(chosen=STORY, data=st.data())
def test_any_order_and_any_batches_give_the_same_groups(
    most: int, chosen: list[tuple[int, str, str, int]], data: st.DataObject
) -> None:
    documents = _documents(chosen)
    order = data.draw(st.permutations(documents))
    batches = data.draw(st.lists(st.integers(1, 4), max_size=6))
    with (
        patch.object(likenesses, "MOST_HOLDERS", most),
        patch.object(growing, "MOST_HOLDERS", most),
    ):
        assert [_names(group) for group in _grown(order, batches).groups()] == _at_once(documents)


def test_what_is_told_again_in_a_thread_is_tied_as_it_grows() -> None:
    pasted = Part("pasted", 0, 0, "A crane collapsed in Westmark on Friday.")
    thread = analysed(
        a_thread("t", [pasted, "They say a crane collapsed in Westmark on Friday."], [pasted]),
        Told("collapsed", place="Westmark", date="2025-03-14"),
    )
    documents = [thread, *_documents([(0, "Westmark", "2025-03-14", 2)])]
    for order in (documents, documents[::-1]):
        assert [_names(group) for group in _grown(order, [1]).groups()] == _at_once(documents)


def test_a_new_document_touches_only_what_it_can_belong_to() -> None:
    documents = _documents(
        [
            (0, "Westmark", "2025-03-14", 12),
            (4, "Grey Point", "2025-04-02", 2),
            (1, "Westmark", "2025-03-14", 12),
        ]
    )
    story = GrowingGroups(rarity_among(documents))
    story.add(documents[:2])
    touched = [sorted(_names(group)) for group in story.add(documents[2:])]
    assert [("d0", 0), ("d2", 0)] in touched
    assert ("d1", 0) not in [report for group in touched for report in group]
