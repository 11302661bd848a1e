"""How the source stands to what it says: asserts, denies, doubts, asks, promises, no comment."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon
from wireroom.extraction.attribution.silence import is_negated
from wireroom.extraction.attribution.standing import Standing, standings_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import Stance

# What becomes of a stance when its cue is negated: who did not say a thing has neither said nor
# denied it; who does not rule it out lets it stand. Who does not believe a thing is against it.
_NEGATED: dict[Stance, Stance] = {
    "no-comment": "no-comment",
    "doubts": "asserts",
    "denies": "asserts",
}
_AGAINST = ("thought", "wish")  # classes of cues whose negation denies
_OUTER = ("xcomp", "ccomp", "csubj")
_NEVER_NEGATED = ("adverb", "adjective", "source-preposition", "cited", "line", "block")


def cue_word(tree: Tree, draft: Draft, lexicon: Lexicon) -> CueWord | None:
    """The entry of the list that the draft's cue turns on, if it is in the list."""
    lemma = tree.tokens[draft.head].lemma.casefold()
    if draft.frame.startswith("noun"):
        return lexicon.noun(lemma, draft.frame)
    if draft.frame in ("adverb", "adjective"):
        known = lexicon.adverbs if draft.frame == "adverb" else lexicon.adjectives
        first, last = tree.tokens[draft.cue[0]], tree.tokens[draft.cue[-1]]
        word = tree.text[first.start : last.end].casefold()
        return next(iter(known.get(word) or known.get(lemma, ())), None)
    return lexicon.verb(lemma, draft.frame)


def stance_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> Stance:
    """From the words of the cue, the negation at it, and a refusal that it stands under."""
    if draft.stance is not None:
        return draft.stance
    cue, standing = cue_word(tree, draft, lexicon), standing_of(tree, draft, lexicon)
    stance: Stance = "asserts" if cue is None else cue.stance
    if standing is not None:
        stance = standing.stance
    if draft.frame in _NEVER_NEGATED:
        return stance
    if is_refused(tree, draft, lexicon):
        return _refused(tree, draft, cue, stance, lexicon)
    if is_turned(tree, draft):
        return _negated(tree, draft, cue, standing, lexicon)
    return stance


def is_turned(tree: Tree, draft: Draft) -> bool:
    """Whether the cue is negated, by whatever word."""
    return is_negated(tree, draft.head) or any(tree.does(i, "not") for i in draft.cue)


def standing_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> Standing | None:
    """The entry of the list of standings that the words of the cue have."""
    lemmas = [tree.tokens[i].lemma.casefold() for i in draft.cue]
    head = tree.tokens[draft.head].lemma.casefold()
    return standings_of(lexicon.standings, lemmas, head)


def _refused(
    tree: Tree, draft: Draft, cue: CueWord | None, stance: Stance, lexicon: Lexicon
) -> Stance:
    """Refused to say: no comment; to admit: against it; to rule out: it may be; to leave: no."""
    lemma = tree.tokens[draft.head].lemma.casefold()
    role = lexicon.silence.get(lemma)
    if role == "refuse" or role == "admit":
        return "denies"
    if role in ("reply", "reveal"):
        return "no-comment"
    if lemma != "deny" and stance == "denies":
        return _NEGATED[stance]
    return "no-comment" if cue is not None and cue.family in _TOLD else "denies"


_TOLD = ("speech", "stance", "evidence")


def _negated(
    tree: Tree, draft: Draft, cue: CueWord | None, standing: Standing | None, lexicon: Lexicon
) -> Stance:
    role = lexicon.silence.get(tree.tokens[draft.head].lemma.casefold())
    is_said = role in ("reply", "reveal") or (cue is not None and cue.family == "speech")
    if is_said and (is_open_question(tree, draft) or (role == "reveal" and _is_noun(tree, draft))):
        return "no-comment"
    if standing is not None:
        open_question = standing.negated == "denies" and is_open_question(tree, draft)
        return "doubts" if open_question else standing.negated
    stance: Stance = "asserts" if cue is None else cue.stance
    if stance == "asserts" and cue is not None and cue.family in _AGAINST:
        return "denies"
    return _NEGATED.get(stance, "doubts")


def is_refused(tree: Tree, draft: Draft, lexicon: Lexicon) -> bool:
    token = tree.tokens[draft.head]
    outer = tree.tokens[token.head].lemma.casefold()
    in_cue = (tree.tokens[i].lemma.casefold() for i in draft.cue)
    is_under = token.dep in _OUTER and lexicon.silence.get(outer) == "refuse"
    return is_under or any(lexicon.silence.get(lemma) == "refuse" for lemma in in_cue)


def _is_noun(tree: Tree, draft: Draft) -> bool:
    head = draft.content_head
    return head is not None and tree.tokens[head].pos in ("NOUN", "PROPN", "PRON", "NUM")


def is_open_question(tree: Tree, draft: Draft) -> bool:
    """Whether the content leaves a question open: did not say *whether* …"""
    if draft.first is None:
        return False
    words = [draft.first, *tree.children[draft.content_head or draft.first]]
    return any(tree.does(index, "question") for index in words)
