"""Services that each town has one of: its police, its hospital."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wireroom.text.folding import fold


class Service(NamedTuple):
    """``what`` it is, and the ``rest`` of the words but the small ones: those of the place."""

    what: str
    rest: tuple[str, ...]


def find_service(name: str) -> Service | None:
    """The service that a name has the words of, None where it has none.

    >>> find_service("Police in Kirkenes")
    Service(what='police', rest=('kirkenes',))
    """
    words = tuple(fold(name.replace("’s ", " ").replace("'s ", " ")).split())
    forms, small = _lists()
    for form, what in forms:
        for at in range(len(words) - len(form) + 1):
            if all(map(_is, words[at:], form)):
                rest = (*words[:at], *words[at + len(form) :])
                return Service(what, tuple(word for word in rest if word not in small))
    return None


def _is(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _lists() -> tuple[tuple[tuple[tuple[str, ...], str], ...], frozenset[str]]:
    """The forms with what they are of, the longest first; and the small words."""
    text = files("wireroom.text").joinpath("services.txt").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    held = {what: [fold(form) for form in forms.split("|")] for what, forms in rows}
    small = frozenset(held.pop(""))
    found = [(tuple(form.split()), what) for what, forms in held.items() for form in forms]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row))), small
