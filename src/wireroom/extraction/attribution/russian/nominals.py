"""Nouns of saying: заявление о том, что; обвинения в; выразил надежду, что."""

from collections.abc import Iterator

from wireroom.extraction.attribution.drafts import Draft, Frame
from wireroom.extraction.attribution.russian.cues import group_of
from wireroom.extraction.attribution.russian.events import is_event
from wireroom.extraction.attribution.russian.grammar import (
    governed,
    is_infinitive,
    is_pointer,
    prepositions,
    sentence_of,
)
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.pointed import sentence_before
from wireroom.extraction.attribution.russian.subjects import owner_of, speaker_of
from wireroom.extraction.attribution.sources.subjects import NOBODY, Subject

_CLAUSES = ("acl", "ccomp", "acl:relcl", "advcl", "csubj", "appos", "parataxis")
_CARRIED = ("obj", "obl", "nsubj:pass", "iobj", "nsubj")
_PLAIN = ("nmod", "obl", "acl")


def nominal_draft(about: Passage, noun: int) -> Draft | None:
    """The noun as a cue, with a clause, an infinitive or a noun as what is said."""
    cue = about.noun(noun)
    if cue is None or _is_in_phrase(about, noun):
        return None
    found = next(_contents(about, noun, cue.frames), None)
    if found is None:
        return _such(about, noun)
    frame, head, words = found
    content = about.tree.trimmed(list(words))
    subject, carrier = _owner(about, noun, set(content))
    group = {noun}
    if carrier is not None:
        group |= group_of(about, carrier)
    group -= set(content)
    source = tuple(i for i in subject.words if i not in group and i not in content)
    if not content:
        return None
    return Draft(
        noun,
        frame,
        tuple(sorted(group)),
        source,
        subject.head if source else None,
        about.tree.spans(content),
        head,
        content[0],
    )


def _such(about: Passage, noun: int) -> Draft | None:
    """Такое мнение высказал X; к такому выводу пришли: the sentence before is what is said."""
    tree = about.tree
    first = sentence_of(tree, noun).start
    head = tree.tokens[noun].head
    such = next((i for i in tree.children[noun] if about.does(i, "such")), None)
    if such is None or such - first > 1 or not about.does(head, "carries"):
        return None
    span = sentence_before(about, noun)
    if span is None:
        return None
    subject = speaker_of(about, head)
    cue = {*group_of(about, head), *prepositions(tree, noun), such, noun}
    source = tuple(i for i in subject.words if i not in cue)
    return Draft(
        noun, "noun-clause", tuple(sorted(cue)), source, subject.head if source else None, (span,)
    )


def _is_in_phrase(about: Passage, noun: int) -> bool:
    """Whether the noun is part of a set phrase: по *данным*."""
    return any(
        about.tree.tokens[i].text.casefold() in about.lexicon.phrases
        and f"{about.tree.tokens[i].text} {about.tree.tokens[noun].text}".casefold()
        in {" ".join(p) for p in about.lexicon.phrases[about.tree.tokens[i].text.casefold()]}
        for i in about.tree.children[noun]
        if about.tree.tokens[i].dep == "case"
    )


_Content = tuple[Frame, int, tuple[int, ...]]


def _contents(about: Passage, noun: int, frames: frozenset[str]) -> Iterator[_Content]:
    """What the noun tells: a clause, an infinitive, a noun; the surest first."""
    tree = about.tree
    own = tree.children[noun]
    owners = [i for i in own if i > noun and governed(tree, i) == ":gen"]
    below = [i for i in (*own, *(j for o in owners for j in tree.children[o])) if i > noun]
    for index in below:
        frame = _clause(about, noun, index, frames)
        if frame is not None:
            yield frame, index, tuple(tree.phrase(index))
    near = _next_infinitive(about, noun) if "infinitive" in frames else None
    if near is not None:
        yield "noun-infinitive", near, tuple(tree.phrase(near))
    for index in below:
        if tree.tokens[index].dep in _PLAIN and _is_told_of(about, index, frames):
            yield "noun-preposition", index, tuple(tree.phrase(index))


def _clause(about: Passage, noun: int, index: int, frames: frozenset[str]) -> Frame | None:
    tree, token = about.tree, about.tree.tokens[index]
    if token.dep in _CLAUSES and is_infinitive(tree, index):
        return "noun-infinitive" if "infinitive" in frames else None
    if "clause" not in frames:
        return None
    if token.dep in _CLAUSES and _is_that(about, noun, index):
        return "noun-clause"
    points = token.dep in _PLAIN and is_pointer(tree, index)
    is_told = points and any(about.is_subordinate(i) for i in tree.children[index])
    return "noun-clause" if is_told else None


def _is_told_of(about: Passage, index: int, frames: frozenset[str]) -> bool:
    """Whether the noun's preposition is one of the frames, and it is no place and no mere topic."""
    how = governed(about.tree, index)
    entity = about.names.get(index)
    if how not in frames or (entity is not None and entity.type == "PLACE"):
        return False
    return how != "о:loc" or is_event(about, index) or bool(about.tree.children[index])


def _next_infinitive(about: Passage, noun: int) -> int | None:
    """Предложение ректора упростить экзамен: the infinitive right after the noun's own words."""
    tree = about.tree
    index = max(i for i in tree.phrase(noun)) + 1
    if index >= len(tree.tokens) or tree.tokens[index].sentence != tree.tokens[noun].sentence:
        return None
    return index if is_infinitive(tree, index) else None


def _is_that(about: Passage, noun: int, index: int) -> bool:
    first = next(i for i in about.tree.phrase(index) if about.tree.tokens[i].pos != "PUNCT")
    if about.does(first, "relative") or not about.is_subordinate(index):
        return False
    return about.does(first, "that") or about.tree.tokens[index].dep != "acl:relcl"


def _owner(about: Passage, noun: int, content: set[int]) -> tuple[Subject, int | None]:
    """Whose the noun is, and the verb that carries it: *выразил* надежду."""
    tree = about.tree
    owner = owner_of(about, noun, content)
    token = tree.tokens[noun]
    head = token.head
    carried = token.dep in _CARRIED and about.does(head, "carries") and tree.is_verb(head)
    if owner.head is not None and not (about.does(owner.head, "own") and carried):
        return owner, None
    if carried:
        return speaker_of(about, head), head
    return NOBODY, None
