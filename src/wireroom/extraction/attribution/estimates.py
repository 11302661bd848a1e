"""Figures that somebody gives: the coast guard put the number of the missing at 14."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.sources.subjects import subject_of
from wireroom.extraction.attribution.syntax import Tree


def estimate_draft(tree: Tree, verb: int) -> Draft | None:
    """The verb as a cue of an estimate: with somebody who puts a thing at a number."""
    if not tree.does(verb, "puts"):
        return None
    thing = tree.child(verb, tree.relations.thing)
    subject = subject_of(tree, verb)
    if thing is None or thing < verb or not subject.words or subject.words[-1] > verb:
        return None
    figure = _figure(tree, verb, thing)
    if figure is None:
        return None
    first, last = min(tree.phrase(thing)), max(tree.phrase(figure))
    while tree.tokens[last].pos == "ADV":
        last -= 1  # put it at 16 earlier
    if first < verb or last < figure:
        return None
    group = verb_group(tree, verb)
    words = tuple(index for index in subject.words if index not in group)
    content = tree.trimmed(list(range(first, last + 1)))
    return Draft(verb, "object", group, words, subject.head, tree.spans(content), thing, first)


def _figure(tree: Tree, verb: int, thing: int) -> int | None:
    """The "at" with a number behind it, which the parser ties to the verb or to the thing."""
    for index in (*tree.children[verb], *tree.phrase(thing)):
        if index > thing and tree.does(index, "figure"):
            numbers = (i for i in tree.phrase(index) if tree.tokens[i].pos == "NUM")
            # A number after its noun is a name: put the tug at berth 14.
            if any(tree.tokens[i - 1].pos not in ("NOUN", "PROPN") for i in numbers):
                return index
    return None
