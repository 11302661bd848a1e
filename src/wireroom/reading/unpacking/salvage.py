"""What can be found in a ZIP whose list of members is lost, as where a download broke off."""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.compressed import read_bounded
from wireroom.reading.unpacking.limits import MOST_BYTES, MOST_MEMBERS
from wireroom.reading.unpacking.members import is_there_to_be_read, member_name
from wireroom.records.pages import Page

_HEAD = b"PK\x03\x04"
_HEAD_SIZE = 30
_WINDOW = 1 << 20
_STORED, _DEFLATED = 0, 8


class _Found(NamedTuple):
    """A member as the bytes before it tell of it. ``packed`` is 0 where they do not know."""

    name: str
    method: int
    packed: int
    start: int
    is_whole: bool  # neither encrypted nor of a size that is told elsewhere


class _Inflating:
    """The member that begins at a place, unpacked. It ends where it says that it does."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._at = start
        self._rest = b""
        self._unpacker = zlib.decompressobj(-15)

    def read(self, size: int, /) -> bytes:
        while not self._unpacker.eof:
            if not self._rest:
                self._stream.seek(self._at)
                self._rest = self._stream.read(_WINDOW)
                self._at += len(self._rest)
                if not self._rest:
                    return b""
            given = self._unpacker.decompress(self._rest, size)
            self._rest = self._unpacker.unconsumed_tail
            if given:
                return given
        return b""


def salvaged(name: str, stream: BinaryIO) -> Iterator[Page]:
    """The Pages of the members that are still there, in the order of the file.

    Members that are encrypted, damaged at their beginning, or not there to be read are passed over.
    """
    at, count = _next_head(stream, 0), 0
    while at is not None and count < MOST_MEMBERS:
        found = _member(stream, at)
        if found is not None and found.is_whole and is_there_to_be_read(found.name):
            data = _data(stream, found)
            if data:
                yield Page(member_name(name, found.name), data)
        behind = found.start + found.packed if found is not None else at + len(_HEAD)
        at, count = _next_head(stream, behind), count + 1


def _next_head(stream: BinaryIO, start: int) -> int | None:
    """Where the next member begins, at or behind a place."""
    at = start
    while True:
        stream.seek(at)
        window = stream.read(_WINDOW)
        found = window.find(_HEAD)
        if found >= 0:
            return at + found
        if len(window) < _WINDOW:
            return None
        at += len(window) - len(_HEAD)


def _member(stream: BinaryIO, at: int) -> _Found | None:
    stream.seek(at)
    head = stream.read(_HEAD_SIZE)
    if len(head) < _HEAD_SIZE:
        return None
    flags, method, packed, length, extra = struct.unpack("<6xHH8xI4xHH", head)
    called = stream.read(length)
    name = called.decode("utf-8" if flags & 0x800 else "cp437", "replace")
    is_told = packed != 0xFFFFFFFF and packed <= MOST_BYTES
    is_whole = not flags & 1 and is_told and (method == _DEFLATED or packed > 0)
    return _Found(
        name, method, packed if is_told else 0, at + _HEAD_SIZE + length + extra, is_whole
    )


def _data(stream: BinaryIO, found: _Found) -> bytes:
    if found.method == _STORED:
        stream.seek(found.start)
        return stream.read(found.packed)
    if found.method != _DEFLATED:
        return b""
    try:
        return read_bounded(_Inflating(stream, found.start), found.packed, found.name)
    except NotReadable:
        return b""
