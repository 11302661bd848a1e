"""A piece of HTML as plain text: a paragraph a line, links and quotations with their spans."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree, html

from wireroom.plugins import Late
from wireroom.reading.blocks import text_between_tags
from wireroom.reading.decoding import clean
from wireroom.reading.metadata import Element
from wireroom.records.documents import Hyperlink
from wireroom.records.spans import Span

if TYPE_CHECKING:
    import courlan
else:
    courlan = Late("courlan")

MOST_CHARACTERS = 3_000_000  # of HTML in one piece; the rest is left out

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "math", "select", "iframe")
    + ("object", "audio", "video", "canvas", "button", "textarea")
)
# What is on a line of its own; elements that nobody knows are not, as in browsers.
_BLOCKS = frozenset(
    ("html", "body", "p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li")
    + ("dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "section", "article")
    + ("aside", "header", "footer", "nav", "main", "figure", "figcaption", "blockquote", "pre")
    + ("address", "form", "fieldset", "legend", "details", "summary", "center", "dir", "menu")
    + ("listing", "xmp", "plaintext", "frameset", "frame", "option", "hgroup", "search")
)
_CELLS = frozenset(("td", "th"))
_MARKED = frozenset(("blockquote", "aside", "pre"))
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,40})[^<>]{20000,}>?")
_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n?|\n")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
_BREAKS = re.compile(r"[\t\r\n]")  # which browsers leave out of addresses
_LONGEST_ADDRESS = 4_000


class Region(NamedTuple):
    """The text of a blockquote, an aside or preformatted lines, with the element's attributes."""

    span: Span
    tag: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fragment:
    """The text of a piece of HTML. ``links`` and ``regions`` are in the order of their starts."""

    text: str
    links: tuple[Hyperlink, ...] = ()
    regions: tuple[Region, ...] = ()


def read_fragment(source: str, base: str | None = None) -> Fragment:
    """The words that a piece of HTML shows, a paragraph, a row or a list item a line.

    Addresses are made whole with ``base``; links that do not lead to the web are left out, and
    so is what no person reads (scripts, styles). Where the piece is nested too deep to be parsed
    its text comes without links.
    """
    source = _LONG_TAG.sub(r"<\1>", clean(source)[:MOST_CHARACTERS])
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        page = f"<html><body>{source}</body></html>".encode()
        tree = html.document_fromstring(page, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return Fragment(clean(text_between_tags(source)))
    if parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT]):
        return Fragment(clean(text_between_tags(source)))  # it stopped where the piece got too deep
    return fragment_of(tree, base)


def fragment_of(tree: Element, base: str | None = None) -> Fragment:
    """As ``read_fragment``, of an element that is parsed already."""
    writer = _Writer()
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            writer.add(element.tail if element is not tree else None)
        elif event == "start":
            _open(writer, element, base)
        else:
            _close(writer, element)
            writer.add(element.tail if element is not tree else None)
    return writer.fragment()


def plain_fragment(text: str) -> Fragment:
    """Text that is no HTML, its lines kept; the addresses in it become links."""
    lines = (" ".join(line.split()) for line in _LINE_END.split(clean(text)))
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return Fragment(tidy, tuple(find_addresses(tidy)))


def on_one_line(source: str) -> str:
    """The words of a title, which may have markup in it or references that nobody resolved."""
    if "<" in source and re.search(r"</?[a-zA-Z!]", source):
        source = read_fragment(source).text
    if _REFERENCE.search(source):
        source = unescape(source)
    return " ".join(clean(source).split())


def find_addresses(text: str) -> Iterator[Hyperlink]:
    """The web addresses that stand in a text, without the full stop or bracket behind them."""
    for found in _ADDRESS.finditer(text):
        address = found[0][:_LONGEST_ADDRESS].rstrip(".,;:!?'\u2019\u201d\u00ab\u00bb*")
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(").,")
        if len(address) > len("https://"):
            yield Hyperlink(found.start(), found.start() + len(address), address)


def absolute(address: str, base: str | None) -> str | None:
    """A web address made whole; None where it leads elsewhere or nowhere."""
    address = _BREAKS.sub("", clean(address.strip())).replace(" ", "%20")
    if len(address) > _LONGEST_ADDRESS or address.startswith(("#", "{")):
        return None
    if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address):
        if not base or not address:
            return None
        try:
            if address.startswith("//"):
                address = f"{base.partition(':')[0]}:{address}"
            address = courlan.fix_relative_urls(base, address)
        except ValueError:
            return None
    return address if re.match(r"https?://[^/\s]", address, re.I) else None


class _Writer:
    """Gathers text with its white space made even, and knows where each element's words stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""  # what stands before the next word
        self._waiting: list[list[int]] = []  # starts of open elements that have no word yet
        self._opened: list[tuple[Element, list[int], str | None]] = []
        self._links: list[Hyperlink] = []
        self._regions: list[Region] = []
        self.silent = 0
        self.pre = 0

    def add(self, text: str | None) -> None:
        if not text or self.silent:
            return
        if self.pre:
            self._verbatim(text)
            return
        words = " ".join(text.split())
        if not words:
            self.gap(" ")
            return
        if text[0].isspace():
            self.gap(" ")
        self._emit(words)
        if text[-1].isspace():
            self.gap(" ")

    def gap(self, wanted: str) -> None:
        """Make sure that this much stands between what came and what comes."""
        if self._gap != "\n":
            self._gap = wanted

    def open(self, element: Element, address: str | None) -> None:
        start = [-1]
        self._waiting.append(start)
        self._opened.append((element, start, address))

    def close(self, element: Element) -> None:
        if not self._opened or self._opened[-1][0] is not element:
            return
        _, (start,), address = self._opened.pop()
        if start < 0:
            return
        if element.tag == "a" and address is not None:
            self._links.append(Hyperlink(start, self._length, address))
        elif element.tag != "a":
            attributes = {str(key): str(value) for key, value in element.attrib.items()}
            self._regions.append(Region(Span(start, self._length), str(element.tag), attributes))

    def fragment(self) -> Fragment:
        text = clean("".join(self._pieces))  # references may stand for control characters
        taken = {place for link in self._links for place in (link.start, link.end - 1)}
        bare = (each for each in find_addresses(text) if not taken & {each.start, each.end - 1})
        links = [*self._links, *bare]
        # Of two with the same words, the one that was closed later is around the other.
        outer_first = reversed(self._regions)
        return Fragment(
            text,
            tuple(sorted(links, key=lambda link: (link.start, link.end))),
            tuple(sorted(outer_first, key=lambda each: (each.span.start, -each.span.end))),
        )

    def _verbatim(self, text: str) -> None:
        for number, line in enumerate(_LINE_END.split(text)):
            if number:
                self.gap("\n")
            if line.strip():
                self._emit(line.rstrip() if self._gap == "\n" else line.strip())

    def _emit(self, words: str) -> None:
        if self._length and self._gap:
            self._pieces.append(self._gap)
            self._length += len(self._gap)
        for start in self._waiting:
            start[0] = self._length
        self._waiting.clear()
        self._pieces.append(words)
        self._length += len(words)
        self._gap = ""


def _open(writer: _Writer, element: Element, base: str | None) -> None:
    tag = element.tag
    if tag in _SILENT:
        writer.silent += 1
    elif tag in _CELLS:
        writer.gap(" ")
    elif tag in _BLOCKS:
        writer.gap("\n")
    if tag == "a" and not writer.silent:
        writer.open(element, absolute(element.get("href") or "", base))
    elif tag in _MARKED and not writer.silent:
        writer.open(element, None)
    writer.pre += tag == "pre"
    writer.add(element.text)


def _close(writer: _Writer, element: Element) -> None:
    tag = element.tag
    writer.pre -= tag == "pre"
    if (tag == "a" or tag in _MARKED) and not writer.silent:
        writer.close(element)
    if tag in _SILENT:
        writer.silent -= 1
    elif tag in _BLOCKS:
        writer.gap("\n")
