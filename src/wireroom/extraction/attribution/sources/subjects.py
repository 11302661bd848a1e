"""Who does what a verb says: its subject, stated or understood."""

from dataclasses import dataclass

from wireroom.extraction.attribution.sources.repairs import (
    head_of,
    phrase_before,
    without_object,
)
from wireroom.extraction.attribution.syntax import Tree

_STEPS = 6  # how far up the tree a verb without a subject of its own looks for one
_UNDERSTOOD = {"conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "aux", "dep"}
_NOUNS = ("NOUN", "PROPN")
_MISREAD = {"dep", "nmod", "compound", "appos", "attr", "oprd", "intj", "nummod"}
_INVERTED = {"dobj", "obj", "attr", "oprd", "dep", "npadvmod", "appos", "pobj", "nmod", "obl"}
_LONGEST_RUN = 8  # tokens of a source that the parser tied to the wrong word


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of a source and its words, as token indexes; both empty where there is none.

    ``spare`` are words that the parser gave to the source and that belong to the content.
    """

    head: int | None
    words: tuple[int, ...]
    spare: tuple[int, ...] = ()


NOBODY = Subject(None, ())


def subject_of(tree: Tree, verb: int) -> Subject:
    """The source that the syntax gives: subject, agent of a passive, noun of a participle."""
    index = verb
    for _ in range(_STEPS):
        found = _own_subject(tree, index, verb) or _noun_before(tree, index)
        if found is not None:
            return found
        token = tree.tokens[index]
        if token.dep == "acl" and not tree.is_verb(token.head):
            return _as_subject(tree, token.head, without=index)
        if token.dep not in _UNDERSTOOD or token.head == index:
            return _of_fronted(tree, index) or _office(tree, index) or NOBODY
        index = token.head
    return NOBODY


def _own_subject(tree: Tree, index: int, verb: int) -> Subject | None:
    agent = tree.child(index, ("agent",))
    if agent is not None:
        thing = tree.child(agent, ("pobj",))
        return NOBODY if thing is None else _as_subject(tree, thing)
    for child in _nearest_first(tree, index):
        token = tree.tokens[child]
        if token.dep in tree.relations.passive and index == verb:
            return _instrumental(tree, verb)
        if token.dep in tree.relations.subject:
            if tree.does(child, "empty") and _is_empty(tree, index):
                return NOBODY
            return _repaired(tree, _as_subject(tree, child), index)
    return None


def _nearest_first(tree: Tree, verb: int) -> list[int]:
    """The children before the verb from the last to the first, then those after it."""
    children = tree.children[verb]
    return [i for i in reversed(children) if i < verb] + [i for i in children if i > verb]


def _instrumental(tree: Tree, verb: int) -> Subject:
    """The agent of a Russian passive, in the instrumental case."""
    for index in tree.children[verb]:
        token = tree.tokens[index]
        is_agent = token.dep in ("obl", "obl:agent") and "Case=Ins" in token.feats
        if is_agent and tree.child(index, ("case",)) is None:
            return _as_subject(tree, index)
    return NOBODY


def _is_empty(tree: Tree, verb: int) -> bool:
    # "it seems", "it is said": with a name to stand for, "it" is somebody.
    lemma = tree.tokens[verb].lemma
    return lemma in ("be", "seem", "appear") or tree.child(verb, ("expl",)) is not None


def _as_subject(tree: Tree, head: int, without: int | None = None) -> Subject:
    words = tree.phrase(head, [] if without is None else [without])
    return Subject(head, tuple(tree.trimmed(words)))


def _office(tree: Tree, verb: int) -> Subject | None:
    """Russian lets an office speak in the plural without a subject: "at the ministry they said"."""
    if "Number=Plur" not in tree.tokens[verb].feats:
        return None
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep in tree.relations.oblique and "Case=Loc" in token.feats and index < verb:
            case = tree.child(index, ("case",))
            if case is not None and tree.does(case, "at"):
                return Subject(index, tuple(tree.trimmed(tree.phrase(index))))
    return None


def _of_fronted(tree: Tree, index: int) -> Subject | None:
    """In a headline "A says this, warns B" the parser takes the first clause for what is warned."""
    clause = tree.child(index, tree.relations.clause)
    if clause is None or clause > index:
        return None
    subject = tree.child(clause, tree.relations.subject)
    inner = tree.child(clause, tree.relations.clause)
    return None if subject is None or inner is None else _as_subject(tree, subject)


def _noun_before(tree: Tree, verb: int) -> Subject | None:
    """The noun right before a finite verb that has no subject: the parser tied it elsewhere."""
    first = verb
    group = {i for i in tree.children[verb] if tree.tokens[i].dep in tree.relations.verb_group}
    while first - 1 in group:
        first -= 1
    index = first - 1
    if index < 0 or not any("VerbForm=Fin" in tree.tokens[i].feats for i in (verb, *group)):
        return None
    token = tree.tokens[index]
    if token.pos not in _NOUNS or token.sentence != tree.tokens[verb].sentence:
        return None
    own = token.head == verb and token.dep not in _MISREAD
    if own or tree.tokens[verb].dep in tree.relations.relative:
        return None
    run = phrase_before(tree, index)
    found = Subject(head_of(tree, run), tuple(tree.trimmed(run)))
    return _less_objects(tree, found)


def _less_objects(tree: Tree, subject: Subject) -> Subject:
    objects = without_object(tree, subject.words)
    if not objects:
        return subject
    return Subject(subject.head, subject.words[objects:], subject.words[:objects])


def _repaired(tree: Tree, subject: Subject, verb: int) -> Subject:
    """Without what belongs to a participle before it; the part after the last comma, where what
    stands before that is a clause of its own."""
    subject = _less_objects(tree, subject)
    words = subject.words
    commas = [place for place, i in enumerate(words) if tree.tokens[i].text == ","]
    if not commas or not words or words[-1] > verb:
        return subject
    before, run = words[: commas[-1]], words[commas[-1] + 1 :]
    has_verb = any(tree.tokens[i].dep in tree.relations.relative for i in before)
    one_piece = run[-1] - run[0] == len(run) - 1 <= _LONGEST_RUN if run else False
    if not one_piece or not has_verb or any(tree.is_verb(i) for i in run):
        return subject
    heads = [i for i in run if tree.tokens[i].head not in run and tree.tokens[i].pos in _NOUNS]
    if not heads or tree.tokens[heads[0]].dep != "conj" or tree.tokens[run[0]].dep == "cc":
        return subject
    return Subject(heads[0], run, before)


def inverted_subject(tree: Tree, verb: int) -> Subject:
    """The noun right after the verb, where speech stands before it: "…," said the mayor."""
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if index > verb and token.dep in _INVERTED and token.pos in (*_NOUNS, "PRON"):
            words = tree.phrase(index)
            if words[0] == verb + 1:
                return Subject(index, tuple(tree.trimmed(words)))
    return NOBODY
