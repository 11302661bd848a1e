"""What a thread's page tells of the thread: title, board, address, language."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.addresses import Addresses
from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.stamps import words_of

_LONGEST = 500  # characters of a value
_SHORTEST = 4  # of a title that is looked for in a heading
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]\w{1,8})*")
_WEB = re.compile(r"https?://\S+", re.I)
_SEPARATOR = re.compile(r"\s*(?:[|•»·]|\s[-–—]\s|&bull;)\s*")
_NUMBERED = re.compile(r"^\D{0,20}\d+(?:\s*(?:/|of|von|de|из)\s*\d+)?$")
_TELLING = 'meta[property], meta[name], link[rel="canonical"], title, base[href]'
_PROPERTIES = ("og:title", "og:url", "og:site_name", "og:locale", "application-name")


class Head(NamedTuple):
    """What a page tells of its thread; ``provenance`` has where each that is told stands.

    ``base`` is what its relative addresses are relative to; ``heading`` its title element.
    """

    title: str | None
    url: str | None
    outlet: str | None
    language: str | None
    base: str | None
    provenance: dict[str, str]


class _Told(NamedTuple):
    value: str | None
    origin: str


def read_head(tree: LexborHTMLParser, engine: Engine, address: str | None) -> Head:
    """What the page tells. ``address`` is where it came from, which goes before what it says."""
    said = _said(tree)
    title = _title(tree, engine, said)
    told = {
        "title": title,
        "url": _url(said, address),
        "outlet": _outlet(tree, engine, said, title.value),
        "language": _language(tree, said),
    }
    provenance = {field: each.origin for field, each in told.items() if each.value is not None}
    return Head(
        title.value,
        told["url"].value,
        told["outlet"].value,
        told["language"].value,
        said.get("base") or told["url"].value,
        provenance,
    )


def _said(tree: LexborHTMLParser) -> dict[str, str]:
    """The values of the head's elements by their names; the first of each counts."""
    said: dict[str, str] = {}
    head = tree.head
    for node in head.css(_TELLING) if head is not None else ():
        given, tag = node.attributes, node.tag
        if tag == "title":
            said.setdefault("title", words_of(node)[:_LONGEST])
        elif tag != "meta":
            name = "canonical" if tag == "link" else "base"
            said.setdefault(name, given.get("href") or "")
        else:
            name = (given.get("property") or given.get("name") or "").lower()
            if name in _PROPERTIES and (content := given.get("content")):
                said.setdefault(name, " ".join(content.split())[:_LONGEST])
    if "title" not in said and (title := tree.css_first("title")) is not None:
        said["title"] = words_of(title)[:_LONGEST]
    if not _WEB.fullmatch(said.get("base", "")):
        said.pop("base", None)
    return said


def _title(tree: LexborHTMLParser, engine: Engine, said: dict[str, str]) -> _Told:
    """The thread's title: a heading that agrees with the title element, or what that one says."""
    whole = said.get("title", "")
    bare = _bare(whole)
    for selector in engine.title:
        node = tree.css_first(selector)
        words = _heading(node)[:_LONGEST] if node is not None else ""
        if words and (words in whole or not whole):
            return _Told(words, "heading")
        if len(bare) >= _SHORTEST and bare in words:
            # Boards put more into a heading, as in "Topic: Title (Read 5 times)".
            return _Told(bare, "heading")
    if said.get("og:title"):
        return _Told(said["og:title"], "meta og:title")
    return _Told(bare or whole or None, "title element")


def _bare(whole: str) -> str:
    """A title element without the number of a page and the name of the board after it."""
    separators = [*_SEPARATOR.finditer(whole)]
    if not separators:
        return whole
    ends = [each.start() for each in separators[1:]] + [len(whole)]
    for separator, end in zip(separators, ends, strict=True):
        if _NUMBERED.match(whole[separator.end() : end]):
            return whole[: separator.start()]
    return whole[: separators[-1].start()]


def _heading(node: LexborNode) -> str:
    """The words of a heading without labels and buttons in it."""
    pieces = []
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            pieces.append(inner.text_content or "")
    if node.css_first("script, style, button, .label, .labelLink, .prefix, .u-srOnly") is None:
        return " ".join("".join(pieces).split())
    gone = {
        text.mem_id
        for label in node.css("script, style, button, .label, .labelLink, .prefix, .u-srOnly")
        for text in label.traverse(include_text=True)
    }
    kept = (
        inner.text_content or ""
        for inner in node.traverse(include_text=True)
        if inner.tag == "-text" and inner.mem_id not in gone
    )
    return " ".join("".join(kept).split())


def _url(said: dict[str, str], address: str | None) -> _Told:
    if address:
        return _Told(address, "address that it came from")
    for name, origin in (("canonical", "canonical link"), ("og:url", "meta og:url")):
        whole = Addresses(said.get("base")).whole(said.get(name))
        if whole is not None and _WEB.fullmatch(whole):
            return _Told(whole, origin)
    return _Told(None, "")


def _outlet(
    tree: LexborHTMLParser, engine: Engine, said: dict[str, str], title: str | None
) -> _Told:
    for name in ("og:site_name", "application-name"):
        if said.get(name):
            return _Told(said[name], f"meta {name}")
    for selector in engine.outlet:
        node = tree.css_first(selector)
        if node is not None and (words := _named(node)):
            return _Told(words[:_LONGEST], "name of the board on the page")
    rest = _beside(said.get("title"), title)
    return _Told(rest, "title element")


def _named(node: LexborNode) -> str | None:
    return words_of(node) or node.attributes.get("alt") or node.attributes.get("title")


def _beside(whole: str | None, title: str | None) -> str | None:
    """What the title element has beside the thread's title, without a page's number."""
    if not whole or not title or title not in whole:
        return None
    before, _, after = whole.partition(title)
    last, first = _names(after), _names(before)
    return last[-1] if last else (first[0] if first else None)


def _names(text: str) -> list[str]:
    pieces = (piece.strip(" -–—|•»()") for piece in _SEPARATOR.split(text))
    return [piece for piece in pieces if piece and not _NUMBERED.match(piece)]


def _language(tree: LexborHTMLParser, said: dict[str, str]) -> _Told:
    root = tree.root
    given = root.attributes if root is not None else {}
    stated = given.get("lang") or given.get("xml:lang")
    if found := _LANGUAGE.fullmatch((stated or "").strip()):
        return _Told(found[1].lower(), "html lang")
    if found := _LANGUAGE.fullmatch(said.get("og:locale", "")):
        return _Told(found[1].lower(), "meta og:locale")
    return _Told(None, "")
