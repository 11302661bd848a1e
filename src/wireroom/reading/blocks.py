"""All text of an HTML page, a block a line, whatever the page is about."""

import re
from html import unescape

from lxml import etree

from wireroom.reading.metadata import Element

_SILENT = ("script", "style", "noscript", "template", "head", "svg", "math", "select", "iframe")
_HIDDEN = ("script", "style", "title", "noscript", "template", "iframe")
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q")
    + ("s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img")
)
_TAG = re.compile(r"<!--|</?([a-zA-Z][\w:-]{0,40})[^<>]*>|<[!?][^<>]*>")


def text_of_tree(tree: Element) -> str:
    """The text of a parsed page without scripts and the like. Changes the tree."""
    etree.strip_elements(tree, *_SILENT, with_tail=False)
    pieces: list[str] = []
    # Without recursion: pages may be nested as deep as the parser allows.
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        is_element = isinstance(element.tag, str)
        if is_element and element.tag not in _INLINE:
            pieces.append("\n")
        if event == "start" and is_element:
            pieces.append(_on_one_line(element.text))
        else:
            pieces.append(_on_one_line(element.tail))
    return _tidy("".join(pieces))


def text_between_tags(source: str) -> str:
    """What stands between the tags of a page that has no tree, as where it is nested too deep."""
    pieces: list[str] = []
    position = 0
    while found := _TAG.search(source, position):
        pieces.append(_on_one_line(source[position : found.start()]))
        name = (found[1] or "").lower()
        if name not in _INLINE:
            pieces.append("\n")
        end = found.end()
        closing = "-->" if found[0] == "<!--" else _closing(found[0], name)
        if closing:
            end = source.find(closing, end)
            if end < 0:
                return _tidy(unescape("".join(pieces)))
            end += len(closing) if closing == "-->" else 0
        position = end
    pieces.append(source[position:])
    return _tidy(unescape("".join(pieces)))


def _closing(tag: str, name: str) -> str:
    """What ends the element that a tag opens, where nothing inside it is text of the page."""
    return f"</{name}" if name in _HIDDEN and not tag.startswith("</") else ""


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
