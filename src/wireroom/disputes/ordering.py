"""Claims in one order, whatever order they came in."""

from collections.abc import Iterable

from wireroom.records.disputes import Claim
from wireroom.records.spans import Span
from wireroom.text.instants import in_time


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
