"""How sure what is said is, as its source puts it: from the cue and the words around it."""

from collections.abc import Iterator, Mapping

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.stance import (
    cue_word,
    is_open_question,
    is_refused,
    is_turned,
    standing_of,
)
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import Stance
from wireroom.records.events import Certainty

# What weighs more hides what weighs less.
_ORDER: tuple[Certainty, ...] = ("planned", "possible", "alleged", "reported", "asserted")
_OF_STANCE: Mapping[Stance, Certainty] = {
    "denies": "denied",
    "doubts": "possible",
    "no-comment": "possible",
    "promises": "planned",
}
_CITED = ("source-preposition", "cited")


def certainty_of(tree: Tree, draft: Draft, lexicon: Lexicon, stance: Stance) -> Certainty:
    """What its source denies is denied, and so on; what it asserts is as sure as its weakest word.

    The words of the content count where it is one clause or more in one sentence; in a longer
    speech, nothing but the cue does. A negation in the content is part of what is asserted.
    """
    if stance == "asks":
        return "possible" if is_open_question(tree, draft) else "planned"
    if stance != "asserts":
        return _OF_STANCE[stance]
    given = _by_cue(tree, draft, lexicon)
    hedges = list(_hedges(tree, draft, lexicon))
    if given in ("possible", "alleged"):  # what is feared to come is no plan
        hedges = [hedge for hedge in hedges if hedge != "planned"]
    return min([given, *hedges], key=_ORDER.index)


def _by_cue(tree: Tree, draft: Draft, lexicon: Lexicon) -> Certainty:
    standing = standing_of(tree, draft, lexicon)
    turned = is_turned(tree, draft) or is_refused(tree, draft, lexicon)
    if standing is not None:
        given = standing.negated_certainty if turned else standing.certainty
        return given if given in _ORDER else "asserted"
    if turned:
        return "possible"
    if draft.frame in _CITED:
        return "reported"
    cue = cue_word(tree, draft, lexicon)
    known: Certainty = "asserted" if cue is None or cue.certainty not in _ORDER else cue.certainty
    # Is said to have left: nobody is named who says so.
    is_passive = any(tree.tokens[i].dep in ("auxpass", "aux:pass") for i in draft.cue)
    if known == "asserted" and not draft.source and is_passive:
        return "reported"
    return known


def _hedges(tree: Tree, draft: Draft, lexicon: Lexicon) -> Iterator[Certainty]:
    """Of the auxiliaries and adverbs at the verb of the content, and of those at the cue."""
    head = draft.content_head
    if head is not None and _is_one_sentence(tree, draft):
        yield from _at(tree, draft, head, lexicon)
    for index in draft.cue:
        key = ("aux", tree.tokens[index].lemma.casefold())
        if index != draft.head and lexicon.hedges.get(key) == "possible":
            yield "possible"


def _is_one_sentence(tree: Tree, draft: Draft) -> bool:
    head = draft.content_head or 0
    same = tree.tokens[head].sentence
    end = draft.content[-1].end if draft.content else 0
    after = head
    while after < len(tree.tokens) and tree.tokens[after].sentence == same:
        after += 1
    return after >= len(tree.tokens) or tree.tokens[after].start >= end - 1


def _at(tree: Tree, draft: Draft, verb: int, lexicon: Lexicon) -> Iterator[Certainty]:
    is_past = any(tree.tokens[i].lemma == "have" for i in tree.children[verb])
    for index in tree.children[verb]:
        if index in draft.cue:
            continue
        token = tree.tokens[index]
        lemma = token.lemma.casefold()
        if token.dep in ("aux", "auxpass"):
            hedge = lexicon.hedges.get(("aux", lemma))
            if hedge is not None:
                yield "possible" if hedge == "planned" and is_past else hedge
        elif token.dep in ("advmod", "acomp"):
            for place in ("word", "head"):
                hedge = lexicon.hedges.get((place, lemma))
                if hedge in ("possible", "alleged"):
                    yield hedge
