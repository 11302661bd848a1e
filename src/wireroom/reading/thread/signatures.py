"""What members have under each of their posts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.lines import Line, PostLines

_MOST_LINES = 15  # of a signature
_SHORTEST = 25  # characters of one that only two posts have in one line
_FEWEST_LETTERS = 8
_FEWEST_OF_ALL = 3  # posts that share what is no author's own
_RULE = re.compile(r"_{5,}|-{8,}|[–—]{5,}")


def split_signatures(posts: Sequence[PostLines]) -> tuple[PostLines, ...]:
    """The posts with their signatures apart from their words.

    A signature stands under a rule, or is what several posts of one author end with; what many
    posts of several authors end with is a program's.
    """
    by_author: dict[str, list[int]] = {}
    for place, post in enumerate(posts):
        if post.author is not None:
            by_author.setdefault(post.author, []).append(place)
    feet = _usual_feet(posts)
    sizes = {
        place: max(_under_rule(post.body), _under_foot(post.body, feet))
        for place, post in enumerate(posts)
    }
    for places in by_author.values():
        for place, size in _shared(posts, places, 2):
            sizes[place] = max(sizes[place], size)
    for place, size in _shared(posts, range(len(posts)), _FEWEST_OF_ALL):
        sizes[place] = max(sizes[place], size)
    return tuple(_split(post, sizes[place]) for place, post in enumerate(posts))


def _split(post: PostLines, size: int) -> PostLines:
    if not size:
        return post
    at = len(post.body) - size
    return replace(post, body=post.body[:at], signature=post.body[at:])


def _under_rule(body: Sequence[Line]) -> int:
    """The lines from the last rule on, if it is not far from the end."""
    for size in range(1, min(_MOST_LINES, len(body)) + 1):
        if _RULE.fullmatch(body[-size].text):
            return size
    return 0


def _usual_feet(posts: Sequence[PostLines]) -> frozenset[str]:
    """The buttons that stand under the words of most posts."""
    counts = Counter(
        text
        for post in posts
        for text in {line.text for line in post.foot}
        if find_furniture(text) == "button"
    )
    return frozenset(text for text, count in counts.items() if 2 * count >= len(posts))


def _under_foot(body: Sequence[Line], feet: frozenset[str]) -> int:
    """The lines from such a button on, where a board prints signatures under it."""
    for size in range(1, min(_MOST_LINES, len(body) - 1) + 1):
        if body[-size].text in feet:
            return size
    return 0


def _shared(
    posts: Sequence[PostLines], places: Sequence[int], fewest: int
) -> Iterator[tuple[int, int]]:
    """How many lines at the end of their words at least ``fewest`` of these posts share."""
    groups: dict[str, list[int]] = {}
    for place in places:
        if posts[place].body:
            groups.setdefault(posts[place].body[-1].text, []).append(place)
    for group in groups.values():
        if len(group) < fewest:
            continue
        size = 1
        while size < _MOST_LINES and _have_in_common(posts, group, size + 1):
            size += 1
        if _is_signature([posts[place] for place in group], size):
            for place in group:
                yield place, size


def _have_in_common(posts: Sequence[PostLines], group: Sequence[int], size: int) -> bool:
    bodies = [posts[place].body for place in group]
    if any(len(body) < size for body in bodies):
        return False
    return len(Counter(body[-size].text for body in bodies)) == 1


def _is_signature(posts: Sequence[PostLines], size: int) -> bool:
    text = " ".join(line.text for line in posts[0].body[-size:])
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return False
    if all(len(post.body) == size for post in posts):
        return False  # the posts have no other words
    return len(posts) > 2 or size > 1 or len(text) >= _SHORTEST
