"""What a row of the list of triggers asks of the words around it."""

from collections.abc import Callable

from wireroom.extraction.events.clauses import (
    COMPLEMENT,
    Tree,
    dependents,
    head_of,
    objects,
    phrases,
    subjects,
)
from wireroom.extraction.events.lexicon import Condition
from wireroom.extraction.events.passages import Reading

_NOMINAL = frozenset({"NOUN", "PROPN"})
_NAMES = frozenset({"PERSON", "GROUP", "ORGANIZATION", "FACILITY", "PLACE", "VEHICLE"})


def holds(reading: Reading, head: int, condition: Condition) -> bool:
    """Whether the condition holds for the trigger that ``head`` is the head of."""
    tree = reading.tree
    if condition.slot == "in":
        words = reading.words[tree.tokens[head].sentence]
        classes = [reading.lexicon.are(name) for name in condition.classes]
        return bool(words & condition.words) or any(words & members for members in classes)
    if condition.slot in _ALONE:
        return _ALONE[condition.slot](reading, head)
    if condition.slot == "prep":
        return any(prep in condition.words for prep, _ in phrases(tree, head))
    return bool(fulfilling(reading, head, condition))


def fulfilling(reading: Reading, head: int, condition: Condition) -> list[int]:
    """The objects, or for a slot of subj the subjects, that are what the condition asks for."""
    tree = reading.tree
    heads = subjects(tree, head) if condition.slot == "subj" else _objects(tree, head)
    return [one for one in heads if _is_one_of(reading, one, condition)]


def _is_said(reading: Reading, head: int) -> bool:
    """Whether the clause of an auxiliary is what somebody says."""
    verb = head_of(reading.tree, head)
    if reading.tree.tokens[head].dep != "aux" or reading.tree.tokens[verb].dep != "ccomp":
        return False
    return ("say", reading.tree.keys[head_of(reading.tree, verb)]) in reading.lexicon.certainty


def is_future(reading: Reading, head: int) -> bool:
    """Whether an auxiliary says that it is to come, or a word of readiness governs it."""
    tree, known = reading.tree, reading.lexicon.certainty
    if "Tense=Fut" in tree.tokens[head].feats:
        return True
    for child in tree.children[head]:
        key = tree.keys[child]
        if tree.tokens[child].dep == "aux" and known.get(("aux", key)) == "planned":
            return True
    above = head_of(tree, head)
    return tree.tokens[head].dep == "xcomp" and tree.is_one(above, "ready")


_ALONE: dict[str, Callable[[Reading, int], bool]] = {
    "comp": lambda reading, head: bool(dependents(reading.tree, head, COMPLEMENT)),
    "xcomp": lambda reading, head: bool(dependents(reading.tree, head, frozenset({"xcomp"}))),
    "said": _is_said,
    "will": is_future,
}


def _objects(tree: Tree, head: int) -> list[int]:
    found = objects(tree, head)
    if tree.tokens[head].pos in _NOMINAL:
        found = [noun for prep, noun in phrases(tree, head) if prep in ("of", "")]
    if not found:  # "fall in", "enter": what stands under a preposition
        found = [noun for _, noun in phrases(tree, head)]
    return found


def _is_one_of(reading: Reading, index: int, condition: Condition) -> bool:
    key = reading.tree.keys[index]
    if key in condition.words:
        return True
    name = reading.names.get(index)
    for label in condition.classes:
        if key in reading.lexicon.are(label):
            return True
        if label == "state":
            return name is not None and name.type == "PLACE"
        if name is not None and label in ("kind", "person", "force") and name.type in _NAMES:
            return label != "person" or name.type in ("PERSON", "GROUP")
    return False
