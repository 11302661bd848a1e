"""Which line of a head is the member's name, where ranks and buttons stand beside it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from wireroom.reading.thread.frames import Frame
from wireroom.reading.thread.quoting import find_quoted
from wireroom.reading.words import words

_MOST_SLOTS = 6
_USUAL = 0.7  # of the posts have a line where names stand, at least
_LONGEST_PICTURE = 20  # characters that the text of a member's picture has beside the name
_MOST_OF_CARD = 3  # short lines over a card that are its member's

_MENTION = re.compile(r"(?:^|\s)@(\w[\w.-]{1,30})")

Rows = Sequence[Sequence[int]]


def find_names(frame: Frame, heads: Rows, cards: Sequence[str]) -> list[int | None]:
    """For each post the index of the line with its author's name; None where it shows none.

    ``heads`` has, for each post, the lines that may be a name, the nearest to the stamp or the card
    first; ``cards`` what their cards say, which is the same for the same member.
    """
    rows = [_candidates(frame, head) for head in heads]
    known = find_known_names(frame)
    if sum(map(bool, cards)) >= _USUAL * len(cards):
        return _by_cards(frame, rows, cards, known)
    slot = _slot(frame, rows, known)
    return [None if slot is None else _pick(frame, row, slot, known) for row in rows]


def clean_name(text: str) -> str:
    """A name without its own repetition, which the text of a picture beside it leaves, and without
    a word that the board prints after it in the same line."""
    found = _after_name().search(text)
    text = text[: found.start()].strip() if found and found.start() else text
    half = len(text) // 2
    if len(text) > 3 and text[:half].strip() == text[-half:].strip():
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


# -- where members have cards ---------------------------------------------------------------------


def _by_cards(
    frame: Frame, rows: Rows, cards: Sequence[str], known: frozenset[str]
) -> list[int | None]:
    """Posts with the same card are of one member: what stands over all of them, and over no other
    member's, is the name or a rank of her own; the name is topmost."""
    groups: dict[str, list[int]] = {}
    for post, card in enumerate(cards):
        groups.setdefault(card, []).append(post)
    heads = {card: _common(frame, rows, posts) for card, posts in groups.items()}
    shared = _shared(frame, rows, cards) - known
    have_ranks = _have_ranks(heads, groups)
    places = {
        card: _place(heads[card], len(groups[card]), shared, (known, have_ranks))
        for card in groups
    }
    found: list[int | None] = []
    for row, card in zip(rows, cards, strict=True):
        place = places[card]
        found.append(row[place] if place is not None and place < len(row) else None)
    return found


def _shared(frame: Frame, rows: Rows, cards: Sequence[str]) -> frozenset[str]:
    """What stands over the cards of several members: ranks and buttons."""
    members: dict[str, set[str]] = {}
    for row, card in zip(rows, cards, strict=True):
        for index in row:
            members.setdefault(_text(frame, index), set()).add(card)
    return frozenset(text for text, those in members.items() if len(those) > 1)


def _common(frame: Frame, rows: Rows, posts: Sequence[int]) -> list[str]:
    """The lines that all heads of one member have, the nearest to the card first."""
    texts = [[_text(frame, index) for index in rows[post]] for post in posts]
    shared: list[str] = []
    for column in zip(*texts, strict=False):
        if len(set(column)) > 1 or len(shared) >= _MOST_OF_CARD:
            break
        shared.append(column[0])
    return shared


def _have_ranks(heads: dict[str, list[str]], groups: dict[str, list[int]]) -> bool:
    """Whether most members who have several posts have two lines over their cards."""
    sizes = [len(heads[card]) for card in heads if len(groups[card]) > 1]
    return 2 * sum(size > 1 for size in sizes) > len(sizes) if sizes else True


def _place(
    head: Sequence[str], posts: int, shared: frozenset[str], told: tuple[frozenset[str], bool]
) -> int | None:
    known, have_ranks = told
    for place, text in enumerate(head):
        if text in known:
            return place
    names = [place for place, text in enumerate(head) if text not in shared]
    if not names:
        return None
    # What all posts of a member have topmost is the name; over a single post may stand anything.
    if posts > 1:
        return names[-1]
    is_rank_first = have_ranks and names[:2] == [0, 1]
    return 1 if is_rank_first else names[0]


# -- where they have none -------------------------------------------------------------------------


def _slot(frame: Frame, rows: Rows, known: frozenset[str]) -> int | None:
    """At which place among the short lines of their heads most posts have the name."""
    columns = [_column(frame, rows, slot) for slot in range(_MOST_SLOTS)]
    usual = [slot for slot in range(_MOST_SLOTS) if len(columns[slot]) >= _USUAL * len(rows)]
    if not usual:
        return None
    hits = {slot: len(set(columns[slot].values()) & known) for slot in usual}
    best = max(usual, key=lambda slot: (hits[slot], -slot))
    if hits[best] >= min(2, len(rows) - 1) and hits[best] > 0:
        return best
    varied = [slot for slot in usual if len(set(columns[slot].values())) > 1]
    slot = varied[0] if varied else usual[0]
    while slot + 1 in usual and _is_coarser(columns[slot], columns[slot + 1]):
        slot += 1
    return slot


def _column(frame: Frame, rows: Rows, slot: int) -> dict[int, str]:
    return {post: _text(frame, row[slot]) for post, row in enumerate(rows) if len(row) > slot}


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


def _pick(frame: Frame, row: Sequence[int], slot: int, known: frozenset[str]) -> int | None:
    for index in row[: slot + 1]:
        if _text(frame, index) in known:
            return index
    return row[min(slot, len(row) - 1)] if row else None


def _text(frame: Frame, index: int) -> str:
    return clean_name(frame.lines[index].text).lower()


@cache
def _after_name() -> re.Pattern[str]:
    """A label with its colon, or whether the member is there: "Anna Posts: 12", "Anna Offline"."""
    labels = sorted(words("furniture", "label"), key=lambda word: (-len(word), word))
    there = sorted(words("furniture", "status"), key=lambda word: (-len(word), word))
    return re.compile(
        rf"(?:(?:{'|'.join(map(re.escape, labels))})\s?:"
        rf"|\s(?:{'|'.join(map(re.escape, there))})$)",
        re.I,
    )
