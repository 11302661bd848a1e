"""The day on which it happened."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.accounts import Account
from wireroom.disputes.ordering import in_order, told_by
from wireroom.disputes.tokens import split_words
from wireroom.disputes.wordlists import words
from wireroom.records.dates import PartialDate
from wireroom.records.disputes import Agreed, CannotTell, Claim, Disputed, Verdict
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression

_DATELINE = 80  # characters at the head of a text, where the day of publication stands
_BEFORE = 60  # characters before a date in which the verb of saying is looked for
_WEEK = 7  # days
_FAR = 150  # characters between a date and the nearest mention of what happened then
_NEAR = 4  # words between that verb and the date


def find_dates(account: Account) -> Iterator[Claim]:
    """At most one claim: the report's date, where a sentence about the happening has words for it.

    A date that was only taken from the day of publication has no characters to show, and is no
    claim; nor is a dateline, the day on which somebody spoke ("said on Friday"), or a mere month
    or year, which is background more often. The claim's bounds are ordinals of the first and the
    last day; its key has those of the other days that the sentences name.
    """
    bounds = _bounds(account.report.date) if account.report.day_told else None
    found = _expression(account, bounds) if bounds else None
    if bounds and found and bounds[1] - bounds[0] < _WEEK:
        yield Claim(
            "date",
            account.report.date or "",
            account.evidence(found.span),
            speaker=account.speaker(found.span),
            key=_others(account),
            low=bounds[0],
            high=bounds[1],
            origin=account.origin,
            said=account.said,
        )


def _bounds(date: str | None) -> tuple[int, int] | None:
    days = [PartialDate.parse(part) for part in (date or "").split("/")]
    known = [day for day in days if day]
    if not known or len(known) != len(days):
        return None
    return (
        min(day.first.toordinal() for day in known),
        max(day.last.toordinal() for day in known),
    )


def _expression(account: Account, bounds: tuple[int, int]) -> TimeExpression | None:
    """The expression nearest to the trigger that falls within the report's date."""
    fitting = []
    for expression in account.in_sentences(account.analysed.analysis.dates):
        of_it = _bounds(expression.value[:10]) if expression.type in ("DATE", "TIME") else None
        if of_it and bounds[0] <= of_it[0] and of_it[1] <= bounds[1]:
            fitting.append(expression)
    trigger = account.report.trigger.start
    told = [expression for expression in fitting if _is_told(account, expression)]
    return min(told, key=lambda e: (abs(e.start - trigger), e.start), default=None)


def _others(account: Account) -> str:
    days = [
        _bounds(expression.value[:10])
        for expression in account.in_sentences(account.analysed.analysis.dates)
        if expression.type in ("DATE", "TIME")
    ]
    return ",".join(sorted({f"{first}-{last}" for first, last in filter(None, days)}))


def _is_told(account: Account, expression: TimeExpression) -> bool:
    """Whether its sentence says so of the happening."""
    mentions = (account.report.trigger, *account.report.mentions)
    far = min(abs(expression.start - mention.start) for mention in mentions)
    if expression.start < _DATELINE or far > _FAR:
        return False
    text = account.text
    before = split_words(text, Span(max(0, expression.start - _BEFORE), expression.start))
    after = split_words(text, Span(expression.end, min(len(text), expression.end + _BEFORE)))
    return not any(word.key in words("reporting") for word in (*before[-_NEAR:], *after[:1]))


def compare_dates(claims: Sequence[Claim]) -> Verdict:
    """Disputed when two claims have no day in common, and neither report names the other's day.

    A report of a fight that went on may name several days.
    """
    known = [c for c in in_order(claims) if c.low is not None and c.high is not None]
    if len(known) < 2:
        return CannotTell("fewer than two reports say when it happened")
    opposed = [claim for claim in known if any(_apart(claim, other) for other in known)]
    if not opposed:
        return Agreed("some day fits every two of the reports")
    other = next(claim for claim in opposed if _apart(opposed[0], claim))
    return Disputed(f"no day fits both {told_by(opposed[0])} and {told_by(other)}", tuple(opposed))


def _apart(a: Claim, b: Claim) -> bool:
    return not (_names_day_of(a, b) or _names_day_of(b, a))


def _names_day_of(claim: Claim, other: Claim) -> bool:
    ranges = [(claim.low or 0.0, claim.high or 0.0)]
    for pair in filter(None, claim.key.split(",")):
        first, last = pair.split("-")
        ranges.append((float(first), float(last)))
    return any(low <= (other.high or 0) and (other.low or 0) <= high for low, high in ranges)
