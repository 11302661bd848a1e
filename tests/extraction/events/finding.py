"""What the fixture ``find`` is: a text to its events."""

from collections.abc import Callable

from wireroom.records.events import EventReport

Find = Callable[..., tuple[EventReport, ...]]
