"""Markdown files."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from wireroom.errors import NotReadable
from wireroom.plugins import Late
from wireroom.reading.decoding import decode
from wireroom.reading.markdown_walk import Walk
from wireroom.reading.metadata import Told, as_iso
from wireroom.reading.properties import document_with
from wireroom.reading.sniffing import sniff
from wireroom.reading.writing import Writing
from wireroom.records.documents import Document
from wireroom.records.pages import Page

if TYPE_CHECKING:
    import markdown_it
else:
    markdown_it = Late("markdown_it")

MOST_CHARACTERS = 2_000_000  # beyond which a text is kept as it is: parsing takes a second for each
_SUFFIXES = (".md", ".markdown", ".mkd")
_ENOUGH = 0.3  # the share of letters that must be left when the marks are gone
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{1,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"^([A-Za-z_]{2,30})[ \t]*:[ \t]*(\S.*)$", re.M)
_FIELDS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "date": "published",
    "published": "published",
    "created": "published",
    "url": "url",
    "source": "url",
    "link": "url",
    "outlet": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "lang": "language",
    "language": "language",
}
_WEB = re.compile(r"https?://\S+", re.I)
_LANGUAGE = re.compile(r"[a-z]{2}", re.I)


class MarkdownReader:
    """Markdown files (.md) as their words: without marks, a paragraph a line.

    Items of lists keep their numbers or get a bullet, quotations their ``>``, rows of tables are
    ``a | b``, and links stand under ``links``. Title, author, date, outlet, language and address
    are those of the lines between ``---`` at the top, if there are such; else the title is the
    first heading. A file that looks like a pasted thread is read as one.
    """

    name = "markdown"

    def recognises(self, page: Page) -> bool:
        return page.suffix in _SUFFIXES and sniff(page.data) == "text"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        whole = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        told, source = _parted(whole)
        writing, walk = Writing(), Walk()
        text = source.strip("\n")
        how = "Markdown, kept as it is"
        if len(source) <= MOST_CHARACTERS:
            walk.take(_parser().parse(source), writing.write)
            if writing.text and _letters(writing.text) >= _ENOUGH * _letters(source):
                text, how = writing.text, "Markdown, without its marks"
        if not text.strip():
            raise NotReadable(f"{page.name} has no words in it", "give a file that has text in it")
        if walk.heading and "title" not in told:
            told["title"] = Told(walk.heading, "first heading")
        document = document_with(page, text, how, told)
        yield replace(
            document,
            provenance={**document.provenance, "encoding": decoded.encoding},
            links=tuple(writing.links) if text == writing.text else (),
        )


def _parted(whole: str) -> tuple[dict[str, Told], str]:
    """What the lines between ``---`` at the top tell, and the text without them."""
    front = _FRONT.match(whole)
    entries = _ENTRY.findall(front[1]) if front else []
    told: dict[str, Told] = {}
    for name, said in entries:
        field = _FIELDS.get(name.lower())
        value = _value(field, said.strip().strip("\"'[]").strip()) if field else None
        if field and value:
            told.setdefault(field, Told(value, "lines at the top of the file"))
    return told, whole[front.end() :] if front and entries else whole


def _value(field: str, said: str) -> str | None:
    if field == "published":
        return as_iso(said)
    if field == "url":
        return said if _WEB.fullmatch(said) else None
    if field == "language":
        return said[:2].lower() if _LANGUAGE.fullmatch(said[:2]) else None
    return said


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@cache
def _parser() -> "markdown_it.MarkdownIt":
    return markdown_it.MarkdownIt("commonmark").enable("table").enable("strikethrough")
