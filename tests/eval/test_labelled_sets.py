"""The files that we labelled are sound, and two passes can be held against each other."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import pytest

from eval.attribution.borrowed import is_borrowed, load
from eval.attribution.labelled_sets import compared, found_in, misses, paths, read_set
from eval.attribution.score import figures
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.records.attributions import AttributionKind, Stance

OWN = {name: path for name, path in paths().items() if not is_borrowed(name)}
TEXTS = pytest.mark.parametrize("path", OWN.values(), ids=OWN)
BORROWED = pytest.mark.parametrize("name", sorted(set(paths()) - set(OWN)))
SETS = pytest.mark.parametrize("path", paths().values(), ids=paths())
ROLES = ("source", "cue", "content")


@TEXTS
def test_ids_and_texts_are_unique(path: Path) -> None:
    texts = read_set(path)
    assert len({each["id"] for each in texts}) == len(texts)
    assert len({each["text"] for each in texts}) == len(texts)


@TEXTS
def test_spans_are_in_order_inside_the_text_and_have_no_space_at_their_edges(path: Path) -> None:
    for each in read_set(path):
        for attribution in each["attributions"]:
            for role in ROLES:
                assert are_sound(each["text"], attribution[role]), (each["id"], attribution)


@BORROWED
def test_labels_of_borrowed_texts_are_in_order_inside_them(name: str, shared: Path) -> None:
    texts = load(name, shared)
    assert len({each["id"] for each in texts}) == len(texts)
    assert len({each["text"] for each in texts}) == len(texts)
    for each in texts:
        for attribution in each["attributions"]:
            for role in ROLES:
                assert are_sound(each["text"], attribution[role]), (each["id"], attribution)


@SETS
def test_every_attribution_has_a_cue_and_known_values(path: Path) -> None:
    for each in read_set(path):
        for attribution in each["attributions"]:
            assert attribution["cue"], each["id"]
            assert attribution["kind"] in get_args(AttributionKind)
            assert attribution["stance"] in get_args(Stance)
            assert attribution["content"] or attribution["stance"] == "no-comment", each["id"]


@SETS
def test_nesting_ends_and_what_is_inside_lies_in_the_content(path: Path) -> None:
    for each in read_set(path):
        labels = each["attributions"]
        for attribution in labels:
            seen = []
            while (outer := attribution["inside"]) is not None:
                assert outer not in seen, each["id"]
                seen.append(outer)
                assert content_of(attribution) <= content_of(labels[outer]), each["id"]
                attribution = labels[outer]


def test_the_russian_test_set_is_large_enough_to_measure_on() -> None:
    texts = read_set(paths()["ru-test"])
    assert len(texts) >= 60
    assert sum(len(each["attributions"]) for each in texts) >= 300


def test_no_text_is_in_both_russian_sets() -> None:
    first, second = (read_set(paths()[name]) for name in ("ru-dev", "ru-test"))
    assert not {each["text"] for each in first} & {each["text"] for each in second}


def test_a_pass_agrees_with_itself_and_less_with_one_that_left_something_out() -> None:
    texts = read_set(paths()["ru-dev"])
    fewer = [each | {"attributions": each["attributions"][1:]} for each in texts]
    assert figures(compared(texts, texts))["full"].f1 == 1.0
    assert figures(compared(texts, fewer))["full"].precision == 1.0
    assert (figures(compared(texts, fewer))["full"].recall or 1.0) < 1.0


def test_passes_over_other_texts_are_not_compared() -> None:
    texts = read_set(paths()["ru-dev"])
    with pytest.raises(ValueError, match="not of the same texts"):
        compared(texts, texts[1:])


def test_the_program_is_run_on_the_texts_and_its_misses_are_named() -> None:
    text = "Начальник порта Линд сообщил, что причал закрыт."
    ((_, labelled, found),) = found_in([{"id": "a", "text": text, "attributions": []}], gazetteer())
    assert labelled == []
    assert list(misses(text, found, found)) == []
    assert list(misses(text, found, [])) == [
        "- [Начальник порта Линд] [сообщил] ['что причал закрыт'] indirect"
    ]


def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def are_sound(text: str, spans: Sequence[Sequence[int]]) -> bool:
    ends = [edge for span in spans for edge in span]
    pieces = [text[start:end] for start, end in spans]
    return (
        ends == sorted(set(ends))
        and (not ends or (ends[0] >= 0 and ends[-1] <= len(text)))
        and all(piece == piece.strip() for piece in pieces)
    )


def content_of(attribution: dict[str, Any]) -> set[int]:
    return {at for start, end in attribution["content"] for at in range(start, end)}
