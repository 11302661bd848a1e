"""Which line of a head is the member's name, where ranks and buttons stand beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from wireroom.reading.thread.frames import Frame
from wireroom.reading.thread.quoting import find_quoted

_MOST_SLOTS = 6
_USUAL = 0.7  # of the posts have a line where names stand, at least
_LONGEST_PICTURE = 20  # characters that the text of a member's picture has beside the name

_MENTION = re.compile(r"(?:^|\s)@(\w[\w.-]{1,30})")


def find_names(frame: Frame, heads: Sequence[Sequence[int]]) -> list[int | None]:
    """For each post the index of the line with its author's name; None where it shows none.

    ``heads`` has, for each post, the lines that may be a name, the nearest to the stamp first.
    """
    rows = [_candidates(frame, head) for head in heads]
    known = find_known_names(frame)
    slot = _slot(frame, rows, known)
    if slot is None:
        return [None] * len(rows)
    names = Counter(_text(frame, row[slot]) for row in rows if len(row) > slot)
    ranks = Counter(_text(frame, index) for row in rows for index in row[:slot])
    return [_pick(frame, row, slot, (known, names, ranks)) for row in rows]


def clean_name(text: str) -> str:
    """A name without its own repetition, which the text of a picture beside it leaves."""
    half = len(text) // 2
    if len(text) > 3 and text[:half].strip() == text[-half:].strip() and len(text) % 2 == 0:
        return text[:half].strip()
    return text


def find_known_names(frame: Frame) -> frozenset[str]:
    """Who is quoted, mentioned or named by a stamp anywhere on the page, in lower case."""
    return frozenset(name.lower() for name in _named(frame))


def _named(frame: Frame) -> Iterator[str]:
    for line, sign in zip(frame.lines, frame.signs, strict=True):
        if sign.kind == "said":
            quoted = find_quoted(line.text)
            if quoted is not None and quoted.author is not None:
                yield quoted.author
        elif sign.stamp is not None and sign.stamp.author is not None:
            if sign.stamp.shape != "name":
                yield sign.stamp.author
        elif "@" in line.text:
            yield from _MENTION.findall(line.text)


def _candidates(frame: Frame, head: Sequence[int]) -> list[int]:
    """The short lines of a head, without those that repeat a neighbour or tell of its picture."""
    found: list[int] = []
    for index in head:
        if frame.signs[index].kind != "short" or len(found) >= _MOST_SLOTS:
            continue
        if found and abs(found[-1] - index) == 1 and _is_of_picture(frame, index, found[-1]):
            continue
        if found and abs(found[-1] - index) == 1 and _is_of_picture(frame, found[-1], index):
            found.pop()
        found.append(index)
    return found


def _is_of_picture(frame: Frame, index: int, name: int) -> bool:
    """Whether a line is the name of the other once more, or has a word or two beside it."""
    text, other = frame.lines[index].text, frame.lines[name].text
    is_longer = len(text) - len(other) <= _LONGEST_PICTURE and len(other) >= 3
    return text == other or (is_longer and other != text and other in text)


def _slot(frame: Frame, rows: Sequence[Sequence[int]], known: frozenset[str]) -> int | None:
    """At which place among the short lines of their heads most posts have the name."""
    columns = [_column(frame, rows, slot) for slot in range(_MOST_SLOTS)]
    usual = [slot for slot in range(_MOST_SLOTS) if len(columns[slot]) >= _USUAL * len(rows)]
    usual = usual[: next((n for n, slot in enumerate(usual) if n != slot), len(usual))]
    if not usual:
        return None
    hits = {slot: len(set(columns[slot].values()) & known) for slot in usual}
    best = max(usual, key=lambda slot: (hits[slot], -slot))
    if hits[best] >= min(2, len(rows) - 1) and hits[best] > 0:
        return best
    varied = [slot for slot in usual if len(set(columns[slot].values())) > 1]
    slot = varied[0] if varied else usual[0]
    while slot + 1 in usual and (
        _is_coarser(columns[slot], columns[slot + 1]) or _is_under_another(frame, rows, slot)
    ):
        slot += 1
    return slot


def _is_under_another(frame: Frame, rows: Sequence[Sequence[int]], slot: int) -> bool:
    """Whether the lines of a column stand right under those of the next, in heads with cards."""
    under = sum(
        row[slot] - row[slot + 1] == 1 and not frame.lines[row[slot]].blanks
        for row in rows
        if len(row) > slot + 1 and frame.has_cards
    )
    return under >= _USUAL * len(rows)


def _column(frame: Frame, rows: Sequence[Sequence[int]], slot: int) -> dict[int, str]:
    return {
        post: _text(frame, row[slot]) for post, row in enumerate(rows) if len(row) > slot
    }


def _is_coarser(ranks: dict[int, str], names: dict[int, str]) -> bool:
    """Whether one column has a rank of several members where the other has their names: each
    name goes with one rank, and some rank with several names."""
    of_name: dict[str, set[str]] = {}
    of_rank: dict[str, set[str]] = {}
    for post, name in names.items():
        if post in ranks:
            of_name.setdefault(name, set()).add(ranks[post])
            of_rank.setdefault(ranks[post], set()).add(name)
    is_function = all(len(found) == 1 for found in of_name.values())
    return is_function and any(len(found) > 1 for found in of_rank.values())


def _pick(
    frame: Frame,
    row: Sequence[int],
    slot: int,
    counts: tuple[frozenset[str], Counter[str], Counter[str]],
) -> int | None:
    known, names, ranks = counts
    texts = [_text(frame, index) for index in row]
    usual = row[slot] if len(row) > slot else None
    if usual is not None and (texts[slot] in known or names[texts[slot]] > 1):
        return usual
    for index, text in zip(row[: slot + 1], texts, strict=False):
        if text in known or (names[text] > 0 and ranks[text] <= names[text]):
            return index
    if usual is None and row and ranks[texts[-1]] <= 1:
        return row[-1]
    return usual


def _text(frame: Frame, index: int) -> str:
    text = frame.lines[index].text
    return clean_name(text).lower()
