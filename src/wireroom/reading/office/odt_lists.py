"""Bullets and numbers of the lists of an OpenDocument text."""

from dataclasses import dataclass

from wireroom.reading.office.numbering import BULLET, in_form
from wireroom.reading.office.parts import Event

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


@dataclass
class _Open:
    """A list under way."""

    style: str
    count: int = 0
    is_marked: bool = True  # whether the item under way has its marker already


class OdtLists:
    """The styles of lists, and the lists around the present place."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, int], tuple[str, str, str]] = {}  # form, before, behind
        self._open: list[_Open] = []
        self._style = ""
        self._counts: dict[str, int] = {}  # how far the last list of each style was counted

    def describe(self, event: Event) -> None:
        """An element that describes a style of lists."""
        if event.name == "list-style":
            self._style = event.get("name")
        elif event.name in ("list-level-style-bullet", "list-level-style-number"):
            is_bullet = event.name.endswith("bullet")
            form = "bullet" if is_bullet else _FORMS.get(event.get("num-format"), "")
            level = event.get("level")
            edges = (event.get("num-prefix"), event.get("num-suffix"))
            self._forms[self._style, int(level) if level in "123456789" and level else 1] = (
                form,
                *edges,
            )

    def take(self, event: Event) -> bool:
        """Whether the event was that a list or an item of one begins or ends."""
        if event.name == "list":
            self._list(event)
        elif event.name == "list-item":
            if event.kind == "begin" and self._open:
                self._open[-1].count += 1
                self._open[-1].is_marked = False
        else:
            return False
        return True

    def _list(self, event: Event) -> None:
        if event.kind == "begin":
            style = event.get("style-name") or (self._open[-1].style if self._open else "")
            goes_on = event.get("continue-numbering") == "true" or event.get("continue-list")
            self._open.append(_Open(style, self._counts.get(style, 0) if goes_on else 0))
        elif self._open:
            done = self._open.pop()
            self._counts[done.style] = done.count

    def marker(self) -> str:
        """What stands before the first paragraph of an item; empty for the others."""
        if not self._open or self._open[-1].is_marked:
            return ""
        current = self._open[-1]
        current.is_marked = True
        form, before, behind = self._forms.get((current.style, len(self._open)), ("", "", ""))
        if form == "bullet":
            return BULLET
        number = in_form(current.count, form)
        return f"{before}{number}{behind} " if number else ""
