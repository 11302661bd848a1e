"""From phrases that the model found to the participants of a trigger."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wireroom.extraction.events.learnt.reading import flowing
from wireroom.extraction.events.learnt.scoring import NOTHING, Part, Phrase, Told, scorer_for
from wireroom.extraction.events.participants import Participants, kind_of, plain
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.events import Participant, ParticipantKind
from wireroom.records.spans import Span

VIOLENT = frozenset({"ASSAULT", "CRIME"})
# The least chances that count: mean over the triggers of a happening, mean over the words of a
# phrase. Set on MUC-4's development part and the open part of FA-KES, 2026-11: figures on those
# parts are a little flattered.
_LINKED, _LIKELY = 0.6, 0.75

_ALLOWED: dict[Part, tuple[ParticipantKind, ...]] = {
    "perp_ind": ("person", "group", "vehicle"),
    "perp_org": ("organization", "state"),
    "target": ("facility", "vehicle", "property", "organization"),
    "victim": ("person", "group"),
    "weapon": (),
}


@dataclass(frozen=True, slots=True)
class Casting:
    """What the model told of a passage; ``numbers`` are its triggers by their token."""

    told: Told
    numbers: dict[int, int]

    def incident(self, token: int) -> float | None:
        """The chance that the trigger at a token speaks of a particular attack; None if unread."""
        number = self.numbers.get(token)
        return None if number is None else self.told.incident.get(number)


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
    found: dict[str, list[Participant]] = {"actors": [], "targets": [], "instruments": []}
    for phrase in casting.told.phrases:
        chances = [phrase.goes_with[number] for number in numbers if number in phrase.goes_with]
        if not chances or phrase.chance < _LIKELY or sum(chances) < _LINKED * len(chances):
            continue
        found[_SIDES[phrase.part]].append(_participant(reading, phrase))
    text = reading.annotated.text
    return Participants(
        *(_one_a_name(found[side], text) for side in ("actors", "targets", "instruments"))
    )


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


def _one_a_name(found: list[Participant], text: str) -> tuple[Participant, ...]:
    """Each once: "Free Harbour Front (FHF)" is one, and "Olsen" is "Karl Olsen" again."""
    kept: list[Participant] = []
    for one in sorted(found, key=lambda one: one.spans):
        home = next((k for k, other in enumerate(kept) if _is_again(other, one, text)), None)
        if home is None:
            kept.append(one)
        else:
            kept[home] = replace(kept[home], spans=(*kept[home].spans, *one.spans))
    return tuple(kept)


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
