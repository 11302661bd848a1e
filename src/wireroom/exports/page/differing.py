"""Two passages side by side, with the words marked that only one of them has."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from wireroom.exports.page.link_contexts import Marked

MOST = 3_000  # words and signs of a passage that are compared; what comes after is cut, and said
ALIKE = 60  # words in common in a row of which the middle is left out
AROUND = 20  # words that are shown on each side of what is left out

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")

Sides = tuple[tuple[Marked, ...], tuple[Marked, ...]]
Op = tuple[str, int, int, int, int]


def mark_differences(earlier: str, later: str) -> Sides:
    """The pieces of both passages: "same", "gone" (only in the first), "new" (only in the second)
    and "left out" for the middle of a long run of words that both have.

    Words are the same without regard to case and to how white space is set. Method: the longest
    common runs, as Python's difflib finds them (Ratcliff and Obershelp 1988).
    """
    sides = [_Side(text) for text in (earlier, later)]
    matcher = SequenceMatcher(None, sides[0].keys, sides[1].keys, autojunk=False)
    ops = list(matcher.get_opcodes())
    return (
        tuple(_pieces(sides[0], [(tag, a, b) for tag, a, b, _, _ in ops], "gone")),
        tuple(_pieces(sides[1], [(tag, c, d) for tag, _, _, c, d in ops], "new")),
    )


class _Side:
    """One passage on one line, as words and signs."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.split())
        found = list(_TOKEN.finditer(self.text))
        self.is_cut = len(found) > MOST
        self.starts = [match.start() for match in found[:MOST]]
        self.ends = [match.end() for match in found[:MOST]]
        self.keys = [match.group().casefold() for match in found[:MOST]]

    def words(self, first: int, last: int) -> str:
        """The characters from one word up to another, and the space after them."""
        if first >= last:
            return ""
        end = self.starts[last] if last < len(self.starts) else self._end()
        return self.text[self.starts[first] : end]

    def _end(self) -> int:
        return self.ends[-1] if self.is_cut else len(self.text)


def _pieces(side: _Side, runs: Sequence[tuple[str, int, int]], only: str) -> Iterator[Marked]:
    if side.starts and side.starts[0]:
        yield Marked("same", side.text[: side.starts[0]])
    for tag, first, last in runs:
        if tag != "equal":
            # The space after the last word is nobody's difference.
            words = side.words(first, last)
            if bare := words.rstrip():
                yield Marked(only, bare)
            if space := words[len(bare) :]:
                yield Marked("same", space)
        elif last - first > ALIKE:
            yield Marked("same", side.words(first, first + AROUND))
            yield Marked("left out", str(last - first - 2 * AROUND))
            yield Marked("same", side.words(last - AROUND, last))
        else:
            yield Marked("same", side.words(first, last))
    if side.is_cut:
        yield Marked("cut", "")
