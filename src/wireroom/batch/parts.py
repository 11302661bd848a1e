"""Inputs cut into parts: the unit of work, of what is written at once, and of what is resumed."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

import pyarrow as pa
from pyarrow.parquet import ParquetFile

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.compressed import BROKEN, opened, peek
from wireroom.reading.unpacking.warc import WarcUnpacker, warc_starts

Kind = Literal["jsonl", "parquet", "warc"]

LONGEST_LINE = 64_000_000  # bytes: more than any text that is analysed, all of it in escapes
_HEAD = 65_536
_PARQUET = b"PAR1"
_SUFFIXES = (".jsonl", ".ndjson")
_PACKED = (".gz", ".bz2", ".xz")
_OTHERS = "JSON Lines, Parquet or WARC; wireroom analyse reads everything else"


@dataclass(frozen=True, slots=True)
class Part:
    """A range of the records of one file. ``number`` counts through all inputs in their order.

    ``start`` and ``end`` are bytes of JSON Lines (unpacked) and WARC, rows of Parquet; ``line`` is
    the number of the first line of JSON Lines. ``name`` is the file as it was named, ``path`` where
    every machine finds it. ``records`` is how many records the part has.
    """

    number: int
    name: str
    path: str
    kind: Kind
    start: int
    end: int
    records: int
    line: int = 1

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)


class Line(NamedTuple):
    """A line of JSON Lines. ``data`` is None where it is longer than LONGEST_LINE."""

    start: int
    number: int
    data: bytes | None


def find_kind(name: str, path: Path) -> Kind:
    """What sort of file it is, by its first bytes and its name. Raises NotReadable, OSError."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(_PARQUET):
        return "parquet"
    if WarcUnpacker().recognises(name, head):
        return "warc"
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() not in _PACKED]
    if (suffixes and suffixes[-1] in _SUFFIXES) or peek(head, 1) == b"{":
        return "jsonl"
    raise NotReadable(f"{name} is neither JSON Lines, Parquet nor WARC", f"name {_OTHERS}")


def plan_parts(name: str, path: Path, size: int) -> list[Part]:
    """The file cut into parts of at most ``size`` records, numbered from 0.

    Reads the file once, but of Parquet only its end. Raises NotReadable where the file is none of
    those that are read, is damaged as a whole, or is empty.
    """
    try:
        kind = find_kind(name, path)
        cuts = _CUTS[kind](name, path, size)
    except (*BROKEN, pa.ArrowException) as wrong:
        why = " ".join(str(wrong).split())
        raise NotReadable(f"{name} cannot be read ({why})", "check or copy it again") from wrong
    if not cuts:
        raise NotReadable(f"{name} is empty", f"name {_OTHERS}")
    where = str(path.resolve())
    return [
        Part(number, name, where, kind, cut.start, cut.end, cut.records, cut.line)
        for number, cut in enumerate(cuts)
    ]


class _Cut(NamedTuple):
    start: int
    end: int
    records: int
    line: int = 1


def lines_of(stream: IO[bytes], first: int = 1) -> Iterator[Line]:
    """The lines from where the stream stands, the blank ones too; memory is bounded."""
    number = first
    at = stream.tell()
    while data := stream.readline(LONGEST_LINE):
        start, at = at, at + len(data)
        is_long = len(data) == LONGEST_LINE and not data.endswith(b"\n")
        while is_long and (rest := stream.readline(LONGEST_LINE)):
            at += len(rest)
            if rest.endswith(b"\n"):
                break
        yield Line(start, number, None if is_long else data)
        number += 1


def unpacked(stream: IO[bytes]) -> IO[bytes]:
    """The stream as what is inside it, where it is compressed; it can be sought."""
    found: Any = opened(stream)  # type: ignore[arg-type]  # every one of them is a whole file
    return found  # type: ignore[no-any-return]


def text_column(file: ParquetFile, name: str) -> None:
    """Raises NotReadable where the file has no column of texts."""
    if "text" not in file.schema_arrow.names:
        raise NotReadable(f'{name} has no column "text"', "rename the column that holds the texts")


def _of_lines(name: str, path: Path, size: int) -> list[_Cut]:
    starts: list[tuple[int, int]] = []
    count = end = 0
    with path.open("rb") as raw, unpacked(raw) as stream:
        for line in lines_of(stream):
            if line.data is None or line.data.strip():
                if count % size == 0:
                    starts.append((line.start, line.number))
                count += 1
        end = stream.tell()
    return [
        _Cut(start, behind, min(size, count - index * size), number)
        for index, ((start, number), (behind, _)) in enumerate(pairwise([*starts, (end, 0)]))
    ]


def _of_rows(name: str, path: Path, size: int) -> list[_Cut]:
    with ParquetFile(path) as file:
        text_column(file, name)
        groups = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
    cuts, first = [], 0
    for rows in groups:
        for start in range(first, first + rows, size):
            end = min(start + size, first + rows)
            cuts.append(_Cut(start, end, end - start))
        first += rows
    return cuts


def _of_records(name: str, path: Path, size: int) -> list[_Cut]:
    with path.open("rb") as stream:
        starts = list(warc_starts(name, stream))
        end = stream.seek(0, 2) + 1
    if not starts:
        return []
    if len(set(starts)) < len(starts):  # packed in one piece, in which nothing can be found
        return [_Cut(0, end, len(starts))]
    edges = [0, *starts[size::size], end]  # what stands before the first may tell of damage
    return [
        _Cut(start, behind, min(size, len(starts) - index * size))
        for index, (start, behind) in enumerate(pairwise(edges))
    ]


_CUTS = {"jsonl": _of_lines, "parquet": _of_rows, "warc": _of_records}
