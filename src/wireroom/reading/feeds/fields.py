"""The fields of a feed and of its entries, as feedparser gives them, each with its origin."""

import re
from html import unescape
from typing import NamedTuple

from wireroom.reading.decoding import clean
from wireroom.reading.feeds.parsing import Parsed, Piece
from wireroom.reading.fragments import (
    Fragment,
    absolute,
    on_one_line,
    plain_fragment,
    read_fragment,
)
from wireroom.reading.moments import Moment, read_moment

LONGEST_TITLE = 2_000  # characters; a longer one is words, and no headline
LONGEST_NAME = 300
_MOST_AUTHORS = 20
_NO_TEXT = ("image/", "audio/", "video/")
# "ida@fjordpost.example (Ida Lindqvist)" and "Ida Lindqvist <ida@fjordpost.example>".
_ADDRESSED = re.compile(
    r"[^\s@<>()]{1,99}@[^\s@<>()]{1,99} ?\(([^()]+)\)|([^<>]+?) ?<[^<>\s]+@[^<>\s]+>"
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.I)


class Said(NamedTuple):
    """A value, and the element that it stands in."""

    value: str | None
    origin: str


class FeedNames(NamedTuple):
    """What a feed says of itself: its title, else its address, as ``name``."""

    name: Said
    title: str | None
    author: str | None
    language: str | None
    link: str | None


def names_of_feed(feed: Parsed, base: str | None) -> FeedNames:
    """``base`` is the address that the feed was fetched from, where that is known."""
    title = line_of(feed.get("title"), LONGEST_NAME)
    link = absolute(string_of(feed.get("link")), base)
    own = (link.get("href") for link in _dicts(feed, "links") if link.get("rel") == "self")
    ways = (
        Said(title, "the feed's title"),
        Said(absolute(string_of(next(own, "")), base), "the feed's own address"),
        Said(base, "address that it came from"),
        Said(link, "the feed's link"),
    )
    name = next((said for said in ways if said.value), Said(None, ""))
    return FeedNames(name, title, _authors(feed), language_code(feed.get("language")), link)


def author_of(entry: Parsed, piece: Piece, names: FeedNames) -> Said:
    """Who is named in the entry; for Atom, else who is named for the whole feed."""
    found = _authors(entry)
    if found is None and piece.version.startswith("atom") and "source" not in entry:
        return Said(names.author, "the feed's author")
    by = [name for name in ("dc:creator", "author") if name in piece.names]
    return Said(found, " or ".join(by) or "author")


def outlet_of(entry: Parsed, names: FeedNames) -> Said:
    """The source that the entry is said to come from, else the feed itself.

    Some boards name the thread that an entry is of as its source: that is no outlet.
    """
    source = entry.get("source")
    title = line_of(source.get("title"), LONGEST_NAME) if isinstance(source, dict) else None
    if title and title != line_of(entry.get("title"), LONGEST_NAME):
        return Said(title, "source")
    return Said(names.title, "the feed's title")


def language_of(entry: Parsed, names: FeedNames) -> Said:
    for key in ("title_detail", "summary_detail"):
        detail = entry.get(key)
        if isinstance(detail, dict) and (code := language_code(detail.get("language"))):
            return Said(code, "the language that the feed names")
    return Said(names.language, "the language that the feed names")


def body_of(entry: Parsed, piece: Piece, base: str | None) -> tuple[Fragment, str]:
    """The longest of the texts that an entry gives, and the element that it stands in."""
    is_atom = piece.version.startswith("atom")
    summary, content = ("summary", "content") if is_atom else ("description", "content:encoded")
    given = [(detail, content) for detail in _dicts(entry, "content")]
    detail = entry.get("summary_detail")
    given += [(detail, summary)] if isinstance(detail, dict) else []
    best, origin = Fragment(""), summary
    for detail, where in given:
        found = _fragment(detail, base)
        if len(found.text) > len(best.text):
            best, origin = found, where
    return best, origin


def moments_of(entry: Parsed, piece: Piece) -> dict[str, tuple[Moment, str]]:
    """When the entry was published and updated, as far as told.

    In RSS the date of Dublin Core, which feedparser takes for that of an update, is when the
    entry was published.
    """
    is_atom = piece.version.startswith("atom")
    names = {"published": "published" if is_atom else "pubDate", "updated": "updated"}
    if piece.version == "atom03":
        names = {"published": "issued", "updated": "modified"}
    found = {
        field: (
            read_moment(string_of(entry.get(field)), entry.get(f"{field}_parsed")),
            names[field],
        )
        for field in names
        if string_of(entry.get(field)).strip()
    }
    if not is_atom and "updated" in found and "dc:date" in piece.names:
        date = found.pop("updated")[0]
        found.setdefault("published", (date, "dc:date"))
    if "published" not in found and string_of(entry.get("created")).strip():
        created = read_moment(string_of(entry["created"]), entry.get("created_parsed"))
        found["published"] = (created, "created")
    return found


def line_of(value: object, longest: int) -> str | None:
    """A name or a title on one line, without markup; what is too long for one is cut."""
    text = on_one_line(string_of(value))
    return (text if len(text) <= longest else text[: longest - 1] + "…") or None


def string_of(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""


def _fragment(detail: Parsed, base: str | None) -> Fragment:
    value, kind = string_of(detail.get("value")), string_of(detail.get("type")).lower()
    if not value.strip() or kind.startswith(_NO_TEXT):
        return Fragment("")
    has_markup = "<" in value or "&" in value
    if not has_markup or (kind == "text/plain" and "<" not in value):
        return plain_fragment(unescape(value))
    if kind == "text/plain":
        return plain_fragment(value)
    return read_fragment(value, absolute(string_of(detail.get("base")), base) or base)


def _authors(context: Parsed) -> str | None:
    """The names, parted by commas; the addresses of those who give no name."""
    given = _dicts(context, "authors")[:_MOST_AUTHORS]
    whole = string_of(context.get("author"))
    # In RSS it is one string with address and name, which feedparser cuts at the wrong places.
    if len(given) < 2:
        address = _ADDRESSED.fullmatch(" ".join(whole.split()))
        if address is not None:
            return line_of(address[1] or address[2], LONGEST_NAME)
    found = [line_of(each.get("name") or each.get("email"), LONGEST_NAME) for each in given]
    names = list(dict.fromkeys(name for name in found if name))
    return ", ".join(names) or line_of(whole, LONGEST_NAME)


def language_code(value: object) -> str | None:
    found = _LANGUAGE.fullmatch(string_of(value).strip())
    return found[1].lower() if found else None


def _dicts(context: Parsed, key: str) -> list[Parsed]:
    value = context.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
