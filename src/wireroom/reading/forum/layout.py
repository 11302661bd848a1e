"""The text of a thread while it is being laid out, with what each stretch of it is."""

from dataclasses import dataclass

from wireroom.records.documents import Hyperlink, Part, PartForm, PartKind

_FEW = 40  # pieces that a first line is looked for in
# What has to stand between what was written and what comes next.
NOTHING, SPACE, LINE, BLANK = "", " ", "\n", "\n\n"


@dataclass(slots=True, eq=False)
class Stretch:
    """What the words are that are being written; several parts of one post may be of it.

    ``outer`` is the quotation that it stands in, ``source`` the post that it quotes as the page
    names it, ``first`` the index of its first part once it has one.
    """

    kind: PartKind
    form: PartForm | None = None
    author: str | None = None
    source: str | None = None
    outer: "Stretch | None" = None
    url: str | None = None
    title: str | None = None
    duration: int | None = None
    first: int | None = None


# What most words are; nothing more has to be known of them.
OWN, FURNITURE = Stretch("own"), Stretch("furniture")
_SHARED = frozenset((OWN, FURNITURE))


@dataclass(slots=True, eq=False)
class Block:
    """The stretches of one post as they were written: where each begins, and of what it is."""

    start: int
    end: int
    stretches: list[tuple[int, Stretch]]


class Layout:
    """Takes words and breaks in order. White space is one space, one line end, or a blank line."""

    __slots__ = (
        *("_break", "_firsts", "_link", "_links", "_open", "_pieces", "_stretches"),
        *("size", "stretch"),
    )

    def __init__(self) -> None:
        self.size = 0
        self.stretch = FURNITURE
        self._pieces: list[str] = []
        self._break = NOTHING
        self._link: str | None = None
        self._links: list[tuple[int, int, str]] = []
        self._open: Stretch | None = None
        self._firsts: list[int] = []
        self._stretches: list[tuple[int, Stretch]] = []

    def write(self, text: str) -> None:
        """Words as they stand in a page, whose line ends are spaces and whose spaces are one."""
        plain = text.strip()
        if not plain:
            self._break = self._break or SPACE
            return
        pieces, size = self._pieces, self.size
        mark = self._break or (SPACE if text[0].isspace() else NOTHING)
        if mark and size:
            pieces.append(mark)
            size += len(mark)
        if self.stretch is not self._open:
            self._begin(size)
        # Most words are as they should be, which is found out faster than mended.
        if not plain.isprintable() or "  " in plain:
            plain = " ".join(plain.split())
        pieces.append(plain)
        self.size = size + len(plain)
        self._break = SPACE if text[-1].isspace() else NOTHING

    def write_as_it_is(self, text: str) -> None:
        """Lines whose own layout counts, as of code."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        kept = lines.strip("\n")
        if lines.startswith("\n"):
            self.end_line()
        if kept:
            self._put(kept)
        if lines.endswith("\n"):
            self.end_line()

    def end_line(self) -> None:
        """What comes next begins on a line of its own."""
        if self._break != BLANK:
            self._break = LINE

    def break_line(self) -> None:
        """A line ends here; the second time in a row a blank line is left."""
        self._break = BLANK if self._break in (LINE, BLANK) else LINE

    def end_paragraph(self) -> None:
        """What comes next begins after a blank line."""
        self._break = BLANK

    def line(self, text: str) -> None:
        """One line by itself."""
        self.end_line()
        self._put(text)
        self._break = LINE

    def open_link(self, url: str) -> int:
        """What is written from here until ``close_link`` leads to ``url``."""
        self._link = url
        return self.size

    def close_link(self, opened: int) -> None:
        if self._link is not None and self.size > opened:
            self._links.append((opened, self.size, self._link))
        self._link = None

    def begin_post(self) -> None:
        """What comes next is of another post, or of none."""
        self._break = BLANK if self.size else NOTHING
        self._open = None
        self._stretches = []
        self._firsts = []

    def end_post(self) -> Block | None:
        """The post that was written; None where nothing was."""
        if not self._stretches:
            return None
        return Block(self._stretches[0][0], self.size, self._stretches)

    def first_line_of(self, stretch: Stretch) -> str | None:
        """The first line of a stretch of the post that is being written; None where it has none."""
        for (_, written), first in zip(self._stretches, self._firsts, strict=True):
            if written is stretch:
                return "".join(self._pieces[first : first + _FEW]).split("\n", 1)[0]
        return None

    def text(self) -> str:
        return "".join(self._pieces)

    def links(self, text: str) -> tuple[Hyperlink, ...]:
        """The links of ``text``, which is what was laid out, in its order."""
        links = []
        for start, end, url in self._links:
            while text[start].isspace():
                start += 1
            links.append(Hyperlink(start, end, url))
        return tuple(links)

    def _put(self, text: str) -> None:
        pieces = self._pieces
        if self._break:
            if self.size:
                pieces.append(self._break)
                self.size += len(self._break)
            self._break = NOTHING
        if self.stretch is not self._open:
            self._begin(self.size)
        pieces.append(text)
        self.size += len(text)

    def _begin(self, at: int) -> None:
        """What is written from here is of another stretch."""
        self._open = self.stretch
        self._stretches.append((at, self.stretch))
        self._firsts.append(len(self._pieces))


def parts_of(block: Block, numbers: dict[str, int]) -> tuple[Part, ...]:
    """The parts of a post, which cover it; ``numbers`` has those of earlier posts by their ids."""
    stretches = block.stretches
    if len(stretches) == 2 and stretches[0][1] is FURNITURE and stretches[1][1] is OWN:
        # Most posts are a head and words.
        (start, _), (begin, _) = stretches
        return Part("furniture", start, begin), Part("own", begin, block.end)
    ends = [start for start, _ in stretches[1:]]
    ends.append(block.end)
    for index, (_, stretch) in enumerate(stretches):
        if stretch.first is None and stretch not in _SHARED:
            stretch.first = index
    return tuple(
        [
            Part(stretch.kind, start, end)
            if stretch in _SHARED
            else _part(stretch, start, end, index, numbers)
            for index, ((start, stretch), end) in enumerate(zip(stretches, ends, strict=True))
        ]
    )


def _part(stretch: Stretch, start: int, end: int, index: int, numbers: dict[str, int]) -> Part:
    outer, source = stretch.outer, stretch.source
    return Part(
        stretch.kind,
        start,
        end,
        title=stretch.title,
        duration_seconds=stretch.duration,
        quotes_post=numbers.get(source) if source is not None else None,
        continues=None if stretch.first == index else stretch.first,
        quotes_author=stretch.author,
        inside=outer.first if outer is not None else None,
        form=stretch.form,
        url=stretch.url,
    )
