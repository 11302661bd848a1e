"""The parts of an office document: XML, read without entities or network, and bounded."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, Literal, NamedTuple

from lxml import etree

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.zips import BROKEN, opened_zip
from wireroom.records.pages import Page

MOST_XML = 40_000_000  # bytes of one part, unpacked
MOST_TIMES = 300  # how many times larger than packed a part may become
MOST_ELEMENTS = 1_500_000  # of one part
_CHUNK = 65_536  # bytes that are parsed at once
SMALL = 2_000_000  # bytes that a part may have whatever it was packed into

_DOCTYPE = re.compile(rb"<!DOCTYPE|<\0!\0D\0O\0C\0T\0Y\0P\0E|\0<\0!\0D\0O\0C\0T\0Y\0P\0E", re.I)
_SPLIT_OFF = "save it as a PDF or as text, or split it"


class Event(NamedTuple):
    """An element begins or ends, or there is text.

    ``name`` and the names of attributes are without their namespaces: writers differ in these.
    """

    kind: Literal["begin", "end", "text"]
    name: str = ""
    attributes: Mapping[str, str] = {}
    text: str = ""

    def get(self, name: str) -> str:
        """An attribute; empty where it is missing."""
        return self.attributes.get(name, "")


class _Listener:
    """Keeps what lxml tells while it parses. No tree is built."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        named = {_local(name): value for name, value in attributes.items()}
        self.events.append(Event("begin", _local(tag), named))
        self.elements += 1

    def end(self, tag: str) -> None:
        self.events.append(Event("end", _local(tag)))

    def data(self, text: str) -> None:
        self.events.append(Event("text", text=text))

    def close(self) -> None:
        """Nothing is built, so nothing is given."""


class Parts:
    """The parts of the office document in a Page.

    Raises NotReadable where the document is damaged or a trap.
    """

    def __init__(self, page: Page) -> None:
        self.name = page.name
        self._archive = opened_zip(page.name, BytesIO(page.data))
        self._members = {member.filename: member for member in self._archive.infolist()}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._members)

    def read(self, part: str) -> bytes:
        """The bytes of a part; none where it is missing. Raises NotReadable."""
        member = self._members.get(part)
        if member is None:
            return b""
        size, packed = member.file_size, member.compress_size
        if size > MOST_XML or (size > SMALL and size > MOST_TIMES * packed):
            problem = f"{self.name} is too large: {part} has {size:,} bytes"
            raise NotReadable(problem, _SPLIT_OFF)
        if member.flag_bits & 1:
            hint = "open it, and save it without a password"
            raise NotReadable(f"{self.name} is locked with a password", hint)
        try:
            with self._archive.open(member) as stream:
                return _read(stream, size)
        except BROKEN as wrong:
            raise self.damaged(wrong) from wrong

    def events(self, part: str) -> Iterator[Event]:
        """The elements of a part as they begin and end; memory stays flat. None of a missing one.

        Raises NotReadable for XML that is broken, declares entities, or is too large or too deep.
        """
        data = self.xml(part)
        try:
            if data:
                yield from self._walk(data)
        except (etree.LxmlError, ValueError) as wrong:
            raise self.damaged(wrong) from wrong

    def xml(self, part: str) -> bytes:
        """As ``read``, and NotReadable where the part declares entities."""
        data = self.read(part)
        if _DOCTYPE.search(data):
            problem = f"{self.name} declares entities, as no office program does"
            raise NotReadable(problem, "do not trust it; ask for a PDF")
        return data

    def damaged(self, wrong: Exception) -> NotReadable:
        """What is said where the document is not as it should be."""
        said = str(wrong).split(", line ")[0]
        return NotReadable(f"{self.name} is damaged ({said})", "open it, and save it again")

    def _walk(self, data: bytes) -> Iterator[Event]:
        listener = _Listener()
        parser = etree.XMLParser(
            target=listener,  # type: ignore[arg-type]  # its type asks for bytes as well
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for at in range(0, len(data), _CHUNK):
            try:
                parser.feed(data[at : at + _CHUNK])
            except etree.LxmlError:  # what stands before the broken place was told all the same
                yield from listener.events
                raise
            yield from listener.events
            listener.events.clear()
            if listener.elements > MOST_ELEMENTS:
                problem = f"{self.name} has more than {MOST_ELEMENTS:,} elements"
                raise NotReadable(problem, _SPLIT_OFF)
        parser.close()
        yield from listener.events


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _read(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size + 1)
    if len(data) > size:
        raise zipfile.BadZipFile("a part is larger than it says")
    return data
