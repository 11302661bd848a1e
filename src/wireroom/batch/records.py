"""The records of a part, each with its Documents or with what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from pyarrow import RecordBatch
from pyarrow.parquet import ParquetFile

from wireroom.batch.parts import LONGEST_LINE, Part, lines_of, text_column, unpacked
from wireroom.errors import NotReadable
from wireroom.reading import read_record
from wireroom.reading.jsonl import read_fields, read_line
from wireroom.reading.unpacking.warc import warc_pages
from wireroom.records.documents import Document

Found = Iterator[Document | NotReadable]
# A record that is not read yet: what reads it may fail, or end the process.
Record = Callable[[], Found]

_FIELDS = ("id", "text", "title", "published", "outlet", "author", "url", "language")
_BATCH = 64  # rows that are held at once
_BOM = b"\xef\xbb\xbf"


def records_of(part: Part) -> Iterator[Record]:
    """The records of a part in the order of the file. Raises OSError where the file is not there,
    or breaks off."""
    return _READERS[part.kind](part)


def _lines(part: Part) -> Iterator[Record]:
    with open(part.path, "rb") as raw, unpacked(raw) as stream:
        stream.seek(part.start)
        for start, number, data in lines_of(stream, part.line):
            if start >= part.end:
                return
            line = None if data is None else data.strip().removeprefix(_BOM * (number == 1))
            if line is None or line:
                yield partial(_line, part.name, number, line)


def _line(name: str, number: int, line: bytes | None) -> Found:
    if line is None:
        problem = f"{name}, line {number} is longer than {LONGEST_LINE:,} bytes"
        yield NotReadable(problem, "one document a line")
    else:
        yield read_line(name, number, line)


def _rows(part: Part) -> Iterator[Record]:
    with ParquetFile(part.path) as file:
        text_column(file, part.name)
        columns = [name for name in _FIELDS if name in file.schema_arrow.names]
        groups, first, skipped = [], 0, 0
        for at in range(file.num_row_groups):
            rows = file.metadata.row_group(at).num_rows
            if first + rows > part.start and first < part.end:
                groups.append(at)
            elif first + rows <= part.start:
                skipped = first + rows
            first += rows
        row = skipped
        for batch in file.iter_batches(_BATCH, row_groups=groups, columns=columns):
            for at in range(batch.num_rows):
                if part.start <= row < part.end:
                    yield partial(_row, part.name, row, batch, at)
                row += 1


def _row(name: str, row: int, batch: RecordBatch, at: int) -> Found:
    where = f"{name}, row {row + 1}"
    try:
        fields = {column: batch.column(column)[at].as_py() for column in batch.schema.names}
    except UnicodeDecodeError as wrong:
        yield NotReadable(f"{where} is not UTF-8 ({wrong.reason})", "write the texts in UTF-8")
        return
    yield read_fields(name, f"{name}:{row + 1}", _as_json(fields), where)


def _as_json(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of times as the strings that JSON would have."""
    return {
        name: value.isoformat() if isinstance(value, (date, datetime)) else value
        for name, value in fields.items()
    }


def _pages(part: Part) -> Iterator[Record]:
    with open(part.path, "rb") as stream:
        for page in warc_pages(part.name, stream, part.start, part.end):
            if isinstance(page, NotReadable):
                yield partial(iter, (page,))
            else:
                yield partial(read_record, page)


_READERS = {"jsonl": _lines, "parquet": _rows, "warc": _pages}
