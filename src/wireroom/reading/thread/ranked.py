"""Where posts begin that have neither dates nor numbers: at rank lines, which repeat.

Nothing is known of the words of ranks. Short lines that head a block after blank lines, again
and again, are no member's words: members do not begin post after post with the same line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.reading.dates import Stamp, find_stamp
from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.lines import Line, PostLines, ThreadLines

_LONGEST_RANK = 40  # characters
_MOST_WORDS = 5
_MOST_HEAD_LINES = 8
_MOST_LINES_BEFORE = 4  # a title and what stands around it
_LONGEST_BEFORE = 250  # characters of each
_MOSTLY = 0.75  # the share of heads after several blank lines that makes this the rule

_FOOT = ("button", "line", "status", "likes", "edited")
_NOT_A_RANK = re.compile(r"""[.?!:;,…"'»”’]$|^[("'«“‘\[\-–—•*>#]|https?://""")
_REPLY = re.compile(r"(?:re|aw|sv|отв|ответ)\s*:", re.I)  # a title repeated over each post
# "by Anna » 3 May 2021", as some boards print it over a post
_SIGNED = re.compile(
    r"(?:\w+\s)?(?:by|von|par|de|por|от)\s+(\S.{0,38}?)\s*»\s*\D{0,6}\d.{4,30}", re.I
)


@dataclass(frozen=True, slots=True)
class _Heads:
    """What is known of the heads of one thread: its rank lines, and how posts are parted."""

    ranks: frozenset[str]
    least_blanks: int
    has_names: bool
    has_numbers: bool


def split_ranked(lines: Sequence[Line]) -> ThreadLines | None:
    """The posts of a thread; None where the lines are no thread.

    A thread is recognised by two posts or more that begin with rank lines or with the number of
    the post, the first of them under a title at most, and by something more than that: several
    blank lines before each head, heads of several lines, or furniture. Boards whose posts have
    neither ranks nor numbers are not recognised.
    """
    chains = {index: _chain(lines, index) for index, line in enumerate(lines) if line.blanks}
    heads = _find_heads(lines, chains)
    starts = [index for index in chains if _is_start(lines, chains[index], index, heads)]
    if len(starts) < 2 or not _is_under_title(lines[: starts[0]]):
        return None
    if not _has_more(lines, starts, heads):
        return None
    ends = [*starts[1:], len(lines)]
    posts = tuple(_post(lines[start:end], heads) for start, end in zip(starts, ends, strict=True))
    title = lines[0].text if starts[0] else None
    found_by = "lines that repeat at the head of blocks, or number them"
    return ThreadLines(posts, title, "first line" if title else None, found_by)


def _chain(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    """The short lines, without a blank one between them, that a block begins with."""
    end = start
    while end < len(lines) and end - start < _MOST_HEAD_LINES:
        line = lines[end]
        if (end > start and line.blanks) or not (_is_short(line.text) or _is_data(line.text)):
            break
        end += 1
    return tuple(lines[start:end])


def _is_short(text: str) -> bool:
    """Whether a line could be a rank or a name."""
    return (
        len(text) <= _LONGEST_RANK
        and sum(map(str.isalpha, text)) >= 3
        and len(text.split()) <= _MOST_WORDS
        and not _NOT_A_RANK.search(text)
        and find_furniture(text) is None
        and find_stamp(text) is None
    )


def _is_data(text: str) -> bool:
    """Whether a line tells of the post or its member: a date alone, a number, a label."""
    if find_furniture(text) in ("number", "label") or _SIGNED.fullmatch(text):
        return True
    stamp = find_stamp(text)
    return stamp is not None and len(text) - (stamp.end - stamp.start) <= 12


def _find_heads(lines: Sequence[Line], chains: dict[int, tuple[Line, ...]]) -> _Heads:
    ranked = {
        index: [line.text for line in chain if not _is_data(line.text)]
        for index, chain in chains.items()
    }
    counts = Counter(text for texts in ranked.values() for text in dict.fromkeys(texts))
    repeated = {text for text, count in counts.items() if count > 1}
    firsts = [index for index, texts in ranked.items() if repeated & set(texts[:2])]
    parted = sum(lines[index].blanks > 1 for index in firsts)
    least = 2 if parted > 1 and parted >= _MOSTLY * len(firsts) else 1
    # What also heads blocks inside posts, after fewer blank lines, is no rank.
    inside = {
        texts[0]
        for index, texts in ranked.items()
        if texts and lines[index].blanks < least and index
    }
    ranks = frozenset(repeated - inside)
    numbered = [index for index, chain in chains.items() if _number_at(chain) is not None]
    has_numbers = len(numbered) > 1
    heads = [
        texts
        for index, texts in ranked.items()
        if (index in numbered if has_numbers else ranks & set(texts[:2]))
    ]
    names, seconds = {texts[0] for texts in heads if texts}, {tuple(x[1:2]) for x in heads}
    has_names = all(len(texts) > 1 for texts in heads) and len(names) > max(1, len(seconds))
    return _Heads(ranks, least, has_names, has_numbers)


def _number_at(chain: Sequence[Line]) -> int | None:
    """Where in a head the number of the post stands."""
    for position, line in enumerate(chain):
        if find_furniture(line.text) == "number":
            return position
    return None


def _is_start(lines: Sequence[Line], chain: tuple[Line, ...], index: int, heads: _Heads) -> bool:
    if lines[index].blanks < heads.least_blanks:
        return False
    if heads.has_numbers:
        return _number_at(chain) is not None
    return any(line.text in heads.ranks for line in chain[:2])


def _is_under_title(before: Sequence[Line]) -> bool:
    return len(before) <= _MOST_LINES_BEFORE and all(
        len(line.text) <= _LONGEST_BEFORE for line in before
    )


def _has_more(lines: Sequence[Line], starts: Sequence[int], heads: _Heads) -> bool:
    if heads.least_blanks > 1 and len(starts) > 2:
        return True
    numbered = sum(_is_in_head(lines, start, heads.ranks) for start in starts)
    return numbered > 1 or any(find_furniture(line.text) for line in lines)


def _is_in_head(lines: Sequence[Line], start: int, ranks: frozenset[str]) -> bool:
    return all(line.text in ranks for line in lines[start : start + 2])


def _post(lines: Sequence[Line], heads: _Heads) -> PostLines:
    size = 0
    ranks: list[str] = []
    author = published = None
    chain = _chain(lines, 0)
    number = _number_at(chain) if heads.has_numbers else None
    for line in chain:
        if _is_data(line.text):
            signed, stamp = _SIGNED.fullmatch(line.text), _own_date(line.text)
            author = author or (signed[1] if signed else None)
            published = published or (stamp.value if stamp else None)
        elif size == 0 and heads.has_names:
            author = line.text
        elif size == 0 or line.text in heads.ranks or size <= (number or 0):
            ranks += [] if _REPLY.match(line.text) else [line.text]
        else:
            break
        size += 1
    foot = len(lines)
    while foot > size and find_furniture(lines[foot - 1].text) in _FOOT:
        foot -= 1
    return PostLines(
        tuple(lines[:size]),
        tuple(lines[size:foot]),
        tuple(lines[foot:]),
        ranks=tuple(ranks),
        author=author,
        published=published,
        is_edited=any(find_furniture(line.text) == "edited" for line in lines[foot:]),
    )


def _own_date(text: str) -> Stamp | None:
    """The date in a line of a head, unless it is the day that its member joined."""
    return None if find_furniture(text) else find_stamp(text)
