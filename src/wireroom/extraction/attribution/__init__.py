"""Who said what, by which words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.choosing import Chooser
from wireroom.extraction.attribution.direct import Speech
from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.finishing import finish
from wireroom.extraction.attribution.generic import find_by_quotation
from wireroom.extraction.attribution.interrupted import interrupting_draft
from wireroom.extraction.attribution.learnt.drafting import learnt_drafts
from wireroom.extraction.attribution.learnt.scoring import scorer_for
from wireroom.extraction.attribution.lexicon import Lexicon, lexicon_of
from wireroom.extraction.attribution.lines import Lines
from wireroom.extraction.attribution.nesting import (
    chained,
    joined,
    links,
    nest,
    parted,
    with_own_words,
)
from wireroom.extraction.attribution.phrases import (
    adverb_draft,
    as_draft,
    citing_draft,
    source_draft,
    tail_draft,
)
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.silence import silence_draft
from wireroom.extraction.attribution.sources.lists import source_lists
from wireroom.extraction.attribution.sources.people import People
from wireroom.extraction.attribution.sources.speakers import Speakers
from wireroom.extraction.attribution.syntax import Tree, small_words
from wireroom.records.annotations import AnnotatedText, Entity
from wireroom.records.attributions import Attribution
from wireroom.records.languages import LanguagePack

__all__ = ["chooser_of", "find_attributions", "names_at"]


def find_attributions(annotated: AnnotatedText, pack: LanguagePack) -> tuple[Attribution, ...]:
    """The attributions of one passage, in the order of their cues.

    Spans count in the Document's text. ``inside`` is an index into the returned tuple. Where the
    passage has no syntax, only quotations beside a cue word of the pack are found.
    """
    lexicon = lexicon_of(pack)
    quotes = Quotes(annotated)
    if not any(token.dep for token in annotated.tokens):
        return nest(list(find_by_quotation(annotated, quotes, lexicon)))
    tree = Tree(annotated, pack)
    names = names_at(annotated)
    found: Sequence[Draft] = with_whole_sources(_drafts(annotated, tree, quotes, names, pack))
    found = parted(tree, joined(tree, sorted(found, key=lambda draft: draft.head)), lexicon)
    drafts = chained(found)
    lists = source_lists(pack)
    speakers = Speakers(tree, People(tree, annotated.entities, lists), names, lists)
    finished = [finish(tree, draft, lexicon, quotes, speakers.resolve(draft)) for draft in drafts]
    return with_own_words(
        nest(finished, links(drafts)), annotated.text, small_words(pack).get("i", frozenset())
    )


def with_whole_sources(drafts: Iterable[Draft]) -> list[Draft]:
    """Where two drafts have sources that end in one word, both have the longer: the same people."""
    found = list(drafts)
    longest: dict[int, tuple[int, ...]] = {}
    for draft in found:
        if draft.source and len(draft.source) > len(longest.get(draft.source[-1], ())):
            longest[draft.source[-1]] = draft.source
    return [
        replace(draft, source=longest[draft.source[-1]])
        if draft.source and set(draft.source) < set(longest[draft.source[-1]])
        else draft
        for draft in found
    ]


def _drafts(
    annotated: AnnotatedText,
    tree: Tree,
    quotes: Quotes,
    names: dict[int, Entity],
    pack: LanguagePack,
) -> Iterator[Draft]:
    """By the language's model where it has one, with what layout and set phrases show beside it;
    else by the syntax."""
    lexicon = lexicon_of(pack)
    lines = list(Lines(tree, annotated.sentences, names, quotes, pack).drafts())
    scorer = scorer_for(pack.code)
    if scorer is None:
        chooser = chooser_of(annotated, tree, quotes, names, pack)
        yield from lines
        yield from _by_syntax(tree, quotes, lexicon, chooser, {draft.head for draft in lines})
        return
    chooser = chooser_of(annotated, tree, quotes, names, pack)
    taken: set[int] = set()
    for draft in (
        *lines,
        *_sure(tree, quotes, lexicon, chooser),
        *learnt_drafts(annotated, tree, lexicon, scorer),
        *(
            draft
            for draft in _by_syntax(tree, quotes, lexicon, chooser, _unsaid(tree, lexicon))
            if _is_told(tree, draft, lexicon)
        ),
    ):
        if not taken.intersection(draft.cue):
            taken.update(draft.cue)
            yield draft


def _unsaid(tree: Tree, lexicon: Lexicon) -> set[int]:
    """The words at which nothing begins that ``_is_told`` or that takes others as its cue."""
    return {
        index
        for index, token in enumerate(tree.tokens)
        if token.lemma.casefold() not in lexicon.verbs
        and token.text.casefold() not in lexicon.phrases
    }


def _is_told(tree: Tree, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether somebody says something with a verb of the list: what a model should not miss."""
    known = tree.tokens[draft.head].lemma.casefold() in lexicon.verbs
    return known and bool(draft.source) and draft.frame in ("clause", "quotation", "beside")


def _sure(tree: Tree, quotes: Quotes, lexicon: Lexicon, chooser: Chooser) -> Iterator[Draft]:
    """What needs no weighing: set phrases, adverbs, asides, sources at the end of a sentence."""
    for index in range(len(tree.tokens)):
        draft = interrupting_draft(tree, index, quotes, lexicon)
        draft = draft or _set_draft_at(index, tree, lexicon) or chooser.plain(index)
        if draft is None and tree.is_verb(index):
            draft = tail_draft(tree, index, lexicon)
        if draft is not None:
            yield draft


def _by_syntax(
    tree: Tree, quotes: Quotes, lexicon: Lexicon, chooser: Chooser, taken: set[int]
) -> Iterator[Draft]:
    for index in range(len(tree.tokens)):
        if index in taken:
            continue
        draft = interrupting_draft(tree, index, quotes, lexicon)
        draft = draft or _draft_at(index, tree, lexicon, chooser)
        if draft is not None:
            if draft.frame == "source-preposition":
                taken.update(draft.cue)
            yield draft


def chooser_of(
    annotated: AnnotatedText,
    tree: Tree,
    quotes: Quotes,
    names: dict[int, Entity],
    pack: LanguagePack,
) -> Chooser:
    """The chooser of one passage; for the training of its weights, too."""
    types = {index: entity.type for index, entity in names.items()}
    return Chooser(tree, types, Speech(tree, quotes, annotated.sentences), pack)


def _draft_at(index: int, tree: Tree, lexicon: Lexicon, chooser: Chooser) -> Draft | None:
    found = _set_draft_at(index, tree, lexicon)
    if found is not None:
        return found
    draft = chooser.best(index)
    if tree.is_verb(index) and (draft is None or (not draft.source and draft.frame in _OPEN)):
        return tail_draft(tree, index, lexicon) or draft
    return draft


def _set_draft_at(index: int, tree: Tree, lexicon: Lexicon) -> Draft | None:
    token = tree.tokens[index]
    if token.pos == "ADV" and token.lemma.casefold() in lexicon.adverbs:
        return adverb_draft(tree, index)
    if token.text.casefold() in lexicon.phrases:
        found = source_draft(tree, index, lexicon)
        if found is not None:
            return found
    if not tree.is_verb(index):
        return None
    return (
        silence_draft(tree, index, lexicon)
        or citing_draft(tree, index, lexicon)
        or as_draft(tree, index, lexicon)
    )


_OPEN = ("clause", "beside")


def names_at(annotated: AnnotatedText) -> dict[int, Entity]:
    """The name that a token is part of, by the token's index."""
    starts = [token.start for token in annotated.tokens]
    found: dict[int, Entity] = {}
    for entity in annotated.entities:
        index = bisect_left(starts, entity.start)
        while index < len(starts) and starts[index] < entity.end:
            found[index] = entity
            index += 1
    return found
