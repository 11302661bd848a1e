"""The model's scores for a text: which words may open a cue, and what every word is to each."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from wireroom.extraction.attribution.learnt.paths import Floats, Ints
from wireroom.extraction.attribution.learnt.pieces import (
    CLS,
    SPECIAL,
    Pieces,
    Window,
    load_tokenizer,
    read_pieces,
    windows,
)
from wireroom.extraction.attribution.learnt.sessions import open_session

SIZE = 319  # pieces of a window; with the first, which opens it, as many as in training

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """A word that may open a cue: its chance, and scores [word, tag] for the words of its window.

    ``starts`` and ``ends`` are where these words stand in the text, ``content`` is the chance of
    each to be told by anyone, whatever the cue.
    """

    chance: float
    word: int
    starts: Ints
    ends: Ints
    scores: Floats
    content: Floats

    def in_text(self, words: tuple[int, int]) -> tuple[int, int]:
        """The characters of some words (first, after the last)."""
        return int(self.starts[words[0]]), int(self.ends[words[1] - 1])


class Scorer:
    """One model and its tokenizer, on one thread: what it gives hangs on the text alone."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        self._session = open_session(model)
        self._tokenizer = load_tokenizer(tokenizer)

    def anchors(self, text: str) -> list[Anchor]:
        """Every anchor of the text, window after window."""
        pieces = read_pieces(self._tokenizer, text)
        return [
            anchor
            for window in windows(pieces, text, SIZE)
            for anchor in self._anchors_in(pieces, window)
        ]

    def _anchors_in(self, pieces: Pieces, window: Window) -> list[Anchor]:
        part = slice(window.lo, window.hi)
        firsts = np.flatnonzero(pieces.firsts[part])
        if not len(firsts):
            return []
        given = {
            "ids": np.concatenate([[CLS], pieces.ids[part]]),
            "features": np.concatenate([[SPECIAL], pieces.features[part]]),
            "firsts": firsts + 1,
        }
        scores, anchors, tags, content = self._session.run(
            ["anchor_scores", "anchors", "tag_scores", "content_chances"], given
        )
        starts, ends = _word_spans(pieces, window, firsts)
        chances = 1 / (1 + np.exp(-scores))
        return [
            Anchor(float(chances[word]), int(word), starts, ends, tags[row], content)
            for row, word in enumerate(anchors)
        ]


def _word_spans(pieces: Pieces, window: Window, firsts: Ints) -> tuple[Ints, Ints]:
    """Where every word of the window stands: from its first piece to its last."""
    ends = pieces.ends[window.lo : window.hi]
    lasts = np.append(firsts[1:], len(ends)) - 1
    lasts = np.where(ends[lasts] < 0, lasts - 1, lasts)  # a separator is no part of a word
    return pieces.starts[window.lo : window.hi][firsts], ends[lasts]


@cache
def scorer_for(language: str) -> Scorer | None:
    """The model of a language, loaded when it is first asked for; None where there is none."""
    model = _HERE / f"{language}.onnx"
    return Scorer(model, _HERE / f"{language}.tokenizer.json") if model.is_file() else None
