"""The text of a document as it grows, paragraph by paragraph."""

import re
from dataclasses import dataclass, field

from wireroom.reading.decoding import clean
from wireroom.records.documents import Hyperlink

# An address that stands in a text by itself, without the stop behind it.
_BARE = re.compile(r"https?://[^\s<>()\"'\]]*[^\s<>()\"'\].,;:!?]", re.I)
_WEB = re.compile(r"https?://[^\s<>\"]+", re.I)
MOST_CHARACTERS = 5_000_000
_MOST_LINKS = 20_000


@dataclass
class Block:
    """A paragraph under way, or a cell: its pieces, and where in them links begin and end."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def link(self, start: int, url: str) -> None:
        """What was added since ``start`` led to ``url``."""
        if self.length > start:
            self.links.append((start, self.length, url))

    def take(self, other: "Block", between: str) -> None:
        """Add another block behind this one."""
        if other.length == 0:
            return
        if self.length:
            self.add(between)
        self.links += [
            (start + self.length, end + self.length, url) for start, end, url in other.links
        ]
        self.add("".join(other.pieces))

    @property
    def has_words(self) -> bool:
        return any(piece.strip() for piece in self.pieces)


class Writing:
    """What was written so far, a paragraph a line; and the links in it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self.links: list[Hyperlink] = []

    @property
    def is_full(self) -> bool:
        """Whether no more is taken."""
        return self._length > MOST_CHARACTERS

    @property
    def text(self) -> str:
        return "".join(self._lines).rstrip("\n")

    def write(self, block: Block) -> None:
        """Add a paragraph. One without words adds nothing."""
        if not block.has_words or self.is_full:
            return
        # As characters stand for themselves, cleaning moves no offset.
        line = clean("".join(block.pieces))
        kept = line.strip()
        cut = len(line) - len(line.lstrip())
        for start, end, url in block.links[: _MOST_LINKS - len(self.links)]:
            begin, stop = max(0, start - cut), min(len(kept), end - cut)
            if begin < stop:
                self.links.append(Hyperlink(self._length + begin, self._length + stop, url))
        self._lines.append(f"{kept}\n")
        self._length += len(kept) + 1


def is_linked(url: str) -> bool:
    """Whether a link leads to the web or to a mailbox, and not into a program or a file."""
    return _WEB.fullmatch(url) is not None or url.lower().startswith("mailto:")


def find_addresses(text: str) -> list[Hyperlink]:
    """The addresses of the web that stand in a text as they are."""
    return [Hyperlink(*found.span(), found[0]) for found in _BARE.finditer(text)][:_MOST_LINKS]
