"""Tar archives, compressed or not."""

import tarfile
from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.compressed import (
    BROKEN,
    BoundedStream,
    is_compressed,
    opened,
    peek,
    read_bounded,
)
from wireroom.reading.unpacking.limits import MOST_BYTES
from wireroom.reading.unpacking.members import is_there_to_be_read, member_name
from wireroom.records.pages import Page

_BLOCK = 512  # bytes of the head of a member
_SUFFIXES = (".tar.gz", ".tgz", ".tar.bz2", ".tbz", ".tbz2", ".tar.xz", ".txz")
_BROKEN = (*BROKEN, tarfile.TarError, RecursionError, OverflowError)


class TarUnpacker:
    """Tar archives, also in gzip, bzip2 and xz: the members in the order in which they come.

    Read as a stream, so that memory stays flat whatever the size. Only regular files are members:
    folders, links and devices are left out silently, and so are pictures, styles, scripts, fonts
    and hidden files. What a member says of its owner, its mode and its place is not looked at.
    """

    name = "tar"

    def recognises(self, name: str, head: bytes) -> bool:
        # A block of bzip2 is larger than the head: then only the name tells.
        is_called_so = name.lower().endswith(_SUFFIXES) and is_compressed(head)
        return is_called_so or _is_tar(peek(head, _BLOCK))

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        packed = stream.seek(0, 2)
        stream.seek(0)
        bounded = BufferedReader(BoundedStream(opened(stream), packed, name))
        try:
            with tarfile.open(fileobj=bounded, mode="r|") as archive:
                yield from _pages(name, archive)
        except _BROKEN as wrong:
            yield NotReadable(f"{name} is damaged ({wrong})", "fetch or copy it again")
        except NotReadable as problem:
            yield problem


def _pages(name: str, archive: tarfile.TarFile) -> Iterator[Page | NotReadable]:
    for member in archive:
        archive.members = []  # type: ignore[attr-defined]  # else they grow with the archive
        if not member.isreg() or not is_there_to_be_read(member.name):
            continue
        called = member_name(name, member.name)
        stream = archive.extractfile(member)
        if member.issparse() or member.size > MOST_BYTES or stream is None:
            yield NotReadable(f"{called} is too large", "unpack it yourself, and name it")
        else:
            yield Page(called, read_bounded(stream, member.size, called))


def _is_tar(block: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except _BROKEN:
        return False
    return True
