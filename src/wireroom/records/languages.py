"""What is known about one language: word lists, each a table of rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The word lists of one language, by the name of their file without its ending.

    A row is a line of the file, split at its tabs. What a column means is said in the first
    lines of the file and by the stage that reads it; the pack itself does not know.
    """

    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    lists: Mapping[str, Rows]

    def rows(self, name: str) -> Rows:
        """The rows of one list; empty when the language has no such list."""
        return self.lists.get(name, ())

    def words(self, name: str) -> frozenset[str]:
        """The first column of one list."""
        return frozenset(row[0] for row in self.rows(name))
