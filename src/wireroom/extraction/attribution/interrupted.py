"""Direct speech that its author's words break: «Words, — said the mayor. — More words»."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.sources.subjects import subject_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_DASHES = {"—", "–"}
_BEFORE = {",", "!", "?", "…", "..."}
_AFTER = {",", ".", ":"}
_REACH = 30  # tokens of the author's words on either side of the verb


def interrupting_draft(tree: Tree, verb: int, quotes: Quotes, lexicon: Lexicon) -> Draft | None:
    """The verb as a cue between two dashes inside the quotation that it introduces."""
    token = tree.tokens[verb]
    number = quotes.at(token.start)
    if number is None or not lexicon.is_speech(token.lemma.casefold()):
        return None
    quotation = quotes[number].span
    first = _dash(tree, verb, -1, quotation)
    if first is None or tree.tokens[first - 1].text not in _BEFORE:
        return None
    last = _dash(tree, verb, 1, quotation)
    words = range(first + 1, last - 1 if last is not None else len(tree.tokens))
    subject = subject_of(tree, verb)
    source = tuple(i for i in subject.words if i in words)
    if not source:
        return None
    content = [Span(quotation.start, tree.tokens[first - 1].end)]
    if last is not None and tree.tokens[last - 1].text in _AFTER:
        content.append(Span(tree.tokens[last + 1].start, quotation.end))
    return Draft(
        verb,
        "quotation",
        tuple(i for i in verb_group(tree, verb) if i in words),
        source,
        subject.head,
        tuple(content),
        kind="direct",
    )


def _dash(tree: Tree, verb: int, step: int, quotation: Span) -> int | None:
    """The nearest dash on one side of the verb, with a token beyond it in the quotation."""
    index = verb + step
    while 0 < index < len(tree.tokens) - 1 and abs(index - verb) <= _REACH:
        token = tree.tokens[index]
        beyond = tree.tokens[index + step]
        if beyond.start < quotation.start or beyond.end > quotation.end:
            return None
        if token.text in _DASHES:
            return index
        index += step
    return None
