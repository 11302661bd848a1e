"""A typed registry: built-ins in a fixed, visible order, then what other packages offer; and
libraries that are imported late."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Generic, TypeVar

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


class Late:
    """A library that is imported when something of it is first asked for: one that reads a kind of
    input, say, which a run may never meet, and that costs a tenth of a second to import.

    Where it stands in for ``import lxml``, the import itself stands under TYPE_CHECKING.
    """

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._module), name)
