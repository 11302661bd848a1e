"""How the boards' pages are laid out: where name, card, words and stamp of a post stand.

Four orders are told apart: card above the stamp (most boards), under it (vBulletin, Invision), card
first and stamp after the words (XenForo 1), stamp first and card after the words (phpBB 3.0).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.reading.thread.frames import Frame, shape_of
from wireroom.reading.thread.heads import (
    HEAD_KINDS,
    author_of,
    card_of,
    end_of_head,
    names_by_stamp,
    over_cards,
    start_of_head,
    top_of_stamp,
    usual_shapes,
)
from wireroom.reading.thread.names import bare_name, find_names, find_nearest_names
from wireroom.reading.thread.series import NUMBERED, Series

_MOSTLY = 0.5
_REGULAR = 0.8  # of the gaps between stamps have another line that belongs to the layout
_CARD_GAP = 3  # lines between the labels of one card
_FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class Outline:
    """One post as indexes of lines: its head is ``[start, body)``, what follows its words ``[foot,
    end)``. ``stamps`` are the lines with its number and date."""

    start: int
    body: int
    foot: int
    end: int
    name: int | None
    stamps: tuple[int, ...]


def find_outlines(frame: Frame, others: Sequence[Series]) -> list[Outline] | None:
    """The posts of a page whose stamps are known; None where their lines are in no such order.

    ``others`` are the other series of stamps: one of them may open what the stamps close.
    """
    opened = _opened_by(frame, others) or _opened_by_cards(frame)
    if opened is not None:
        return _checked(
            _with_stamps_below(frame, Frame(frame.lines, frame.signs, opened, frame.at))
        )
    above = [frame.above(place) for place in range(len(frame.at))]
    below = [frame.below(place) for place in range(len(frame.at))]
    cards_above, cards_below = _share(frame, above), _share(frame, below)
    if cards_below > max(cards_above, _MOSTLY):
        return _checked(_with_cards_below(frame, above, below))
    if cards_above > _MOSTLY and not _has_label(frame, above[0]) and _has_card_after(frame):
        return _checked(_with_cards_after(frame))
    return _checked(_with_names_above(frame, above))


def _checked(outlines: list[Outline]) -> list[Outline] | None:
    """The outlines, if each holds its own stamp and they follow one another."""
    before = 0
    for outline in outlines:
        if not before <= outline.start <= outline.body <= outline.foot <= outline.end:
            return None
        before = outline.end
    return outlines


def _has_label(frame: Frame, indexes: Sequence[int]) -> bool:
    return any(frame.is_label(index) for index in indexes)


def _share(frame: Frame, walks: Sequence[Sequence[int]]) -> float:
    return sum(_has_label(frame, walk) for walk in walks) / len(walks)


# -- which line opens a post ---------------------------------------------------------------------


def _opened_by(frame: Frame, others: Sequence[Series]) -> tuple[int, ...] | None:
    """Stamps that open the posts whose numbers stand under the words; None where there are none."""
    for series in others:
        if series.shape == "name" or series.at == frame.at:
            continue
        found = _one_before_each(frame, series.at)
        if found is not None and _are_apart(frame, found):
            return found
    return None


def _opened_by_cards(frame: Frame) -> tuple[int, ...] | None:
    """The first lines of the cards that open posts; None where cards stand beside the stamps.

    Where the last post was copied without its stamp, one more than there are stamps.
    """
    cards = _cards(frame)
    found = _one_before_each(frame, cards)
    if found is None or not _are_apart(frame, found):
        return None
    below = frame.below(len(frame.at) - 1)
    if not _has_label(frame, below):
        return found
    # The last stamp has a card under it: its own, as the others have, unless the names differ.
    last = bisect_left(cards, below[0])
    has_other = last < len(cards) and _are_of_others(frame)
    return (*found, cards[last]) if has_other else None


def _are_of_others(frame: Frame) -> bool:
    """Whether the names under stamps are not those that the stamps tell."""
    told = [
        (author, {bare_name(frame.lines[index].text) for index in frame.below(place)})
        for place, at in enumerate(frame.at)
        if (author := author_of(frame, at) or (author_of(frame, at - 1) if at else None))
    ]
    others = sum(author not in names for author, names in told)
    return len(told) > _MOSTLY * len(frame.at) and others > _MOSTLY * len(told)


def _one_before_each(frame: Frame, at: Sequence[int]) -> tuple[int, ...] | None:
    """The first of these lines before each stamp, after the stamp before; None where they are not
    regular, or go on after the last stamp as they do between others."""
    found: list[int] = []
    for place, index in enumerate(frame.at):
        # Before the first stamp stands the page's own furniture too: the last line there counts.
        position = bisect_left(at, frame.at[place - 1] + 1 if place else index) - (not place)
        if 0 <= position < len(at) and at[position] < index:
            found.append(at[position])
    return tuple(found) if len(found) == len(frame.at) else None


def _are_apart(frame: Frame, opening: Sequence[int]) -> bool:
    """Whether words stand between most of these lines and the stamps after them."""
    apart = sum(
        any(frame.signs[line].kind in ("text", "said") for line in range(start + 1, stamp))
        for start, stamp in zip(opening, frame.at, strict=True)
    )
    return apart > _MOSTLY * len(opening)


def _cards(frame: Frame) -> list[int]:
    """The first lines of runs of labels."""
    found: list[int] = []
    first = last = count = -1
    for index in range(len(frame.lines)):
        if not frame.is_label(index):
            continue
        if last >= 0 and index - last <= _CARD_GAP:
            count += 1
        else:
            first, count = index, 1
        last = index
        if count == _FEWEST_LABELS:
            found.append(first)
    return found


def _has_card_after(frame: Frame) -> bool:
    return any(index > frame.at[-1] for index in _cards(frame))


# -- outlines ------------------------------------------------------------------------------------


def _with_names_above(frame: Frame, above: Sequence[Sequence[int]]) -> list[Outline]:
    heads = over_cards(frame, above)
    cards = [card_of(frame, walk) for walk in above]
    names = names_by_stamp(frame, heads) or find_names(frame, heads, cards)
    starts = _starts(frame, names, above)
    outlines = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(frame.lines)
        body = end_of_head(frame, frame.at[place], end)
        stamps = _stamps(frame, start, body)
        outlines.append(Outline(start, body, end, end, names[place], stamps))
    return outlines


def _starts(frame: Frame, names: Sequence[int | None], above: Sequence[Sequence[int]]) -> list[int]:
    """Where heads begin whose names stand over their stamps."""
    return [
        start_of_head(frame, place, name, walk)
        for place, (name, walk) in enumerate(zip(names, above, strict=True))
    ]


def _with_cards_below(
    frame: Frame, above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]
) -> list[Outline]:
    names, starts = _names_by_cards_below(frame, above, below)
    usual = usual_shapes(frame, below)
    outlines = _first_without_stamp(frame, below, usual)
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(frame.lines)
        labels = [
            index
            for index in below[place]
            if index < end and (frame.is_label(index) or shape_of(frame.lines[index].text) in usual)
        ]
        last = max((*labels, frame.at[place], names[place] or 0))
        body = end_of_head(frame, last, end)
        stamps = _stamps(frame, start, body)
        outlines.append(Outline(start, body, end, end, names[place], stamps))
    return outlines


def _first_without_stamp(
    frame: Frame, below: Sequence[Sequence[int]], usual: frozenset[str]
) -> list[Outline]:
    """The first post, if it was copied from its name on: its card is like the others'."""
    cards = _cards(frame)
    at = bisect_left(cards, frame.at[0]) - 1
    if at < 0:
        return []
    last = cards[at]
    while frame.is_label(last + 1):
        last += 1
    alike = sum(shape_of(frame.lines[index].text) in usual for index in range(cards[at], last + 1))
    if alike < _FEWEST_LABELS or len(below) < _FEWEST_LABELS:
        return []
    reaches = sorted(
        next((index for index in walk if frame.is_label(index)), stamp) - stamp
        for walk, stamp in zip(below, frame.at, strict=True)
    )
    start = max(0, cards[at] + 1 - reaches[len(reaches) // 2])
    body = end_of_head(frame, last, frame.at[0])
    return [Outline(start, body, frame.at[0], frame.at[0], start, ())]


def _names_by_cards_below(
    frame: Frame, above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]
) -> tuple[list[int | None], list[int]]:
    """The lines of names, and where posts begin: at their stamps, or at names right over them."""
    tops = [top_of_stamp(frame, place) for place in range(len(frame.at))]
    if _have_names_over(frame, tops):
        names = find_nearest_names(frame, above)
        return names, _starts(frame, names, above)
    return names_by_stamp(frame, below) or find_nearest_names(frame, below), tops


def _have_names_over(frame: Frame, tops: Sequence[int]) -> bool:
    """Whether a short line stands right over most stamps that have no number."""
    stamps = (frame.signs[index].stamp for index in frame.at)
    if sum(stamp is not None and stamp.shape in NUMBERED for stamp in stamps) > 0:
        return False
    over = sum(
        frame.signs[top - 1].kind == "short" and not frame.lines[top].blanks for top in tops if top
    )
    return over > _REGULAR * len(tops)


def _with_cards_after(frame: Frame) -> list[Outline]:
    outlines = []
    starts = [top_of_stamp(frame, place) for place in range(len(frame.at))]
    cards = _cards(frame)
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(frame.lines)
        body = end_of_head(frame, frame.at[place], end)
        position = bisect_left(cards, body)
        card = cards[position] if position < len(cards) and cards[position] < end else end
        foot = max(body, _name_over(frame, card, frame.at[place], body))
        if place + 1 == len(starts):
            end = _end_of_card(frame, card, end)
        outlines.append(Outline(start, body, foot, end, None, (frame.at[place],)))
    return outlines


def _with_stamps_below(frame: Frame, opened: Frame) -> list[Outline]:
    """Posts whose cards or other stamps open them, and whose stamps stand under their words. The
    last may have lost its stamp."""
    above = [opened.above(place) for place in range(len(opened.at))]
    outlines = []
    for place, outline in enumerate(_with_names_above(opened, above)):
        stamp = frame.at[place] if place < len(frame.at) else None
        foot = outline.end if stamp is None else _top_of_foot(frame, stamp, outline.body)
        end = outline.end
        if stamp is not None and place + 1 == len(opened.at):
            end = _end_of_foot(frame, stamp)
        body = min(end_of_head(opened, opened.at[place], foot), foot)
        under = () if stamp is None else range(foot, stamp + 1)
        stamps = tuple(sorted({*_stamps(frame, outline.start, body), *under}))
        outlines.append(Outline(outline.start, body, foot, end, outline.name, stamps))
    return outlines


def _top_of_foot(frame: Frame, stamp: int, body: int) -> int:
    foot = stamp
    while foot > body and frame.signs[foot - 1].kind == "stamp":
        foot -= 1
    return foot


def _end_of_foot(frame: Frame, stamp: int) -> int:
    end = stamp + 1
    while end < len(frame.lines) and frame.signs[end].kind in ("likes", "button", "mark"):
        end += 1
    return end


def _name_over(frame: Frame, card: int, stamp: int, body: int) -> int:
    """The line over a card that has the author's name; the card's first where there is none."""
    author = author_of(frame, stamp)
    for index in range(card - 1, max(body, card - 5) - 1, -1):
        if author is not None and bare_name(frame.lines[index].text) == author:
            return index
    return card


def _end_of_card(frame: Frame, card: int, end: int) -> int:
    index = card
    while index < end and frame.signs[index].kind in (*HEAD_KINDS, "likes"):
        index += 1
    return index


def _stamps(frame: Frame, start: int, end: int) -> tuple[int, ...]:
    return tuple(index for index in range(start, end) if frame.signs[index].kind == "stamp")
