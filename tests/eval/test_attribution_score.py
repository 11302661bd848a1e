"""The scorer of attributions, on sentences small enough to count by hand."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eval.attribution.labelled_sets import FOLDER, read_set
from eval.attribution.score import as_table, count, figures

TEXT = "Harbour master Lind said “the quay is shut.” She doubts that Berg, who left, will return."


def spans(*pieces: str) -> list[list[int]]:
    return [[TEXT.index(piece), TEXT.index(piece) + len(piece)] for piece in pieces]


def attribution(source: str, cue: str, *content: str, **more: Any) -> dict[str, Any]:
    return {
        "source": spans(source) if source else [],
        "cue": spans(cue),
        "content": spans(*content),
        "kind": "indirect",
        "stance": "asserts",
        "inside": None,
    } | more


SAID = attribution("Harbour master Lind", "said", "“the quay is shut.”", kind="direct")
DOUBTS = attribution("She", "doubts", "that Berg", "will return", stance="doubts")


def test_a_set_against_itself_is_right_in_everything() -> None:
    made = figures(count(TEXT, [SAID, DOUBTS], [DOUBTS, SAID]))
    for measure in ("content", "source", "cue", "attribution", "full"):
        assert made[measure].f1 == 1.0
    assert (made["direct"].recall, made["indirect"].recall, made["mixed"].recall) == (
        1.0,
        1.0,
        None,
    )
    assert (made["direct content"].precision, made["stance"].precision) == (1.0, 1.0)


def test_nothing_found_is_nothing_right_and_no_error() -> None:
    made = figures(count(TEXT, [SAID], []))
    assert made["attribution"].f1 == 0.0
    assert made["stance"].precision is None


def test_another_source_costs_the_full_figure_alone() -> None:
    for wrong in (attribution("Berg", "said", "“the quay is shut.”"), SAID | {"source": []}):
        made = figures(count(TEXT, [SAID, DOUBTS], [wrong, DOUBTS]))
        assert (made["attribution"].f1, made["full"].f1) == (1.0, 0.5)


def test_no_source_on_either_side_is_the_same_source() -> None:
    nobody = SAID | {"source": []}
    assert figures(count(TEXT, [nobody], [nobody]))["full"].f1 == 1.0


def test_a_content_is_paired_from_half_of_its_tokens_on() -> None:
    half = attribution("She", "doubts", "that Berg")  # 2 of 4 tokens
    less = attribution("She", "doubts", "that")  # 1 of 4
    assert figures(count(TEXT, [DOUBTS], [half]))["attribution"].f1 == 1.0
    assert figures(count(TEXT, [DOUBTS], [less]))["attribution"].f1 == 0.0


def test_one_label_pairs_once_and_with_the_one_of_its_source() -> None:
    other = attribution("Berg", "said", "“the quay is shut.”", stance="denies")
    made = figures(count(TEXT, [SAID], [other, SAID]))
    assert (made["full"].precision, made["full"].recall) == (0.5, 1.0)
    assert made["stance"].precision == 1.0


def test_where_neither_has_content_the_cues_decide() -> None:
    silent = attribution("Berg", "left")
    assert figures(count(TEXT, [silent], [silent]))["attribution"].f1 == 1.0
    assert figures(count(TEXT, [silent], [attribution("She", "doubts")]))["attribution"].f1 == 0.0


def test_the_content_of_direct_speech_is_held_against_all_content() -> None:
    long = attribution("She", "said", "“the quay is shut.” She doubts", kind="direct")  # 7 of 9
    precision = figures(count(TEXT, [SAID], [long]))["direct content"].precision
    assert precision == 7 / 9


def test_the_table_has_a_row_for_every_measure() -> None:
    rows = as_table(count(TEXT, [SAID], [SAID])).splitlines()
    assert len(rows) == 1 + len(figures(count(TEXT, [], [])))
    assert rows[1].split() == ["content", "100.0", "100.0", "100.0", "of", "7"]


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_turning_the_sides_round_turns_precision_and_recall(
    first: set[int], second: set[int]
) -> None:
    labels = read_set(FOLDER / "ru-dev.jsonl")[9]
    one, other = (
        [each for number, each in enumerate(labels["attributions"]) if number in chosen]
        for chosen in (first, second)
    )
    there, back = (figures(count(labels["text"], *sides)) for sides in ((one, other), (other, one)))
    for measure in ("content", "source", "cue", "attribution", "full"):
        assert there[measure].precision == back[measure].recall
        assert there[measure].f1 == back[measure].f1
