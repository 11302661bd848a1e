"""Figures that somebody gives, told from things that somebody puts somewhere."""

import pytest

from extraction.attribution.test_bounds import found


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The coast guard", "put", "the number of the missing at 14"),
        ("Port police", "put", "the death toll at 16"),
        ("The Selm centre for research", "has put", "the death toll at as high as 4700"),
        ("The Selm centre for research", "has put", "the loss at more than 40 million crowns"),
    ],
)
def test_a_thing_is_put_at_a_figure(source: str, cue: str, content: str) -> None:
    assert found(f"{source} {cue} {content}.") == [(source, cue, content)]
    assert found(f"{source} {cue} {content} earlier.") == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The crew put the crane at the far end of the quay.",
        "The harbour master put the tug at berth 14.",
        "The buyer put in a bid at 40 crowns a share.",
    ],
)
def test_a_thing_that_is_put_somewhere_is_no_saying(text: str) -> None:
    assert found(text) == []
