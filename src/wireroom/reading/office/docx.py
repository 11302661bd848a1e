"""Word documents (DOCX)."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean
from wireroom.reading.metadata import Told
from wireroom.reading.office.docx_body import Body, read_body
from wireroom.reading.office.parts import Parts
from wireroom.reading.office.properties import find_properties
from wireroom.reading.packages import package_kind
from wireroom.reading.properties import document_with
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_FIELDS = {
    "title": "title",
    "creator": "author",
    "created": "published",
    "modified": "updated",
}
_MOST_TOLD = 200  # characters of heads and feet of pages in provenance


class DocxReader:
    """Word documents (DOCX), a paragraph a line, rows of tables as ``a | b``.

    Tracked changes are read as if accepted: what was inserted is kept, what was deleted is not.
    Numbers and bullets of lists are written out; notes stand at the end and are called ``[1]``
    where they belong. Comments, and heads and feet of pages, are left out, and ``provenance`` says
    so. Title, author and dates are those of the document's properties; ``published`` is when the
    file was made.
    """

    name = "docx"

    def recognises(self, page: Page) -> bool:
        return package_kind(page.name, page.data) == "docx"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        parts = Parts(page)
        main = _main_part(parts)
        body = read_body(parts, main)
        if not body.text:
            hint = "give a document that has words in it"
            raise NotReadable(f"{page.name} is a Word document without text", hint)
        told = find_properties(parts, "docProps/core.xml", _FIELDS)
        if "title" not in told and body.title:
            told["title"] = Told(body.title, "paragraph in the style of a title")
        document = document_with(page, body.text, _said(parts, body), told)
        yield replace(document, links=body.links)


def _main_part(parts: Parts) -> str:
    """The part that has the text: named in the list of relations, or called as usual."""
    for event in parts.events("_rels/.rels"):
        target = event.get("Target").lstrip("/")
        if event.get("Type").endswith("/officeDocument") and target in parts.names:
            return target
    if "word/document.xml" not in parts.names:
        raise NotReadable(f"{parts.name} is damaged: it has no text", "open it, and save it again")
    return "word/document.xml"


def _said(parts: Parts, body: Body) -> str:
    """What was done to the text, in words."""
    said = ["paragraphs of the document"]
    if body.has_changes:
        said.append("tracked changes: insertions kept, deletions left out")
    if body.is_cut:
        said.append(f"cut after {len(body.text):,} characters")
    if any(name.endswith("/comments.xml") for name in parts.names):
        said.append("comments left out")
    edges = " · ".join(dict.fromkeys(_edges(parts)))
    if edges:
        said.append(f"heads and feet of pages left out: {edges[:_MOST_TOLD]}")
    return "; ".join(said)


def _edges(parts: Parts) -> Iterator[str]:
    names = [name for name in parts.names if name.startswith(("word/header", "word/footer"))]
    for name in sorted(names, reverse=True)[:20]:
        said = " ".join("".join(event.text for event in parts.events(name)).split())
        if any(char.isalpha() for char in said):
            yield clean(said)
