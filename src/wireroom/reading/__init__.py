"""Bytes to Documents."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO, NamedTuple

from wireroom.errors import NotReadable
from wireroom.reading.registry import READERS
from wireroom.reading.saving import Saving, find_saving, saved_page
from wireroom.reading.unpacking.allowance import Allowance, Spent, summed_up
from wireroom.reading.unpacking.limits import DEEPEST
from wireroom.reading.unpacking.registry import UNPACKERS, Unpacker
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_HEAD = 65_536  # bytes that an archive is recognised by
# Servers send programs what no reader knows; in a web archive that is no failure to tell of.
_OF_MACHINES = ("application/json",)


def read_stream(name: str, stream: BinaryIO) -> Iterator[Document | NotReadable]:
    """The Documents of one file, which can be sought; those of an archive one at a time.

    As ``read_documents``, but that an archive of any size is never held whole.
    """
    head = stream.read(_HEAD)
    size = stream.seek(0, 2)
    stream.seek(0)
    if (unpacker := _unpacker(name, head)) is not None:
        found = _unpacked(unpacker, name, stream, _Bounds(1, Allowance(size)))
        yield from summed_up(name, found)
    else:
        yield from read_documents(Page(name, stream.read()))


def read_documents(page: Page) -> Iterator[Document | NotReadable]:
    """The Documents of one Page, by the first reader that recognises it, one at a time.

    A part of the page that cannot be read comes as a NotReadable value between the Documents; of
    an archive, all that cannot be read in one value behind them. Where nothing at all can be read,
    the first step of the iterator raises NotReadable. No other exception leaves it, whatever the
    bytes are.
    """
    allowance = Allowance(len(page.data))
    if (unpacker := _unpacker(page.name, page.data[:_HEAD])) is not None:
        found = _unpacked(unpacker, page.name, BytesIO(page.data), _Bounds(1, allowance))
        yield from summed_up(page.name, found)
    else:
        yield from _read(page, _Bounds(0, allowance))


def read_record(page: Page) -> Iterator[Document | NotReadable]:
    """As ``read_documents``, for one Page out of many of an archive: each part that cannot be read
    comes by itself, and nothing is raised."""
    try:
        yield from _tolerant(page, _Bounds(1, Allowance(len(page.data))))
    except Spent:
        yield NotReadable(f"{page.name} unpacks to far more than its size", "save it by itself")


class _Bounds(NamedTuple):
    """How many files this one is inside of, counting itself, and what may still come out."""

    depth: int
    allowance: Allowance


def _read(page: Page, bounds: _Bounds) -> Iterator[Document | NotReadable]:
    saving = find_saving(page.data)
    seen = page if saving is None else saved_page(page, saving)
    reader = next(each for each in READERS if each.recognises(seen))
    for item in reader.read(seen):
        if isinstance(item, Page):
            yield from _attached(item, bounds._replace(depth=bounds.depth + 1))
        elif isinstance(item, Document):
            yield _as_captured(item, page, saving)
        else:
            yield item


def _attached(page: Page, bounds: _Bounds) -> Iterator[Document | NotReadable]:
    """What stands in a file that a reader found inside its page."""
    if bounds.depth > DEEPEST:
        problem = f"{page.name} is a file inside {DEEPEST} others"
        yield NotReadable(problem, "save it by itself, and read that")
    else:
        yield from _tolerant(page, bounds)


def _unpacker(name: str, head: bytes) -> Unpacker | None:
    return next((each for each in UNPACKERS if each.recognises(name, head)), None)


def _unpacked(
    unpacker: Unpacker, name: str, stream: BinaryIO, bounds: _Bounds
) -> Iterator[Document | NotReadable]:
    """What stands in the members; a member that cannot be read does not cost the others."""
    if bounds.depth > DEEPEST:
        problem = f"{name} is an archive inside {DEEPEST} others"
        raise NotReadable(problem, "unpack it yourself, and name the files that you want")
    for page in unpacker.unpack(name, stream):
        if isinstance(page, NotReadable):
            yield page
        else:
            bounds.allowance.take(page)
            yield from _tolerant(page, bounds)


def _tolerant(page: Page, bounds: _Bounds) -> Iterator[Document | NotReadable]:
    unpacker = _unpacker(page.name, page.data[:_HEAD])
    deeper = bounds._replace(depth=bounds.depth + 1)
    try:
        if unpacker is not None:
            yield from _unpacked(unpacker, page.name, BytesIO(page.data), deeper)
        else:
            yield from _read(page, bounds)
    except NotReadable as problem:
        if page.media_type not in _OF_MACHINES:
            yield problem


def _as_captured(document: Document, page: Page, saving: Saving | None) -> Document:
    """The Document with what an archive told of the bytes, or else what saved the page noted."""
    told = {"captured": page.captured, "digest": page.digest}
    told["url"] = page.url if document.url is None else None
    values: dict[str, Any] = {field: value for field, value in told.items() if value is not None}
    origins = dict.fromkeys(sorted(values), "archive record")
    if saving is not None:
        noted = {"captured": saving.captured if page.captured is None else None}
        is_from_note = page.url is None and document.url in (None, saving.url)
        noted["url"] = saving.url if is_from_note else None
        for field, value in noted.items():
            if value is not None:
                values[field], origins[field] = value, saving.origin
    if not values:
        return document
    return replace(document, **values, provenance={**document.provenance, **origins})
