"""Where the next record of a damaged WARC begins."""

from typing import IO

from wireroom.reading.unpacking.compressed import peek

_MARKS = (b"WARC/1.", b"\x1f\x8b\x08")
_BEGIN = b"WARC/1."
_WINDOW = 1 << 20
_ENOUGH = 4_096  # bytes from which gzip gives the first of what it packs


def next_record(stream: IO[bytes], start: int) -> int | None:
    """The first place at or behind ``start`` where a record begins, packed or not; None if none
    does. Reads as far as that place."""
    at = start
    while True:
        stream.seek(at)
        window = stream.read(_WINDOW + _ENOUGH)
        found = _first(window)
        if found is not None:
            return at + found
        if len(window) <= _ENOUGH:
            return None
        at += len(window) - _ENOUGH if len(window) > _WINDOW else len(window)


def _first(window: bytes) -> int | None:
    """The first place in the window, but for its last bytes, at which a record begins."""
    places = sorted(place for mark in _MARKS for place in _places(window, mark) if place < _WINDOW)
    return next((place for place in places if _is_record(window[place : place + _ENOUGH])), None)


def _places(window: bytes, mark: bytes) -> list[int]:
    places = []
    at = window.find(mark)
    while at >= 0:
        places.append(at)
        at = window.find(mark, at + 1)
    return places


def _is_record(begin: bytes) -> bool:
    if begin.startswith(_BEGIN):
        return True
    return peek(begin, len(_BEGIN)) == _BEGIN
