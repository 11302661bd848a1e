"""What a model takes for words and is a deed: the editors blocked the story; he was released."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.syntax import Tree

_SURE = 0.85  # the chance from which on a model is believed of a word that no list has

_EMPTY = ("auxpass", "prep")  # words of a passive that say nothing by themselves


def is_unlisted_deed(tree: Tree, draft: Draft, quotes: Quotes, lexicon: Lexicon) -> bool:
    """Whether no list has any word of the cue, a thing is all that would be told, and the model is
    not sure or sees nobody who would tell it."""
    if tree.tokens[draft.head].pos != "VERB" or draft.chance is None:
        return False
    words = [tree.tokens[index] for index in draft.cue]
    is_passive = any(token.dep == "auxpass" for token in words)
    lemmas = {t.lemma.casefold() for t in words if not is_passive or t.dep not in _EMPTY}
    if any(_is_listed(lemma, lexicon) for lemma in lemmas) or is_told(tree, draft, quotes):
        return False
    return draft.chance < _SURE or not draft.source


def is_heading(tree: Tree, draft: Draft) -> bool:
    """Explosions in the port of Kirkenes: five dead. What a preposition brings says nothing."""
    head = draft.source_head
    return draft.frame == "line" and head is not None and tree.tokens[head].dep == "pobj"


def is_told(tree: Tree, draft: Draft, quotes: Quotes) -> bool:
    """Whether the content has a quotation, a clause, or an infinitive that it begins with."""
    return any(
        quotes.overlapping(span)
        or tree.has_finite_verb(span)
        or span.of(tree.text).startswith("to ")
        for span in draft.content
    )


def _is_listed(lemma: str, lexicon: Lexicon) -> bool:
    words = (lexicon.verbs, lexicon.nouns, lexicon.adverbs, lexicon.adjectives, lexicon.silence)
    if any(lemma in each for each in words):
        return True
    return any(lemma in standing.words for standing in lexicon.standings.get(lemma, ()))
