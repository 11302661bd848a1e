"""The benches' own parts: what they say, and when a limit is not kept."""

from dataclasses import replace

import pytest

from eval.bench import described, is_kept, main
from eval.bench_attribution import Figures, english_documents, measure

KEPT = Figures(84, 60_000, 12.0, 7.0, 12.0, 25.0, 420.0)


def test_speed_is_told_in_words_a_second_and_beside_the_pipeline() -> None:
    lines = described(KEPT).splitlines()
    assert lines[0] == "attribution, 84 documents, 60,000 words"
    assert [" ".join(line.split()[-12:]) for line in lines[2:4]] == [
        "5,000 words a second of one core, 1.00 times (at most 1.25)",
        "3,158 words a second of one core, 1.58 times (at most 2.0)",
    ]
    assert lines[-1] == "  memory 420 MiB (at most 700)"


@pytest.mark.parametrize(
    "slower",
    [replace(KEPT, attribution=15.1), replace(KEPT, annotation=12.5), replace(KEPT, memory=701.0)],
)
def test_each_limit_counts(slower: Figures) -> None:
    assert is_kept(KEPT)
    assert not is_kept(slower)


def test_every_step_is_timed() -> None:
    documents = english_documents()[:2]
    figures = measure(documents)
    assert figures.documents == len(documents)
    assert figures.words == sum(len(document.text.split()) for document in documents)
    assert min(figures.spacy, figures.annotation, figures.attribution, figures.analysis) > 0
    assert figures.memory > 0


def test_a_bench_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speed"]) == 2
    assert "no bench called speed; there are: compare" in capsys.readouterr().err
