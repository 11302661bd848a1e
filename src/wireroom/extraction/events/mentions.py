"""One mention of a happening with all that its sentence says of it."""

from dataclasses import dataclass

from wireroom.extraction.events.certainty import find_certainty
from wireroom.extraction.events.circumstances import (
    Setting,
    find_attribution,
    find_date,
    find_quantities,
)
from wireroom.extraction.events.clauses import ancestors, head_of, objects, subjects
from wireroom.extraction.events.conditions import is_future
from wireroom.extraction.events.grounds import find_place
from wireroom.extraction.events.learnt.casting import Casting
from wireroom.extraction.events.participants import Participants, find_participants
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.events import Certainty, EventType
from wireroom.records.spans import Span

# A place of the sentence is theirs though it hangs on another word; of the rest it may be anyone's.
_SOMEWHERE = frozenset({"ASSAULT", "CRIME", "COERCE", "PROTEST"})
# Said of the future, what would be kind is an offer, what would be harsh a threat (CAMEO 03, 13).
_OFFERED = frozenset({"SUPPORT", "AID", "CONSULT", "COOPERATE", "RETREAT", "CONCEDE"})
_THREATENED = frozenset({"SANCTION", "COERCE", "PROTEST", "ASSAULT", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Mention:
    """``vague`` is True where nothing ties it to one happening: "attacks", "violence".
    ``incident`` is the model's chance that it is a particular attack, None where it read none."""

    trigger: Trigger
    span: Span
    sentence: int
    type: EventType
    mode: str | None
    participants: Participants
    place: int | None
    attached: bool
    date: str | None
    quantities: tuple[int, ...]
    attribution: int | None
    certainty: Certainty
    definite: bool
    fresh: bool
    vague: bool
    depth: int
    reason: str
    incident: float | None


def describe_mentions(
    reading: Reading, setting: Setting, triggers: list[Trigger], casting: Casting
) -> list[Mention]:
    """A mention for every trigger, in their order."""
    counted = find_quantities(reading, setting, triggers)
    return [
        _describe(reading, setting, one, counted.get(one.token, ()), casting) for one in triggers
    ]


def _describe(
    reading: Reading,
    setting: Setting,
    trigger: Trigger,
    counted: tuple[int, ...],
    casting: Casting,
) -> Mention:
    tree = reading.tree
    span = Span(tree.tokens[trigger.first].start, tree.tokens[trigger.last].end)
    attribution = find_attribution(reading, setting, trigger, span)
    certainty, why = find_certainty(
        reading, trigger, None if attribution is None else setting.attributions[attribution]
    )
    participants = find_participants(reading, trigger)
    place, attached = find_place(reading, setting, trigger)
    if not attached and trigger.entry.type not in _SOMEWHERE:
        place = None
    date = find_date(reading, setting, trigger)
    beside = {tree.keys[child] for child in tree.children[trigger.token]}
    kind = _type(reading, trigger, certainty)
    words = " ".join(trigger.entry.words)
    return Mention(
        trigger,
        span,
        tree.tokens[trigger.token].sentence,
        kind,
        trigger.mode,
        participants,
        place,
        attached,
        date,
        counted,
        attribution,
        certainty,
        _is_definite(reading, trigger),
        bool(beside & reading.lexicon.are("fresh")),
        _is_vague(reading, trigger, participants, counted),
        _depth(reading, trigger),
        f"trigger '{words}' of type {kind}; {certainty}: {why}",
        casting.incident(trigger.token),
    )


def _type(reading: Reading, trigger: Trigger, certainty: Certainty) -> EventType:
    own = trigger.entry.type
    if certainty == "planned" and not trigger.noun and is_future(reading, trigger.token):
        if own in _OFFERED:
            return "AGREE"
        if own in _THREATENED and own != "ASSAULT":
            return "THREATEN"
    return own


def _is_definite(reading: Reading, trigger: Trigger) -> bool:
    """Whether it is spoken of as known: "the attack", "he was shot", "the bomb went off"."""
    tree = reading.tree
    if trigger.noun or trigger.entry.frame == "claim":
        return trigger.entry.frame == "claim" or _has_article(reading, trigger.token)
    for one in (*objects(tree, trigger.token), *subjects(tree, trigger.token)):
        known = tree.is_one(one, "known")
        if tree.tokens[one].pos == "PRON" and known:
            return True
        if known or tree.keys[one] in reading.lexicon.weapon_words:
            return _has_article(reading, one)
    return False


def _has_article(reading: Reading, index: int) -> bool:
    return any(reading.tree.is_one(child, "definite") for child in reading.tree.children[index])


def _depth(reading: Reading, trigger: Trigger) -> int:
    """Verbs above the trigger, but for those that only say who said it; one more for what is a
    circumstance of something else ("during a summit", "after the peace deal")."""
    depth, below = int(_is_circumstance(reading, trigger)), trigger.token
    for above in ancestors(reading.tree, trigger.token):
        if reading.tree.tokens[above].pos in ("VERB", "AUX"):
            said = ("say", reading.tree.keys[above]) in reading.lexicon.certainty
            linked = reading.tree.tokens[below].dep in ("conj", "parataxis", "nsubj", "nsubjpass")
            depth += not said and not linked
        below = above
    return depth


def _is_held(reading: Reading, trigger: Trigger) -> bool:
    """ "held protests", "took part in marches": somebody did it."""
    tree = reading.tree
    for above in ancestors(tree, trigger.token, 2):
        if tree.tokens[above].pos == "VERB":
            return tree.is_one(above, "held")
    return False


def _is_circumstance(reading: Reading, trigger: Trigger) -> bool:
    tree = reading.tree
    if not trigger.noun or trigger.entry.type in ("ASSAULT", "CRIME"):
        return False  # "fell ill after an attack": that is the news
    if tree.tokens[trigger.token].dep not in ("pobj", "obl", "pcomp"):
        return False
    cases = (*tree.children[trigger.token], head_of(tree, trigger.token))
    return any(tree.is_one(one, "circumstance") for one in cases)


_TOLD_OF = frozenset({"nsubj", "nsubjpass", "ROOT", "nsubj:pass", "root"})


def _is_vague(
    reading: Reading, trigger: Trigger, participants: Participants, counted: tuple[int, ...]
) -> bool:
    told = reading.tree.tokens[trigger.token].dep in _TOLD_OF or _is_held(reading, trigger)
    if trigger.entry.type == "PROTEST" and (trigger.weak or told):
        return False
    if not trigger.noun or counted:
        return trigger.noun and trigger.weak and not counted
    if participants.actors and participants.targets:
        return False
    beside = {reading.tree.keys[child] for child in reading.tree.children[trigger.token]}
    if beside & reading.lexicon.are("definite"):
        return False
    token = reading.tree.tokens[trigger.token]
    plural = "Number=Plur" in token.feats
    bare = "a" not in beside and "an" not in beside and token.pos == "NOUN"
    has_any = participants.actors or participants.targets
    return (plural or bare) and not has_any or trigger.weak
