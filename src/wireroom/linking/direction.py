"""Which of two texts that share words was first, and why we think so."""

from dataclasses import dataclass

from wireroom.linking.credits import Credit, find_credits
from wireroom.linking.units import Unit
from wireroom.text.folding import fold
from wireroom.text.instants import is_earlier


@dataclass(frozen=True, slots=True)
class Direction:
    """``first_is_earlier`` is None where nothing shows which came first."""

    first_is_earlier: bool | None
    reason: str


def find_direction(one: Unit, other: Unit) -> Direction:
    """By the order of posts in one thread, then by who credits whom, then by time.

    Times are held against each other as instants, as far as both are precise.
    """
    if one.document.id == other.document.id:
        return _by_post(one, other)
    return _by_credit(one, other) or _by_time(one, other)


def _by_post(one: Unit, other: Unit) -> Direction:
    return Direction(
        one.span.start < other.span.start, "the one stands further up in the same thread"
    )


def _by_credit(one: Unit, other: Unit) -> Direction | None:
    credits = [_credits_the_outlet(one, other), _credits_the_outlet(other, one)]
    if credits[0] and not credits[1]:
        return Direction(False, f"it credits {credits[0].source}")
    if credits[1] and not credits[0]:
        return Direction(True, f"it credits {credits[1].source}")
    return None


def _credits_the_outlet(unit: Unit, other: Unit) -> Credit | None:
    """The credit line of ``unit`` that names the outlet of ``other``."""
    outlet = fold(other.outlet or "")
    named = (credit for credit in find_credits(unit) if fold(credit.source) == outlet)
    return next(named, None) if outlet else None


def _by_time(one: Unit, other: Unit) -> Direction:
    earlier = is_earlier(one.published, other.published)
    if earlier is None:
        return Direction(None, "nothing shows which was first")
    times = (one.published, other.published) if earlier else (other.published, one.published)
    return Direction(earlier, f"published {times[0]} and {times[1]}")
