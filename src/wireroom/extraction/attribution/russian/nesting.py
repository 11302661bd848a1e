"""What is told within what another one tells, by the source that both have: он признался, что
боялся дождя."""

from collections.abc import Sequence

from wireroom.records.attributions import Attribution


def shared_sources(found: Sequence[Attribution]) -> dict[int, int]:
    """For each attribution whose cue and content lie in the content of another one with the same
    source, the place of that other one."""
    links: dict[int, int] = {}
    for place, inner in enumerate(found):
        outer = [
            other
            for other, attribution in enumerate(found)
            if other != place and _holds(attribution, inner)
        ]
        if outer:
            links[place] = min(outer, key=lambda other: _size(found[other]))
    return links


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if not outer.source or outer.source[0] not in inner.source or not inner.cue:
        return False
    pieces = [*inner.cue, *inner.content]
    return _size(outer) > _size(inner) and all(
        any(span.covers(piece) for span in outer.content) for piece in pieces
    )


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)
