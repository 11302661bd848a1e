"""How a Russian source stands to what it says, negation and refusal weighed."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import CueWord
from wireroom.extraction.attribution.russian.cues import is_negated
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.records.attributions import Stance

_THINKS = "thought"


def stance_of(about: Passage, draft: Draft) -> Stance:
    """From the cue word and the negation at it."""
    if draft.stance is not None:
        return draft.stance
    is_noun = draft.frame.startswith("noun")
    cue = about.noun(draft.head) if is_noun else about.verb(draft.head)
    if draft.frame in ("adverb", "adjective", "source-preposition", "line", "block"):
        return "asserts"
    stance: Stance = cue.stance if cue is not None else "asserts"
    if is_noun or not is_negated(about, draft.head):
        return stance
    return _negated(about, draft, cue, stance)


def _negated(about: Passage, draft: Draft, cue: CueWord | None, stance: Stance) -> Stance:
    if about.does(draft.head, "conceals"):  # не скрывает, не сомневается: does say so
        return "asserts"
    if stance in ("denies", "doubts"):
        return "asserts"
    if stance == "promises":
        return "doubts"
    family = cue.family if cue is not None else ""
    if family == "speech" and _asks(about, draft):
        return "no-comment"
    if about.does(draft.head, "holds"):  # не считает, не согласен, не видит: says it is not so
        return "denies"
    return "asserts" if family == "wish" or draft.frame == "infinitive" else "doubts"


def _asks(about: Passage, draft: Draft) -> bool:
    """Whether the content leaves a question open: не сказал, *кто* …"""
    if draft.content_head is None or draft.first is None:
        return False
    if about.does(draft.first, "that"):
        return False
    return about.is_subordinate(draft.content_head)
