"""How the boards' pages are laid out: where name, card, words and stamp of a post stand.

Four orders are told apart: card above the stamp (most boards), under it (vBulletin, Invision), card
first and stamp after the words (XenForo 1), stamp first and card after the words (phpBB 3.0).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.reading.thread.frames import Frame
from wireroom.reading.thread.names import clean_name, find_names
from wireroom.reading.thread.series import NUMBERED, Series

_MOSTLY = 0.5
_REGULAR = 0.8  # of the gaps between stamps have another line that belongs to the layout
_CARD_GAP = 3  # lines between the labels of one card
_FEWEST_LABELS = 2
_HEAD_KINDS = ("stamp", "label", "key", "value", "subject", "status", "mark", "line", "button")


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
        return _checked(_with_stamps_below(frame, Frame(frame.lines, frame.signs, opened)))
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
    """The first lines of the cards that open posts; None where cards stand beside the stamps."""
    found = _one_before_each(frame, _cards(frame))
    return found if found is not None and _are_apart(frame, found) else None


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
    heads = _over_cards(frame, above)
    cards = [_card_of(frame, walk) for walk in above]
    names = _by_stamp(frame, heads) or find_names(frame, heads, cards)
    starts = [
        _start(frame, place, names[place], above[place]) for place in range(len(frame.at))
    ]
    outlines = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(frame.lines)
        body = _end_of_head(frame, frame.at[place], end)
        stamps = _stamps(frame, start, body)
        outlines.append(Outline(start, body, end, end, names[place], stamps))
    return outlines


def _with_cards_below(
    frame: Frame, above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]
) -> list[Outline]:
    names, starts = _names_by_cards_below(frame, above, below)
    outlines = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(frame.lines)
        labels = [index for index in below[place] if index < end and _is_of_card(frame, index)]
        last = max((*labels, frame.at[place], names[place] or 0))
        body = _end_of_head(frame, last, end)
        stamps = _stamps(frame, start, body)
        outlines.append(Outline(start, body, end, end, names[place], stamps))
    return outlines


def _names_by_cards_below(
    frame: Frame, above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]
) -> tuple[list[int | None], list[int]]:
    """The lines of names, and where posts begin: at their stamps, or at names right over them."""
    tops = [_top_of_stamp(frame, place) for place in range(len(frame.at))]
    none = [""] * len(tops)
    if _have_names_over(frame, tops):
        names = find_names(frame, above, none)
        return names, [
            _start(frame, place, names[place], above[place]) for place in range(len(frame.at))
        ]
    return _by_stamp(frame, below) or find_names(frame, below, none), tops


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
    starts = [_top_of_stamp(frame, place) for place in range(len(frame.at))]
    cards = _cards(frame)
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(frame.lines)
        body = _end_of_head(frame, frame.at[place], end)
        position = bisect_left(cards, body)
        card = cards[position] if position < len(cards) and cards[position] < end else end
        foot = max(body, _name_over(frame, card, frame.at[place], body))
        if place + 1 == len(starts):
            end = _end_of_card(frame, card, end)
        outlines.append(Outline(start, body, foot, end, None, (frame.at[place],)))
    return outlines


def _with_stamps_below(frame: Frame, opened: Frame) -> list[Outline]:
    """Posts whose cards or other stamps open them, and whose stamps stand under their words."""
    above = [opened.above(place) for place in range(len(opened.at))]
    outlines = []
    for place, outline in enumerate(_with_names_above(opened, above)):
        stamp = frame.at[place]
        foot = stamp
        while foot > outline.body and frame.signs[foot - 1].kind == "stamp":
            foot -= 1
        end = outline.end
        if place + 1 == len(frame.at):
            end = stamp + 1
            while end < len(frame.lines) and frame.signs[end].kind in ("likes", "button", "mark"):
                end += 1
        body = min(outline.body, foot)
        stamps = tuple(sorted({*outline.stamps, *range(foot, stamp + 1)}))
        outlines.append(Outline(outline.start, body, foot, end, outline.name, stamps))
    return outlines


# -- heads ---------------------------------------------------------------------------------------


def _over_cards(frame: Frame, walks: Sequence[Sequence[int]]) -> list[list[int]]:
    """What stands over the topmost label of each head; the whole head where it has no label.

    Labels over the first head may be the page's: it is no higher than the others are.
    """
    tops = [_top_label(frame, walk) for walk in walks]
    highest = max(tops[1:], default=tops[0])
    if tops[0] > highest:
        tops[0] = _top_label(frame, walks[0][: highest + 1])
    return [list(walk[top + 1 :]) for walk, top in zip(walks, tops, strict=True)]


def _card_of(frame: Frame, walk: Sequence[int]) -> str:
    """What the labels and numbers of a head say: the same for all posts of one member. Nothing
    where they have no number."""
    shorts = (place for place, index in enumerate(walk) if frame.signs[index].kind == "short")
    until = max(_top_label(frame, walk) + 1, next(shorts, 0))
    told = [
        frame.lines[index].text
        for index in walk[:until]
        if frame.is_label(index) or frame.signs[index].kind == "mark"
    ]
    return "\n".join(told) if any(map(str.isdigit, "".join(told))) else ""


def _top_label(frame: Frame, walk: Sequence[int]) -> int:
    """Where in a head its topmost label stands; -1 where it has none."""
    places = [place for place, index in enumerate(walk) if frame.is_label(index)]
    return places[-1] if places else -1


def _by_stamp(frame: Frame, heads: Sequence[Sequence[int]]) -> list[int | None] | None:
    """The lines with the names that the stamps themselves tell; None where they tell none."""
    authors = [_author(frame, index) for index in frame.at]
    if sum(author is not None for author in authors) <= _MOSTLY * len(authors):
        return None
    return [
        _line_of(frame, [max(at - 1, 0), *head], author)
        for at, head, author in zip(frame.at, heads, authors, strict=True)
    ]


def _author(frame: Frame, index: int) -> str | None:
    stamp = frame.signs[index].stamp
    return stamp.author if stamp is not None and stamp.shape != "name" else None


def _line_of(frame: Frame, head: Sequence[int], author: str | None) -> int | None:
    if author is None:
        return None
    for index in head:
        text = clean_name(frame.lines[index].text)
        if text == author or text.startswith(f"{author} "):
            return index
    return None


def _start(frame: Frame, place: int, name: int | None, walk: Sequence[int]) -> int:
    """Where a head begins: at the name, or at the picture over it."""
    top = name if name is not None else _top_of_stamp(frame, place)
    text = clean_name(frame.lines[top].text)
    for index in range(top - 1, max(top - 3, -1), -1):
        if index not in walk:
            break
        line = frame.lines[index].text
        is_letter = len(line) <= 2 and text.lower().startswith(line.lower())
        if not is_letter and text.lower() not in line.lower():
            break
        top = index
    return top


def _top_of_stamp(frame: Frame, place: int) -> int:
    """The first of the stamps and titles that stand together with a stamp."""
    top = frame.at[place]
    first = frame.at[place - 1] + 1 if place else 0
    while top > first and frame.signs[top - 1].kind in ("stamp", "subject"):
        top -= 1
    return top


def _end_of_head(frame: Frame, last: int, end: int) -> int:
    """The first line of a post's words: after stamps, titles and furniture under ``last``."""
    body = index = last + 1
    while index < end and (
        frame.signs[index].kind in _HEAD_KINDS or _is_title(frame, index, index + 1 < end)
    ):
        if frame.signs[index].kind == "button" and not frame.is_repeated(index):
            break
        index += 1
        if frame.signs[index - 1].kind != "mark":
            body = index
    return body


def _is_title(frame: Frame, index: int, has_next: bool) -> bool:
    """Whether a line between stamps is a title that stands before the posts too."""
    is_between = has_next and frame.signs[index + 1].kind == "stamp"
    return is_between and frame.lines[index].text in frame.before


def _is_of_card(frame: Frame, index: int) -> bool:
    is_furniture = frame.signs[index].kind in ("stamp", "status", "button")
    return frame.is_label(index) or is_furniture or frame.is_repeated(index)


def _name_over(frame: Frame, card: int, stamp: int, body: int) -> int:
    """The line over a card that has the author's name; the card's first where there is none."""
    author = _author(frame, stamp)
    for index in range(card - 1, max(body, card - 5) - 1, -1):
        if author is not None and clean_name(frame.lines[index].text) == author:
            return index
    return card


def _end_of_card(frame: Frame, card: int, end: int) -> int:
    index = card
    while index < end and frame.signs[index].kind in (*_HEAD_KINDS, "likes"):
        index += 1
    return index


def _stamps(frame: Frame, start: int, end: int) -> tuple[int, ...]:
    return tuple(index for index in range(start, end) if frame.signs[index].kind == "stamp")
