"""From a text to vectors of its pieces, window by window; what was read last is kept."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wireroom.extraction.encoder.pieces import (
    CLS,
    SPECIAL,
    Pieces,
    Window,
    load_tokenizer,
    read_pieces,
    windows,
)
from wireroom.extraction.encoder.sessions import open_session

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SIZE = 319  # pieces of a window; with the first, which opens it, as many as in training
KEPT = 48
"""Windows whose vectors are kept: some 12,000 words in 47 MB."""

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """What a middle layer and the last one made of some pieces, each [piece, width]."""

    middle: Floats
    top: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a stretch of pieces: their first pieces, counted in the stretch, and where they
    stand in the text."""

    firsts: Ints
    starts: Ints
    ends: Ints

    @classmethod
    def of(cls, pieces: Pieces, window: Window) -> "Words":
        """Every word from its first piece to its last; a separator is no part of a word."""
        part = slice(window.lo, window.hi)
        firsts = np.flatnonzero(pieces.firsts[part])
        ends = pieces.ends[part]
        lasts = np.append(firsts[1:], len(ends)) - 1
        lasts = np.where(ends[lasts] < 0, lasts - 1, lasts)
        return cls(firsts, pieces.starts[part][firsts], ends[lasts])


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A text as pieces, and the windows that the encoder reads it in."""

    text: str
    pieces: Pieces
    windows: tuple[Window, ...]


class Encoder:
    """One model and its tokenizer, on one thread: what it gives hangs on the text alone.

    The last texts and windows are kept, so that a passage is encoded once however many read it.
    """

    def __init__(self, model: Path, tokenizer: Path) -> None:
        self._session = open_session(model)
        self._tokenizer = load_tokenizer(tokenizer)
        self._cut = lru_cache(maxsize=2)(self._cut_text)
        self._encoded = lru_cache(maxsize=KEPT)(self._encode)

    def read(self, text: str) -> Read:
        """The text in pieces and windows; nothing is encoded yet."""
        return self._cut(text)

    def vectors(self, read: Read, part: Window) -> Vectors:
        """What the encoder makes of the pieces of a part, which may lie across windows."""
        found = []
        for window in read.windows:
            lo, hi = max(part.lo, window.lo), min(part.hi, window.hi)
            if lo < hi:
                inside = slice(window.lo, window.hi)
                ids, features = read.pieces.ids[inside], read.pieces.features[inside]
                middle, top = self._encoded(ids.tobytes(), features.tobytes())
                own = slice(lo - window.lo, hi - window.lo)
                found.append((middle[own], top[own]))
        if len(found) == 1:
            return Vectors(*found[0])
        return Vectors(*(np.concatenate(layers) for layers in zip(*found, strict=True)))

    def forget(self) -> None:
        """Keep nothing of what was read: for timing, where one text is read again and again."""
        self._cut.cache_clear()
        self._encoded.cache_clear()

    def _cut_text(self, text: str) -> Read:
        pieces = read_pieces(self._tokenizer, text)
        return Read(text, pieces, tuple(windows(pieces, text, SIZE)))

    def _encode(self, ids: bytes, features: bytes) -> tuple[Floats, Floats]:
        given = {
            "ids": np.concatenate([[CLS], np.frombuffer(ids, np.int64)]),
            "features": np.concatenate([[SPECIAL], np.frombuffer(features, np.int64)]),
        }
        middle, top = self._session.run(["middle", "top"], given)
        return middle[1:], top[1:]


@cache
def encoder_for(language: str) -> Encoder | None:
    """The encoder of a language, loaded when it is first asked for; None where there is none."""
    model = _HERE / f"{language}.onnx"
    return Encoder(model, _HERE / f"{language}.tokenizer.json") if model.is_file() else None
