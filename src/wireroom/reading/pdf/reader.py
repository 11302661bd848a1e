"""PDF documents that have text in them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean
from wireroom.reading.pdf.leaves import Printed
from wireroom.reading.pdf.paragraphs import Paragraph, joined, split_paragraphs
from wireroom.reading.pdf.printing import read_printed
from wireroom.reading.pdf.properties import find_properties
from wireroom.reading.pdf.running import Running, part_running_lines
from wireroom.reading.properties import document_with
from wireroom.reading.sniffing import sniff
from wireroom.records.documents import Document, Leaf
from wireroom.records.pages import Page

_MARK = b"%PDF-"
_WITHIN = 1_024  # bytes of something else that may stand before it
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MOST_TOLD = 8  # running lines and numbers of pages that provenance tells


class PdfReader:
    """PDFs with a text layer, by PDFium in a process of its own with limits of time and memory.

    Lines are joined to paragraphs, a paragraph a line, and words that were parted at line ends
    are made whole; where a printed page begins is kept under ``pages``. Lines that repeat at the
    head or foot of pages stand once, before all else, and numbers of pages are left out. Locked,
    broken and scanned PDFs are refused with what to do. Title, author and dates are those of the
    document's properties; ``published`` is when the file was made.
    """

    name = "pdf"

    def recognises(self, page: Page) -> bool:
        return _MARK in page.data[:_WITHIN] and sniff(page.data) == "binary"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        printed = read_printed(page)
        running = part_running_lines(printed.pages)
        laid_out = _laid_out(running)
        if not laid_out.text.strip():
            problem = f"{page.name} is a PDF without text, such as a scan"
            raise NotReadable(
                problem, "run text recognition over it (ocrmypdf does), and read that"
            )
        told = find_properties(printed.properties, printed.pages)
        document = document_with(page, laid_out.text, _said(printed, running), told)
        yield replace(document, leaves=laid_out.leaves)


class _LaidOut(NamedTuple):
    text: str
    leaves: tuple[Leaf, ...]


def _laid_out(running: Running) -> _LaidOut:
    """The text, and where each page that has text stands in it."""
    paragraphs = split_paragraphs(running.pages)
    words = _words(paragraphs)
    pieces: list[str] = [f"{line}\n" for line in running.lines]
    begins: dict[int, int] = {}
    length = sum(map(len, pieces))
    for paragraph in paragraphs:
        for number, said in joined(paragraph, words):
            begins.setdefault(number, length)
            pieces.append(said)
            length += len(said)
        pieces.append("\n")
        length += 1
    text = clean("".join(pieces).rstrip("\n"))
    numbers = sorted(begins)
    # What stands before all else belongs to the first page.
    starts = [begins[number] if index else 0 for index, number in enumerate(numbers)]
    ends = [*starts[1:], len(text)]
    leaves = tuple(Leaf(*each) for each in zip(numbers, starts, ends, strict=False))
    return _LaidOut(text, leaves)


def _words(paragraphs: list[Paragraph]) -> frozenset[str]:
    """Every word that stands whole on a line."""
    return frozenset(
        word.lower()
        for paragraph in paragraphs
        for _, line in paragraph.lines
        for word in _WORD.findall(line.text)[1:-1]
    )


def _said(printed: Printed, running: Running) -> str:
    """How the text was made of the pages, in words."""
    said = ["lines of the pages joined to paragraphs"]
    if running.lines:
        lines = "; ".join(running.lines[:_MOST_TOLD])
        said.append(f"lines at the head or foot of pages kept once: {lines}")
    if running.has_numbers:
        said.append("numbers of pages left out")
    blank = [str(page.number) for page in printed.pages if not page.lines]
    if blank:
        some = ", ".join(blank[:_MOST_TOLD]) + (", …" if len(blank) > _MOST_TOLD else "")
        said.append(f"no text on {len(blank)} of {printed.count} pages ({some})")
    if len(printed.pages) < printed.count:
        said.append(f"only the first {len(printed.pages):,} of {printed.count:,} pages were read")
    return "; ".join(said)
