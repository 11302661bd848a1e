"""Short ways from bytes to Documents, for the tests of reading."""

from wireroom.errors import NotReadable
from wireroom.reading import read_documents
from wireroom.records.documents import Document, Post
from wireroom.records.pages import Page


def read_one(data: bytes | str, name: str = "quay.txt") -> Document:
    """The only Document of a page."""
    (found,) = read_all(data, name)
    assert isinstance(found, Document)
    return found


def read_all(data: bytes | str, name: str = "quay.txt") -> list[Document | NotReadable]:
    """All that a page gives, problems as well."""
    encoded = data.encode() if isinstance(data, str) else data
    return list(read_documents(Page(name, encoded)))


def words_of(document: Document, post: Post, part: int) -> str:
    """The words of one part, without the space around them."""
    return post.parts[part].span.of(document.text).strip()
