"""Word lists that reading needs before the language of a text is known.

Each is a table: ``#`` opens a line that tells origin, licence and columns; cells are parted by
tabs. The lists of one language, for later stages, are in ``wireroom.language``.
"""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the list ``name``, in the order of the file."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


@cache
def words(name: str, kind: str | None = None) -> frozenset[str]:
    """The first column of a list, or of its rows that have ``kind`` in the second."""
    return frozenset(row[0] for row in rows(name) if kind is None or row[1] == kind)
