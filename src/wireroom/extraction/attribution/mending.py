"""Drafts whose source a model has cut a little wrong: an empty "there", an ending alone,
a comma at the edge."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import owner_of
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_EDGES = {",", ";", "—", "–"}
_LABEL = re.compile(r"([^\W\d_][\w ]{1,20}):\s+(?=\w)")


def mended(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    """The draft with the words of its source and the beginning of its content put right."""
    return _without_label(tree, _with_particle(tree, _with_source(tree, draft)), lexicon)


def _with_particle(tree: Tree, draft: Draft) -> Draft:
    """Ruled | out sabotage: the particle is the verb's."""
    particle = tree.child(draft.head, ("prt",))
    if particle is None or particle in draft.cue or not draft.content:
        return draft
    token, (first, *rest) = tree.tokens[particle], draft.content
    if token.start != first.start or token.end >= first.end or particle != max(draft.cue) + 1:
        return draft
    after = Span(tree.tokens[particle + 1].start, first.end)
    cue = (*draft.cue, particle)
    return replace(draft, cue=cue, content=(after, *rest), first=particle + 1)


def _without_label(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    """EXCLUSIVE: Company knew of the leak, documents show."""
    if not draft.content:
        return draft
    first, *rest = draft.content
    label = _LABEL.match(tree.text, first.start, first.end)
    if label is None or label.group(1).casefold() not in lexicon.labels:
        return draft
    return replace(draft, content=(Span(label.end(), first.end), *rest))


def is_deed(tree: Tree, draft: Draft, quotes: Quotes, lexicon: Lexicon) -> bool:
    """Added a task to the agenda: a verb that says something only with a clause or a quotation."""
    verb = next((index for index in draft.cue if tree.is_verb(index)), draft.head)
    if lexicon.silence.get(tree.tokens[verb].lemma.casefold()) != "deed":
        return False
    thing = tree.child(verb, tree.relations.thing)
    if thing is None or tree.child(verb, tree.relations.clause) is not None:
        return False
    span = Span(tree.tokens[thing].start, tree.tokens[thing].end)
    is_of_it = thing in draft.cue or any(content.covers(span) for content in draft.content)
    is_quoted = any(quotes.overlapping(content) for content in draft.content)
    return thing > verb and is_of_it and not is_quoted and draft.frame != "quotation"


def _with_source(tree: Tree, draft: Draft) -> Draft:
    source = draft.source
    # After an apposition the comma that closes it stays, as annotators have it.
    if sum(tree.tokens[i].text in _EDGES for i in source) == 1:
        source = tuple(tree.trimmed(list(source)))
    if len(source) == 1 and tree.tokens[source[0]].dep == "case":
        owner = owner_of(tree, tree.tokens[tree.tokens[source[0]].head].head)
        words = tuple(i for i in owner.words if i not in draft.cue)
        return replace(draft, source=words, source_head=owner.head if words else None)
    if _is_nobody(tree, draft, source):
        return replace(draft, source=(), source_head=None)
    source = _whole(tree, draft, _with_clause(tree, draft, source))
    own = _own_pronoun(tree, draft)
    if own is not None and own not in source:
        return replace(draft, source=(own,), source_head=own)
    if source == draft.source:
        return draft
    head = draft.source_head if draft.source_head in source else (source or (None,))[-1]
    return replace(draft, source=source, source_head=head)


def _with_clause(tree: Tree, draft: Draft, source: tuple[int, ...]) -> tuple[int, ...]:
    """An officer who | asked not to be named said: with the clause that a model has cut, or
    without its first word."""
    if draft.chance is None or len(source) < 2 or not tree.does(source[-1], "relative"):
        return source
    words = tuple(range(source[-1] + 1, draft.cue[0]))
    clause = set(tree.phrase(tree.tokens[source[-1]].head))
    return (*source, *words) if words and set(words) <= clause else source[:-1]


def _whole(tree: Tree, draft: Draft, source: tuple[int, ...]) -> tuple[int, ...]:
    """Says local | channel: with the noun that the words of the source stand before."""
    if draft.chance is None or not source or tree.tokens[source[-1]].dep not in _BEFORE_NOUN:
        return source
    noun = tree.tokens[source[-1]].head
    words = tuple(range(source[-1] + 1, noun + 1))
    inside = any(
        tree.tokens[i].start < span.end and span.start < tree.tokens[i].end
        for i in words
        for span in draft.content
    )
    is_free = not inside and not set(words) & set(draft.cue)
    return (*source, *words) if 0 < len(words) <= _FEW and is_free else source


_BEFORE_NOUN = ("amod", "compound", "det", "nummod")
_FEW = 3  # words up to the noun


def _own_pronoun(tree: Tree, draft: Draft) -> int | None:
    """Somebody let *me* tell my story: the subject right before the verb."""
    before = draft.cue[0] - 1
    is_own = before in tree.children[draft.head] and draft.frame == "clause"
    if not is_own or draft.chance is None or not draft.source:
        return None
    token = tree.tokens[before]
    is_subject = token.pos == "PRON" and token.dep in tree.relations.subject
    names = any(tree.does(before, what) for what in ("relative", "empty"))
    return before if is_subject and not names else None


def _is_nobody(tree: Tree, draft: Draft, source: tuple[int, ...]) -> bool:
    """There were reports that …; it is feared that …"""
    if len(source) != 1 or not tree.does(source[0], "empty"):
        return False
    token = tree.tokens[source[0]]
    is_passive = any(tree.tokens[i].dep in ("auxpass", "aux:pass") for i in draft.cue)
    return token.dep == "expl" or is_passive


def with_sources_of_outer(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Officials said that …, calling it a mistake: whoever says the one says the other."""
    known = {index: draft for draft in drafts for index in draft.cue if draft.source}
    return [_with_outer(tree, draft, known) for draft in drafts]


def _with_outer(tree: Tree, draft: Draft, known: Mapping[int, Draft]) -> Draft:
    token = tree.tokens[draft.head]
    is_beside = token.dep == "advcl" and "VerbForm=Part" in token.feats
    outer = known.get(token.head)
    if not is_beside or outer is None or token.head > draft.head:
        return draft
    if draft.source and not outer.content:
        return draft
    # A model may take the words of the content for who says it.
    is_own = tree.child(draft.head, tree.relations.subject) is not None
    is_told = any(tree.tokens[i].start < outer.content[0].end for i in draft.source[:1])
    if draft.source and (is_own or not is_told or outer.content[0].start > token.start):
        return draft
    return replace(draft, source=outer.source, source_head=outer.source_head)
