"""The floors: what falls under one is named, and raising never lowers."""

from hypothesis import given
from hypothesis import strategies as st

from eval.gate import CEILINGS, Figures, below, is_worse, raised

NAMES = st.sampled_from(["attribution", "places"])
MEASURES = st.dictionaries(
    st.sampled_from(["full", "violations", "false_alarms"]), st.floats(0, 1), min_size=1
)
FIGURES = st.dictionaries(NAMES, MEASURES)


def test_a_figure_under_its_floor_is_named() -> None:
    floors: Figures = {"places": {"recognition": 0.8, "violations": 0}}
    assert below({"places": {"recognition": 0.7, "violations": 0}}, floors) == [
        "places recognition: 0.7 fell under its floor of 0.8"
    ]
    assert below({"places": {"recognition": 0.9, "violations": 2}}, floors) == [
        "places violations: 2 fell under its floor of 0"
    ]


def test_a_figure_without_a_floor_and_a_floor_without_a_figure_are_named() -> None:
    assert below({"new": {"F1": 0.5}}, {}) == ["new F1: 0.5 has no floor"]
    assert below({}, {"old": {"F1": 0.5}}) == ["old F1: not measured, its floor is 0.5"]


@given(FIGURES, FIGURES)
def test_raising_lowers_nothing_and_what_was_measured_holds(new: Figures, old: Figures) -> None:
    made = raised(new, old)
    for name, measures in old.items():
        for key, floor in measures.items():
            assert (
                made[name][key] == floor
                or is_worse(key, floor, made[name][key])
                or (made[name][key] <= floor if key in CEILINGS else made[name][key] >= floor)
            )
    assert raised(new, made) == made
    assert below(made, made) == []
