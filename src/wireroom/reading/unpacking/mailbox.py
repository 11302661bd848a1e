"""Mailboxes in one file (mbox): letter after letter, each after a line "From …"."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from wireroom.errors import NotReadable
from wireroom.reading.mail.headers import find_headers
from wireroom.reading.mail.parts import MOST_BYTES
from wireroom.records.pages import Page

_LINE = 1_000_000  # bytes of a line that are taken at once
# "From ida@example.org Sun Mar  7 12:40:00 2021": a sender and a time of day.
_OPENING = re.compile(rb"From \S.{0,300}\d\d?:\d\d.{0,60}\r?\n?", re.S)
_QUOTED = re.compile(rb">+From ")


class MailboxUnpacker:
    """mbox files of any length: each letter is a Page, one at a time.

    Of a letter that is larger than what is read of letters the rest is left out.
    """

    name = "mailbox"

    def recognises(self, name: str, head: bytes) -> bool:
        begin = head.lstrip(b"\r\n")
        return _OPENING.match(begin.partition(b"\n")[0]) is not None and bool(find_headers(begin))

    def unpack(self, name: str, stream: BinaryIO) -> Iterator[Page | NotReadable]:
        for number, data in enumerate(_letters(stream), 1):
            yield Page(f"{name}!{number}.eml", data)


def _letters(stream: BinaryIO) -> Iterator[bytes]:
    letter = bytearray()
    begun, was_empty = False, True
    while line := stream.readline(_LINE):
        if was_empty and line.startswith(b"From ") and _OPENING.fullmatch(line):
            if letter.strip():
                yield bytes(letter)
            letter.clear()
            begun = True
        elif begun and len(letter) < MOST_BYTES:
            letter += line[1:] if _QUOTED.match(line) else line
        was_empty = not line.strip()
    if letter.strip():
        yield bytes(letter)
