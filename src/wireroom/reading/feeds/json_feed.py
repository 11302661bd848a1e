"""JSON Feed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wireroom.errors import NotReadable
from wireroom.reading.feeds.entries import Entry, build_document
from wireroom.reading.feeds.fields import (
    LONGEST_NAME,
    LONGEST_TITLE,
    FeedNames,
    Said,
    language_code,
    line_of,
    string_of,
)
from wireroom.reading.fragments import Fragment, absolute, plain_fragment, read_fragment
from wireroom.reading.json_kinds import json_kind, parse_object
from wireroom.reading.moments import read_moment
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_MOST_ITEMS = 100_000
_DATES = (("published", "date_published"), ("updated", "date_modified"))

Object = Mapping[str, object]


class JsonFeedReader:
    """JSON Feed 1.0 and 1.1: each item is one Document of kind ``feed entry``.

    The text is ``content_text`` or the words of ``content_html``, whichever is longer; else the
    summary, else the title. A feed without items is one Document with what it says of itself.
    """

    name = "json-feed"

    def recognises(self, page: Page) -> bool:
        return json_kind(page.data) == "feed"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        feed, encoding = parse_object(page)
        names = _names(feed, page.url)
        items = feed.get("items")
        given = False
        for number, item in enumerate(items[:_MOST_ITEMS] if isinstance(items, list) else [], 1):
            found = _document(page, number, item, names)
            given = given or found is not None
            if isinstance(found, Document):
                found = replace(found, provenance={**found.provenance, "encoding": encoding})
            if found is not None:
                yield found
        if not given:
            yield _of_feed(page, feed, names, encoding)


def _document(
    page: Page, number: int, item: object, names: FeedNames
) -> Document | NotReadable | None:
    if not isinstance(item, dict):
        problem = f"{page.name}, item {number} is no object"
        return NotReadable(problem, "fetch the feed again, or leave the item out")
    return build_document(_entry(item, names), f"{page.name}:{number}", page.name)


def _entry(item: Object, names: FeedNames) -> Entry:
    link = absolute(string_of(item.get("url")) or string_of(item.get("external_url")), names.link)
    body, where = _body(item, link or names.link)
    authors = _authors(item)
    fields = {
        "title": Said(line_of(item.get("title"), LONGEST_TITLE), "title"),
        "text": Said(body.text, where),
        "url": Said(link, "url" if string_of(item.get("url")).strip() else "external_url"),
        "author": Said(authors, "authors") if authors else Said(names.author, "the feed's author"),
        "outlet": Said(names.title, "the feed's title"),
        "feed": names.name,
        "language": Said(
            language_code(item.get("language")) or names.language, "the language that is named"
        ),
    }
    notes: dict[str, str] = {}
    for field, key in _DATES:
        moment = read_moment(string_of(item.get(key)))
        fields[field] = Said(moment.value, key)
        if moment.note and moment.value is None:
            notes[field] = f"{key}: {moment.note}"
    identifier = _identifier(item.get("id")) or link
    if identifier:
        fields["id"] = Said(identifier, "id of the entry" if item.get("id") else "link")
    return Entry(identifier, body, {key: said for key, said in fields.items() if said.value}, notes)


def _body(item: Object, base: str | None) -> tuple[Fragment, str]:
    ways = (
        (plain_fragment(string_of(item.get("content_text"))), "content_text"),
        (read_fragment(string_of(item.get("content_html")), base), "content_html"),
    )
    best, origin = max(ways, key=lambda way: len(way[0].text))
    if best.text:
        return best, origin
    return plain_fragment(string_of(item.get("summary"))), "summary"


def _identifier(value: object) -> str | None:
    """The id as text: feeds have numbers there too."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    return string_of(value).strip()[:LONGEST_TITLE] or None


def _names(feed: Object, base: str | None) -> FeedNames:
    title = line_of(feed.get("title"), LONGEST_NAME)
    link = absolute(string_of(feed.get("home_page_url")), base)
    ways = (
        Said(title, "the feed's title"),
        Said(absolute(string_of(feed.get("feed_url")), base), "the feed's own address"),
        Said(base, "address that it came from"),
        Said(link, "the feed's link"),
    )
    name = next((said for said in ways if said.value), Said(None, ""))
    return FeedNames(name, title, _authors(feed), language_code(feed.get("language")), link)


def _authors(context: Object) -> str | None:
    """The names under ``authors`` of 1.1, or ``author`` of 1.0."""
    listed = context.get("authors")
    given = listed[:20] if isinstance(listed, list) else [context.get("author")]
    found = [line_of(each.get("name"), LONGEST_NAME) for each in given if isinstance(each, dict)]
    return ", ".join(dict.fromkeys(name for name in found if name)) or None


def _of_feed(page: Page, feed: Object, names: FeedNames, encoding: str) -> Document:
    lines = (names.title, line_of(feed.get("description"), 100_000), names.link, names.name.value)
    text = "\n".join(dict.fromkeys(line for line in lines if line))
    if not text:
        raise NotReadable(f"{page.name} is a feed with nothing in it", "fetch it again")
    how = "what the feed says of itself: it has no items"
    provenance = {"id": "file name", "text": how, "encoding": encoding}
    return Document(
        page.name,
        text,
        "report",
        title=names.title,
        url=names.link,
        feed=names.name.value,
        source_file=page.name,
        provenance=provenance | ({"title": "the feed's title"} if names.title else {}),
    )
