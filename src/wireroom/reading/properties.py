"""A file's text with what the file's own properties tell of it."""

from collections.abc import Mapping

from wireroom.reading.decoding import clean
from wireroom.reading.metadata import Told
from wireroom.records.documents import Document
from wireroom.records.pages import Page


def document_with(page: Page, text: str, how: str, told: Mapping[str, Told]) -> Document:
    """The Document of a file with one text in it; ``how`` says in words how that was read.

    ``told`` has what is known of the fields of a Document that stand beside its text; the address
    that the page came from goes before one that it tells.
    """
    values = {field: clean(said.value) for field, said in told.items()}
    return Document(
        page.name,
        text,
        title=values.get("title"),
        author=values.get("author"),
        published=values.get("published"),
        updated=values.get("updated"),
        outlet=values.get("outlet"),
        language=values.get("language"),
        url=page.url or values.get("url"),
        source_file=page.name,
        provenance={
            "id": "file name",
            "text": how,
            **{field: said.origin for field, said in told.items()},
            **({"url": "address that it came from"} if page.url else {}),
        },
    )
