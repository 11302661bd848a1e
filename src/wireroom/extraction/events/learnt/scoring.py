"""What the model says of a passage: the part of every phrase, and which trigger it goes with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wireroom.extraction.encoder import Encoder, Vectors, encoder_for, open_session
from wireroom.extraction.encoder.encoding import Words
from wireroom.extraction.encoder.pieces import windows
from wireroom.records.spans import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Part = Literal["perp_ind", "perp_org", "target", "victim", "weapon"]

SIZE = 447  # pieces of a window, as in training; the encoder's own windows are shorter
PARTS: tuple[Part, ...] = ("perp_ind", "perp_org", "target", "victim", "weapon")
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its part in what is told; ``chance`` is the mean of its words. ``goes_with``
    has the chance for each trigger of its window, by the trigger's number; ``again`` for each other
    phrase of its window, by its span, the chance that it names the same."""

    span: Span
    part: Part
    chance: float
    goes_with: dict[int, float]
    again: dict[Span, float]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The words of one window, in order: where they stand, and the chances [word, part] that they
    have a part in any attack."""

    starts: Ints
    ends: Ints
    parts: Floats


@dataclass(frozen=True, slots=True)
class Told:
    """``incident`` has for each trigger, by its number, the chance that it speaks of a particular
    attack; ``together``, for two of one window, the chance that they speak of the same."""

    incident: dict[int, float]
    phrases: tuple[Phrase, ...]
    together: dict[tuple[int, int], float]
    seen: tuple[Seen, ...]

    def chance(self, span: Span, parts: Sequence[Part]) -> float | None:
        """The greatest chance among the words of a span to have one of some parts; None where no
        word of it was read."""
        columns = [PARTS.index(part) for part in parts]
        for seen in self.seen:
            first = int(np.searchsorted(seen.ends, span.start, side="right"))
            last = int(np.searchsorted(seen.starts, span.end, side="left"))
            if first < last:
                return float(seen.parts[first:last, columns].sum(1).max())
        return None


NOTHING = Told({}, (), {}, ())


class Scorer:
    """The upper layers and heads of one model, over the encoder of its language: what they give
    hangs on the text alone."""

    def __init__(self, encoder: Encoder, model: Path) -> None:
        self._encoder = encoder
        self._session = open_session(model)

    def read(self, text: str, triggers: Sequence[Span]) -> Told:
        """What is told in the windows of the text that have a trigger."""
        incident: dict[int, float] = {}
        phrases: list[Phrase] = []
        together: dict[tuple[int, int], float] = {}
        seen: list[Seen] = []
        read = self._encoder.read(text)
        for window in windows(read.pieces, text, SIZE):
            words = Words.of(read.pieces, window)
            here = _find(words, triggers)
            if not here:
                continue
            scores = self._run(self._encoder.vectors(read, window), words, list(here.values()))
            numbers = list(here)
            for number, none in zip(numbers, _softmax(scores.kinds)[:, 0], strict=True):
                incident[number] = 1 - float(none)
            for row, number in enumerate(numbers):
                for other, word in here.items():
                    together[number, other] = float(scores.links[row, word, 1])
            phrases.extend(_phrases(scores, words, numbers))
            chances = scores.tags[:, 1::2] + scores.tags[:, 2::2]
            seen.append(Seen(words.starts, words.ends, chances))
        return Told(incident, tuple(phrases), together, tuple(seen))

    def _run(self, vectors: Vectors, words: Words, triggers: list[int]) -> "_Scores":
        given = {
            "middle": vectors.middle,
            "top": vectors.top,
            "firsts": words.firsts,
            "triggers": np.array(triggers, np.int64),
        }
        names = ["tag_scores", "kind_scores", "link_scores", "same_scores"]
        tags, kinds, links, same = self._session.run(names, given)
        return _Scores(_softmax(tags), kinds, 1 / (1 + np.exp(-links)), 1 / (1 + np.exp(-same)))


@dataclass(frozen=True, slots=True, eq=False)
class _Scores:
    """Of a window: chances [word, tag], scores [trigger, kind], chances [trigger, word, 2] and
    [word, word]."""

    tags: Floats
    kinds: Floats
    links: Floats
    same: Floats


def _find(words: Words, spans: Sequence[Span]) -> dict[int, int]:
    """For the spans that stand among the words, by number, the word that each begins with."""
    found = {}
    for number, span in enumerate(spans):
        at = int(np.searchsorted(words.ends, span.start, side="right"))
        if at < len(words.starts) and words.starts[at] < span.end:
            found[number] = at
    return found


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    chances: Floats = powers / powers.sum(-1, keepdims=True)
    return chances


def _phrases(scores: _Scores, words: Words, numbers: list[int]) -> list[Phrase]:
    """Runs of words of one part; a word that begins one ends the run before it."""
    runs = list(_runs(scores.tags.argmax(1)))
    spans = [Span(int(words.starts[at]), int(words.ends[end - 1])) for at, end, _ in runs]
    found: list[Phrase] = []
    for span, (at, end, part) in zip(spans, runs, strict=True):
        inside = scores.tags[at:end, 1 + 2 * part] + scores.tags[at:end, 2 + 2 * part]
        found.append(
            Phrase(
                span,
                PARTS[part],
                float(inside.mean()),
                {number: float(scores.links[row, at, 0]) for row, number in enumerate(numbers)},
                {
                    other: float(scores.same[at, first])
                    for other, (first, _, _) in zip(spans, runs, strict=True)
                    if other != span
                },
            )
        )
    return found


def _runs(best: Ints) -> Iterator[tuple[int, int, int]]:
    """First word, the word after the last, and the part, of every phrase."""
    at = 0
    while at < len(best):
        part, end = (int(best[at]) - 1) // 2, at + 1
        while best[at] and end < len(best) and best[end] == 2 + 2 * part:
            end += 1
        if best[at]:
            yield at, end, part
        at = end


@cache
def scorer_for(language: str) -> Scorer | None:
    """The model of a language, loaded when it is first asked for; None where there is none."""
    model, encoder = _HERE / f"{language}.onnx", encoder_for(language)
    return Scorer(encoder, model) if encoder is not None and model.is_file() else None
