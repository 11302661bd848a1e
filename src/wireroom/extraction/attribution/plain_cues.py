"""Cues of the lists in plain sight: what is there whatever a model or weights make of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft, Frame, Reading
from wireroom.extraction.attribution.frames import (
    draft_of,
    noun_drafts,
    verb_drafts,
    verb_group,
)
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.sources.subjects import subject_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span


def plain_drafts(
    tree: Tree, index: int, quotes: Quotes, lexicon: Lexicon, told: Sequence[Draft]
) -> Iterator[Draft]:
    """The readings of one token that need nothing but a cue of the lists in a frame of its own:
    a verb with a subject and a clause, a noun with a that-clause, an adjective before a noun.

    Not within quotation marks: what somebody who is quoted says of others is less of a link. A
    verb only in the content of something ``told``: a model that learnt from the outer links of
    chains overlooks the inner ones.
    """
    if quotes.at(tree.tokens[index].start) is not None:
        return
    token = tree.tokens[index]
    lemma = token.lemma.casefold()
    if token.pos == "VERB":
        is_told = any(span.start <= token.start < span.end for d in told for span in d.content)
        yield from _told(tree, index, lexicon.verbs.get(lemma, ())) if is_told else ()
        yield from _phrasal(tree, index, lexicon)
        yield from _doubted(tree, index, lexicon.verbs.get(lemma, ()))
        yield from _asked(tree, index, lexicon.verbs.get(lemma, ()))
    elif token.pos == "NOUN":
        for draft in _nominal(tree, index, lexicon.nouns.get(lemma, ())):
            if not _is_taken_up(tree, draft, told):
                yield draft
    if token.dep == "amod":
        first = _first_of_compound(tree, index)
        word = tree.text[tree.tokens[first].start : token.end].casefold()
        if word in lexicon.adjectives:
            yield from _adjective(tree, first, index)


_NO_REPORTER = ("relative", "i", "we", "you", "empty")


def _told(tree: Tree, verb: int, cues: tuple[CueWord, ...]) -> Iterator[Draft]:
    """She said that …, they believe that …: with a subject of its own and a finite clause."""
    subject = tree.child(verb, tree.relations.subject)
    is_said = any(cue.family in ("speech", "stance") or cue.stance == "promises" for cue in cues)
    if not is_said or subject is None or subject > verb or _is_modal(tree, verb):
        return
    if any(tree.does(subject, what) for what in _NO_REPORTER):
        return
    frames = {frame for cue in cues for frame in cue.frames}
    for draft in verb_drafts(tree, verb):
        head = draft.content_head
        if draft.frame not in frames or not draft.source or head is None or head < verb:
            continue
        has_subject = tree.child(head, tree.relations.subject) is not None
        promises = draft.frame == "infinitive" and any(c.stance == "promises" for c in cues)
        if (draft.frame == "clause" and has_subject) or promises:
            yield draft


def _doubted(tree: Tree, verb: int, cues: tuple[CueWord, ...]) -> Iterator[Draft]:
    """Could not verify the claim: a negated verb of standing to a thing, with that thing."""
    is_taken = any(cue.family == "stance" and "object" in cue.frames for cue in cues)
    if is_taken and any(tree.does(index, "not") for index in tree.children[verb]):
        yield from (d for d in verb_drafts(tree, verb) if d.frame == "object" and d.source)


def _asked(tree: Tree, verb: int, cues: tuple[CueWord, ...]) -> Iterator[Draft]:
    """The island appealed for help: a verb of asking with what the list has it ask for."""
    if _is_modal(tree, verb) or tree.child(verb, tree.relations.subject) is None:
        return
    frames = {f for cue in cues for f in cue.frames if cue.stance == "asks"} & _ASKING
    for draft in verb_drafts(tree, verb):
        asks_for = any(tree.does(i, "asks-for") for i in draft.cue)
        if draft.frame in frames and draft.source and asks_for:
            yield draft


_ASKING = frozenset({"preposition", "preposition-and-rest"})


def _is_modal(tree: Tree, verb: int) -> bool:
    """Would say, could rule: nobody has said it yet."""
    auxiliaries = (i for i in tree.children[verb] if tree.tokens[i].pos == "AUX" and i < verb)
    return any(tree.tokens[i].lemma not in _PLAIN_AUXILIARIES for i in auxiliaries)


_PLAIN_AUXILIARIES = ("have", "be", "do")


def _phrasal(tree: Tree, verb: int, lexicon: Lexicon) -> Iterator[Draft]:
    """Ruled out sabotage, shrugged off the report: a verb with its particle in the list."""
    particle = tree.child(verb, ("prt",))
    if particle is None:
        return
    words = (tree.tokens[verb].lemma.casefold(), tree.tokens[particle].lemma.casefold())
    known = lexicon.standings.get(words[1], ())
    if not any(standing.words == words and standing.stance == "denies" for standing in known):
        return
    thing = tree.child(verb, (*tree.relations.thing, *tree.relations.clause, "pcomp"))
    if thing is not None:
        is_thing = tree.tokens[thing].dep in tree.relations.thing
        frame: Frame = "object" if is_thing else "clause"
        reading = Reading(frame, thing, tuple(tree.phrase(thing)))
        draft = draft_of(tree, verb, reading, set(verb_group(tree, verb)), subject_of(tree, verb))
        if draft is not None and draft.source:
            yield draft


def _nominal(tree: Tree, noun: int, cues: tuple[CueWord, ...]) -> Iterator[Draft]:
    """The claim that …; there were rumours of …"""
    if not cues or all(cue.family == "thought" for cue in cues):
        return
    is_said = any(cue.family == "speech" for cue in cues)
    for draft in noun_drafts(tree, noun):
        is_clause = draft.frame == "noun-clause" and _is_complete(tree, draft)
        is_there = draft.frame == "noun-preposition" and is_said and _is_there(tree, noun)
        if is_clause or is_there:
            yield draft


def _is_taken_up(tree: Tree, draft: Draft, told: Sequence[Draft]) -> bool:
    """She repeated the claim that …: the claim is hers by the verb, which was found."""
    governor = tree.tokens[draft.head].head
    return any(
        governor in each.cue and draft.source_head == each.source_head for each in told
    ) and (draft.source_head is not None)


def _is_complete(tree: Tree, draft: Draft) -> bool:
    """Whether the clause has a subject beside its "that": no questions that were asked."""
    head = draft.content_head
    subject = None if head is None else tree.child(head, tree.relations.subject)
    first = draft.first
    if head is None or subject is None or first is None or tree.tokens[head].dep == "relcl":
        return False
    return subject != first and tree.tokens[first].dep == "mark"


def _is_there(tree: Tree, noun: int) -> bool:
    """Whether the sentence only says that it exists: there were reports."""
    governor = tree.tokens[noun].head
    return tree.child(governor, ("expl",)) is not None and tree.is_verb(governor)


def _first_of_compound(tree: Tree, index: int) -> int:
    """Of so-called, "so"; of a word without a hyphen, the word."""
    tokens = tree.tokens
    is_joined = index > 1 and tokens[index - 1].text == "-"
    if is_joined and tokens[index - 2].end == tokens[index - 1].start:
        return index - 2
    return index


def _adjective(tree: Tree, first: int, adjective: int) -> Iterator[Draft]:
    """The alleged arsonist: what follows the adjective, up to the noun and what hangs on that."""
    noun = tree.tokens[adjective].head
    words = [i for i in tree.phrase(noun) if i > adjective]
    if noun < adjective or tree.tokens[noun].pos not in ("NOUN", "PROPN"):
        return
    clauses = [i for i in tree.children[noun] if tree.tokens[i].dep in tree.relations.relative]
    inside = set(tree.phrase(noun, clauses))
    content = tree.trimmed([i for i in words if i in inside])
    if content:
        spans = tree.spans(content)
        cue = tuple(range(first, adjective + 1))
        yield Draft(adjective, "adjective", cue, (), None, spans, noun, content[0])


def clipped(tree: Tree, draft: Draft) -> Draft:
    """Rumours that the bank would close | spread through the town: the content of a noun ends
    where the verb begins that the noun is the subject of."""
    if draft.frame != "noun-clause" or tree.tokens[draft.head].dep not in tree.relations.subject:
        return draft
    verb = tree.tokens[draft.head].head
    phrase = [i for i in tree.phrase(draft.head) if i > draft.head]
    if verb < draft.head or not phrase or phrase[-1] > verb or len(draft.content) != 1:
        return draft
    (content,) = draft.content
    start, end = tree.tokens[verb].start, tree.tokens[phrase[-1]].end
    if not (content.start < end and content.start < start < content.end):
        return draft
    return replace(draft, content=(Span(content.start, end),))
