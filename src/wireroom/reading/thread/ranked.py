"""Where posts begin that have neither dates nor numbers: at rank lines, which repeat.

Nothing is known of the words of ranks. Short lines that head a block after blank lines, again
and again, are no member's words: members do not begin post after post with the same line. But
authors of lists and manuals do: what stands under such lines must be prose.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.reading.dates import Stamp, find_stamp
from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.lines import Line, PostLines, ThreadLines
from wireroom.reading.thread.quoting import find_quoted

_LONGEST_RANK = 40  # characters
_MOST_WORDS = 5
_MOST_HEAD_LINES = 8
_MOST_LINES_BEFORE = 4  # a title and what stands around it
_LONGEST_BEFORE = 250  # characters of each
_MOSTLY = 0.75  # the share of heads after several blank lines that makes this the rule
_MOST_LISTED = 0.25  # of the lines of all posts are items of lists, code or tables
_FEWEST_TWICE = 0.3  # of the heads have two rank lines
_MOST_HEADS = 0.7  # different ones, for each post
_FEWEST_FURNITURE = 2  # lines that show a board by themselves

_FURNITURE_SHARE = 0.1  # such lines for each post

_FOOT = ("button", "line", "status", "likes", "edited")
_OF_A_BOARD = ("button", "edited", "quoted", "likes")
_RANK = re.compile(r"[^\W\d_][\w .'’&/+-]*")
_LISTED = re.compile(
    r"[-–—•*+>#|`$%<\\/{}\[\](=@]|\d+[.)]|(?![^\W\d_a-zа-яё]{3,}:)\w+:\s|.*[;{}|]$|.*\s\|\s"
)


@dataclass(frozen=True, slots=True)
class _Heads:
    """What is known of the heads of one thread: its rank lines, and how posts are parted."""

    ranks: frozenset[str]
    least_blanks: int
    has_names: bool


def split_ranked(lines: Sequence[Line]) -> ThreadLines | None:
    """The posts of a thread; None where the lines are no thread.

    A thread is recognised by two posts or more that begin with rank lines, the first of them
    under a title at most, and by something more than that: several blank lines before each head,
    heads of several lines, or furniture.
    """
    chains = {index: _chain(lines, index) for index, line in enumerate(lines) if line.blanks}
    heads = _find_heads(lines, chains)
    starts = [index for index in chains if _is_start(lines, chains[index], index, heads)]
    if len(starts) < 2 or not _is_under_title(lines[: starts[0]]):
        return None
    ends = [*starts[1:], len(lines)]
    posts = tuple(_post(lines[start:end], heads) for start, end in zip(starts, ends, strict=True))
    if not _has_more(lines, posts, heads):
        return None
    title = lines[0].text if starts[0] else None
    found_by = "lines that repeat at the head of blocks"
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
        and _RANK.fullmatch(text) is not None
        and find_furniture(text) is None
        and find_stamp(text) is None
    )


def _is_data(text: str) -> bool:
    """Whether a line tells of the post or its member: a date alone, a label."""
    if find_furniture(text) in ("number", "label"):
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
    heads = [texts for texts in ranked.values() if ranks & set(texts[:2])]
    names, seconds = {texts[0] for texts in heads if texts}, {tuple(x[1:2]) for x in heads}
    has_names = all(len(texts) > 1 for texts in heads) and len(names) > max(1, len(seconds))
    return _Heads(ranks, least, has_names)


def _is_start(lines: Sequence[Line], chain: tuple[Line, ...], index: int, heads: _Heads) -> bool:
    if lines[index].blanks < heads.least_blanks:
        return False
    return any(line.text in heads.ranks for line in chain[:2])


def _is_under_title(before: Sequence[Line]) -> bool:
    return len(before) <= _MOST_LINES_BEFORE and all(
        len(line.text) <= _LONGEST_BEFORE for line in before
    )


def _has_more(lines: Sequence[Line], posts: Sequence[PostLines], heads: _Heads) -> bool:
    """Whether the posts are prose, and more than the repetition shows that they are posts."""
    listed = sum(_LISTED.match(line.text) is not None for line in lines)
    if listed > _MOST_LISTED * len(lines) or all(rank.isupper() for rank in heads.ranks):
        return False
    different = {(post.author, post.ranks) for post in posts}
    if len(posts) > 5 and len(different) > _MOST_HEADS * len(posts):
        return False
    twice = sum(len(post.head) > 1 for post in posts)
    if heads.least_blanks > 1 and len(posts) > 2 and twice >= _FEWEST_TWICE * len(posts):
        return True
    furniture = sum(_shows_board(line.text) for line in lines)
    if furniture < _FURNITURE_SHARE * len(posts):
        return False
    return furniture >= _FEWEST_FURNITURE or (twice > 1 and furniture > 0)


def _shows_board(text: str) -> bool:
    return find_furniture(text) in _OF_A_BOARD or find_quoted(text) is not None


def _post(lines: Sequence[Line], heads: _Heads) -> PostLines:
    size = 0
    ranks: list[str] = []
    author = published = None
    for line in _chain(lines, 0):
        if _is_data(line.text):
            stamp = _own_date(line.text)
            published = published or (stamp.value if stamp else None)
        elif size == 0 and heads.has_names:
            author = line.text
        elif size == 0 or line.text in heads.ranks:
            ranks.append(line.text)
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
