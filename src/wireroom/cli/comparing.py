"""From inputs to a comparison, for the commands that need one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wireroom.cli.inputs import Inputs
from wireroom.cli.printing import with_progress
from wireroom.cli.unread import EventsUnread
from wireroom.cli.working import analyse_all
from wireroom.errors import SameId
from wireroom.records.analyses import AnalysedDocument


def analysed_documents(named: Inputs, workers: int) -> tuple[AnalysedDocument, ...]:
    """The analysis of every Document that can be read; the others are named on standard error, as
    are the languages in which no events are looked for.

    Of Documents that have one id and are not the same, each is kept, under an id of its own.
    """
    analysed, unread = [], EventsUnread()
    for outcome in with_progress(analyse_all(named.documents(), workers), "analysing"):
        if isinstance(outcome, Exception):
            named.report(outcome)
        else:
            analysed.append(outcome)
            unread.count(outcome.analysis)
    unread.report()
    return tuple(_told_apart(analysed, named))


def _told_apart(analysed: Iterable[AnalysedDocument], named: Inputs) -> list[AnalysedDocument]:
    """All ids made different. The same Document named twice is one, and nothing is said of it.

    Which of several keeps the id does not depend on the order in which they came.
    """
    by_id: dict[str, list[AnalysedDocument]] = {}
    for each in analysed:
        same = by_id.setdefault(each.document.id, [])
        if all(each.document != other.document for other in same):
            same.append(each)
    found = []
    for identifier, same in by_id.items():
        ids = _ids(identifier, len(same), by_id)
        found += [_under(each, new) for each, new in zip(_in_order(same), ids, strict=True)]
        if len(same) > 1:
            given = ", ".join(ids[1:])
            named.report(
                SameId(
                    f"{len(same)} documents have the id {identifier}; the others are here {given}",
                    "give each document an id of its own",
                )
            )
    return found


def _in_order(same: Sequence[AnalysedDocument]) -> list[AnalysedDocument]:
    return sorted(same, key=lambda each: (each.document.sha256, repr(each.document)))


def _ids(identifier: str, number: int, taken: Iterable[str]) -> list[str]:
    """The id itself, then as many more that nobody has: "s (2)", "s (3)"."""
    known, found, count = set(taken), [identifier], 1
    while len(found) < number:
        count += 1
        if (new := f"{identifier} ({count})") not in known:
            found.append(new)
    return found


def _under(each: AnalysedDocument, identifier: str) -> AnalysedDocument:
    if each.document.id == identifier:
        return each
    return AnalysedDocument(
        replace(each.document, id=identifier), replace(each.analysis, document=identifier)
    )
