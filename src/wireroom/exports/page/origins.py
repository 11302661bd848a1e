"""All origins of a story, each once, with the events that go back to it."""

from collections import Counter
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
from wireroom.text.independence import identity_of

Key = tuple[object, ...]


def build_origin_entries(story: Story, anchors: Anchors) -> tuple[OriginEntry, ...]:
    """The established ones, most events first: one that stands behind several is listed once, and
    two that one event holds apart twice. As many as ``count_independent`` counts."""
    names = Names(story)
    found: dict[Key, tuple[Origin, list[Link]]] = {}
    seen: Counter[tuple[str, Key]] = Counter()
    for event, origin, place in _places(story):
        if origin.established:
            known = identity_of(origin)
            seen[event, known] += 1
            found.setdefault((*known, seen[event, known]), (origin, []))[1].append(place)
    entries = sorted(found.values(), key=lambda entry: -len(entry[1]))
    return tuple(_entry(origin, places, names, anchors) for origin, places in entries)


def build_open_ends(story: Story, anchors: Anchors) -> tuple[OriginEntry, ...]:
    """Those that are not established, one for each event: nothing shows that two are one."""
    names = Names(story)
    return tuple(
        _entry(origin, [place], names, anchors)
        for _, origin, place in _places(story)
        if not origin.established
    )


def _entry(origin: Origin, places: list[Link], names: Names, anchors: Anchors) -> OriginEntry:
    return OriginEntry(origin_name(origin, names, anchors), origin.kind, tuple(places))


def _places(story: Story) -> Iterator[tuple[str, Origin, Link]]:
    """Every origin of every event but the mentions, with its event and where it stands."""
    trees = {sources.event: sources.trees for sources in story.sources}
    for number, event in enumerate(story.comparison.events, 1):
        if is_remark(event):
            continue
        for at, tree in enumerate(trees.get(event.id, ()), 1):
            if tree.origin:
                yield event.id, tree.origin, Link(shortened(event.title), f"#e{number}o{at}")
