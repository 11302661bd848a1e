"""To which outlet or agency something was said: told Reuters; in an interview with the Post."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.sources.bodies import Bodies
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.attributions import Channel

_MEDIA = ("outlet", "agency")
_STEPS = 6  # relations between the name and the cue
_DOWN = {"pobj", "prep", "dobj", "obj", "dative", "iobj", "compound", "appos", "nmod", "obl"}
_REACH = 40  # tokens on either side of the cue


def channel_of(
    tree: Tree, draft: Draft, names: dict[int, Entity], bodies: Bodies
) -> Channel | None:
    """The first medium that hangs on the cue's verb as whom it is said to; None where there is
    none, or where it is the source itself."""
    if draft.frame in ("line", "block", "cited", "source-preposition", "adverb", "adjective"):
        return None
    taken = {*draft.source}
    for index in range(max(0, draft.head - _REACH), min(len(tree.tokens), draft.head + _REACH)):
        entity = names.get(index)
        if entity is None or index in taken or names.get(index - 1) is entity:
            continue
        kind = bodies.kind_of(entity.name) if entity.type == "ORGANIZATION" else None
        if kind not in _MEDIA or any(span.overlaps(entity.span) for span in draft.content):
            continue
        if _is_told(tree, draft, entity, index):
            return Channel(entity.name, kind, entity.span)
    return None


def _is_told(tree: Tree, draft: Draft, entity: Entity, first: int) -> bool:
    """Whether the name is an object of the verb, or of a word for telling to it."""
    inside = [first]
    while inside[-1] + 1 < len(tree.tokens) and tree.tokens[inside[-1] + 1].start < entity.end:
        inside.append(inside[-1] + 1)
    index = next((i for i in inside if tree.tokens[i].head not in inside), inside[-1])
    is_object = True
    for _ in range(_STEPS):
        token = tree.tokens[index]
        if token.dep == "prep":
            is_object = is_object and tree.does(index, "channel")
        if token.dep not in _DOWN or token.head == index:
            return False
        if token.head == draft.head or token.head in draft.cue:
            return is_object or (token.dep == "prep" and _is_interview(tree, index, entity))
        index = token.head
    return False


def _is_interview(tree: Tree, preposition: int, entity: Entity) -> bool:
    """In an interview with X: a word for telling between, with a preposition of its own."""
    thing = tree.child(preposition, ("pobj",))
    if thing is None or not tree.does(thing, "interview"):
        return False
    links = [i for i in tree.children[thing] if tree.tokens[i].dep == "prep"]
    return any(tree.does(i, "channel") for i in links if tree.tokens[i].start < entity.start)
