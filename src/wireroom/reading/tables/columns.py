"""Which column of a table holds what: told by its name, and by what stands in it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from wireroom.reading.words import rows as word_rows

Row = tuple[str, ...]

MOST_BEFORE_HEADER = 10  # rows of titles and notes that may stand above the names of columns
_LONGEST_NAME = 60  # characters
_LEAST_SUMMARY = 60  # characters, on average, from which on a summary counts as a text
_ADDRESSES = 0.8  # the share of addresses in a column of addresses
_WEB = re.compile(r"https?://\S+", re.I)
_NUMBER = re.compile(r"[\d\s.,:/%+-]+")


class Columns(NamedTuple):
    """The row that names the columns, if there is one, and which column holds which field.

    ``names`` are as they stand in the table, ``fields`` has the index of the column of each field.
    """

    header: int | None
    names: Row
    fields: Mapping[str, int]

    @property
    def has_texts(self) -> bool:
        return "text" in self.fields


def find_columns(rows: Sequence[Row]) -> Columns:
    """What the columns of a table hold, from its first rows."""
    for index, row in enumerate(rows[:MOST_BEFORE_HEADER]):
        fields = _fields(row, rows[index + 1 :]) if _is_header(row) else {}
        if "text" in fields or len(fields) > 1 or (index == 0 and fields):
            return Columns(index, row, fields)
    first = next((index for index, row in enumerate(rows) if any(row)), None)
    if first is not None and _is_header(rows[first]) and _differs(rows[first], rows[first + 1 :]):
        return Columns(first, rows[first], {})
    return Columns(None, (), {})


def is_web_address(value: str) -> bool:
    """Whether a cell holds an address of the web and nothing else."""
    return _WEB.fullmatch(value.strip()) is not None


def _is_header(row: Row) -> bool:
    """Whether every cell that is filled could be the name of a column, and none is there twice."""
    names = [cell.strip() for cell in row if cell.strip()]
    return bool(names) and len(set(names)) == len(names) and all(map(_is_name, names))


def _is_name(cell: str) -> bool:
    is_short = len(cell) <= _LONGEST_NAME and "\n" not in cell
    return is_short and not is_web_address(cell) and _NUMBER.fullmatch(cell) is None


def _differs(header: Row, below: Sequence[Row]) -> bool:
    """Whether what stands below is of another kind than the names: longer, numbers, addresses."""
    filled = [
        (name, row[i]) for row in below for i, name in enumerate(header[: len(row)]) if row[i]
    ]
    if len(header) < 2 or not filled:
        return False
    other = sum(not _is_name(cell) or len(cell) > 2 * len(name) + 10 for name, cell in filled)
    return 4 * other >= len(filled)


def _fields(header: Row, below: Sequence[Row]) -> dict[str, int]:
    """The fields that names of columns tell. Of several columns of texts the fullest counts."""
    named: dict[str, list[int]] = {}
    for index, name in enumerate(header):
        field = _known().get(" ".join(name.lower().strip(" :*").split()))
        if field is not None:
            named.setdefault(field, []).append(index)
    fields = {field: indexes[0] for field, indexes in named.items()}
    if "text" in named:
        fields["text"] = max(named["text"], key=lambda index: _fullness(index, below))
    elif "summary" in named and _fullness(named["summary"][0], below) >= _LEAST_SUMMARY:
        fields["text"] = named["summary"][0]
    fields.pop("summary", None)
    if "outlet" in fields and _holds_addresses(fields["outlet"], below):
        fields.setdefault("url", fields["outlet"])
        del fields["outlet"]
    return fields


def _fullness(index: int, rows: Sequence[Row]) -> float:
    """How many characters a cell of a column has, on average."""
    return sum(len(row[index]) for row in rows if index < len(row)) / max(1, len(rows))


def _holds_addresses(index: int, rows: Sequence[Row]) -> bool:
    filled = [row[index] for row in rows if index < len(row) and row[index].strip()]
    return sum(map(is_web_address, filled)) >= max(1, _ADDRESSES * len(filled))


@cache
def _known() -> dict[str, str]:
    return {row[0]: row[1] for row in word_rows("columns")}
