"""ZIP archives of files."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from wireroom.errors import NotReadable
from wireroom.reading.packages import package_kind
from wireroom.reading.sniffing import name_binary
from wireroom.reading.unpacking.compressed import read_bounded
from wireroom.reading.unpacking.limits import MOST_IN_ALL, MOST_MEMBERS
from wireroom.reading.unpacking.members import is_there_to_be_read, member_name
from wireroom.reading.unpacking.salvage import salvaged
from wireroom.records.pages import Page

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, LookupError),
    *(NotImplementedError, RuntimeError, MemoryError, OverflowError),
)
_UNPACK = "unpack it yourself, and name the files that you want"
_KINDS = ("zip", "epub")
_CHAPTERS = (".xhtml", ".html", ".htm")  # of an e-book
_HEAD = 65_536  # bytes that the kind is told from
_TAIL = 66_000  # bytes at the end in which the list of members is announced
_MOST_DIRECTORY = 1_000 * MOST_MEMBERS  # bytes of that list


class ZipUnpacker:
    """ZIP archives, like a folder: the members in the order of their names.

    Office documents are ZIPs too, and are left to their readers; an e-book (EPUB) is taken for an
    archive of its chapters. Pictures, styles, scripts, fonts, hidden files and folders are left
    out silently. Members that are encrypted or links are named. Where the list of members is
    lost, as where a download broke off, those that can be found are read. An archive whose
    members overlap, or that holds more members or bytes than ``limits`` allow, is refused as a
    whole.
    """

    name = "zip"

    def recognises(self, name: str, head: bytes) -> bool:
        kind = package_kind(name, head)
        if kind is None:  # some archives begin with a program that unpacks them
            return name.lower().endswith(".zip") and name_binary(head) in ("a binary", "a program")
        return kind in _KINDS

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        is_book = package_kind(name, stream.read(_HEAD)) == "epub"
        try:
            with opened_zip(name, stream) as archive:
                for member in sorted(archive.infolist(), key=lambda each: each.filename):
                    if _is_wanted(member, is_book):
                        yield _page(name, archive, member)
        except DamagedZip as problem:
            yield from salvaged(name, stream)
            yield problem


class DamagedZip(NotReadable):
    """The list of members of a ZIP is missing or makes no sense."""


def _is_wanted(member: zipfile.ZipInfo, is_book: bool) -> bool:
    if member.is_dir() or (is_book and not member.filename.lower().endswith(_CHAPTERS)):
        return False
    return is_there_to_be_read(member.filename)


def opened_zip(name: str, stream: BinaryIO) -> zipfile.ZipFile:
    """The archive, if it is whole and no trap; NotReadable where it is damaged or one."""
    if _directory_size(stream) > _MOST_DIRECTORY:
        raise NotReadable(f"{name} holds more than {MOST_MEMBERS:,} files", _UNPACK)
    try:
        archive = zipfile.ZipFile(stream)
        members = archive.infolist()
    except BROKEN as wrong:
        problem = f"{name} is damaged ({wrong})"
        raise DamagedZip(problem, "fetch or copy it again") from wrong
    if len(members) > MOST_MEMBERS:
        problem = f"{name} holds {len(members):,} files, more than {MOST_MEMBERS:,}"
        raise NotReadable(problem, _UNPACK)
    if _overlaps(members):
        problem = f"{name} is no honest archive: files in it share their bytes, to grow huge"
        raise NotReadable(problem, "fetch it again, from someone you trust")
    if sum(member.file_size for member in members) > MOST_IN_ALL:
        problem = f"{name} would unpack to more than {MOST_IN_ALL:,} bytes"
        raise NotReadable(problem, _UNPACK)
    return archive


def _directory_size(stream: BinaryIO) -> int:
    """How many bytes the list of members is said to have; 0 where nothing is said."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _TAIL))
    tail = stream.read(_TAIL)
    stream.seek(0)
    sizes = [0]
    for mark, layout, offset in ((b"PK\x05\x06", "<L", 12), (b"PK\x06\x06", "<Q", 40)):
        at = tail.rfind(mark)
        if 0 <= at <= len(tail) - offset - 8:
            sizes.append(*struct.unpack_from(layout, tail, at + offset))
    return max(said for said in sizes if said != 0xFFFFFFFF)


def _overlaps(members: list[zipfile.ZipInfo]) -> bool:
    """Whether bytes are counted to two members, as where a small file is to become a huge one."""
    ends = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < ends:
            return True
        ends = member.header_offset + 30 + member.compress_size
    return False


def read_member(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member that messages call ``name``; NotReadable where it has none to give."""
    if member.flag_bits & 1:
        raise NotReadable(f"{name} is encrypted", "unpack it with its password, and name the files")
    try:
        with archive.open(member) as stream:
            return read_bounded(stream, member.compress_size, name)
    except BROKEN as wrong:
        raise NotReadable(f"{name} is damaged ({wrong})", "fetch or copy it again") from wrong


def _page(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Page | NotReadable:
    called = member_name(name, member.filename)
    if stat.S_ISLNK(member.external_attr >> 16):
        return NotReadable(f"{called} is a link to another file", "name that file itself")
    try:
        return Page(called, read_member(called, archive, member))
    except NotReadable as problem:
        return problem
