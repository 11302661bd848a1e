"""WACZ: a web archive in a ZIP."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from wireroom.errors import NotReadable
from wireroom.reading.packages import package_kind
from wireroom.reading.unpacking.members import member_name
from wireroom.reading.unpacking.warc import warc_pages
from wireroom.reading.unpacking.zips import BROKEN, opened_zip
from wireroom.records.pages import Page

_WARC = (".warc", ".warc.gz")


class WaczUnpacker:
    """WACZ 1.1: the pages of every WARC in it, as of a WARC by itself.

    Its lists of pages, indexes and logs are left out: they tell of the same pages. Nothing of it
    is held whole.
    """

    name = "wacz"

    def recognises(self, name: str, head: bytes) -> bool:
        return package_kind(name, head) == "wacz"

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        with opened_zip(name, stream) as archive:
            warcs = [each for each in archive.infolist() if each.filename.endswith(_WARC)]
            for member in sorted(warcs, key=lambda each: each.filename):
                yield from _pages(member_name(name, member.filename), archive, member)


def _pages(
    name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo
) -> Iterator[Page | NotReadable]:
    try:
        with archive.open(member) as stream:
            yield from warc_pages(name, stream)
    except BROKEN as wrong:
        yield NotReadable(f"{name} is damaged ({wrong})", "fetch or copy it again")
