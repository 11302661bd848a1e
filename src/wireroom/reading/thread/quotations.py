"""Quotations of members inside a post: how far each reaches, and which post it is from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.quoting import Quoted, find_quoted

_MOST_LINES = 300  # that one quotation has
_MOST_POSTS = 8  # that are remembered for one line
_LOOKED_AT = 6  # lines of a quotation by which its post is looked for


@dataclass(slots=True)
class Earlier:
    """Which post a line, or a sentence of one, stood in first; and who wrote it."""

    posts: dict[str, list[int]] = field(default_factory=dict)
    authors: dict[int, str | None] = field(default_factory=dict)

    def add(self, number: int, author: str | None, said: Iterator[str]) -> None:
        """Remember what the post with this number says."""
        self.authors[number] = author.lower() if author else None
        for text in said:
            numbers = self.posts.setdefault(text, [])
            if len(numbers) < _MOST_POSTS and number not in numbers:
                numbers.append(number)

    def find(self, text: str, author: str | None = None) -> int | None:
        """The first post that says this; of this author where one is given and the posts have
        authors."""
        numbers = self.posts.get(text, ())
        if author is None or not any(self.authors.values()):
            return next(iter(numbers), None)
        return next((n for n in numbers if self.authors[n] == author.lower()), None)

    def has(self, text: str) -> bool:
        return text in self.posts


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of lines ``[first, end)`` that somebody else said, or the rest of one after another
    quotation inside it: ``opening`` is the first line of the whole. ``outer`` is that of the
    quotation that this one stands in."""

    first: int
    end: int
    opening: int
    author: str | None
    outer: int | None
    post: int | None


@dataclass(slots=True)
class _Open:
    opening: int
    author: str | None
    end: int | None  # None: at the board's own mark


def find_quotations(lines: Sequence[Line], earlier: Earlier) -> dict[int, Quotation]:
    """The quotations among the lines of a post that name themselves, by their first lines."""
    marks = [index for index, line in enumerate(lines) if find_furniture(line.text) == "quoted"]
    found: dict[int, Quotation] = {}
    stack: list[_Open] = []
    for first, end, path in _runs(lines, marks, earlier, stack):
        opened = path[-1]
        outer = path[-2].opening if len(path) > 1 else None
        post = _post_of(lines, opened, end, earlier)
        found[first] = Quotation(first, end, opened.opening, opened.author, outer, post)
    return found


def _runs(
    lines: Sequence[Line], marks: Sequence[int], earlier: Earlier, stack: list[_Open]
) -> Iterator[tuple[int, int, list[_Open]]]:
    """Runs of lines with the quotations that they stand in, outermost first."""
    left = len(marks)
    start = index = 0
    while index < len(lines):
        closed = [opened for opened in stack if opened.end is not None and opened.end <= index]
        if closed:
            yield from _run(start, index, stack)
            del stack[stack.index(closed[0]) :]
            start = index
        quoted = _opening(lines, index, earlier)
        if quoted is not None:
            yield from _run(start, index, stack)
            start = index
            is_marked = left > sum(opened.end is None for opened in stack)
            size = 2 if _names_next(lines, index, quoted) is not None else 1
            author = quoted.author or _names_next(lines, index, quoted)
            end = None if is_marked else _end(lines, index, size, quoted, earlier)
            stack.append(_Open(index, author, end))
            index += size
            continue
        if index in marks[len(marks) - left : len(marks) - left + 1]:
            left -= 1
            if stack:
                yield from _run(start, index + 1, stack)
                del stack[_last_marked(stack) :]
                start = index + 1
        index += 1
    yield from _run(start, len(lines), stack)


def _run(start: int, end: int, stack: Sequence[_Open]) -> Iterator[tuple[int, int, list[_Open]]]:
    if stack and end > start:
        yield start, end, list(stack)


def _last_marked(stack: Sequence[_Open]) -> int:
    """The innermost quotation that a mark ends, and what is open inside it."""
    places = [place for place, opened in enumerate(stack) if opened.end is None]
    return places[-1] if places else len(stack) - 1


def _opening(lines: Sequence[Line], index: int, earlier: Earlier) -> Quoted | None:
    text = lines[index].text
    quoted = find_quoted(text)
    if quoted is None and text.endswith(":") and text[:-1].lower() in earlier.authors.values():
        quoted = Quoted(text[:-1])
    is_last = index + 1 == len(lines)
    return None if quoted is None or (is_last and not quoted.is_inline) else quoted


def _names_next(lines: Sequence[Line], index: int, quoted: Quoted) -> str | None:
    """The member whom the next line names, where this one is only "Quote:"."""
    following = find_quoted(lines[index + 1].text) if index + 1 < len(lines) else None
    return following.author if quoted.author is None and following is not None else None


def _end(lines: Sequence[Line], index: int, size: int, quoted: Quoted, earlier: Earlier) -> int:
    """Where a quotation ends that has no mark: with what earlier posts say, or with its block."""
    first = index if quoted.is_inline else index + size
    last = min(first + _MOST_LINES, len(lines))
    known = index + 1 if quoted.is_inline else first
    for at in range(first, last):
        if earlier.has(lines[at].text) or find_quoted(lines[at].text) is not None:
            known = at + 1
        elif at > known:
            break
    if known > first:
        return known
    end = first + 1
    while end < last and not lines[end].blanks:
        end += 1
    return min(end, len(lines))


def _post_of(lines: Sequence[Line], opened: _Open, end: int, earlier: Earlier) -> int | None:
    for line in lines[opened.opening + 1 : min(end, opened.opening + 1 + _LOOKED_AT)]:
        if (number := earlier.find(line.text, opened.author)) is not None:
            return number
    return None
