"""Whether it happened at all."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.accounts import Account
from wireroom.disputes.ordering import in_order, told_by
from wireroom.disputes.parties import party_of
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict

_HAPPENED, _DID_NOT = "happened", "did not happen"


def find_occurrence(account: Account) -> Iterator[Claim]:
    """One claim: that it happened, or that it did not.

    What is only alleged, possible or planned claims neither. Somebody who denies that it was them
    does not deny that it happened: that is the check of responsibility's.
    """
    certainty = account.report.certainty
    span = account.report.trigger
    speaker = account.speaker(span)
    if certainty == "denied" and not _denies_own_deed(account, speaker):
        key = _DID_NOT
    elif certainty in ("asserted", "reported"):
        key = _HAPPENED
    else:
        return
    yield Claim(
        "occurrence",
        key,
        account.evidence(span),
        speaker=speaker,
        key=key,
        origin=account.origin,
        said=account.said,
    )


def _denies_own_deed(account: Account, speaker: str | None) -> bool:
    own = party_of(speaker or "")
    return any(own & party_of(actor.name) for actor in account.report.actors)


def compare_occurrence(claims: Sequence[Claim]) -> Verdict:
    """Disputed when one report says that it happened and another that it did not."""
    known = [claim for claim in in_order(claims) if claim.key]
    if len(known) < 2:
        return CannotTell("fewer than two reports say whether it happened")
    said = {claim.key for claim in known}
    if len(said) < 2:
        return Agreed(f"every report says that it {said.pop()}")
    happened = next(claim for claim in known if claim.key == _HAPPENED)
    denied = next(claim for claim in known if claim.key == _DID_NOT)
    return Disputed(f"{told_by(happened)} against {told_by(denied)}", tuple(known))
