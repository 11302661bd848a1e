"""What stands around the posts of a pasted page: where its furniture goes on, and the title."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from wireroom.reading.thread.furniture import find_outside
from wireroom.reading.thread.layouts import Outline
from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.moments import find_moment
from wireroom.reading.thread.signs import Sign

_LOOKED_AT = 6  # lines after the first that seems to be the page's
_OUTSIDE = 0.6  # of them are the page's too
_SHORTEST_AGAIN = 4  # letters of a line that stands on both sides of the posts
_NEAR = 20  # lines before the first post among which a title is looked for that stands twice
_LONGEST_TITLE = 200
_FEWEST_TITLE_WORDS = 2
_TITLE_PARTS = re.compile(r"\s*[>›»‹/]\s+|\s+[›»‹]\s*")
_LABELLED = re.compile(r"[^\W\d_]{2,14}\s?:\s+(?=\S)")
_ASIDE = re.compile(r"\s*\((?:[^()]*\d[^()]*)\)\s*$")


def find_end(lines: Sequence[Line], signs: Sequence[Sign], outlines: Sequence[Outline]) -> int:
    """Where the words of the last post end and the page goes on; the end of the lines if it does
    not. The page's furniture shows itself by its words, or by standing before the posts too."""
    last = outlines[-1]
    before = _texts_before(lines, outlines)
    for index in range(last.body, last.foot):
        if _is_outside(lines[index], before) and _goes_on(lines, signs, index, before):
            return index
    return last.foot


def end_of_thread(lines: Sequence[Line], signs: Sequence[Sign], first: int) -> int:
    """Where a board says, after the line ``first``, that the thread is over; else the end."""
    nothing: frozenset[str] = frozenset()
    for index in range(first + 1, len(lines)):
        if find_outside(lines[index].text) == "end" and _goes_on(lines, signs, index, nothing):
            return index
    return len(lines)


def find_title(lines: Sequence[Line], signs: Sequence[Sign], first: int) -> tuple[str, str] | None:
    """The title of the thread whose first post begins at ``first``, and where it was found."""
    subject = next((line for line, sign in zip(lines, signs, strict=True) if _is_again(sign)), None)
    if subject is not None:
        return _without_opening(subject.text), "title over the posts"
    candidates = [
        (index, title)
        for index, (line, sign) in enumerate(zip(lines[:first], signs, strict=False))
        if sign.kind not in ("label", "key", "value", "said", "begun")
        for title in _titles(line.text)
    ]
    counts = Counter(title for _, title in candidates)
    for index, title in reversed(candidates):
        if counts[title] > 1 and len(title.split()) > 2 and first - index <= _NEAR:
            return title, "line that repeats before the posts"
    return (candidates[-1][1], "line before the posts") if candidates else None


def _texts_before(lines: Sequence[Line], outlines: Sequence[Outline]) -> frozenset[str]:
    names = {lines[post.name].text.lower() for post in outlines if post.name is not None}
    texts = (line.text.lower() for line in lines[: outlines[0].start])
    return (
        frozenset(text for text in texts if sum(map(str.isalpha, text)) >= _SHORTEST_AGAIN) - names
    )


def _is_outside(line: Line, before: frozenset[str]) -> bool:
    return find_outside(line.text) is not None or line.text.lower() in before


def _goes_on(
    lines: Sequence[Line], signs: Sequence[Sign], index: int, before: frozenset[str]
) -> bool:
    """Whether most lines from ``index`` on are the page's, or could be."""
    looked = range(index, min(index + _LOOKED_AT, len(lines)))
    outside = sum(
        _is_outside(lines[at], before) or (at > index and signs[at].kind not in ("text", "said"))
        for at in looked
    )
    is_sure = (
        find_outside(lines[index].text) in ("end", "tail") or lines[index].text.lower() in before
    )
    return outside >= _OUTSIDE * len(looked) and (is_sure or outside > len(looked) // 2)


def _is_again(sign: Sign) -> bool:
    return sign.kind == "subject"


def _without_opening(text: str) -> str:
    found = _LABELLED.match(text)
    while found:
        text = text[found.end() :]
        found = _LABELLED.match(text)
    return text


def _titles(text: str) -> Iterator[str]:
    """What of a line could be a title: all of it, or the last step of a path."""
    if len(text) > _LONGEST_TITLE or find_outside(text) is not None or text.endswith("."):
        return
    text = _TITLE_PARTS.split(text)[-1]
    moment = find_moment(text)
    if moment is not None and moment.end == len(text):
        text = text[: moment.start].rstrip(" ,·-–")
    title = _ASIDE.sub("", _without_opening(text)).strip()
    if len(title.split()) >= _FEWEST_TITLE_WORDS and sum(map(str.isalpha, title)) > 5:
        yield title
