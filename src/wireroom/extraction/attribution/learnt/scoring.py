"""The model's scores for a text: which words may open a cue, and what every word is to each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from wireroom.extraction.attribution.learnt.paths import Floats, Ints
from wireroom.extraction.encoder import Encoder, Read, encoder_for, open_session
from wireroom.extraction.encoder.encoding import Words
from wireroom.extraction.encoder.pieces import Window

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
    """The heads of one model, over its encoder: what they give hangs on the text alone."""

    def __init__(self, encoder: Encoder, model: Path) -> None:
        self._encoder = encoder
        self._session = open_session(model)

    def anchors(self, text: str) -> list[Anchor]:
        """Every anchor of the text, window after window."""
        read = self._encoder.read(text)
        return [anchor for window in read.windows for anchor in self._anchors_in(read, window)]

    def _anchors_in(self, read: Read, window: Window) -> Iterator[Anchor]:
        words = Words.of(read.pieces, window)
        if not len(words.firsts):
            return
        given = {"top": self._encoder.vectors(read, window).top, "firsts": words.firsts}
        scores, anchors, tags, content = self._session.run(
            ["anchor_scores", "anchors", "tag_scores", "content_chances"], given
        )
        chances = 1 / (1 + np.exp(-scores))
        for row, word in enumerate(anchors):
            chance = float(chances[word])
            yield Anchor(chance, int(word), words.starts, words.ends, tags[row], content)


@cache
def scorer_for(language: str) -> Scorer | None:
    """The model of a language, loaded when it is first asked for; None where there is none."""
    model, encoder = _HERE / f"{language}.onnx", encoder_for(language)
    return Scorer(encoder, model) if encoder is not None and model.is_file() else None
