"""From groups of reports to Events: what they are called, when and where they were."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from wireroom.linking.accounts import Account
from wireroom.linking.edges import Graph, find_edges
from wireroom.linking.grouping import best_match
from wireroom.linking.origins import find_origins
from wireroom.linking.roles import find_roles
from wireroom.linking.traces import Sources
from wireroom.records.comparisons import Event, Report
from wireroom.records.spans import Span
from wireroom.text.instants import in_time

TITLE = 90  # characters of a title that is cut from a text
COMPARED = 12  # other reports of an event among which the reason for one is looked for


def build_event(
    accounts: Sequence[Account],
    mains: frozenset[tuple[str, int]],
    sources: Sources,
    graph: Graph,
) -> Event:
    """One Event from its reports, which are in the order of their keys.

    ``mains`` are the Documents and indexes of main reports, ``graph`` all links. Its type is
    empty where all of them are Documents as a whole.
    """
    roles = find_roles(accounts, sources)
    return Event(
        id=_identifier(accounts),
        title=_title(accounts),
        type=_most_common([account.type for account in accounts if account.type]) or "",
        date=_date(accounts),
        place=_place(accounts),
        reports=tuple(
            Report(
                document=account.document,
                event=account.index,
                main=(account.document, account.index) in mains,
                reason=_reason(account, accounts),
                role=role,
                repeats=repeats,
            )
            for account, (role, repeats) in zip(accounts, roles, strict=True)
        ),
        origins=find_origins(accounts, sources, graph.decided),
        edges=find_edges(accounts, graph),
    )


def _identifier(accounts: Sequence[Account]) -> str:
    """The same reports give the same id on every machine."""
    parts = sorted(account.key for account in accounts)
    text = "\n".join("\t".join(str(field) for field in part) for part in parts)
    return "e" + sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def _title(accounts: Sequence[Account]) -> str:
    """The title of the earliest article mainly about it, else a pasted headline that tells it,
    else the sentence that does."""
    leading = [account for account in accounts if account.leads]
    headlined = [account for account in accounts if _headline(account)]
    first = min(leading or headlined or accounts, key=_time)
    title = first.analysed.document.title if first.leads else _headline(first)
    return _cut(title or _sentence(first))


def _headline(account: Account) -> str | None:
    """The headline of the pasted item, where that tells the event."""
    span = account.part.title_span if account.part else None
    return account.part.title if account.part and span and _holds(span, account) else None


def _holds(span: Span, account: Account) -> bool:
    return span.covers(account.trigger)


def _time(account: Account) -> tuple[str, object]:
    return (in_time(account.analysed.document.published), account.key)


def _sentence(account: Account) -> str:
    text, trigger = account.analysed.document.text, account.trigger
    for sentence in account.analysed.analysis.sentences:
        if sentence.overlaps(trigger):
            return sentence.of(text)
    return trigger.of(text)


def _cut(text: str) -> str:
    """On one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= TITLE:
        return line
    return line[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _most_common(values: Sequence[str]) -> str | None:
    """The value that most give; of equals the first of the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _date(accounts: Sequence[Account]) -> str | None:
    dates = [date for account in accounts if (date := account.date)]
    return _most_common(dates)


def _place(accounts: Sequence[Account]) -> str | None:
    """The place that most give; a country only where no report gives one nearer, and most agree."""
    places = [account.place for account in accounts if account.place]
    nearer = [place for place in places if place.precision != "country"]
    names = [place.entry.name if place.entry else place.name for place in nearer or places]
    name = _most_common(names)
    agreed = bool(nearer) or 2 * names.count(name or "") > len(names)
    return name if agreed else None


def _reason(account: Account, accounts: Sequence[Account]) -> str:
    match = best_match(account, [x for x in accounts if x is not account][:COMPARED])
    return match.reason if match else "the only report of it"
