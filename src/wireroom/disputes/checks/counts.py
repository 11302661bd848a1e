"""Numbers of dead, hurt, missing, taken: the check to copy.

A check is two functions: one reads claims from a report, one holds claims of one field together.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from wireroom.disputes.accounts import Account
from wireroom.disputes.figures import find_figures
from wireroom.disputes.ordering import SHORT, in_order, one_origin, told_by
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.quantities import Quantity
from wireroom.text.instants import read_instant

# A toll that is known to grow while bodies are found; property and prisoners are counted once.
GROWING = frozenset({"killed", "injured", "missing", "displaced"})
_MOST_SHOWN = 4  # values that the reason for a dispute names
_SOONEST, _LATEST = timedelta(hours=1), timedelta(hours=24)


def find_counts(account: Account) -> Iterator[Claim]:
    """One claim for each role of the report's numbers.

    Numbers that are counted in another are left out. Where a report gives several numbers of
    one role, they may be parts of a whole or the whole twice: the claim then reaches from the
    greatest of them to their sum. The dead of a Document's main event are its total.
    """
    known = account.analysed.analysis.quantities
    found: dict[str, list[Quantity]] = {}
    for index in account.report.quantities:
        quantity = known[index]
        if quantity.role and quantity.part_of is None:
            found.setdefault(quantity.role, []).append(quantity)
    total = account.main_event.killed.get("total") if account.main_event else None
    if total:
        killed = found.get("killed") or [q for q in known if q.role == "killed"]
        found["killed"] = [q for q in killed if q.value == total][:1]
        if killed and not found["killed"]:
            yield _claim(account, "killed", max(killed, key=_size), float(total), float(total))
    for role, quantities in found.items():
        if quantities:
            lows, highs = zip(*map(_bounds_of(account.text), quantities), strict=True)
            yield _claim(account, role, max(quantities, key=_size), max(lows), sum(highs))


def _size(quantity: Quantity) -> tuple[float, int]:
    return quantity.value, -quantity.start


def _bounds_of(text: str) -> Callable[[Quantity], tuple[float, float]]:
    def bounds(quantity: Quantity) -> tuple[float, float]:
        low = quantity.low or 0.0
        if quantity.high is not None:
            return low, quantity.high
        # "Dozens" gives no count that could be short.
        counted = bool(find_figures(text, quantity.span))
        return low, low * SHORT if counted and low else math.inf

    return bounds


def _claim(account: Account, role: str, shown: Quantity, low: float, high: float) -> Claim:
    return Claim(
        role,
        shown.span.of(account.text),
        account.evidence(shown.span),
        speaker=account.speaker(shown.span),
        low=low,
        high=high,
        origin=account.origin,
        said=account.said,
    )


def compare_counts(claims: Sequence[Claim]) -> Verdict:
    """Disputed when two ranges do not meet: "at least 40" and "43" do, "about 40" and "70" do not.

    "At least 40" reaches to 46 here: see SHORT.

    A toll that only grew is no dispute: of two reports with the time of day, at least an hour and
    at most a day apart, the later and higher one is a revision. Reports that give but a day are
    compared, since nobody can tell which came first.
    """
    known = in_order(claim for claim in claims if claim.low is not None)
    if len(known) < 2:
        return CannotTell("fewer than two reports give a number")
    apart = [(a, b) for a, b in _pairs(known) if not _meet(a, b)]
    against = [pair for pair in apart if not _is_revision(*pair)]
    if not apart:
        return Agreed("every range meets every other")
    if not against:
        return Agreed("the number only grew within a day: later reports revise earlier ones")
    opposed = in_order({claim for pair in against for claim in pair})
    return Disputed(_reason(opposed), tuple(opposed))


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for index, first in enumerate(claims):
        for second in claims[index + 1 :]:
            yield first, second


def _low(claim: Claim) -> float:
    return claim.low or 0.0


def _high(claim: Claim) -> float:
    return math.inf if claim.high is None else claim.high


def _meet(a: Claim, b: Claim) -> bool:
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def _is_revision(earlier: Claim, later: Claim) -> bool:
    if earlier.field not in GROWING or _low(later) <= _high(earlier):
        return False
    first, second = read_instant(earlier.said), read_instant(later.said)
    if first is None or second is None or (first.tzinfo is None) != (second.tzinfo is None):
        return False
    return _SOONEST <= second - first <= _LATEST


def _reason(opposed: Sequence[Claim]) -> str:
    """The values in the order of their size, each with the first who gives it and is named; of
    many the least and the greatest."""
    values: dict[tuple[float, float], Claim] = {}
    for claim in sorted(opposed, key=lambda claim: claim.speaker is None):
        values.setdefault((_low(claim), _high(claim)), claim)
    told = [told_by(values[size]) for size in sorted(values)]
    shown = told if len(told) <= _MOST_SHOWN else [told[0], told[-1]]
    reason = f"{', '.join(shown[:-1])} and {shown[-1]} do not all meet"
    if len(told) == len(shown) == 2:
        reason = f"{shown[0]} and {shown[1]} do not meet"
    elif len(told) > len(shown):
        reason = f"of {len(told)} values, {shown[0]} and {shown[1]} lie furthest apart"
    if one_origin(opposed):
        return f"reports of one origin differ, a copying change: {reason}"
    return reason
