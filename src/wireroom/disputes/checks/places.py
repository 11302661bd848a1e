"""Where it happened."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from wireroom.disputes.accounts import Account
from wireroom.disputes.ordering import in_order, told_by
from wireroom.disputes.tokens import split_words
from wireroom.disputes.whereabouts import Whereabouts, are_apart, as_key, from_key
from wireroom.disputes.wordlists import words
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span

_MOST = 6  # other places of a report that are kept
_BEFORE, _NEAR = 40, 3  # characters, and words, before a country in which "in" is looked for


def find_places(account: Account) -> Iterator[Claim]:
    """At most one claim: the report's place, where the gazetteer knows it.

    A country counts only where the words say that something is in it, for it acts as often. The
    claim's key holds all that the place may be, so that a namesake makes no dispute, and the
    other places of the sentences about the happening ("Sudden Valley, north of Bellham").
    """
    places = account.analysed.analysis.places
    index = account.report.place
    if index is None or not 0 <= index < len(places) or not _is_where(account, places[index]):
        return
    mention = places[index]
    near = [
        Whereabouts.of(place)
        for place in account.in_sentences(places)
        if place.precision != "country" and place.candidates
    ]
    yield Claim(
        "place",
        mention.span.of(account.text),
        account.evidence(mention.span),
        speaker=account.speaker(mention.span),
        key=as_key([Whereabouts.of(mention), *near[:_MOST]]),
        origin=account.origin,
        said=account.said,
    )


def _is_where(account: Account, mention: PlaceMention) -> bool:
    if not mention.candidates or mention.use != "name":
        return False
    if mention.precision != "country":
        return True
    before = split_words(account.text, Span(max(0, mention.start - _BEFORE), mention.start))
    return any(word.key in words("whereabouts") for word in before[-_NEAR:])


def compare_places(claims: Sequence[Claim]) -> Verdict:
    """Disputed when two places lie apart, however they are read.

    A town and the region or country that it lies in agree, and so do towns within 30 km of each
    other. Of two places that the gazetteer does not tell apart for certain, nothing is said.
    """
    known = [claim for claim in in_order(claims) if claim.key]
    if len(known) < 2:
        return CannotTell("fewer than two reports say where it happened")
    apart = _keys_apart({claim.key for claim in known})
    opposed = [claim for claim in known if claim.key in apart]
    if not opposed:
        return Agreed("every place may be, hold or lie in every other")
    other = next(claim for claim in opposed if claim.key in apart[opposed[0].key])
    return Disputed(f"{told_by(opposed[0])} and {told_by(other)} lie apart", tuple(opposed))


def _keys_apart(keys: Iterable[str]) -> dict[str, set[str]]:
    """For each key, those that it lies apart from; many reports have one key."""
    known = {key: from_key(key) for key in sorted(keys)}
    found: dict[str, set[str]] = {}
    for first, second in combinations(known, 2):
        if _apart(known[first], known[second]):
            found.setdefault(first, set()).add(second)
            found.setdefault(second, set()).add(first)
    return found


def _apart(a: Sequence[Whereabouts], b: Sequence[Whereabouts]) -> bool:
    """Whether the place of neither is anywhere near what the other names."""
    return all(are_apart(a[0], where) for where in b) and all(are_apart(b[0], w) for w in a)
