"""The text of a PDF by PDFium, in a process of its own: run as a program, never imported.

A PDF can keep PDFium busy for ever or ask it for all memory, and PDFium is not written in Python:
nothing inside the process can stop it. So it has its own, with limits of time and memory that the
system holds. It reads a PDF from standard input and writes lines of JSON: first what the document
tells of itself, then one for each page. An ``error`` takes the place of the first line.
"""

import json
import re
import sys
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

if sys.platform != "win32":
    import resource

MOST_SECONDS = 8  # of processor time
MOST_MEMORY = 600_000_000  # bytes of addresses
MOST_PAGES = 2_000
MOST_CHARACTERS = 2_000_000

# A line without the space around it. It also ends with the hyphen that PDFium marks.
_LINE = re.compile("[^\n\\s](?:[^\n\u00ad]*(?:\u00ad|[^\n\u00ad\\s]))?")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_Box = tuple[float, float, float, float]
_FIELDS = ("Title", "Author", "CreationDate", "ModDate")


def main() -> None:
    """Read from standard input, write to standard output."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        document = PdfDocument(sys.stdin.buffer.read())
        count = len(document)
        told = document.get_metadata_dict()
    except PdfiumError as wrong:
        # PDFium gives this code for a password and for ways of locking that it does not know.
        is_locked = wrong.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        _write({"error": "locked" if is_locked else "broken"})
        return
    _write({"pages": count, **{field: told.get(field, "") for field in _FIELDS}})
    left = MOST_CHARACTERS
    for number in range(min(count, MOST_PAGES)):
        try:
            left -= _page(document, number, left)
        except PdfiumError:
            _write({"page": number + 1, "broken": True, "lines": []})
        if left <= 0:
            return


def _page(document: PdfDocument, number: int, most: int) -> int:
    """Write one page; gives the number of its characters."""
    page = document[number]
    text = page.get_textpage()
    count: int = min(text.count_chars(), most)
    said = _characters(text.raw, count)
    lines = [_line(text.raw, said, *found.span()) for found in _LINE.finditer(said)]
    _write({"page": number + 1, "height": round(page.get_height(), 1), "lines": lines})
    text.close()
    page.close()
    return count


def _characters(text: Any, count: int) -> str:
    """All characters of a page, one for each that PDFium counts."""
    code_at = pdfium.FPDFText_GetUnicode
    return "".join(map(_char, [code_at(text, index) for index in range(count)]))


def _char(code: int) -> str:
    # PDFium marks the hyphen that parts a word at the end of a line with a control character, and
    # leaves out the end of that line.
    if code in (2, 0xFFFE):
        return "\u00ad"
    is_character = 32 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and code != 0x7F
    return chr(code) if is_character or code == 10 else " "


def _line(text: Any, said: str, start: int, end: int) -> dict[str, Any]:
    """The characters of a line and where it stands: left, bottom, right, top, size of the type."""
    first, last = _box(text, start), _box(text, end - 1)
    line: dict[str, Any] = {
        "text": said[start:end],
        "box": _around([first, last]),
        "size": round(pdfium.FPDFText_GetFontSize(text, start) * _scale(text, start), 1),
    }
    if _RIGHT_TO_LEFT.search(said, start, end):
        boxes = [_box(text, index) for index in range(start, end)]
        line["places"] = [[box[0], box[2]] for box in boxes]
        line["box"] = _around(boxes)
    return line


def _around(boxes: list[_Box]) -> _Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _box(text: Any, index: int) -> _Box:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
        return 0.0, 0.0, 0.0, 0.0
    return round(box.left, 1), round(box.bottom, 1), round(box.right, 1), round(box.top, 1)


def _scale(text: Any, index: int) -> float:
    """How much larger than its size a character is drawn."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, matrix):
        return 1.0
    return abs(float(matrix.d)) or 1.0


def _write(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
