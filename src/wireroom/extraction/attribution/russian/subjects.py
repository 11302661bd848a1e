"""Whose words a Russian cue word gives: its subject, an office that speaks, a document."""

from wireroom.extraction.attribution.russian.events import is_event
from wireroom.extraction.attribution.russian.grammar import feature, governed, prepositions
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.sources.subjects import NOBODY, Subject
from wireroom.extraction.attribution.syntax import Tree

_STEPS = 6  # how far up the tree a verb without a subject of its own looks for one
_UNDERSTOOD = ("conj", "xcomp", "advcl", "ccomp", "parataxis")
_OFFICE = ("в:loc", "на:loc", "при:loc")
_LONGEST = 40  # tokens of a source: more is a parser's mistake


def speaker_of(about: Passage, verb: int) -> Subject:
    """The source of a verb or a predicate; nobody where none is said or understood."""
    tree, index = about.tree, verb
    for _ in range(_STEPS):
        found = _own(about, index) if index == verb or _may_share(tree, index, verb) else None
        if found is not None:
            return found
        token = tree.tokens[index]
        if token.dep == "acl" and tree.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return whole(about, token.head, without=index)
        if token.head == index or token.dep not in _UNDERSTOOD or is_nobodys(about, index):
            return NOBODY
        index = token.head
    return NOBODY


def is_nobodys(about: Passage, verb: int) -> bool:
    """Whether the form names no one: говорят, сообщается, было сказано, известно."""
    tree, token = about.tree, about.tree.tokens[verb]
    if token.text.casefold() in about.words.get("unsaid", ()):
        return True
    if "VerbForm=Fin" not in token.feats:
        return feature(tree, verb, "Variant") == "Short" and feature(tree, verb, "Gender") == "Neut"
    if token.dep in ("conj", "xcomp"):
        return False
    if feature(tree, verb, "Number") == "Plur":
        return feature(tree, verb, "Person") in ("", "3")
    return feature(tree, verb, "Gender") == "Neut" or is_impersonal(about, verb)


def is_impersonal(about: Passage, verb: int) -> bool:
    """Сообщается, считается: a reflexive that says that something is said."""
    cue = about.verb(verb)
    return cue is not None and "passive" in cue.frames


def _may_share(tree: Tree, index: int, verb: int) -> bool:
    """Whether the subject of a verb around may be that of the cue: one in the singular is not
    that of a plural."""
    one, other = feature(tree, index, "Number"), feature(tree, verb, "Number")
    return not one or not other or one == other or "VerbForm=Fin" not in tree.tokens[verb].feats


def _own(about: Passage, verb: int) -> Subject | None:
    tree = about.tree
    if about.does(verb, "follows"):  # из доклада следует
        return _out_of(about, verb)
    if _is_passive(tree, verb) and not about.does(verb, "felt"):
        return _agent(about, verb) or _place(about, verb) or NOBODY
    for child in _nearest_first(tree, verb):
        if tree.tokens[child].dep in ("nsubj", "nsubj:pass"):
            if tree.does(child, "empty"):
                return _place(about, verb) or NOBODY
            return whole(about, child)
    plural = feature(tree, verb, "Number") == "Plur"
    if plural or is_impersonal(about, verb):
        return _place(about, verb)
    return None


def _out_of(about: Passage, verb: int) -> Subject:
    for index in about.tree.children[verb]:
        if governed(about.tree, index) in ("из:gen", "от:gen"):
            return without_preposition(about.tree, whole(about, index))
    return NOBODY


def _is_passive(tree: Tree, verb: int) -> bool:
    return "Voice=Pass" in tree.tokens[verb].feats and tree.tokens[verb].dep != "amod"


def _agent(about: Passage, verb: int) -> Subject | None:
    for index in about.tree.children[verb]:
        is_agent = about.tree.tokens[index].dep in ("obl", "obl:agent", "iobj", "nmod")
        if about.does(index, "occasion"):
            continue
        if is_agent and governed(about.tree, index) == ":ins":
            return whole(about, index)
    return None


def _nearest_first(tree: Tree, verb: int) -> list[int]:
    children = tree.children[verb]
    return [i for i in reversed(children) if i < verb] + [i for i in children if i > verb]


def _place(about: Passage, verb: int) -> Subject | None:
    """In the ministry they said; in the report it is said: what stands in the locative."""
    tree = about.tree
    known: list[tuple[bool, int]] = []
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep not in ("obl", "nmod", "obl:agent") or governed(tree, index) not in _OFFICE:
            continue
        if about.does(index, "occasion") or token.pos in ("PRON", "NUM"):
            continue
        is_listed = about.lemma(index) in about.lists.nouns or token.pos == "PROPN"
        is_listed = is_listed or token.text.isupper() or index in about.names
        if not is_listed and (is_event(about, index) or not _is_plain_office(about, verb)):
            continue
        known.append((not is_listed, index))
    if not known:
        return None
    return without_preposition(tree, whole(about, min(known)[1]))


def _is_plain_office(about: Passage, verb: int) -> bool:
    """Whether a noun that is in no list may be an office that speaks: not where the verb itself
    governs "в" or "на"."""
    cue = about.verb(verb)
    return cue is None or not any(frame.endswith(_OFFICE) for frame in cue.frames)


def without_preposition(tree: Tree, subject: Subject) -> Subject:
    """The source without the preposition that opens it."""
    if subject.head is None:
        return subject
    left_out = set(prepositions(tree, subject.head))
    return Subject(subject.head, tuple(i for i in subject.words if i not in left_out))


def whole(about: Passage, head: int, without: int | None = None) -> Subject:
    """The noun with all that hangs on it, less the clause ``without`` and what stands aside."""
    tree = about.tree
    left_out = [i for i in tree.children[head] if _is_aside(about, i)]
    if without is not None:
        left_out.append(without)
    run = [i for i in tree.phrase(head, left_out) if abs(i - head) <= _LONGEST]
    return Subject(head, tuple(tree.trimmed(run)))


def _is_aside(about: Passage, index: int) -> bool:
    """What a parser hangs on a noun and is none of it: a parenthesis, a conjunction, an adverb."""
    token = about.tree.tokens[index]
    if token.dep in ("parataxis", "cc", "mark", "discourse") or token.text in ("же", "ж"):
        return True
    return token.dep == "advmod" and about.does(index, "circumstance")


def owner_of(about: Passage, noun: int, content: set[int]) -> Subject:
    """Whose claim it is: the genitive, the possessive pronoun, "со стороны", "от"."""
    tree = about.tree
    for index in tree.children[noun]:
        token = tree.tokens[index]
        if index in content:
            continue
        if about.does(index, "his"):
            return Subject(index, (index,))
        how = governed(tree, index)
        if token.dep == "nmod" and how in (":gen", "от:gen", "у:gen") and index > noun:
            found = without_preposition(tree, whole(about, index))
            words = [i for i in found.words if i not in content]
            return Subject(index, tuple(tree.trimmed(words)))
    return NOBODY
