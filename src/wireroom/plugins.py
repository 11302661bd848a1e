"""A typed registry: built-ins in a fixed, visible order, then what other packages offer."""

from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Registry(Generic[Item]):
    """The built-in items of one kind, in order, followed by the entry points of ``group``.

    Entry points are loaded when the registry is first walked, sorted by name, so that the
    order is the same on every machine.
    """

    def __init__(self, group: str, built_in: Sequence[Item]) -> None:
        self.group = group
        self._built_in = tuple(built_in)
        self._items: tuple[Item, ...] | None = None

    def __iter__(self) -> Iterator[Item]:
        if self._items is None:
            found = sorted(entry_points(group=self.group), key=lambda point: point.name)
            self._items = self._built_in + tuple(point.load() for point in found)
        return iter(self._items)
