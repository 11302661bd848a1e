"""Styles of a Word document, and the bullets and numbers of its lists."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from wireroom.reading.office.numbering import BULLET, in_form
from wireroom.reading.office.parts import Parts

_LONGEST = 40  # characters of a number with what stands around it
_DEEPEST = 9


class Style(NamedTuple):
    """A style of paragraphs: its name in English and small letters, and its list, if any."""

    name: str
    list_id: str | None
    level: int


@dataclass
class Level:
    """How the items of a list are counted at one depth. ``text`` has ``%1`` for the number."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass
class Lists:
    """The lists of a document, and how far each is counted.

    ``definitions`` has the definition of each list, ``levels`` the levels of each definition.
    """

    styles: dict[str, Style] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def marker(self, list_id: str, level: int) -> str:
        """What stands before the next item of a list; empty where that is not known."""
        definition = self.definitions.get(list_id)
        found = self.levels.get((definition, level)) if definition is not None else None
        if definition is None or found is None:
            return ""
        if found.form == "bullet":
            return BULLET
        key = (definition, level)
        self._counts[key] = self._counts.get(key, found.start - 1) + 1
        for deeper in range(level + 1, _DEEPEST):
            self._counts.pop((definition, deeper), None)
        return self._number(definition, found.text)

    def _number(self, definition: str, text: str) -> str:
        """The number as the program would show it ("2.1.", "(b)")."""
        pieces = []
        for piece in re.split(r"(%[1-9])", text):
            if not piece.startswith("%") or len(piece) != 2:
                pieces.append(piece)
                continue
            level = int(piece[1]) - 1
            said = self.levels.get((definition, level), Level())
            shown = in_form(self._counts.get((definition, level), said.start), said.form)
            if shown is None:
                return ""
            pieces.append(shown)
        number = "".join(pieces).strip()
        return f"{number} " if 0 < len(number) <= _LONGEST else ""


def read_lists(parts: Parts, folder: str) -> Lists:
    """The styles and lists of a document whose parts stand in ``folder``."""
    lists = Lists()
    _read_numbering(parts, f"{folder}numbering.xml", lists)
    _read_styles(parts, f"{folder}styles.xml", lists)
    return lists


def _read_styles(parts: Parts, part: str, lists: Lists) -> None:
    identifier, name, list_id, level = "", "", None, 0
    for event in parts.events(part):
        if event.name == "style":
            if event.kind == "begin":
                identifier = event.get("styleId")
                name, list_id, level = "", None, 0
            else:
                lists.styles[identifier] = Style(name.lower(), list_id, level)
        elif event.kind == "begin" and event.name == "name":
            name = event.get("val")
        elif event.kind == "begin" and event.name == "numId":
            list_id = event.get("val")
        elif event.kind == "begin" and event.name == "ilvl":
            level = as_level(event.get("val"))


def _read_numbering(parts: Parts, part: str, lists: Lists) -> None:
    definition, level, list_id = "", 0, ""
    for event in parts.events(part):
        if event.kind != "begin":
            continue
        if event.name == "abstractNum":
            definition = event.get("abstractNumId")
        elif event.name == "lvl":
            level = as_level(event.get("ilvl"))
            lists.levels.setdefault((definition, level), Level())
        elif event.name == "num":
            list_id, definition = event.get("numId"), ""
        elif event.name == "abstractNumId":
            lists.definitions[list_id] = event.get("val")
        else:
            _describe(lists.levels.get((definition, level)), event.name, event.get("val"))


def _describe(level: Level | None, name: str, value: str) -> None:
    if level is None:
        return
    if name == "numFmt":
        level.form = value
    elif name == "lvlText":
        level.text = value
    elif name == "start" and value.isdigit() and len(value) < 6:
        level.start = int(value)


def as_level(value: str) -> int:
    """How deep an item stands, from 0."""
    return int(value) if value in "012345678" and value else 0
