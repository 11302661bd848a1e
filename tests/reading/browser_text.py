"""The text that a browser puts on the clipboard for a whole page, near enough to test with.

Blocks stand on lines of their own, paragraphs between blank lines, the cells of a table beside
each other with tabs; what is not shown is left out. Of style sheets only the plainest rules of the
page itself are read: ``.name {display: none}`` and ``.name table {display: none}``.
"""

import re

from lxml import etree, html

from wireroom.reading.decoding import decode
from wireroom.records.pages import Page

_UNSEEN = frozenset(
    ("head", "script", "style", "noscript", "template", "select", "textarea", "iframe", "object")
    + ("svg", "audio", "video", "datalist")
)
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl")
    + ("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5")
    + ("h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "pre", "section")
    + ("summary", "table", "tr", "ul", "caption")
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDING_RULE = re.compile(
    r"(?:^|[}\s])\.([\w-]+)(?:\s+(\w+))?\s*\{[^{}]*display\s*:\s*none[^{}]*\}", re.I
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TIDY = re.compile(r" *(?:([\n\t]) *| {2,})")


def copied_text(data: bytes, with_pictures: bool = True) -> str:
    """All of a page as text. ``with_pictures`` puts the words for a picture in its place, as
    copying does and selecting does not."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    tree = html.document_fromstring(decode(Page("page.html", data)).text.encode(), parser)
    _hide(tree)
    pieces: list[str | int] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            pieces.append("" if hidden else _flowing(element.tail))
        elif event == "start":
            hidden += _is_unseen(element)
            if not hidden:
                pieces += [_break(element), _instead(element, with_pictures)]
                pieces.append(_flowing(element.text))
        else:
            if not hidden:
                pieces.append(_break(element))
            hidden -= _is_unseen(element)
            pieces.append("" if hidden else _flowing(element.tail))
    return _joined(pieces)


def _hide(tree: html.HtmlElement) -> None:
    """Mark what the page's own rules do not show."""
    styles = "".join(str(text) for text in tree.xpath("//style/text()"))
    for name, tag in _HIDING_RULE.findall(styles):
        at = f'//*[contains(concat(" ", @class, " "), " {name} ")]' + (f"//{tag}" if tag else "")
        for element in tree.xpath(at):
            element.set("hidden", "")


def _is_unseen(element: html.HtmlElement) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _break(element: html.HtmlElement) -> int:
    """How many new lines an element needs before and after it, at least."""
    return 2 if element.tag == "p" else int(element.tag in _BLOCKS)


def _instead(element: html.HtmlElement, with_pictures: bool) -> str:
    """What stands for an element that has no text: a new line, a tab before a cell, a picture."""
    if element.tag == "br":
        return "\n"
    if element.tag in ("td", "th") and element.getprevious() is not None:
        return "\t"
    return element.get("alt") or "" if element.tag == "img" and with_pictures else ""


def _flowing(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _joined(pieces: list[str | int]) -> str:
    """The pieces with as many new lines between them as the neediest asks for."""
    text: list[str] = []
    needed = 0
    for piece in pieces:
        if isinstance(piece, int):
            needed = max(needed, piece)
        elif piece.strip(" ") or (piece and not needed):
            text.append("\n" * needed if text else "")
            text.append(piece.lstrip(" ") if needed else piece)
            needed = 0
    return _TIDY.sub(lambda found: found[1] or " ", "".join(text))
