"""What is no saying of anybody's: a wish for no name, a machine that tries; and whose saying it is
where only an owner was taken for the source."""

from collections.abc import Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.families import family_of
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_OF_MACHINES = ("thought", "wish", "stance")  # what they cannot do; a ship's report is of its crew
_LARGEST = 12  # words of a source that an owner is widened to


def is_unspoken(tree: Tree, draft: Draft, lexicon: Lexicon, anonymity: Sequence[Span]) -> bool:
    """Asked not to be named: of the news it says nothing. Warplanes tried to deceive: machines
    want, think and reject nothing. ``anonymity`` is where sources ask for no name."""
    head = tree.tokens[draft.head]
    if any(Span(head.start, head.end).overlaps(span) for span in anonymity):
        return True
    source = draft.source_head
    if source is None or not tree.names_machine(source):
        return False
    return family_of(tree, draft, lexicon) in _OF_MACHINES


def with_whole_owner(tree: Tree, draft: Draft) -> Draft:
    """ "Turkey's Lund complains": the source is Lund, and not the country that he is of.

    What belongs to the owner must stand between source and cue; "Turkey's complaint that" has
    its cue there, and is left alone.
    """
    head = draft.source_head
    if head is None or not draft.cue or tree.tokens[head].dep != "poss":
        return draft
    owned = tree.tokens[head].head
    if owned in draft.cue or not max(draft.source) < owned < min(draft.cue):
        return draft
    if tree.tokens[owned].dep not in tree.relations.subject:
        return draft
    words = [index for index in tree.phrase(owned) if index not in draft.cue]
    whole = tuple(tree.trimmed(words))
    if len(whole) > _LARGEST or not set(draft.source) <= set(whole):
        return draft
    return replace(draft, source=whole, source_head=owned)
