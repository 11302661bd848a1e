"""Walks through the words of a post and lays them out: lines, quotations, links, embeds."""

import re
from collections.abc import Callable, Mapping

from selectolax.lexbor import LexborNode

from wireroom.reading.forum.addresses import Addresses
from wireroom.reading.forum.embeds import attachment_of, card_of, player_of
from wireroom.reading.forum.engine import Engine, Inner
from wireroom.reading.forum.layout import FURNITURE, SPACE, Layout, Stretch
from wireroom.reading.forum.quoting import (
    find_quoted_name,
    quoted_by_attributes,
    quoted_by_head,
    read_head,
)
from wireroom.reading.forum.stamps import words_of

Attributes = dict[str, str | None]
Leaving = Callable[[], None]  # what to do when an element ends
Way = Callable[[LexborNode, Attributes], Leaving]

# Elements that change nothing about the layout, and are nothing but what stands in them.
_PLAIN = frozenset(
    ("abbr", "acronym", "b", "bdi", "bdo", "big", "data", "dfn", "em", "font", "i", "ins", "kbd")
    + ("label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "strike")
    + ("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "tbody", "thead", "tfoot", "del")
)
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "svg", "math", "select", "link")
    + ("option", "textarea", "canvas", "map", "meta", "-comment", "datalist", "dialog", "frameset")
)
_PLAYERS = frozenset(("iframe", "video", "audio", "embed", "object"))
_BUTTONS = frozenset(("input", "button"))
_SMILEY = re.compile(r"smil|emoji|emoticon", re.I)
_LONGEST_SMILEY = 30
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LONGEST_FIRST_LINE = 200


def _nothing() -> None:
    """What to do when an element ends that changes nothing."""


def _skipped() -> None:
    """Stands for an element that is not gone into; it is compared, never called."""


class Walker:
    """Lays out the elements of one page into one Layout, post by post.

    ``remarks`` has the elements that tell of edits, as they were met since it was last emptied.
    """

    def __init__(self, engine: Engine, layout: Layout, addresses: Addresses) -> None:
        self.remarks: list[LexborNode] = []
        self._engine = engine
        self._layout = layout
        self._end_line = layout.end_line
        self._addresses = addresses
        self._known: dict[tuple[str, str | None], tuple[Way, bool]] = {}
        self._marked = {key[1:-1]: what for key, what in engine.inner.items() if key[0] == "["}
        self._outside: list[Stretch] = []
        self._opened: list[int] = []
        self._waiting: Stretch | None = None
        self._button = False
        self._write = layout.write
        self._stack: list[tuple[LexborNode, Leaving]] = []
        self._meant: Mapping[Inner, Way] = {
            "quote": self._quote,
            "before": self._before,
            "spoiler": self._spoiler,
            "inline_spoiler": self._inline_spoiler,
            "code": self._code,
            "skip": self._skip,
            "block": self._block,
            "smiley": self._picture,
            "edited": self._edited,
            "signature": self._signature,
            "furniture": self._furniture,
            "attachment": self._attachment,
            "embed": self._card,
        }
        self._tags: Mapping[str, Way] = {
            "a": self._link,
            "blockquote": self._blockquote,
            "details": self._spoiler,
            "pre": self._code,
            "p": self._paragraph,
            "img": self._picture,
            "fieldset": self._fieldset,
            "td": self._cell,
            "th": self._cell,
            "span": self._inline,
            "code": self._inline,
            "cite": self._cite,
            **dict.fromkeys(_BUTTONS, self._pressed),
            **dict.fromkeys(_PLAYERS, self._player),
            **dict.fromkeys(_SILENT, self._skip),
        }

    # One function on purpose: a call more for each node would take longer than parsing the page.
    def walk(self, root: LexborNode, stretch: Stretch) -> None:
        """Lay out what stands in ``root`` as ``stretch``. Takes no more stack for deep pages."""
        self._layout.stretch = stretch
        self._write = self._layout.write
        self._button = False
        self._waiting = None
        stack, enter, break_line = self._stack, self._enter, self._layout.break_line
        node = root.first_child
        while node is not None or stack:
            if node is None:
                node, leave = stack.pop()
                leave()
                node = node.next
                continue
            tag = node.tag
            if tag == "-text":
                self._write(node.text_content or "")
            elif tag == "br":
                break_line()
            elif (leave := _nothing if tag in _PLAIN else enter(node, tag or "")) is not _skipped:
                inside = node.first_child
                if inside is not None:
                    stack.append((node, leave))
                    node = inside
                    continue
                leave()
            node = node.next

    def _enter(self, node: LexborNode, tag: str) -> Leaving:
        attributes = node.attributes
        key = (tag, attributes.get("class"))
        way, is_meant = self._known[key] if key in self._known else self._learnt(*key)
        if not is_meant and ("style" in attributes or self._marked or "hidden" in attributes):
            return self._particular(node, way, attributes)
        return way(node, attributes)

    def _learnt(self, tag: str, classes: str | None) -> tuple[Way, bool]:
        """What to do with elements of a kind and with classes, and whether the engine says so."""
        meaning = self._meaning(tag, classes) if classes else None
        if meaning is not None:
            found = self._meant[meaning], True
        else:
            found = self._tags.get(tag, self._block), False
        self._known[tag, classes] = found
        return found

    def _meaning(self, tag: str, classes: str) -> Inner | None:
        """What an element of a kind and with classes is in a post of this engine."""
        inner, names = self._engine.inner, classes.split()
        found = next((inner[f"{tag}.{name}"] for name in names if f"{tag}.{name}" in inner), None)
        return found or next((inner[name] for name in names if name in inner), None)

    def _particular(self, node: LexborNode, way: Way, attributes: Attributes) -> Leaving:
        """What other attributes than classes tell: what an element is, or that it is not shown."""
        for name in attributes:
            if name in self._marked:
                return self._meant[self._marked[name]](node, attributes)
        style = attributes.get("style")
        if "hidden" in attributes or (style and _HIDDEN.search(style)):
            return self._hidden(node, attributes)
        return way(node, attributes)

    def _hidden(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """What is not shown is no text, but what a button shows is a spoiler of the poster's."""
        if self._layout.stretch.form == "spoiler":
            return self._block(node, attributes)
        return self._spoiler(node, attributes) if self._button else _skipped

    def _inline(self, node: LexborNode, attributes: Attributes) -> Leaving:
        return _nothing

    def _cite(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """In a quotation whose it is, on a line of its own; elsewhere a title among other words."""
        return _nothing if self._around() is None else self._block(node, attributes)

    def _pressed(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._button = True
        return _skipped

    def _skip(self, node: LexborNode, attributes: Attributes) -> Leaving:
        return _skipped

    def _block(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._end_line()
        return self._end_line

    def _paragraph(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._layout.end_paragraph()
        return self._layout.end_paragraph

    def _cell(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._layout.write(SPACE)
        return _nothing

    def _link(self, node: LexborNode, attributes: Attributes) -> Leaving:
        url = self._addresses.whole(attributes.get("href"))
        if url is None:
            return _nothing
        self._opened.append(self._layout.open_link(url))
        return self._leave_link

    def _leave_link(self) -> None:
        self._layout.close_link(self._opened.pop())

    def _picture(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """Smileys are words; of other pictures nothing is written."""
        words = attributes.get("alt") or ""
        if not 0 < len(words) <= _LONGEST_SMILEY or words.isalpha():
            return _skipped
        told = f"{attributes.get('class')} {attributes.get('src')}"
        if "data-emoticon" in attributes or _SMILEY.search(told):
            self._layout.write(words)
        return _skipped

    def _blockquote(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """What is quoted; in some templates only the words in a box that has their author too."""
        box = node.parent
        tag = box.tag if box is not None else None
        classes = box.attributes.get("class") if box is not None else None
        if tag and classes and tag != "blockquote" and self._meaning(tag, classes) == "quote":
            return self._block(node, attributes)
        return self._quote(node, attributes)

    def _quote(self, node: LexborNode, attributes: Attributes) -> Leaving:
        stretch = self._waiting or Stretch("quote", outer=self._around())
        self._waiting = None
        quoted = quoted_by_attributes(attributes, self._engine)
        if stretch.author is None:
            by_head = quoted_by_head(node, self._engine, quoted.author)
            stretch.author = by_head.author
            stretch.source = quoted.source or by_head.source
            stretch.url = self._addresses.whole(by_head.address)
        self._layout.end_line()
        self._go_into(stretch)
        return self._leave_quote if stretch.author is None else self._leave_block

    def _leave_quote(self) -> None:
        """A quotation that has named nobody so far may do so in its first line."""
        stretch = self._layout.stretch
        first = self._layout.first_line_of(stretch)
        if first is not None and len(first) <= _LONGEST_FIRST_LINE:
            stretch.author = find_quoted_name(first)
        self._leave_block()

    def _before(self, node: LexborNode, attributes: Attributes) -> Leaving:
        after = node.next
        while after is not None and not after.is_element_node:
            after = after.next
        if after is None or after.tag in ("pre", "code"):
            return self._block(node, attributes)
        quoted = read_head(node, self._engine)
        stretch = Stretch("quote", None, quoted.author, quoted.source, self._around())
        stretch.url = self._addresses.whole(quoted.address)
        self._layout.end_line()
        self._go_into(stretch)
        self._waiting = stretch
        return self._leave_block

    def _spoiler(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._layout.end_line()
        self._inline_spoiler(node, attributes)
        return self._leave_block

    def _inline_spoiler(self, node: LexborNode, attributes: Attributes) -> Leaving:
        around = self._layout.stretch
        self._go_into(Stretch(around.kind, "spoiler", around.author, around.source, self._around()))
        return self._leave

    def _code(self, node: LexborNode, attributes: Attributes) -> Leaving:
        around = self._layout.stretch
        self._layout.end_line()
        if around.form == "code":  # a box around what is code
            return self._layout.end_line
        self._go_into(Stretch(around.kind, "code", around.author, around.source, self._around()))
        self._write = self._layout.write_as_it_is
        return self._leave_code

    def _leave_code(self) -> None:
        self._write = self._layout.write
        self._leave_block()

    def _edited(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self.remarks.append(node)
        return self._furniture(node, attributes)

    def _furniture(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._layout.end_line()
        self._go_into(FURNITURE)
        return self._leave_block

    def _signature(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._layout.end_line()
        self._go_into(Stretch("furniture", "signature"))
        return self._leave_block

    def _attachment(self, node: LexborNode, attributes: Attributes) -> Leaving:
        self._layout.end_line()
        self._go_into(self.attached(node))
        return self._leave_block

    def _fieldset(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """Boxes for files have no class of their own in old templates."""
        is_for_files = node.css_first("a[href*='attach']") is not None
        return self._attachment(node, attributes) if is_for_files else self._block(node, attributes)

    def attached(self, node: LexborNode) -> Stretch:
        """The stretch that the words about an attached file are."""
        return attachment_of(node, self._addresses, self._around())

    def _card(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """A preview of something linked, with its title and more of its words."""
        if node.css_first("iframe, video, audio") is not None:
            return self._block(node, attributes)
        stretch = card_of(node, self._addresses, self._around())
        self._layout.end_line()
        self._go_into(stretch)
        if not words_of(node) and (shown := stretch.title or stretch.url):
            self._layout.line(shown)
        return self._leave_block

    def _player(self, node: LexborNode, attributes: Attributes) -> Leaving:
        """A video or the like: its title is written where it has one, else its address."""
        stretch = player_of(node, self._addresses, self._around())
        if stretch is not None and (shown := stretch.title or stretch.url):
            self._go_into(stretch)
            self._layout.line(shown)
            self._leave()
        return _skipped

    def _around(self) -> Stretch | None:
        """The quotation that is being written, or in which what is being written stands."""
        stretch = self._layout.stretch
        return stretch if stretch.kind == "quote" and stretch.form is None else stretch.outer

    def _go_into(self, stretch: Stretch) -> None:
        self._outside.append(self._layout.stretch)
        self._layout.stretch = stretch

    def _leave(self) -> None:
        self._layout.stretch = self._outside.pop()

    def _leave_block(self) -> None:
        self._leave()
        self._layout.end_line()
