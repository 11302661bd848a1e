"""Excel workbooks (XLSX)."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from wireroom.errors import NotReadable
from wireroom.plugins import Late
from wireroom.reading.office.parts import Parts
from wireroom.reading.packages import package_kind
from wireroom.reading.tables.columns import Row
from wireroom.reading.tables.documents import MOST_COLUMNS, MOST_ROWS, Table, read_table
from wireroom.records.documents import Document
from wireroom.records.pages import Page

if TYPE_CHECKING:
    import openpyxl
else:
    openpyxl = Late("openpyxl")

MOST_XML = 60_000_000  # bytes of all parts, unpacked
MOST_CELLS = 200_000  # of all sheets
MOST_SHEETS = 100
_EMPTY = 50  # cells between others that cost as much as one
_LONGEST_CELL = 100_000  # characters; Excel holds 32,767


class WorkbookReader:
    """Excel workbooks (XLSX), sheet by sheet, each read as a file of values is.

    Formulas are read as the values that were last worked out; hidden sheets are left out. Nothing
    is worked out here, and no macro runs.
    """

    name = "xlsx"

    def recognises(self, page: Page) -> bool:
        return package_kind(page.name, page.data) == "xlsx"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        _check(page)
        held: list[NotReadable] = []
        given = False
        for item in _sheets(page):
            given = given or isinstance(item, Document)
            if isinstance(item, Document):
                yield item
            else:
                held.append(item)
        if not given:
            nothing = NotReadable(f"{page.name} has no cells that are filled", "name another file")
            raise held[0] if held else nothing
        yield from held


def _check(page: Page) -> None:
    """Raises NotReadable for a workbook that is damaged, locked, too large or a trap."""
    parts = Parts(page)
    size = 0
    for name in parts.names:
        if name.endswith((".xml", ".rels")):
            size += len(parts.xml(name))
    if size > MOST_XML:
        hint = "save the sheets that you want as .csv"
        raise NotReadable(f"{page.name} is too large: {size:,} bytes of cells", hint)


def _sheets(page: Page) -> Iterator[Document | NotReadable]:
    sheets, provenance = _cells(page)
    for title, rows in sheets:
        name = page.name if len(sheets) == 1 else f"{page.name}#{title}"
        yield from read_table(Table(name, page.name, enumerate(rows, 1), provenance))
    if sum(len(row) for _, rows in sheets for row in rows) >= MOST_CELLS:
        problem = f"{page.name} has more than {MOST_CELLS:,} cells; those behind were not read"
        yield NotReadable(problem, "save the sheets that you want as .csv")


def _cells(page: Page) -> tuple[list[tuple[str, list[Row]]], dict[str, str]]:
    """The rows of each sheet that is shown, and what is known of how they were read."""
    # Whatever the library raises for odd workbooks, the person can have them written anew.
    try:
        with catch_warnings():
            simplefilter("ignore")
            book = openpyxl.load_workbook(
                BytesIO(page.data), read_only=True, data_only=True, keep_links=False
            )
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            sheets: list[tuple[str, list[Row]]] = []
            for sheet in shown[:MOST_SHEETS]:
                left = MOST_CELLS - sum(len(row) for _, rows in sheets for row in rows)
                sheets.append((str(sheet.title), _rows(sheet, left)))
    except Exception as wrong:
        problem = f"{page.name} is damaged ({type(wrong).__name__})"
        raise NotReadable(problem, "open it in an office program, and save it again") from wrong
    said = "cells of the workbook, formulas by their last values"
    hidden = len(book.worksheets) - len(shown)
    if hidden:
        said += f"; {hidden} hidden {'sheet' if hidden == 1 else 'sheets'} left out"
    return sheets, {"columns": said}


def _rows(sheet: Any, left: int) -> list[Row]:
    """The rows of a sheet, no more than ``left`` cells."""
    sheet.reset_dimensions()  # some programs write wrong ones
    rows: list[Row] = []
    for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS):
        said = [_said(value) for value in row[:MOST_COLUMNS]]
        while said and not said[-1]:
            said.pop()
        rows.append(tuple(said))
        left -= len(said) + len(row) // _EMPTY
        if left <= 0:
            break
    return rows


def _said(value: object) -> str:
    """A cell as a person reads it; dates in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime):
        is_day = value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)[:_LONGEST_CELL]
