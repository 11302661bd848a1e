"""Invented documents as JSON Lines, Parquet and WARC, and tables read back."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reading.making import http, warc, warc_record

Fields = dict[str, Any]

DOCUMENTS: list[Fields] = [
    {
        "id": "quay-1",
        "title": "Two hurt as sheds burn in Kirkenes",
        "published": "2024-05-03",
        "outlet": "Quay Gazette",
        "text": "A fire burned two sheds in the harbour of Kirkenes on Friday and injured two men, "
        'harbour master Ingrid Solheim said. "Nobody was killed," she told reporters.',
    },
    {"text": "Barents Fuel denied on Monday that its depot near Kirkenes had been attacked."},
    {
        "id": "quay-3",
        "published": "2024-05-04",
        "text": "Не менее трёх человек погибли при взрывах в Киркенесе, заявила Ингрид Сульхейм.",
    },
]


def page(words: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>Sheds burn</title></head><body><article><p>{words}</p>"
        f"<p>The ferry to Kirkenes sailed on time on Sunday morning, the harbour office said, and "
        f"nobody who was on the quay had to be brought to a hospital.</p></article></body></html>"
    ).encode()


def records(number: int) -> list[bytes]:
    """Records of a WARC: a request and an answer for each page."""
    made = [warc_record(b"software: quay", "warcinfo")]
    for at in range(number):
        target = f"https://quay.example/{at}"
        words = f"A fire burned {at + 2} sheds on Quay Four, the harbour master of Kirkenes said."
        made += [
            warc_record(b"GET /", "request", target_uri=target),
            warc_record(http(page(words)), target_uri=target),
        ]
    return made


def write_lines(path: Path, lines: Iterable[Fields | bytes]) -> Path:
    rows = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in lines]
    data = b"".join(row + b"\n" for row in rows)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def write_parquet(path: Path, rows: Sequence[Fields], group: int = 2) -> Path:
    pq.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=group)
    return path


def write_warc(path: Path, made: Sequence[bytes]) -> Path:
    path.write_bytes(warc(*made, packed=path.suffix == ".gz"))
    return path


def rows_of(folder: Path, table: str) -> list[Fields]:
    """The rows of all parts of a table, in order, as plain data."""
    return [
        plain_of(row)
        for part in sorted((folder / table).glob("*.parquet"))
        for row in pq.read_table(part, partitioning=None).to_pylist(maps_as_pydicts="strict")
    ]


def plain_of(value: Any) -> Any:
    """Without what is not known: JSON leaves fields out that a table has to have."""
    if isinstance(value, Mapping):
        known = {name: plain_of(each) for name, each in value.items() if each is not None}
        return {name: each for name, each in known.items() if each != []}
    return [plain_of(each) for each in value] if isinstance(value, list) else value


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of both tables."""
    parts = (path for table in ("documents", "errors") for path in (folder / table).iterdir())
    return {str(path.relative_to(folder)): path.read_bytes() for path in parts}
