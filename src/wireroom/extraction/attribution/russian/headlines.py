"""Headline speakers in Russian: Иванов: …; …: Иванов; … — мэр."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.russian.grammar import is_finite
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.records.spans import Span

_FIRST = re.compile(r"[^\w«»\"„“\n]*((?:[^\W\d_][\w.\-]*)(?:[ \u00a0][\w.«»\"\-]+){0,6}):\s+(?=\S)")
_LAST = re.compile(r"(?::|\s[—–-])\s+([^\W\d_][\w.\-]*(?:[ \u00a0][\w.«»\"\-]+){0,5})[.!]?$")
_LONGEST = 250  # characters of a headline
_FEWEST = 3  # tokens of what is said
_NOMINAL = ("NOUN", "PROPN", "ADJ", "ADP", "X", "PUNCT", "NUM")
_PEOPLE = ("person", "office", "organisation", "agency", "outlet", "witness", "unnamed", "document")


def headline_drafts(about: Passage, paragraphs: Sequence[Span]) -> Iterator[Draft]:
    """For each paragraph that a speaker and a colon open, or that ends with one."""
    starts = [token.start for token in about.tree.tokens]
    for paragraph in paragraphs:
        draft = _opened(about, starts, paragraph) or _closed(about, starts, paragraph)
        if draft is not None:
            yield draft


def _tokens(starts: Sequence[int], span: Span) -> tuple[int, ...]:
    return tuple(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))


def _opened(about: Passage, starts: Sequence[int], paragraph: Span) -> Draft | None:
    found = _FIRST.match(about.tree.text, paragraph.start, paragraph.end)
    if found is None:
        return None
    source = _tokens(starts, Span(*found.span(1)))
    rest = _tokens(starts, Span(found.end(), paragraph.end))
    if not source or len(rest) < _FEWEST or not _names_someone(about, source):
        return None
    sentence = about.tree.tokens[rest[0]].sentence
    content = about.tree.trimmed([i for i in rest if about.tree.tokens[i].sentence == sentence])
    return _draft(about, source[-1] + 1, source, content)


def _closed(about: Passage, starts: Sequence[int], paragraph: Span) -> Draft | None:
    text = paragraph.of(about.tree.text)
    found = _LAST.search(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    source = _tokens(starts, Span(*found.span(1)).moved(paragraph.start))
    inner = Span(paragraph.start, paragraph.start + found.start())
    before = about.tree.trimmed(list(_tokens(starts, inner)))
    if not source or len(before) < _FEWEST or not _names_someone(about, source):
        return None
    is_dash = ":" not in found.group()
    if is_dash and (text.endswith(".") or not _is_statement(about, before)):
        return None
    same = about.tree.tokens[source[0]].sentence
    content = [i for i in before if about.tree.tokens[i].sentence == same]
    return _draft(about, source[0] - 1, source, content) if content else None


def _is_statement(about: Passage, words: Sequence[int]) -> bool:
    return any(is_finite(about.tree, i) for i in words)


def _names_someone(about: Passage, words: Sequence[int]) -> bool:
    """A name or a word for a speaker in the nominative, and nothing but a noun phrase."""
    tree = about.tree
    tokens = [tree.tokens[i] for i in words]
    text = " ".join(token.text for token in tokens)
    if text.casefold() in about.lexicon.labels or any(t.pos not in _NOMINAL for t in tokens):
        return False
    if tokens[0].pos == "ADP" or not text[:1].isalpha():
        return False
    head = next((i for i in words if tree.tokens[i].head not in words), words[0])
    kind = about.lists.nouns.get(about.lemma(head), (None, ""))[0]
    if kind is not None:
        token = tree.tokens[head]
        return kind in _PEOPLE and ("Case=Nom" in token.feats or token.text.isupper())
    entity = about.names.get(head)
    if entity is not None and entity.type == "PLACE":
        return len(words) == 1
    capital = tokens[0].text[:1].isupper()
    return capital and (entity is not None or tree.tokens[head].pos == "PROPN")


def _draft(
    about: Passage, mark: int, source: Sequence[int], content: Sequence[int]
) -> Draft | None:
    if not content:
        return None
    tree = about.tree
    spans = (Span(tree.tokens[content[0]].start, tree.tokens[content[-1]].end),)
    head = next((i for i in source if tree.tokens[i].head not in source), source[-1])
    return Draft(mark, "line", (mark,), tuple(source), head, spans)
