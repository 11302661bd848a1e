"""When each post of a thread was made, the order of numbers in its dates being that of the page."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.posts import Draft
from wireroom.reading.forum.stamps import Moment, moment_of, order_of, read_printed

# Languages whose dates in numbers are written both day first and month first.
_DIGIT = re.compile(r"\d")
_BOTH_ORDERS = frozenset(("en", "und"))


def moments_of(
    drafts: Sequence[Draft], tree: LexborHTMLParser, language: str | None
) -> list[Moment | None]:
    """The time of each post.

    A date in numbers that can be read both ways is read as the other dates of the page are, or as
    in its language; where neither tells, it is not known.
    """
    found = [_moment(draft, None) for draft in drafts]
    if 2 * sum(map(_is_missing, found)) > len(found):
        found = [
            _beside(draft) or each if _is_missing(each) else each
            for draft, each in zip(drafts, found, strict=True)
        ]
    if not any(each is not None and _is_open(each) for each in found):
        return found
    order, how = _order(tree, language)
    if order is None:
        return found
    return [
        each if each is None or not _is_open(each) else _said(_moment(draft, order), how)
        for draft, each in zip(drafts, found, strict=True)
    ]


def _moment(draft: Draft, day_first: bool | None) -> Moment | None:
    node = draft.get("date")
    return moment_of(node, day_first) if node is not None else None


def _beside(draft: Draft) -> Moment | None:
    """The first date with a time of day that stands in a post and not in its words.

    For boards that have moved it; a date without a time may be the day on which somebody joined.
    """
    body = draft.get("body")
    others = [node for _, node in draft.sections] + ([body] if body is not None else [])
    barred = {node.mem_id for each in others for node in each.traverse(include_text=True)}
    for node in draft.node.traverse(include_text=True):
        if node.mem_id not in barred and (found := _timed(node)) is not None:
            return found._replace(origin=f"{found.origin}, beside the words of the post")
    return None


def _timed(node: LexborNode) -> Moment | None:
    """A date with a time of day that a text or an element's own attributes tell."""
    if node.tag == "-text":
        words = node.text_content or ""
        if ":" not in words or not _DIGIT.search(words):
            return None
        words = " ".join(words.split())
        found = read_printed(words, None)
        found = found._replace(shown=words) if found is not None else None
    else:
        given = node.attributes
        if "datetime" not in given and "data-time" not in given:
            return None
        found = moment_of(node, None)
    is_timed = found is not None and found.value is not None and "T" in found.value
    return found if is_timed else None


def _is_missing(moment: Moment | None) -> bool:
    return moment is None or (moment.value is None and not _is_open(moment))


def _is_open(moment: Moment) -> bool:
    return moment.value is None and moment.note is not None and " can be " in moment.note


def _order(tree: LexborHTMLParser, language: str | None) -> tuple[bool | None, str]:
    body = tree.body
    texts = body.text(separator="\n").split("\n") if body is not None else []
    order = order_of(texts)
    if order is not None:
        return order, f"{_words(order)}, as in the page's other dates"
    if language is not None and language not in _BOTH_ORDERS:
        return True, f"{_words(True)}, as in its language"
    return None, ""


def _words(day_first: bool) -> str:
    return "day first" if day_first else "month first"


def _said(moment: Moment | None, how: str) -> Moment | None:
    return moment._replace(origin=f"{moment.origin}; {how}") if moment is not None else None
