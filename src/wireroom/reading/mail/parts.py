"""What a letter is made of: the parts that are its words, and what is attached."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

from wireroom.reading.mail.words import charset_of, content_of, header_of, in_charset, words_of
from wireroom.reading.sniffing import name_binary
from wireroom.records.pages import Page

MOST_BYTES = 50_000_000  # of a letter; the rest is left out
_MOST_LINES = 1_000_000  # likewise
_MOST_PARTS = 2_000
_LONGEST_NAME = 200
_BEFORE = re.compile(rb"\s*(?:From [^\n]*|(\d{1,9})[ \t]*\r?)\n")
_ENDINGS = {
    "text/html": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}
_NO_DOCUMENT = ("image", "audio", "video", "font", "multipart")
_NO_DOCUMENTS = (
    *("application/ms-tnef", "application/pkcs7-signature", "application/x-pkcs7-signature"),
    *("application/pgp-signature", "application/pgp-keys", "application/pgp-encrypted"),
    *("text/calendar", "text/vcard", "text/x-vcard", "text/rfc822-headers"),
    *("message/delivery-status", "message/disposition-notification", "message/external-body"),
)
_NO_WORDS = ("picture", "sound", "video", "program", "font", "a binary")


class Body(NamedTuple):
    """A part that is text. Those with the same ``choice`` say the same in several forms."""

    part: Message
    choice: int | None


class Attached(NamedTuple):
    """A part that is a file; ``page`` is None where nobody could read words in it."""

    name: str
    page: Page | None


class Letter(NamedTuple):
    """A letter taken apart. ``note`` says what of it is missing."""

    message: Message
    bodies: tuple[Body, ...]
    attached: tuple[Attached, ...]
    note: str


def take_apart(page: Page) -> Letter:
    """The parts of a letter, however deep they stand. What cannot be parsed is its text."""
    data, note = _bounded(page.data)
    before = _BEFORE.match(data)
    if before is not None:
        # Apple's Mail tells how long the letter is; a list of properties follows it.
        end = before.end() + int(before[1]) if before[1] else None
        data = data[before.end() : end]
    try:
        message = message_from_bytes(data)
        bodies, attached = _parts(message, page.name)
    # The standard library fails in many ways on what is malformed or nested very deep.
    except Exception:
        message = BytesHeaderParser().parsebytes(data)
        return Letter(message, (Body(message, None),), (), f"{note}; its parts are damaged")
    return Letter(message, bodies, attached, note)


def _bounded(data: bytes) -> tuple[bytes, str]:
    end = min(len(data), MOST_BYTES)
    if data.count(b"\n", 0, end) > _MOST_LINES:
        end = len(b"\n".join(data[:end].split(b"\n", _MOST_LINES)[:_MOST_LINES]))
    return data[:end], f"; cut after {end} bytes" if end < len(data) else ""


def _parts(message: Message, name: str) -> tuple[tuple[Body, ...], tuple[Attached, ...]]:
    bodies: list[Body] = []
    attached: list[Attached] = []
    for number, (part, choice) in enumerate(leaves_of(message), 1):
        if _is_body(part):
            bodies.append(Body(part, choice))
        elif part.get_content_maintype() != "multipart":
            attached += _attachment(part, f"{name}!", number)
    return tuple(bodies), tuple(attached)


def leaves_of(message: Message) -> Iterator[tuple[Message, int | None]]:
    """The parts that have no others, in order, each with the number of the choice it stands in."""
    waiting: list[tuple[Message, int | None]] = [(message, None)]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        part, choice = waiting.pop()
        seen += 1
        inner = part.get_payload()
        if part.get_content_maintype() != "multipart" or not isinstance(inner, list):
            yield part, choice
            continue
        if part.get_content_subtype() == "alternative":
            choice = seen if choice is None else choice
        waiting += [(each, choice) for each in reversed(inner) if isinstance(each, Message)]


def _is_body(part: Message) -> bool:
    if part.get_content_maintype() == "multipart":
        return True  # its boundary was never found
    if part.get_content_type() not in ("text/plain", "text/html"):
        return False
    return part.get_content_disposition() != "attachment" and not part.get_filename()


def _attachment(part: Message, before: str, number: int) -> Iterator[Attached]:
    kind = part.get_content_type()
    name = words_of(part.get_filename() or "").replace("\\", "/").rsplit("/", 1)[-1]
    name = name[-_LONGEST_NAME:] or (_title(part) or f"part {number}") + _ENDINGS.get(kind, "")
    data = _bytes_of(part)
    if kind in _NO_DOCUMENTS or part.get_content_maintype() in _NO_DOCUMENT or not data.strip():
        yield Attached(name, None)
        return
    binary = name_binary(data)
    if binary is not None and any(word in binary for word in _NO_WORDS):
        yield Attached(name, None)
        return
    yield Attached(name, Page(before + name, data, media_type=kind))


def _title(part: Message) -> str:
    """The subject of an attached letter."""
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return words_of(header_of(inner[0], "subject")).replace("/", " ")[:_LONGEST_NAME]
    return ""


def _bytes_of(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):  # a letter in a letter
        return inner[0].as_bytes() if inner and isinstance(inner[0], Message) else b""
    data = content_of(part)
    charset = charset_of(part)
    if part.get_content_maintype() == "text" and charset:
        return in_charset(data, charset).encode("utf-8", "replace")
    return data
