"""Services that each town has one of: its police, its hospital."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wireroom.text.folding import fold

_SMALL = frozenset(
    [
        "the",
        "of",
        "in",
        "at",
        "s",
        "local",
        "town",
        "city",
        "der",
        "die",
        "das",
        "von",
        "la",
        "le",
        "el",
        "de",
        "в",
        "города",
        "г",
        "місцева",
        "місцеві",
    ]
)


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
    for form, what in _forms():
        for at in range(len(words) - len(form) + 1):
            if all(map(_is, words[at:], form)):
                rest = (*words[:at], *words[at + len(form) :])
                return Service(what, tuple(word for word in rest if word not in _SMALL))
    return None


def _is(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _forms() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The longest first."""
    text = files("wireroom.text").joinpath("services.txt").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    found = [(tuple(fold(form).split()), what) for what, forms in rows for form in forms.split("|")]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))
