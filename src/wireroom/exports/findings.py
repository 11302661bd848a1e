"""What was found in one Document, each finding in words that a person reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution
from wireroom.records.events import EventReport, Participant
from wireroom.records.headlines import HeadlineFinding, Mismatch
from wireroom.records.places import PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression

Layer = Literal[
    "source",
    "cue",
    "content",
    "place",
    "date",
    "quantity",
    "event",
    "reuse",
    "mismatch",
    "evidence",
]
FindingKind = Literal["says", "place", "date", "number", "event", "headline"]

_STANCES = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "no-comment": "does not comment on",
    "asks": "asks",
    "promises": "promises",
}
# How sure a source makes it, where its stance does not say as much.
_CERTAINTIES = {
    "reported": "as reported",
    "alleged": "as an allegation",
    "possible": "as possible",
    "planned": "as planned",
    "denied": "as not so",
}
# What a cue of no saying makes of somebody who asserts.
_ASSERTS = {"thought": "thinks", "wish": "wants", "evidence": "shows"}
_MISMATCHES = {
    "place": "another place",
    "number": "another number",
    "date": "another date",
    "actor": "somebody else",
    "certainty": "another certainty",
    "negation": "denied in one, said in the other",
}
_RELATIONS = {
    "agrees": "the text agrees with its headline",
    "disagrees": "the text denies its headline",
    "discusses": "the text reports the headline without taking it as true or false",
    "unrelated": "the text is about something else than its headline",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the text that a finding rests on, and what they are in it."""

    layer: Layer
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what it rests on, what it says, and why. ``index`` counts within its kind."""

    kind: FindingKind
    index: int
    stretches: tuple[Stretch, ...]
    details: str
    reason: str

    @property
    def start(self) -> int:
        """Where in the text it begins."""
        return min((stretch.span.start for stretch in self.stretches), default=0)


def list_findings(analysed: AnalysedDocument) -> tuple[Finding, ...]:
    """All findings of one Document, in the order of the text; spans are cut off at its end."""
    analysis, length = analysed.analysis, len(analysed.document.text)
    found = [_clipped(finding, length) for finding in _all_of(analysis, analysed.document.text)]
    return tuple(sorted(found, key=lambda finding: finding.start))


def relation_in_words(finding: HeadlineFinding) -> str:
    """How a text stands to its headline."""
    return _RELATIONS[finding.relation]


def mismatch_in_words(mismatch: Mismatch) -> str:
    """What a headline and its text differ in."""
    return _MISMATCHES[mismatch.field]


def stance_in_words(attribution: Attribution) -> str:
    """The verb of what somebody said: says, thinks, denies, doubts, …"""
    if attribution.stance == "asserts" and attribution.kind != "direct":
        return _ASSERTS.get(attribution.family or "", _STANCES["asserts"])
    return _STANCES[attribution.stance]


def certainty_in_words(attribution: Attribution) -> str:
    """How sure the source makes what it says; empty where it flatly says so, and where its stance
    is not to assert: who denies, asks or promises has told that already."""
    if attribution.stance != "asserts" or is_frame(attribution):
        return ""
    return _CERTAINTIES.get(attribution.certainty, "")


def is_deed(attribution: Attribution) -> bool:
    """Whether no word of saying, thinking or wanting stands in it: something done, not said."""
    return attribution.family is None and attribution.kind != "direct" and bool(attribution.cue)


def is_frame(attribution: Attribution) -> bool:
    """Whether it says no more than that a post, or a piece pasted into one, is somebody's."""
    return not attribution.cue


def _clipped(finding: Finding, length: int) -> Finding:
    if all(0 <= s.span.start < s.span.end <= length for s in finding.stretches):
        return finding
    kept = tuple(
        Stretch(stretch.layer, Span(max(0, stretch.span.start), min(length, stretch.span.end)))
        for stretch in finding.stretches
        if max(0, stretch.span.start) < min(length, stretch.span.end)
    )
    return Finding(finding.kind, finding.index, kept, finding.details, finding.reason)


def _all_of(analysis: Analysis, text: str) -> Iterator[Finding]:
    for index, attribution in enumerate(analysis.attributions):
        yield _says(index, attribution, analysis, text)
    for index, place in enumerate(analysis.places):
        yield Finding("place", index, _one("place", place.span), _where(place), place.reason)
    for index, time in enumerate(analysis.dates):
        yield Finding("date", index, _one("date", time.span), _when(time), time.reason)
    for index, quantity in enumerate(analysis.quantities):
        details = _how_many(quantity, analysis, text)
        yield Finding("number", index, _one("quantity", quantity.span), details, quantity.reason)
    for index, event in enumerate(analysis.events):
        details = _happened(event, analysis, text)
        yield Finding("event", index, _one("event", event.trigger), details, event.reason)
    findings = [*([analysis.headline] if analysis.headline else [])]
    findings += [found.headline for found in analysis.passage_headlines]
    for index, finding in enumerate(findings):
        for mismatch in finding.mismatches:
            stretches = _one("mismatch", mismatch.text)
            details = f"headline and text differ: {mismatch_in_words(mismatch)}"
            yield Finding("headline", index, stretches, details, mismatch.reason)


def _one(layer: Layer, span: Span) -> tuple[Stretch, ...]:
    return (Stretch(layer, span),)


def _says(index: int, found: Attribution, analysis: Analysis, text: str) -> Finding:
    # All of a post is its poster's: to highlight it would hide what is found in it. A deed is no
    # words of anybody.
    deed = is_deed(found)
    content: Layer = "evidence" if is_frame(found) or deed else "content"
    # What stands for a poster is furniture of the board: nobody's name.
    by_board = is_frame(found) and found.speaker_kind == "post"
    source: Layer = "evidence" if by_board or deed else "source"
    cue: Layer = "evidence" if deed else "cue"
    stretches = (
        *(Stretch(source, span) for span in found.source),
        *(Stretch(cue, span) for span in found.cue),
        *(Stretch(content, span) for span in found.content),
    )
    who = _who(found, text)
    kind = f" ({found.speaker_kind})" if found.speaker_kind else ""
    certainty = certainty_in_words(found)
    details = f"{who}{kind} {stance_in_words(found)}, {found.kind}"
    details += f", {certainty}" if certainty else ""
    details += f", to {found.channel.name}" if found.channel else ""
    if deed:
        details = f"{who}{kind}: “{words(found.cue, text)}”, done, not said"
    if is_frame(found):
        details = f"the words of {who}{kind}"
    if found.inside is not None and 0 <= found.inside < len(analysis.attributions):
        outer = analysis.attributions[found.inside]
        details += f", as told by {_who(outer, text)}"
    return Finding("says", index, stretches, details, found.reason)


def _who(found: Attribution, text: str) -> str:
    nobody = "an outlet not given" if found.speaker_kind == "outlet" else "somebody not named"
    return found.speaker or words(found.source, text) or nobody


def words(spans: Sequence[Span], text: str, longest: int = 80) -> str:
    """The characters of some spans on one line, cut at ``longest``."""
    pieces = (text[span.start : min(span.end, span.start + 4 * longest)] for span in spans)
    joined = " … ".join(" ".join(piece.split()) for piece in pieces)
    return joined if len(joined) <= longest else f"{joined[: longest - 1].rstrip()}…"


def _where(place: PlaceMention) -> str:
    use = " (its people or adjective)" if place.use == "demonym" else ""
    entry = place.entry
    if entry is None:
        return f"{place.name}{use}: not in the gazetteer"
    around = (entry.admin1, entry.country)
    inside = "".join(f", {part}" for part in around if part and part != entry.name)
    point = f"{entry.latitude:.2f}, {entry.longitude:.2f}"
    others = len(place.candidates) - 1
    more = f"; {others} other candidate{'s' if others > 1 else ''}" if others else ""
    return f"{entry.name}{inside}{use}; {place.precision} at {point}{more}"


def _when(time: TimeExpression) -> str:
    return f"{time.type.lower()} {time.value}"


def _how_many(quantity: Quantity, analysis: Analysis, text: str) -> str:
    number = _range(quantity)
    unit = f" ({quantity.unit})" if quantity.unit else ""
    role = f"{quantity.role}: " if quantity.role else ""
    part = quantity.part_of
    within = ""
    if part is not None and 0 <= part < len(analysis.quantities):
        within = f", counted in “{words((analysis.quantities[part].span,), text)}”"
    return f"{role}{number}{unit}{within}"


def _range(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return _number(quantity.value)
    if high is None:
        return f"{_number(low or 0)} or more"
    if low is None:
        return f"{_number(high)} or fewer"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    """In digits, however large it is.

    >>> _number(2e6), _number(0.5), _number(12.0)
    ('2,000,000', '0.5', '12')
    """
    if not isfinite(value):
        return "any number"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _happened(event: EventReport, analysis: Analysis, text: str) -> str:
    parts = [event.type.lower() + (f" ({event.mode})" if event.mode else "")]
    parts += _participants("by", event.actors)
    parts += _participants("against or for", event.targets)
    parts += _participants("with", event.instruments)
    if event.place is not None and 0 <= event.place < len(analysis.places):
        parts.append(f"at {analysis.places[event.place].name}")
    if event.date:
        by = "on" if event.day_told else "no day is told, published"
        parts.append(f"{by} {event.date.replace('/', ' to ')}")
    known = [analysis.quantities[i] for i in event.quantities if 0 <= i < len(analysis.quantities)]
    parts += [_how_many(quantity, analysis, text) for quantity in known]
    parts.append(event.certainty)
    return " · ".join(parts)


def _participants(role: str, participants: Sequence[Participant]) -> list[str]:
    names = ", ".join(participant.name for participant in participants)
    return [f"{role} {names}"] if names else []
