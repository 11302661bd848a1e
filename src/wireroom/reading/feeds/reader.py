"""RSS and Atom."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from wireroom.errors import NotReadable
from wireroom.reading.blocks import text_between_tags
from wireroom.reading.feeds.discourse import build_thread, is_topic
from wireroom.reading.feeds.entries import build_document, read_entry
from wireroom.reading.feeds.fields import FeedNames, line_of, names_of_feed
from wireroom.reading.feeds.parsing import Parsed, Piece, parse_feed
from wireroom.reading.feeds.source import find_root, read_source
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_OF_FEED = ("title", "subtitle", "info", "rights", "author", "link")
_LONGEST_LINE = 100_000  # characters of what a feed says of itself
_MOST_MARKUP = 1_000_000  # characters of a feed that is read as text


class FeedReader:
    """RSS 0.9x, 1.0 and 2.0, CDF, and Atom 0.3 and 1.0, well-formed or not: each entry is one
    Document of kind ``feed entry``.

    The text is the longest that the entry gives, without markup; else its title. The ``outlet``
    is the ``source`` that the entry names, else the feed's title; ``feed`` is what it was found in.
    A feed of the posts of one Discourse topic is one thread. A feed without entries is one
    Document of kind ``report`` with what it says of itself. Of a feed of more than 20 million
    characters, 600,000 tags or 50,000 entries, the first entries are read.
    """

    name = "feed"

    def recognises(self, page: Page) -> bool:
        return find_root(page) == "feed"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        source = read_source(page)
        pieces = parse_feed(source.text, page.url)
        first = next(pieces)
        whole = chain([first], pieces)
        given = False
        for found in _thread(page, whole) if _is_thread(first) else _entries(page, whole):
            given = True
            if isinstance(found, Document):
                said = {**found.provenance, "encoding": source.encoding}
                found = replace(found, provenance=said)
            yield found
        if not given:
            feed = first.feed if isinstance(first, Piece) else {}
            yield _of_feed(page, feed, source.text, source.encoding)


def _is_thread(piece: Piece | NotReadable) -> bool:
    return isinstance(piece, Piece) and is_topic(piece)


def _thread(page: Page, pieces: Iterator[Piece | NotReadable]) -> Iterator[Document | NotReadable]:
    read = [piece for piece in pieces if isinstance(piece, Piece)]
    thread = build_thread(read, page.name, page.url)
    if thread is not None:
        yield thread


def _entries(page: Page, pieces: Iterator[Piece | NotReadable]) -> Iterator[Document | NotReadable]:
    seen: set[str] = set()
    for piece in pieces:
        if isinstance(piece, NotReadable):
            yield NotReadable(f"{page.name}: {piece.problem}", piece.hint)
            continue
        names = names_of_feed(piece.feed, page.url)
        for number, parsed in enumerate(piece.entries, piece.first):
            document = build_document(
                read_entry(parsed, piece, names), f"{page.name}:{number}", page.name
            )
            if document is not None:
                yield _told_apart(document, f"{page.name}:{number}", seen)
        if piece.cut:
            last = piece.first + len(piece.entries) - 1
            rest = f"what follows entry {last} was not read" if last else "no entry was found in it"
            problem = f"{page.name} is a very large feed: {rest}"
            yield NotReadable(problem, "split it into several files")


def _told_apart(document: Document, default: str, seen: set[str]) -> Document:
    """The Document under an id that no earlier entry of the feed has."""
    if document.id not in seen:
        seen.add(document.id)
        return document
    said = f"file name and number: an earlier entry is {document.id[:100]} too"
    return replace(document, id=default, provenance={**document.provenance, "id": said})


def _of_feed(page: Page, feed: Parsed, source: str, encoding: str) -> Document:
    """What a feed without entries says of itself; where it says nothing, its markup."""
    names: FeedNames = names_of_feed(feed, page.url)
    lines = [line_of(feed.get(key), _LONGEST_LINE) for key in _OF_FEED]
    text = "\n".join(dict.fromkeys(line for line in lines if line))
    how = "what the feed says of itself: it has no entries"
    if not text:
        text = text_between_tags(source[:_MOST_MARKUP])
        how = "all text of the feed: it has no entries"
    if not text.strip():
        text, how = source[:_MOST_MARKUP], "the markup of the feed: it has no words"
    provenance = {"id": "file name", "text": how, "encoding": encoding}
    if names.title:
        provenance["title"] = "the feed's title"
    if names.name.value:
        provenance["feed"] = names.name.origin
    return Document(
        page.name,
        text,
        "report",
        title=names.title,
        url=names.link,
        feed=names.name.value,
        source_file=page.name,
        provenance=provenance,
    )
