"""Which attribution is part of which: X reports that Y said Z."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import merged, without
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span, hull


def joined(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Went on to say: two verbs of one cue are one draft, under the inner one."""
    by_head = {draft.head: draft for draft in drafts}
    found = dict(by_head)
    gone: set[int] = set()
    for draft in drafts:
        token = tree.tokens[draft.head]
        outer = by_head.get(token.head)
        if outer is None or outer is draft or token.dep != "xcomp" or not draft.content:
            continue
        if outer.content == draft.content:
            cue = tuple(sorted({*outer.cue, *draft.cue}))
            found[draft.head] = replace(draft, cue=cue)
            gone.add(outer.head)
    return [found[draft.head] for draft in drafts if draft.head not in gone]


def parted(tree: Tree, drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """A, X said, and Y denied it: what Y says is no part of what X says."""
    return [_without_others(tree, draft, lexicon) for draft in drafts]


def _without_others(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    head = draft.content_head
    if draft.frame != "beside" or head is None or head > draft.head:
        return draft
    end = max(span.end for span in draft.content)
    holes = []
    for index in tree.children[head]:
        if index > draft.head and _is_by_another(tree, index, draft.head, lexicon):
            first = min(tree.phrase(index))
            while first > draft.head + 1 and tree.tokens[first - 1].pos in ("CCONJ", "PUNCT"):
                first -= 1
            if tree.tokens[first].start < end:
                holes.append(Span(tree.tokens[first].start, end))
    content = without(draft.content, holes, tree.text)
    return replace(draft, content=content) if content else draft


def _is_by_another(tree: Tree, index: int, cue: int, lexicon: Lexicon) -> bool:
    """Whether a joined clause after the cue is of saying, by somebody of its own."""
    subject = tree.child(index, tree.relations.subject)
    lemma = tree.tokens[index].lemma.casefold()
    families = {word.family for word in lexicon.verbs.get(lemma, ())}
    says = bool(families & {"speech", "stance"})
    return tree.tokens[index].dep == "conj" and says and subject is not None and subject > cue


def chained(drafts: Sequence[Draft]) -> list[Draft]:
    """X, citing Y, said Z: what Y is cited for is all of what X says. According to Y, X said Z:
    all of Z is Y's word, too, where it goes on in the next sentence."""
    by_head = {draft.head: draft for draft in drafts}
    return [_chained(draft, by_head) for draft in drafts]


def _chained(draft: Draft, by_head: Mapping[int, Draft]) -> Draft:
    outer = by_head.get(draft.within) if draft.within is not None else None
    if outer is not None and outer is not draft:
        return replace(draft, content=outer.content)
    inner = by_head.get(draft.content_head) if draft.content_head is not None else None
    if draft.frame != "source-preposition" or inner is None or inner is draft:
        return draft
    return replace(draft, content=merged([*draft.content, *inner.content]))


def links(drafts: Sequence[Draft]) -> dict[int, int]:
    """For each draft that cites within another one, the place of that other one in the sequence."""
    places = {draft.head: place for place, draft in enumerate(drafts)}
    return {
        place: places[draft.within]
        for place, draft in enumerate(drafts)
        if draft.within in places and draft.within != draft.head
    }


def nest(
    attributions: Sequence[Attribution], given: Mapping[int, int] | None = None
) -> tuple[Attribution, ...]:
    """The attributions with ``inside`` set to the smallest other whose content covers them whole.

    ``given`` are links that are known already. Where two cover each other, the earlier one is the
    outer. No chain closes on itself.
    """
    known = given or {}
    found = [
        replace(attribution, inside=known.get(index))
        for index, attribution in enumerate(attributions)
    ]
    hulls = [hull([*a.source, *a.cue, *a.content]) for a in attributions]
    order = sorted(range(len(attributions)), key=lambda i: _place(hulls[i], i))
    open_: list[int] = []
    for index in order:
        mine = hulls[index]
        if mine is None:
            continue
        open_ = [o for o in open_ if _end(attributions[o]) > mine.start]
        if found[index].inside is None:
            found[index] = replace(found[index], inside=_outer(attributions, open_, index))
        open_.append(index)
    return tuple(found)


def with_own_words(
    found: Sequence[Attribution], text: str, own: Set[str]
) -> tuple[Attribution, ...]:
    """The "I" of quoted speech, a word of ``own``, is the one who is quoted."""
    result = list(found)
    for index, attribution in enumerate(found):
        source = " ".join(span.of(text) for span in attribution.source).casefold()
        outer = attribution.inside
        if source not in own or outer is None or found[outer].kind == "indirect":
            continue
        speaker = result[outer]
        result[index] = replace(
            attribution,
            speaker=speaker.speaker,
            speaker_kind=speaker.speaker_kind,
            antecedent=speaker.antecedent or (speaker.source[0] if speaker.source else None),
        )
    return tuple(result)


def _outer(attributions: Sequence[Attribution], open_: Sequence[int], index: int) -> int | None:
    holding = [o for o in open_ if _holds(attributions[o], attributions[index])]
    return min(holding, key=lambda o: (_size(attributions[o]), -o), default=None)


def _place(span: Span | None, index: int) -> tuple[int, int, int]:
    return (-1, 0, index) if span is None else (span.start, -span.end, index)


def _end(attribution: Attribution) -> int:
    return max((span.end for span in attribution.content), default=-1)


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether every span of ``inner`` lies in a span of ``outer``'s content, and that is larger."""
    pieces = [*inner.source, *inner.cue, *inner.content]
    return _size(outer) > _size(inner) and all(
        any(span.covers(piece) for span in outer.content) for piece in pieces
    )
