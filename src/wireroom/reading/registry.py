"""The readers, most particular first; the last takes what no other does."""

from collections.abc import Iterator
from typing import Protocol

from wireroom.errors import NotReadable
from wireroom.plugins import Registry
from wireroom.reading.article import ArticleReader
from wireroom.reading.feeds.json_feed import JsonFeedReader
from wireroom.reading.feeds.opml import OpmlReader
from wireroom.reading.feeds.reader import FeedReader
from wireroom.reading.forum.discourse_json import DiscourseJsonReader
from wireroom.reading.forum.engines import ENGINE_READERS
from wireroom.reading.forum.schema_org import SchemaOrgReader
from wireroom.reading.forum.unknown import UnknownReader
from wireroom.reading.jsonl import JsonLinesReader, JsonReader
from wireroom.reading.mail.reader import MailReader
from wireroom.reading.markdown import MarkdownReader
from wireroom.reading.office.docx import DocxReader
from wireroom.reading.office.odt import OdtReader
from wireroom.reading.pdf.reader import PdfReader
from wireroom.reading.plain import PlainReader
from wireroom.reading.rtf import RtfReader
from wireroom.reading.tables.separated import SeparatedReader
from wireroom.reading.tables.workbook import WorkbookReader
from wireroom.reading.telegram.html_export import TelegramPageReader
from wireroom.reading.telegram.json_export import TelegramReader
from wireroom.reading.thread.reader import ThreadReader
from wireroom.records.documents import Document
from wireroom.records.pages import Page


class Reader(Protocol):
    """One kind of input.

    ``read`` yields Documents and, for parts of the page that it cannot read, NotReadable values;
    Pages for files that are attached, which are then read as inputs of their own. Where it has
    nothing to yield it raises NotReadable; it raises nothing else.
    """

    name: str

    def recognises(self, page: Page) -> bool: ...

    def read(self, page: Page) -> Iterator[Document | Page | NotReadable]: ...


READERS: Registry[Reader] = Registry(
    "wireroom.readers",
    [
        JsonLinesReader(),
        JsonFeedReader(),
        TelegramReader(),
        DiscourseJsonReader(),
        JsonReader(),
        PdfReader(),
        DocxReader(),
        OdtReader(),
        WorkbookReader(),
        RtfReader(),
        FeedReader(),
        OpmlReader(),
        MailReader(),
        TelegramPageReader(),
        *ENGINE_READERS,
        SchemaOrgReader(),
        UnknownReader(),
        ArticleReader(),
        SeparatedReader(),
        ThreadReader(),
        MarkdownReader(),
        PlainReader(),
    ],
)
