"""The forms that a story can be given in."""

from collections.abc import Callable
from dataclasses import dataclass

from wireroom.exports.as_json import as_json
from wireroom.exports.as_page import as_page
from wireroom.plugins import Registry
from wireroom.records.stories import Story


@dataclass(frozen=True, slots=True)
class Export:
    """One form of a story: its name, the usual ending of its files, what it is good for."""

    name: str
    suffix: str
    purpose: str
    export: Callable[[Story], str]


EXPORTS: Registry[Export] = Registry(
    "wireroom.exports",
    [
        Export("json", ".json", "Everything that was found, for other programs.", as_json),
        Export("page", ".html", "One self-contained page, for people.", as_page),
    ],
)
