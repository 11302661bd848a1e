"""The readers, most particular first; the last takes what no other does."""

from collections.abc import Iterator
from typing import Protocol

from wireroom.errors import NotReadable
from wireroom.plugins import Registry
from wireroom.reading.article import ArticleReader
from wireroom.reading.forum.discourse_json import DiscourseJsonReader
from wireroom.reading.forum.engines import ENGINE_READERS
from wireroom.reading.forum.schema_org import SchemaOrgReader
from wireroom.reading.forum.unknown import UnknownReader
from wireroom.reading.jsonl import JsonLinesReader, JsonReader
from wireroom.reading.plain import PlainReader
from wireroom.reading.thread.reader import ThreadReader
from wireroom.records.documents import Document
from wireroom.records.pages import Page


class Reader(Protocol):
    """One kind of input.

    ``read`` yields Documents and, for parts of the page that it cannot read, NotReadable values.
    Where it has nothing to yield it raises NotReadable; it raises nothing else.
    """

    name: str

    def recognises(self, page: Page) -> bool: ...

    def read(self, page: Page) -> Iterator[Document | NotReadable]: ...


READERS: Registry[Reader] = Registry(
    "wireroom.readers",
    [
        JsonLinesReader(),
        DiscourseJsonReader(),
        JsonReader(),
        *ENGINE_READERS,
        SchemaOrgReader(),
        UnknownReader(),
        ArticleReader(),
        ThreadReader(),
        PlainReader(),
    ],
)
