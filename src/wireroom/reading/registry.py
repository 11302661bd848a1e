"""The readers, most particular first; the last takes what no other does."""

from collections.abc import Iterator
from typing import Protocol

from wireroom.errors import NotReadable
from wireroom.plugins import Registry
from wireroom.reading.article import ArticleReader
from wireroom.reading.forum.xenforo2 import XenForo2Reader
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
        JsonReader(),
        XenForo2Reader(),
        ArticleReader(),
        ThreadReader(),
        PlainReader(),
    ],
)
