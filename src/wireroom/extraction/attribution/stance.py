"""How the source stands to what it says: asserts, denies, doubts, asks, promises, no comment."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon
from wireroom.extraction.attribution.silence import is_negated
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import Stance

# What becomes of a stance when its cue is negated. Who does not deny a thing has not said it
# either, but does not stand against it.
_NEGATED: dict[Stance, Stance] = {"asserts": "denies", "promises": "denies", "denies": "asserts"}
_OUTER = ("xcomp", "ccomp", "csubj")


def cue_word(tree: Tree, draft: Draft, lexicon: Lexicon) -> CueWord | None:
    """The entry of the list that the draft's cue turns on, if it is in the list."""
    lemma = tree.tokens[draft.head].lemma.casefold()
    if draft.frame.startswith("noun"):
        return lexicon.noun(lemma, draft.frame)
    if draft.frame == "adverb":
        return next(iter(lexicon.adverbs.get(lemma, ())), None)
    return lexicon.verb(lemma, draft.frame)


def stance_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> Stance:
    """From the cue word, the negation at it, and a refusal that it stands under."""
    if draft.stance is not None:
        return draft.stance
    cue = cue_word(tree, draft, lexicon)
    stance: Stance = "asserts" if cue is None else cue.stance
    if draft.frame in ("adverb", "source-preposition", "line", "block"):
        return stance
    if _is_refused(tree, draft.head, lexicon):
        return "no-comment" if cue is not None and cue.family == "speech" else "denies"
    if is_negated(tree, draft.head):
        if cue is not None and cue.family == "speech" and _is_open(tree, draft):
            return "no-comment"
        wants = cue is not None and cue.family == "wish" and stance == "asserts"
        return stance if wants else _NEGATED.get(stance, stance)
    return stance


def _is_refused(tree: Tree, head: int, lexicon: Lexicon) -> bool:
    token = tree.tokens[head]
    outer = tree.tokens[token.head].lemma.casefold()
    return token.dep in _OUTER and lexicon.silence.get(outer) == "refuse"


def _is_open(tree: Tree, draft: Draft) -> bool:
    """Whether the content leaves a question open: did not say *whether* …"""
    if draft.first is None:
        return False
    words = [draft.first, *tree.children[draft.content_head or draft.first]]
    return any(tree.does(index, "question") for index in words)
