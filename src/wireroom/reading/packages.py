"""Which kind of ZIP a ZIP is: office programs, e-books and web archives are ZIPs too."""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Literal

PackageKind = Literal["docx", "xlsx", "xlsb", "pptx", "odt", "ods", "odp", "epub", "wacz", "zip"]

_WITHIN = 65_536  # bytes that the kind is told from
_LOCAL = b"PK\x03\x04"
_MOST_NAMES = 100
_MOST_TYPES = 100_000  # bytes of the list of parts that are looked at

_BY_MEDIA_TYPE: tuple[tuple[bytes, PackageKind], ...] = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "odp"),
    (b"application/epub+zip", "epub"),
)
_BY_CONTENT_TYPE: tuple[tuple[bytes, PackageKind], ...] = (
    (b"wordprocessingml.", "docx"),
    (b"ms-word.document.", "docx"),
    (b"spreadsheetml.", "xlsx"),
    (b"ms-excel.sheet.binary", "xlsb"),
    (b"ms-excel.sheet.", "xlsx"),
    (b"presentationml.", "pptx"),
)
_BY_MEMBER: tuple[tuple[re.Pattern[bytes], PackageKind], ...] = (
    (re.compile(rb"word/[\w/]+\.xml"), "docx"),
    (re.compile(rb"xl/[\w/]+\.bin"), "xlsb"),
    (re.compile(rb"xl/[\w/]+\.xml"), "xlsx"),
    (re.compile(rb"ppt/[\w/]+\.xml"), "pptx"),
    (re.compile(rb"(?:\./)?archive/[^/]+\.warc(?:\.gz)?"), "wacz"),
)
_BY_SUFFIX: dict[str, PackageKind] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".odt": "odt",
    ".wacz": "wacz",
}
_IN_WORDS: dict[PackageKind, str] = {
    "docx": "a Word document",
    "xlsx": "an Excel workbook",
    "xlsb": "a binary Excel workbook",
    "pptx": "a PowerPoint presentation",
    "odt": "an OpenDocument text",
    "ods": "an OpenDocument spreadsheet",
    "odp": "an OpenDocument presentation",
    "epub": "an e-book",
    "wacz": "a web archive",
    "zip": "a ZIP archive",
}


def package_kind(name: str, head: bytes) -> PackageKind | None:
    """What kind of ZIP the first bytes show, or else the name says; None for what is no ZIP.

    Only the first 64 KiB are looked at, so that the answer is the same for a file and its head.
    Names inside members do not count.
    """
    if not head.startswith(_LOCAL):
        return "zip" if head.startswith(b"PK\x05\x06") else None
    head = head[:_WITHIN]
    for number, (member, body) in enumerate(_members(head)):
        kind = _kind(member, body, number == 0)
        if kind is not None:
            return kind
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return _BY_SUFFIX.get(suffix, "zip")


def in_words(kind: PackageKind) -> str:
    """What a person calls such a file ("a Word document")."""
    return _IN_WORDS[kind]


def _kind(member: bytes, body: bytes, first: bool) -> PackageKind | None:
    if first and member == b"mimetype":
        # Texts, their templates and masters begin alike.
        return next((kind for said, kind in _BY_MEDIA_TYPE if body.startswith(said)), "zip")
    if member == b"[Content_Types].xml":
        return next((kind for said, kind in _BY_CONTENT_TYPE if said in body), None)
    return next((kind for pattern, kind in _BY_MEMBER if pattern.fullmatch(member)), None)


def _members(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names of members as they follow one another, each with what of it can be unpacked."""
    at, count = 0, 0
    while head.startswith(_LOCAL, at) and len(head) >= at + 30 and count < _MOST_NAMES:
        flags, method, packed, length, extra = struct.unpack_from("<2xHH8xI4xHH", head, at + 4)
        body = at + 30 + length + extra
        is_told = packed not in (0, 0xFFFFFFFF)  # else it stands behind the member
        end = body + packed if is_told else head.find(_LOCAL, body)
        end = end if end >= 0 else len(head)
        yield head[at + 30 : at + 30 + length], _opened(head[body:end], method, flags)
        at, count = end, count + 1


def _opened(body: bytes, method: int, flags: int) -> bytes:
    if flags & 1:
        return b""
    if method == 0:
        return body[:_MOST_TYPES]
    if method != 8:
        return b""
    try:
        return zlib.decompressobj(-15).decompress(body, _MOST_TYPES)
    except zlib.error:
        return b""
