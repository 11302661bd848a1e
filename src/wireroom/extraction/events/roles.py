"""Who did it to whom with what: the words that stand for them, by where they hang."""

from dataclasses import dataclass, field

from wireroom.extraction.events.clauses import (
    OBJECT,
    PASSIVE,
    Tree,
    expanded,
    head_of,
    is_passive,
    objects,
    phrases,
    subjects,
    targets_of,
)
from wireroom.extraction.events.passages import Reading, Trigger

_RELATIVE = frozenset({"acl", "relcl", "acl:relcl"})
_WITH_EACH_OTHER = frozenset({"mutual", "meet", "talk", "act"})


@dataclass(slots=True)
class Roles:
    """Tokens that head the phrases, in the order in which they were found."""

    actors: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    instruments: list[int] = field(default_factory=list)


def find_roles(reading: Reading, trigger: Trigger) -> Roles:
    """By the trigger's frame and the tree; weapons may still be among actors and targets."""
    if trigger.noun:
        return _noun_roles(reading, trigger)
    frame = trigger.entry.frame
    if frame == "die":
        return Roles([], _dead(reading.tree, trigger.token), _tools(reading, trigger.token))
    if frame == "must":
        return _demanded(reading.tree, trigger.token)
    if frame in _WITH_EACH_OTHER:
        return _mutual(reading, trigger.token)
    return _done_to(reading, trigger.token, frame)


def is_weapon(reading: Reading, index: int) -> bool:
    """Whether a noun names something to attack with."""
    nominal = reading.tree.tokens[index].pos in ("NOUN", "PROPN", "X", "")
    return nominal and reading.tree.keys[index] in reading.lexicon.weapon_words


def is_led(reading: Reading, index: int) -> bool:
    """The participle in "US-led strikes"."""
    return reading.tree.tokens[index].dep == "amod" and reading.tree.is_one(index, "leads")


def _done_to(reading: Reading, verb: int, frame: str) -> Roles:
    tree, are = reading.tree, reading.lexicon.are
    doers, patients, tools = subjects(tree, verb), objects(tree, verb), _tools(reading, verb)
    if not doers and not patients and _is_named_before(reading, verb):
        # "in rebel shelling of the port", which taggers take for a verb.
        return Roles([verb - 1], targets_of(tree, verb, frozenset({"of", "on"})), tools)
    if frame == "claim":
        return Roles(doers)
    if frame == "blast":
        return Roles(doers, [*patients, *targets_of(tree, verb, are("struck"))], tools)
    if frame == "throw":
        return Roles(doers, targets_of(tree, verb, are("against")), [*patients, *tools])
    if any(tree.keys[one] in reading.lexicon.triggers for one in patients):
        # "launched an attack on": whom it is done to hangs on the noun.
        return Roles(doers, [], tools)
    return Roles(doers, patients or targets_of(tree, verb, are("hit")), tools)


def _is_named_before(reading: Reading, verb: int) -> bool:
    if verb == 0 or not reading.tree.tokens[verb].text.lower().endswith("ing"):
        return False
    return reading.tree.is_one(verb - 1, "force")


def _mutual(reading: Reading, verb: int) -> Roles:
    doers, patients = subjects(reading.tree, verb), objects(reading.tree, verb)
    others = targets_of(reading.tree, verb, reading.lexicon.are("other"))
    return Roles(doers, [*patients, *others]) if doers else Roles(patients, others)


def _demanded(tree: Tree, auxiliary: int) -> Roles:
    """ "X said that Y must withdraw": X demands it of Y."""
    verb = head_of(tree, auxiliary)
    return Roles(subjects(tree, head_of(tree, verb)), subjects(tree, verb))


def _dead(tree: Tree, index: int) -> list[int]:
    """ "Five people died", "five people were found dead", "left five dead"."""
    found = subjects(tree, index) if tree.tokens[index].pos in ("VERB", "AUX") else []
    head = head_of(tree, index)
    if found or head == index:
        return found
    return objects(tree, head) or subjects(tree, head)


def _tools(reading: Reading, verb: int) -> list[int]:
    """Weapons that the clause names with "with", "by", "from", "using"."""
    tree = reading.tree
    found: list[int] = []
    for prep, noun in phrases(tree, verb):
        if prep == "" or prep in reading.lexicon.are("tool"):
            found.extend(one for one in expanded(tree, noun) if is_weapon(reading, one))
    for child in tree.children[verb]:
        if tree.keys[child] == "use":
            found.extend(one for one in objects(tree, child) if is_weapon(reading, one))
    return found


def _noun_roles(reading: Reading, trigger: Trigger) -> Roles:
    roles = Roles(_governing_actors(reading, trigger))
    governed = len(roles.actors)
    for prep, noun in phrases(reading.tree, trigger.token):
        _add_phrase(reading, trigger, (prep, noun), roles)
    for child in reading.tree.children[trigger.token]:
        _add_modifier(reading, trigger, child, roles)
    if governed and not _is_violent(trigger):
        del roles.actors[governed:]  # "Russia cast a UN veto"
    return roles


def _is_violent(trigger: Trigger) -> bool:
    return trigger.entry.type in ("ASSAULT", "CRIME")


def _add_phrase(reading: Reading, trigger: Trigger, phrase: tuple[str, int], roles: Roles) -> None:
    prep, noun = phrase
    are, members = reading.lexicon.are, expanded(reading.tree, noun)
    mutual = trigger.entry.frame.endswith(("mutual", "meet"))
    if prep in are("by") or (prep in are("with") and mutual and _is_violent(trigger)):
        roles.actors.extend(members)
    elif prep in are("with") and not mutual and is_weapon(reading, noun):
        roles.instruments.extend(members)
    elif prep in ("of", "") or prep in are("with"):
        roles.targets.extend(members)
    elif prep in are("against"):
        roles.targets.extend(targets_of(reading.tree, trigger.token, frozenset({prep})))


def _add_modifier(reading: Reading, trigger: Trigger, child: int, roles: Roles) -> None:
    tree, label = reading.tree, reading.tree.tokens[child].dep
    if trigger.first <= child <= trigger.last:
        roles.instruments.extend([child] if is_weapon(reading, child) else [])
    elif label == "poss":
        of_it = trigger.entry.frame == "of" and not roles.targets
        (roles.targets if of_it else roles.actors).append(child)
    elif is_led(reading, child):
        roles.actors.append(child)
    elif label in ("compound", "amod", "nmod") and child < trigger.token:
        _add_noun_before(reading, child, roles)
    elif label in _RELATIVE and tree.is_one(child, "performs") and is_passive(tree, child):
        roles.actors.extend(subjects(tree, child))


def _add_noun_before(reading: Reading, child: int, roles: Roles) -> None:
    """ "rebel attack", "grenade attack", "embassy bombing", "Russian air strikes"."""
    tree, name = reading.tree, reading.names.get(child)
    if is_weapon(reading, child):
        roles.instruments.append(child)
    elif tree.is_one(child, "force") and not tree.is_one(child, "qualifies"):
        roles.actors.append(child)
    elif reading.lexicon.kinds.get(tree.keys[child]) in ("facility", "vehicle"):
        roles.targets.append(child)
    elif name is not None and name.type in ("GROUP", "ORGANIZATION"):
        roles.actors.append(child)


def _governing_actors(reading: Reading, trigger: Trigger) -> list[int]:
    """ "carried out the attack", "claimed responsibility for the attack", "blamed for it"."""
    tree, noun = reading.tree, trigger.token
    for _ in range(3):
        above = head_of(tree, noun)
        if above == noun:
            return []
        as_object = tree.tokens[noun].dep in OBJECT | PASSIVE
        if as_object and not _is_violent(trigger) and tree.is_one(above, "light"):
            return subjects(tree, above)
        if tree.is_one(above, "blames"):
            return objects(tree, above)
        if tree.is_one(above, "performs"):
            adjective = tree.tokens[above].pos == "ADJ"
            return subjects(tree, head_of(tree, above) if adjective else above)
        noun = above
    return []
