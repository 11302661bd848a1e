"""Actors, targets and instruments of one trigger, with their phrases and kinds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wireroom.extraction.events.clauses import dependents, expanded, phrase_span, phrases
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.extraction.events.roles import find_roles, is_led, is_weapon
from wireroom.records.annotations import Entity
from wireroom.records.events import Participant, ParticipantKind
from wireroom.records.spans import Span

_ENTITY_KINDS: dict[str, ParticipantKind] = {
    "PERSON": "person",
    "GROUP": "group",
    "ORGANIZATION": "organization",
    "FACILITY": "facility",
    "VEHICLE": "vehicle",
    "PLACE": "state",
}
_CRAFT = re.compile(r"[A-ZА-Я][a-zа-я]{0,3}-\d{1,3}[A-Z]?s?")  # "F-35", "Su-24", "Ми-8"
_NO_NAMES = frozenset({"PRON", "DET", "NUM", "ADV", "VERB", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Participants:
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Participant, ...] = ()


def find_participants(reading: Reading, trigger: Trigger) -> Participants:
    """Pronouns are not resolved and left out; a weapon is an instrument wherever it stands."""
    roles = find_roles(reading, trigger)
    violent = trigger.entry.type in ("ASSAULT", "CRIME")
    found = (*roles.actors, *roles.targets)
    weapons = [*roles.instruments, *(one for one in found if is_weapon(reading, one))]
    return Participants(
        _unique(
            one
            for index in roles.actors
            if not is_weapon(reading, index)
            for one in _as_actors(reading, index, violent)
        ),
        _unique(
            one
            for index in roles.targets
            if not is_weapon(reading, index)
            for one in _as_targets(reading, index, violent)
        ),
        _unique(_as_instrument(reading, index) for index in weapons if violent),
    )


def _as_instrument(reading: Reading, index: int) -> Participant:
    span = phrase_span(reading.tree, index)
    return Participant((span,), plain(span, reading))


def _as_actors(reading: Reading, index: int, violent: bool) -> list[Participant]:
    """The participant, and the organisation that its name says it is of ("FMLN guerrillas")."""
    if is_led(reading, index):
        span = _led_span(reading, index)
        return [Participant((span,), plain(span, reading), "group")]
    kind, key = kind_of(reading, index), reading.tree.keys[index]
    if _is_nobody(reading, index) or (violent and _is_harmless(reading, index, kind)):
        return []
    if key in reading.lexicon.triggers and key not in reading.lexicon.kinds:
        return []  # "the attack killed": a happening, not somebody
    known = index in reading.names or reading.tree.tokens[index].pos == "PROPN"
    if violent and kind is None and not known:
        return []
    found = _described(reading, index, kind)
    if kind in ("group", "person", "vehicle"):
        found.extend(_organisations(reading, index))
    return found


def _as_targets(reading: Reading, index: int, violent: bool) -> list[Participant]:
    kind, name = kind_of(reading, index), reading.names.get(index)
    if _is_nobody(reading, index):
        return []
    if violent and kind == "state" and name is not None and name.type == "PLACE":
        return []  # where it was, not what was hit
    if violent and kind is None and name is None:
        return []
    return _described(reading, index, kind)


def _described(reading: Reading, index: int, kind: ParticipantKind | None) -> list[Participant]:
    """The phrase; or, where persons are named in apposition to it, each of them."""
    spans = _spans(reading, index)
    named = [
        one
        for child in dependents(reading.tree, index, frozenset({"appos"}))
        for one in expanded(reading.tree, child)
        if one in reading.names and reading.names[one].type == "PERSON"
    ]
    own = reading.names.get(index)
    if not named or kind not in ("person", "group", None) or (own and own.type == "PERSON"):
        return [Participant(spans, _name(reading, index), kind)]
    alone = spans if len(named) == 1 else ()
    return [
        Participant((_spans(reading, one)[0], *alone), _name(reading, one), "person")
        for one in named
    ]


def _organisations(reading: Reading, index: int) -> list[Participant]:
    """ "FMLN guerrillas", "warplanes of the coalition", "a helicopter belonging to the army"."""
    tree, own = reading.tree, reading.names.get(index)
    for child in tree.children[index]:
        name = reading.names.get(child)
        other = own is None or name is None or own.start != name.start
        if name is not None and name.type == "ORGANIZATION" and other:
            return [Participant((Span(name.start, name.end),), name.name, "organization")]
    banner = _banner(reading, index)
    if banner is not None:
        return [Participant((banner,), plain(banner, reading), "organization")]
    for noun in _owners(reading, index):
        kind = kind_of(reading, noun)
        if kind in ("organization", "state") and noun not in reading.placed:
            return [Participant(_spans(reading, noun), _name(reading, noun), kind)]
    return []


def _banner(reading: Reading, index: int) -> Span | None:
    """The name before a noun for people that is no nation's or place's: "Grey Fleet fighters"."""
    tree = reading.tree
    if not tree.is_one(index, "force"):
        return None
    names = [
        child
        for child in dependents(tree, index, frozenset({"compound", "nmod"}))
        if tree.tokens[child].pos == "PROPN"
        and child < index
        and child not in reading.placed
        and child not in reading.dated
    ]
    known = {reading.names[child].type for child in names if child in reading.names}
    if not names or known & {"PLACE", "GROUP", "PERSON"}:
        return None
    return Span(tree.tokens[names[0]].start, tree.tokens[names[-1]].end)


def _owners(reading: Reading, index: int) -> list[int]:
    tree = reading.tree
    found = [noun for prep, noun in phrases(tree, index) if prep in ("of", "from", "")]
    for child in tree.children[index]:
        if tree.is_one(child, "belongs"):
            found.extend(noun for _, noun in phrases(tree, child))
    return found


def _is_nobody(reading: Reading, index: int) -> bool:
    """Pronouns, times, and "no group"."""
    tree = reading.tree
    if index in reading.dated or any(tree.is_one(child, "none") for child in tree.children[index]):
        return True
    token = tree.tokens[index]
    if tree.is_one(index, "nobody"):
        return True
    return token.pos in _NO_NAMES and not _CRAFT.fullmatch(token.text)


def _is_harmless(reading: Reading, index: int, kind: ParticipantKind | None) -> bool:
    """What does not attack anybody: things, places, those who carry no arms."""
    if kind in ("facility", "property") or index in reading.placed:
        return True
    return reading.tree.is_one(index, "unarmed")


def kind_of(reading: Reading, index: int) -> ParticipantKind | None:
    """By the list of nouns for what is no name, else by the name's type."""
    token, key = reading.tree.tokens[index], reading.tree.keys[index]
    name, listed = reading.names.get(index), reading.lexicon.kinds.get(key)
    if listed is not None and token.pos != "PROPN":
        return listed
    if name is not None and name.type in ("PERSON", "GROUP", "FACILITY", "VEHICLE"):
        return _ENTITY_KINDS[name.type]
    if listed is not None:
        return listed
    if _CRAFT.fullmatch(token.text):
        return "vehicle"
    if name is None and token.pos == "NOUN" and _is_animate(reading, index):
        return "person"
    return _ENTITY_KINDS.get(name.type) if name is not None else None


def _is_animate(reading: Reading, index: int) -> bool:
    """By the form, for nouns that no list has: Russian marks it, English has "-ers", "-ists"."""
    token = reading.tree.tokens[index]
    if reading.lexicon.code == "en":
        return bool(_AGENTS.fullmatch(token.text))
    return "Animacy=Anim" in token.feats


_AGENTS = re.compile(r"[a-z]{3,}(?:ers|ors|ists|ians|men|eers)", re.I)


def _spans(reading: Reading, index: int) -> tuple[Span, ...]:
    """A person's name, then the phrase that it stands in; else the phrase."""
    phrase = phrase_span(reading.tree, index)
    name = reading.names.get(index)
    if name is None or name.type != "PERSON" or name.start < phrase.start:
        return (phrase,)
    bare = _untitled(reading, name)
    return (bare,) if bare == phrase else (bare, phrase)


def _untitled(reading: Reading, name: Entity) -> Span:
    """The name without "Sergeant" and "Msgr" before it."""
    text, start = reading.annotated.text, name.start
    words = name.span.of(text).split()
    for word in words[:-1]:
        key = word.casefold().strip(".")
        if key not in reading.lexicon.kinds and key not in reading.lexicon.are("title"):
            break
        start = text.index(word, start) + len(word)
    while start < name.end and text[start].isspace():
        start += 1
    return Span(start, name.end)


def _name(reading: Reading, index: int) -> str:
    name = reading.names.get(index)
    if name is not None and name.type == "PLACE":
        return name.name
    span = _spans(reading, index)[0]
    if name is not None and span == name.span:
        return name.name
    return plain(span, reading)


def _led_span(reading: Reading, index: int) -> Span:
    first = min((*reading.tree.children[index], index))
    return Span(reading.tree.tokens[first].start, reading.tree.tokens[index].end)


def plain(span: Span, reading: Reading) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(reading.annotated.text).split())


def _unique(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    found: dict[Span, Participant] = {}
    for one in participants:
        found.setdefault(one.spans[0], one)
    return tuple(found.values())
