"""The two tables of a batch: documents with their findings, and what could not be read.

Their columns are the fields that ``wireroom read`` and ``wireroom analyse`` print, nested as there.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
from pyarrow.parquet import ParquetFile, ParquetWriter

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.plain import analysis_as_plain, document_as_plain

_SURROGATE = re.compile("[\ud800-\udfff]")
_COMPRESSION = "zstd"
TABLES = ("documents", "errors")

_TEXT, _INT, _FLOAT, _BOOL = pa.large_string(), pa.int64(), pa.float64(), pa.bool_()
_WORD = pa.string()
_SPAN = pa.list_(_INT)
_SPANS = pa.list_(_SPAN)


def _list(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(_struct(**fields))


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct([pa.field(name, kind) for name, kind in fields.items()])


def _words(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, _WORD)


def _numbers(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, _INT)


_BOUNDS = _numbers("start", "end")
_PARTICIPANTS = _list(spans=_SPANS, **_words("name", "kind"))
_HEADLINE = {
    "relation": _WORD,
    "mismatches": _list(field=_WORD, title=_SPAN, text=_SPAN, reason=_WORD),
    "reason": _WORD,
}
_PART = _list(
    **_words("kind"),
    **_BOUNDS,
    **_words("title", "outlet", "author", "published", "language"),
    **_numbers("duration_seconds", "translation_of", "quotes_post", "continues", "inside"),
    **_words("quotes_author", "form", "url"),
)
_POST = _list(
    number=_INT,
    author=_WORD,
    ranks=pa.list_(_WORD),
    published=_WORD,
    edited=_BOOL,
    **_BOUNDS,
    parts=_PART,
    **_words("label", "edited_at", "permalink"),
)
_ENTRY = {"latitude": _FLOAT, "longitude": _FLOAT, "geonameid": _INT, "country": _WORD}
_DOCUMENTS = pa.schema(
    {
        **_words("id", "kind"),
        "text": _TEXT,
        **_words("title", "published", "outlet", "author", "url"),
        **_words("told_language", "updated", "feed", "captured", "digest", "same_as"),
        **_words("sha256", "source_file"),
        "provenance": pa.map_(_WORD, _WORD),
        "posts": _POST,
        "links": _list(**_BOUNDS, url=_WORD),
        "marks": _list(kind=_WORD, **_BOUNDS, value=_WORD),
        "pages": _list(number=_INT, **_BOUNDS),
        "language": _WORD,
        "attributions": _list(
            **dict.fromkeys(("source", "cue", "content"), _SPANS),
            **_words("kind", "stance", "certainty", "speaker", "speaker_kind"),
            inside=_INT,
            antecedent=_SPAN,
            channel=_struct(**_words("name", "kind"), span=_SPAN),
            **_words("reason", "family"),
        ),
        "entities": _list(**_BOUNDS, **_words("type", "name")),
        "places": _list(
            **_BOUNDS,
            name=_WORD,
            **_ENTRY,
            **_words("precision", "use"),
            candidates=_list(name=_WORD, **_ENTRY, **_words("precision", "admin1", "admin2")),
            reason=_WORD,
        ),
        "dates": _list(**_BOUNDS, **_words("type", "value", "reason")),
        "quantities": _list(
            **_BOUNDS,
            **dict.fromkeys(("value", "low", "high"), _FLOAT),
            **_words("unit", "role"),
            part_of=_INT,
            reason=_WORD,
        ),
        "events": _list(
            trigger=_SPAN,
            **_words("type", "mode"),
            **dict.fromkeys(("actors", "targets", "instruments"), _PARTICIPANTS),
            place=_INT,
            date=_WORD,
            day_told=_BOOL,
            quantities=pa.list_(_INT),
            attribution=_INT,
            certainty=_WORD,
            mentions=_SPANS,
            depth=_INT,
            reason=_WORD,
        ),
        "main_event": _struct(
            **_numbers("event", "place"),
            **_words("date", "admin1", "actor", "cause"),
            killed=pa.map_(_WORD, _INT),
        ),
        "headline": _struct(**_HEADLINE),
        "passages": _list(
            kind=_WORD,
            **_BOUNDS,
            language=_WORD,
            title_span=_SPAN,
            **_words("published", "outlet", "author", "title"),
            **_numbers("post", "part"),
            nearby=_BOOL,
        ),
        "passage_headlines": _list(passage=_INT, **_HEADLINE),
        "events_unread": pa.list_(_WORD),
    }
)
_ERRORS = pa.schema(
    {"source_file": _WORD, "part": _INT, "record": _INT, **_words("kind", "problem", "hint")}
)
_SCHEMAS = {"documents": _DOCUMENTS, "errors": _ERRORS}


def as_row(analysed: AnalysedDocument) -> dict[str, Any]:
    """A row of the table documents: what ``read`` prints, and what ``analyse`` prints.

    ``language`` is that of the analysis; what the input said of it is ``told_language``. A lone
    surrogate, which UTF-8 cannot hold, becomes U+FFFD, so that offsets hold.
    """
    read = document_as_plain(analysed.document)
    row = {**read, "told_language": read.get("language"), **analysis_as_plain(analysed.analysis)}
    written = json.dumps(row, ensure_ascii=False)
    if _SURROGATE.search(written):
        row = json.loads(_SURROGATE.sub("\ufffd", written))
    return row


class PartTable:
    """One part of one table, which is there whole under its own name, or not at all."""

    def __init__(self, folder: Path, table: str, number: int) -> None:
        self._place = part_file(folder, table, number)
        self._unfinished = folder / ".unfinished" / f"{table}-{number}-{uuid4().hex}"
        self._schema = _SCHEMAS[table]
        for each in (self._place, self._unfinished):
            each.parent.mkdir(parents=True, exist_ok=True)
        self._writer = ParquetWriter(self._unfinished, self._schema, compression=_COMPRESSION)

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows behind those that are there."""
        self._writer.write_table(pa.Table.from_pylist(list(rows), self._schema))

    def finish(self) -> None:
        """Give the part its name, once the disk has it."""
        self._writer.close()
        with self._unfinished.open("rb") as stream:
            os.fsync(stream.fileno())
        self._unfinished.replace(self._place)

    def abandon(self) -> None:
        """Leave nothing of the part."""
        self._writer.close()
        self._unfinished.unlink(missing_ok=True)


def part_file(folder: Path, table: str, number: int) -> Path:
    """Where a part of a table stands; their names are in the order of the input."""
    return folder / table / f"part-{number:07}.parquet"


def rows_in(folder: Path, table: str, number: int) -> int | None:
    """How many rows a finished part of a table has; None where it is not there."""
    place = part_file(folder, table, number)
    if not place.is_file():
        return None
    with ParquetFile(place) as file:
        return int(file.metadata.num_rows)
