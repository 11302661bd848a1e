"""Which line of a head is the member's name, where ranks and buttons stand beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from wireroom.reading.thread.frames import Frame
from wireroom.reading.thread.quoting import find_quoted
from wireroom.reading.words import words

_LONGEST = 80  # characters of a line that begins with a name
_MOST_SHORT = 6
_HALF = 0.5
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
    return _without_cards(frame, rows, known)


def find_nearest_names(frame: Frame, heads: Rows) -> list[int | None]:
    """As ``find_names``, where the line nearest to the stamp is the name."""
    known = find_known_names(frame)
    return [_known_or_first(frame, _candidates(frame, head), known) for head in heads]


@lru_cache(maxsize=4096)
def clean_name(text: str) -> str:
    """A name without a word that the board prints after it in the same line."""
    found = _after_name().search(text) if len(text) <= _LONGEST else None
    return text[: found.start()].strip() if found and found.start() else text


def without_repetition(text: str) -> str:
    """A name without its own repetition, which the text of a picture beside it leaves."""
    half = len(text) // 2
    is_twice = len(text) > 3 and text[:half].strip() == text[-half:].strip()
    return text[:half].strip() if is_twice else text


def bare_name(text: str) -> str:
    """A name as it is compared: once, and without what the board prints after it."""
    return without_repetition(clean_name(text))


def names_as_printed(texts: Sequence[str]) -> list[str]:
    """The names of a thread from their lines: without repetition where most are repeated, since
    some names repeat a syllable by themselves."""
    names = [clean_name(text) for text in texts]
    once = [without_repetition(name) for name in names]
    are_twice = sum(one != name for one, name in zip(once, names, strict=True))
    return once if 2 * are_twice > len(names) else names


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
        if frame.signs[index].kind != "short" or len(found) >= _MOST_SHORT:
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
        card: _place(heads[card], len(groups[card]), shared, (known, have_ranks)) for card in groups
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


def _without_cards(frame: Frame, rows: Rows, known: frozenset[str]) -> list[int | None]:
    """The line nearest to the stamp, once the ranks are taken away."""
    if sum(map(bool, rows)) < _USUAL * len(rows):
        return [None] * len(rows)
    peeled = [list(row) for row in rows]
    for _ in range(_MOST_OF_CARD):
        ranks = _ranks(frame, peeled, known)
        if not ranks:
            break
        taken = [bool(row) and _text(frame, row[0]) in ranks for row in peeled]
        # Where nearly all heads have a rank, one that nobody else has is a rank too.
        is_rule = sum(taken) >= _USUAL * len(rows)
        peeled = [
            row[1:]
            if has or (is_rule and len(row) > 1 and _text(frame, row[0]) not in known)
            else row
            for row, has in zip(peeled, taken, strict=True)
        ]
    return [_known_or_first(frame, row, known) for row in peeled]


def _ranks(frame: Frame, rows: Rows, known: frozenset[str]) -> set[str]:
    """The lines nearest to the stamps that several members have, or one always: over each stands
    another line, and not always the same, or one that stands nowhere else."""
    over: dict[str, list[str | None]] = {}
    for row in rows:
        if row:
            upper = _text(frame, row[1]) if len(row) > 1 else None
            over.setdefault(_text(frame, row[0]), []).append(upper)
    if sum(len(row) > 1 for row in rows) < _HALF * len(rows):
        return set()
    under = Counter(upper for uppers in over.values() for upper in set(uppers))
    return {
        text
        for text, uppers in over.items()
        if text not in known
        and None not in uppers
        and (len(set(uppers)) > 1 or (len(uppers) > 1 and under[uppers[0]] == 1))
    }


def _known_or_first(frame: Frame, row: Sequence[int], known: frozenset[str]) -> int | None:
    for index in row[:_MOST_OF_CARD]:
        if _text(frame, index) in known:
            return index
    return row[0] if row else None


def _text(frame: Frame, index: int) -> str:
    return bare_name(frame.lines[index].text).lower()


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
