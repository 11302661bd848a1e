"""Who said what, by which words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.channels import channel_of
from wireroom.extraction.attribution.citing import with_links_apart
from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.edges import Edges
from wireroom.extraction.attribution.finishing import finish
from wireroom.extraction.attribution.generic import find_by_quotation
from wireroom.extraction.attribution.lexicon import lexicon_of
from wireroom.extraction.attribution.listed import find_by_lists, has_lists
from wireroom.extraction.attribution.mending import is_deed, mended, with_sources_of_outer
from wireroom.extraction.attribution.nesting import (
    chained,
    joined,
    links,
    nest,
    parted,
    with_own_words,
)
from wireroom.extraction.attribution.passives import Passives
from wireroom.extraction.attribution.pointing import Pointing
from wireroom.extraction.attribution.proposing import BY_RULES, chooser_of, find_drafts
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.russian.nesting import shared_sources
from wireroom.extraction.attribution.russian.repairs import repaired
from wireroom.extraction.attribution.sources.lists import source_lists
from wireroom.extraction.attribution.sources.people import People
from wireroom.extraction.attribution.sources.speakers import Speakers
from wireroom.extraction.attribution.syntax import Tree, small_words
from wireroom.extraction.attribution.trailing import Trailing
from wireroom.extraction.attribution.unspoken import is_unspoken, with_whole_owner
from wireroom.records.annotations import AnnotatedText, Entity
from wireroom.records.attributions import Attribution
from wireroom.records.languages import LanguagePack
from wireroom.text.anonymity import find_anonymity

__all__ = ["chooser_of", "find_attributions", "names_at"]


def find_attributions(annotated: AnnotatedText, pack: LanguagePack) -> tuple[Attribution, ...]:
    """The attributions of one passage, in the order of their cues.

    Spans count in the Document's text. ``inside`` is an index into the returned tuple. Where the
    passage has no syntax, the pack's lists of cues and their forms decide; where it has no such
    lists, only quotations beside a cue word are found.
    """
    lexicon = lexicon_of(pack)
    quotes = Quotes(annotated)
    if not any(token.dep for token in annotated.tokens):
        if has_lists(pack):
            return find_by_lists(annotated, quotes, pack)
        return nest(list(find_by_quotation(annotated, quotes, lexicon)))
    if pack.code in BY_RULES:
        annotated = repaired(annotated)
    tree = Tree(annotated, pack)
    names = names_at(annotated)
    found: Sequence[Draft] = with_whole_sources(find_drafts(annotated, tree, quotes, names, pack))
    found = parted(tree, joined(tree, sorted(found, key=lambda draft: draft.head)), lexicon)
    if pack.code not in BY_RULES:
        found = [mended(tree, d, lexicon) for d in found if not is_deed(tree, d, quotes, lexicon)]
        found = Pointing(tree, annotated.sentences, lexicon).resolved(found)
        found = with_links_apart(tree, bounded(tree, found, quotes, pack))
        found = with_sources_of_outer(tree, [with_whole_owner(tree, draft) for draft in found])
    unnamed = find_anonymity(annotated.text, annotated.span, pack.code)
    drafts = chained([d for d in found if not is_unspoken(tree, d, lexicon, unnamed)])
    lists = source_lists(pack)
    speakers = Speakers(tree, People(tree, annotated.entities, lists), names, lists)
    finished = [
        replace(
            finish(tree, draft, lexicon, quotes, speakers.resolve(draft)),
            channel=channel_of(tree, draft, names, speakers.bodies),
        )
        for draft in drafts
    ]
    known = links(drafts)
    if pack.code in BY_RULES:
        known = {**shared_sources(finished), **known}
    return with_own_words(
        nest(finished, known), annotated.text, small_words(pack).get("i", frozenset())
    )


def bounded(tree: Tree, drafts: Sequence[Draft], quotes: Quotes, pack: LanguagePack) -> list[Draft]:
    """The drafts with the bounds of what is told, and of who tells it, put right."""
    cues = {index for draft in drafts for index in draft.cue}
    trailing = Trailing(tree, lexicon_of(pack), source_lists(pack), cues)
    edges, passives = Edges(tree, quotes, pack), Passives(tree, lexicon_of(pack), pack)
    return [edges.mended(passives.mended(trailing.mended(draft))) for draft in drafts]


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
