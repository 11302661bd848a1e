"""This room's own word lists: hedges, negations, numerals, sides, in every language at once.

A folder of small text files: lines that start with ``#`` tell origin, licence and columns; the
others are rows, split at tabs, of which the first column is a language. The languages are read
together, because the texts that are compared may be in two of them.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from wireroom.text.folding import fold


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one list, as they stand in its file."""
    file = files("wireroom.disputes").joinpath("words", f"{name}.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


@cache
def words(name: str) -> frozenset[str]:
    """The second column of one list, folded."""
    return frozenset(fold(row[1]) for row in rows(name))


@cache
def meanings(name: str) -> Mapping[str, str]:
    """From the second column, folded, to the third."""
    return {fold(row[1]): row[2] for row in rows(name)}
