"""With what it was done: the mode of an event, from the words around its trigger."""

from wireroom.extraction.events.passages import Reading, Trigger


def find_mode(reading: Reading, trigger: Trigger) -> str | None:
    """The mode with what the words around the trigger say of the weapon."""
    if trigger.entry.type == "PROTEST":
        return _protest_mode(reading, trigger)
    if trigger.entry.type != "ASSAULT":
        return trigger.mode
    mode, near = trigger.mode, _near(reading, trigger)
    words = reading.words[reading.tree.tokens[trigger.token].sentence]
    are = reading.lexicon.are
    if words & are("suicide") and (mode in ("explosives", None) or near & are("suicide")):
        return "suicide-attack"
    flies = bool(words & are("air"))
    if mode in ("explosives", "firearms", None) and flies and near & are("strikes"):
        return "heavy-weapons"
    if mode in _FILLED and _holds_agent(reading, trigger.token):
        return "chemical"
    if mode is None or (mode == "explosives" and trigger.entry.frame == "blast"):
        modes = [reading.lexicon.weapon_words.get(word) for word in sorted(near)]
        return next((one for one in modes if one is not None), mode)
    return mode


def _protest_mode(reading: Reading, trigger: Trigger) -> str | None:
    words = reading.words[reading.tree.tokens[trigger.token].sentence]
    return (
        "riot"
        if trigger.mode == "demonstrate" and words & reading.lexicon.are("riotous")
        else trigger.mode
    )


_FILLED = (None, "heavy-weapons", "explosives")
_PHRASE = 40  # tokens of a trigger's phrases that are searched for a chemical agent


def _holds_agent(reading: Reading, token: int) -> bool:
    """Whether the phrases that hang on it name a chemical: "rockets filled with sarin"."""
    tree, todo = reading.tree, [token]
    for index in todo:
        if tree.is_one(index, "chemical"):
            return True
        for child in tree.children[index]:
            if tree.tokens[child].dep not in _CLAUSES and len(todo) < _PHRASE:
                todo.append(child)
    return False


_CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "relcl", "acl:relcl"})


def _near(reading: Reading, trigger: Trigger) -> set[str]:
    """Lemmas of the trigger, of what hangs on it, and of what hangs on that by "with" or "in"."""
    tree = reading.tree
    found = set(tree.keys[trigger.first : trigger.last + 1])
    for child in tree.children[trigger.token]:
        found.add(tree.keys[child])
        if tree.tokens[child].dep not in ("ccomp", "advcl", "relcl", "conj", "parataxis"):
            found.update(tree.keys[grandchild] for grandchild in tree.children[child])
    return found
