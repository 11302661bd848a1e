"""What opens files that hold other files; the first that recognises one opens it."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from wireroom.errors import NotReadable
from wireroom.plugins import Registry
from wireroom.reading.unpacking.compressed import CompressedUnpacker
from wireroom.reading.unpacking.mailbox import MailboxUnpacker
from wireroom.reading.unpacking.tars import TarUnpacker
from wireroom.reading.unpacking.wacz import WaczUnpacker
from wireroom.reading.unpacking.warc import WarcUnpacker
from wireroom.reading.unpacking.web_archive import WebArchiveUnpacker
from wireroom.reading.unpacking.zips import ZipUnpacker
from wireroom.records.pages import Page


class Unpacker(Protocol):
    """One kind of archive.

    ``recognises`` is given the name and the first bytes. ``unpack`` is given a stream that can be
    sought, at its beginning; it yields Pages and, for members that it cannot open, NotReadable
    values. Where it has nothing to yield it raises NotReadable; it raises nothing else. Nothing
    is written to disk, and names of members are only names.
    """

    name: str

    def recognises(self, name: str, head: bytes) -> bool: ...

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]: ...


UNPACKERS: Registry[Unpacker] = Registry(
    "wireroom.unpackers",
    [
        WarcUnpacker(),
        WaczUnpacker(),
        ZipUnpacker(),
        TarUnpacker(),
        CompressedUnpacker(),
        MailboxUnpacker(),
        WebArchiveUnpacker(),
    ],
)
