"""How many origins stand behind the reports of one event.

A report is traced through its attribution to the speaker nearest to the happening, else through
its credit line to an agency, and through reuse to the reports that it shares words with. What
cannot be traced rests on its outlet or post, and is not established to be independent.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from wireroom.linking.accounts import Account
from wireroom.linking.deciding import NOTHING_DECIDED, Decided, decision_in_words
from wireroom.linking.edges import reached
from wireroom.linking.scoring import compare_accounts
from wireroom.linking.traces import Sources, Trace, across_scripts, trace_account
from wireroom.records.decisions import OriginDecision
from wireroom.records.links import Origin, OriginState, Reuse
from wireroom.records.spans import Span
from wireroom.text.agencies import fold_source, same_source
from wireroom.text.instants import in_time

Tie = tuple[int, int, str]  # two reports of one event, and what makes their origin one
COPIED_WHOLE = 0.5  # share of words in common above which two Documents' reports are one


def find_origins(
    accounts: Sequence[Account], sources: Sources, decided: Decided = NOTHING_DECIDED
) -> tuple[Origin, ...]:
    """The origins of one event, those first that more Documents rest on.

    Takes the reports of the event in the order of their keys. Never gives more origins than
    there are reports. What a person decided wins: a pair that is cut is not one by what was found
    between the two, a pair that is joined is one whatever was found.
    """
    traces = across_scripts([trace_account(account, sources) for account in accounts])
    decisions = {(one, other): each for one, other, each in decided.among(accounts)}
    cut = {pair for pair, each in decisions.items() if each.verdict == "not the same"}
    groups = _Groups(len(accounts), cut)
    for one in range(len(accounts)):
        for other in range(one):
            if traces[one].key is not None and traces[one].key == traces[other].key:
                groups.join(other, one, f"both rest on {traces[one].source}")
    ties = (
        *_in_one_post(accounts, traces),
        *_versions(accounts, sources),
        *_own_reports(accounts, traces, sources),
        *_reused(accounts, traces, sources),
    )
    for one, other, reason in ties:
        keys = {traces[index].key for index in (*groups.with_(one), *groups.with_(other))} - {None}
        if len(keys) <= 1:
            groups.join(one, other, reason)
    for (one, other), decision in decisions.items():
        if decision.verdict == "same":
            groups.join(one, other, f"one origin, as {decision_in_words(decision)}")
    held_apart = _held_apart(accounts, decisions, groups)
    circles = _circles(accounts, traces, sources)
    found = [
        _origin(
            [accounts[index] for index in members],
            [traces[index] for index in members],
            [*groups.reasons[first], *held_apart[first]],
            circles,
        )
        for first, members in groups.all()
    ]
    return tuple(sorted(found, key=lambda origin: (-len(origin.documents), *_name(origin))))


def _name(origin: Origin) -> tuple[str, ...]:
    return (origin.kind, origin.source or "", *origin.documents, origin.reason)


class _Groups:
    """Reports, as indexes, that have one origin, under the first of them. Those of a pair that
    is ``cut`` are not joined by what was found between the two."""

    def __init__(self, number: int, cut: Collection[tuple[int, int]] = ()) -> None:
        self._cut = cut
        self.home = list(range(number))
        self.reasons: dict[int, list[str]] = {index: [] for index in range(number)}

    def with_(self, index: int) -> list[int]:
        return [other for other, home in enumerate(self.home) if home == self.home[index]]

    def join(self, one: int, other: int, reason: str) -> None:
        if (min(one, other), max(one, other)) in self._cut:
            return
        first, second = sorted((self.home[one], self.home[other]))
        if first != second:
            self.home = [first if home == second else home for home in self.home]
            self.reasons[first] += [*self.reasons.pop(second), reason]

    def all(self) -> list[tuple[int, list[int]]]:
        return [(first, self.with_(first)) for first in sorted(set(self.home))]


def _held_apart(
    accounts: Sequence[Account],
    decisions: Mapping[tuple[int, int], OriginDecision],
    groups: _Groups,
) -> Mapping[int, list[str]]:
    """What is said of the cuts, by the group that each is about."""
    said: dict[int, set[str]] = defaultdict(set)
    for (one, other), decision in decisions.items():
        if decision.verdict != "not the same":
            continue
        names = [accounts[at].document for at in (one, other)]
        why = decision_in_words(decision)
        if groups.home[one] == groups.home[other]:
            tied = f"{names[0]} is not {names[1]}'s origin, as {why}, but a third ties them"
            said[groups.home[one]].add(tied)
        else:
            for here, there in ((one, names[1]), (other, names[0])):
                said[groups.home[here]].add(f"not the origin of {there}, as {why}")
    return defaultdict(list, {home: sorted(each) for home, each in said.items()})


def _in_one_post(accounts: Sequence[Account], traces: Sequence[Trace]) -> Iterable[Tie]:
    """A post's own words without a source, and the report most like it of what it has pasted."""
    for one, account in enumerate(accounts):
        if account.part is None or account.part.kind != "own" or traces[one].kind != "post":
            continue
        pasted = [
            other
            for other, each in enumerate(accounts)
            if other != one and each.part is not None and each.part.post == account.part.post
        ]
        if pasted:
            nearest = max(
                pasted, key=lambda other: compare_accounts(account, accounts[other]).value
            )
            yield one, nearest, "the post tells what it has pasted"


def _versions(accounts: Sequence[Account], sources: Sources) -> Iterable[Tie]:
    """Reports in two versions of one account."""
    for one, account in enumerate(accounts):
        for other in range(one):
            if sources.versions.are_one(account.document, accounts[other].document):
                yield one, other, "two versions of one account"


def _own_reports(
    accounts: Sequence[Account], traces: Sequence[Trace], sources: Sources
) -> Iterable[Tie]:
    """An outlet's report without a source, and one that has it from that outlet."""
    for one, account in enumerate(accounts):
        outlet = sources.outlets.get(account.voice.key)
        if traces[one].key is not None or not outlet:
            continue
        for other, trace in enumerate(traces):
            by_outlet = trace.key is not None and trace.kind in ("outlet", "agency")
            if by_outlet and same_source(trace.source or "", outlet):
                yield one, other, f"{outlet}'s own report is among these"


def _reused(
    accounts: Sequence[Account], traces: Sequence[Trace], sources: Sources
) -> Iterable[Tie]:
    """Pairs of reports that share the words in which they tell it, or most of their text.

    A copy that names a source of its own, where the original names none, has it from there; a
    translation has nothing of its own.
    """
    at: dict[str, list[int]] = defaultdict(list)
    for index, account in enumerate(accounts):
        at[account.document].append(index)
    for one, account in enumerate(accounts):
        for reuse in sources.reuse.get(account.document, ()):
            if reuse.origin.document != account.document or not _tells(
                account, reuse.origin.span, reuse
            ):
                continue
            for other in at.get(reuse.copy.document, ()):
                own = traces[one].key is None and traces[other].key is not None
                if (
                    other != one
                    and not (own and reuse.direction_known and reuse.kind != "translation")
                    and _tells(accounts[other], reuse.copy.span, reuse)
                ):
                    yield one, other, f"shared words ({reuse.reason})"


def _tells(account: Account, span: Span, reuse: Reuse) -> bool:
    """Whether the report stands in the stretch, or in an article that is copied on the whole."""
    whole = account.leads and reuse.score >= COPIED_WHOLE and reuse.kind != "quotation"
    told = account.event.mentions if account.event else ()
    return whole or any(map(span.overlaps, (account.trigger, *told)))


def _circles(
    accounts: Sequence[Account], traces: Sequence[Trace], sources: Sources
) -> frozenset[str]:
    """The outlets, folded, that have it from one another in a circle."""
    cites: dict[str, set[str]] = defaultdict(set)
    for account, trace in zip(accounts, traces, strict=True):
        outlet = sources.outlets.get(account.voice.key)
        if outlet and trace.key and trace.kind in ("outlet", "agency"):
            cites[fold_source(outlet)].add(trace.key)
    return frozenset(outlet for outlet in cites if outlet in reached(outlet, cites))


def _first_to_tell(told: tuple[Trace, Account]) -> tuple[bool, bool, str]:
    """Puts first what is established, then what has a source, then what was told first."""
    trace, account = told
    published = account.voice.passage.published or account.analysed.document.published
    return not trace.established, trace.key is None, in_time(published)


def _origin(
    accounts: Sequence[Account],
    traces: Sequence[Trace],
    reasons: Sequence[str],
    circles: frozenset[str],
) -> Origin:
    best = min(zip(traces, accounts, strict=True), key=_first_to_tell)[0]
    said = [best.reason, *sorted(set(reasons))]
    circular = best.key in circles and best.kind in ("outlet", "agency")
    is_established = best.established and not circular
    if circular:
        said.append(f"but {best.source} has it from those who cite it: a circle")
    evidence = {item for trace in traces for item in trace.evidence}
    return Origin(
        kind=best.kind,
        source=best.source,
        established=is_established,
        documents=tuple(sorted({account.document for account in accounts})),
        reason="; ".join(said),
        evidence=tuple(sorted(evidence, key=lambda item: (item.document, item.span))),
        states=_states(is_established, circular, best),
    )


def _states(is_established: bool, is_circular: bool, trace: Trace) -> tuple[OriginState, ...]:
    states: list[OriginState] = ["established" if is_established else "not established"]
    if is_circular:
        states.append("circular")
    if not trace.is_held:
        states.append("dangling")
    return tuple(states)
