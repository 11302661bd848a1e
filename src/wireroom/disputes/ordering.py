"""Claims in one order, whatever order they came in."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from wireroom.records.disputes import Claim
from wireroom.records.spans import Span
from wireroom.text.instants import in_time

# "At least 40" is the count that somebody had, which may be short by a little; who says 70 has
# another count. Set on FA-KES, 80 events, November 2026.
SHORT = 1.15


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """By the time of the report, then by Document and place in it; unknown times come last."""
    return sorted(claims, key=_key)


def _key(claim: Claim) -> tuple[str, str, Span, str]:
    evidence = claim.evidence
    # All of the claim settles ties, so that nothing is left to the order in which they came.
    return (in_time(claim.said), evidence.document, evidence.span, repr(claim))


def one_origin(claims: Iterable[Claim]) -> bool:
    """Whether all of them rest on one origin that is known."""
    origins = {claim.origin for claim in claims}
    return len(origins) == 1 and None not in origins


def told_by(claim: Claim) -> str:
    """The claim in words: its value, and who gives it."""
    return f"{claim.value} ({claim.speaker})" if claim.speaker else claim.value


def shown_value(claims: Sequence[Claim]) -> str:
    """One value that several claims give, as it is shown: in the words of the first of them.

    Where their words are in several scripts, a number is shown as such, and of other values the
    words that most are written like.
    """
    scripts = Counter(claim.value.isascii() for claim in claims)
    first = claims[0]
    if len(scripts) == 1:
        return first.value
    if first.low is not None and first.field not in ("date", "damage"):
        return as_number(first)
    most = max(scripts, key=lambda script: scripts[script])
    return next(claim.value for claim in claims if claim.value.isascii() == most)


def as_number(claim: Claim) -> str:
    """The number of a claim in figures: "5", "at least 5", "5 to 9"."""
    low, high = claim.low or 0.0, math.inf if claim.high is None else claim.high
    if low == high:
        return f"{low:,.15g}"
    if math.isinf(high) or math.isclose(high, low * SHORT):
        return f"at least {low:,.15g}"
    return f"{low:,.15g} to {high:,.15g}"
