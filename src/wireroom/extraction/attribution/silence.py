"""No comment: declined to comment, did not respond, could not be reached."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.sources.subjects import Subject, subject_of
from wireroom.extraction.attribution.syntax import LONGEST_PHRASE, Tree

_OF_WHAT = ("nmod", "obl", "ccomp")
_ADVERBIAL = {"advmod", "npadvmod", "neg"}


def silence_draft(tree: Tree, verb: int, lexicon: Lexicon) -> Draft | None:
    """The verb as a cue of saying nothing; the content is what of, if that is told: after the verb,
    or else in the same sentence before its subject.

    Five patterns of the list: a *reply* verb that is negated, a *refuse* verb with a reply verb
    or noun under it, a *reach* verb that is negated, for comment, a *return* verb that is negated,
    with calls or their like, an *ignore* verb with a request for comment.
    """
    role = lexicon.silence.get(tree.tokens[verb].lemma.casefold())
    if role == "reply" and is_negated(tree, verb):
        return _draft(tree, verb, (verb,))
    if role == "refuse" or (role == "reach" and is_negated(tree, verb)):
        for index in tree.children[verb]:
            path = _path(tree, index, lexicon, _REPLIES)
            if path:
                return _draft(tree, verb, (verb, *path))
    return _contact_draft(tree, verb, lexicon, role)


_REPLIES = ("reply", "comment")


def _contact_draft(tree: Tree, verb: int, lexicon: Lexicon, role: str | None) -> Draft | None:
    """Did not return calls; ignored requests for comment."""
    thing = tree.child(verb, tree.relations.thing)
    if thing is None or lexicon.silence.get(tree.tokens[thing].lemma.casefold()) != "contact":
        return None
    comment = next((p for i in tree.children[thing] if (p := _path(tree, i, lexicon))), ())
    if role == "return" and is_negated(tree, verb):
        return _draft(tree, verb, (verb, thing, *comment))
    if role == "ignore" and comment:
        return _draft(tree, verb, (verb, thing, *comment))
    return None


def _path(
    tree: Tree, index: int, lexicon: Lexicon, roles: tuple[str, ...] = ("comment", "reply")
) -> tuple[int, ...]:
    """From a word down to one of the roles: comment, to comment, available for comment."""
    if lexicon.silence.get(tree.tokens[index].lemma.casefold()) in roles:
        return (index,)
    for child in tree.children[index]:
        if lexicon.silence.get(tree.tokens[child].lemma.casefold()) in roles:
            return (index, child)
    if tree.tokens[index].dep in ("acomp", "prep", "xcomp"):
        for child in tree.children[index]:
            if child > index and tree.tokens[child].dep in ("prep", "pobj", "xcomp"):
                below = _path(tree, child, lexicon, roles)
                if below:
                    return (index, *below)
    return ()


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether "not", "never" or their like stands at the verb, or "no" at its subject."""
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep in tree.relations.negation or tree.does(index, "not"):
            return True
        first = min([index, *tree.children[index]])
        if token.dep in tree.relations.subject and tree.does(first, "nobody"):
            return True
    return False


def _draft(tree: Tree, verb: int, heads: tuple[int, ...]) -> Draft:
    cue: set[int] = set()
    for index in heads:
        cue.update(verb_group(tree, index) if tree.is_verb(index) else [index])
        cue.update(i for i in tree.children[index] if _belongs(tree, i))
    last = heads[-1]
    subject = _subject(tree, verb)
    content: list[int] = []
    for index in tree.children[last]:
        token = tree.tokens[index]
        if index > last and token.dep == "prep":
            thing = tree.child(index, ("pobj", "pcomp"))
            if thing is not None:
                cue.add(index)
                content = tree.phrase(thing)
                break
        if token.dep in tree.relations.thing or token.dep in _OF_WHAT:
            content = [i for i in tree.phrase(index) if i > last]
            break
    content = tree.trimmed([i for i in content if i not in cue and i not in subject.words])
    if not content:
        content = _clause_before(tree, [*subject.words, *cue])
    return Draft(
        verb,
        "silence",
        tuple(sorted(cue)),
        tuple(i for i in subject.words if i not in cue),
        subject.head,
        tree.spans(content),
        stance="no-comment",
    )


def _clause_before(tree: Tree, words: list[int]) -> list[int]:
    """What the sentence tells before a silence about it: The truce holds - the army has not
    commented."""
    first = min(words)
    tokens = tree.tokens
    before = list(range(max(0, first - LONGEST_PHRASE), first))
    before = [i for i in before if tokens[i].sentence == tokens[first].sentence]
    while before and tokens[before[-1]].pos in ("CCONJ", "SCONJ"):
        before.pop()
    if not before or tokens[before[-1]].text not in _PARTING:
        return []
    clause = tree.trimmed(before)
    return clause if any("VerbForm=Fin" in tokens[i].feats for i in clause) else []


_PARTING = {"-", "–", "—", ",", ";", ":", "--"}


def _belongs(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    adverb = token.dep in _ADVERBIAL and not tree.children[index] and token.pos in ("ADV", "PART")
    return adverb or tree.does(index, "not") or token.dep == "case"


def _subject(tree: Tree, verb: int) -> Subject:
    # "could not be reached": the one who was not reached is the one who says nothing.
    passive = tree.child(verb, tree.relations.passive)
    if passive is not None:
        return Subject(passive, tuple(tree.trimmed(tree.phrase(passive))))
    return subject_of(tree, verb)
