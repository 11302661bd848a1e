"""Every token of a Russian passage, and the attribution that it is the cue of."""

from collections.abc import Sequence

from wireroom.extraction.attribution.drafts import Draft, Reading
from wireroom.extraction.attribution.russian.asides import aside_draft
from wireroom.extraction.attribution.russian.cues import carrier_of, carries_speech, group_of
from wireroom.extraction.attribution.russian.governed import readings
from wireroom.extraction.attribution.russian.grammar import feature, is_infinitive
from wireroom.extraction.attribution.russian.nominals import nominal_draft
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.pointed import (
    pointing_back,
    with_sentence_before,
    with_source_before,
)
from wireroom.extraction.attribution.russian.quotations import quotation_draft
from wireroom.extraction.attribution.russian.silences import governed_by_refusal, silence_draft
from wireroom.extraction.attribution.russian.subjects import speaker_of

_VERBS = ("VERB", "AUX")


def draft_at(about: Passage, index: int) -> Draft | None:
    """The attribution that the token is the cue of, if it is one."""
    token = about.tree.tokens[index]
    if token.pos == "NOUN":
        return nominal_draft(about, index)
    if not _may_be_cue(about, index):
        return None
    if _is_nobody(about, index):
        return None
    if _is_authors_own(about, index):
        return None
    draft = silence_draft(about, index) or quotation_draft(about, index)
    if draft is None and about.verb(index) is not None and not governed_by_refusal(about, index):
        draft = _governing(about, index) or pointing_back(about, index) or aside_draft(about, index)
    if draft is None or (not draft.source and _needs_source(about, draft)):
        return None
    if draft.frame != "quotation":
        draft = about.speech.completed(draft)
    return with_source_before(about, with_sentence_before(about, draft))


def _may_be_cue(about: Passage, index: int) -> bool:
    tree, token = about.tree, about.tree.tokens[index]
    if token.pos not in _VERBS and about.verb(index) is None:
        return False
    if token.dep in ("aux", "aux:pass", "cop", "case", "fixed"):
        return False
    cue = about.verb(index)
    if token.dep == "amod" and (cue is None or cue.certainty != "alleged"):
        return False
    if token.pos not in _VERBS:
        is_short = token.pos == "ADJ" and feature(tree, index, "Variant") == "Short"
        return is_short or about.does(index, "follows")
    if "Mood=Imp" in token.feats or _is_attribute(about, index):
        return False
    if is_infinitive(tree, index):
        return not _is_wished(about, index)
    return not carries_speech(about, index)


def _is_attribute(about: Passage, index: int) -> bool:
    """так называемый; пожелавший остаться неизвестным: a participle that only describes."""
    token = about.tree.tokens[index]
    if "VerbForm=Part" not in token.feats or "Variant=Short" in token.feats:
        return False
    cue = about.verb(index)
    is_called = index > 0 and about.tree.tokens[index - 1].text.casefold() == "так"
    return is_called or (cue is not None and cue.family in ("wish", "thought"))


def _is_wished(about: Passage, index: int) -> bool:
    """Whether an infinitive is only what somebody wants or is asked to say."""
    token = about.tree.tokens[index]
    if carrier_of(about, index) is not None or token.head == index:
        return False
    outer = about.verb(token.head) or about.noun(token.head)
    return outer is not None and outer.family in ("wish", "thought", "stance")


def _is_nobody(about: Passage, verb: int) -> bool:
    """Whether nobody does it: никто не знает."""
    subject = about.tree.child(verb, ("nsubj",))
    return subject is not None and about.does(subject, "nobody")


def _governing(about: Passage, verb: int) -> Draft | None:
    cue = about.verb(verb)
    if cue is None:
        return None
    for reading in readings(about, verb, cue.frames):
        draft = _draft(about, verb, reading)
        if draft is not None:
            return draft
    return None


def _draft(about: Passage, verb: int, reading: Reading) -> Draft | None:
    tree = about.tree
    group, subject = group_of(about, verb) | {*reading.joins_cue}, speaker_of(about, verb)
    words = [i for i in reading.content if i not in group and _is_within(about, verb, i)]
    inside = set(words) - set(subject.words)
    if reading.frame != "passive":
        words = [i for i in words if i in inside]
    content = tree.trimmed(words)
    if not content or _is_empty(about, content):
        return None
    source = tuple(i for i in subject.words if i not in group and i not in content)
    return Draft(
        verb,
        reading.frame,
        tuple(sorted(group)),
        source,
        subject.head if source else None,
        tree.spans(content),
        reading.head,
        content[0],
    )


def _is_within(about: Passage, verb: int, index: int) -> bool:
    """Whether the word is said in the quotation that the cue stands in, its marks left out."""
    number = about.quotes.at(about.tree.tokens[verb].start)
    if number is None:
        return True
    outer, token = about.quotes[number], about.tree.tokens[index]
    return outer.start < token.start and token.end < outer.end


def _is_empty(about: Passage, content: Sequence[int]) -> bool:
    """Whether a pronoun that only joins clauses is all there is."""
    return len(content) == 1 and (
        about.does(content[0], "relative") or about.does(content[0], "opens")
    )


def _is_authors_own(about: Passage, verb: int) -> bool:
    """Напомним, отметим: the author speaks to the reader."""
    tree = about.tree
    feats = tree.tokens[verb].feats
    is_we = "Person=1" in feats and "Number=Plur" in feats and "Tense=Fut" in feats
    return is_we and tree.child(verb, ("nsubj",)) is None


def _needs_source(about: Passage, draft: Draft) -> bool:
    """Видно, что …; стоит отметить, что …; связано с …: without anybody they are the author's."""
    tree, head = about.tree, draft.head
    if about.does(head, "follows") or is_infinitive(tree, head):
        return draft.frame != "silence"
    cue = about.verb(head)
    is_plain = cue is not None and cue.family == "stance" and cue.certainty == "asserted"
    return is_plain and feature(tree, head, "Variant") == "Short" and draft.frame != "clause"
