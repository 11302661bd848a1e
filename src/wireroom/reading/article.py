"""A page with one article in it."""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree, html

from wireroom.errors import NotReadable
from wireroom.plugins import Late
from wireroom.reading.blocks import text_between_tags, text_of_tree
from wireroom.reading.decoding import decode
from wireroom.reading.marks import with_marks
from wireroom.reading.metadata import Element, Told, find_metadata
from wireroom.reading.sniffing import sniff
from wireroom.records.documents import Document
from wireroom.records.pages import Page

if TYPE_CHECKING:
    import trafilatura
    import trafilatura.metadata as trafilatura_metadata
else:
    trafilatura = Late("trafilatura")
    trafilatura_metadata = Late("trafilatura.metadata")

# Larger pages are cut, or read without telling the story from what surrounds it: trafilatura's
# time grows faster than the page.
MOST_CHARACTERS = 8_000_000
_MOST_ELEMENTS = 20_000
_MOST_FOR_COMPARISON = 3_000  # elements up to which trafilatura compares several ways to read

_SUFFIXES = (".html", ".htm", ".xhtml")
# The parser's time grows with the square of a tag's attributes; such a tag loses them all.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,40})[^<>]{20000,}>?")
# Days that htmldate accepts; its own default is the day of the run.
_DATES = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1995-01-01",
    "max_date": "2100-01-01",
}
# Two to five words, each with a capital: what trafilatura takes for a name can be anything.
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*(?:\s|$)){2,5}")
_BY_TRAFILATURA = "page text, as trafilatura reads it"

for _name in ("trafilatura", "htmldate", "justext", "courlan"):
    # What a page lacks is told in the Document, not on standard error.
    logging.getLogger(_name).addHandler(logging.NullHandler())


class ArticleReader:
    """HTML pages that no other reader knows. Fetches nothing that a page refers to.

    The text is what trafilatura takes for the story, a paragraph a line; where it finds none, or
    the page is very large or deep, all text of the page. What the page tells of itself in JSON-LD,
    meta elements and its own elements goes before what is inferred from its text.
    """

    name = "article"

    def recognises(self, page: Page) -> bool:
        kind = sniff(page.data)
        return kind == "html" or (kind == "text" and page.suffix in _SUFFIXES)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        source = _LONG_TAG.sub(r"<\1>", decoded.text[:MOST_CHARACTERS])
        text, how = _text(source)
        if not text:
            hint = "save the page from a browser after its text has appeared"
            raise NotReadable(f"{page.name} is a web page without text", hint)
        if len(decoded.text) > MOST_CHARACTERS:
            how = f"{how}; cut after {MOST_CHARACTERS} characters of HTML"
        provenance = {"encoding": decoded.encoding, "text": how}
        yield with_marks(_document(page, text, _told(page, source), provenance))


def _document(page: Page, text: str, told: dict[str, Told], provenance: dict[str, str]) -> Document:
    values = {field: told[field].value for field in told}
    text = _without_headline(text, values.get("title"))
    if values.get("updated") == values.get("published"):
        values.pop("updated", None)
    origins = {field: told[field].origin for field in values}
    return Document(
        page.name,
        text,
        title=values.get("title"),
        published=values.get("published"),
        outlet=values.get("outlet"),
        author=values.get("author"),
        url=values.get("url"),
        language=values.get("language"),
        updated=values.get("updated"),
        source_file=page.name,
        provenance={"id": "file name", **provenance, **origins},
    )


def _tree(source: str) -> Element | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(source.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return None


def _told(page: Page, source: str) -> dict[str, Told]:
    """What is known of the page beside its text. ``url`` of the Page goes before all else."""
    tree = _tree(source)
    told = find_metadata(tree) if tree is not None else {}
    if page.url:
        told["url"] = Told(page.url, "address that it came from")
    if tree is not None and _size(tree) <= _MOST_ELEMENTS:
        for field, value in _inferred(tree).items():
            told.setdefault(field, Told(value, _BY_TRAFILATURA))
    return told


def _inferred(tree: Element) -> dict[str, str]:
    # Whatever trafilatura raises on odd pages, the page still has its text.
    try:
        found = trafilatura_metadata.extract_metadata(tree, date_config=_DATES, extensive=False)
    except Exception:
        return {}
    author = found.author if found.author and _NAME.fullmatch(found.author) else None
    fields = {"title": found.title, "author": author, "published": found.date}
    return {field: value for field, value in fields.items() if isinstance(value, str) and value}


def _text(source: str) -> tuple[str, str]:
    """The text of the page, and how it was found."""
    tree = _tree(source)
    if tree is not None and (size := _size(tree)) <= _MOST_ELEMENTS:
        try:
            found = trafilatura.extract(
                tree, include_comments=False, fast=size > _MOST_FOR_COMPARISON
            )
        except Exception:  # as above
            found = None
        if isinstance(found, str) and found.strip() and not _is_laid_out(found):
            return found.strip(), "the story, as trafilatura tells it from the rest of the page"
        tree = _tree(source)
    text = "" if tree is None else text_of_tree(tree)
    return text or text_between_tags(source), "all text of the page"


def _is_laid_out(text: str) -> bool:
    """Whether most of a text stands in cells: old pages use tables to lay out their paragraphs."""
    cells = sum(len(line) for line in text.split("\n") if line.startswith("|"))
    return 2 * cells > len(text)


def _without_headline(text: str, title: str | None) -> str:
    """The text without a first line that is the title once more."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and rest.strip() and first.strip() == title else text


def _size(tree: Element) -> int:
    return sum(1 for _ in tree.iter())
