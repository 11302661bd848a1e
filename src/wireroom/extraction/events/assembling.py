"""Mentions to happenings: which of them speak of the same one."""

from dataclasses import dataclass, field

from wireroom.extraction.events.circumstances import Setting, places_fit
from wireroom.extraction.events.clauses import Tree, ancestors
from wireroom.extraction.events.mentions import Mention
from wireroom.extraction.events.passages import Reading
from wireroom.records.dates import PartialDate
from wireroom.records.events import Certainty, EventReport, Participant
from wireroom.records.spans import Span

_FAR = 25  # sentences after which nothing is taken up again without a name in common
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
_ALONE = frozenset({"abduct", "arson", "robbery", "hijack", "arrest"})
_SURE: tuple[Certainty, ...] = (
    "asserted",
    "reported",
    "alleged",
    "possible",
    "planned",
    "denied",
)


@dataclass(slots=True)
class _Happening:
    """What is known so far; grows while the passage is read."""

    mentions: list[Mention] = field(default_factory=list)
    mode: str | None = None
    place: int | None = None
    date: str | None = None
    heads: set[str] = field(default_factory=set)
    counted: set[tuple[str, float]] = field(default_factory=set)
    acted: bool = False
    hit: bool = False

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


def assemble(reading: Reading, setting: Setting, mentions: list[Mention]) -> list[EventReport]:
    """One report a happening, in the order of their first mentions."""
    happenings: list[_Happening] = []
    for mention in mentions:
        home = _home(reading, setting, mention, happenings)
        if home is None:
            home = _Happening()
            happenings.append(home)
        _take(home, mention, setting)
    kept = [one for one in happenings if not _is_idle(one)]
    if not kept:  # a headline may say no more than "clashes"
        kept = [one for one in happenings if one.mentions[0].sentence == 0]
    return [_report(one, setting) for one in kept]


def _is_idle(happening: _Happening) -> bool:
    """Nothing tells it from others of its kind: no participant, number, place or day of its own."""
    if all(mention.vague for mention in happening.mentions):
        return True
    return all(
        one.trigger.noun
        and one.sentence > 1
        and not one.attached
        and _is_bare(one)
        and one.date is None
        and not one.participants.instruments
        for one in happening.mentions
    )


def _home(
    reading: Reading, setting: Setting, mention: Mention, happenings: list[_Happening]
) -> _Happening | None:
    for happening in reversed(happenings[-_RECENT:]):
        if _same(reading, setting, mention, happening):
            return happening
    return None


def _same(reading: Reading, setting: Setting, mention: Mention, known: _Happening) -> bool:
    last, tree = known.last, reading.tree
    if _denied_apart(known, mention):
        return False
    if last.type != mention.type:
        crime = {last.type, mention.type} <= {"ASSAULT", "CRIME"}
        return crime and _modes_fit(known.mode, mention.mode) and _linked(tree, known, mention)
    if not _modes_fit(known.mode, mention.mode):
        return _linked(tree, known, mention) and not _parted(known.mode, mention.mode)
    if _linked(tree, known, mention):
        return True
    if mention.fresh or mention.sentence - last.sentence > _FAR:
        return False
    if _places_agree(setting, known, mention) and _dates_agree(known, mention):
        return _fits(setting, mention, known)
    return False


def _denied_apart(known: _Happening, mention: Mention) -> bool:
    """Whether one of the two is denied and the other told as a fact, and they name nobody in
    common: what somebody says did not happen is no further mention of what did."""
    denied = mention.certainty == "denied"
    if all((one.certainty == "denied") == denied for one in known.mentions):
        return False
    return not known.heads & _heads(mention)


def _fits(setting: Setting, mention: Mention, known: _Happening) -> bool:
    """Whether a mention that contradicts nothing is tied to what is known."""
    last = known.last
    shared = known.heads & _heads(mention)
    if mention.vague and not shared:
        return mention.sentence - last.sentence <= 3
    if mention.definite:
        return True
    if shared or _is_bare(mention) or _says_same(known, mention, setting):
        return True
    return _goes_on(known, mention)


_NEAR = 1  # sentences
_NEAR_MODE = 5  # the same where both are of one mode


def _goes_on(known: _Happening, mention: Mention) -> bool:
    """The next sentences tell more of it, unless they name somebody else on both sides."""
    far = _NEAR_MODE if known.mode is not None and known.mode == mention.mode else _NEAR
    if mention.sentence - known.last.sentence > far:
        return False
    has = mention.participants
    return not (has.targets and known.hit) or not (has.actors and known.acted)


def _says_same(known: _Happening, mention: Mention, setting: Setting) -> bool:
    """The same number of dead, or the same place and day."""
    if known.counted & _counted(setting, mention):
        return True
    if mention.place is None or known.place is None:
        return False
    a, b = setting.values.places[mention.place], setting.values.places[known.place]
    near = a.precision != "country" and a.name.casefold() == b.name.casefold()
    return near and mention.sentence - known.last.sentence <= 6


def _counted(setting: Setting, mention: Mention) -> set[tuple[str, float]]:
    known = setting.values.quantities
    return {(known[index].role, known[index].value) for index in mention.quantities}


def _is_bare(mention: Mention) -> bool:
    has = mention.participants
    return not (has.targets or has.actors or mention.quantities or mention.attached)


def _modes_fit(one: str | None, other: str | None) -> bool:
    if one == other or one is None or other is None:
        return one == other or not {one, other} & _ALONE
    return {one, other} <= {"suicide-attack", "explosives"} or "assassinate" in (one, other)


def _parted(one: str | None, other: str | None) -> bool:
    return bool({one, other} & _ALONE)


def _linked(tree: Tree, known: _Happening, mention: Mention) -> bool:
    """Whether one trigger hangs on the other in their sentence."""
    for other in known.mentions[-4:]:
        if other.sentence != mention.sentence:
            continue
        a, b = other.trigger.token, mention.trigger.token
        if (
            _hangs(tree, a, b)
            or _hangs(tree, b, a)
            or (other.type == "ASSAULT" and _beside(tree, a, b))
        ):
            return True
    return False


_BRIDGES = frozenset({"prep", "pobj", "agent", "advcl", "nsubj", "nsubjpass", "dobj", "acl", "obj"})
_BRIDGES |= {"relcl", "obl", "nsubj:pass", "nmod", "pcomp", "xcomp", "acl:relcl", "appos"}
_BRIDGES |= {"compound", "amod", "oprd"}


def _beside(tree: Tree, one: int, other: int) -> bool:
    """ "killed three and wounded five"."""
    return tree.tokens[other].dep == "conj" and tree.tokens[other].head == one


def _hangs(tree: Tree, below: int, above: int) -> bool:
    for steps, one in enumerate(ancestors(tree, below, 4)):
        if tree.tokens[below].dep not in _BRIDGES and not (steps and one == above):
            return False
        if one == above:
            return True
        below = one
    return False


def _places_agree(setting: Setting, known: _Happening, mention: Mention) -> bool:
    if known.place is None or mention.place is None or not mention.attached:
        return True
    places = setting.values.places
    return places_fit(places[known.place], places[mention.place])


def _dates_agree(known: _Happening, mention: Mention) -> bool:
    a, b = PartialDate.parse(known.date), PartialDate.parse(mention.date)
    return a is None or b is None or a.agrees_with(b)


def _heads(mention: Mention) -> set[str]:
    """The last words of those to whom it was done, or of those who did it if there are none.

    Of a person's name every longer word: "Oscar Molina Vega" comes back as "Molina".
    """
    chosen = mention.participants.targets or mention.participants.actors
    found: set[str] = set()
    for one in chosen:
        words = one.name.split()
        found.update(word.casefold() for word in words[-1:])
        if one.kind == "person" and all(word.istitle() for word in words):
            found.update(word.casefold() for word in words if len(word) > 3)
    return found


def _take(home: _Happening, mention: Mention, setting: Setting) -> None:
    home.mentions.append(mention)
    home.heads |= _heads(mention)
    home.counted |= _counted(setting, mention)
    home.acted |= bool(mention.participants.actors)
    home.hit |= bool(mention.participants.targets)
    home.mode = _stronger(home.mode, mention.mode)
    if mention.place is not None and _is_better(setting, home, mention):
        home.place = mention.place
    if mention.date is not None and len(mention.date) > len(home.date or ""):
        home.date = mention.date


def _is_better(setting: Setting, home: _Happening, mention: Mention) -> bool:
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


def _report(happening: _Happening, setting: Setting) -> EventReport:
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
        _merged([one for x in mentions for one in x.participants.actors]),
        _merged([one for x in mentions for one in x.participants.targets]),
        _merged([one for x in mentions for one in x.participants.instruments]),
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
