"""Who did it, for happenings that nobody is blamed for: talks, visits, vetoes, protests."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.accounts import Account
from wireroom.disputes.ordering import in_order, told_by
from wireroom.disputes.parties import are_rivals, party_of
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.events import MUTUAL, Participant

# What somebody is held responsible for; the check of responsibility reads these.
BLAMED = frozenset({"ASSAULT", "CRIME", "COERCE", "THREATEN"})


def find_actors(account: Account) -> Iterator[Claim]:
    """At most one claim, unless the happening is of a kind that is blamed on someone.

    Of a visit or of talks there is one only where both sides are named: one report may name the
    guest and the other the host.
    """
    if account.report.type in BLAMED or account.report.certainty == "denied":
        return
    for claim in name_actors(account, "actor"):
        if account.report.type not in MUTUAL or len(claim.key.split("|")) > 1:
            yield claim


def name_actors(account: Account, field: str) -> Iterator[Claim]:
    """One claim about ``field`` of all actors of a report that single out a party.

    They are one claim because several may have acted together.
    """
    actors = [actor for actor in account.report.actors if _is_actor(account, actor)]
    parties = frozenset[str]().union(*(party_of(actor.name) for actor in actors))
    if parties:
        named = [actor.spans[0] for actor in actors if party_of(actor.name)]
        yield Claim(
            field,
            ", ".join(dict.fromkeys(span.of(account.text) for span in named)),
            account.evidence(named[0]),
            speaker=account.speaker(account.report.trigger),
            key="|".join(sorted(parties)),
            origin=account.origin,
            said=account.said,
        )


def _is_actor(account: Account, actor: Participant) -> bool:
    """Whether it has characters, and is no town in capitals that a wire was sent from."""
    if not actor.spans:
        return False
    named = actor.spans[0].of(account.text)
    towns = (p for p in account.analysed.analysis.places if p.precision != "country")
    return not (named.isupper() and any(p.span.overlaps(actor.spans[0]) for p in towns))


def compare_actors(claims: Sequence[Claim]) -> Verdict:
    """Disputed when two reports name parties that cannot be one.

    Names that are not in the list of parties may be other names of any, and agree with all.
    """
    known = [claim for claim in in_order(claims) if claim.key]
    if len(known) < 2:
        return CannotTell("fewer than two reports name who did it")
    opposed = [claim for claim in known if any(_differ(claim, other) for other in known)]
    if not opposed:
        return Agreed("every name may stand for every other")
    other = next(claim for claim in opposed if _differ(opposed[0], claim))
    return Disputed(f"{told_by(opposed[0])} and {told_by(other)} differ", tuple(opposed))


def _differ(a: Claim, b: Claim) -> bool:
    return are_rivals(frozenset(a.key.split("|")), frozenset(b.key.split("|")))
