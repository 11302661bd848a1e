"""Where it was: the place that a sentence gives for a trigger, and whether two places fit."""

from wireroom.extraction.events.circumstances import Setting, distance, nearby
from wireroom.extraction.events.clauses import Tree
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.places import PlaceMention

_FINER = {"country": 0, "region": 1, "district": 2, "town": 3, "point": 4}


def find_place(reading: Reading, setting: Setting, trigger: Trigger) -> tuple[int | None, bool]:
    """Index of the place, and whether it hangs on the trigger's clause.

    Demonyms are not where it was. Of those attached, the finest; else the nearest that is
    attached to the clause above; else None.
    """
    sentence = reading.tree.tokens[trigger.token].sentence
    best: tuple[float, int] | None = None
    for index, head in nearby(setting.places.get(sentence, ()), trigger.token):
        place = setting.values.places[index]
        if place.use != "name" or _is_no_ground(reading, place, head):
            continue
        cost = distance(reading.tree, head, trigger.token) - 0.9 * _FINER[place.precision]
        if reading.tree.tokens[head].dep in ("compound", "nmod"):
            cost += 1.5
        if best is None or cost < best[0]:
            best = (cost, index)
    return (best[1], best[0] < 3.5) if best else (None, False)


def _is_no_ground(reading: Reading, place: PlaceMention, head: int) -> bool:
    """Whether the name stands for a party, or tells whose somebody or something is."""
    tree = reading.tree
    if _is_led(tree, head) or _is_party(tree, head) or _is_of_somebody(reading, head):
        return True
    if place.precision == "country":
        return _is_owner(tree, head)
    # In capitals a word may look like a name: "a power tower", "in the center of the port".
    words = place.span.of(reading.annotated.text)
    if not words.isupper() and place.entry is not None:
        return False
    return any(
        word in reading.lexicon.vocabulary or word in reading.lexicon.are("part")
        for word in words.casefold().split()
    )


def _is_of_somebody(reading: Reading, head: int) -> bool:
    """ "Orlando Fuentes", "the Belmar police", "a driver of Milan": where he or it is from."""
    tree, token = reading.tree, reading.tree.tokens[head]
    above, kinds = token.head, reading.lexicon.kinds
    if token.dep == "pobj" and tree.keys[above] == "of":
        owner = tree.tokens[above].head
        name = reading.names.get(owner)
        return name is not None and name.type == "PERSON"
    if token.dep not in ("compound", "nmod") or above <= head:
        return False
    name = reading.names.get(above)
    if name is not None and name.type == "PERSON":
        return True
    return tree.is_one(above, "force") or kinds.get(tree.keys[above]) in _PEOPLE


_PEOPLE = ("person", "group", "organization")


def _is_led(tree: Tree, head: int) -> bool:
    """ "US-led", "Britain-based": whose it is, not where it was."""
    if head + 2 >= len(tree.tokens) or tree.tokens[head + 1].text not in ("-", "‑", "–"):
        return False
    owned = tree.lexicon.are("owned")
    return tree.keys[head + 2] in owned or tree.tokens[head + 2].text.lower() in owned


def _is_party(tree: Tree, head: int) -> bool:
    """A place that acts ("Damascus said", "aid from Turkey and Iraq") is no location."""
    for _ in range(4):  # "Turkey and Iraq": as the first
        if tree.tokens[head].dep != "conj":
            break
        head = tree.tokens[head].head
    token = tree.tokens[head]
    if token.dep in ("nsubj", "poss", "agent", "iobj") or tree.is_one(token.head, "source"):
        return True
    if token.dep == "npadvmod" and any(
        tree.tokens[c].dep == "nsubj" and c > head for c in tree.children[token.head]
    ):
        return True  # "Russia, China have blood on their hands": the first of two
    return any(
        tree.tokens[c].dep == "case" and tree.is_one(c, "source") for c in tree.children[head]
    )


def _is_owner(tree: Tree, head: int) -> bool:
    """A country in the bare genitive or before a noun says whose it is ("база США", "U.S.
    soldiers"), unless it is of the ground."""
    token = tree.tokens[head]
    if token.dep == "compound" and token.head > head:
        return not tree.is_one(token.head, "ground")
    if token.dep != "nmod" or any(tree.tokens[c].dep == "case" for c in tree.children[head]):
        return False
    return not tree.is_one(token.head, "ground")


def places_fit(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether one place may be the other, or lie in it."""
    if one.name.casefold() == other.name.casefold():
        return True
    a, b = one.entry, other.entry
    if a is None or b is None:
        words = set(one.name.casefold().split()) & set(other.name.casefold().split())
        return bool(words)
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return True
    if a.country != b.country:
        return False
    if "country" in (one.precision, other.precision):
        return True
    same = a.admin1 is not None and a.admin1 == b.admin1
    return same and "region" in (one.precision, other.precision)
