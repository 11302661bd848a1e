"""Pages of one article: the page itself, its AMP page, its print page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from wireroom.plugins import Late
from wireroom.records.documents import Document

if TYPE_CHECKING:
    import courlan
else:
    courlan = Late("courlan")

_SCHEME = re.compile(r"^https?://(?:(?:www|m|mobile|amp)\.)?", re.I)
_QUERY = re.compile(
    r"[?&](?:amp|print|printable|output|outputtype|view|mode)"
    r"(?:=(?:1|y|yes|true|amp|print|mobile))?(?=&|$)",
    re.I,
)
_ENDING = re.compile(r"(?:/(?:amp|print|printer|druckversion|imprimer)|[.-](?:amp|print))$", re.I)
_FILE = re.compile(r"\.(?:s?html?|php|aspx?)$", re.I)
_BEFORE_FILE = re.compile(r"(?:\.amp|\.print|-amp|-print|,amp)$", re.I)


def mark_same(documents: Iterable[Document]) -> Iterator[Document]:
    """The same Documents, in order; ``same_as`` of one names the first of the same article.

    By the address that a page gives as its own, without what leads to another layout of it. What
    the texts differ in is not looked at: that is for a comparison of versions.
    """
    first: dict[str, str] = {}
    for document in documents:
        key = address_key(document.url) if document.url and document.kind == "article" else None
        if key is None or first.setdefault(key, document.id) == document.id:
            yield document
        else:
            yield replace(document, same_as=first[key])


def address_key(url: str) -> str | None:
    """What the addresses of one article's pages have in common; None for a site's front page.

    >>> address_key("https://amp.port.example/a/quay.amp.html?utm_source=x")
    'port.example/a/quay.html'
    """
    plain = courlan.normalize_url(url, trailing_slash=False).partition("#")[0]
    plain = _QUERY.sub("", _SCHEME.sub("", plain)).rstrip("/?&")
    address, mark, query = plain.partition("?")
    file = _FILE.search(address)
    if file:
        address = _BEFORE_FILE.sub("", address[: file.start()]) + file[0]
    address = _ENDING.sub("", address).rstrip("/")
    return f"{address}{mark}{query}" if "/" in address or query else None
