"""Lists of feeds, as feed readers export them."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean
from wireroom.reading.feeds.source import find_root, read_source
from wireroom.reading.fragments import absolute, on_one_line
from wireroom.records.documents import Document, Hyperlink
from wireroom.records.pages import Page

_MOST_CHARACTERS = 20_000_000
_MOST_OUTLINES = 100_000
_LONGEST = 2_000  # characters of a line's words
_AMPERSAND = re.compile(r"&(?!#?\w{1,32};)")  # addresses often have bare ones
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?opml(?=[\s/>])", re.I)


class _List(NamedTuple):
    title: str | None
    lines: tuple[tuple[str, str], ...]  # words and address, either of which may be empty
    note: str  # what of the list is missing


class OpmlReader:
    """OPML: one Document of kind ``report``, one line an outline.

    A feed is the line "Title — address", its address a link; the folders and notes of the list
    are lines too. What stands nested deeper than the XML parser goes is left out, and said so.
    """

    name = "opml"

    def recognises(self, page: Page) -> bool:
        return find_root(page) == "opml"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        source = read_source(page)
        found = _read_list(source.text[:_MOST_CHARACTERS])
        text, links = _laid_out(found.lines)
        text = text or found.title or ""
        if not text.strip():
            problem = f"{page.name} is a list of feeds with nothing in it"
            raise NotReadable(problem, "export it again from your feed reader")
        provenance = {"id": "file name", "encoding": source.encoding}
        provenance["text"] = f"the outlines of the list{found.note}"
        if found.title:
            provenance["title"] = "title of the list"
        yield Document(
            page.name,
            text,
            "report",
            title=found.title,
            source_file=page.name,
            links=tuple(links),
            provenance=provenance,
        )


def _laid_out(lines: Sequence[tuple[str, str]]) -> tuple[str, list[Hyperlink]]:
    pieces: list[str] = []
    links: list[Hyperlink] = []
    length = 0
    for words, address in lines:
        line = " — ".join(each for each in (words, address) if each)
        end = length + len(line)
        if address and absolute(address, None):
            links.append(Hyperlink(end - len(address), end, address))
        pieces.append(line)
        length = end + 1
    return "\n".join(pieces), links


def _read_list(source: str) -> _List:
    # Without the doctype: no entity of a list means anything.
    root = _ROOT.search(source)
    data = _AMPERSAND.sub("&amp;", source[root.start() if root else 0 :]).encode()
    walk = etree.iterparse(
        BytesIO(data), ("start", "end"), recover=True, resolve_entities=False, no_network=True
    )
    title, lines = "", list[tuple[str, str]]()
    for event, element in walk:
        name = str(element.tag).rsplit("}", 1)[-1].lower()
        if event == "start" and name == "outline":
            line = _line({str(key).lower(): str(value) for key, value in element.attrib.items()})
            lines += [line] if any(line) else []
        elif event == "end" and name == "title" and not title:
            title = on_one_line(element.text or "")[:_LONGEST]
        if len(lines) == _MOST_OUTLINES:
            return _List(title or None, tuple(lines), f", the first {_MOST_OUTLINES} of them")
    wrong = " ".join(walk.error_log[0].message.split()) if len(walk.error_log) else ""
    return _List(title or None, tuple(lines), f"; the list is damaged ({wrong})" if wrong else "")


def _line(attributes: dict[str, str]) -> tuple[str, str]:
    words = on_one_line(attributes.get("title") or attributes.get("text") or "")
    address = clean("".join(attributes.get("xmlurl", attributes.get("url", "")).split()))
    return words[:_LONGEST], address[:_LONGEST]
