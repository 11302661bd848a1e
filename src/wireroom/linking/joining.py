"""Things that are put together step by step: disjoint sets (Galler and Fischer 1964)."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)


class Joined(Generic[T]):
    """Which things are together. Each set goes under the least of its members, so that it does
    not matter in which order they were joined. Things must be known from the start or ``add``ed."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}

    def add(self, thing: T) -> None:
        """A thing by itself, unless it is known."""
        self._above.setdefault(thing, thing)

    def home(self, thing: T) -> T:
        """The least of those that the thing is with."""
        above = self._above
        while above[thing] != thing:
            above[thing] = thing = above[above[thing]]
        return thing

    def join(self, one: T, other: T) -> None:
        first, second = sorted((self.home(one), self.home(other)))
        self._above[second] = first

    def sets(self) -> list[list[T]]:
        """All sets, each under the first of it, in the order in which the things came."""
        found: dict[T, list[T]] = {}
        for thing in self._above:
            found.setdefault(self.home(thing), []).append(thing)
        return list(found.values())
