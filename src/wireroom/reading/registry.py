"""The readers, most particular first; the last takes what no other does."""

from collections.abc import Iterator
from typing import Protocol

from wireroom.errors import NotReadable
from wireroom.plugins import Registry
from wireroom.reading.article import ArticleReader
from wireroom.reading.forum.discourse import DiscourseReader
from wireroom.reading.forum.ipb3 import Ipb3Reader
from wireroom.reading.forum.ips4 import Ips4Reader
from wireroom.reading.forum.mybb import MybbReader
from wireroom.reading.forum.phpbb3 import Phpbb3Reader
from wireroom.reading.forum.phpbb3_subsilver import Phpbb3SubsilverReader
from wireroom.reading.forum.smf1 import Smf1Reader
from wireroom.reading.forum.smf2 import Smf2Reader
from wireroom.reading.forum.vanilla import VanillaReader
from wireroom.reading.forum.vbulletin3 import VBulletin3Reader
from wireroom.reading.forum.vbulletin4 import VBulletin4Reader
from wireroom.reading.forum.vbulletin5 import VBulletin5Reader
from wireroom.reading.forum.xenforo1 import XenForo1Reader
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
        XenForo1Reader(),
        Phpbb3Reader(),
        Phpbb3SubsilverReader(),
        VBulletin5Reader(),
        VBulletin4Reader(),
        DiscourseReader(),
        Ips4Reader(),
        Ipb3Reader(),
        VanillaReader(),
        Smf2Reader(),
        Smf1Reader(),
        MybbReader(),
        VBulletin3Reader(),
        ArticleReader(),
        ThreadReader(),
        PlainReader(),
    ],
)
