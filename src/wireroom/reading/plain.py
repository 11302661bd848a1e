"""Plain text files. The reader to copy."""

from collections.abc import Iterator

from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.reading.marks import with_marks
from wireroom.records.documents import Document
from wireroom.records.pages import Page


class PlainReader:
    """Takes whatever no other reader does: the whole text is one article.

    No title is guessed. Line ends are made ``\\n``.
    """

    name = "plain"

    def recognises(self, page: Page) -> bool:
        return True

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        provenance = {"id": "file name", "encoding": decoded.encoding}
        yield with_marks(Document(page.name, text, source_file=page.name, provenance=provenance))
