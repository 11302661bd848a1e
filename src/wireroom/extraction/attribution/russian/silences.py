"""No comment in Russian: отказался комментировать, не ответил на вопросы, от комментариев
воздержался."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.russian.cues import group_of, is_negated
from wireroom.extraction.attribution.russian.governed import clauses
from wireroom.extraction.attribution.russian.grammar import (
    governed,
    is_infinitive,
    prepositions,
)
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.subjects import speaker_of, whole, without_preposition

_OBJECTS = ("obj", "obl", "iobj", "nmod")


def silence_draft(about: Passage, verb: int) -> Draft | None:
    """The verb as a cue of saying nothing, with what it is silent about where that is told."""
    role = about.lexicon.silence.get(about.lemma(verb))
    if role == "refuse":
        return _refusal(about, verb)
    if role == "reach":
        return _unreached(about, verb)
    if role == "tell" and is_negated(about, verb):
        return _untold(about, verb)
    if role == "reply" and is_negated(about, verb):
        if governed_by_refusal(about, verb):
            return None
        return _draft(about, verb, group_of(about, verb), verb)
    return None


def _untold(about: Passage, verb: int) -> Draft | None:
    """Подробности не сообщили; не назвал имени: what is not told is a thing, not a clause."""
    if any(True for _ in clauses(about, verb)):
        return None
    for index in about.tree.children[verb]:
        how = governed(about.tree, index)
        is_thing = about.tree.tokens[index].dep in _OBJECTS and how in (":acc", ":gen")
        if is_thing and about.does(index, "detail"):
            return _draft(about, verb, group_of(about, verb), verb)
    return None


def _unreached(about: Passage, verb: int) -> Draft | None:
    """Связаться с владельцем не удалось: the one who was not reached says nothing."""
    tree, head = about.tree, about.tree.tokens[verb].head
    if head == verb or not about.does(head, "manages") or not is_negated(about, head):
        return None
    for index in tree.children[verb]:
        if governed(tree, index) in ("с:ins", "до:gen"):
            found = without_preposition(tree, whole(about, index))
            cue = {*group_of(about, verb), *group_of(about, head), *prepositions(tree, index)}
            words = tuple(i for i in found.words if i not in cue)
            return Draft(verb, "silence", tuple(sorted(cue)), words, index, (), stance="no-comment")
    return None


def governed_by_refusal(about: Passage, verb: int) -> bool:
    head = about.tree.tokens[verb].head
    return head != verb and about.lexicon.silence.get(about.lemma(head)) == "refuse"


def _refusal(about: Passage, verb: int) -> Draft | None:
    tree = about.tree
    for index in tree.children[verb]:
        if is_infinitive(tree, index) and _is_of_speech(about, index):
            cue = {*group_of(about, verb), index}
            joined = [
                i
                for i in tree.children[index]
                if tree.tokens[i].dep == "conj" and is_infinitive(tree, i)
            ]
            for other in joined:
                cue.update([other, *(i for i in tree.children[other] if i < other)])
            return _draft(about, verb, cue, joined[-1] if joined else index, (index,))
        if governed(tree, index) in ("от:gen", ":gen") and about.does(index, "comment"):
            cue = {*group_of(about, verb), *prepositions(tree, index), index}
            return _draft(about, verb, cue, index)
    return None


def _is_of_speech(about: Passage, index: int) -> bool:
    if about.lexicon.silence.get(about.lemma(index)) in ("reply", "tell"):
        return True
    cue = about.verb(index)
    return cue is not None and cue.family == "speech"


def _draft(
    about: Passage, verb: int, cue: set[int], of: int, others: tuple[int, ...] = ()
) -> Draft:
    tree = about.tree
    subject = speaker_of(about, verb)
    source = tuple(i for i in subject.words if i not in cue)
    content = _content(about, of, cue)
    for other in others:
        content = content or _content(about, other, cue)
    content = [i for i in content if i not in source]
    head = subject.head if source else None
    spans = tree.spans(tree.trimmed(content))
    return Draft(verb, "silence", tuple(sorted(cue)), source, head, spans, stance="no-comment")


def _content(about: Passage, of: int, cue: set[int]) -> list[int]:
    tree = about.tree
    for reading in clauses(about, of):
        return list(reading.content)
    for index in tree.children[of]:
        token = tree.tokens[index]
        if about.does(index, "query"):  # на вопрос, зачем …, не ответил
            asked = next((list(r.content) for r in clauses(about, index)), None)
            if asked is not None:
                cue.update([*prepositions(tree, index), index])
                return asked
        if token.dep in _OBJECTS and index not in cue and governed(tree, index) in _OF_WHAT:
            return tree.phrase(index)
    return []


_OF_WHAT = (":acc", ":gen", "о:loc", "на:acc", "по:dat")
