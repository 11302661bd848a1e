"""Web archives: WARC, compressed or not."""

from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from typing import IO, BinaryIO, TypeVar

from fastwarc.warc import ArchiveIterator, WarcRecord

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.compressed import BROKEN, peek
from wireroom.reading.unpacking.limits import MOST_OF_RECORD
from wireroom.reading.unpacking.resuming import next_record
from wireroom.reading.unpacking.warc_records import HOLDING_PAGES, pages_of
from wireroom.records.pages import Page

Found = TypeVar("Found")

_MARK = b"WARC/"
_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_LONGEST_HEAD = 256 << 10  # bytes of the head of a record, or of HTTP
_FIRST_LINE = 200  # bytes in which the first line of a record ends
_AGAIN = "fetch or copy it again"
_BROKEN = (*BROKEN, UnicodeError, RuntimeError)


class WarcUnpacker:
    """WARC 1.0 and 1.1, also in gzip and zstd: each page that the archive took, with its
    address, the time of its capture and its digest.

    Responses with a status of 200 to 299, resources and conversions whose media type is that of
    text or of a document become Pages; pictures, styles, scripts, other records and visits that
    found nothing new (``revisit``) are left out silently. A damaged record costs itself, not those
    after it. Read as a stream: memory is flat whatever the size of the file.
    """

    name = "warc"

    def recognises(self, name: str, head: bytes) -> bool:
        if head.startswith(_ZSTD):  # only the name tells what is inside
            return name.lower().endswith(".warc.zst")
        return peek(head, len(_MARK)) == _MARK

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        yield from warc_pages(name, stream)


def warc_pages(
    name: str, stream: IO[bytes], start: int = 0, end: int | None = None
) -> Iterator[Page | NotReadable]:
    """The Pages of a WARC, each called ``<name>!<address>``, and what is damaged in it.

    Goes on behind a damaged place with the next record that can be found there. Of a part of the
    file, ``start`` is where a record begins; records that begin at ``end`` or behind it are not
    read.
    """
    return _each(name, stream, partial(pages_of, name), (start, end))


def warc_starts(name: str, stream: IO[bytes]) -> Iterator[int]:
    """Where the records begin that can hold a page, in bytes, in the order of the file."""
    for found in _each(name, stream, _start, (0, None)):
        if isinstance(found, int):
            yield found


def _start(record: WarcRecord) -> Iterator[int]:
    if record.record_type in HOLDING_PAGES:
        yield record.stream_pos


def _each(
    name: str,
    stream: IO[bytes],
    use: Callable[[WarcRecord], Iterator[Found]],
    bounds: tuple[int, int | None],
) -> Iterator[Found | NotReadable]:
    """What ``use`` finds in each record that begins within the bounds, and what is damaged."""
    start: int | None = bounds[0]
    end = inf if bounds[1] is None else bounds[1]
    is_told = False
    stream.seek(0)
    is_packed = stream.read(len(_GZIP)) == _GZIP
    while start is not None and start < end:
        last = start
        try:
            for record in _records(stream, start):
                last, is_told = record.stream_pos, False
                if last >= end:
                    return
                yield from use(record)
                if is_packed and record.content_length > MOST_OF_RECORD:
                    # To look for the next one is quicker than to unpack what is not read.
                    start = next_record(stream, last + 1)
                    break
            else:
                return
        except _BROKEN as wrong:
            if not is_told:  # else it is the same damage once more
                yield NotReadable(f"{name} is damaged behind byte {last:,} ({wrong})", _AGAIN)
            is_told = True
            start = next_record(stream, last + 1)


def _records(stream: IO[bytes], start: int) -> Iterator[WarcRecord]:
    """The records from ``start`` on. Raises one of _BROKEN at a damaged place."""
    stream.seek(start)
    line = peek(stream.read(_FIRST_LINE), _FIRST_LINE).partition(b"\n")[0]
    stream.seek(start)
    # Quirks are needed for lines that end in \n alone; but with them damage is passed over.
    has_quirks = not line.endswith(b"\r") and not line.startswith(_ZSTD)
    yield from ArchiveIterator(
        stream, parse_http=True, quirks_mode=has_quirks, max_header_len=_LONGEST_HEAD
    )
