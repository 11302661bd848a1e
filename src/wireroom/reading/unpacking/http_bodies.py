"""What a server sent, as the page that it stood for: without chunks, unpacked."""

import re
import zlib

import brotli

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.compressed import BROKEN, Readable, read_bounded

_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_DEEPEST = 3  # encodings of one body, one around the other


class _Inflating:
    """Bytes in gzip or zlib, or deflate without a head, as a stream of what they unpack to."""

    def __init__(self, raw: bytes, wbits: int) -> None:
        self._rest = raw
        self._unpacker = zlib.decompressobj(wbits)

    def read(self, size: int, /) -> bytes:
        given = self._unpacker.decompress(self._rest, size)
        self._rest = self._unpacker.unconsumed_tail
        return given


class _Unbrotling:
    """Bytes in brotli as a stream of what they unpack to."""

    def __init__(self, raw: bytes) -> None:
        self._rest = raw
        self._unpacker = brotli.Decompressor()

    def read(self, size: int, /) -> bytes:
        if self._unpacker.is_finished():
            return b""
        try:
            given: bytes = self._unpacker.process(self._rest, output_buffer_limit=size)
        except brotli.error as wrong:
            raise ValueError("brotli cannot make sense of it") from wrong
        self._rest = b""
        return given


def decoded_body(name: str, raw: bytes, transfer: str, content: str) -> bytes:
    """The bytes of the page that ``raw`` stood for.

    ``transfer`` and ``content`` are the headers Transfer-Encoding and Content-Encoding. Where one
    does not tell the truth, as archives often keep headers of what they have unpacked, the bytes
    stay as they are. Raises NotReadable for what grows beyond ``limits``; ``name`` is the page's.
    """
    body = _unchunked(raw) if "chunked" in transfer.lower() else raw
    encodings = [said.strip() for said in content.lower().split(",")]
    for encoding in reversed(encodings[:_DEEPEST]):
        stream = _stream(encoding, body)
        if stream is not None and _begins(_stream(encoding, body)):
            body = read_bounded(stream, len(body), name)
    return body


def _unchunked(raw: bytes) -> bytes:
    """The chunks one after the other; a body that has none as it is. A cut one gives its part."""
    pieces: list[bytes] = []
    at = 0
    while found := _CHUNK_SIZE.match(raw, at):
        size = int(found[1], 16)
        if size == 0:
            break
        pieces.append(raw[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if raw.startswith(b"\r\n", at) else int(raw.startswith(b"\n", at))
    return b"".join(pieces) if pieces else raw


def _stream(encoding: str, body: bytes) -> Readable | None:
    if encoding in ("gzip", "x-gzip"):
        return _Inflating(body, 31)
    if encoding == "deflate":
        return _Inflating(body, 15 if body[:1] == b"\x78" else -15)
    return _Unbrotling(body) if encoding == "br" else None


def _begins(stream: Readable | None) -> bool:
    """Whether anything at all can be unpacked."""
    try:
        return stream is not None and stream.read(1) != b""
    except (*BROKEN, NotReadable):
        return False
