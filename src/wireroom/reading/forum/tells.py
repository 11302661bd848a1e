"""Which board software a page names, from its first tags alone."""

import re
from functools import lru_cache
from typing import NamedTuple

from wireroom.reading.sniffing import is_html

_HEAD = 4_096  # bytes within which a page shows that it is HTML
_LONGEST_TAG = 2_000
_BODY_WITHIN = 400_000  # bytes; pages may have their styles before it


class Tells(NamedTuple):
    """Whether a page is HTML, and the reader of the engine that it names, None without one."""

    is_html: bool
    named: str | None


# In the tags of html and body, or in the meta element "generator". They exclude one another.
_NAMES: tuple[tuple[str, re.Pattern[bytes]], ...] = tuple(
    (name, re.compile(pattern, re.I | re.S))
    for name, pattern in (
        ("xenforo2", rb"<html[^>]*\bid=[\"']?XF[\"'\s>]|<html[^>]*\bdata-app=[\"']?public\b"),
        ("xenforo1", rb"<html[^>]*\bid=[\"']?XenForo\b"),
        ("vbulletin5", rb"generator[^>]*vBulletin [56]|<body[^>]*\bvb-page"),
        ("vbulletin4", rb"<html[^>]*\bid=[\"']?vbulletin_html|generator[^>]*vBulletin 4"),
        ("vbulletin3", rb"generator[^>]*vBulletin 3"),
        ("discourse", rb"generator[^>]*Discourse"),
        ("ipb3", rb"<body[^>]*\bid=[\"']?ipboard_body"),
        ("ips4", rb"<body[^>]*\bipsApp\b|<html[^>]*\bdata-ips-"),
        ("vanilla", rb"<body[^>]*\bid=[\"']?(?:vanilla|dashboard)_"),
        ("phpbb3", rb"<body[^>]*\bid=[\"']?phpbb\b|generator[^>]*phpBB"),
        ("mybb", rb"generator[^>]*MyBB"),
        ("smf2", rb"generator[^>]*Simple Machines"),
    )
)


class ByIdentity:
    """Bytes as the key of a cache, without the cost of hashing them."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.data is self.data

    def __hash__(self) -> int:
        return id(self.data)


def find_tells(data: bytes) -> Tells:
    """What a page tells. Readers ask for the same bytes one after the other: kept for the next."""
    return _found(ByIdentity(data))


@lru_cache(maxsize=1)
def _found(key: ByIdentity) -> Tells:
    return _find(key.data)


def _find(data: bytes) -> Tells:
    if not is_html(data[:_HEAD]):
        return Tells(False, None)
    first = _tag(data, b"<html", _HEAD)
    body_at = data.find(b"<body", 0, _BODY_WITHIN)
    until = body_at if body_at >= 0 else _HEAD
    # With or without quotation marks around it.
    generator_at = max(data.find(b'="generator"', 0, until), data.find(b"=generator ", 0, until))
    generator = b""
    if generator_at >= 0:
        begun = data.rfind(b"<", 0, generator_at)
        generator = data[begun : data.find(b">", generator_at) + 1][:_LONGEST_TAG]
    body = data[body_at : data.find(b">", body_at) + 1][:_LONGEST_TAG] if body_at >= 0 else b""
    told = first + generator + body
    for name, pattern in _NAMES:
        if pattern.search(told):
            return Tells(True, name)
    return Tells(True, _by_scripts(data, data[: body_at if body_at >= 0 else _HEAD]))


def _by_scripts(data: bytes, head: bytes) -> str | None:
    """The engine that the head of a page names in its scripts and notes."""
    if b"smf_scripturl" in head or b"smf_theme_url" in head:
        return "smf2" if b"post_wrapper" in data else "smf1"
    if b"my_post_key" in head:
        return "mybb"
    if b"2005, 2007 phpBB" in head:
        return "phpbb3_subsilver" if b'class="postauthor"' in data else "phpbb3"
    return None


def _tag(data: bytes, opening: bytes, within: int) -> bytes:
    start = data.find(opening, 0, within)
    return data[start : data.find(b">", start) + 1][:_LONGEST_TAG] if start >= 0 else b""
