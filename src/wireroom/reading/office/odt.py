"""OpenDocument texts (ODT)."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.errors import NotReadable
from wireroom.reading.metadata import Told
from wireroom.reading.office.odt_walk import Walk
from wireroom.reading.office.parts import Parts
from wireroom.reading.office.properties import find_properties
from wireroom.reading.packages import package_kind
from wireroom.reading.properties import document_with
from wireroom.reading.writing import Block, Writing
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_FIELDS = {
    "title": "title",
    "initial-creator": "author",
    "creator": "author",
    "creation-date": "published",
    "date": "updated",
}
_LOCKED = b"manifest:encryption-data"


class OdtReader:
    """OpenDocument texts (ODT), a paragraph a line, rows of tables as ``a | b``.

    Lists, notes, tracked changes, comments and properties are read as those of Word documents.
    """

    name = "odt"

    def recognises(self, page: Page) -> bool:
        return package_kind(page.name, page.data) == "odt"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        parts = Parts(page)
        if _LOCKED in parts.read("META-INF/manifest.xml"):
            hint = "open it, and save it without a password"
            raise NotReadable(f"{page.name} is locked with a password", hint)
        writing = Writing()
        walk = _walk(parts, writing)
        if not writing.text:
            hint = "give a document that has words in it"
            raise NotReadable(f"{page.name} is a document without text", hint)
        told = find_properties(parts, "meta.xml", _FIELDS)
        title = walk.titles.get("title") or walk.titles.get("heading")
        if "title" not in told and title:
            told["title"] = Told(title, "paragraph in the style of a title")
        document = document_with(page, writing.text, _said(walk, writing), told)
        yield replace(document, links=tuple(writing.links))


def _walk(parts: Parts, writing: Writing) -> Walk:
    walk = Walk(writing.write)
    for part in ("styles.xml", "content.xml"):
        for event in parts.events(part):
            walk.take(event)
            if writing.is_full:
                return walk
    for number, blocks in enumerate(walk.notes, 1):
        note = Block()
        for block in blocks:
            note.take(block, " ")
        if note.has_words:
            line = Block()
            line.add(f"[{number}]")
            line.take(note, " ")
            writing.write(line)
    return walk


def _said(walk: Walk, writing: Writing) -> str:
    """What was done to the text, in words."""
    said = ["paragraphs of the document"]
    if walk.has_changes:
        said.append("tracked changes: insertions kept, deletions left out")
    if writing.is_full:
        said.append(f"cut after {len(writing.text):,} characters")
    if walk.has_comments:
        said.append("comments left out")
    return "; ".join(said)
