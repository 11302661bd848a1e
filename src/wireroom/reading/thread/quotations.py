"""Quotations of members inside a post: how far each reaches, and which post it is from."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wireroom.reading.thread.furniture import ends_quotation
from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.quoting import Quoted, find_quoted

_MOST_LINES = 300  # that one quotation has
_DEEPEST = 10  # quotations inside one another; what stands deeper is of the last
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

    def has(self, text: str, author: str | None) -> bool:
        """Whether a post says this; one of this author, where she has any."""
        if author is not None and self.has_author(author):
            return self.find(text, author) is not None
        return text in self.posts

    def has_author(self, name: str) -> bool:
        return name.lower() in self.authors.values()


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


def find_quotations(lines: Sequence[Line], earlier: Earlier) -> dict[int, Quotation]:
    """The quotations among the lines of a post that name themselves, by their first lines."""
    return _Finder(lines, earlier).find()


class _Finder:
    """Goes through the lines of one post; a quotation inside another is gone through first."""

    def __init__(self, lines: Sequence[Line], earlier: Earlier) -> None:
        self._lines = lines
        self._earlier = earlier
        self._marks = [index for index, line in enumerate(lines) if ends_quotation(line.text)]
        self._waiting = 0  # open quotations that a mark will end
        self._found: dict[int, Quotation] = {}

    def find(self) -> dict[int, Quotation]:
        index = 0
        while index < len(self._lines):
            quoted = self._opening(index)
            index = index + 1 if quoted is None else self._read(index, quoted, None, 1)
        posts = {one.opening: one.post for one in self._found.values() if one.post is not None}
        return {
            first: replace(one, post=posts.get(one.opening)) for first, one in self._found.items()
        }

    def _read(self, opening: int, quoted: Quoted, outer: int | None, depth: int) -> int:
        """Take in the quotation that begins at ``opening``; where it ends."""
        named_next = self._names_next(opening, quoted)
        author = quoted.author or named_next
        first = opening if quoted.said is not None else opening + (2 if named_next else 1)
        is_marked = len(self._marks) - bisect_left(self._marks, opening) > self._waiting
        until = len(self._lines) if is_marked else self._end(opening, first, quoted)
        self._waiting += is_marked
        start, at = opening, max(first, opening + 1)
        while at < until:
            if is_marked and at in self._marks:
                at += 1
                break
            inner = self._opening(at) if depth < _DEEPEST else None
            if inner is None:
                at += 1
                continue
            self._keep(start, at, opening, author, outer)
            start = at = self._read(at, inner, opening, depth + 1)
        self._waiting -= is_marked
        self._keep(start, at, opening, author, outer)
        return at

    def _keep(
        self, start: int, end: int, opening: int, author: str | None, outer: int | None
    ) -> None:
        if start < end:
            post = self._post_of(start, end, author)
            self._found[start] = Quotation(start, end, opening, author, outer, post)

    def _opening(self, index: int) -> Quoted | None:
        text = self._lines[index].text
        quoted = find_quoted(text)
        if quoted is None and text.endswith(":") and self._earlier.has_author(text[:-1]):
            quoted = Quoted(text[:-1])
        is_last = index + 1 == len(self._lines)
        return None if quoted is None or (is_last and quoted.said is None) else quoted

    def _names_next(self, index: int, quoted: Quoted) -> str | None:
        """The member whom the next line names, where this one is only "Quote:"."""
        if quoted.author is not None or index + 1 >= len(self._lines):
            return None
        following = find_quoted(self._lines[index + 1].text)
        return following.author if following is not None else None

    def _end(self, opening: int, first: int, quoted: Quoted) -> int:
        """Where a quotation ends that has no mark: with what earlier posts say, or with its
        block."""
        last = min(first + _MOST_LINES, len(self._lines))
        author = quoted.author or self._names_next(opening, quoted)
        at = first
        if quoted.said is not None:
            at += self._earlier.has(quoted.said, author)
        elif first < last and (inner := self._opening(first)) is not None:
            at = self._end(first, first + (inner.said is None), inner)
        known = at > first
        while at < last and self._earlier.has(self._lines[at].text, author):
            at, known = at + 1, True
        if known:
            return at
        end = min(first + 1, last)
        while end < last and not self._lines[end].blanks:
            end += 1
        return end

    def _post_of(self, start: int, end: int, author: str | None) -> int | None:
        """The post that has what a quotation says, by its first lines."""
        for line in self._lines[start : min(end, start + _LOOKED_AT)]:
            quoted = find_quoted(line.text)
            said = quoted.said if quoted is not None and quoted.said else line.text
            if (number := self._earlier.find(said, author)) is not None:
                return number
        return None
