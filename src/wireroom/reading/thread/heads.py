"""The heads of posts: names and cards over stamps, and where the words begin."""

from collections import Counter
from collections.abc import Sequence

from wireroom.reading.thread.frames import Frame, shape_of
from wireroom.reading.thread.names import bare_name

_MOSTLY = 0.5
_USUAL = 0.6  # of the heads have a line that is of every card
_FEWEST_TITLE_WORDS = 3
HEAD_KINDS = ("stamp", "label", "key", "value", "subject", "status", "mark", "line", "button")


def over_cards(frame: Frame, walks: Sequence[Sequence[int]]) -> list[list[int]]:
    """What stands over the topmost label of each head; the whole head where it has no label.

    Labels over the first head may be the page's: it is no higher than the others are.
    """
    tops = [_top_label(frame, walk) for walk in walks]
    highest = max(tops[1:], default=tops[0])
    if tops[0] > highest:
        tops[0] = _top_label(frame, walks[0][: highest + 1])
    return [list(walk[top + 1 :]) for walk, top in zip(walks, tops, strict=True)]


def card_of(frame: Frame, walk: Sequence[int]) -> str:
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


def names_by_stamp(frame: Frame, heads: Sequence[Sequence[int]]) -> list[int | None] | None:
    """The lines with the names that the stamps themselves tell; None where they tell none."""
    authors = [author_of(frame, index) for index in frame.at]
    if sum(author is not None for author in authors) <= _MOSTLY * len(authors):
        return None
    return [
        _line_of(frame, [max(at - 1, 0), *head], author)
        for at, head, author in zip(frame.at, heads, authors, strict=True)
    ]


def author_of(frame: Frame, index: int) -> str | None:
    stamp = frame.signs[index].stamp
    return stamp.author if stamp is not None and stamp.shape != "name" else None


def _line_of(frame: Frame, head: Sequence[int], author: str | None) -> int | None:
    if author is None:
        return None
    for index in head:
        text = bare_name(frame.lines[index].text)
        if text == author or text.startswith(f"{author} "):
            return index
    return None


def start_of_head(frame: Frame, place: int, name: int | None, walk: Sequence[int]) -> int:
    """Where a head begins: at the name, or at the picture over it; without a name, at its card."""
    if name is None:
        label = _top_label(frame, walk) if place else -1
        return walk[label] if label >= 0 else top_of_stamp(frame, place)
    top = name
    text = bare_name(frame.lines[top].text)
    for index in range(top - 1, max(top - 3, -1), -1):
        if index not in walk:
            break
        line = frame.lines[index].text
        is_letter = len(line) <= 2 and text.lower().startswith(line.lower())
        if not is_letter and text.lower() not in line.lower():
            break
        top = index
    return top


def top_of_stamp(frame: Frame, place: int) -> int:
    """The first of the stamps and titles that stand together with a stamp."""
    top = frame.at[place]
    first = frame.at[place - 1] + 1 if place else 0
    while top > first and frame.signs[top - 1].kind in ("stamp", "subject"):
        top -= 1
    return top


def end_of_head(frame: Frame, last: int, end: int) -> int:
    """The first line of a post's words: after stamps, titles and furniture under ``last``."""
    body = last + 1
    for index in range(last + 1, end):
        kind = frame.signs[index].kind
        # A count or a star may stand between stamps; it may as well be all that a member says.
        is_after_mark = body < index
        is_usual = frame.is_repeated(index) and not frame.lines[index].text.endswith(":")
        if kind in ("button", "line") and (is_after_mark or not is_usual):
            break
        if kind not in HEAD_KINDS and not _is_title(frame, index, body == index):
            break
        if kind != "mark":
            body = index + 1
    return body


def _is_title(frame: Frame, index: int, is_next: bool) -> bool:
    """Whether a line under a card is a title that stands before the posts too."""
    text = frame.lines[index].text
    is_after = is_next and index > frame.at[0]
    return is_after and len(text.split()) >= _FEWEST_TITLE_WORDS and text in frame.before


def usual_shapes(frame: Frame, walks: Sequence[Sequence[int]]) -> frozenset[str]:
    """What stands in most heads, whatever words it has: the other lines of cards."""
    counts = Counter(shape for walk in walks for shape in {_shape(frame, at) for at in walk})
    least = max(2, _USUAL * len(walks))
    return frozenset(shape for shape, count in counts.items() if count >= least)


def _shape(frame: Frame, index: int) -> str:
    return shape_of(frame.lines[index].text)
