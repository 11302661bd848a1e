"""JSON Lines: one document a line; and JSON files that hold documents."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean, decode
from wireroom.reading.json_kinds import json_kind
from wireroom.reading.sniffing import sniff
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_OPTIONAL = ("title", "published", "outlet", "author", "url", "language")
_SUFFIXES = (".jsonl", ".ndjson")
_FIRST_LINE = 1_000_000  # bytes of a first line that is tried, where no suffix tells
_REPORTED = 100  # lines named one by one before the rest is only counted
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_REFUSED = 100_000  # lines after which a file is given up
_HINT = 'one JSON object a line, as in {"id": "a1", "text": "…"}'


class JsonLinesReader:
    """Files that end in .jsonl or .ndjson, or have no suffix and begin with such a line.

    A line's ``text`` is kept as it is, save that lone surrogates and control characters other than
    white space are read as U+FFFD, so that offsets hold. Fields that INTERFACE does not name are
    left out. Ids are kept as they are, also where two lines have the same.
    """

    name = "jsonl"

    def recognises(self, page: Page) -> bool:
        if page.suffix in _SUFFIXES:
            return True
        return page.suffix in ("", ".json") and _begins_with_document(page.data)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        """Yields a NotReadable for each line that is no document; raises one where none is.

        After a hundred such lines the others are only counted, and after a hundred thousand the
        rest of the file is left unread.
        """
        held: list[NotReadable] = []
        refused = given = 0
        for found in _each(page):
            if isinstance(found, Document):
                given += 1
                yield found
            else:
                refused += 1
                held += [found] if refused <= _REPORTED else []
            if given:
                yield from held
                held.clear()
        if not given:
            _refuse(page, refused, held)
        if refused > _REPORTED:
            yield NotReadable(f"{page.name}: {_further(refused)}", _HINT)


def _each(page: Page) -> Iterator[Document | NotReadable]:
    """Every line as a document or as what is wrong with it, until too many are wrong."""
    refused = 0
    for number, line in _lines(page):
        try:
            yield read_line(page.name, number, line)
        except NotReadable as wrong:
            yield wrong
            refused += 1
            if refused == _MOST_REFUSED:
                return


def _further(refused: int) -> str:
    said = f"{refused - _REPORTED} more lines like these"
    return said if refused < _MOST_REFUSED else f"{said}; what follows them was not read"


def _refuse(page: Page, refused: int, held: list[NotReadable]) -> NoReturn:
    if not refused:
        raise NotReadable(f"{page.name} is empty", _HINT)
    if refused == 1:
        raise held[0]
    raise NotReadable(f"none of {refused} lines is a document; {held[0].problem}", held[0].hint)


class JsonReader:
    """JSON files that hold one document or a list of them, with the fields of a JSONL line."""

    name = "json"

    def recognises(self, page: Page) -> bool:
        if page.suffix != ".json" or json_kind(page.data) is not None:
            return False
        return not _begins_with_document(page.data)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        value = _parse(decode(page).text, page.name)
        items = value if isinstance(value, list) else [value]
        if not any(isinstance(item, dict) and "text" in item for item in items):
            problem = f"{page.name} is JSON without a document in it"
            raise NotReadable(problem, 'an object or a list of objects with a "text"')
        for number, item in enumerate(items, 1):
            try:
                yield read_fields(
                    page.name, f"{page.name}:{number}", item, f"{page.name}, item {number}"
                )
            except NotReadable as wrong:
                yield wrong


def _begins_with_document(data: bytes) -> bool:
    end = data.find(b"\n", 0, _FIRST_LINE)
    line = data[: end if end >= 0 else _FIRST_LINE].strip().removeprefix(b"\xef\xbb\xbf")
    if not line.startswith(b"{"):
        return False
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "text" in first


def _lines(page: Page) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank with their numbers, one at a time, so that memory stays flat."""
    data = page.data
    if sniff(data) == "binary" or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(page).text.encode()
    start, number = 0, 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = end if end >= 0 else len(data)
        number += 1
        line = data[start:end].strip()
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line:
            yield number, line
        start = end + 1


def read_line(file: str, number: int, line: bytes) -> Document:
    """The Document of a line of ``file``, without its line break. Raises NotReadable."""
    where = f"{file}, line {number}"
    text = line.decode("utf-8", "replace")
    document = read_fields(file, f"{file}:{number}", _parse(text, where), where)
    if text.encode() == line:
        return document
    said = {**document.provenance, "encoding": "utf-8; some characters could not be read"}
    return replace(document, provenance=said)


def _parse(text: str, where: str) -> object:
    try:
        value: object = json.loads(text)
    except RecursionError as wrong:
        raise NotReadable(f"{where} is nested too deeply", _HINT) from wrong
    except ValueError as wrong:
        raise NotReadable(f"{where} is not JSON: {_why(wrong)}", _HINT) from wrong
    return value


def _why(wrong: ValueError) -> str:
    if isinstance(wrong, json.JSONDecodeError):
        return f"{wrong.msg} at character {wrong.pos + 1}"
    return "a number in it is too long"


def read_fields(file: str, default: str, fields: object, where: str) -> Document:
    """The Document of a record of ``file`` with the fields of a line. Raises NotReadable.

    ``where`` names the place in messages, ``default`` is the id of a document without one.
    """
    if not isinstance(fields, dict):
        raise NotReadable(f"{where} is JSON but no object", _HINT)
    text = _string(fields, "text", where)
    if text is None or not text.strip():
        raise NotReadable(f"{where} has no text", 'words under "text"')
    name, provenance = _identify(fields, default, where)
    given = {key: _string(fields, key, where) for key in _OPTIONAL}
    return Document(
        name,
        clean(text),
        title=given["title"],
        published=given["published"],
        outlet=given["outlet"],
        author=given["author"],
        url=given["url"],
        language=given["language"],
        source_file=file,
        provenance=provenance,
    )


def _identify(fields: dict[str, object], default: str, where: str) -> tuple[str, dict[str, str]]:
    name = fields.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        return str(name), {"id": "a number, written as text"}
    given = _string(fields, "id", where)
    if given is None:
        return default, {"id": "file name and line"}
    return given, {}


def _string(fields: dict[str, object], key: str, where: str) -> str | None:
    """The field, or None where it is missing, null or empty. UTF-8 can hold it."""
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        hint = f'quotation marks around what "{key}" says'
        raise NotReadable(f'{where} has a "{key}" that is no string', hint)
    return _SURROGATE.sub("\ufffd", value)
