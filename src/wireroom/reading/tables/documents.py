"""The rows of a table as Documents: one a row where a column holds texts, else one in all."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice

from wireroom.errors import NotReadable
from wireroom.reading.dates import find_stamp, slashed_order
from wireroom.reading.decoding import clean
from wireroom.reading.metadata import as_iso
from wireroom.reading.tables.columns import Columns, Row, find_columns, is_web_address
from wireroom.records.documents import Document, Hyperlink

MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_CHARACTERS = 5_000_000  # of a Document that holds a whole table
_SAMPLE = 200  # rows that columns are known by
_MOST_ABOVE = 300  # characters
_TOLD_ROWS = 8  # numbers of rows without text that are told
_BETWEEN = " | "
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.I)


@dataclass(frozen=True, slots=True)
class Table:
    """Numbered rows of cells, and what to say of them.

    ``name`` is what the table is called in ids and messages, ``file`` the name of its file,
    ``provenance`` what is known of how it was read.
    """

    name: str
    file: str
    rows: Iterable[tuple[int, Row]]
    provenance: Mapping[str, str]


def read_table(table: Table) -> Iterator[Document | NotReadable]:
    """The Documents of a table.

    Where a column is called as texts are, each row with a text is a Document; rows without are
    told in one NotReadable. Any other table is one Document of kind ``report``, a row a line.
    A table without cells gives nothing.
    """
    rows = ((number, row) for number, row in islice(table.rows, MOST_ROWS) if any(row))
    head = list(islice(rows, _SAMPLE))
    columns = find_columns([row for _, row in head])
    if not head:
        return
    if columns.has_texts:
        first = (columns.header or 0) + 1
        below = head[first:]
        told = _with_rows_above(table, [row for _, row in head[: first - 1]])
        yield from _texts(told, columns, chain(below, rows), [row for _, row in below])
    else:
        yield from _report(table, columns, chain(head, rows))


def _with_rows_above(table: Table, rows: list[Row]) -> Table:
    """The table, with what stands above the names of the columns in its provenance."""
    above = " ".join(" ".join(cell for row in rows for cell in row if cell).split())
    if not above:
        return table
    said = f"{table.provenance.get('columns', '')}; above them: {clean(above)[:_MOST_ABOVE]}"
    return replace(table, provenance={**table.provenance, "columns": said})


def _texts(
    table: Table, columns: Columns, rows: Iterable[tuple[int, Row]], sample: list[Row]
) -> Iterator[Document | NotReadable]:
    day_first = _order(columns, sample)
    without: list[int] = []
    for number, row in rows:
        given = {
            field: row[index].strip()
            for field, index in columns.fields.items()
            if index < len(row) and row[index].strip()
        }
        if "text" in given:
            yield _document(table, number, _Told(given, columns, day_first))
        else:
            without.append(number)
    if without:
        rows_said = ", ".join(map(str, without[:_TOLD_ROWS]))
        more = ", …" if len(without) > _TOLD_ROWS else ""
        said = f"{len(without):,} {'row has' if len(without) == 1 else 'rows have'} no text"
        problem = f"{table.name}: {said} ({rows_said}{more})"
        name = columns.names[columns.fields["text"]]
        yield NotReadable(problem, f"fill the column {name!r}, or take the rows out")


@dataclass(frozen=True, slots=True)
class _Told:
    """The fields of one row as they stand, and the columns that they stand in."""

    given: dict[str, str]
    columns: Columns
    day_first: bool | None

    def origin(self, field: str) -> str:
        return f"column {self.columns.names[self.columns.fields[field]]!r}"


def _document(table: Table, number: int, told: _Told) -> Document:
    given = told.given
    published, note = _date(given.get("published"), told.day_first)
    url = given.get("url", "")
    found = _LANGUAGE.fullmatch(given.get("language", ""))
    values = {
        "title": given.get("title"),
        "published": published,
        "outlet": given.get("outlet"),
        "author": given.get("author"),
        "url": url if is_web_address(url) else None,
        "language": found[1].lower() if found else None,
    }
    provenance = {
        "id": told.origin("id") if "id" in given else "file name and row",
        **table.provenance,
        "text": told.origin("text"),
        **{field: told.origin(field) for field, value in values.items() if value is not None},
        **({"published": f"{told.origin('published')}: {note}"} if note else {}),
    }
    return Document(
        given.get("id", f"{table.name}:{number}"),
        clean(given["text"]).replace("\r\n", "\n").replace("\r", "\n"),
        title=values["title"],
        published=values["published"],
        outlet=values["outlet"],
        author=values["author"],
        url=values["url"],
        language=values["language"],
        source_file=table.file,
        provenance=provenance,
    )


def _order(columns: Columns, sample: list[Row]) -> bool | None:
    """Whether dates with slashes are day first, from those that can be read in one way only."""
    index = columns.fields.get("published")
    if index is None:
        return None
    return slashed_order("\n".join(row[index] for row in sample if index < len(row)))


def _date(said: str | None, day_first: bool | None) -> tuple[str | None, str | None]:
    """A date in ISO 8601, and a note where it is not certain."""
    if said is None:
        return None, None
    stamp = find_stamp(said, day_first) if "/" in said else None
    if stamp is not None:
        order = "day first" if day_first else "month first"
        is_settled = stamp.value is not None and day_first is not None
        return stamp.value, f"{order}, as others in it" if is_settled else stamp.note
    value = as_iso(said)
    if value is None and (found := find_stamp(said)) is not None:
        value = found.value
    return value, None if value else f"{said[:60]!r} is no date that can be read"


def _report(table: Table, columns: Columns, rows: Iterable[tuple[int, Row]]) -> Iterator[Document]:
    lines: list[str] = []
    links: list[Hyperlink] = []
    length, count = 0, 0
    header = columns.header
    is_cut = False
    for index, (_, row) in enumerate(rows):
        if index == header:
            continue
        names = columns.names if header is not None and index > header else ()
        line = _line(row, names, length, links)
        if length + len(line) > MOST_CHARACTERS:
            is_cut = True
            break
        lines.append(line)
        length += len(line) + 1
        count += 1
    text = "\n".join(lines)
    if not text.strip():
        text, links = _BETWEEN.join(cell for cell in columns.names if cell), []
    cut = f"; cut after {length:,} characters" if is_cut else ""
    said = f"a table of {count:,} {'row' if count == 1 else 'rows'}, a row a line{cut}"
    yield Document(
        table.name,
        text,
        "report",
        source_file=table.file,
        provenance={"id": "file name", **table.provenance, "text": said},
        links=tuple(link for link in links if link.end <= len(text)),
    )


def _line(row: Row, names: Row, start: int, links: list[Hyperlink]) -> str:
    """The cells of a row that are filled, each behind the name of its column; adds to links."""
    pieces: list[str] = []
    at = start
    for index, cell in enumerate(row[:MOST_COLUMNS]):
        value = " ".join(clean(cell).split())
        if not value:
            continue
        name = " ".join(clean(names[index]).split()) if index < len(names) else ""
        before = (_BETWEEN if pieces else "") + (f"{name}: " if name else "")
        if is_web_address(value):
            links.append(Hyperlink(at + len(before), at + len(before) + len(value), value))
        pieces.append(before + value)
        at += len(before) + len(value)
    return "".join(pieces)
