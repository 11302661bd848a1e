"""Mentions to happenings: which of them speak of the same one."""

from wireroom.extraction.events.circumstances import Setting
from wireroom.extraction.events.happenings import Happening, counted_in, heads_of
from wireroom.extraction.events.keeping import SHORT, dated, is_general, is_idle, tells_of_war
from wireroom.extraction.events.learnt.casting import Casting, cast_happening, joined, vouched
from wireroom.extraction.events.mentions import Mention
from wireroom.extraction.events.participants import Participants
from wireroom.extraction.events.passages import Reading
from wireroom.extraction.events.sameness import is_same
from wireroom.records.events import Certainty, EventReport, Participant
from wireroom.records.spans import Span

_RECENT = 40  # happenings that a mention is held against; keeps the work linear
# Of two modes of one happening the stronger is kept; a happening of one alone has no other.
_STRENGTH = (
    "riot",
    "suicide-attack",
    "chemical",
    "explosives",
    "heavy-weapons",
    "firearms",
    "primitive",
)
_SURE: tuple[Certainty, ...] = (
    "asserted",
    "reported",
    "alleged",
    "possible",
    "planned",
    "denied",
)


def assemble(
    reading: Reading, setting: Setting, mentions: list[Mention], casting: Casting
) -> list[EventReport]:
    """One report a happening, in the order of their first mentions."""
    happenings: list[Happening] = []
    for mention in mentions:
        home = _home(reading, setting, casting, mention, happenings)
        if home is None:
            home = Happening()
            happenings.append(home)
        _take(home, mention, setting)
    length = len(reading.tree.bounds)
    kept = [one for one in happenings if not is_idle(one) and not is_general(one, length)]
    if not kept:  # a headline may say no more than "clashes"
        kept = [one for one in happenings if one.mentions[0].sentence == 0]
    judged = length > SHORT and not tells_of_war(mentions)
    return [
        dated(_report(one, setting, _participants(reading, casting, one, judged)), one, setting)
        for one in kept
    ]


def _home(
    reading: Reading,
    setting: Setting,
    casting: Casting,
    mention: Mention,
    happenings: list[Happening],
) -> Happening | None:
    for happening in reversed(happenings[-_RECENT:]):
        if is_same(reading, setting, casting, mention, happening):
            return happening
    return None


def _take(home: Happening, mention: Mention, setting: Setting) -> None:
    home.mentions.append(mention)
    home.heads |= heads_of(mention)
    home.counted |= counted_in(setting, mention)
    home.acted |= bool(mention.participants.actors)
    home.hit |= bool(mention.participants.targets)
    home.mode = _stronger(home.mode, mention.mode)
    if mention.place is not None and _is_better(setting, home, mention):
        home.place = mention.place
    if mention.date is not None and len(mention.date) > len(home.date or ""):
        home.date = mention.date


def _is_better(setting: Setting, home: Happening, mention: Mention) -> bool:
    if home.place is None or mention.place is None:
        return True
    old, new = setting.values.places[home.place], setting.values.places[mention.place]
    return (
        mention.attached
        and old.precision in ("country", "region")
        and (new.precision not in ("country", old.precision))
    )


def _stronger(one: str | None, other: str | None) -> str | None:
    for mode in _STRENGTH:
        if mode in (one, other):
            return mode
    return one or other


def _participants(
    reading: Reading, casting: Casting, happening: Happening, judged: bool
) -> Participants:
    """Those of all its mentions, if ``judged`` without those of whom the model thinks nothing, and
    those whom it ties to it."""
    all_of = [one.participants for one in happening.mentions]
    syntax = Participants(
        tuple(one for found in all_of for one in found.actors),
        tuple(one for found in all_of for one in found.targets),
        tuple(one for found in all_of for one in found.instruments),
    )
    tokens = [one.trigger.token for one in happening.mentions]
    learnt = cast_happening(reading, casting, tokens)
    if judged and any(token in casting.numbers for token in tokens):
        syntax = vouched(reading, casting, syntax, learnt)
    return joined(syntax, learnt)


def _report(happening: Happening, setting: Setting, who: Participants) -> EventReport:
    mentions = sorted(happening.mentions, key=lambda one: one.span)
    first = mentions[0]
    surest = min(mentions, key=lambda one: _SURE.index(one.certainty))
    certainty = first.certainty if first.certainty in ("denied", "planned") else surest.certainty
    if certainty == "denied" and surest.certainty in ("asserted", "reported"):
        certainty = "reported"
    reason = first.reason
    if len(mentions) > 1:
        reason += f"; mentioned {len(mentions)} times"
    return EventReport(
        first.span,
        first.type,
        happening.mode,
        _merged(list(who.actors)),
        _merged(list(who.targets)),
        _merged(list(who.instruments)),
        happening.place,
        happening.date,
        _distinct([i for x in mentions for i in x.quantities], setting),
        _attribution(mentions),
        certainty,
        tuple(one.span for one in mentions),
        min(one.depth for one in mentions),
        reason,
    )


def _attribution(mentions: list[Mention]) -> int | None:
    """What the report stands under: as its first mention does, else as one that gives a number,
    a place or a day. Who speaks in passing of what was told before has not reported it."""
    first, *others = mentions
    telling = (x for x in others if x.quantities or x.place is not None or x.date is not None)
    return next((x.attribution for x in (first, *telling) if x.attribution is not None), None)


def _merged(participants: list[Participant]) -> tuple[Participant, ...]:
    """Each once: later names that repeat the last word of an earlier one go under it."""
    found: dict[str, tuple[Participant, dict[Span, None]]] = {}
    for one in participants:
        key = one.name.split()[-1].casefold() if one.name.split() else ""
        _, spans = found.setdefault(key, (one, {}))
        spans.update(dict.fromkeys(one.spans))
    return tuple(Participant(tuple(spans), one.name, one.kind) for one, spans in found.values())


def _distinct(indexes: list[int], setting: Setting) -> tuple[int, ...]:
    """The quantities without those that say again what an earlier one said."""
    seen: set[tuple[str, float]] = set()
    kept = []
    for index in dict.fromkeys(indexes):
        quantity = setting.values.quantities[index]
        key = (quantity.role, quantity.value)
        if key not in seen:
            seen.add(key)
            kept.append(index)
    return tuple(kept)
