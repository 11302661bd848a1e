"""The attributions of a Russian passage, found by rules, each word with one role as a cue."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lines import paragraphs_of
from wireroom.extraction.attribution.quoted import without
from wireroom.extraction.attribution.russian.asides import phrase_draft
from wireroom.extraction.attribution.russian.citations import cited_draft
from wireroom.extraction.attribution.russian.dialogue import authors_words, broken_speech
from wireroom.extraction.attribution.russian.headlines import headline_drafts
from wireroom.extraction.attribution.russian.hearsay import adjective_draft, adverb_draft
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.rules import draft_at
from wireroom.extraction.attribution.russian.stances import stance_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import AttributionKind
from wireroom.records.spans import Span


def drafts_by_rules(
    about: Passage, sentences: Sequence[Span], lines: Sequence[Draft]
) -> Iterator[Draft]:
    """The drafts of one passage, with their stances; no two have one head. ``lines`` are what the
    layout shows already."""
    taken: set[int] = set()
    paragraphs = paragraphs_of(about.tree.text, sentences)
    others = authors_words(about, paragraphs)
    transcript = _transcript(about.tree, lines)
    shown = [draft for draft in lines if not _is_headline(about, draft, transcript)]
    for found in (*shown, *_all(about, paragraphs)):
        if found.head in taken or taken.intersection(found.cue):
            continue
        draft = _in_one_voice(about, found, others)
        if draft.content or draft.frame == "silence":
            taken.update((draft.head, *draft.cue))
            yield replace(draft, stance=stance_of(about, draft), kind=_kind(about, draft))


def _kind(about: Passage, draft: Draft) -> AttributionKind | None:
    """What is told within somebody's quotation is told without marks of its own."""
    number = about.quotes.at(draft.content[0].start) if draft.content else None
    if draft.kind is not None or number is None:
        return draft.kind
    outer = about.quotes[number]
    inside = all(outer.start < span.start and span.end < outer.end for span in draft.content)
    return "indirect" if inside else None


def _transcript(tree: Tree, lines: Sequence[Draft]) -> set[int]:
    """The colons after labels that come again: the lines of an interview."""
    labels = {
        draft.head: " ".join(tree.tokens[i].text for i in draft.source)
        for draft in lines
        if draft.frame == "line"
    }
    counts = Counter(labels.values())
    return {head for head, label in labels.items() if counts[label] > 1}


def _in_one_voice(about: Passage, draft: Draft, others: Sequence[Span]) -> Draft:
    """The draft without the author's words in what others say, unless it is one of those."""
    start = about.tree.tokens[draft.head].start
    holes = [span for span in others if not span.start <= start < span.end]
    holes = [hole for hole in holes if any(hole.overlaps(span) for span in draft.content)]
    outer = [span for span in draft.content if all(span.overlaps(hole) for hole in holes)]
    if not holes or any(
        span.covers(hole) and about.quotes.at(start) is None for span in outer for hole in holes
    ):
        return draft
    return replace(draft, content=without(draft.content, holes, about.tree.text))


def _is_headline(about: Passage, draft: Draft, transcript: Collection[int]) -> bool:
    """Whether what stands before a colon says who speaks in words: Крюк убеждена: …; or is a
    headline, for which there are rules of their own."""
    if draft.frame != "line":
        return False
    return any(about.verb(i) is not None for i in draft.source) or draft.head not in transcript


def _all(about: Passage, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    every = range(len(about.tree.tokens))
    yield from broken_speech(about, paragraphs)
    yield from headline_drafts(about, paragraphs)
    yield from _made(phrase_draft(about, index) for index in every)
    heads: set[int] = set()
    # A noun is a cue only where no verb has it: не ответил на *вопрос*.
    order = sorted(every, key=lambda index: about.tree.tokens[index].pos == "NOUN")
    for draft in _made(draft_at(about, index) for index in order):
        if draft.content_head is not None:
            heads.add(draft.content_head)
        yield draft
        yield from _made([cited_draft(about, draft)])
    yield from _made(
        adverb_draft(about, index, heads) or adjective_draft(about, index) for index in every
    )


def _made(drafts: Iterable[Draft | None]) -> Iterator[Draft]:
    return (draft for draft in drafts if draft is not None)
