"""When two names of speakers are taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.stories.names import merge_names, most_usual, name_key


@pytest.mark.parametrize(
    ("names", "speakers"),
    [
        ([("Ilse Varga", True), ("Varga", True)], 1),
        ([("Ilse Varga", True), ("ILSE VARGA", True)], 1),
        ([("Ilse Varga", True), ("Варга", True)], 1),
        ([("Ilse Varga", True), ("Anna Varga", True), ("Varga", True)], 3),
        ([("Ilse Varga", True), ("Varga", False)], 2),
        ([("Port Alba", False), ("Alba", True)], 2),
        ([("Хитченс", True), ("Hitchens", True)], 2),
        ([("the governor", False), ("The Governor", False)], 1),
    ],
)
def test_names_merge_only_where_they_are_surely_one(
    names: list[tuple[str, bool]], speakers: int
) -> None:
    assert len(set(merge_names(names).values())) == speakers


@given(st.lists(st.tuples(st.text(max_size=12), st.booleans()), max_size=8), st.randoms())
def test_the_order_of_names_changes_nothing(
    names: list[tuple[str, bool]], random: st.DataObject
) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge_names(names) == merge_names(shuffled)


def test_a_key_reads_cyrillic_as_latin() -> None:
    assert name_key("Бусков") == name_key("Buskov")


def test_the_fullest_name_is_shown() -> None:
    assert most_usual(["Varga", "Varga", "Ilse Varga"]) == "Ilse Varga"
    assert most_usual(["Варга", "Varga"]) == "Varga"
