"""From what the model found in a passage to drafts, as the syntax finds them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wireroom.extraction.attribution.drafts import Draft, Frame
from wireroom.extraction.attribution.learnt.scoring import Scorer
from wireroom.extraction.attribution.learnt.settling import Found, settle
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.syntax import Tree
from wireroom.extraction.encoder import flowing
from wireroom.records.annotations import AnnotatedText
from wireroom.records.spans import Span

_FRAMES: dict[str, Frame] = {
    "NOUN": "noun-clause",
    "PROPN": "noun-clause",
    "ADV": "adverb",
    "ADJ": "adjective",
    "PUNCT": "line",
}
_NEVER_LAST = ("ADP", "CCONJ", "SCONJ")  # of a source: "Smith on" in "Smith on Monday said"


def learnt_drafts(
    annotated: AnnotatedText, tree: Tree, lexicon: Lexicon, scorer: Scorer
) -> Iterator[Draft]:
    """A draft for each attribution that the model finds, with its content as the model has it."""
    starts = [token.start for token in tree.tokens]
    text = flowing(annotated)
    for found in settle(scorer.anchors(text)):
        between = text[found.cue.end : found.contents[0].span.start]
        if "\n" in between.rstrip(" "):
            continue  # whether a paragraph is what the one before it introduces, its layout shows
        draft = _draft(tree, starts, found, annotated.span.start, lexicon)
        if draft is not None:
            yield draft


def _draft(
    tree: Tree, starts: Sequence[int], found: Found, offset: int, lexicon: Lexicon
) -> Draft | None:
    cue = _tokens(tree, starts, found.cue.moved(offset))
    if not cue:
        return None
    source = _tokens(tree, starts, found.source.moved(offset)) if found.source else ()
    while source and tree.tokens[source[-1]].pos in _NEVER_LAST:
        source = source[:-1]
    contents = tuple(content.span.moved(offset) for content in found.contents)
    head = _head_of_cue(tree, cue)
    inside = _tokens(tree, starts, contents[0])
    return Draft(
        head,
        _frame(tree, cue, head, lexicon),
        cue,
        source,
        _root(tree, source) if source else None,
        contents,
        content_head=_root(tree, inside) if inside else None,
        first=inside[0] if inside else None,
        chance=found.chance,
    )


def _tokens(tree: Tree, starts: Sequence[int], span: Span) -> tuple[int, ...]:
    """The tokens that share a character with a span."""
    first = bisect_left(starts, span.start)
    if first > 0 and tree.tokens[first - 1].end > span.start:
        first -= 1
    return tuple(range(first, bisect_left(starts, span.end)))


def _head_of_cue(tree: Tree, cue: tuple[int, ...]) -> int:
    """The word that says what is done: the last verb ("continuing to deny"), else the last noun or
    other word of weight, else the last word."""
    for parts in (("VERB",), ("NOUN", "PROPN"), ("ADJ", "ADV", "AUX")):
        fitting = [index for index in cue if tree.tokens[index].pos in parts]
        if fitting:
            return fitting[-1]
    return cue[-1]


def _root(tree: Tree, indexes: tuple[int, ...]) -> int:
    """The word of a phrase that the others hang on; of several, the first noun or pronoun."""
    inside = set(indexes)
    roots = [i for i in indexes if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    nominal = [i for i in roots if tree.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
    return (nominal or roots or list(indexes))[0]


def _frame(tree: Tree, cue: tuple[int, ...], head: int, lexicon: Lexicon) -> Frame:
    if tree.tokens[cue[0]].text.casefold() in lexicon.phrases:
        return "source-preposition"
    return _FRAMES.get(tree.tokens[head].pos, "clause")
