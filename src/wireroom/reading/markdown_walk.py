"""The pieces of a parsed Markdown text as paragraphs."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wireroom.reading.blocks import text_between_tags
from wireroom.reading.writing import Block, find_addresses, is_linked

if TYPE_CHECKING:
    from markdown_it.token import Token

_BULLET = "• "
_BETWEEN = " | "
_BREAK = re.compile(r"<br\s*/?>", re.I)


class Walk:
    """Takes the pieces of a text in their order. ``heading`` is the first heading."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self._quotes = 0
        self._marker = ""
        self._cells: list[Block] | None = None
        self._is_heading = False

    def take(self, tokens: "Sequence[Token]", write: Callable[[Block], None]) -> None:
        """Give each paragraph, item and row to ``write``."""
        for token in tokens:
            if token.type == "inline":
                self._paragraph(_inline(token.children or ()), write)
            elif token.type in ("fence", "code_block"):
                for line in token.content.split("\n"):
                    self._paragraph(_plain(line.expandtabs(4)), write)
            elif token.type == "html_block":
                for line in text_between_tags(token.content).split("\n"):
                    self._paragraph(_plain(line), write)
            else:
                self._structure(token, write)

    def _structure(self, token: "Token", write: Callable[[Block], None]) -> None:
        if token.type == "list_item_open":
            self._marker = f"{token.info}{token.markup} " if token.info else _BULLET
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quotes += token.nesting
        elif token.type in ("heading_open", "heading_close"):
            self._is_heading = token.nesting > 0
        elif token.type == "tr_open":
            self._cells = []
        elif token.type == "tr_close" and self._cells is not None:
            cells, self._cells = self._cells, None
            row = Block()
            for number, cell in enumerate(cells):
                row.add(_BETWEEN if number else "")
                row.take(cell, "")
            self._paragraph(row, write)

    def _paragraph(self, block: Block, write: Callable[[Block], None]) -> None:
        if self._cells is not None:
            self._cells.append(block)
            return
        if self._is_heading and self.heading is None and block.has_words:
            self.heading = " ".join("".join(block.pieces).split())
        if block.has_words:
            line = Block()
            line.add("> " * self._quotes + self._marker)
            line.take(block, "")
            self._marker = ""
            write(line)


def _plain(text: str) -> Block:
    block = Block()
    block.add(text)
    return block


def _inline(tokens: "Sequence[Token]") -> Block:
    """The words of a paragraph, and its links."""
    block = Block()
    links: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "link_open":
            links.append((block.length, str(token.attrs.get("href", ""))))
        elif token.type == "link_close" and links:
            start, url = links.pop()
            if is_linked(url):
                block.link(start, url)
        elif token.type == "text" and not links:
            start = block.length
            block.add(token.content)
            for link in find_addresses(token.content):
                block.links.append((start + link.start, start + link.end, link.url))
        else:
            block.add(_words(token))
    return block


def _words(token: "Token") -> str:
    """What a piece of a paragraph says."""
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type == "html_inline":
        return "\n" if _BREAK.fullmatch(token.content) else ""
    return token.content if token.type in ("text", "code_inline", "image") else ""
