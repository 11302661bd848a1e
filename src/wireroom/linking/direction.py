"""Which of two texts that share words was first, and why we think so."""

from dataclasses import dataclass

from wireroom.linking.credits import Credit
from wireroom.linking.units import Unit
from wireroom.text.agencies import same_source
from wireroom.text.instants import is_earlier


@dataclass(frozen=True, slots=True)
class Direction:
    """``first_is_earlier`` is None where nothing shows which came first."""

    first_is_earlier: bool | None
    reason: str


def find_direction(one: Unit, other: Unit) -> Direction:
    """By the order of posts in one thread, then by who credits whom, then by time; what is pasted
    into a post was there before, unless its own time says otherwise.

    Times are held against each other as instants, as far as both are precise.
    """
    if one.document.id == other.document.id:
        return _by_post(one, other)
    by_time = _by_time(one, other)
    if by_time.first_is_earlier is None:
        by_time = _by_pasting(one, other) or by_time
    return _by_credit(one, other) or by_time


def _by_post(one: Unit, other: Unit) -> Direction:
    return Direction(
        one.span.start < other.span.start, "the one stands further up in the same thread"
    )


def _by_pasting(one: Unit, other: Unit) -> Direction | None:
    if one.is_pasted == other.is_pasted or (one.post is None) == (other.post is None):
        return None
    return Direction(other.is_pasted, "the one is pasted into a post")


def _by_credit(one: Unit, other: Unit) -> Direction | None:
    credits = [_credits_the_outlet(one, other), _credits_the_outlet(other, one)]
    if credits[0] and not credits[1]:
        return Direction(False, f"it credits {credits[0].source}")
    if credits[1] and not credits[0]:
        return Direction(True, f"it credits {credits[1].source}")
    return None


def _credits_the_outlet(unit: Unit, other: Unit) -> Credit | None:
    """The credit line of ``unit`` that names the outlet of ``other``."""
    outlet = other.outlet
    if not outlet:
        return None
    return next((each for each in unit.credits if same_source(each.source, outlet)), None)


def _by_time(one: Unit, other: Unit) -> Direction:
    earlier = is_earlier(one.published, other.published)
    if earlier is None:
        return Direction(None, "nothing shows which was first")
    times = (one.published, other.published) if earlier else (other.published, one.published)
    return Direction(earlier, f"published {times[0]} and {times[1]}")
