"""The graph of one event: who of its reports had it from whom, and where that leads nowhere."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wireroom.linking.accounts import Account
from wireroom.linking.deciding import Decided, decision_in_words
from wireroom.linking.units import Unit, UnitIndex
from wireroom.records.decisions import ReportName
from wireroom.records.links import ChainLink, Evidence
from wireroom.records.telling import is_about, passage_of, stretches_of
from wireroom.text.agencies import fold_source

_SAYS_SO = ("cited", "credited")

_End = tuple[str, str]
Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """All links of the given Documents, by the Document that has something from another."""

    links: Mapping[str, Sequence[ChainLink]]
    outlets: Mapping[str, str | None]
    units: UnitIndex
    decided: Decided

    @classmethod
    def of(cls, links: Iterable[ChainLink], units: Sequence[Unit], decided: Decided) -> "Graph":
        """The graph of all links, those whose direction is not known among them."""
        by_document: dict[str, list[ChainLink]] = defaultdict(list)
        for link in links:
            by_document[link.evidence.document].append(link)
        outlets = {unit.document.id: unit.document.outlet for unit in units}
        return cls(by_document, outlets, UnitIndex(units), decided)


def find_edges(accounts: Sequence[Account], graph: Graph) -> tuple[ChainLink, ...]:
    """The links that are about the event of some reports, each once, with its state in it.

    A link of which it is not known which side was first counts where both sides report the
    event. Circles are looked for among citations and credits alone: words that are shared say
    who was first by their time, which is often that of a later version.
    """
    documents = {account.document for account in accounts}
    found: dict[ChainLink, None] = {}
    for account in accounts:
        for link in _links_of(account, graph):
            if link.direction_known or link.to in documents:
                found[link] = None
    circular = _in_circles(found, graph)
    stated = [_stated(link, link in circular, graph) for link in found]
    stated += _joined(accounts, graph.decided)
    return tuple(sorted(stated, key=_order))


def _links_of(account: Account, graph: Graph) -> Iterator[ChainLink]:
    links = graph.links.get(account.document, ())
    if not links:
        return
    analysis = account.analysed.analysis
    if account.event is None:  # the article as a whole reports it
        yield from links
        return
    stretches = stretches_of(analysis, account.event)
    passage = passage_of(analysis, account.trigger)
    yield from (link for link in links if is_about(link, stretches, analysis, passage))


def _stated(link: ChainLink, is_circular: bool, graph: Graph) -> ChainLink:
    decision = graph.decided.between(*_ends(link, graph)) if link.to_is_document else None
    if decision is not None and decision.verdict == "not the same":
        reason = f"{link.reason}; cut, as {decision_in_words(decision)}"
        return replace(link, state="cut", reason=reason)
    if is_circular:
        reason = f"{link.reason}; a circle: following the citations leads back here"
        return replace(link, state="circular", reason=reason)
    return link


def _ends(link: ChainLink, graph: Graph) -> tuple[ReportName, ReportName]:
    """The two reports that a link is between; of a thread, the posts that its stretches are in."""
    if link.there is None:
        return _name(link.evidence, graph), ReportName(link.to)
    return _name(link.evidence, graph), _name(link.there, graph)


def _name(end: Evidence, graph: Graph) -> ReportName:
    unit = graph.units.find(end)
    return ReportName(end.document, unit.post if unit else None)


def _in_circles(links: Iterable[ChainLink], graph: Graph) -> set[ChainLink]:
    """The citations and credits that are part of a circle of outlets."""
    said = [link for link in links if link.kind in _SAYS_SO and link.direction_known]
    ends = {link: (_has(link, graph), _had_from(link, graph)) for link in said}
    onward: dict[_End, set[_End]] = defaultdict(set)
    for here, there in ends.values():
        onward[here].add(there)
    return {
        link
        for link, (here, there) in ends.items()
        if here != there and here in reached(there, onward)
    }


def _has(link: ChainLink, graph: Graph) -> _End:
    unit = graph.units.find(link.evidence)
    outlet = unit.outlet if unit else None
    return ("outlet", fold_source(outlet)) if outlet else ("document", link.evidence.document)


def _had_from(link: ChainLink, graph: Graph) -> _End:
    if not link.to_is_document:
        return "outlet", fold_source(link.to)
    outlet = graph.outlets.get(link.to)
    return ("outlet", fold_source(outlet)) if outlet else ("document", link.to)


def reached(start: Node, onward: Mapping[Node, Iterable[Node]]) -> set[Node]:
    """All that can be come to from ``start``; ``start`` itself only where a way leads back."""
    found: set[Node] = set()
    waiting = list(onward.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += onward.get(node, ())
    return found


def _joined(accounts: Sequence[Account], decided: Decided) -> Iterator[ChainLink]:
    """One edge for each pair that a person joins."""
    seen: set[frozenset[ReportName]] = set()
    for one, other, decision in decided.among(accounts):
        pair = frozenset((decision.one, decision.other))
        if decision.verdict != "same" or pair in seen:
            continue
        seen.add(pair)
        first, second = sorted((accounts[one], accounts[other]), key=lambda each: each.document)
        here, there = (Evidence(each.document, each.trigger) for each in (first, second))
        yield ChainLink(
            evidence=here,
            to=there.document,
            to_is_document=True,
            kind="joined",
            reason=f"one origin, as {decision_in_words(decision)}",
            here=here,
            there=there,
            direction_known=False,
        )


def _order(link: ChainLink) -> tuple[object, ...]:
    return (link.evidence.document, *link.evidence.span, link.kind, link.to, link.reason)
