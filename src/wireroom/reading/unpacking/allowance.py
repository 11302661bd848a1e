"""How much may come out of one file in all, and what is said of what could not be read in it."""

from collections.abc import Iterator

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.limits import LEAST_OF_MEMBER, MOST_TIMES_IN_ALL, SMALL_IN_ALL
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_LONGEST = 100  # characters of one problem among several
_MOST_TOLD = 300  # characters of all of them
_UNPACK = "unpack it yourself, and name the files that you want"


class Spent(Exception):
    """More came out of a file than may; nothing further is read of it."""


class Allowance:
    """What may still come out of a file of ``size`` bytes, from archives inside archives too."""

    def __init__(self, size: int) -> None:
        self._left = SMALL_IN_ALL + MOST_TIMES_IN_ALL * size

    def take(self, page: Page) -> None:
        """Count a Page. Raises Spent where it is one too many."""
        self._left -= max(len(page.data), LEAST_OF_MEMBER)
        if self._left < 0:
            raise Spent


def summed_up(
    name: str, found: Iterator[Document | NotReadable]
) -> Iterator[Document | NotReadable]:
    """The Documents of the archive ``name``, and behind them in one value what could not be read.

    Raises NotReadable where there is no Document.
    """
    refused: list[NotReadable] = []
    count, given = 0, False
    try:
        for item in found:
            if isinstance(item, Document):
                given = True
                yield item
            else:
                count += 1
                refused += [item] if count <= _MOST_TOLD else []
    except Spent:
        count += 1
        refused.append(NotReadable(f"{name} unpacks to far more than its size", _UNPACK))
    if not given:
        raise _nothing(name, refused, count)
    if count:
        yield _rest(name, refused, count)


def _nothing(name: str, refused: list[NotReadable], count: int) -> NotReadable:
    if not refused:
        return NotReadable(f"{name} holds no text that can be read", "name another file")
    if count == 1:
        return refused[0]
    told = _told(name, refused, count)
    return NotReadable(f"none of {count:,} parts of {name} can be read: {told}", refused[0].hint)


def _rest(name: str, refused: list[NotReadable], count: int) -> NotReadable:
    if count == 1:
        return refused[0]
    told = _told(name, refused, count)
    return NotReadable(f"{count:,} parts of {name} cannot be read: {told}", refused[0].hint)


def _told(name: str, refused: list[NotReadable], count: int) -> str:
    """As many problems as fit in a line, and how many others there are."""
    told: list[str] = []
    for problem in refused:
        said = _short(problem.problem.removeprefix(f"{name}!"))
        if told and sum(map(len, told)) + len(said) > _MOST_TOLD:
            break
        told.append(said)
    others = count - len(told)
    return "; ".join(told) + (f"; and {others:,} others" if others else "")


def _short(said: str) -> str:
    """A problem with the middle of a long name left out, so that what is wrong stays."""
    if len(said) <= _LONGEST:
        return said
    return f"{said[: _LONGEST // 2]}…{said[-_LONGEST // 2 :]}"
