"""Finds posts and what stands around their words, in one pass over the page's elements."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.engine import Engine, Role

Roles = tuple[tuple[Role, int], ...]

_MOST_LEVELS = 200  # between a field and its post; deeper is no template

_COMBINED = re.compile(r"[\s>+~]+(?![^\[]*\])")
_ATTRIBUTE = re.compile(r"\[([\w-]+)")
_CLASS = re.compile(r"\.([\w-]+)")
_TAG = re.compile(r"[a-z][a-z0-9]*")


class _Way(NamedTuple):
    """One selector: what its last part asks of an element; ``exact`` where that is all it asks.

    ``roles`` has what such an element is for its post, with the selector's place among those of
    the role.
    """

    roles: tuple[tuple[Role, int], ...]
    selector: str
    last: str
    tag: str | None
    classes: frozenset[str]
    attributes: frozenset[str]
    exact: bool


class Finder:
    """The selectors of one engine, made ready."""

    def __init__(self, engine: Engine) -> None:
        roles: dict[str, list[tuple[Role, int]]] = {}
        for role, selectors in engine.fields.items():
            for place, selector in enumerate(selectors):
                roles.setdefault(selector, []).append((role, place))
        self._ways = tuple(_way(selector, tuple(found)) for selector, found in roles.items())
        # One pass for the last parts of all selectors; what stands around is asked where it must.
        self._selector = ", ".join(dict.fromkeys(way.last for way in self._ways))

    def find(self, tree: LexborHTMLParser) -> Iterator[tuple[Roles, LexborNode]]:
        """All that the selectors find, in the order of the page, each element once."""
        known: dict[tuple[str | None, str | None], tuple[_Way, ...]] = {}
        previous = 0
        for node in tree.css(self._selector):
            # An element comes once for each selector that finds it.
            here = node.mem_id
            if here == previous:
                continue
            previous = here
            given = node.attributes
            key = (node.tag, given.get("class"))
            ways = known.get(key)
            if ways is None:
                ways = known[key] = self._possible(*key)
            for way in ways:
                if way.exact or (
                    way.attributes <= given.keys() and _is_found(node, here, way.selector)
                ):
                    yield way.roles, node
                    break

    def _possible(self, tag: str | None, classes: str | None) -> tuple[_Way, ...]:
        """The ways that may lead to such an element, up to the first that surely does."""
        names = frozenset((classes or "").split())
        possible: list[_Way] = []
        for way in self._ways:
            if way.tag in (None, tag) and way.classes <= names:
                possible.append(way)
                if way.exact:
                    break
        return tuple(possible)


def _is_found(node: LexborNode, identity: int, selector: str) -> bool:
    """Whether a selector finds an element itself; the library's own test looks inside it too."""
    first = node.css_first(selector)
    return first is not None and first.mem_id == identity


def is_within(node: LexborNode, outer: LexborNode, barred: LexborNode | None) -> bool:
    """Whether ``node`` stands in ``outer`` and not in ``barred``, which stands in it too."""
    above = node.parent
    goal = outer.mem_id
    bar = barred.mem_id if barred is not None else None
    for _ in range(_MOST_LEVELS):
        if above is None:
            return False
        here = above.mem_id
        if here == goal:
            return True
        if here == bar:
            return False
        above = above.parent
    return False


def _way(selector: str, roles: Roles) -> _Way:
    parts = _COMBINED.split(selector)
    last = parts[-1]
    tag = _TAG.match(last)
    plain = re.fullmatch(r"(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)*", last) is not None
    bare = re.sub(r"\[[^\]]*\]|:[\w-]+(?:\([^)]*\))?|#[\w-]+", "", last)
    return _Way(
        roles,
        selector,
        last,
        tag[0] if tag else None,
        frozenset(_CLASS.findall(bare)),
        frozenset(_ATTRIBUTE.findall(re.sub(r":[\w-]+\(.*\)", "", last))),
        plain and len(parts) == 1,
    )
