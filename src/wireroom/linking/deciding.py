"""What a person decided about origins, as it bears on the reports of one event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from wireroom.linking.accounts import Account
from wireroom.records.decisions import OriginDecision, ReportName

_Pair = frozenset[ReportName]


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """The decisions that hold, by the two that each is about. "open" ones are gone from it."""

    by_pair: Mapping[_Pair, OriginDecision]

    @classmethod
    def of(cls, decisions: Iterable[OriginDecision]) -> "Decided":
        """What holds of decisions that are given the oldest first: the last one on each pair."""
        last = {frozenset((each.one, each.other)): each for each in decisions}
        return cls(
            {pair: each for pair, each in last.items() if each.verdict != "open" and len(pair) == 2}
        )

    def between(self, one: ReportName, other: ReportName) -> OriginDecision | None:
        """What holds of two; that on posts goes before that on Documents."""
        if not self.by_pair:
            return None
        for first in _names(one):
            for second in _names(other):
                found = self.by_pair.get(frozenset((first, second)))
                if found is not None:
                    return found
        return None

    def cuts(self, one: ReportName, other: ReportName) -> bool:
        """Whether a person says that the one is not the other's origin."""
        found = self.between(one, other)
        return found is not None and found.verdict == "not the same"

    def among(self, accounts: Sequence[Account]) -> Iterator[tuple[int, int, OriginDecision]]:
        """The pairs of reports, as indexes, of which something is decided."""
        named = {name.document for pair in self.by_pair for name in pair}
        known = [at for at, account in enumerate(accounts) if account.document in named]
        for one, other in combinations(known, 2):
            found = self.between(report_name(accounts[one]), report_name(accounts[other]))
            if found is not None:
                yield one, other, found


NOTHING_DECIDED = Decided({})


def report_name(account: Account) -> ReportName:
    """The Document, and the post in a thread, that a report stands in."""
    return ReportName(account.document, account.part.post if account.part else None)


def decision_in_words(decision: OriginDecision) -> str:
    """By whom, and the note: "decided by a person (Ada, the same stringer)"."""
    said = ", ".join(part for part in (decision.by, decision.note) if part)
    return "decided by a person" + (f" ({said})" if said else "")


def _names(name: ReportName) -> Iterator[ReportName]:
    yield name
    if name.post is not None:
        yield ReportName(name.document)
