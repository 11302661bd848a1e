"""One file, compressed. The unpacker to copy."""

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import RawIOBase
from typing import TYPE_CHECKING, BinaryIO, Protocol

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.limits import MOST_BYTES, MOST_TIMES, SMALL
from wireroom.records.pages import Page

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes: ...


def _gunzipped(stream: BinaryIO) -> Readable:
    return gzip.GzipFile(fileobj=stream)


_FORMATS: tuple[tuple[bytes, str, Callable[[BinaryIO], Readable]], ...] = (
    (b"\x1f\x8b", ".gz", _gunzipped),
    (b"BZh", ".bz2", bz2.BZ2File),
    (b"\xfd7zXZ\x00", ".xz", lzma.LZMAFile),
)
_CHUNK = 1_000_000
_MOST_MEMORY = 100_000_000  # bytes that xz may ask for, to show its first bytes
# What the libraries raise for bytes that are not as they should be.
BROKEN = (
    *(OSError, EOFError, ValueError, MemoryError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile),
)
_UNPACK = "unpack it yourself, and name the files that you want"


class CompressedUnpacker:
    """gzip, bzip2 and xz: the Page of what is inside, named without the suffix.

    Stops with NotReadable where what comes out is larger than ``limits`` allow.
    """

    name = "compressed"

    def recognises(self, name: str, head: bytes) -> bool:
        return is_compressed(head)

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        head = stream.read(8)
        packed = stream.seek(0, 2)
        stream.seek(0)
        suffix = next(suffix for signature, suffix, _ in _FORMATS if head.startswith(signature))
        yield Page(name.removesuffix(suffix), read_bounded(opened(stream), packed, name))


def is_compressed(head: bytes) -> bool:
    """Whether bytes begin as gzip, bzip2 or xz do."""
    return any(head.startswith(signature) for signature, _, _ in _FORMATS)


def opened(stream: BinaryIO) -> Readable:
    """The stream unpacked; itself where it is not compressed."""
    head = stream.read(8)
    stream.seek(0)
    ways = (way for signature, _, way in _FORMATS if head.startswith(signature))
    return next(ways, lambda it: it)(stream)


def peek(head: bytes, size: int) -> bytes:
    """The first bytes of what ``head`` unpacks to; of itself where it is not compressed.

    Fewer where ``head`` holds no more, as with bzip2, which packs in large blocks.
    """
    try:
        if head.startswith(b"\x1f\x8b"):
            return zlib.decompressobj(31).decompress(head, size)
        if head.startswith(b"BZh"):
            return bz2.BZ2Decompressor().decompress(head, size)
        if head.startswith(b"\xfd7zXZ\x00"):
            return lzma.LZMADecompressor(memlimit=_MOST_MEMORY).decompress(head, size)
    except BROKEN:
        return b""
    return head[:size]


class BoundedStream(RawIOBase):
    """A stream that unpacks ``packed`` bytes, and raises NotReadable where it gives too many."""

    def __init__(self, stream: Readable, packed: int, name: str) -> None:
        self._stream = stream
        self._most = max(SMALL, MOST_TIMES * packed)
        self._given = 0
        self._name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._given += len(data)
        if self._given > self._most:
            problem = f"{self._name} unpacks to more than {self._most:,} bytes"
            raise NotReadable(problem, _UNPACK)
        return len(data)


def read_bounded(stream: Readable, packed: int, name: str) -> bytes:
    """All bytes of a stream that unpacks ``packed`` bytes; NotReadable where they are too many,
    or broken before the first one. What stands before a broken place is kept."""
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > MOST_BYTES or (size > SMALL and size > MOST_TIMES * packed):
                problem = f"{name} unpacks to more than {size:,} bytes from {packed:,}"
                raise NotReadable(problem, _UNPACK)
    except BROKEN as wrong:
        if not chunks:
            raise NotReadable(f"{name} is damaged ({wrong})", "fetch or copy it again") from wrong
    return b"".join(chunks)
