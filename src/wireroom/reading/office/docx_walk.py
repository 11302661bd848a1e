"""A walk through the elements of a part of a Word document."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from wireroom.reading.office.docx_lists import Lists, as_level
from wireroom.reading.office.parts import Event
from wireroom.reading.office.tables import Tables
from wireroom.reading.writing import Block, is_linked

# What is not of the text as it now stands, or stands in it a second time.
_SILENT = frozenset(("del", "moveFrom", "Fallback", "pPrChange", "rPrChange"))
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.I)
_LONGEST_CODE = 5_000  # characters of the code of a field


@dataclass
class _Paragraph(Block):
    """A paragraph under way."""

    style: str = ""
    list_id: str | None = None
    level: int = 0
    links_open: list[tuple[int, str]] = field(default_factory=list)
    inside: list[Block] = field(default_factory=list)  # paragraphs of text boxes in it


class Walk:
    """Takes the elements of a part one by one, and gives its paragraphs to ``write``.

    ``targets`` has the addresses that links lead to, by their ids. Afterwards ``notes`` has kind
    and id of the notes that were called, ``titles`` the first paragraph in each style of a title.
    """

    def __init__(
        self, write: Callable[[Block], None], lists: Lists, targets: dict[str, str]
    ) -> None:
        self.notes: list[tuple[str, str]] = []
        self.titles: dict[str, str] = {}
        self.has_changes = False
        self._lists = lists
        self._targets = targets
        self._tables = Tables(write)
        self._paragraphs: list[_Paragraph] = []
        self._silent = 0  # elements around this place of which nothing is text
        self._properties = 0  # elements around it that describe a paragraph
        self._is_hidden = False
        self._code = ""
        self._inside = ""  # the element that text is of

    def take(self, event: Event) -> None:
        """One more element that begins or ends, or text."""
        self.has_changes = self.has_changes or event.name in _CHANGES
        if event.name in _SILENT:
            self._silent += 1 if event.kind == "begin" else -1
        elif self._silent == 0:
            self._structure(event)
            if self._paragraphs:
                self._content(event, self._paragraphs[-1])

    def _structure(self, event: Event) -> None:
        begins = event.kind == "begin"
        if event.name == "p":
            if begins:
                self._paragraphs.append(_Paragraph())
            elif self._paragraphs:
                self._close(self._paragraphs.pop())
        elif event.name == "pPr":
            self._properties += 1 if begins else -1
        elif event.name == "tr":
            self._tables.begin_row() if begins else self._tables.end_row()
        elif event.name == "tc":
            self._tables.begin_cell() if begins else self._tables.end_cell()

    def _content(self, event: Event, paragraph: _Paragraph) -> None:
        if event.kind == "begin":
            self._inside = event.name
            self._begin(event, paragraph)
        elif event.kind == "end":
            self._inside = ""
            self._end(event, paragraph)
        elif self._inside == "t" and not self._is_hidden:
            paragraph.add(event.text)
        elif self._inside == "instrText":
            self._code = (self._code + event.text)[:_LONGEST_CODE]

    def _close(self, paragraph: _Paragraph) -> None:
        style = self._lists.styles.get(paragraph.style)
        name = style.name if style else ""
        list_id = paragraph.list_id or (style.list_id if style else None)
        level = paragraph.level or (style.level if style else 0)
        marker = self._lists.marker(list_id, level) if list_id and paragraph.has_words else ""
        if name in ("title", "heading 1") and paragraph.has_words:
            self.titles.setdefault(name, " ".join("".join(paragraph.pieces).split()))
        written = Block()
        if marker:
            written.add(marker)
        written.take(paragraph, "")
        if self._paragraphs:
            self._paragraphs[-1].inside += [written, *paragraph.inside]
            return
        for block in (written, *paragraph.inside):
            self._tables.write(block)

    def _begin(self, event: Event, paragraph: _Paragraph) -> None:
        name, value = event.name, event.get("val")
        if name == "pStyle":
            paragraph.style = value
        elif name == "numId":
            paragraph.list_id = value
        elif name == "ilvl":
            paragraph.level = as_level(value)
        elif name == "vanish" and self._properties == 0:
            self._is_hidden = value not in ("0", "false", "off")
        elif name in ("hyperlink", "fldSimple"):
            url = self._targets.get(event.get("id")) or _link(event.get("instr"))
            paragraph.links_open.append((paragraph.length, url))
        elif name == "fldChar":
            self._field(event.get("fldCharType"), paragraph)
        else:
            self._character(event, paragraph)

    def _character(self, event: Event, paragraph: _Paragraph) -> None:
        """An element that stands for a character: a tab, the end of a line, the call of a note."""
        if event.name in _NOTES:
            self.notes.append((_NOTES[event.name], event.get("id")))
            paragraph.add(f"[{len(self.notes)}]")
        elif self._properties == 0:
            is_page = event.name == "br" and event.get("type") in ("page", "column")
            paragraph.add("" if is_page else _CHARACTERS.get(event.name, ""))

    def _field(self, kind: str, paragraph: _Paragraph) -> None:
        """A field begins, its result begins (``separate``), or it ends."""
        if kind == "begin":
            self._code = ""
        elif kind == "separate":
            paragraph.links_open.append((paragraph.length, _link(self._code)))
        elif kind == "end":
            _close_link(paragraph)

    def _end(self, event: Event, paragraph: _Paragraph) -> None:
        if event.name == "r":
            self._is_hidden = False
        elif event.name in ("hyperlink", "fldSimple"):
            _close_link(paragraph)


def _link(code: str) -> str:
    """The address in the code of a field, or nothing."""
    found = _FIELD_LINK.match(code)
    return found[1] if found else ""


def _close_link(paragraph: _Paragraph) -> None:
    if paragraph.links_open:
        start, url = paragraph.links_open.pop()
        if is_linked(url):
            paragraph.link(start, url)
