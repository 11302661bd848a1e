"""feedparser, kept from what makes it slow or makes it fail.

It takes seconds for an entry with very many categories and for very many entries; it opens what
it is given as a string. So it gets streams of a few entries at a time, their categories renamed.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from wireroom.errors import NotReadable
from wireroom.plugins import Late

if TYPE_CHECKING:
    import feedparser
else:
    feedparser = Late("feedparser")

MOST_CHARACTERS = 20_000_000  # of a feed; the rest is left out
MOST_TAGS = 600_000  # of a feed and of the HTML in it, likewise
MOST_ENTRIES = 50_000
_AT_ONCE = 200  # entries

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
# feedparser compares each of these with all before it.
_LISTED = re.compile(r"<(/?)(?:[\w.-]{1,40}:)?(category|subject|keywords|tags)(?=[\s/>])", re.I)
_TOKEN = re.compile(r"<!\[CDATA\[|<!--|<(/?)(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s/>])", re.I)
_CLOSING = {"<![CDATA[": "]]>", "<!--": "-->"}
_GAPS = re.compile(r"\s{200,}")  # feedparser's patterns take long over them
_NAMED = re.compile(r"<(dc:creator|dc:date|author|discourse)\b")
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:.-]{0,80})[^<>]{20000,}>?")  # it loses its attributes
_TAG = re.compile(r"<|&lt;")

Parsed = dict[str, Any]


class Piece(NamedTuple):
    """Some entries of a feed as feedparser gives them. ``first`` is the number of the first one,
    ``names`` has the elements of Dublin Core and Discourse, and RSS's author, where they occur in
    the markup; ``cut`` says that the feed goes on after it."""

    feed: Parsed
    entries: list[Parsed]
    version: str
    first: int
    names: frozenset[str]
    cut: bool = False


def parse_feed(source: str, base: str | None) -> Iterator[Piece | NotReadable]:
    """The entries of a feed, in order, a few at a time; one Piece at least.

    ``base`` is the address that the feed was fetched from, which relative addresses start from.
    A stretch that feedparser fails on comes as a NotReadable value.
    """
    text, is_cut = _bounded(_LONG_TAG.sub(r"<\1>", _GAPS.sub(_shortened, source)))
    number = 1
    stretches, has_more = _split(text)
    is_cut = is_cut or has_more
    for index, stretch in enumerate(stretches):
        last = index == len(stretches) - 1
        try:
            parsed = feedparser.parse(
                BytesIO(_LISTED.sub(r"<\1wr-\2", stretch).encode()),
                response_headers=_HEADERS | ({"content-location": base} if base else {}),
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except Exception as wrong:  # it fails in many ways on what is malformed
            problem = f"the entries from number {number} on cannot be parsed ({_why(wrong)})"
            yield NotReadable(problem, "save the feed from a browser, and read that")
            number += _AT_ONCE
            continue
        yield Piece(
            dict(parsed["feed"]),
            # As plain dicts: theirs gives one date where another is asked for, and is slow.
            [dict(entry) for entry in parsed["entries"]],
            parsed.get("version") or "",
            number,
            frozenset(_NAMED.findall(stretch)),
            cut=last and is_cut,
        )
        number += len(parsed["entries"])


def _why(wrong: Exception) -> str:
    return " ".join(f"{type(wrong).__name__}: {wrong}".split())[:200]


def _shortened(gap: re.Match[str]) -> str:
    return "\n\n" if "\n" in gap[0] else " "


def _bounded(text: str) -> tuple[str, bool]:
    """The text up to what a feed may have, cut before a tag; and whether it was cut."""
    end = min(len(text), MOST_CHARACTERS)
    if end > MOST_TAGS:
        for number, found in enumerate(_TAG.finditer(text, 0, end)):
            if number >= MOST_TAGS:
                end = found.start()
                break
    return text[:end], end < len(text)


def _split(text: str) -> tuple[list[str], bool]:
    """Feeds of a few entries each, every one with all that stands before and after the entries;
    and whether there are more entries than are read."""
    starts, end = _entries(text)
    if len(starts) <= _AT_ONCE:
        return [text], False
    head, tail = text[: starts[0]], text[end:]
    if len(starts) > MOST_ENTRIES:
        end = starts[MOST_ENTRIES]
    # What is repeated may be as much again as the feed.
    most = len(text) // (len(head) + len(tail) + 1) + 1
    bounds = [*starts[: MOST_ENTRIES : max(_AT_ONCE, -(-len(starts) // most))], end]
    stretches = [
        f"{head}{text[begin:finish]}{tail}"
        for begin, finish in zip(bounds, bounds[1:], strict=False)
    ]
    return stretches, len(starts) > MOST_ENTRIES


def _entries(text: str) -> tuple[list[int], int]:
    """Where the entries start, and where the last of them ends; not those in CDATA or comments."""
    starts: list[int] = []
    end = position = 0
    while found := _TOKEN.search(text, position):
        position = found.end()
        if found[0] in _CLOSING:
            closing = _CLOSING[found[0]]
            position = text.find(closing, position)
            if position < 0:
                break
            position += len(closing)
        elif found[1]:
            end = text.find(">", position) + 1 or len(text)
        else:
            starts.append(found.start())
    return starts, end if starts and end > starts[-1] else len(text)
