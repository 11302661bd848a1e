"""Texts in the Rich Text Format (RTF)."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean
from wireroom.reading.writing import find_addresses
from wireroom.records.documents import Document
from wireroom.records.pages import Page

MOST_BYTES = 30_000_000  # most of a larger one is pictures
_MARK = b"{\\rtf"
_DELETED = re.compile(r"\{(?:[^{}]{0,200})\\deleted\b[^{}]*\}")
_TITLE = re.compile(r"\{\\title\s?([^{}]{1,1000})\}")
_AUTHOR = re.compile(r"\{\\author\s?([^{}]{1,1000})\}")
_DATE = re.compile(
    r"\{\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})(?:\\hr(\d{1,2}))?(?:\\min(\d{1,2}))?"
)
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_INFO_WITHIN = 200_000  # characters in which the properties stand
_ORIGIN = "document properties"


class RtfReader:
    """Texts in the Rich Text Format (RTF), a paragraph a line, rows of tables as ``a | b``.

    Pictures, notes, heads and feet of pages are left out, and so is what tracked changes deleted.
    """

    name = "rtf"

    def recognises(self, page: Page) -> bool:
        return page.data[:16].lstrip().startswith(_MARK)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        if len(page.data) > MOST_BYTES:
            problem = f"{page.name} is an RTF text of more than {MOST_BYTES:,} bytes"
            raise NotReadable(problem, "save it as .docx")
        source = _DELETED.sub("", page.data.decode("latin-1"))
        text = _lines(_words(page.name, source))
        if not text:
            raise NotReadable(f"{page.name} is an RTF text without words", "save it as .docx")
        told = _told(page.name, source[:_INFO_WITHIN])
        yield Document(
            page.name,
            text,
            title=told.get("title"),
            author=told.get("author"),
            published=told.get("published"),
            updated=told.get("updated"),
            source_file=page.name,
            provenance={
                "id": "file name",
                "text": "RTF, without its marks",
                **dict.fromkeys(told, _ORIGIN),
                **(
                    {"published": f"{_ORIGIN}: when the file was made"}
                    if "published" in told
                    else {}
                ),
            },
            links=tuple(find_addresses(text)),
        )


def _words(name: str, source: str) -> str:
    # Whatever the library raises for odd files, the person can have them written anew.
    try:
        text = str(rtf_to_text(source, errors="replace"))
    except Exception as wrong:
        problem = f"{name} is a damaged RTF text ({type(wrong).__name__})"
        raise NotReadable(problem, "open it, and save it as .docx") from wrong
    # Characters beyond the first 65,536 are written as two halves.
    return clean(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _lines(text: str) -> str:
    return "\n".join(line for each in text.split("\n") if (line := _line(each)))


def _line(line: str) -> str:
    """A line without space around it; of the row of a table, its cells."""
    if line.rstrip().endswith("|"):
        return " | ".join(cell.strip() for cell in line.strip().rstrip("|").split("|"))
    return line.strip()


def _told(name: str, source: str) -> dict[str, str]:
    """Title, author and dates of the properties."""
    page = _CODE_PAGE.search(source)
    head = f"{{\\rtf1\\ansi{page[0] if page else ''} "
    told: dict[str, str] = {}
    for field, pattern in (("title", _TITLE), ("author", _AUTHOR)):
        if found := pattern.search(source):
            value = " ".join(_words(name, f"{head}{found[1]}}}").split())
            told |= {field: value} if value else {}
    for kind, year, month, day, hour, minute in _DATE.findall(source):
        field = "published" if kind == "creatim" else "updated"
        date = f"{year}-{int(month):02d}-{int(day):02d}"
        is_date = 0 < int(month) < 13 and 0 < int(day) < 32 and year != "0000"
        clock = f"T{int(hour):02d}:{int(minute):02d}" if hour and minute else ""
        told |= {field: date + clock} if is_date else {}
    if told.get("updated") == told.get("published"):
        told.pop("updated", None)
    return told
