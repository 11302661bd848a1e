"""A walk through the elements of an OpenDocument text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from wireroom.reading.office.odt_lists import OdtLists
from wireroom.reading.office.parts import Event
from wireroom.reading.office.tables import Tables
from wireroom.reading.writing import Block, is_linked

# Elements of which nothing is text of the document as it now stands.
_SILENT = frozenset(
    ("tracked-changes", "annotation", "note-citation", "forms", "sequence-decls", "desc", "title")
    + ("variable-decls", "user-field-decls", "scripts", "font-face-decls", "master-styles")
)
_CELLS = frozenset(("table-cell", "covered-table-cell"))
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


@dataclass
class _Paragraph(Block):
    """A paragraph under way."""

    style: str = ""
    heading: bool = False
    links_open: list[tuple[int, str]] = field(default_factory=list)
    inside: list[Block] = field(default_factory=list)  # paragraphs of text boxes in it


class Walk:
    """Takes the elements of the parts one by one, and gives paragraphs to ``write``.

    Afterwards ``notes`` has the paragraphs of each note in the order of the text, ``titles`` the
    first title and the first heading.
    """

    def __init__(self, write: Callable[[Block], None]) -> None:
        self.notes: list[list[Block]] = []
        self.titles: dict[str, str] = {}
        self.has_changes = False
        self.has_comments = False
        self._tables = Tables(write)
        self._lists = OdtLists()
        self._parents: dict[str, str] = {}  # of styles
        self._paragraphs: list[_Paragraph] = []
        self._silent = 0
        self._notes_open: list[int] = []  # how many paragraphs were open where a note began
        self._is_in_text = False

    def take(self, event: Event) -> None:
        """One more element that begins or ends, or text."""
        if event.name in _SILENT:
            self._silent += 1 if event.kind == "begin" else -1
            self.has_changes = self.has_changes or event.name == "tracked-changes"
            self.has_comments = self.has_comments or event.name == "annotation"
        elif self._silent > 0:
            return
        elif event.name == "text" and event.kind != "text":
            self._is_in_text = event.kind == "begin"
        elif self._is_in_text:
            self._text(event)
        elif event.kind == "begin":
            self._lists.describe(event)
            if event.name == "style":
                self._parents[event.get("name")] = event.get("parent-style-name")

    def _text(self, event: Event) -> None:
        if event.kind == "text":
            if self._paragraphs:
                self._paragraphs[-1].add(_SPACE.sub(" ", event.text))
        elif event.name in ("p", "h"):
            self._paragraph(event)
        elif event.name == "note":
            self._note(event.kind == "begin")
        elif event.name in _CELLS or event.name == "table-row":
            self._table(event)
        elif not self._lists.take(event) and self._paragraphs:
            self._character(event, self._paragraphs[-1])

    def _table(self, event: Event) -> None:
        begins = event.kind == "begin"
        if event.name == "table-row":
            self._tables.begin_row() if begins else self._tables.end_row()
        else:
            self._tables.begin_cell() if begins else self._tables.end_cell()

    def _note(self, begins: bool) -> None:
        if begins:
            self.notes.append([])
            self._notes_open.append(len(self._paragraphs))
            if self._paragraphs:
                self._paragraphs[-1].add(f"[{len(self.notes)}]")
        elif self._notes_open:
            self._notes_open.pop()

    def _paragraph(self, event: Event) -> None:
        if event.kind == "begin":
            is_heading = event.name == "h" and event.get("outline-level") in ("", "1")
            self._paragraphs.append(_Paragraph(style=event.get("style-name"), heading=is_heading))
            return
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        self._notice_title(paragraph)
        written = Block()
        written.add(self._lists.marker() if paragraph.has_words else "")
        written.take(paragraph, "")
        if self._notes_open:
            self.notes[-1].append(written)
        elif self._paragraphs:
            self._paragraphs[-1].inside += [written, *paragraph.inside]
        else:
            for block in (written, *paragraph.inside):
                self._tables.write(block)

    def _notice_title(self, paragraph: _Paragraph) -> None:
        said = " ".join("".join(paragraph.pieces).split())
        names = (paragraph.style, self._parents.get(paragraph.style))
        if said and "Title" in names:
            self.titles.setdefault("title", said)
        elif said and paragraph.heading:
            self.titles.setdefault("heading", said)

    def _character(self, event: Event, paragraph: _Paragraph) -> None:
        """A link, or an element that stands for characters."""
        if event.name == "a":
            if event.kind == "begin":
                paragraph.links_open.append((paragraph.length, event.get("href")))
            elif paragraph.links_open:
                start, url = paragraph.links_open.pop()
                if is_linked(url):
                    paragraph.link(start, url)
        elif event.kind == "begin":
            if event.name == "s":
                count = event.get("c")
                paragraph.add(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1))
            else:
                paragraph.add({"tab": "\t", "line-break": "\n"}.get(event.name, ""))
