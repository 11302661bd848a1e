"""Who is blamed for an attack or a crime, and who denies that it was them."""

from collections.abc import Iterator, Sequence
from functools import cache

from wireroom.disputes.accounts import Account
from wireroom.disputes.causes import DENIED, POSSIBLE, find_causes, is_blame
from wireroom.disputes.checks.actors import BLAMED, name_actors
from wireroom.disputes.ordering import in_order, told_by
from wireroom.disputes.parties import are_rivals, party_of
from wireroom.disputes.tokens import split_words
from wireroom.disputes.wordlists import meanings, words
from wireroom.records.attributions import Attribution
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.spans import Span, hull


def find_responsibility(account: Account) -> Iterator[Claim]:
    """The actors that the report names, what it calls the deed, what it says that it came from,
    whom others blame for it, and who denies having done it.

    "A terrorist attack" says who did it where nobody is named.
    """
    if account.report.type not in BLAMED:
        return
    named = list(name_actors(account, "responsibility"))
    if account.report.certainty != "denied":
        yield from named
    for span, party in () if named else _called(account):
        yield _claim(account, span, party, account.speaker(span))
    yield from _causes(account, [claim.evidence.span for claim in named])
    yield from _blamed(account)
    for attribution in account.analysed.analysis.attributions:
        denial = _denial(account, attribution)
        own = "|".join(sorted(party_of(attribution.speaker or "")))
        if denial and own:
            yield _claim(account, denial, DENIED + own, attribution.speaker)


def _claim(account: Account, span: Span, key: str, speaker: str | None) -> Claim:
    return Claim(
        "responsibility",
        span.of(account.text),
        account.evidence(span),
        speaker=speaker,
        key=key,
        origin=account.origin,
        said=account.said,
    )


def _causes(account: Account, taken: Sequence[Span]) -> Iterator[Claim]:
    for cause in find_causes(account):
        if not any(cause.span.overlaps(span) for span in taken):
            speaker = cause.speaker or account.sayer(cause.span)
            yield _claim(account, cause.span, cause.key, speaker)


def _blamed(account: Account) -> Iterator[Claim]:
    """The parties of the list that somebody holds responsible, where the happening is told."""
    for report in account.analysed.analysis.events:
        told = any(sentence.covers(report.trigger) for sentence in account.sentences)
        if not told or not is_blame(account, report) or report.certainty == "denied":
            continue
        for target in report.targets:
            parties = party_of(target.name)
            listed = parties and not any(party.startswith("=") for party in parties)
            if target.spans and listed and target.spans[0].start > report.trigger.start:
                key = "|".join(sorted(parties))
                yield _claim(account, target.spans[0], key, report.actors[0].name)


def _called(account: Account) -> Iterator[tuple[Span, str]]:
    """The phrases that call the deed by who did it, in the sentences that mention it."""
    for sentence in account.sentences:
        found = split_words(account.text, sentence)
        for at in range(len(found)):
            for length in range(min(_longest(), len(found) - at), 0, -1):
                phrase = found[at : at + length]
                party = meanings("blames").get(" ".join(word.key for word in phrase))
                if party:
                    yield Span(phrase[0].start, phrase[-1].end), party
                    break


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in meanings("blames"))


def _denial(account: Account, attribution: Attribution) -> Span | None:
    """Where somebody denies a hand in it: the whole of that attribution, or None."""
    if attribution.stance != "denies":
        return None
    span = hull((*attribution.source, *attribution.cue, *attribution.content))
    if span is None or not any(sentence.overlaps(span) for sentence in account.sentences):
        return None
    said = (*attribution.cue, *attribution.content)
    keys = {word.key for part in said for word in split_words(account.text, part)}
    return span if keys & words("responsibility") else None


def compare_responsibility(claims: Sequence[Claim]) -> Verdict:
    """Disputed when two parties that cannot be one are blamed, or one that is blamed denies it."""
    known = [claim for claim in in_order(claims) if claim.key]
    if len(known) < 2:
        return CannotTell("fewer than two reports say who did it")
    opposed = [claim for claim in known if any(_clash(claim, other) for other in known)]
    if not opposed:
        return Agreed("every party that is named may be every other, and none denies it")
    one, other = _widest(opposed)
    if _denies(one) != _denies(other):
        return Disputed(f"{told_by(one)} against {told_by(other)}", tuple(opposed))
    return Disputed(f"{told_by(one)} and {told_by(other)} differ", tuple(opposed))


def _widest(opposed: Sequence[Claim]) -> tuple[Claim, Claim]:
    """The two to name: who blames flatly before who denies or doubts, those with a speaker,
    and, since the reason is in English, those in Latin letters."""
    pairs = [(a, b) for a in opposed for b in opposed if a is not b and _clash(a, b)]
    return min(pairs, key=lambda pair: (_rank(pair[0]) + _rank(pair[1]), _denies(pair[0])))


def _rank(claim: Claim) -> int:
    flat = 8 * claim.key.startswith(POSSIBLE) + 4 * _denies(claim)
    return flat + 2 * (claim.speaker is None) + (not claim.value.isascii())


def _denies(claim: Claim) -> bool:
    return claim.key.startswith(DENIED)


def _clash(a: Claim, b: Claim) -> bool:
    """Whether both cannot hold: a party and its denial, or two parties that cannot be one. What is
    left open clashes with a denial only."""
    first, second = _parties(a), _parties(b)
    if _denies(a) != _denies(b):
        return bool(first & second)
    open_ = a.key.startswith(POSSIBLE) or b.key.startswith(POSSIBLE)
    return not open_ and not _denies(a) and are_rivals(first, second)


def _parties(claim: Claim) -> frozenset[str]:
    return frozenset(claim.key.removeprefix(DENIED).removeprefix(POSSIBLE).split("|"))
