"""Ministries and other bodies of a state by what they are, in several languages."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from wireroom.text.folding import fold


class Office(NamedTuple):
    """``what`` it is, ``country`` where its name says it (ISO 3166-1), and the ``rest`` of the
    words: those of the country, and whatever else there is."""

    what: str
    country: str | None
    rest: tuple[str, ...]


Form = tuple[tuple[str, ...], str, str | None]


def find_office(name: str) -> Office | None:
    """The office that a name has the words of, the longest such; None where it has none.

    >>> find_office("the Russian Defence Ministry")
    Office(what='defence ministry', country=None, rest=('the', 'russian'))
    """
    words = fold(name).split()
    for form, what, country in _forms():
        for at in range(len(words) - len(form) + 1):
            if all(_is(word, part) for word, part in zip(words[at:], form, strict=False)):
                return Office(what, country, (*words[:at], *words[at + len(form) :]))
    return None


def _is(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _forms() -> tuple[Form, ...]:
    return tuple(sorted(_read(), key=lambda form: (-len(form[0]), form[0], form[1])))


def _read() -> Iterator[Form]:
    text = files("wireroom.text").joinpath("offices.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            what, country, forms = line.split("\t")
            for form in forms.split("|"):
                yield tuple(fold(form).split()), what, None if country == "-" else country
