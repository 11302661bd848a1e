"""Values parted by commas, semicolons or tabs (CSV, TSV)."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.reading.sniffing import sniff
from wireroom.reading.tables.columns import Row
from wireroom.reading.tables.documents import MOST_COLUMNS, Table, read_table
from wireroom.records.documents import Document
from wireroom.records.pages import Page

MOST_CHARACTERS = 100_000_000  # of a file
_SUFFIXES = (".csv", ".tsv", ".tab")
_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SAMPLE = 65_536  # characters that the separator is known by
_SAMPLE_ROWS = 50
_LONGEST_CELL = 10_000_000  # characters
_SWALLOWED = 200  # lines in one cell, from which on a quotation mark was left open

# Python's own limit is for the whole process, and too low for an article in a cell.
csv.field_size_limit(_LONGEST_CELL)


class SeparatedReader:
    """Files of values (CSV, TSV), parted by commas, semicolons, tabs or bars.

    A column that is called as texts are ("text", "body", "текст") gives a Document a row, with
    title, date, author, outlet, address, language and id from the columns that are called so. Any
    other table, such as a list of addresses, is one Document of kind ``report``: a row a line, the
    names of the columns before the values, and addresses under ``links``.
    """

    name = "csv"

    def recognises(self, page: Page) -> bool:
        return page.suffix in _SUFFIXES and sniff(page.data) == "text"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        text = decoded.text[:MOST_CHARACTERS]
        separator = _separator(text[:_SAMPLE], page.suffix)
        provenance = {
            "encoding": decoded.encoding,
            "columns": f"parted by {_SEPARATORS[separator]}",
        }
        table = Table(page.name, page.name, _rows(text, separator), provenance)
        given = False
        for item in read_table(table):
            given = given or isinstance(item, Document)
            if not given and isinstance(item, NotReadable):
                raise item
            yield item
        if not given:
            raise NotReadable(f"{page.name} has no cells that are filled", "name another file")


def _separator(sample: str, suffix: str) -> str:
    """What parts the cells: what gives most rows the same number of cells."""
    best, parted = 0.0, "\t" if suffix != ".csv" else ","
    for separator in _SEPARATORS:
        rows = [row for row in islice(_cells(sample, separator), _SAMPLE_ROWS) if any(row)]
        counts = Counter(map(len, rows))
        if not counts:
            continue
        width, often = max(counts.items(), key=lambda item: (item[1], item[0]))
        score = often / len(rows) if width > 1 else 0.0
        if score > best:
            best, parted = score, separator
    return parted


def _rows(text: str, separator: str) -> Iterator[tuple[int, Row]]:
    """The rows, numbered as they follow one another, the names of the columns being row 1."""
    is_open = text.count('"') % 2 == 1 and _swallows(text, separator)
    for number, row in enumerate(_cells(text, separator, not is_open), 1):
        yield number, tuple(row[:MOST_COLUMNS])


def _swallows(text: str, separator: str) -> bool:
    """Whether a quotation mark that was never closed takes the rest of the file for one cell."""
    return any(cell.count("\n") > _SWALLOWED for row in _cells(text, separator) for cell in row)


def _cells(text: str, separator: str, is_quoted: bool = True) -> Iterator[list[str]]:
    reader = csv.reader(
        StringIO(text, newline=""),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
    )
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell beyond the limit: what follows cannot be told from it
            return
        yield row
