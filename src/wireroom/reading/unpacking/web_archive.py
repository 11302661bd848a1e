"""Web pages that a browser saved with their pictures in one file (MHTML)."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import islice
from typing import BinaryIO

from wireroom.errors import NotReadable
from wireroom.reading.fragments import absolute
from wireroom.reading.mail.headers import find_headers, is_web_archive
from wireroom.reading.mail.parts import leaves_of
from wireroom.reading.mail.words import (
    charset_of,
    content_of,
    header_of,
    in_charset,
    parameter_of,
    words_of,
)
from wireroom.reading.moments import in_utc, read_moment
from wireroom.records.pages import Page

_LINE = 1_000_000  # bytes of a line that are taken at once
_MOST_HEADERS = 1_000_000  # bytes
_MOST_BYTES = 50_000_000  # of a part
_MOST_PAGES = 50
_HEAD = 65_536  # bytes of a part that its headers are looked for in
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_FRAMES = re.compile(rb"<frameset\b", re.I)


class WebArchiveUnpacker:
    """MHTML as Chrome, Edge, Internet Explorer, Opera and Firefox's UnMHT and MAF write it.

    Gives the page itself, with the address that it was saved from and when; of a page that is
    made of frames, the frames too. Pictures, styles and scripts are left out.
    """

    name = "web-archive"

    def recognises(self, name: str, head: bytes) -> bool:
        headers = find_headers(head)
        return headers is not None and is_web_archive(name, headers)

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        message = BytesHeaderParser().parsebytes(_head(stream))
        pages = list(islice(_pages(stream, message), _MOST_PAGES))
        if not pages:
            problem = f"{name} is a web archive without a page in it"
            raise NotReadable(problem, "save the page again, or save it as HTML")
        start = parameter_of(message, "start").strip("<> ")
        named = (page for page in pages if start and start in header_of(page, "content-id").lower())
        root = next(named, pages[0])
        yield _page(name, root, message)
        if _FRAMES.search(content_of(root)):
            frames = (page for page in pages if page is not root)
            for number, frame in enumerate(frames, 1):
                yield _page(f"{name}!{number}.html", frame, message)


def _page(name: str, part: Message, message: Message) -> Page:
    data, charset = content_of(part), charset_of(part)
    if charset:
        # The mark goes before what the page says of itself, which was true where it came from.
        data = BOM_UTF8 + in_charset(data, charset).encode("utf-8", "replace")
    named = (
        header_of(message, "snapshot-content-location"),
        header_of(part, "content-location"),
        header_of(message, "content-location"),
    )
    url = next((found for each in named if (found := absolute(words_of(each), None))), None)
    captured = in_utc(read_moment(words_of(header_of(message, "date"))).value)
    return Page(name, data, url=url, captured=captured, media_type=part.get_content_type())


def _pages(stream: BinaryIO, message: Message) -> Iterator[Message]:
    """The parts that are pages, wherever they are nested."""
    boundary = message.get_boundary()
    if message.get_content_maintype() != "multipart" or not boundary:
        message.set_payload(stream.read(_MOST_BYTES).decode("latin-1"))
        yield message
        return
    for data in _split(stream, boundary.encode("utf-8", "replace")):
        kind = (find_headers(data[:_HEAD]) or {}).get("content-type", "text/html").lower()
        if not kind.startswith(("text/", "multipart/", "application/xhtml")):
            continue
        try:
            part = message_from_bytes(data)
            found = [leaf for leaf, _ in leaves_of(part) if leaf.get_content_type() in _PAGES]
        except Exception:  # the standard library fails in many ways on what is malformed
            continue
        yield from (leaf for leaf in found if content_of(leaf).strip())


def _head(stream: BinaryIO) -> bytes:
    """The bytes up to the first empty line."""
    head = bytearray()
    while len(head) < _MOST_HEADERS and (line := stream.readline(_LINE)):
        if not line.strip() and head.strip():
            break
        head += line
    return bytes(head).lstrip()


def _split(stream: BinaryIO, boundary: bytes) -> Iterator[bytes]:
    """What stands between the boundary lines, one part at a time; large parts are cut."""
    part: bytearray | None = None
    while line := stream.readline(_LINE):
        if line.startswith(b"--") and line.rstrip() in (b"--" + boundary, b"--" + boundary + b"--"):
            if part:
                yield bytes(part)
            part = bytearray()
        elif part is not None and len(part) < _MOST_BYTES:
            part += line
    if part:
        yield bytes(part)
