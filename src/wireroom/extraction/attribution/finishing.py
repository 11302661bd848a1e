"""Drafts to attributions: kind, stance, speaker."""

from wireroom.extraction.attribution.certainty import certainty_of
from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.families import family_of
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.sources.speaker import Speaker
from wireroom.extraction.attribution.stance import stance_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import Attribution, AttributionKind
from wireroom.records.spans import Span


def finish(
    tree: Tree, draft: Draft, lexicon: Lexicon, quotes: Quotes, speaker: Speaker
) -> Attribution:
    """The draft in the terms of the records."""
    stance = stance_of(tree, draft, lexicon)
    closed = (_closed(span, tree.text) for span in tree.spans(draft.source))
    return Attribution(
        source=tuple(span for span in closed if span.start < span.end),
        cue=tree.spans(draft.cue),
        content=draft.content,
        kind=draft.kind or kind_of(draft.content, quotes),
        stance=stance,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        antecedent=speaker.antecedent,
        reason=_reason(tree, draft),
        family=family_of(tree, draft, lexicon),
        certainty=certainty_of(tree, draft, lexicon, stance),
    )


def _closed(span: Span, text: str) -> Span:
    """With the closing quotation mark of a name that ends the source."""
    words, following = span.of(text), text[span.end : span.end + 1]
    for opening, closing in ("[]", "()"):
        if words.endswith(closing) and words.count(opening) < words.count(closing):
            return Span(span.start, span.end - 1)
    mark = _OPENING.get(following)
    if mark is None:
        return span
    is_open = words.count(mark) > (0 if mark == following else words.count(following))
    if is_open and (mark != following or words.count(mark) % 2):
        return Span(span.start, span.end + 1)
    return span


_OPENING = {'"': '"', "”": "“", "»": "«"}


def kind_of(content: tuple[Span, ...], quotes: Quotes) -> AttributionKind:
    """Direct where quotation marks enclose all of it, mixed where they enclose a part."""
    if not any(quotes.overlapping(span) for span in content):
        return "indirect"
    number = quotes.at(content[0].start)
    last = quotes.at(content[-1].end - 1)
    opens = number is not None and quotes[number].start == content[0].start
    closes = last is not None and quotes[last].end == content[-1].end
    return "direct" if opens and closes else "mixed"


def _reason(tree: Tree, draft: Draft) -> str:
    cue = " ".join(tree.tokens[index].text for index in draft.cue)
    if draft.source_head is None:
        return f"cue {cue!r} ({draft.frame}), no source named"
    return f"cue {cue!r} ({draft.frame}) with source {tree.tokens[draft.source_head].text!r}"
