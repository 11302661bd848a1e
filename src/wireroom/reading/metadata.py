"""What an HTML page says of itself: title, author, dates, outlet, address, language."""

import json
import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import NamedTuple

from lxml import etree

from wireroom.reading.dates import find_stamp
from wireroom.records.dates import PartialDate

# trafilatura and lxml give the same elements; lxml's own types are private names.
Element = etree._Element


class Told(NamedTuple):
    """A value, and where on the page it stands."""

    value: str
    origin: str


_META_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "date",
    ),
    "updated": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "last-modified",
        "lastmod",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
_MOST_JSON = 500_000  # characters of one script of linked data
_MOST_OBJECTS = 2_000
_LONGEST = 500  # characters of a value; a longer one is no name and no headline

_ARTICLE = re.compile(r"(?:article|posting|report|review|story|webpage)$", re.I)
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)"
    r"(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?(?:\s.*)?"
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.I)
_WEB = re.compile(r"https?://\S+", re.I)


def find_metadata(tree: Element) -> dict[str, Told]:
    """The fields of a Document that the page tells in machine-readable form, each with its origin.

    JSON-LD goes before meta elements, and these before the page's own elements. Dates are ISO
    8601 as precise as given; an address as the author's name is left out.
    """
    told: dict[str, Told] = {}
    for field, value, origin in _all(tree):
        tidy = _tidy(field, value)
        if tidy is not None and field not in told:
            told[field] = Told(tidy, origin)
    return told


def as_iso(text: str) -> str | None:
    """A date in ISO 8601, as in mail or as printed, as ISO 8601 of the same precision; else None.

    A slashed date that can be read both ways is None.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        day, minutes, seconds, zone = found.groups()
        if not PartialDate.parse(day):
            return None
        return f"{day}T{minutes}{f':{seconds}' if seconds else ''}{zone or ''}" if minutes else day
    if re.fullmatch(r"\d{4}(-\d\d)?", text):
        return text if PartialDate.parse(text) else None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        stamp = find_stamp(text)
        return stamp.value if stamp else None


def _all(tree: Element) -> Iterator[tuple[str, str, str]]:
    yield from _linked_data(tree)
    yield from _meta(tree)
    yield from _microdata(tree)
    yield from _elements(tree)


def _tidy(field: str, value: str) -> str | None:
    value = " ".join(value.split())
    if not value or len(value) > _LONGEST:
        return None
    if field in ("published", "updated"):
        return as_iso(value)
    if field == "language":
        found = _LANGUAGE.fullmatch(value)
        return found[1].lower() if found else None
    if field == "url":
        return value if _WEB.fullmatch(value) else None
    return None if _WEB.match(value) else value


def _linked_data(tree: Element) -> Iterator[tuple[str, str, str]]:
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MOST_JSON:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            if any(_ARTICLE.search(kind) for kind in _strings(item.get("@type"))):
                yield from ((field, said, "json-ld") for field, said in _of_article(item))


def _objects(value: object) -> Iterator[dict[str, object]]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_OBJECTS:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting.extend(item[:_MOST_OBJECTS])
        elif isinstance(item, dict):
            yield item
            waiting.extend(x for x in (item.get("@graph"), item.get("mainEntity")) if x)


def _of_article(item: dict[str, object]) -> Iterator[tuple[str, str]]:
    for field, keys in (
        ("title", ("headline",)),
        ("published", ("datePublished", "dateCreated")),
        ("updated", ("dateModified",)),
        ("language", ("inLanguage",)),
        ("url", ("url", "mainEntityOfPage")),
    ):
        for key in keys:
            yield from ((field, said) for said in _strings(item.get(key)))
    authors = list(dict.fromkeys(_names(item.get("author"))))
    yield "author", ", ".join(authors)
    yield from (("outlet", name) for name in _names(item.get("publisher")))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(item for item in value if isinstance(item, str))
    if isinstance(value, dict) and isinstance(value.get("@id"), str):
        return (str(value["@id"]),)
    return ()


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip() and not _WEB.match(name):
            yield name.strip()


def _meta(tree: Element) -> Iterator[tuple[str, str, str]]:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content") or ""
        for key in ("property", "name", "itemprop", "http-equiv"):
            if (name := element.get(key)) and content.strip():
                said.setdefault(name.strip().lower(), content)
    for field, names in _META_NAMES.items():
        yield from ((field, said[name], f"meta {name}") for name in names if name in said)


_OF_MICRODATA = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "author": "author",
    "publisher": "outlet",
}


def _microdata(tree: Element) -> Iterator[tuple[str, str, str]]:
    """What schema.org's properties say in the page's own elements."""
    for element in islice(tree.iterfind(".//*[@itemprop]"), _MOST_OBJECTS):
        for name in (element.get("itemprop") or "").split():
            if name in _OF_MICRODATA:
                yield _OF_MICRODATA[name], _value(element), "microdata"


def _value(element: Element) -> str:
    """What a property comes to: of a person or an organisation, the name."""
    named = element.find(".//*[@itemprop='name']") if element.get("itemscope") is not None else None
    holder = element if named is None else named
    given = holder.get("content") or holder.get("datetime")
    return given or " ".join("".join(map(str, holder.itertext())).split())


def _elements(tree: Element) -> Iterator[tuple[str, str, str]]:
    for time in tree.iter("time"):
        if time.get("pubdate") is not None:
            yield "published", time.get("datetime") or "", "time element"
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "url", link.get("href") or "", "canonical link"
    titles = [" ".join((title.text or "").split()) for title in tree.iter("title")]
    headings = [" ".join("".join(map(str, h1.itertext())).split()) for h1 in tree.iter("h1")]
    # The title element often has the outlet's name behind the headline.
    for heading in headings:
        if len(headings) == 1 and any(heading in title for title in titles):
            yield "title", heading, "heading"
    yield from (("title", title, "title element") for title in titles)
    yield from (("title", heading, "heading") for heading in headings[:1])
    root = tree.getroottree().getroot()
    yield "language", root.get("lang") or "", "html lang"
