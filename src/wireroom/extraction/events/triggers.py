"""Where a passage speaks of a happening: words that trigger an event, with type and mode."""

from dataclasses import replace

from wireroom.extraction.events.clauses import first_of, head_of
from wireroom.extraction.events.conditions import fulfilling, holds
from wireroom.extraction.events.lexicon import TriggerEntry
from wireroom.extraction.events.modes import find_mode
from wireroom.extraction.events.passages import Reading, Trigger

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FOLLOWING = 6  # tokens within which the rest of an expression has to come


def find_triggers(reading: Reading) -> list[Trigger]:
    """All triggers in order of the text; no two share a token."""
    found: list[Trigger] = []
    for first, last in reading.tree.bounds:
        taken: set[int] = set()
        for index in range(first, last):
            if index in taken or reading.tree.keys[index] not in reading.lexicon.triggers:
                continue
            if _is_part_of_name(reading, index):
                continue
            trigger = _trigger_at(reading, index, last)
            if trigger is not None and trigger.token not in taken:
                taken.update(range(trigger.first, trigger.last + 1))
                taken.add(trigger.token)
                found.append(trigger)
    found.sort(key=lambda trigger: trigger.token)
    return _without_modifiers(reading, found)


def _is_part_of_name(reading: Reading, index: int) -> bool:
    """ "March", "Amnesty International", "the Cooperation Council"."""
    token, name = reading.tree.tokens[index], reading.names.get(index)
    if not token.text[:1].isupper() or token.text.isupper():
        return False
    if token.text.lower() == "march" and token.pos == "PROPN":
        return True
    long = name is not None and name.type in ("ORGANIZATION", "PERSON", "LAW", "WORK")
    return long and token.pos == "PROPN" and " " in (name.name if name else "")


def _trigger_at(reading: Reading, index: int, end: int) -> Trigger | None:
    token = reading.tree.tokens[index]
    for entry in reading.lexicon.triggers[reading.tree.keys[index]]:
        last = _last_word(reading, index, end, entry)
        if last is None or not _fits_pos(reading, index, entry, token.pos):
            continue
        noun = entry.pos == "n"
        head = last if noun else index
        if not noun and token.dep in _DESCRIBES.get(entry.type, _BEFORE):
            continue  # "the internationally recognized government", "Russia, backed by China"
        if all(holds(reading, head, condition) for condition in entry.conditions):
            first = first_of(reading.tree, index)
            trigger = Trigger(head, first, last if noun else index, entry, entry.mode, noun)
            return replace(trigger, mode=find_mode(reading, trigger))
    return None


_BEFORE = frozenset({"amod"})
_DESCRIBES = {
    "ASSAULT": frozenset[str](),
    "CRIME": frozenset[str](),
    "SUPPORT": frozenset({"amod", "acl"}),
}


def _fits_pos(reading: Reading, index: int, entry: TriggerEntry, pos: str) -> bool:
    if not pos or pos == "X":
        return True
    if entry.pos == "v":
        return pos in _VERBAL or (pos == "ADJ" and reading.tree.tokens[index].dep in _PREDICATE)
    if entry.pos == "a":
        return pos in ("ADJ", "NOUN", "PROPN") and _is_predicate(reading, index)
    if len(entry.words) > 1:
        return True
    return pos in _NOMINAL


_PREDICATE = frozenset({"ROOT", "acl", "relcl", "acomp", "ccomp", "root", "conj"})


def _is_predicate(reading: Reading, index: int) -> bool:
    """ "12 dead", "were found dead", "left 3 dead": not "the dead man"."""
    return reading.tree.tokens[index].dep not in ("amod", "compound", "pobj", "dobj", "nsubj")


def _last_word(reading: Reading, index: int, end: int, entry: TriggerEntry) -> int | None:
    """Index of the last word of the expression that starts at ``index``, or None."""
    at = index
    for number, word in enumerate(entry.words[1:]):
        loose = entry.pos == "v"
        limit = min(end, at + (_FOLLOWING if loose else 3))
        at = next(
            (
                k
                for k in range(at + 1, limit)
                if reading.tree.keys[k] == word
                and (loose or k == at + 1 or reading.tree.tokens[k - 1].text == "-")
            ),
            -1,
        )
        if at < 0 or (loose and number == 0 and not _belongs(reading, index, at)):
            return None
    return at


def _belongs(reading: Reading, verb: int, other: int) -> bool:
    return other == verb + 1 or head_of(reading.tree, other) == verb


def _without_modifiers(reading: Reading, found: list[Trigger]) -> list[Trigger]:
    """Leave out nouns that only qualify another: "attack helicopter", "bomb squad"."""
    kept = []
    for trigger in found:
        token = reading.tree.tokens[trigger.token]
        qualifies = trigger.noun and token.dep == "compound"
        if qualifies and token.pos == "NOUN" or _is_speaker(reading, trigger):
            continue
        kept.append(trigger)
    kept = _without_consumed(reading, kept)
    strong: dict[int, set[str]] = {}
    for one in kept:
        if not one.weak:
            strong.setdefault(reading.tree.tokens[one.token].sentence, set()).add(one.entry.type)
    return [one for one in kept if not one.weak or _is_alone(reading, one, strong)]


def _is_speaker(reading: Reading, trigger: Trigger) -> bool:
    """ "the fact-finding mission believes": those who look into something, not the looking."""
    if not trigger.noun or trigger.entry.type not in ("INVESTIGATE", "CONSULT"):
        return False
    tree = reading.tree
    verb = head_of(tree, trigger.token)
    tells = ("say", tree.keys[verb]) in reading.lexicon.certainty
    return tree.tokens[trigger.token].dep == "nsubj" and (
        tells or any(tree.tokens[child].dep == "ccomp" for child in tree.children[verb])
    )


def _without_consumed(reading: Reading, found: list[Trigger]) -> list[Trigger]:
    """Without the nouns that another trigger's row asks for as its object: who "called off a
    strike" has conceded, and who "banned the rally" has coerced. That of one type stays."""
    gone = {
        one: trigger.entry.type
        for trigger in found
        for condition in trigger.entry.conditions
        if condition.slot == "obj"
        for one in fulfilling(reading, trigger.token, condition)
    }
    return [
        one
        for one in found
        if not one.noun or gone.get(one.token, one.entry.type) == one.entry.type
    ]


def _is_alone(reading: Reading, trigger: Trigger, strong: dict[int, set[str]]) -> bool:
    """Whether no stronger trigger of the sentence makes it superfluous.

    Where force meets "protesters" there was a protest, whatever else is told.
    """
    types = strong.get(reading.tree.tokens[trigger.token].sentence, set())
    if trigger.entry.type == "PROTEST" and types & {"COERCE", "ASSAULT"}:
        return "PROTEST" not in types
    return not types
