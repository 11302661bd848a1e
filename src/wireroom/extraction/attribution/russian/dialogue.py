"""Speech that its author's words break: «…, — сказал он. — …»; and paragraphs that a dash opens."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.quoted import merged
from wireroom.extraction.attribution.russian.cues import group_of
from wireroom.extraction.attribution.russian.grammar import is_finite
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.subjects import speaker_of
from wireroom.records.attributions import AttributionKind
from wireroom.records.spans import Span

_DASHES = ("—", "–", "-")
_BEFORE = (",", "!", "?", "…", "...", "?!", "!..", "?..")
_AFTER = (",", ".", ":", "!", "?", "…")
_LONGEST = 40  # tokens of the author's words
_NEAR = 3  # tokens within which they have their verb


@dataclass(frozen=True, slots=True)
class _Words:
    """The author's words: the tokens between two dashes, and the verb in them."""

    first: int
    last: int
    verb: int


def broken_speech(about: Passage, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """A draft for each insertion of the author's words into a quotation or a line of dialogue."""
    starts = [token.start for token in about.tree.tokens]
    for number in range(len(about.quotes)):
        quotation = about.quotes[number]
        tokens = range(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end))
        ends = quotation.span
        more = about.quotes.going_on(number, quotation.end) if not quotation.closed else []
        rest = [about.quotes[n].span for n in more]
        yield from _drafts(about, tokens, ends, rest, kind="direct")
    for paragraph in _lines_of_dialogue(about, paragraphs):
        tokens = range(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
        if len(tokens) > 1:
            end = about.tree.tokens[tokens[-1]].end
            spoken = Span(about.tree.tokens[tokens[1]].start, end)
            yield from _drafts(about, tokens[1:], spoken, [], kind="direct")


def authors_words(about: Passage, paragraphs: Sequence[Span]) -> list[Span]:
    """The stretches of text that are the author's within what others say."""
    starts = [token.start for token in about.tree.tokens]
    stretches = [about.quotes[number].span for number in range(len(about.quotes))]
    stretches += _lines_of_dialogue(about, paragraphs)
    found = []
    for stretch in stretches:
        tokens = range(bisect_left(starts, stretch.start), bisect_left(starts, stretch.end))
        for words in _insertions(about, tokens):
            first = about.tree.tokens[words.first - 1].start
            after = _past_dash(about, words.last)
            found.append(Span(first, after or about.tree.tokens[words.last].end))
    return found


def _lines_of_dialogue(about: Passage, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """From a dash that opens a sentence to the end of its paragraph or the next such line."""
    tokens = about.tree.tokens
    starts = [token.start for token in tokens]
    for paragraph in paragraphs:
        first = bisect_left(starts, paragraph.start)
        last = bisect_left(starts, paragraph.end)
        opened = [i for i in range(first, last) if _opens_line(about, i, first)]
        for place, index in enumerate(opened):
            end = opened[place + 1] if place + 1 < len(opened) else last
            yield Span(tokens[index].start, tokens[end - 1].end)


def _opens_line(about: Passage, index: int, first: int) -> bool:
    tokens = about.tree.tokens
    if (
        tokens[index].text not in ("—", "–", "-")
        or about.quotes.at(tokens[index].start) is not None
    ):
        return False
    if index == first:
        return True
    before = tokens[index - 1]
    ends = before.text in (".", "!", "?", "…", ":") and before.sentence != tokens[index].sentence
    return ends and not _closes_author(about, index)


def _closes_author(about: Passage, index: int) -> bool:
    """Whether the sentence before the dash ends with the author's words: …, — сказал он. — …"""
    tokens = about.tree.tokens
    for place in range(index - 1, max(0, index - _LONGEST), -1):
        if tokens[place].text in _DASHES and tokens[place - 1].text.endswith((",", "!", "?", "…")):
            return True
        if tokens[place].sentence != tokens[index - 1].sentence:
            return False
    return False


def _drafts(
    about: Passage, tokens: range, ends: Span, more: Sequence[Span], kind: AttributionKind
) -> Iterator[Draft]:
    tree = about.tree
    inserted = list(_insertions(about, tokens))
    for place, words in enumerate(inserted):
        start = ends.start
        if place:
            start = _past_dash(about, inserted[place - 1].last) or ends.start
        content = [Span(start, tree.tokens[words.first - 2].end)]
        is_last = place == len(inserted) - 1
        after = _past_dash(about, words.last)
        if is_last and after is not None and after < ends.end:
            content.append(Span(after, ends.end))
        subject = speaker_of(about, words.verb)
        inside = range(words.first, words.last + 1)
        source = tuple(i for i in subject.words if i in inside)
        if not source and about.verb(words.verb) is None:
            continue
        cue = tuple(sorted(i for i in group_of(about, words.verb) if i in inside))
        head = subject.head if source else None
        spans = merged([span.stripped(tree.text) for span in content] + list(more))
        spans = tuple(_without_stop(about, span) for span in spans)
        yield Draft(words.verb, "quotation", cue, source, head, spans, kind=kind)


def _without_stop(about: Passage, span: Span) -> Span:
    """Without the full stop or the comma that closes a piece outside of quotation marks."""
    text = span.of(about.tree.text)
    cut = len(text) - len(text.rstrip(".,;:")) if not text.endswith("...") else 0
    return Span(span.start, span.end - cut)


def _past_dash(about: Passage, last: int) -> int | None:
    """Where speech goes on after the author's words, of which ``last`` is the last token."""
    tokens = about.tree.tokens
    index = last + 1
    while index < len(tokens) and (tokens[index].text in _AFTER or tokens[index].text in _DASHES):
        index += 1
    return tokens[index].start if index < len(tokens) else None


def _insertions(about: Passage, tokens: range) -> Iterator[_Words]:
    tree = about.tree
    index = tokens.start + 1
    while index < tokens.stop - 1:
        if tree.tokens[index].text in _DASHES and tree.tokens[index - 1].text.endswith(_BEFORE):
            words = _author(about, index + 1, tokens.stop)
            if words is not None:
                yield words
                index = words.last
        index += 1


def _author(about: Passage, first: int, stop: int) -> _Words | None:
    """The words from the dash to the next one that punctuation and a dash end, if they have the
    verb of somebody who speaks."""
    tree = about.tree
    last = first
    while last + 1 < min(stop, first + _LONGEST):
        token = tree.tokens[last + 1]
        if token.text in _DASHES and tree.tokens[last].text in _AFTER:
            break
        last += 1
    while last > first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    verb = next((i for i in range(first, last + 1) if _may_speak(about, i, first)), None)
    return None if verb is None else _Words(first, last, verb)


def _may_speak(about: Passage, index: int, first: int) -> bool:
    """A cue of the list, or any verb right after the dash with its subject after it."""
    tree = about.tree
    if not is_finite(tree, index) or tree.tokens[index].pos != "VERB":
        return False
    if "Person=1" in tree.tokens[index].feats or "Tense=Fut" in tree.tokens[index].feats:
        return False
    cue = about.verb(index)
    if cue is not None and "quotation" in cue.frames:
        return index - first <= _LONGEST // 2
    subject = tree.child(index, ("nsubj",))
    return index - first < _NEAR and subject is not None and subject > index
