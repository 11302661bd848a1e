"""How great the damage is said to be: "minor damage" against "heavy damage"."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.accounts import Account
from wireroom.disputes.ordering import in_order, told_by
from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import meanings, words
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.spans import Span

_REACH = 2  # words between the degree and the harm ("minor structural damage")


def find_damage(account: Account) -> Iterator[Claim]:
    """One claim for each degree of damage in the sentences about the happening.

    The claim's bounds are the degree twice: 0 none, 1 little, 2 much. "Material damage" counts
    as much: it is more than a trifle to who says so.
    """
    for sentence in account.about_it:
        found = split_words(account.text, sentence)
        for at, word in enumerate(found):
            degree = _degree_before(found, at) if word.key in meanings("harms") else None
            if degree is None:
                continue
            span = Span(degree.start, word.end)
            great = float(meanings("degrees")[degree.key])
            yield Claim(
                meanings("harms")[word.key],
                span.of(account.text),
                account.evidence(span),
                speaker=account.speaker(span),
                low=great,
                high=great,
                origin=account.origin,
                said=account.said,
            )


def _degree_before(found: Sequence[Word], at: int) -> Word | None:
    for word in reversed(found[max(0, at - 1 - _REACH) : at]):
        if word.key in meanings("degrees"):
            return word
        if word.key in words("stop"):
            return None
    return None


def compare_damage(claims: Sequence[Claim]) -> Verdict:
    """Disputed when one report has little or none and another much."""
    known = [claim for claim in in_order(claims) if claim.low is not None]
    if len(known) < 2:
        return CannotTell("fewer than two reports say how great the damage is")
    if len({claim.low for claim in known}) < 2:
        return Agreed("every report gives damage of the same degree")
    least = min(known, key=lambda claim: claim.low or 0)
    most = max(known, key=lambda claim: claim.low or 0)
    return Disputed(f"{told_by(least)} against {told_by(most)}", tuple(known))
