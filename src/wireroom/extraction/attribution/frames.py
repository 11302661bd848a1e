"""Which words may be a cue, and what would be said: every reading that the syntax allows."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft, Reading
from wireroom.extraction.attribution.sources.subjects import Subject, subject_of
from wireroom.extraction.attribution.syntax import Tree

_GROUP_ADVERBS = {"advmod", "neg"}
_COMPLEMENTS = {"xcomp", "oprd", "acomp", "ccomp"}
_NO_CUE = {"aux", "auxpass", "aux:pass", "cop", "amod", "compound"}


def verb_drafts(tree: Tree, verb: int) -> Iterator[Draft]:
    """The readings of one verb as a cue, each with the content that it would have."""
    if tree.tokens[verb].dep in _NO_CUE:
        return
    subject = subject_of(tree, verb)
    group = verb_group(tree, verb)
    for reading in _readings(tree, verb):
        if reading.frame == "beside" and subject.head is None:
            continue
        cue = {*group, *reading.joins_cue}
        if reading.frame == "beside":
            cue -= set(subject.words)
        draft = draft_of(tree, verb, reading, cue, subject)
        if draft is not None:
            yield draft


def draft_of(
    tree: Tree, head: int, reading: Reading, cue: set[int], subject: Subject
) -> Draft | None:
    """The reading as a draft in which no token has two roles; None when no content is left."""
    beside = reading.frame == "beside"
    taken = cue | (set(subject.words) if beside else set())
    words = reading.content
    if not words:
        return None
    if reading.frame in ("clause", "beside") and words[0] < head:
        words = tuple(sorted({*words, *subject.spare}))
    content = tree.trimmed([index for index in words if index not in taken])
    if not content:
        return None
    inside = set(content)
    source = tuple(i for i in subject.words if i not in cue and i not in inside)
    return Draft(
        head,
        reading.frame,
        tuple(sorted(cue - inside)),
        source,
        subject.head,
        tree.spans(content),
        reading.head,
        content[0],
    )


def verb_group(tree: Tree, verb: int) -> tuple[int, ...]:
    """The verb with its auxiliaries, particle, negation and the adverbs that stand at it."""
    found = {verb}
    for index in tree.children[verb]:
        if tree.tokens[index].dep in tree.relations.verb_group:
            found.add(index)
    for index in reversed(tree.children[verb]):
        token = tree.tokens[index]
        beside = index + 1 in found and index < verb
        adverb = token.dep in _GROUP_ADVERBS and not tree.does(index, "circumstance")
        if adverb and beside and not tree.children[index]:
            found.add(index)
    if tree.does(verb - 1, "to") and verb - 1 in tree.children[verb]:
        found.add(verb - 1)
    return tuple(sorted(found))


def _readings(tree: Tree, verb: int) -> Iterator[Reading]:
    relations = tree.relations
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if _is_cut_off(tree, verb, index):
            continue
        if token.dep in relations.clause or _is_announced(tree, verb, index):
            yield Reading("clause", index, tuple(tree.phrase(index)))
        elif token.dep in relations.infinitive:
            yield Reading("infinitive", index, tuple(tree.phrase(index)))
        elif token.dep in relations.thing:
            yield Reading("object", index, tuple(tree.phrase(index)))
            yield from _with_rest(tree, verb, index, Reading("object-and-rest", index, ()))
        elif token.dep in relations.oblique or (token.dep == "prep" and index > verb):
            yield from _prepositional(tree, verb, index)
    yield from _outer_readings(tree, verb)


def _is_cut_off(tree: Tree, verb: int, index: int) -> bool:
    """Whether a dash with space around it parts the clause from a verb that has a word of its own
    before it: She is going wild - the ship has left."""
    subject = tree.child(index, tree.relations.subject)
    is_clause = tree.tokens[index].dep in tree.relations.clause
    if not is_clause or subject is None or tree.child(index, ("mark",)) is not None:
        return False
    marks = 0
    for i in range(verb + 1, subject):
        token = tree.tokens[i]
        marks += "PunctType=Quot" in token.feats
        # A dash within quotation marks is the quoted one's.
        is_outside = token.text in _DASHES and not marks % 2 and i > verb + 1
        if is_outside and token.start > tree.tokens[i - 1].end:
            return tree.tokens[i + 1].pos != "PUNCT"
    return False


_DASHES = {"-", "–", "—"}


def _is_announced(tree: Tree, verb: int, index: int) -> bool:
    """Whether a colon introduces the clause: The mayor confirmed: the bridge is shut."""
    if tree.tokens[index].dep != "parataxis" or index < verb:
        return False
    return any(tree.tokens[i].text == ":" for i in (*tree.children[index], *tree.children[verb]))


def _outer_readings(tree: Tree, verb: int) -> Iterator[Reading]:
    """Where the content is the subject of the verb, the noun, or the clause that it hangs on."""
    relations, token = tree.relations, tree.tokens[verb]
    subject = tree.child(verb, relations.passive)
    if subject is not None:
        yield Reading("passive", subject, tuple(_passive(tree, verb, subject)))
    elif token.dep == "acl" and tree.child(verb, ("agent",)) is not None:
        yield Reading("passive", token.head, tuple(tree.phrase(token.head, [verb])))
    if token.dep in relations.beside and tree.tokens[token.head].dep != "parataxis":
        yield Reading("beside", token.head, tuple(tree.phrase(token.head, [verb])))


def _prepositional(tree: Tree, verb: int, index: int) -> Iterator[Reading]:
    if tree.tokens[index].dep in tree.relations.oblique:
        case = tree.child(index, ("case",))
        if case is not None:
            yield Reading("preposition", index, tuple(tree.phrase(index, [case])), (case,))
        return
    for thing in tree.children[index]:
        if tree.tokens[thing].dep in ("pobj", "pcomp"):
            yield Reading("preposition", thing, tuple(tree.phrase(thing)), (index,))
            rest = Reading("preposition-and-rest", thing, (), (index,))
            yield from _with_rest(tree, verb, index, rest)


def _with_rest(tree: Tree, verb: int, after: int, reading: Reading) -> Iterator[Reading]:
    rest = _rest(tree, verb, after)
    if rest:
        yield replace(reading, content=tuple(sorted({*tree.phrase(reading.head), *rest})))


def _rest(tree: Tree, verb: int, after: int) -> set[int]:
    """What completes an object: urged him *to go*, called it *a mistake*."""
    found: set[int] = set()
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if index > after and (
            token.dep in _COMPLEMENTS or (token.dep == "prep" and tree.does(index, "completes"))
        ):
            found.update(tree.phrase(index))
    return found


def _passive(tree: Tree, verb: int, subject: int) -> list[int]:
    rest = tree.child(verb, tree.relations.infinitive)
    words = tree.phrase(subject)
    return words if rest is None else sorted({*words, *tree.phrase(rest)})


def noun_drafts(tree: Tree, noun: int) -> Iterator[Draft]:
    """The readings of one noun as a cue: the claim that, the promise to, criticism of."""
    readings = [r for i in tree.children[noun] if (r := _noun_reading(tree, i)) is not None]
    if not readings:
        return
    subject = owner_of(tree, noun)
    for reading in readings:
        draft = draft_of(tree, noun, reading, {noun, *reading.joins_cue}, subject)
        if draft is not None:
            yield draft


def _noun_reading(tree: Tree, index: int) -> Reading | None:
    token = tree.tokens[index]
    if token.dep in ("acl", "ccomp", "relcl") and index > token.head:
        marks = tree.children[index]
        if any(tree.does(mark, "that") for mark in marks):
            return Reading("noun-clause", index, tuple(tree.phrase(index)))
        if any(tree.does(mark, "to") for mark in marks) or "VerbForm=Inf" in token.feats:
            return Reading("noun-infinitive", index, tuple(tree.phrase(index)))
    if token.dep == "prep":
        thing = tree.child(index, ("pobj", "pcomp"))
        if thing is not None:
            return Reading("noun-preposition", thing, tuple(tree.phrase(thing)), (index,))
    return None


def owner_of(tree: Tree, noun: int) -> Subject:
    """Whose claim it is: a possessive, "by …", or the subject of a verb that takes the noun."""
    owner = tree.child(noun, ("poss", "nmod:poss"))
    if owner is not None:
        words = [i for i in tree.phrase(owner) if tree.tokens[i].dep != "case"]
        return Subject(owner, tuple(tree.trimmed(words)))
    for index in tree.children[noun]:
        if tree.does(index, "by"):
            thing = tree.child(index, ("pobj",))
            if thing is not None:
                return Subject(thing, tuple(tree.trimmed(tree.phrase(thing))))
    governor = tree.tokens[noun].head
    if tree.tokens[noun].dep in tree.relations.thing and tree.is_verb(governor):
        return subject_of(tree, governor)
    return Subject(None, ())
