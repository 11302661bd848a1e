"""How sure the passage is that it happened."""

from wireroom.extraction.events.clauses import ancestors
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.attributions import Attribution
from wireroom.records.events import Certainty

# What weighs more hides what weighs less.
_ORDER: tuple[Certainty, ...] = (
    "denied",
    "planned",
    "possible",
    "alleged",
    "reported",
    "asserted",
)
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "pcomp"})


def find_certainty(
    reading: Reading, trigger: Trigger, attribution: Attribution | None
) -> tuple[Certainty, str]:
    """The certainty, and the words that it was read from.

    Auxiliaries and negation of the trigger's own verb, hedges beside it, what governs its clause,
    and the attribution that it stands under.
    """
    found: list[tuple[Certainty, str]] = []
    if attribution is not None:
        if attribution.stance == "denies":
            found.append(("denied", "the source denies it"))
        else:
            found.append(("reported", "it stands under an attribution"))
    verb = _verb(reading, trigger)
    found.extend(_beside(reading, trigger.token))
    found.extend(_beside(reading, verb) if verb != trigger.token else [])
    found.extend(_above(reading, verb))
    found.extend(_as_alleged(reading, verb))
    if not found:
        return "asserted", "nothing hedges it"
    return min(found, key=lambda one: _ORDER.index(one[0]))


def is_attempt(reading: Reading, trigger: Trigger) -> bool:
    """Whether it was tried: "attempted to kill", "plotted to blow up"."""
    return any(
        reading.tree.keys[above] in reading.lexicon.attempts
        for above in ancestors(reading.tree, trigger.token, 2)
    )


def _verb(reading: Reading, trigger: Trigger) -> int:
    """The verb whose clause the trigger stands in."""
    if not trigger.noun:
        return trigger.token
    for above in ancestors(reading.tree, trigger.token, 5):
        if reading.tree.tokens[above].pos in ("VERB", "AUX"):
            return above
    return trigger.token


def _beside(reading: Reading, index: int) -> list[tuple[Certainty, str]]:
    found: list[tuple[Certainty, str]] = []
    known, tree = reading.lexicon.certainty, reading.tree
    if "Tense=Fut" in tree.tokens[index].feats:
        found.append(("planned", "future tense"))
    for child in tree.children[index]:
        key, label = tree.keys[child], tree.tokens[child].dep
        if label in ("neg", "advmod") and ("neg", key) in known:
            found.append((known["neg", key], f"negated by '{key}'"))
        elif label == "aux" and ("aux", key) in known:
            found.append((known["aux", key], f"auxiliary '{key}'"))
        elif label in ("mark", "det") and ("head", key) in known:
            found.append((known["head", key], f"after '{key}'"))
        elif ("word", key) in known:
            found.append((known["word", key], f"hedge '{key}'"))
    return found


def _above(reading: Reading, index: int) -> list[tuple[Certainty, str]]:
    """Verbs that the clause depends on, as long as each clause is the complement of the next."""
    found: list[tuple[Certainty, str]] = []
    known, tree = reading.lexicon.certainty, reading.tree
    below = index
    for above in ancestors(tree, index, 4):
        label, key = tree.tokens[below].dep, tree.keys[above]
        if label == "conj":
            below = above
            continue
        if label not in _CLAUSAL:
            break
        infinitive = label == "xcomp" or _is_infinitive(reading, below)
        if label != "advcl" and ("head", key) in known:
            said = known["head", key]
            if said != "planned" or infinitive or label == "ccomp" and not _is_past(reading, below):
                found.append((said, f"governed by '{key}'"))
        elif label == "advcl" and infinitive:
            found.append(("planned", "an aim"))
        elif ("word", key) in known and label != "advcl":
            found.append((known["word", key], f"governed by '{key}'"))
        below = above
    return found


def _as_alleged(reading: Reading, verb: int) -> list[tuple[Certainty, str]]:
    """ "the allegation that it bombed": alleged; denied where somebody is cleared of it.

    By the noun before "that", since parsers often hang such a clause on the verb above.
    """
    found: list[tuple[Certainty, str]] = []
    known, tree = reading.lexicon.certainty, reading.tree
    for child in tree.children[verb]:
        noun = child - 1
        if tree.tokens[child].dep != "mark" or noun < 0 or tree.tokens[noun].pos != "NOUN":
            continue
        if known.get(("word", tree.keys[noun])) != "alleged":
            continue
        found.append(("alleged", f"the content of '{tree.keys[noun]}'"))
        for above in ancestors(tree, noun, 4):
            if "denied" in (
                known.get(("of", tree.keys[above])),
                known.get(("head", tree.keys[above])),
            ):
                found.append(("denied", f"'{tree.keys[above]}' of it"))
    return found


def _is_infinitive(reading: Reading, index: int) -> bool:
    if "VerbForm=Inf" in reading.tree.tokens[index].feats:
        return reading.lexicon.code != "en" or any(
            reading.tree.keys[child] == "to" for child in reading.tree.children[index]
        )
    return False


def _is_past(reading: Reading, index: int) -> bool:
    if "Tense=Past" in reading.tree.tokens[index].feats:
        return True
    return any(
        "Tense=Past" in reading.tree.tokens[child].feats
        or reading.tree.keys[child] in ("have", "be")
        for child in reading.tree.children[index]
        if reading.tree.tokens[child].dep in ("aux", "auxpass")
    )
