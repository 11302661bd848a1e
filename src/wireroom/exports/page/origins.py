"""All origins of a story, each once, with the events that go back to it."""

from collections.abc import Iterator

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.contexts import OriginEntry
from wireroom.exports.page.events import origin_name
from wireroom.exports.page.labels import shortened
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.names import Names
from wireroom.exports.page.weight import is_remark
from wireroom.records.links import Origin
from wireroom.records.stories import Story
from wireroom.text.folding import fold

Key = tuple[str, ...]


def build_origin_entries(story: Story, anchors: Anchors) -> tuple[OriginEntry, ...]:
    """The established ones, most events first: one that stands behind several is listed once."""
    names = Names(story)
    found: dict[Key, tuple[Origin, list[Link]]] = {}
    for origin, place in _places(story):
        if origin.established:
            known = (origin.source and (origin.kind, fold(origin.source))) or (
                origin.kind,
                "",
                *origin.documents,
            )
            found.setdefault(known, (origin, []))[1].append(place)
    entries = sorted(found.values(), key=lambda entry: -len(entry[1]))
    return tuple(_entry(origin, places, names, anchors) for origin, places in entries)


def build_open_ends(story: Story, anchors: Anchors) -> tuple[OriginEntry, ...]:
    """Those that are not established, one for each event: nothing shows that two are one."""
    names = Names(story)
    return tuple(
        _entry(origin, [place], names, anchors)
        for origin, place in _places(story)
        if not origin.established
    )


def _entry(origin: Origin, places: list[Link], names: Names, anchors: Anchors) -> OriginEntry:
    return OriginEntry(origin_name(origin, names, anchors), origin.kind, tuple(places))


def _places(story: Story) -> Iterator[tuple[Origin, Link]]:
    """Every origin of every event but the mentions, and where it stands on the page."""
    trees = {sources.event: sources.trees for sources in story.sources}
    for number, event in enumerate(story.comparison.events, 1):
        if is_remark(event):
            continue
        for at, tree in enumerate(trees.get(event.id, ()), 1):
            if tree.origin:
                yield tree.origin, Link(shortened(event.title), f"#e{number}o{at}")
