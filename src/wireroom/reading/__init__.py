"""Page to Documents."""

from collections.abc import Iterator

from wireroom.errors import NotReadable
from wireroom.reading.registry import READERS
from wireroom.records.documents import Document
from wireroom.records.pages import Page


def read_documents(page: Page) -> Iterator[Document | NotReadable]:
    """The Documents of one Page, by the first reader that recognises it, one at a time.

    A part of the page that cannot be read comes as a NotReadable value between the Documents.
    Where nothing at all can be read, the first step of the iterator raises NotReadable. No other
    exception leaves it, whatever the bytes are.
    """
    for reader in READERS:
        if reader.recognises(page):
            yield from reader.read(page)
            return
    raise AssertionError("the last reader takes everything")
