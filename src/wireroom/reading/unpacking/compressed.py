"""One file, compressed. The unpacker to copy."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.limits import MOST_BYTES, MOST_TIMES, SMALL
from wireroom.records.pages import Page


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
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)


class CompressedUnpacker:
    """gzip, bzip2 and xz: the Page of what is inside, named without the suffix.

    Stops with NotReadable where what comes out is larger than ``limits`` allow.
    """

    name = "compressed"

    def recognises(self, name: str, head: bytes) -> bool:
        return any(head.startswith(signature) for signature, _, _ in _FORMATS)

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        head = stream.read(8)
        packed = stream.seek(0, 2)
        stream.seek(0)
        suffix, opened = next((s, o) for signature, s, o in _FORMATS if head.startswith(signature))
        yield Page(name.removesuffix(suffix), read_bounded(opened(stream), packed, name))


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
                raise NotReadable(problem, "unpack it yourself, and name the files that you want")
    except _BROKEN as wrong:
        if not chunks:
            raise NotReadable(f"{name} is damaged ({wrong})", "fetch or copy it again") from wrong
    return b"".join(chunks)
