"""The table of pairs: which two names of one story are one speaker's, measured."""

from pathlib import Path

import pytest

from stories.made_speakers import a_document
from wireroom.stories.speakers import build_speakers

_LINES = (Path(__file__).parent / "name_pairs.txt").read_text(encoding="utf-8").splitlines()
PAIRS = [tuple(line.split("\t")) for line in _LINES if not line.startswith("#")]
RECALL = 0.93


def _is_joined(pair: tuple[str, ...]) -> bool:
    _, kind, one, other, *places = pair
    words = [place.split("=") for place in places[0].split("|")] if places else []
    made = [
        a_document(
            identifier,
            [(name, kind)],  # type: ignore[list-item]
            {word: where for word, where in reversed(words[at:] + words[:at]) if word in name},
        )
        for at, (identifier, name) in enumerate((("one", one), ("two", other)))
    ]
    return len(build_speakers(made)) == 1


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair[0] == "other"], ids=" ".join)
def test_names_of_two_speakers_stay_two(pair: tuple[str, ...]) -> None:
    assert not _is_joined(pair)


def test_nearly_all_names_of_one_speaker_are_joined() -> None:
    same = [pair for pair in PAIRS if pair[0] == "same"]
    missed = [pair for pair in same if not _is_joined(pair)]
    assert len(PAIRS) >= 120
    assert 1 - len(missed) / len(same) >= RECALL, missed
