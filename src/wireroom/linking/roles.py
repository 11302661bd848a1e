"""Which reports of an event only repeat another one: quotations, link titles, older versions."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from wireroom.linking.accounts import Account
from wireroom.linking.traces import Sources
from wireroom.records.comparisons import ReportRole
from wireroom.records.documents import Part

Role = tuple[ReportRole, int | None]
COUNTS: Role = ("report", None)


def find_roles(accounts: Sequence[Account], sources: Sources) -> tuple[Role, ...]:
    """For each report of one event what it is, and the report that it repeats.

    A quotation repeats the report of the post that it quotes; where that tells nothing of the
    event, the quotation is a report like any other. At least one report counts.
    """
    found = [_role(index, accounts, sources) for index in range(len(accounts))]
    # Two that repeat one another, or a chain of them, would leave none that counts.
    for index, (_, repeats) in enumerate(found):
        seen = {index}
        while repeats is not None and repeats not in seen:
            seen.add(repeats)
            repeats = found[repeats][1]
        if repeats is not None:
            found[index] = COUNTS
    return tuple(found)


def _role(index: int, accounts: Sequence[Account], sources: Sources) -> Role:
    account = accounts[index]
    latest = sources.versions.latest(account.document)
    if latest != account.document and (later := _first(accounts, lambda x: x.document == latest)):
        return "earlier version", later[0]
    original = account.voice.translation_of
    if original and (told := _first(accounts, lambda x: x.voice.key == original)):
        return "translation", told[0]
    part = part_of(account)
    if part is not None and (part.kind in ("quote", "embed") or part.quotes_post is not None):
        repeated = next(_repeated(index, accounts, sources), None)
        if repeated is not None:
            return "link title" if part.kind == "embed" else "quotation", repeated
    if told := _first(accounts[:index], lambda x: x.voice.key == account.voice.key):
        return "repetition", told[0]
    return COUNTS


def _first(accounts: Sequence[Account], is_it: Callable[[Account], bool]) -> tuple[int, ...]:
    """The index of the first account that is it, or nothing."""
    return tuple(islice((at for at, each in enumerate(accounts) if is_it(each)), 1))


def _repeated(index: int, accounts: Sequence[Account], sources: Sources) -> Iterator[int]:
    """The reports of the same thread whose words those of this one are."""
    account = accounts[index]
    for reuse in sources.reuse.get(account.document, ()):
        spans = reuse.copy.span, reuse.origin.span
        if reuse.origin.document != reuse.copy.document or reuse.kind == "translation":
            continue
        for here, there in (spans, spans[::-1]):
            if here.overlaps(account.trigger):
                yield from (
                    other
                    for other, each in enumerate(accounts)
                    if each.document == account.document
                    and each.voice.key != account.voice.key
                    and there.overlaps(each.trigger)
                )


def part_of(account: Account) -> Part | None:
    """The part of a post that a report stands in; None outside threads."""
    passage = account.part
    if passage is None or passage.part is None:
        return None
    post = next((p for p in account.analysed.document.posts if p.number == passage.post), None)
    return post.parts[passage.part] if post and passage.part < len(post.parts) else None
