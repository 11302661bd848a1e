"""From phrases that the model found to the participants of a trigger."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wireroom.extraction.encoder import flowing
from wireroom.extraction.events.learnt.scoring import NOTHING, PARTS, Part, Phrase, Told, scorer_for
from wireroom.extraction.events.participants import Participants, kind_of, plain
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.events import Participant, ParticipantKind
from wireroom.records.spans import Span

VIOLENT = frozenset({"ASSAULT", "CRIME"})


@dataclass(frozen=True, slots=True)
class _Least:
    """The least chances that count: mean over the triggers of a happening, mean over the words of
    a phrase."""

    link: float
    phrase: float


# Set on 200 reports of MUC-4 that the model was not trained on and the open part of FA-KES,
# 2026-12: figures on those parts are a little flattered.
_LEAST: dict[Part, _Least] = {
    "perp_ind": _Least(0.7, 0.75),
    "perp_org": _Least(0.7, 0.7),
    "target": _Least(0.8, 0.65),
    "victim": _Least(0.7, 0.85),
    "weapon": _Least(0.7, 0.9),
}
# The chances that two phrases name the same from which the model is believed, and under which the
# names are not.
_AGAIN, _OTHER = 0.35, 0.3
# The least chance that the model has to see in one whom the syntax shows.
_VOUCHED = 0.15

_ALLOWED: dict[Part, tuple[ParticipantKind, ...]] = {
    "perp_ind": ("person", "group", "vehicle"),
    "perp_org": ("organization", "state"),
    "target": ("facility", "vehicle", "property", "organization"),
    "victim": ("person", "group"),
    "weapon": (),
}


@dataclass(frozen=True, slots=True)
class _Cast:
    """A phrase and whom it names."""

    phrase: Phrase
    participant: Participant


@dataclass(frozen=True, slots=True)
class Casting:
    """What the model told of a passage; ``numbers`` are its triggers by their token."""

    told: Told
    numbers: dict[int, int]

    def incident(self, token: int) -> float | None:
        """The chance that the trigger at a token speaks of a particular attack; None if unread."""
        number = self.numbers.get(token)
        return None if number is None else self.told.incident.get(number)

    def together(self, token: int, others: Sequence[int]) -> float | None:
        """The mean chance that the trigger at a token speaks of the same attack as those at other
        tokens; None where no window has two of them."""
        number, told = self.numbers.get(token), self.told.together
        numbers = [self.numbers.get(other) for other in others]
        chances = [
            told[number, other]
            for other in numbers
            if number is not None and other is not None and (number, other) in told
        ]
        return sum(chances) / len(chances) if chances else None


def cast_passage(reading: Reading, triggers: Sequence[Trigger]) -> Casting:
    """What the model of the language says; nothing where there is none, or no violence."""
    violent = [one for one in triggers if one.entry.type in VIOLENT]
    scorer = scorer_for(reading.lexicon.code) if violent else None
    if scorer is None:
        return Casting(NOTHING, {})
    tokens, start = reading.tree.tokens, reading.annotated.span.start
    spans = [
        Span(tokens[one.token].start - start, tokens[one.token].end - start) for one in violent
    ]
    told = scorer.read(flowing(reading.annotated), spans)
    return Casting(told, {one.token: number for number, one in enumerate(violent)})


def cast_happening(reading: Reading, casting: Casting, tokens: Sequence[int]) -> Participants:
    """Those whom the model ties to the triggers, by their token, of one happening."""
    numbers = [casting.numbers[token] for token in tokens if token in casting.numbers]
    found: dict[Part, list[_Cast]] = {part: [] for part in PARTS}
    phrases = casting.told.phrases
    for index, phrase in enumerate(phrases):
        chances = [phrase.goes_with[number] for number in numbers if number in phrase.goes_with]
        least = _LEAST[phrase.part]
        if not chances or phrase.chance < least.phrase or _mean(chances) < least.link:
            continue
        after = phrases[index + 1] if index + 1 < len(phrases) else None
        one = _participant(reading, _whole(reading, phrase, after))
        found[phrase.part].append(_Cast(phrase, one))
    text = reading.annotated.text
    sides: dict[str, list[Participant]] = {"actors": [], "targets": [], "instruments": []}
    for part in PARTS:
        sides[_SIDES[part]] += _one_a_name(found[part], text)
    return Participants(
        *(tuple(sorted(side, key=lambda one: one.spans)) for side in sides.values())
    )


def _mean(chances: Sequence[float]) -> float:
    return sum(chances) / len(chances)


def _whole(reading: Reading, phrase: Phrase, after: Phrase | None) -> Phrase:
    """The phrase with the organisation that it leads up to: "members of the" Free Harbour Front."""
    text, start = reading.annotated.text, reading.annotated.span.start
    own = phrase.span.moved(start).of(text).casefold().split()
    if phrase.part != "perp_ind" or after is None or after.part != "perp_org":
        return phrase
    if after.span.start - phrase.span.end > 2 or not {"of", "from"} & set(own[-2:]):
        return phrase
    return replace(phrase, span=Span(phrase.span.start, after.span.end))


_SIDES: dict[Part, str] = {
    "perp_ind": "actors",
    "perp_org": "actors",
    "target": "targets",
    "victim": "targets",
    "weapon": "instruments",
}


def _participant(reading: Reading, phrase: Phrase) -> Participant:
    span = phrase.span.moved(reading.annotated.span.start)
    if phrase.part == "weapon":
        return Participant((span,), plain(span, reading))
    allowed = _ALLOWED[phrase.part]
    kind = kind_of(reading, _head(reading, span))
    return Participant((span,), plain(span, reading), kind if kind in allowed else allowed[0])


def _head(reading: Reading, span: Span) -> int:
    """The token of the phrase that the others hang on."""
    tokens = reading.tree.tokens
    first = bisect_left(tokens, span.start + 1, key=lambda token: token.end)
    last = max(first, bisect_left(tokens, span.end, key=lambda token: token.start) - 1)
    for index in range(first, min(last + 1, len(tokens))):
        if not first <= tokens[index].head <= last or tokens[index].head == index:
            return index
    return min(last, len(tokens) - 1)


def vouched(
    reading: Reading, casting: Casting, syntax: Participants, learnt: Participants
) -> Participants:
    """Those of whom the model does not think that they have no such part in any attack.

    It knows no armies, for those who taught it left their wars out: of actors only persons hang on
    its word, and groups and organisations where it found others who did it.
    """
    start = reading.annotated.span.start
    doubted = _PARTIES if learnt.actors else _PARTIES[:1]

    def stays(one: Participant, parts: tuple[Part, ...]) -> bool:
        if parts is _PARTS_OF[0] and one.kind not in doubted:
            return True
        spans = [Span(span.start - start, span.end - start) for span in one.spans]
        chances = [casting.told.chance(span, parts) for span in spans]
        return any(chance is None or chance >= _VOUCHED for chance in chances)

    return Participants(
        *(
            tuple(one for one in side if stays(one, parts))
            for side, parts in zip(_sides(syntax), _PARTS_OF, strict=True)
        )
    )


_PARTIES: tuple[ParticipantKind, ...] = ("person", "group", "organization")
_PARTS_OF: tuple[tuple[Part, ...], ...] = (
    ("perp_ind", "perp_org"),
    ("target", "victim"),
    ("weapon",),
)


def joined(syntax: Participants, learnt: Participants) -> Participants:
    """What the model found, and what the syntax shows beside it: nothing that shares a word with
    a phrase of the model's, whatever part that has."""
    taken = [span for side in _sides(learnt) for one in side for span in one.spans]
    return Participants(
        *(
            (*found, *(one for one in shown if not _shares(one, taken)))
            for found, shown in zip(_sides(learnt), _sides(syntax), strict=True)
        )
    )


def _sides(who: Participants) -> tuple[tuple[Participant, ...], ...]:
    return who.actors, who.targets, who.instruments


def _shares(one: Participant, taken: list[Span]) -> bool:
    return any(span.overlaps(other) for span in one.spans for other in taken)


def _one_a_name(found: list[_Cast], text: str) -> list[Participant]:
    """Each once: "Free Harbour Front (FHF)" is one, and "Olsen" is "Karl Olsen" again."""
    kept: list[_Cast] = []
    for one in sorted(found, key=lambda one: one.participant.spans):
        home = next((k for k, other in enumerate(kept) if _is_once_more(other, one, text)), None)
        if home is None:
            kept.append(one)
        else:
            known = kept[home].participant
            spans = (*known.spans, *one.participant.spans)
            kept[home] = replace(kept[home], participant=replace(known, spans=spans))
    return [one.participant for one in kept]


def _is_once_more(known: _Cast, one: _Cast, text: str) -> bool:
    """Whether the model or the names tell that the two are one."""
    if known.phrase.part != one.phrase.part:
        return False
    chance = one.phrase.again.get(known.phrase.span)
    if chance is not None and chance >= _AGAIN:
        return True
    if chance is not None and chance < _OTHER:
        return False
    return _is_again(known.participant, one.participant, text)


def _is_again(known: Participant, one: Participant, text: str) -> bool:
    if known.kind != one.kind and "organization" in (known.kind, one.kind):
        return False
    between = text[known.spans[-1].end : one.spans[0].start]
    if known.kind == "organization" and between.strip() in ("(", "[", ",", "--"):
        return True
    a, b = known.name.casefold().split(), one.name.casefold().split()
    initials = "".join(word[0] for word in a)
    return (
        a[-1] == b[-1]
        or one.name.casefold() in (initials, known.name.casefold())
        or (one.kind in ("person", "group") and bool(set(map(_stem, a)) & set(map(_stem, b[-1:]))))
    )


def _stem(word: str) -> str:
    return word.removesuffix("s")
